/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each party said last on a theme, for a box that has no line of it. */

#include "care-party-lines-private.h"

#include "care-position-plan.h"
#include "care-position-versions.h"
#include "care-sort-key.h"

#include <glib/gi18n.h>
#include <string.h>

static void
proposal_free (gpointer data)
{
  CarePartyLineProposal *proposal = data;

  g_object_unref (proposal->party);
  g_clear_object (&proposal->version);
  g_clear_object (&proposal->line);
  g_free (proposal);
}

/* (transfer full): what @box lists. */
GPtrArray *
care_party_lines_list_items (CareLibrary *library, CareRecord *box)
{
  return care_library_children (library, "box_item", "box", care_record_get_id (box));
}

/* (transfer none) (nullable): whose line @item is. */
CareRecord *
care_party_lines_get_party (CareLibrary *library, CareRecord *item)
{
  CareRecord *line = care_library_follow (library, item, "party_line");

  return line == NULL ? NULL : care_library_follow (library, line, "actor");
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
  g_ptr_array_sort (parties, care_sort_by_place);
  return parties;
}

static gboolean
has_line (CareLibrary *library, GPtrArray *items, CareRecord *party)
{
  for (guint i = 0; i < items->len; i++)
    if (care_party_lines_get_party (library, g_ptr_array_index (items, i)) == party)
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
  g_autoptr (GPtrArray) items = care_party_lines_list_items (library, box);
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
  g_autoptr (GPtrArray) items = care_party_lines_list_items (library, box);
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
