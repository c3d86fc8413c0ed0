/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-library-private.h"

#include "care-statement.h"
#include "care-store-error.h"

#include <glib/gi18n.h>

static gboolean
is_same (CareRecord *a, CareRecord *b)
{
  for (guint i = 0; i < care_record_get_kind (a)->n_fields; i++)
    if (g_strcmp0 (care_record_get_at (a, i), care_record_get_at (b, i)) != 0)
      return FALSE;
  return TRUE;
}

/* The kind of the records that are being looked at, and the greatest id that the
 * library has of it: what goes beyond that, as nearly all of an import does, need not
 * be looked for. */
typedef struct
{
  const CareKind *kind;
  CareId greatest;
} Known;

static gboolean
find_greatest (sqlite3 *db, Known *known, CareRecord *record, GError **error)
{
  const CareKind *kind = care_record_get_kind (record);
  g_autofree char *sql = NULL;
  g_autoptr (CareStatement) statement = NULL;

  if (known->kind == kind)
    return TRUE;
  sql = g_strdup_printf ("SELECT max (id) FROM \"%s\"", kind->name);
  statement = care_statement_get (db, sql, error);
  if (statement == NULL || !care_statement_step (statement, error))
    return FALSE;
  *known = (Known) { kind, sqlite3_column_int64 (statement, 0) };
  return TRUE;
}

/* (transfer full) (nullable): what the library holds under the id of @record. */
static CareRecord *
find_there (CareLibrary *self, Known *known, CareRecord *record, GError **error)
{
  CareRecord *there = NULL;

  g_rec_mutex_lock (&self->lock);
  if (find_greatest (self->db, known, record, error) && care_record_get_id (record) <= known->greatest)
    there = care_database_load (self->db, known->kind, care_record_get_id (record), error);
  g_rec_mutex_unlock (&self->lock);
  return there;
}

static gboolean
add_record (CareLibrary *self, CareAct *act, Known *known, CareRecord *record, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (CareRecord) there = find_there (self, known, record, &reason);

  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (there == NULL)
    care_act_insert (act, record);
  else if (!is_same (there, record))
    {
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_CONFLICT,
                   _ ("The library holds another version of “%s”; import into a new library instead"),
                   care_record_get_title (record));
      return FALSE;
    }
  return TRUE;
}

/**
 * care_library_plan_import:
 * @self: a library
 * @records: (element-type CareRecord): what to put in
 * @error: return location for a #CareStoreError
 *
 * A record that is there already, and the same, is left; one that differs refuses
 * the whole import, as nothing is overwritten.
 *
 * Returns: (transfer full) (nullable): the act of putting @records in.
 */
CareAct *
care_library_plan_import (CareLibrary *self, GPtrArray *records, GError **error)
{
  g_autofree char *sentence
    = g_strdup_printf (ngettext ("Import %u record", "Import %u records", records->len), records->len);
  g_autoptr (CareAct) act = care_act_new (sentence);
  Known known = { NULL, 0 };

  for (guint i = 0; i < records->len; i++)
    if (!add_record (self, act, &known, g_ptr_array_index (records, i), error))
      return NULL;
  return g_steal_pointer (&act);
}

/**
 * care_library_import:
 * @self: a library that can be written
 * @records: (element-type CareRecord): what to put in
 * @n_new: (out) (optional): how many of them were not there before
 * @error: return location for a #CareStoreError or #CareDomainError
 *
 * Puts @records in as one act, see care_library_plan_import().
 *
 * Returns: %FALSE if nothing was imported.
 */
gboolean
care_library_import (CareLibrary *self, GPtrArray *records, guint *n_new, GError **error)
{
  g_autoptr (CareAct) act = care_library_plan_import (self, records, error);

  if (act == NULL)
    return FALSE;
  if (n_new != NULL)
    *n_new = care_act_get_steps (act)->len;
  return care_library_apply (self, act, error);
}
