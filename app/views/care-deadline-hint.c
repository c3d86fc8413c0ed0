/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-deadline-hint.h"

#include "care-deadline-follow.h"

typedef struct
{
  CareLibrary *library;
  CareRecord *deadline;
} Hint;

static void
hint_free (gpointer data, GClosure *closure)
{
  Hint *hint = data;

  g_object_unref (hint->library);
  g_object_unref (hint->deadline);
  g_free (hint);
}

static void
edited (CareEditRow *row, Hint *hint)
{
  g_autofree char *words = care_edit_row_get_text (row);
  CareRecord *pledge
    = care_library_lookup_now ("pledge", care_record_get_reference (hint->deadline, "pledge"), hint->library);
  g_autofree char *says = *words == '\0' ? NULL : care_deadline_explain (hint->deadline, pledge, words);

  care_edit_row_set_hint (row, says);
}

/**
 * care_deadline_hint_is_for:
 * @record: a record
 * @field: a field of it
 *
 * Returns: whether @field is the words of a deadline or a milestone.
 */
gboolean
care_deadline_hint_is_for (CareRecord *record, const CareField *field)
{
  return g_strcmp0 (field->name, care_deadline_words_field (record)) == 0;
}

/**
 * care_deadline_hint_follow:
 * @row: in which the words of @deadline are typed
 * @library: a library
 * @deadline: a deadline or a milestone, in @library or not yet
 *
 * From now on the row says what is understood of what is typed in it.
 */
void
care_deadline_hint_follow (CareEditRow *row, CareLibrary *library, CareRecord *deadline)
{
  Hint *hint = g_new (Hint, 1);

  hint->library = g_object_ref (library);
  hint->deadline = g_object_ref (deadline);
  g_signal_connect_data (row, "edited", G_CALLBACK (edited), hint, hint_free, 0);
}
