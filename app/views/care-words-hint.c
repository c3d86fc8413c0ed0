/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-words-hint.h"

#include "care-understand.h"

typedef struct
{
  CareLibrary *library;
  CareRecord *record;
  const CareField *field;
} Hint;

static void
hint_free (gpointer data, GClosure *closure)
{
  Hint *hint = data;

  g_object_unref (hint->library);
  g_object_unref (hint->record);
  g_free (hint);
}

static void
edited (CareEditRow *row, Hint *hint)
{
  g_autofree char *words = care_edit_row_get_text (row);
  CareRecord *pledge = care_library_lookup_now ("pledge", care_record_get_reference (hint->record, "pledge"), hint->library);
  g_autofree char *says = *words == '\0' ? NULL : care_understand_explain (hint->record, pledge, hint->field->name, words);

  care_edit_row_set_hint (row, says);
}

/**
 * care_words_hint_follow:
 * @row: in which @field of @record is typed
 * @library: a library
 * @record: a record in @library, or not yet
 * @field: a field of it
 *
 * If words are typed there that say something of other fields, the row says from now on what
 * is understood of them.
 */
void
care_words_hint_follow (CareEditRow *row, CareLibrary *library, CareRecord *record, const CareField *field)
{
  Hint *hint;

  if (!care_understand_is_for (record, field->name))
    return;
  hint = g_new (Hint, 1);
  hint->library = g_object_ref (library);
  hint->record = g_object_ref (record);
  hint->field = field;
  g_signal_connect_data (row, "edited", G_CALLBACK (edited), hint, hint_free, 0);
}
