/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-describe.h"

#include "care-number-style.h"
#include "care-record-name.h"
#include "care-role-at.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_SUMMARY_FIELDS 3

/* Appends @text, which may be NULL or empty, after a raised dot. */
static void
append_part (GString *line, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, text);
}

static void
append_field (GString *line, CareLibrary *library, CareRecord *record, const char *field)
{
  CareRecord *target;
  g_autofree char *words = NULL;

  if (care_kind_field (care_record_get_kind (record), field)->type != CARE_FIELD_REFERENCE)
    {
      words = care_record_format (record, field);
      append_part (line, words);
      return;
    }
  target = care_library_follow (library, record, field);
  if (target != NULL)
    {
      words = care_record_name (target, care_library_lookup, library);
      append_part (line, words);
    }
}

/* "estimated by Monitor · reported by Andy Burnham" */
static void
append_attribution (GString *line, CareLibrary *library, CareRecord *figure)
{
  CareRecord *estimator = care_library_follow (library, figure, "estimator");
  CareRecord *reporter = care_library_follow (library, figure, "reporter");

  if (estimator != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("estimated by %s"), care_record_get_title (estimator));
      append_part (line, words);
    }
  if (reporter != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("reported by %s"), care_record_get_title (reporter));
      append_part (line, words);
    }
}

/**
 * care_describe_figure_basis:
 * @library: where the figure is kept
 * @figure: a figure
 * @numbers: (nullable): how its period is written; %NULL: as in the house
 *
 * Returns: (transfer full): what the value is worth: flow, period, newness,
 *   whose estimate, who reports it. Never empty for a sum of money.
 */
char *
care_describe_figure_basis (CareLibrary *library, CareRecord *figure, const CareNumberStyle *numbers)
{
  GString *line = g_string_new (NULL);
  g_autofree char *period = care_record_format_as (figure, "period", numbers);
  const char *basis = care_record_get (figure, "period_basis");

  append_field (line, library, figure, "actor");
  if (g_strcmp0 (care_record_get (figure, "flow"), "non-money") != 0)
    {
      append_field (line, library, figure, "flow");
      if (basis == NULL || strcmp (basis, "not-stated") == 0)
        append_part (line, _ ("period not stated"));
      else
        append_field (line, library, figure, "period_basis");
    }
  append_part (line, period);
  append_attribution (line, library, figure);
  return g_string_free (line, FALSE);
}

static char *
describe_position (CareLibrary *library, CareRecord *position)
{
  GString *line = g_string_new (NULL);
  g_autoptr (GPtrArray) versions
    = care_library_children (library, "position_version", "position", care_record_get_id (position));

  append_field (line, library, position, "actor");
  append_field (line, library, position, "theme");
  if (versions->len > 1)
    {
      g_autofree char *count
        = g_strdup_printf (ngettext ("%u version", "%u versions", versions->len), versions->len);
      append_part (line, count);
    }
  if (g_strcmp0 (care_record_get (position, "currency"), "current") != 0)
    append_field (line, library, position, "currency");
  return g_string_free (line, FALSE);
}

static char *
describe_pledge (CareLibrary *library, CareRecord *pledge)
{
  GString *line = g_string_new (NULL);
  g_autoptr (GPtrArray) deadlines
    = care_library_children (library, "deadline", "pledge", care_record_get_id (pledge));

  append_field (line, library, pledge, "actor");
  for (guint i = 0; i < deadlines->len; i++)
    append_field (line, library, g_ptr_array_index (deadlines, i), "words");
  return g_string_free (line, FALSE);
}

static char *
describe_event (CareLibrary *library, CareRecord *event)
{
  GString *line = g_string_new (NULL);

  append_field (line, library, event, care_record_get (event, "happened") != NULL ? "happened" : "happened_words");
  append_field (line, library, event, "actor");
  return g_string_free (line, FALSE);
}

static char *
describe_source (CareLibrary *library, CareRecord *source)
{
  GString *line = g_string_new (NULL);

  append_field (line, library, source, "creator");
  append_field (line, library, source, "kind");
  if (care_record_get (source, "published") != NULL)
    append_field (line, library, source, "published");
  else
    append_part (line, _ ("date not stated"));
  return g_string_free (line, FALSE);
}

/* What somebody was when it was said, as stated or else worked out. */
static void
append_role (GString *line, CareLibrary *library, CareRecord *record, CareRecord *person, const char *date_field)
{
  g_autoptr (GPtrArray) roles = care_library_children (library, "role", "person", care_record_get_id (person));
  g_autoptr (CareDate) date = care_record_dup_date (record, date_field);
  g_autofree char *role = care_role_at (roles, date, NULL);

  append_part (line, care_record_get (record, "speaker_role") != NULL ? care_record_get (record, "speaker_role") : role);
}

static void
append_body (GString *line, CareLibrary *library, CareRecord *record, const char *date_field)
{
  CareRecord *actor = care_library_follow (library, record, "actor");
  g_autoptr (GPtrArray) aliases
    = actor == NULL ? NULL : care_library_children (library, "alias", "actor", care_record_get_id (actor));
  g_autoptr (CareDate) date = care_record_dup_date (record, date_field);

  if (actor != NULL)
    append_part (line, care_actor_name_on (actor, aliases, date));
}

/* "Frank Dobson · then Health Secretary · 1997" */
static char *
describe_quotation (CareLibrary *library, CareRecord *quotation)
{
  GString *line = g_string_new (NULL);
  CareRecord *person = care_library_follow (library, quotation, "person");

  append_field (line, library, quotation, "person");
  if (person != NULL)
    append_role (line, library, quotation, person, "said");
  append_body (line, library, quotation, "said");
  append_field (line, library, quotation, "said");
  return g_string_free (line, FALSE);
}

/* Every role, with the dates that are known of it. */
static char *
describe_person (CareLibrary *library, CareRecord *person)
{
  g_autoptr (GPtrArray) roles = care_library_children (library, "role", "person", care_record_get_id (person));
  char *words = care_role_at (roles, NULL, NULL);

  return words != NULL ? words : g_strdup ("");
}

/* When a post was held or a name was used, which two dates in a row do not say. */
static char *
describe_period (CareLibrary *library, CareRecord *record)
{
  GString *line = g_string_new (NULL);
  g_autofree char *period = care_role_tell_period (record);

  if (care_record_is (record, "role"))
    append_field (line, library, record, "actor");
  if (period != NULL)
    append_part (line, period);
  return g_string_free (line, FALSE);
}

static char *
describe_briefing (CareLibrary *library, CareRecord *briefing)
{
  GString *line = g_string_new (NULL);

  append_field (line, library, briefing, "status");
  append_field (line, library, briefing, "series");
  append_field (line, library, briefing, "published");
  return g_string_free (line, FALSE);
}

/* Any other kind: the first of its listed fields but its name and its owner. A body is often
 * called by its abbreviation: it is said once. */
static char *
describe_other (CareLibrary *library, CareRecord *record)
{
  const CareKind *kind = care_record_get_kind (record);
  GString *line = g_string_new (NULL);
  const char *said = NULL;

  for (guint i = 0, n = 0; i < kind->n_fields && n < MAX_SUMMARY_FIELDS; i++)
    {
      const CareField *field = &kind->fields[i];
      const char *value = care_record_get_at (record, i);

      if (!(field->flags & CARE_FIELD_IS_LISTED) || (field->flags & (CARE_FIELD_IS_TITLE | CARE_FIELD_IS_OWNER))
          || field->type == CARE_FIELD_NUMBER || value == NULL || g_strcmp0 (value, said) == 0)
        continue;
      append_field (line, library, record, field->name);
      said = value;
      n++;
    }
  return g_string_free (line, FALSE);
}

/**
 * care_describe_detail:
 * @library: where the record is kept
 * @record: a record
 * @numbers: (nullable): how numbers and periods of figures are written; %NULL: as in the house
 *
 * Returns: (transfer full): one line of what matters about it besides its name.
 */
char *
care_describe_detail (CareLibrary *library, CareRecord *record, const CareNumberStyle *numbers)
{
  static const struct
  {
    const char *kind;
    char *(*describe) (CareLibrary *library, CareRecord *record);
  } describers[] = {
    { "position", describe_position }, { "pledge", describe_pledge },       { "event", describe_event },
    { "source", describe_source },     { "briefing", describe_briefing },   { "quotation", describe_quotation },
    { "person", describe_person },     { "role", describe_period },         { "alias", describe_period },
  };

  if (care_record_is (record, "figure"))
    return care_describe_figure_basis (library, record, numbers);
  for (guint i = 0; i < G_N_ELEMENTS (describers); i++)
    if (care_record_is (record, describers[i].kind))
      return describers[i].describe (library, record);
  return describe_other (library, record);
}

/**
 * care_describe_colour:
 * @library: where the record is kept
 * @record: a record
 * @colour: (out): the colour of its party
 *
 * Returns: whether the record is, or belongs to, an actor with a colour.
 */
gboolean
care_describe_colour (CareLibrary *library, CareRecord *record, CareColour *colour)
{
  CareRecord *actor = care_record_is (record, "actor") ? record : NULL;
  const char *hex;

  if (actor == NULL && care_kind_field (care_record_get_kind (record), "actor") != NULL)
    actor = care_library_follow (library, record, "actor");
  if (actor == NULL)
    return FALSE;
  hex = care_record_get (actor, "colour");
  return hex != NULL && care_colour_parse (hex, colour);
}

/* Whether records of its kind may have a colour: in a list their names begin at one place. */
static gboolean
may_have_colour (CareRecord *record)
{
  return care_record_is (record, "actor") || care_kind_field (care_record_get_kind (record), "actor") != NULL;
}

/**
 * care_describe_row:
 * @library: where the record is kept
 * @record: a record
 * @numbers: (nullable): how numbers and periods of figures are written; %NULL: as in the house
 * @row: filled in
 *
 * Says how @record reads in a list.
 */
void
care_describe_row (CareLibrary *library, CareRecord *record, const CareNumberStyle *numbers, CareListRow *row)
{
  row->title = care_record_name (record, care_library_lookup, library);
  row->subtitle = care_describe_detail (library, record, numbers);
  row->has_swatch = care_describe_colour (library, record, &row->swatch);
  row->has_swatch_place = may_have_colour (record);
  if (care_record_is (record, "figure"))
    {
      g_autoptr (CareQuantity) value = care_record_dup_quantity (record, "value");

      if (value != NULL)
        row->trailing = care_quantity_format (value, care_number_style_get_brief (numbers));
    }
}

/**
 * care_describe_sentence:
 * @library: where the record is kept
 * @record: a record
 *
 * Returns: (transfer full): the whole of a row as one sentence for a screen
 *   reader.
 */
char *
care_describe_sentence (CareLibrary *library, CareRecord *record)
{
  g_autofree char *detail = care_describe_detail (library, record, NULL);
  g_autofree char *name = care_record_name (record, care_library_lookup, library);

  if (detail[0] == '\0')
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s: %s", name, detail);
}
