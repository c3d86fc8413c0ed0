/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-library-private.h"

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

static gboolean
add_record (CareLibrary *self, CareAct *act, CareRecord *record, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (CareRecord) there = NULL;

  g_rec_mutex_lock (&self->lock);
  there = care_database_load (self->db, care_record_get_kind (record), care_record_get_id (record), &reason);
  g_rec_mutex_unlock (&self->lock);
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

  for (guint i = 0; i < records->len; i++)
    if (!add_record (self, act, g_ptr_array_index (records, i), error))
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
