/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a list is put in an order for which the library has no index. What each record has its place by
 * is sorted a little at a time, while the main loop is idle: until then the list stands as it was.
 * Those that are equal stay in the order of the catalogue. */

#include "care-record-list-private.h"

#include <string.h>

#define PIECE 500

typedef enum
{
  PREPARE, /* the basis */
  SEEK,    /* what was typed */
  SELECT,  /* that of the basis */
  PICK,    /* what is seen first, and show it */
  SORT,    /* piece by piece */
  MERGE,   /* two pieces into one, until there is one */
  SHOW,
} Stage;

typedef struct _CareOrdering
{
  Stage stage;
  GArray *entries; /* of CareListEntry, whose texts are those of the basis */
  guint at;        /* how far the stage has come */
  guint width;     /* of what is sorted already */
  guint source;    /* 0: waits for the disk */
} CareOrdering;

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
  const CareRecordList *self = data;

  return care_order_compare (&((const CareListEntry *) a)->key, &((const CareListEntry *) b)->key, self->descending);
}

/* Each of these does a little of its stage and returns whether that is done. */

static gboolean
select_entries (CareRecordList *self)
{
  g_array_unref (self->ordering->entries);
  self->ordering->entries = care_record_list_basis_list (self);
  return TRUE;
}

static gboolean
sort (CareRecordList *self)
{
  CareOrdering *o = self->ordering;
  guint n = MIN (PIECE, o->entries->len - o->at);

  if (n > 0)
    g_qsort_with_data (&g_array_index (o->entries, CareListEntry, o->at), (int) n, sizeof (CareListEntry), compare_entries, self);
  o->at += n;
  if (o->at < o->entries->len)
    return FALSE;
  o->at = 0;
  o->width = PIECE;
  return TRUE;
}

/* Makes one sorted piece of the @n of them, of which the first @middle and the rest are. */
static void
merge_two (CareRecordList *self, CareListEntry *entries, guint middle, guint n)
{
  g_autofree CareListEntry *first = g_memdup2 (entries, middle * sizeof (CareListEntry));
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
    merge_two (self, &g_array_index (o->entries, CareListEntry, o->at), o->width, MIN (2 * o->width, n - o->at));
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
  GArray *items = g_array_new (FALSE, FALSE, sizeof (CareListItem));
  CareListEntry seen[CARE_RECORD_LIST_SEEN];
  guint n = 0;

  for (guint i = 0; i < o->entries->len; i++)
    {
      const CareListEntry *entry = &g_array_index (o->entries, CareListEntry, i);
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
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (CareListItem));
  gboolean last = o->at >= CARE_RECORD_LIST_ROWS || o->at + CARE_RECORD_LIST_MORE >= o->entries->len;
  guint end = last ? o->entries->len : o->at + CARE_RECORD_LIST_MORE;

  for (; o->at < end; o->at++)
    g_array_append_val (items, g_array_index (o->entries, CareListEntry, o->at).item);
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
    case PREPARE:
      return care_record_list_basis_some (self, until, error);
    case SEEK:
      return care_record_list_seek_some (self, until, error);
    case SELECT:
      return select_entries (self);
    case SORT:
      return sort (self);
    default:
      return merge (self);
    }
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
  if (!care_record_list_seek_first (self, until, &error))
    return G_SOURCE_CONTINUE;
  g_rec_mutex_lock (&self->library->lock);
  while (error == NULL && o->stage != PICK && o->stage != SHOW && g_get_monotonic_time () < until)
    if (do_some (self, until, &error))
      o->stage++;
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

/* Makes the order that is asked for, from the beginning. @is_listed says that all is listed, in the
 * order of the catalogue. */
void
care_record_list_order_anew (CareRecordList *self, gboolean is_listed)
{
  care_record_list_order_stop (self);
  self->n_stale = 0;
  care_record_list_basis_begin (self, is_listed);
  self->ordering = g_new0 (CareOrdering, 1);
  self->ordering->entries = g_array_new (FALSE, FALSE, sizeof (CareListEntry));
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
  g_array_unref (o->entries);
  g_free (o);
}
