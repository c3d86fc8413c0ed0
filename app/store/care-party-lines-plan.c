/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-party-lines-private.h"

#include "care-error.h"

#include <glib/gi18n.h>

/* Something in the order of the box. */
typedef struct
{
  CareRecord *item; /* held */
  int order;        /* declared, of its party; 0: none */
  gboolean is_new;
} Place;

static void
clear_place (gpointer data)
{
  g_object_unref (((Place *) data)->item);
}

static gboolean
set_id (CareRecord *record, const char *field, CareRecord *target)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (target));

  return care_record_set (record, field, id, NULL);
}

/* (transfer full): the line of @proposal, put in by @act unless there is one. */
static CareRecord *
get_line (CareAct *act, const CarePartyLineProposal *proposal)
{
  CareRecord *line;

  if (proposal->line != NULL)
    return g_object_ref (proposal->line);
  line = care_record_new (care_kind_find ("party_line"), care_library_make_id ());
  set_id (line, "actor", proposal->party);
  set_id (line, "version", proposal->version);
  care_record_set (line, "line", care_record_get_title (proposal->version), NULL);
  /* Printed, and so English. */
  if (proposal->is_unclear)
    care_record_set (line, "coverage_note", "It is unclear whether this is still held.", NULL);
  care_act_insert (act, line);
  return line;
}

/* Before those of parties that are declared to come after it. */
static void
insert_place (GArray *places, CareRecord *item, int order)
{
  Place place = { item, order, TRUE };
  guint at = places->len;

  for (guint i = 0; order > 0 && i < places->len && at == places->len; i++)
    if (g_array_index (places, Place, i).order > order)
      at = i;
  g_array_insert_val (places, at, place);
}

static GArray *
list_places (CareLibrary *library, CareRecord *box)
{
  g_autoptr (GPtrArray) items = care_party_lines_list_items (library, box);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_array_set_clear_func (places, clear_place);
  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *party = care_party_lines_get_party (library, g_ptr_array_index (items, i));
      Place place = { g_object_ref (g_ptr_array_index (items, i)),
                      party == NULL ? 0 : care_record_get_number (party, "ordinal"), FALSE };

      g_array_append_val (places, place);
    }
  return places;
}

static void
add_line (CareAct *act, CareRecord *box, const CarePartyLineProposal *proposal, GArray *places)
{
  g_autoptr (CareRecord) line = get_line (act, proposal);
  CareRecord *item = care_record_new (care_kind_find ("box_item"), care_library_make_id ());

  set_id (item, "box", box);
  set_id (item, "party_line", line);
  insert_place (places, item, care_record_get_number (proposal->party, "ordinal"));
}

static gboolean
number (CareAct *act, GArray *places, GError **error)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      g_autofree char *ordinal = g_strdup_printf ("%u", i + 1);

      if (place->is_new)
        {
          care_record_set (place->item, "ordinal", ordinal, NULL);
          care_act_insert (act, place->item);
        }
      else if (g_strcmp0 (care_record_get (place->item, "ordinal"), ordinal) != 0
               && !care_act_set (act, place->item, "ordinal", ordinal, error))
        return FALSE;
    }
  return TRUE;
}

/* (transfer full): "As of 26 November 2026, no current position on “Commissioning” was
 * found for Green Party or UKIP." It is printed, and so is English. */
static char *
make_note (CareRecord *theme, GPtrArray *missing, CareDay today)
{
  int year, month, day;
  g_autoptr (CareDate) date = NULL;
  g_autofree char *as_of = NULL;
  GString *names = g_string_new (NULL);
  char *note;

  care_day_to_ymd (today, &year, &month, &day);
  date = care_date_new_day (year, month, day);
  as_of = care_date_format (date, CARE_DATE_HOUSE);
  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : i + 1 < missing->len ? ", " : " or ",
                            care_record_get_title (g_ptr_array_index (missing, i)));
  note = g_strdup_printf ("As of %s, no current position on “%s” was found for %s.", as_of, care_record_get_title (theme), names->str);
  g_string_free (names, TRUE);
  return note;
}

/* Behind what it says already. */
static gboolean
add_note (CareAct *act, CareRecord *box, CareRecord *theme, GPtrArray *missing, CareDay today, GError **error)
{
  const char *before = care_record_get (box, "coverage_note");
  g_autofree char *note = NULL;
  g_autofree char *text = NULL;

  if (missing->len == 0)
    return TRUE;
  note = make_note (theme, missing, today);
  text = before == NULL ? g_strdup (note) : g_strdup_printf ("%s %s", before, note);
  return care_act_set (act, box, "coverage_note", text, error);
}

/**
 * care_party_lines_plan:
 * @library: a library
 * @box: a box of party lines
 * @theme: what the lines are about
 * @today: as of when somebody has looked
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that puts in a line for each party that
 *   @box has none of, in the declared order; the coverage note names those of which no
 *   position is found.
 */
CareAct *
care_party_lines_plan (CareLibrary *library, CareRecord *box, CareRecord *theme, CareDay today, GError **error)
{
  g_autoptr (GPtrArray) proposals = care_party_lines_propose (library, box, care_record_get_id (theme));
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autoptr (GArray) places = list_places (library, box);
  g_autofree char *sentence = g_strdup_printf (_ ("Add all parties to “%s”"), care_record_get_title (box));
  g_autoptr (CareAct) act = care_act_new (sentence);

  if (proposals->len == 0)
    {
      g_set_error_literal (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_TEXT, _ ("Every party has a line in this box or is named in its coverage note."));
      return NULL;
    }
  for (guint i = 0; i < proposals->len; i++)
    {
      const CarePartyLineProposal *proposal = g_ptr_array_index (proposals, i);

      if (proposal->version == NULL)
        g_ptr_array_add (missing, proposal->party);
      else
        add_line (act, box, proposal, places);
    }
  if (!number (act, places, error) || !add_note (act, box, theme, missing, today, error))
    return NULL;
  return g_steal_pointer (&act);
}
