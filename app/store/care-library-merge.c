/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-library-merge.h"

#include "care-merge-base.h"
#include "care-store-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define ENDING ".carebrief"

/**
 * care_library_merge_plan:
 * @libraries: mine and theirs
 * @base: (nullable): what both have grown from; without it, that is worked out from
 *   their histories
 * @error: return location for a #CareStoreError; %CARE_STORE_ERROR_CONFLICT if
 *   there is no @base and it cannot be worked out
 *
 * Compares the libraries; none is changed.
 *
 * Returns: (transfer full) (nullable): what is taken and what is to be decided.
 */
CareMerge *
care_library_merge_plan (CareMergeLibraries *libraries, CareLibrary *base, GError **error)
{
  g_autoptr (GPtrArray) newest = care_library_history (libraries->theirs, 1, error);
  g_autoptr (CareMergeBase) found = NULL;
  g_autoptr (GPtrArray) records_of_base = NULL;
  g_autoptr (GPtrArray) records_of_mine = NULL;
  g_autoptr (GPtrArray) records_of_theirs = NULL;

  if (newest == NULL)
    return NULL;
  care_library_settle (libraries->mine);
  libraries->newest = newest->len == 0 ? 0 : ((CareHistoryEntry *) g_ptr_array_index (newest, 0))->id;
  if (base == NULL)
    {
      found = care_merge_base_find (libraries->mine, libraries->theirs, error);
      if (found == NULL)
        return NULL;
    }
  records_of_base = care_library_records (base == NULL ? found->library : base);
  records_of_mine = care_library_records (libraries->mine);
  records_of_theirs = care_library_records (libraries->theirs);
  return care_merge_new (records_of_base, records_of_mine, records_of_theirs);
}

/* Whether the library still has what was compared. */
static gboolean
check_step (const CareMergeStep *step, CareRecord *live, GError **error)
{
  gboolean is_there = live != NULL;

  if (is_there == (step->what != CARE_MERGE_INSERT)
      && (step->what != CARE_MERGE_SET
          || g_strcmp0 (care_record_get (live, step->field->name), care_record_get (step->record, step->field->name))
               == 0))
    return TRUE;
  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT,
               _ ("“%s” has been changed since the libraries were compared; compare them again"),
               care_record_get_title (step->record));
  return FALSE;
}

static gboolean
add_step (CareLibrary *mine, CareAct *act, const CareMergeStep *step, GError **error)
{
  CareRecord *live
    = care_library_find (mine, care_record_get_kind (step->record)->name, care_record_get_id (step->record));
  g_autoptr (CareRecord) record = NULL;

  if (!check_step (step, live, error))
    return FALSE;
  if (step->what == CARE_MERGE_SET)
    return care_act_set (act, live, step->field->name, step->value, error);
  if (step->what == CARE_MERGE_DELETE)
    {
      care_act_delete (act, live);
      return TRUE;
    }
  record = care_record_copy (step->record);
  care_act_insert (act, record);
  return TRUE;
}

/**
 * care_library_merge_act:
 * @libraries: those that were compared; mine can be written
 * @merge: of which every conflict is decided
 * @error: return location for a #CareStoreError; %CARE_STORE_ERROR_CONFLICT if
 *   mine has been changed since
 *
 * Returns: (transfer full) (nullable): the act of changing mine into the result of
 *   the merge, before which a backup is made.
 */
CareAct *
care_library_merge_act (CareMergeLibraries *libraries, CareMerge *merge, GError **error)
{
  g_autofree char *name = care_library_merge_name (libraries->theirs);
  g_autofree char *sentence = g_strdup_printf (_ ("Merge “%s”"), name);
  g_autoptr (CareAct) act = care_act_new (sentence);
  g_autoptr (GPtrArray) steps = NULL;

  g_return_val_if_fail (care_merge_count_undecided (merge) == 0, NULL);

  care_act_set_merged (act, libraries->newest);
  care_act_set_backed_up (act, TRUE);
  steps = care_merge_steps (merge);
  for (guint i = 0; i < steps->len; i++)
    if (!add_step (libraries->mine, act, g_ptr_array_index (steps, i), error))
      return NULL;
  return g_steal_pointer (&act);
}

/**
 * care_library_merge_apply:
 * @libraries: as for care_library_merge_act()
 * @merge: as for care_library_merge_act()
 * @error: return location for a #CareStoreError
 *
 * Changes mine into the result of the merge, as one act. What changes nothing is
 * no act.
 *
 * Returns: %FALSE if nothing was done.
 */
gboolean
care_library_merge_apply (CareMergeLibraries *libraries, CareMerge *merge, GError **error)
{
  g_autoptr (CareAct) act = care_library_merge_act (libraries, merge, error);

  return act != NULL && care_library_apply (libraries->mine, act, error);
}

/**
 * care_library_merge_name:
 * @library: a library
 *
 * Returns: (transfer full): what it is called in the history of another: the name
 *   of its file without the ending.
 */
char *
care_library_merge_name (CareLibrary *library)
{
  char *name = g_filename_display_basename (care_library_get_path (library));

  if (g_str_has_suffix (name, ENDING) && strlen (name) > strlen (ENDING))
    name[strlen (name) - strlen (ENDING)] = '\0';
  return name;
}

/**
 * care_library_merge_lookup:
 * @kind: such as "figure"
 * @id: of a record
 * @data: (type CareMergeLibraries): the libraries that are merged
 *
 * Finds what either side names, as a #CareLookup.
 *
 * Returns: (transfer none) (nullable): the record of mine, or else of theirs.
 */
CareRecord *
care_library_merge_lookup (const char *kind, CareId id, gpointer data)
{
  const CareMergeLibraries *libraries = data;
  CareRecord *record = care_library_find (libraries->mine, kind, id);

  return record != NULL ? record : care_library_find (libraries->theirs, kind, id);
}
