/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a library is sound. */

#include "care-library-private.h"

#include "care-catalogue.h"
#include "care-reference.h"
#include "care-schema.h"
#include "care-store-error.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static gboolean
check_references (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int code = sqlite3_prepare_v2 (db, "PRAGMA foreign_key_check", -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_DONE)
    return TRUE;
  if (code != SQLITE_ROW)
    care_database_set_error (db, code, error);
  else
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
                 _ ("The library is damaged (%s %lld names a record that is not there); restore a backup"),
                 sqlite3_column_text (statement, 0), sqlite3_column_int64 (statement, 1));
  return FALSE;
}

static gboolean
check_text (CareLibrary *self, CareRecord *record, const char *text, GError **error)
{
  CareReferenceMatch match;

  for (gsize from = 0; care_reference_next (text, from, &match); from = match.end)
    if (care_library_find (self, match.kind->name, match.id) == NULL)
      {
        g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
                     _ ("The text of “%s” names a record that is not in the library (%s %" PRId64
                        "); name another"),
                     care_record_get_title (record), match.kind->name, match.id);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_record (CareLibrary *self, CareRecord *record, GError **error)
{
  const CareKind *kind = care_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == CARE_FIELD_PROSE && care_record_get_at (record, i) != NULL
        && !check_text (self, record, care_record_get_at (record, i), error))
      return FALSE;
  return care_record_check (record, error);
}

/**
 * care_library_verify:
 * @self: a library
 * @error: return location for a #CareStoreError
 *
 * Returns: whether the file is sound, every reference in a field or a text names
 *   a record, and every record has what its kind must have.
 */
gboolean
care_library_verify (CareLibrary *self, GError **error)
{
  g_autoptr (GPtrArray) records = care_library_records (self);

  if (self->index_damage != NULL)
    {
      g_propagate_error (error, g_error_copy (self->index_damage));
      return FALSE;
    }
  if (!care_schema_check_pages (self->db, TRUE, error) || !check_references (self->db, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!check_record (self, g_ptr_array_index (records, i), error))
      return FALSE;
  return care_catalogue_verify (self->db, error);
}
