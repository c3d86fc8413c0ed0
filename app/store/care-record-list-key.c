/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a record has its place by in an order that is not that of the catalogue. */

#include "care-record-list-private.h"

#include "care-sort-key.h"
#include "care-statement.h"

/* Of each record of @kind from an id on what it has its place by. */
char *
care_record_list_write_key_sql (const CareOrder *order, const CareKind *kind, const CareField *field)
{
  if (order->child != NULL)
    return g_strdup_printf ("SELECT id, (SELECT c.\"%s\" FROM \"%s\" AS c WHERE c.\"%s\" = p.id AND c.whose = 'ours'"
                            " AND c.limb IS NULL ORDER BY c.judged DESC, c.id DESC LIMIT 1)"
                            " FROM \"%s\" AS p WHERE id >= ?1 ORDER BY id LIMIT ?2",
                            field->name, order->child, kind->name, kind->name);
  return g_strdup_printf ("SELECT id, \"%s\" FROM \"%s\" WHERE id >= ?1 ORDER BY id LIMIT ?2", field->name, kind->name);
}

/* Parties in their declared order, then the others by name. */
static char *
describe_target (CareRecordList *self, const CareField *field, CareId id)
{
  CareRecord *target = care_library_find (self->library, field->target, id);
  gboolean placed = target != NULL && care_kind_field_index (care_record_get_kind (target), "ordinal") >= 0
                    && care_record_get (target, "ordinal") != NULL;
  g_autofree char *title = target == NULL ? NULL : care_sort_key_for_text (care_record_get_title (target));

  return g_strdup_printf ("%010d %s", placed ? care_record_get_number (target, "ordinal") : G_MAXINT,
                          title != NULL ? title : "");
}

/* What the row of @statement gives. */
void
care_record_list_read_key (CareRecordList *self, const CareField *field, sqlite3_stmt *statement, CareOrderKey *key, char **text)
{
  const char *value = (const char *) sqlite3_column_text (statement, 1);

  if (field->type == CARE_FIELD_REFERENCE && value != NULL)
    {
      *key = (CareOrderKey) { 0 };
      *text = describe_target (self, field, sqlite3_column_int64 (statement, 1));
    }
  else
    care_order_read_key (field, value, key, text);
}

/* What @item has its place by in an order. */
void
care_record_list_find_key (CareRecordList *self, const CareOrder *order, const CareChange *item, CareOrderKey *key, char **text)
{
  const CareField *field = care_order_field (order, item->kind);
  g_autofree char *sql = field == NULL ? NULL : care_record_list_write_key_sql (order, item->kind, field);
  g_autoptr (CareStatement) statement = sql == NULL ? NULL : care_statement_get (self->library->db, sql, NULL);

  care_order_read_key (NULL, NULL, key, text);
  if (statement == NULL)
    return;
  care_statement_bind_id (statement, 1, item->id);
  care_statement_bind_id (statement, 2, 1);
  if (care_statement_step (statement, NULL) && sqlite3_column_int64 (statement, 0) == item->id)
    care_record_list_read_key (self, field, statement, key, text);
  key->text = *text;
}

/* (transfer full) (nullable): what @item has its place by in the catalogue, and its entry there; NULL where
 * it has none. */
char *
care_record_list_find_sort (CareRecordList *self, const CareChange *item, gint64 *entry)
{
  g_autoptr (CareStatement) statement = care_statement_get (
    self->library->db, "SELECT sort, entry FROM catalogue WHERE record = ?1 AND kind = ?2", NULL);

  if (statement == NULL)
    return NULL;
  care_statement_bind_id (statement, 1, item->id);
  care_statement_bind_text (statement, 2, item->kind->name);
  if (!care_statement_step (statement, NULL))
    return NULL;
  *entry = sqlite3_column_int64 (statement, 1);
  return g_strdup ((const char *) sqlite3_column_text (statement, 0));
}
