/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-library-private.h"

#include "care-statement.h"

/* So many are read at once where the list is in order by title or date; the rest
 * follows when the main loop is idle. */
#define FIRST_PIECE 2000
#define NEXT_PIECE 50000
/* An act that brings more new records than this has the list read anew. */
#define MAX_INSERTS 200

struct _CareRecordList
{
  GObject parent_instance;

  CareLibrary *library; /* not held; NULL once it is gone */
  GArray *items;        /* of CareChange: kind and id */
  GPtrArray *kinds;     /* of const CareKind */
  char *sql;            /* of the next piece; NULL for a list by id */
  char *last_sort;      /* of the last item read; NULL before the first */
  CareId last_id;
  guint reading;        /* source id; 0 when all has been read */
};

static void care_record_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CareRecordList, care_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, care_record_list_model_init))

static void
care_record_list_finalize (GObject *object)
{
  CareRecordList *self = CARE_RECORD_LIST (object);

  g_clear_handle_id (&self->reading, g_source_remove);
  if (self->library != NULL)
    self->library->all_lists = g_slist_remove (self->library->all_lists, self);
  g_array_unref (self->items);
  g_ptr_array_unref (self->kinds);
  g_free (self->sql);
  g_free (self->last_sort);
  G_OBJECT_CLASS (care_record_list_parent_class)->finalize (object);
}

static void
care_record_list_class_init (CareRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_record_list_finalize;
}

static void
care_record_list_init (CareRecordList *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (CareChange));
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

/* What cannot be read, as the library has told by then, is an empty record. */
static gpointer
get_item (GListModel *list, guint position)
{
  CareRecordList *self = CARE_RECORD_LIST (list);
  const CareChange *item;
  CareRecord *record;

  if (position >= self->items->len)
    return NULL;
  item = &g_array_index (self->items, CareChange, position);
  record = self->library == NULL ? NULL : care_library_find (self->library, item->kind->name, item->id);
  return record != NULL ? g_object_ref (record) : care_record_new (item->kind, item->id);
}

static void
care_record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
read_by_id (CareRecordList *self, GError **error)
{
  const CareKind *kind = g_ptr_array_index (self->kinds, 0);
  g_autoptr (GArray) ids = care_database_list (self->library->db, kind, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      CareChange item = { kind, g_array_index (ids, CareId, i) };
      g_array_append_val (self->items, item);
    }
}

/* Reads up to @limit more, and returns how many there were. */
static guint
read_sorted (CareRecordList *self, guint limit, GError **error)
{
  g_autoptr (CareStatement) statement = care_statement_get (self->library->db, self->sql, error);
  g_autofree char *sort = g_steal_pointer (&self->last_sort);
  CareId last = self->last_id;
  guint n = 0;

  if (statement == NULL)
    return 0;
  care_statement_bind_text (statement, 1, sort == NULL ? "" : sort);
  care_statement_bind_id (statement, 2, last);
  care_statement_bind_id (statement, 3, limit);
  while (care_statement_step (statement, error))
    {
      CareChange item = { care_kind_find ((const char *) sqlite3_column_text (statement, 1)),
                          sqlite3_column_int64 (statement, 0) };

      n++;
      if (n == limit)
        self->last_sort = g_strdup ((const char *) sqlite3_column_text (statement, 2));
      self->last_id = item.id;
      if (item.kind != NULL)
        g_array_append_val (self->items, item);
    }
  return n;
}

/* Reads a piece of the list at its end. Returns whether there is more. */
static gboolean
read_piece (CareRecordList *self, guint limit)
{
  g_autoptr (GError) error = NULL;
  gboolean more = FALSE;

  g_rec_mutex_lock (&self->library->lock);
  if (self->sql == NULL)
    read_by_id (self, &error);
  else
    more = read_sorted (self, limit, &error) == limit;
  g_rec_mutex_unlock (&self->library->lock);
  if (error != NULL)
    care_library_report (self->library, error);
  return more && error == NULL;
}

static gboolean
read_on (gpointer data)
{
  CareRecordList *self = data;
  guint n = self->items->len;
  gboolean more = read_piece (self, NEXT_PIECE);

  if (!more)
    self->reading = 0;
  g_list_model_items_changed (G_LIST_MODEL (self), n, 0, self->items->len - n);
  return more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
read_first (CareRecordList *self)
{
  g_clear_handle_id (&self->reading, g_source_remove);
  g_clear_pointer (&self->last_sort, g_free);
  self->last_id = 0;
  if (read_piece (self, FIRST_PIECE))
    self->reading = g_idle_add_full (G_PRIORITY_LOW, read_on, self, NULL);
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
  read_first (self);
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
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const CareKind *kind = care_kind_find (kinds[i]);

      g_ptr_array_add (self->kinds, (gpointer) kind);
      g_string_append_printf (names, "%s'%s'", i > 0 ? ", " : "", kind->name);
    }
  /* By key, never by offset: the thousandth piece comes as quickly as the first. */
  self->sql = g_strdup_printf ("SELECT record, kind, sort FROM catalogue WHERE kind IN (%s)"
                               " AND (sort, record) > (?1, ?2) ORDER BY sort, record LIMIT ?3",
                               names->str);
  read_first (self);
  return self;
}

/* The library is being closed: the list keeps its length, and nothing else. */
void
care_record_list_library_gone (CareRecordList *self)
{
  g_clear_handle_id (&self->reading, g_source_remove);
  self->library = NULL;
}

static char *
find_sort (CareRecordList *self, const CareChange *item)
{
  g_autoptr (CareStatement) statement = care_statement_get (
    self->library->db, "SELECT sort FROM catalogue WHERE record = ?1 AND kind = ?2", NULL);

  if (statement == NULL)
    return NULL;
  care_statement_bind_id (statement, 1, item->id);
  care_statement_bind_text (statement, 2, item->kind->name);
  return care_statement_step (statement, NULL) ? g_strdup ((const char *) sqlite3_column_text (statement, 0)) : NULL;
}

/* The order of two items, of which the second has the key @sort. */
static int
compare (CareRecordList *self, const CareChange *item, const CareChange *other, const char *sort)
{
  g_autofree char *key = NULL;
  int order = 0;

  if (sort != NULL)
    {
      key = find_sort (self, item);
      order = g_strcmp0 (key, sort);
    }
  return order != 0 ? order : (item->id > other->id) - (item->id < other->id);
}

static guint
find_place (CareRecordList *self, const CareChange *item, const char *sort)
{
  guint low = 0;
  guint high = self->items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (self, &g_array_index (self->items, CareChange, middle), item, sort) < 0)
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
  guint place = self->sql == NULL ? find_place (self, item, NULL) : 0;

  for (guint i = place; i < self->items->len && (self->sql != NULL || i == place); i++)
    if (care_change_equal (&g_array_index (self->items, CareChange, i), item))
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

static void
insert_item (CareRecordList *self, const CareChange *item)
{
  g_autofree char *sort = NULL;
  guint position;

  if (self->sql != NULL)
    {
      g_rec_mutex_lock (&self->library->lock);
      sort = find_sort (self, item);
      position = find_place (self, item, sort);
      g_rec_mutex_unlock (&self->library->lock);
    }
  else
    position = find_place (self, item, NULL);
  /* It comes with a later piece. */
  if (position == self->items->len && self->reading != 0)
    return;
  g_array_insert_val (self->items, position, *item);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

static void
read_anew (CareRecordList *self)
{
  guint n = self->items->len;

  g_array_set_size (self->items, 0);
  read_first (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, self->items->len);
}

/* The touched records of this list that are there now and were not, or the other
 * way round: (element-type CareChange). @rows says which are there, where it is
 * given; else the file does. */
static GArray *
find_news (CareRecordList *self, GArray *touched, GPtrArray *rows, gboolean there)
{
  GArray *news = g_array_new (FALSE, FALSE, sizeof (CareChange));

  for (guint i = 0; i < touched->len; i++)
    {
      const CareChange *change = &g_array_index (touched, CareChange, i);
      guint position;

      if (!g_ptr_array_find (self->kinds, change->kind, NULL) || (g_ptr_array_index (rows, i) != NULL) != there
          || find_item (self, change, &position) == there)
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

/* Follows an act that has been committed and touched @touched; @rows has for each
 * the record that is there now, or is NULL where they are too many. */
void
care_record_list_follow (CareRecordList *self, GArray *touched, GPtrArray *rows)
{
  guint n = count_touched (self, touched);
  g_autoptr (GArray) gone = NULL;
  g_autoptr (GArray) new = NULL;

  if (n == 0)
    return;
  if (n > MAX_INSERTS || rows == NULL)
    {
      read_anew (self);
      return;
    }
  gone = find_news (self, touched, rows, FALSE);
  new = find_news (self, touched, rows, TRUE);
  for (guint i = 0; i < gone->len; i++)
    remove_item (self, &g_array_index (gone, CareChange, i));
  for (guint i = 0; i < new->len; i++)
    insert_item (self, &g_array_index (new, CareChange, i));
}
