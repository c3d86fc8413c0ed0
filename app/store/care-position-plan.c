/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-position-plan.h"

#include "care-error.h"
#include "care-position-versions.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * care_position_versions:
 * @library: a library
 * @position: a position of it, or one that is not in it yet
 *
 * Returns: (transfer full) (element-type CareRecord): its versions, newest first.
 */
GPtrArray *
care_position_versions (CareLibrary *library, CareRecord *position)
{
  g_autoptr (GPtrArray) versions
    = care_library_children (library, "position_version", "position", care_record_get_id (position));

  return care_position_versions_order (versions);
}

static gboolean
set_id (CareRecord *record, const char *field, CareRecord *target, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (target));

  return care_record_set (record, field, id, error);
}

/* It follows the newest; what says the same words is no change. */
static gboolean
supersede (CareRecord *version, CareRecord *newest, GError **error)
{
  if (g_strcmp0 (care_record_get (version, "wording"), care_record_get (newest, "wording")) == 0)
    {
      g_set_error_literal (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_TEXT,
                           _ ("The wording is the same as before. Write how it is put now."));
      return FALSE;
    }
  return set_id (version, "supersedes", newest, error);
}

/* A position that is not in the library yet is put in as it stands. */
static gboolean
add_position (CareAct *act, CareLibrary *library, CareRecord *position, GError **error)
{
  if (care_library_find (library, "position", care_record_get_id (position)) == position)
    return g_strcmp0 (care_record_get (position, "currency"), "current") == 0
           || care_act_set (act, position, "currency", "current", error);
  if (!care_record_set (position, "currency", "current", error) || !care_record_check (position, error))
    return FALSE;
  care_act_insert (act, position);
  return TRUE;
}

static gboolean
add_version (CareAct *act, CareRecord *position, CareRecord *version, CareRecord *newest, GError **error)
{
  if (!set_id (version, "position", position, error) || !care_record_check (version, error)
      || (newest != NULL && !supersede (version, newest, error)))
    return FALSE;
  care_act_insert (act, version);
  return TRUE;
}

static gboolean
add_citation (CareAct *act, CareRecord *version, CareRecord *citation, GError **error)
{
  if (!set_id (citation, "position_version", version, error) || !care_record_check (citation, error))
    return FALSE;
  care_act_insert (act, citation);
  return TRUE;
}

/**
 * care_position_plan_change:
 * @library: a library
 * @position: a position of it, or one that is not in it yet and is put in
 * @version: its new wording, not in @library yet; it is given its place after the newest
 * @citation: (nullable): of where it is from, not in @library yet
 * @drafts: (nullable) (element-type CareRecord): what these name and that is not in
 *   @library yet either, in the order in which it is to be put in
 * @error: return location for a #CareDomainError
 *
 * Plans to record that a position has changed, or its first wording. The wording before
 * stays as it is, with its sources.
 *
 * Returns: (transfer full) (nullable): the act.
 */
CareAct *
care_position_plan_change (CareLibrary *library, CareRecord *position, CareRecord *version, CareRecord *citation,
                           GPtrArray *drafts, GError **error)
{
  g_autoptr (GPtrArray) versions = care_position_versions (library, position);
  CareRecord *newest = versions->len == 0 ? NULL : g_ptr_array_index (versions, 0);
  g_autofree char *sentence = g_strdup_printf (newest == NULL ? _ ("Record “%s”") : _ ("Record a change of “%s”"),
                                               care_record_get_title (position));
  g_autoptr (CareAct) act = care_act_new (sentence);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    care_act_insert (act, g_ptr_array_index (drafts, i));
  if (!add_position (act, library, position, error) || !add_version (act, position, version, newest, error)
      || (citation != NULL && !add_citation (act, version, citation, error)))
    return NULL;
  return g_steal_pointer (&act);
}

static void
use_free (CarePositionUse *use)
{
  g_object_unref (use->printer);
  g_clear_object (&use->briefing);
  g_free (use);
}

static void
add_use (GPtrArray *uses, CareRecord *printer, CareRecord *briefing, gboolean is_outdated)
{
  CarePositionUse *use;

  for (guint i = 0; i < uses->len; i++)
    {
      use = g_ptr_array_index (uses, i);
      if (use->printer == printer)
        {
          use->is_outdated |= is_outdated;
          return;
        }
    }
  use = g_new0 (CarePositionUse, 1);
  use->printer = g_object_ref (printer);
  g_set_object (&use->briefing, briefing);
  use->is_outdated = is_outdated;
  g_ptr_array_add (uses, use);
}

/* The places in briefings that show @record, in a box or within a text. */
static void
add_places (CareLibrary *library, GPtrArray *uses, CareRecord *record, gboolean is_outdated)
{
  g_autoptr (GPtrArray) users = care_library_users (library, record);

  for (guint i = 0; i < users->len; i++)
    {
      CareRecord *user = g_ptr_array_index (users, i);
      CareRecord *place = care_record_is (user, "box_item") ? care_library_follow (library, user, "box") : user;

      if (place == NULL)
        continue;
      if (care_record_is (place, "briefing"))
        add_use (uses, place, place, is_outdated);
      else if (care_record_is (place, "section") || care_record_is (place, "box"))
        add_use (uses, place, care_library_follow (library, place, "briefing"), is_outdated);
    }
}

static void
add_uses_of_version (CareLibrary *library, GPtrArray *uses, CareRecord *version, gboolean is_outdated)
{
  g_autoptr (GPtrArray) lines
    = care_library_children (library, "party_line", "version", care_record_get_id (version));

  for (guint i = 0; i < lines->len; i++)
    {
      add_use (uses, g_ptr_array_index (lines, i), NULL, is_outdated);
      add_places (library, uses, g_ptr_array_index (lines, i), is_outdated);
    }
  add_places (library, uses, version, is_outdated);
}

/**
 * care_position_uses:
 * @library: a library
 * @position: a position of it
 *
 * Returns: (transfer full) (element-type CarePositionUse): every party line that
 *   summarises a version of @position, and every place in a briefing that prints such a
 *   line or names the position.
 */
GPtrArray *
care_position_uses (CareLibrary *library, CareRecord *position)
{
  g_autoptr (GPtrArray) versions = care_position_versions (library, position);
  GPtrArray *uses = g_ptr_array_new_with_free_func ((GDestroyNotify) use_free);

  for (guint i = 0; i < versions->len; i++)
    add_uses_of_version (library, uses, g_ptr_array_index (versions, i), i > 0);
  add_places (library, uses, position, FALSE);
  return uses;
}

/**
 * care_position_tell_outdated:
 * @uses: (element-type CarePositionUse): as of care_position_uses()
 *
 * Returns: (transfer full): how many party lines and briefings print an earlier wording.
 */
char *
care_position_tell_outdated (GPtrArray *uses)
{
  g_autoptr (GHashTable) briefings = g_hash_table_new (NULL, NULL);
  guint n_lines = 0;

  for (guint i = 0; i < uses->len; i++)
    {
      const CarePositionUse *use = g_ptr_array_index (uses, i);

      if (!use->is_outdated)
        continue;
      if (use->briefing != NULL)
        g_hash_table_add (briefings, use->briefing);
      else
        n_lines++;
    }
  return care_position_say_outdated (n_lines, g_hash_table_size (briefings));
}
