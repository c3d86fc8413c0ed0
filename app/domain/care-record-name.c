/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-record-name.h"

#include <glib/gi18n.h>

/* Longer than any list of fields below. */
#define MAX_FIELDS 10

/* How a record of a kind is named by two others, of which one may be NULL. */
typedef struct
{
  const char *kind;
  const char *first[MAX_FIELDS];  /* fields, of which the first that names something counts */
  const char *second[MAX_FIELDS];
  char *(*name) (const char *first, const char *second);
} Naming;

static char *
name_citation (const char *source, const char *user)
{
  if (source == NULL)
    return g_strdup_printf (_ ("Citation in “%s”"), user);
  if (user == NULL)
    return g_strdup_printf (_ ("Citation of “%s”"), source);
  return g_strdup_printf (_ ("Citation of “%s” in “%s”"), source, user);
}

static char *
name_verdict (const char *pledge, const char *source)
{
  if (pledge == NULL)
    return g_strdup_printf (_ ("Verdict in “%s”"), source);
  if (source == NULL)
    return g_strdup_printf (_ ("Verdict on “%s”"), pledge);
  return g_strdup_printf (_ ("Verdict on “%s” in “%s”"), pledge, source);
}

static char *
name_link (const char *from, const char *to)
{
  if (from == NULL)
    return g_strdup_printf (_ ("Link to “%s”"), to);
  if (to == NULL)
    return g_strdup_printf (_ ("Link from “%s”"), from);
  return g_strdup_printf (_ ("Link from “%s” to “%s”"), from, to);
}

static char *
name_box_item (const char *shown, const char *box)
{
  if (shown == NULL)
    return g_strdup_printf (_ ("Line of box “%s”"), box);
  if (box == NULL)
    return g_strdup_printf (_ ("“%s” in a box"), shown);
  return g_strdup_printf (_ ("“%s” in box “%s”"), shown, box);
}

static char *
name_contradiction_item (const char *shown, const char *topic)
{
  if (shown == NULL)
    return g_strdup_printf (_ ("Side of contradiction “%s”"), topic);
  if (topic == NULL)
    return g_strdup_printf (_ ("Contradiction side “%s”"), shown);
  return g_strdup_printf (_ ("“%s” in contradiction “%s”"), shown, topic);
}

static char *
name_ledger_item (const char *figure, const char *question)
{
  if (figure == NULL)
    return g_strdup_printf (_ ("Figure in ledger “%s”"), question);
  if (question == NULL)
    return g_strdup_printf (_ ("“%s” in a ledger"), figure);
  return g_strdup_printf (_ ("“%s” in ledger “%s”"), figure, question);
}

static char *
name_calculation (const char *result, const char *first)
{
  if (result == NULL)
    return g_strdup_printf (_ ("Calculation from “%s”"), first);
  if (first == NULL)
    return g_strdup_printf (_ ("Calculation of “%s”"), result);
  return g_strdup_printf (_ ("Calculation of “%s” from “%s”"), result, first);
}

static char *
name_deflator_value (const char *year, const char *deflator)
{
  if (year == NULL || deflator == NULL)
    return g_strdup (year == NULL ? deflator : year);
  return g_strdup_printf (_ ("%s in “%s”"), year, deflator);
}

static const Naming namings[] = {
  { "citation",
    { "source" },
    { "position_version", "party_line", "pledge", "figure", "event", "evidence", "legislation", "role" },
    name_citation },
  { "verdict", { "pledge" }, { "source" }, name_verdict },
  { "link",
    { "from_figure", "from_fund", "from_pledge" },
    { "to_figure", "to_fund", "to_pledge" },
    name_link },
  { "box_item",
    { "party_line", "figure", "legislation", "source", "pledge", "event" },
    { "box" },
    name_box_item },
  { "contradiction_item",
    { "figure", "position_version", "party_line", "pledge", "evidence" },
    { "contradiction" },
    name_contradiction_item },
  { "ledger_item", { "figure" }, { "ledger" }, name_ledger_item },
  { "calculation", { "result" }, { "first" }, name_calculation },
  { "deflator_value", { "year" }, { "deflator" }, name_deflator_value },
};

/* (transfer full) (nullable): what the first of @fields that says something names, or its date. */
static char *
find_title (CareRecord *record, const char *const *fields, CareLookup lookup, gpointer data)
{
  CareRecord *target = NULL;

  for (guint i = 0; target == NULL && fields[i] != NULL; i++)
    {
      const CareField *field = care_kind_field (care_record_get_kind (record), fields[i]);
      gboolean is_date = field->type == CARE_FIELD_DATE;
      CareId id = is_date ? 0 : care_record_get_reference (record, fields[i]);

      if (is_date && care_record_get (record, fields[i]) != NULL)
        return care_record_format (record, fields[i]);
      target = id == 0 ? NULL : lookup (field->target, id, data);
    }
  return target == NULL ? NULL : g_strdup (care_record_get_title (target));
}

/* (transfer full) (nullable): the name by what @record is of. */
static char *
name_by_others (CareRecord *record, CareLookup lookup, gpointer data)
{
  for (guint i = 0; lookup != NULL && i < G_N_ELEMENTS (namings); i++)
    if (care_record_is (record, namings[i].kind))
      {
        g_autofree char *first = find_title (record, namings[i].first, lookup, data);
        g_autofree char *second = find_title (record, namings[i].second, lookup, data);

        return first == NULL && second == NULL ? NULL : namings[i].name (first, second);
      }
  return NULL;
}

/* (transfer full) (nullable): what @record is called where its title does not name
 * it. The title of a citation is but a place in a source. */
static char *
name_untitled (CareRecord *record, CareLookup lookup, gpointer data)
{
  const char *title = care_record_get (record, care_kind_title_field (care_record_get_kind (record))->name);
  g_autofree char *name = NULL;

  if (title != NULL && !care_record_is (record, "citation"))
    return NULL;
  name = name_by_others (record, lookup, data);
  if (name == NULL && title == NULL)
    return g_strdup (_ (care_record_get_kind (record)->label));
  return name == NULL || title == NULL ? g_steal_pointer (&name) : g_strdup_printf ("%s, %s", name, title);
}

/**
 * care_record_name:
 * @record: a record
 * @lookup: (nullable): finds records
 * @data: for @lookup
 *
 * Returns: (transfer full): what @record is called in a list: its title, or where it
 *   has none, what it is of: "Citation of “Manifesto” in “Better Care Fund”".
 */
char *
care_record_name (CareRecord *record, CareLookup lookup, gpointer data)
{
  char *name = name_untitled (record, lookup, data);

  return name != NULL ? name : g_strdup (care_record_get_title (record));
}

/**
 * care_record_quote:
 * @record: a record
 * @lookup: (nullable): finds records
 * @data: for @lookup
 *
 * Returns: (transfer full): what @record is called in a sentence: its title between
 *   quotation marks, or what care_record_name() tells where that is no title.
 */
char *
care_record_quote (CareRecord *record, CareLookup lookup, gpointer data)
{
  char *name = name_untitled (record, lookup, data);

  return name != NULL ? name : g_strdup_printf (_ ("“%s”"), care_record_get_title (record));
}

/**
 * care_record_introduce:
 * @record: a record
 * @lookup: (nullable): finds records
 * @data: for @lookup
 *
 * Returns: (transfer full): as care_record_quote(), saying what it is: "Figure
 *   “Better Care Fund”".
 */
char *
care_record_introduce (CareRecord *record, CareLookup lookup, gpointer data)
{
  char *name = name_untitled (record, lookup, data);

  if (name != NULL)
    return name;
  return g_strdup_printf (_ ("%s “%s”"), _ (care_record_get_kind (record)->label), care_record_get_title (record));
}
