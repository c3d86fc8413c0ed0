/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How what an order is made of follows the acts: who edits a figure and then sorts does not wait until
 * all figures are read again. */

#include "care-record-list-private.h"

/* Records of an act that are read again one by one: each takes as long as to look at all that are listed. */
#define FEW 8

/* Whether keys of a basis follow from records of @kind that they are not of. */
static gboolean
is_told_of (CareRecordList *self, const CareKind *kind)
{
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const CareField *field = care_order_field (self->basis->order, g_ptr_array_index (self->kinds, i));

      if (field != NULL && field->type == CARE_FIELD_REFERENCE && g_str_equal (field->target, kind->name))
        return TRUE;
    }
  return g_strcmp0 (self->basis->order->child, kind->name) == 0;
}

static void
take_out (CareListBasis *b, const CareChange *change)
{
  for (guint i = 0; i < b->entries->len; i++)
    if (care_change_equal (&g_array_index (b->entries, CareListEntry, i).item.change, change))
      {
        g_array_remove_index (b->entries, i);
        return;
      }
}

/* Where what has its place by @sort stands in the order of the catalogue. */
static guint
find_place (CareRecordList *self, const CareChange *change, const char *sort)
{
  GArray *entries = self->basis->entries;
  guint low = 0, high = entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const CareListItem *item = &g_array_index (entries, CareListEntry, middle).item;
      gint64 entry;
      g_autofree char *other = care_record_list_find_sort (self, &item->change, &entry);
      int order = g_strcmp0 (other, sort);

      if (order < 0 || (order == 0 && item->change.id < change->id))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Has what @change is of be as it is now. */
static void
mend (CareRecordList *self, const CareChange *change)
{
  CareListBasis *b = self->basis;
  CareListEntry now = { { *change, 0 } };
  g_autofree char *sort = NULL, *text = NULL;

  take_out (b, change);
  sort = care_record_list_find_sort (self, change, &now.item.entry);
  if (sort == NULL)
    return;
  care_record_list_find_key (self, b->order, change, &now.key, &text);
  if (text != NULL)
    now.key.text = g_string_chunk_insert_const (b->texts, text);
  g_array_insert_val (b->entries, find_place (self, change, sort), now);
}

/* An act has touched @touched, of CareChange. Where they are few, and nothing else is told of by them, each is
 * read again; else all are when they are wanted. Returns whether anything is as it was not before. */
gboolean
care_record_list_basis_follow (CareRecordList *self, GArray *touched)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (CareChange));
  gboolean is_told = FALSE;

  for (guint i = 0; i < touched->len && self->basis != NULL; i++)
    {
      const CareChange *change = &g_array_index (touched, CareChange, i);

      is_told = is_told || is_told_of (self, change->kind);
      if (g_ptr_array_find (self->kinds, change->kind, NULL))
        g_array_append_vals (own, change, 1);
    }
  if (is_told || own->len > FEW || (own->len > 0 && self->basis->stage != CARE_LIST_BASIS_WHOLE))
    care_record_list_basis_free (self);
  else if (own->len > 0)
    {
      g_rec_mutex_lock (&self->library->lock);
      for (guint i = 0; i < own->len; i++)
        mend (self, &g_array_index (own, CareChange, i));
      g_rec_mutex_unlock (&self->library->lock);
    }
  return is_told || own->len > 0;
}
