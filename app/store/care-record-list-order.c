/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a list is put in an order for which the library has no index. What each record has
 * its place by is read and sorted a little at a time, while the main loop is idle: until then
 * the list stands as it was. */

#include "care-record-list-private.h"

#include "care-statement.h"

#include <string.h>

#define PIECE 500
/* Where those that are equal in the new order stay as they are. */
typedef struct
{
  CareChange item;
  CareOrderKey key;
} Entry;

typedef struct
{
  CareId id;
  CareOrderKey key;
} Keyed;

typedef enum
{
  SEEK,    /* what was typed */
  COLLECT, /* the items, in the order of the catalogue */
  READ,    /* the keys of one kind */
  JOIN,    /* both, and then the next kind */
  PICK,    /* what is seen first, and show it */
  SORT,    /* piece by piece */
  MERGE,   /* two pieces into one, until there is one */
  SHOW,
} Stage;

typedef struct _CareOrdering
{
  Stage stage;
  GArray *items;   /* of CareChange */
  gboolean is_collected;
  GArray *entries; /* of Entry */
  GArray *keyed;   /* of Keyed, by id */
  guint kind;
  GStringChunk *texts;
  GHashTable *targets; /* id to text: of what is referred to */
  guint at;    /* how far the stage has come */
  guint width; /* of what is sorted already */
  guint source; /* 0: waits for the disk */
} CareOrdering;

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
  const CareRecordList *self = data;

  return care_order_compare (&((const Entry *) a)->key, &((const Entry *) b)->key, self->descending);
}

/* The same, where texts that come again are one, and what is referred to is looked up once. */
static void
read_key_of_many (CareRecordList *self, const CareField *field, sqlite3_stmt *statement, CareOrderKey *key)
{
  CareOrdering *o = self->ordering;
  gboolean refers = field->type == CARE_FIELD_REFERENCE;
  CareId target = refers ? sqlite3_column_int64 (statement, 1) : 0;
  char *known = refers ? g_hash_table_lookup (o->targets, &target) : NULL;
  g_autofree char *text = NULL;

  *key = (CareOrderKey) { .text = known };
  if (known != NULL)
    return;
  care_record_list_read_key (self, field, statement, key, &text);
  if (text != NULL)
    key->text = g_string_chunk_insert_const (o->texts, text);
  if (refers && text != NULL)
    g_hash_table_insert (o->targets, g_memdup2 (&target, sizeof target), key->text);
}

/* Each of these does a little of its stage and returns whether that is done. */

static gboolean
collect (CareRecordList *self, gint64 until, GError **error)
{
  CareOrdering *o = self->ordering;
  CareOrderKey nothing;
  char *text;

  if (!o->is_collected && care_record_list_read_sorted (self, o->items, G_MAXUINT, until, error))
    return FALSE;
  care_order_read_key (NULL, NULL, &nothing, &text);
  g_array_set_size (o->entries, o->items->len);
  for (guint i = 0; i < o->items->len; i++)
    g_array_index (o->entries, Entry, i) = (Entry) { g_array_index (o->items, CareChange, i), nothing };
  return TRUE;
}

static gboolean
read_keys (CareRecordList *self, GError **error)
{
  CareOrdering *o = self->ordering;
  const CareKind *kind = g_ptr_array_index (self->kinds, o->kind);
  const CareField *field = care_order_field (self->order, kind);
  g_autofree char *sql = field == NULL ? NULL : care_record_list_write_key_sql (self->order, kind, field);
  g_autoptr (CareStatement) statement = sql == NULL ? NULL : care_statement_get (self->library->db, sql, error);
  guint before = o->keyed->len;

  if (statement == NULL)
    return TRUE;
  care_statement_bind_id (statement, 1, before == 0 ? 0 : g_array_index (o->keyed, Keyed, before - 1).id + 1);
  care_statement_bind_id (statement, 2, PIECE);
  while (care_statement_step (statement, error))
    {
      Keyed keyed = { .id = sqlite3_column_int64 (statement, 0) };

      read_key_of_many (self, field, statement, &keyed.key);
      g_array_append_val (o->keyed, keyed);
    }
  return o->keyed->len - before < PIECE;
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
  CareOrdering *o = self->ordering;
  const CareKind *kind = g_ptr_array_index (self->kinds, o->kind);
  guint end = MIN (o->at + PIECE, o->entries->len);

  for (; o->at < end; o->at++)
    {
      Entry *entry = &g_array_index (o->entries, Entry, o->at);
      const Keyed *keyed = entry->item.kind == kind ? find_keyed (o->keyed, entry->item.id) : NULL;

      if (keyed != NULL)
        entry->key = keyed->key;
    }
  if (o->at < o->entries->len)
    return FALSE;
  o->at = 0;
  g_array_set_size (o->keyed, 0);
  return TRUE;
}

static gboolean
sort (CareRecordList *self)
{
  CareOrdering *o = self->ordering;
  guint n = MIN (PIECE, o->entries->len - o->at);

  if (n > 0)
    g_qsort_with_data (&g_array_index (o->entries, Entry, o->at), (int) n, sizeof (Entry), compare_entries, self);
  o->at += n;
  if (o->at < o->entries->len)
    return FALSE;
  o->at = 0;
  o->width = PIECE;
  return TRUE;
}

/* Makes one sorted piece of the @n of them, of which the first @middle and the rest are. */
static void
merge_two (CareRecordList *self, Entry *entries, guint middle, guint n)
{
  g_autofree Entry *first = g_memdup2 (entries, middle * sizeof (Entry));
  guint a = 0;
  guint b = middle;

  for (guint i = 0; a < middle; i++)
    if (b < n && compare_entries (&entries[b], &first[a], self) < 0)
      entries[i] = entries[b++];
    else
      entries[i] = first[a++];
}

static gboolean
merge (CareRecordList *self)
{
  CareOrdering *o = self->ordering;
  guint n = o->entries->len;

  if (o->width >= n)
    {
      o->at = MIN (n, CARE_RECORD_LIST_SEEN);
      return TRUE;
    }
  if (o->at + o->width < n)
    merge_two (self, &g_array_index (o->entries, Entry, o->at), o->width, MIN (2 * o->width, n - o->at));
  o->at += 2 * o->width;
  if (o->at >= n)
    {
      o->at = 0;
      o->width *= 2;
    }
  return FALSE;
}

/* The first of all when they are sorted, which takes longer. */
static GArray *
pick (CareRecordList *self)
{
  CareOrdering *o = self->ordering;
  GArray *items = g_array_new (FALSE, FALSE, sizeof (CareChange));
  Entry seen[CARE_RECORD_LIST_SEEN];
  guint n = 0;

  for (guint i = 0; i < o->entries->len; i++)
    {
      const Entry *entry = &g_array_index (o->entries, Entry, i);
      guint place = n;

      while (place > 0 && compare_entries (entry, &seen[place - 1], self) < 0)
        place--;
      if (place == CARE_RECORD_LIST_SEEN)
        continue;
      n = MIN (n + 1, CARE_RECORD_LIST_SEEN);
      memmove (&seen[place + 1], &seen[place], (n - 1 - place) * sizeof *seen);
      seen[place] = *entry;
    }
  for (guint i = 0; i < n; i++)
    g_array_append_val (items, seen[i].item);
  return items;
}

static void
show_first (CareRecordList *self)
{
  g_autoptr (GArray) items = pick (self);

  self->ordering->stage++;
  self->n_stale = self->items->len;
  care_record_list_put (self, items);
  g_signal_emit_by_name (self, "ordered");
}

/* First the other rows that there are, then the rest. Returns whether that was all. */
static gboolean
show_more (CareRecordList *self)
{
  CareOrdering *o = self->ordering;
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (CareChange));
  gboolean last = o->at >= CARE_RECORD_LIST_ROWS || o->at + CARE_RECORD_LIST_MORE >= o->entries->len;
  guint end = last ? o->entries->len : o->at + CARE_RECORD_LIST_MORE;

  for (; o->at < end; o->at++)
    g_array_append_val (items, g_array_index (o->entries, Entry, o->at).item);
  if (last)
    care_record_list_drop_stale (self);
  care_record_list_put (self, items);
  return last;
}

static gboolean
do_some (CareRecordList *self, gint64 until, GError **error)
{
  switch (self->ordering->stage)
    {
    case SEEK:
      return care_record_list_seek_some (self, until, error);
    case COLLECT:
      return collect (self, until, error);
    case READ:
      return read_keys (self, error);
    case JOIN:
      return join (self);
    case SORT:
      return sort (self);
    default:
      return merge (self);
    }
}

static void
go_on (CareRecordList *self)
{
  CareOrdering *o = self->ordering;

  if (o->stage == JOIN && o->kind + 1 < self->kinds->len)
    {
      o->kind++;
      o->stage = READ;
    }
  else
    o->stage++;
}

static void resume (GObject *object);

static gboolean
work (gpointer data)
{
  g_autoptr (CareRecordList) self = g_object_ref (data);
  CareOrdering *o = self->ordering;
  gint64 until = g_get_monotonic_time () + CARE_RECORD_LIST_TURN;
  g_autoptr (GError) error = NULL;

  if (!care_library_can_read (self->library))
    {
      o->source = 0;
      care_library_when_readable (self->library, resume, G_OBJECT (self));
      return G_SOURCE_REMOVE;
    }
  g_rec_mutex_lock (&self->library->lock);
  while (o->stage != PICK && o->stage != SHOW && error == NULL && g_get_monotonic_time () < until)
    if (do_some (self, until, &error))
      go_on (self);
  g_rec_mutex_unlock (&self->library->lock);
  if (error != NULL)
    care_library_report (self->library, error);
  else if (o->stage == PICK)
    show_first (self);
  /* Whoever follows the list may have asked for another order meanwhile. */
  if (self->ordering != o)
    return G_SOURCE_REMOVE;
  if ((error != NULL || (o->stage == SHOW && show_more (self))) && self->ordering == o)
    care_record_list_order_stop (self);
  return G_SOURCE_CONTINUE;
}

static void
resume (GObject *object)
{
  CareRecordList *self = CARE_RECORD_LIST (object);

  if (self->ordering != NULL && self->ordering->source == 0)
    self->ordering->source = g_idle_add (work, self);
}

/* Makes the order that is asked for, from the beginning. @is_whole says that all is
 * listed, in the order of the catalogue. */
void
care_record_list_order_anew (CareRecordList *self, gboolean is_whole)
{
  CareOrdering *o;

  care_record_list_order_stop (self);
  care_record_list_read_stop (self);
  o = self->ordering = g_new0 (CareOrdering, 1);
  o->items = is_whole ? g_array_copy (self->items) : g_array_new (FALSE, FALSE, sizeof (CareChange));
  o->is_collected = is_whole;
  o->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  o->keyed = g_array_new (FALSE, FALSE, sizeof (Keyed));
  o->texts = g_string_chunk_new (4096);
  o->targets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  resume (G_OBJECT (self));
}

/* Gives up what is under way; the list stands as it is. */
void
care_record_list_order_stop (CareRecordList *self)
{
  CareOrdering *o = g_steal_pointer (&self->ordering);

  if (o == NULL)
    return;
  g_clear_handle_id (&o->source, g_source_remove);
  g_array_unref (o->items);
  g_array_unref (o->entries);
  g_array_unref (o->keyed);
  g_string_chunk_free (o->texts);
  g_hash_table_unref (o->targets);
  g_free (o);
}
