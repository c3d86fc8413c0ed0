/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-party-lines-plan.h"

#include "care-error.h"
#include "care-position-plan.h"
#include "care-position-versions.h"
#include "care-sort-key.h"

#include <glib/gi18n.h>
#include <string.h>

/* Something in the order of the box. */
typedef struct
{
  CareRecord *item; /* held */
  int order;        /* declared, of its party; 0: none */
  gboolean is_new;
} Place;

static void
proposal_free (gpointer data)
{
  CarePartyLineProposal *proposal = data;

  g_object_unref (proposal->party);
  g_clear_object (&proposal->version);
  g_clear_object (&proposal->line);
  g_free (proposal);
}

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

static GPtrArray *
list_items (CareLibrary *library, CareRecord *box)
{
  return care_library_children (library, "box_item", "box", care_record_get_id (box));
}

/* (transfer none) (nullable): whose line @item is. */
static CareRecord *
get_party (CareLibrary *library, CareRecord *item)
{
  CareRecord *line = care_library_follow (library, item, "party_line");

  return line == NULL ? NULL : care_library_follow (library, line, "actor");
}

/* Parties with a declared place come first, in that order; the others by name. */
static int
compare_parties (gconstpointer a, gconstpointer b)
{
  CareRecord *first = *(CareRecord *const *) a;
  CareRecord *second = *(CareRecord *const *) b;
  int one = care_record_get_number (first, "ordinal");
  int other = care_record_get_number (second, "ordinal");
  g_autofree char *name = care_sort_key_for_text (care_record_get_title (first));
  g_autofree char *other_name = care_sort_key_for_text (care_record_get_title (second));

  if (one != other)
    return one == 0 ? 1 : other == 0 ? -1 : one < other ? -1 : 1;
  return g_strcmp0 (name, other_name);
}

static GPtrArray *
list_parties (CareLibrary *library)
{
  GListModel *actors = care_library_list (library, "actor");
  GPtrArray *parties = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (CareRecord) actor = g_list_model_get_item (actors, i);

      if (g_strcmp0 (care_record_get (actor, "kind"), "party") == 0)
        g_ptr_array_add (parties, g_steal_pointer (&actor));
    }
  g_ptr_array_sort (parties, compare_parties);
  return parties;
}

static gboolean
has_line (CareLibrary *library, GPtrArray *items, CareRecord *party)
{
  for (guint i = 0; i < items->len; i++)
    if (get_party (library, g_ptr_array_index (items, i)) == party)
      return TRUE;
  return FALSE;
}

/* The newest wordings of those positions of @party on the theme that have this currency. */
static GPtrArray *
list_versions (CareLibrary *library, CareRecord *party, CareId theme, const char *currency)
{
  g_autoptr (GPtrArray) positions = care_library_children (library, "position", "theme", theme);
  g_autoptr (GPtrArray) newest = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < positions->len; i++)
    {
      CareRecord *position = g_ptr_array_index (positions, i);
      const char *its = care_record_get (position, "currency");
      g_autoptr (GPtrArray) versions = care_position_versions (library, position);

      if (care_record_get_reference (position, "actor") == care_record_get_id (party) && versions->len > 0
          && g_str_equal (its != NULL ? its : "current", currency))
        g_ptr_array_add (newest, g_object_ref (g_ptr_array_index (versions, 0)));
    }
  return care_position_versions_order (newest);
}

/* What is unclear is said to be, and only where nothing is held for certain. */
static void
find_version (CareLibrary *library, CarePartyLineProposal *proposal, CareId theme)
{
  static const char *const currencies[] = { "current", "unclear" };

  for (guint i = 0; i < G_N_ELEMENTS (currencies) && proposal->version == NULL; i++)
    {
      g_autoptr (GPtrArray) versions = list_versions (library, proposal->party, theme, currencies[i]);

      if (versions->len > 0)
        g_set_object (&proposal->version, g_ptr_array_index (versions, 0));
      proposal->is_unclear = i > 0 && proposal->version != NULL;
    }
}

/* A line that there is need not be written again. */
static void
find_line (CareLibrary *library, CarePartyLineProposal *proposal)
{
  g_autoptr (GPtrArray) lines
    = proposal->version == NULL
        ? NULL
        : care_library_children (library, "party_line", "version", care_record_get_id (proposal->version));

  if (lines != NULL && lines->len > 0)
    g_set_object (&proposal->line, g_ptr_array_index (lines, 0));
}

/* Whether the note of the box says already why it has no line. */
static gboolean
is_explained (CareRecord *box, CareRecord *party)
{
  const char *note = care_record_get (box, "coverage_note");

  return note != NULL && strstr (note, care_record_get_title (party)) != NULL;
}

/**
 * care_party_lines_propose:
 * @library: a library
 * @box: a box of party lines
 * @theme: the id of a theme
 *
 * Returns: (transfer full) (element-type CarePartyLineProposal): every party that @box has
 *   no line of, in the declared order, with what it said last on the theme. One of which
 *   nothing is found is not among them once the coverage note of @box names it.
 */
GPtrArray *
care_party_lines_propose (CareLibrary *library, CareRecord *box, CareId theme)
{
  g_autoptr (GPtrArray) parties = list_parties (library);
  g_autoptr (GPtrArray) items = list_items (library, box);
  GPtrArray *proposals = g_ptr_array_new_with_free_func (proposal_free);

  for (guint i = 0; i < parties->len; i++)
    {
      CareRecord *party = g_ptr_array_index (parties, i);
      CarePartyLineProposal *proposal;

      if (has_line (library, items, party))
        continue;
      proposal = g_new0 (CarePartyLineProposal, 1);
      proposal->party = g_object_ref (party);
      find_version (library, proposal, theme);
      find_line (library, proposal);
      if (proposal->version == NULL && is_explained (box, party))
        proposal_free (proposal);
      else
        g_ptr_array_add (proposals, proposal);
    }
  return proposals;
}

/**
 * care_party_lines_describe:
 * @proposals: (element-type CarePartyLineProposal): as of care_party_lines_propose()
 *
 * Returns: (transfer full): a line for each, with what it is going to say.
 */
char *
care_party_lines_describe (GPtrArray *proposals)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < proposals->len; i++)
    {
      const CarePartyLineProposal *proposal = g_ptr_array_index (proposals, i);
      CareRecord *said = proposal->line != NULL ? proposal->line : proposal->version;
      g_autofree char *line = g_strdup_printf (_ ("%s: %s"), care_record_get_title (proposal->party),
                                               said == NULL ? _ ("no position found") : care_record_get_title (said));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
      if (proposal->is_unclear)
        g_string_append_printf (text, " (%s)", _ ("unclear whether still held"));
    }
  if (proposals->len == 0)
    g_string_append (text, _ ("Every party has a line in this box or is named in its coverage note."));
  return g_string_free (text, FALSE);
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
  g_autoptr (GPtrArray) items = list_items (library, box);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_array_set_clear_func (places, clear_place);
  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *party = get_party (library, g_ptr_array_index (items, i));
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

/**
 * care_party_lines_guess_theme:
 * @library: a library
 * @box: a box of a briefing
 *
 * Returns: (transfer none) (nullable): what the briefing is about: the theme that is called
 *   as it is, or that the first line in @box is on.
 */
CareRecord *
care_party_lines_guess_theme (CareLibrary *library, CareRecord *box)
{
  CareRecord *briefing = care_library_follow (library, box, "briefing");
  GListModel *themes = care_library_list (library, "theme");
  g_autoptr (GPtrArray) items = list_items (library, box);
  g_autofree char *title = briefing == NULL ? NULL : care_sort_key_for_text (care_record_get_title (briefing));

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CareRecord) theme = g_list_model_get_item (themes, i);
      g_autofree char *name = care_sort_key_for_text (care_record_get_title (theme));

      if (g_strcmp0 (name, title) == 0)
        return care_library_find (library, "theme", care_record_get_id (theme));
    }
  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *line = care_library_follow (library, g_ptr_array_index (items, i), "party_line");
      CareRecord *version = line == NULL ? NULL : care_library_follow (library, line, "version");
      CareRecord *position = version == NULL ? NULL : care_library_follow (library, version, "position");
      CareRecord *theme = position == NULL ? NULL : care_library_follow (library, position, "theme");

      if (theme != NULL)
        return theme;
    }
  return NULL;
}
