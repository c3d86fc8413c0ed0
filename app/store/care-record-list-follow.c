/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a list follows the acts: with the smallest change that it can tell of. */

#include "care-record-list-private.h"

/* An act that puts in or takes out more than this has the list read anew. */
#define MAX_NEWS 200

/* What an item has its place by. */
typedef struct
{
  CareOrderKey key; /* where the order is not that of the catalogue */
  char *text;
  char *sort;
  gint64 entry;
} Place;

static void
place_clear (Place *place)
{
  g_free (place->text);
  g_free (place->sort);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static void
place_find (CareRecordList *self, const CareChange *item, Place *place)
{
  if (!self->is_sorted)
    return;
  if (self->order != NULL)
    care_record_list_find_key (self, self->order, item, &place->key, &place->text);
  place->sort = care_record_list_find_sort (self, item, &place->entry);
}

/* The order of two items, of which the second has the place @of_other. */
static int
compare (CareRecordList *self, const CareChange *item, const CareChange *other, const Place *of_other)
{
  g_auto (Place) place = { 0 };
  gboolean backwards = self->descending && self->order == NULL;
  int order = 0;

  place_find (self, item, &place);
  if (self->order != NULL)
    order = care_order_compare (&place.key, &of_other->key, self->descending);
  if (order == 0)
    order = g_strcmp0 (place.sort, of_other->sort);
  if (order == 0)
    order = (item->id > other->id) - (item->id < other->id);
  return backwards ? -order : order;
}

static guint
find_place (CareRecordList *self, const CareChange *item, const Place *place)
{
  guint low = 0;
  guint high = care_record_list_count (self);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (self, CARE_RECORD_LIST_AT (self, middle), item, place) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Whether @item is listed, and where. A list by title or date is not quite in
 * order once something in it has been edited. */
static gboolean
find_item (CareRecordList *self, const CareChange *item, guint *position)
{
  const Place nowhere = { 0 };
  guint place = !self->is_sorted ? find_place (self, item, &nowhere) : 0;

  for (guint i = place; i < care_record_list_count (self) && (self->is_sorted || i == place); i++)
    if (care_change_equal (CARE_RECORD_LIST_AT (self, i), item))
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

static void
remove_item (CareRecordList *self, const CareChange *item)
{
  guint position;

  if (!find_item (self, item, &position))
    return;
  g_array_remove_index (self->items, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/* Whether @item has its place behind what has been read so far. */
static gboolean
comes_later (CareRecordList *self, const CareChange *item, const Place *place)
{
  int order;

  if (!self->is_reading)
    return FALSE;
  order = g_strcmp0 (place->sort, self->last_sort);
  if (order == 0)
    order = (item->id > self->last_id) - (item->id < self->last_id);
  return self->descending ? order < 0 : order > 0;
}

static void
insert_item (CareRecordList *self, const CareChange *item)
{
  g_auto (Place) place = { 0 };
  CareListItem new;
  guint position;

  g_rec_mutex_lock (&self->library->lock);
  place_find (self, item, &place);
  position = find_place (self, item, &place);
  g_rec_mutex_unlock (&self->library->lock);
  if (comes_later (self, item, &place))
    return;
  new = (CareListItem) { *item, place.entry };
  g_array_insert_val (self->items, position, new);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

/* Those of @touched that are listed. One pass through the list finds them all. */
static GHashTable *
collect_listed (CareRecordList *self, GArray *touched)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (care_change_hash, care_change_equal);
  GHashTable *listed = g_hash_table_new (care_change_hash, care_change_equal);

  for (guint i = 0; i < touched->len; i++)
    {
      CareChange *change = &g_array_index (touched, CareChange, i);
      guint position;

      if (self->is_sorted)
        g_hash_table_add (wanted, change);
      else if (g_ptr_array_find (self->kinds, change->kind, NULL) && find_item (self, change, &position))
        g_hash_table_add (listed, change);
    }
  for (guint i = 0; i < care_record_list_count (self) && g_hash_table_size (listed) < g_hash_table_size (wanted); i++)
    {
      gpointer change = g_hash_table_lookup (wanted, CARE_RECORD_LIST_AT (self, i));

      if (change != NULL)
        g_hash_table_add (listed, change);
    }
  return listed;
}

/* The touched records of this list that are there now and were not, or the other
 * way round: (element-type CareChange). @rows says which are there. */
static GArray *
find_news (CareRecordList *self, GArray *touched, GPtrArray *rows, GHashTable *listed, gboolean there)
{
  GArray *news = g_array_new (FALSE, FALSE, sizeof (CareChange));

  for (guint i = 0; i < touched->len; i++)
    {
      const CareChange *change = &g_array_index (touched, CareChange, i);

      if (!g_ptr_array_find (self->kinds, change->kind, NULL) || (g_ptr_array_index (rows, i) != NULL) != there
          || g_hash_table_contains (listed, change) == there || (there && !care_record_list_matches (self, change)))
        continue;
      g_array_append_val (news, *change);
    }
  return news;
}

static guint
count_touched (CareRecordList *self, GArray *touched)
{
  guint n = 0;

  for (guint i = 0; i < touched->len; i++)
    n += g_ptr_array_find (self->kinds, g_array_index (touched, CareChange, i).kind, NULL);
  return n;
}

/* Keeps in mind which of the items listed may have their place in a later piece now. */
static void
note_changed (CareRecordList *self, GArray *touched)
{
  guint position;

  if (!self->is_reading)
    return;
  if (self->changed == NULL)
    self->changed = g_hash_table_new_full (care_change_hash, care_change_equal, g_free, NULL);
  for (guint i = 0; i < touched->len; i++)
    {
      const CareChange *change = &g_array_index (touched, CareChange, i);

      if (find_item (self, change, &position))
        g_hash_table_add (self->changed, g_memdup2 (change, sizeof *change));
      else
        g_hash_table_remove (self->changed, change);
    }
}

/* Tells of each record that the act put in or took out by itself, unless they are
 * too many; returns whether that was done. */
static gboolean
follow_each (CareRecordList *self, GArray *touched, GPtrArray *rows)
{
  g_autoptr (GHashTable) listed = collect_listed (self, touched);
  g_autoptr (GArray) gone = find_news (self, touched, rows, listed, FALSE);
  g_autoptr (GArray) new = find_news (self, touched, rows, listed, TRUE);

  if (gone->len + new->len > MAX_NEWS)
    return FALSE;
  for (guint i = 0; i < gone->len; i++)
    remove_item (self, &g_array_index (gone, CareChange, i));
  for (guint i = 0; i < new->len; i++)
    insert_item (self, &g_array_index (new, CareChange, i));
  note_changed (self, touched);
  return TRUE;
}

/* Follows an act that has been committed and touched @touched; @rows has for each
 * the record that is there now, or is NULL where they are too many. */
void
care_record_list_follow (CareRecordList *self, GArray *touched, GPtrArray *rows)
{
  guint n = count_touched (self, touched);
  /* Of each record it would have to be found out whether it matches, or comes again. */
  gboolean slow = n > MAX_NEWS && (self->found != NULL || self->is_reading);
  gboolean is_other = care_record_list_basis_follow (self, touched);

  if (n > 0 && (rows == NULL || slow || self->is_waiting || !follow_each (self, touched, rows)))
    {
      care_record_list_seek (self);
      care_record_list_read (self);
    }
  else if (self->ordering != NULL && is_other)
    care_record_list_order_anew (self, FALSE);
}

/**
 * care_record_list_find:
 * @self: a list
 * @record: a record
 * @position: (out): where it is
 *
 * Returns: whether @self has @record; no other record is read for that.
 */
gboolean
care_record_list_find (CareRecordList *self, CareRecord *record, guint *position)
{
  const CareChange item = { care_record_get_kind (record), care_record_get_id (record) };

  return find_item (self, &item, position);
}

/**
 * care_record_list_settle:
 * @self: a list by title or date
 * @record: a record
 *
 * Puts @record where it belongs by what it says now. A list leaves what is changed where it is, or it
 * would run away from whoever changes it.
 */
void
care_record_list_settle (CareRecordList *self, CareRecord *record)
{
  const CareChange item = { care_record_get_kind (record), care_record_get_id (record) };
  guint position;

  /* What is read or put in order yet comes to its place then. */
  if (self->library == NULL || self->ordering != NULL || self->is_reading || !find_item (self, &item, &position))
    return;
  remove_item (self, &item);
  insert_item (self, &item);
}

/* Shows the records that could not be read at once. */
void
care_record_list_catch_up (CareRecordList *self)
{
  g_autoptr (GArray) missed = g_steal_pointer (&self->missed);
  guint position;

  for (guint i = 0; missed != NULL && i < missed->len; i++)
    if (find_item (self, &g_array_index (missed, CareChange, i), &position))
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
}
