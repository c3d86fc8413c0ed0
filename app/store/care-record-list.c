/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-record-list-private.h"

static void care_record_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CareRecordList, care_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, care_record_list_model_init))

static void
care_record_list_finalize (GObject *object)
{
  CareRecordList *self = CARE_RECORD_LIST (object);

  care_record_list_order_stop (self);
  care_record_list_basis_free (self);
  care_record_list_read_stop (self);
  care_record_list_seek_stop (self);
  if (self->library != NULL)
    self->library->all_lists = g_slist_remove (self->library->all_lists, self);
  g_array_unref (self->items);
  g_array_unref (self->piece);
  g_ptr_array_unref (self->kinds);
  g_clear_pointer (&self->among, g_hash_table_unref);
  g_free (self->typed);
  g_clear_pointer (&self->missed, g_array_unref);
  G_OBJECT_CLASS (care_record_list_parent_class)->finalize (object);
}

static void
care_record_list_class_init (CareRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_record_list_finalize;

  /**
   * CareRecordList::ordered:
   *
   * The beginning of the list is there in the order that was asked for last, or of what was typed last.
   */
  g_signal_new ("ordered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
care_record_list_init (CareRecordList *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (CareListItem));
  self->piece = g_array_new (FALSE, FALSE, sizeof (CareListItem));
  self->kinds = g_ptr_array_new ();
}

static GType
get_item_type (GListModel *list)
{
  return CARE_TYPE_RECORD;
}

static guint
get_n_items (GListModel *list)
{
  return CARE_RECORD_LIST (list)->items->len;
}

static CareRecord *
find_record (CareRecordList *self, const CareChange *item)
{
  CareRecord *live = care_library_find_live (self->library, item->kind, item->id);

  if (live != NULL)
    return live;
  if (care_library_can_read (self->library))
    return care_library_find (self->library, item->kind->name, item->id);
  if (self->missed == NULL)
    self->missed = g_array_new (FALSE, FALSE, sizeof (CareChange));
  g_array_append_val (self->missed, *item);
  return NULL;
}

/* What cannot be read, as the library has told by then, is an empty record; and so
 * is what cannot be read at once, until it can. */
static gpointer
get_item (GListModel *list, guint position)
{
  CareRecordList *self = CARE_RECORD_LIST (list);
  const CareChange *item;
  CareRecord *record;

  if (position >= self->items->len)
    return NULL;
  item = CARE_RECORD_LIST_AT (self, position);
  record = self->library == NULL ? NULL : find_record (self, item);
  return record != NULL ? g_object_ref (record) : care_record_new (item->kind, item->id);
}

/**
 * care_record_list_get_id:
 * @self: a list
 * @position: of one of its items
 *
 * Returns: the id of the record there, which is not read for that; 0 where the list has none.
 */
CareId
care_record_list_get_id (CareRecordList *self, guint position)
{
  g_return_val_if_fail (CARE_IS_RECORD_LIST (self), 0);

  return position < self->items->len ? CARE_RECORD_LIST_AT (self, position)->id : 0;
}

static void
care_record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* How many there are in the order that is asked for. */
guint
care_record_list_count (CareRecordList *self)
{
  return self->items->len - self->n_stale;
}

/* Adds @items, of CareListItem, before what stood there in another order. That these rows are
 * pushed out of sight, not taken away, has GTK use them again: to make new ones takes ten
 * times as long. */
void
care_record_list_put (CareRecordList *self, GArray *items)
{
  guint position = care_record_list_count (self);

  if (items->len == 0)
    return;
  g_array_insert_vals (self->items, position, items->data, items->len);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, items->len);
}

/* Takes away what stood there in another order. */
void
care_record_list_drop_stale (CareRecordList *self)
{
  guint n = self->n_stale;

  self->n_stale = 0;
  if (n == 0)
    return;
  g_array_set_size (self->items, self->items->len - n);
  g_list_model_items_changed (G_LIST_MODEL (self), self->items->len, n, 0);
}

/* (transfer full): of its kinds, for SQL. */
char *
care_record_list_name_kinds (CareRecordList *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->kinds->len; i++)
    g_string_append_printf (names, "%s'%s'", i > 0 ? ", " : "", ((const CareKind *) self->kinds->pdata[i])->name);
  return g_string_free (names, FALSE);
}

static CareRecordList *
make (CareLibrary *library)
{
  CareRecordList *self = g_object_new (CARE_TYPE_RECORD_LIST, NULL);

  self->library = library;
  library->all_lists = g_slist_prepend (library->all_lists, self);
  return self;
}

/**
 * care_record_list_new_by_id:
 * @library: a library, which the list does not hold
 * @kind: a kind
 *
 * Returns: (transfer full): the records of @kind by ascending id.
 */
CareRecordList *
care_record_list_new_by_id (CareLibrary *library, const CareKind *kind)
{
  CareRecordList *self = make (library);

  g_ptr_array_add (self->kinds, (gpointer) kind);
  care_record_list_read (self);
  return self;
}

/**
 * care_record_list_new_sorted:
 * @library: a library, which the list does not hold
 * @kinds: (array zero-terminated=1): names of kinds
 *
 * Returns: (transfer full): their records, see care_library_list_sorted().
 */
CareRecordList *
care_record_list_new_sorted (CareLibrary *library, const char *const *kinds)
{
  CareRecordList *self = make (library);

  self->is_sorted = TRUE;
  for (guint i = 0; kinds[i] != NULL; i++)
    g_ptr_array_add (self->kinds, (gpointer) care_kind_find (kinds[i]));
  care_record_list_read (self);
  return self;
}

/**
 * care_record_list_set_order:
 * @self: a list by title or date
 * @order: (nullable): one of the orders of its first kind; %NULL for its own
 * @descending: in which direction
 *
 * Puts the list in another order. One that the library has no index for comes when it
 * has been made, piece by piece while the main loop is idle; #CareRecordList::ordered
 * says that its beginning is there.
 */
void
care_record_list_set_order (CareRecordList *self, const CareOrder *order, gboolean descending)
{
  gboolean whole;

  g_return_if_fail (CARE_IS_RECORD_LIST (self) && self->is_sorted);

  if (order != NULL && order->field == NULL)
    order = NULL;
  if (self->library == NULL || (self->order == order && self->descending == descending))
    return;
  whole = self->order == NULL && !self->descending && !self->is_reading && self->found == NULL && self->among == NULL;
  self->order = order;
  self->descending = descending;
  if (order != NULL)
    care_record_list_order_anew (self, whole);
  else
    care_record_list_turn (self);
}

/**
 * care_record_list_get_order:
 * @self: a list by title or date
 * @descending: (out): in which direction
 *
 * Returns: (transfer none) (nullable): the order that it is in, or is going to be; %NULL: its own.
 */
const CareOrder *
care_record_list_get_order (CareRecordList *self, gboolean *descending)
{
  *descending = self->descending;
  return self->order;
}

/**
 * care_record_list_set_typed:
 * @self: a list by title or date
 * @typed: (nullable): whatever a person typed, as for care_library_search()
 *
 * Lists only those of its records that are found by @typed, in the same order; all
 * of them where @typed is %NULL or says nothing. A record that is changed so that
 * it is found is listed from then on; one that is no longer found stays until
 * something else is typed, or it would run away from whoever edits it.
 */
void
care_record_list_set_typed (CareRecordList *self, const char *typed)
{
  g_return_if_fail (CARE_IS_RECORD_LIST (self) && self->is_sorted);

  if (typed != NULL && typed[0] == '\0')
    typed = NULL;
  if (self->library == NULL || g_strcmp0 (self->typed, typed) == 0)
    return;
  g_free (self->typed);
  self->typed = g_strdup (typed);
  self->is_other = typed != NULL;
  care_record_list_seek (self);
  care_record_list_read (self);
}

/* (transfer full) (nullable): @ids as a set. */
static GHashTable *
make_set (GArray *ids)
{
  GHashTable *set = ids == NULL ? NULL : g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_hash_table_add (set, g_memdup2 (&g_array_index (ids, CareId, i), sizeof (CareId)));
  return set;
}

static gboolean
is_same_set (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer id;

  if (a == NULL || b == NULL || g_hash_table_size (a) != g_hash_table_size (b))
    return a == b;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (b, id))
      return FALSE;
  return TRUE;
}

/**
 * care_record_list_set_among:
 * @self: a list by title or date
 * @ids: (nullable) (element-type CareId): of the records that may be listed; %NULL: all may
 *
 * Lists only those, in the same order.
 */
void
care_record_list_set_among (CareRecordList *self, GArray *ids)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->among);

  g_return_if_fail (CARE_IS_RECORD_LIST (self) && self->is_sorted);

  self->among = make_set (ids);
  if (self->library != NULL && !is_same_set (before, self->among))
    care_record_list_read (self);
}

/* The library is being closed: the list keeps its length, and nothing else. */
void
care_record_list_library_gone (CareRecordList *self)
{
  care_record_list_order_stop (self);
  care_record_list_basis_free (self);
  care_record_list_read_stop (self);
  care_record_list_seek_stop (self);
  self->library = NULL;
}
