/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an order is made of for which the library has no index: all records of the list, in the order of
 * the catalogue, with what each has its place by. It is read a little at a time, and kept: to turn
 * such an order round, or to look for something in it, nothing is read, and after an act only what it touched. */

#include "care-record-list-private.h"

#include "care-statement.h"

#define PIECE 500

/* Of one kind. */
typedef struct
{
  CareId id;
  CareOrderKey key;
} Keyed;

typedef CareListBasis Basis;

/* As care_record_list_read_key(), where texts that come again are one, and what is referred to is
 * looked up once. */
static void
read_key_of_many (CareRecordList *self, const CareField *field, sqlite3_stmt *statement, CareOrderKey *key)
{
  Basis *b = self->basis;
  gboolean refers = field->type == CARE_FIELD_REFERENCE;
  CareId target = refers ? sqlite3_column_int64 (statement, 1) : 0;
  char *known = refers ? g_hash_table_lookup (b->targets, &target) : NULL;
  g_autofree char *text = NULL;

  *key = (CareOrderKey) { .text = known };
  if (known != NULL)
    return;
  care_record_list_read_key (self, field, statement, key, &text);
  if (text != NULL)
    key->text = g_string_chunk_insert_const (b->texts, text);
  if (refers && text != NULL)
    g_hash_table_insert (b->targets, g_memdup2 (&target, sizeof target), key->text);
}

/* Each of these does a little of its stage and returns whether that is done. */

static gboolean
collect (CareRecordList *self, gint64 until, GError **error)
{
  Basis *b = self->basis;
  CareOrderKey nothing;
  char *text;

  if (!b->is_collected && care_record_list_read_sorted (self, b->items, G_MAXUINT, until, error))
    return FALSE;
  care_order_read_key (NULL, NULL, &nothing, &text);
  g_array_set_size (b->entries, b->items->len);
  for (guint i = 0; i < b->items->len; i++)
    g_array_index (b->entries, CareListEntry, i) = (CareListEntry) { g_array_index (b->items, CareListItem, i), nothing };
  g_array_set_size (b->items, 0);
  return TRUE;
}

static gboolean
read_keys (CareRecordList *self, GError **error)
{
  Basis *b = self->basis;
  const CareKind *kind = g_ptr_array_index (self->kinds, b->kind);
  const CareField *field = care_order_field (b->order, kind);
  g_autofree char *sql = field == NULL ? NULL : care_record_list_write_key_sql (b->order, kind, field);
  g_autoptr (CareStatement) statement = sql == NULL ? NULL : care_statement_get (self->library->db, sql, error);
  guint before = b->keyed->len;

  if (statement == NULL)
    return TRUE;
  care_statement_bind_id (statement, 1, before == 0 ? 0 : g_array_index (b->keyed, Keyed, before - 1).id + 1);
  care_statement_bind_id (statement, 2, PIECE);
  while (care_statement_step (statement, error))
    {
      Keyed keyed = { .id = sqlite3_column_int64 (statement, 0) };

      read_key_of_many (self, field, statement, &keyed.key);
      g_array_append_val (b->keyed, keyed);
    }
  return b->keyed->len - before < PIECE;
}

/* Most ids follow one another, so that the place of one is nearly known from the last. */
static const Keyed *
find_keyed (GArray *keyed, CareId id)
{
  guint low = 0;
  guint high = keyed->len;
  guint middle = 0;

  if (high > 0)
    middle = high - 1 - (guint) CLAMP (g_array_index (keyed, Keyed, high - 1).id - id, 0, high - 1);
  while (low < high)
    {
      const Keyed *one = &g_array_index (keyed, Keyed, middle);

      if (one->id == id)
        return one;
      if (one->id < id)
        low = middle + 1;
      else
        high = middle;
      middle = low + (high - low) / 2;
    }
  return NULL;
}

static gboolean
join (CareRecordList *self)
{
  Basis *b = self->basis;
  const CareKind *kind = g_ptr_array_index (self->kinds, b->kind);
  guint end = MIN (b->at + PIECE, b->entries->len);

  for (; b->at < end; b->at++)
    {
      CareListEntry *entry = &g_array_index (b->entries, CareListEntry, b->at);
      const Keyed *keyed = entry->item.change.kind == kind ? find_keyed (b->keyed, entry->item.change.id) : NULL;

      if (keyed != NULL)
        entry->key = keyed->key;
    }
  if (b->at < b->entries->len)
    return FALSE;
  b->at = 0;
  g_array_set_size (b->keyed, 0);
  return TRUE;
}

static gboolean
do_some (CareRecordList *self, gint64 until, GError **error)
{
  switch (self->basis->stage)
    {
    case CARE_LIST_BASIS_COLLECT:
      return collect (self, until, error);
    case CARE_LIST_BASIS_READ:
      return read_keys (self, error);
    default:
      return join (self);
    }
}

static void
go_on (CareRecordList *self)
{
  Basis *b = self->basis;
  gboolean next_kind = b->stage == CARE_LIST_BASIS_JOIN && b->kind + 1 < self->kinds->len;

  b->kind += next_kind;
  b->stage = next_kind ? CARE_LIST_BASIS_READ : b->stage + 1;
}

/* Goes on until the basis is whole, or until that moment; to be called with the lock of the library.
 * Returns whether it is. */
gboolean
care_record_list_basis_some (CareRecordList *self, gint64 until, GError **error)
{
  g_autoptr (GError) reason = NULL;

  while (self->basis->stage != CARE_LIST_BASIS_WHOLE && reason == NULL && g_get_monotonic_time () < until)
    if (do_some (self, until, &reason))
      go_on (self);
  if (reason != NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  return self->basis->stage == CARE_LIST_BASIS_WHOLE;
}

/* (transfer full) (element-type CareListEntry): what of a whole basis is to be listed. */
GArray *
care_record_list_basis_list (CareRecordList *self)
{
  GArray *all = self->basis->entries;
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (CareListEntry), all->len);

  for (guint i = 0; i < all->len; i++)
    {
      CareListEntry *entry = &g_array_index (all, CareListEntry, i);

      if (care_record_list_has (self, &entry->item))
        g_array_append_val (entries, *entry);
    }
  return entries;
}

static Basis *
make_basis (void)
{
  Basis *b = g_new0 (Basis, 1);

  b->items = g_array_new (FALSE, FALSE, sizeof (CareListItem));
  b->entries = g_array_new (FALSE, FALSE, sizeof (CareListEntry));
  b->keyed = g_array_new (FALSE, FALSE, sizeof (Keyed));
  b->texts = g_string_chunk_new (4096);
  b->targets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return b;
}

static gboolean
is_whole (const Basis *b)
{
  return b != NULL && b->stage == CARE_LIST_BASIS_WHOLE;
}

/* Sees to it that there is one for the order that is asked for, or begins to make it. @is_listed says
 * that all records are listed, in the order of the catalogue. */
void
care_record_list_basis_begin (CareRecordList *self, gboolean is_listed)
{
  Basis *before, *b;

  if (self->basis != NULL && self->basis->order == self->order)
    return;
  care_record_list_read_stop (self);
  before = self->basis;
  b = make_basis ();
  b->order = self->order;
  b->is_collected = is_listed || is_whole (before);
  if (is_listed)
    g_array_append_vals (b->items, self->items->data, self->items->len);
  else if (is_whole (before))
    for (guint i = 0; i < before->entries->len; i++)
      g_array_append_val (b->items, g_array_index (before->entries, CareListEntry, i).item);
  care_record_list_basis_free (self);
  self->basis = b;
  self->reads_all = TRUE;
}

/* The list is going to be read in another way: what is not whole would not go on. */
void
care_record_list_basis_stop (CareRecordList *self)
{
  if (!is_whole (self->basis))
    care_record_list_basis_free (self);
}

void
care_record_list_basis_free (CareRecordList *self)
{
  Basis *b = g_steal_pointer (&self->basis);

  if (b == NULL)
    return;
  g_array_unref (b->items);
  g_array_unref (b->entries);
  g_array_unref (b->keyed);
  g_string_chunk_free (b->texts);
  g_hash_table_unref (b->targets);
  g_free (b);
}
