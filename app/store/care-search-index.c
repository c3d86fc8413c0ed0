/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-search-index.h"

#include "care-database.h"
#include "care-store-error.h"

#include <glib/gi18n.h>

/* The format of FTS5, as its source tells it: table "search_data", where a segment is
 * a number of leaves. A leaf is
 *
 *   where its first row id is (2 bytes), where its terms' places begin (2 bytes);
 *   what goes on from the leaf before; then terms, each with its rows: a row id, the
 *   length of its positions, the positions, which may go on in the next leaf;
 *   the places of its terms.
 */
#define FORMAT 4
#define FIRST_LEAF ((gint64) 1 << 37)
#define IS_LEAF(id) ((((id) >> 31) & 0x3f) == 0)
#define SEGMENT(id) ((id) >> 37)
#define HEAD 4
/* No text is as long: what follows is added to it in 32 bits. */
#define MOST_POSITIONS (1 << 28)

typedef struct
{
  const guint8 *data;
  guint end;  /* of rows and terms */
  guint size; /* of all */
  guint at;
  guint term;      /* where the next term is, or @end */
  guint term_at;   /* where the place of the one after is */
  gboolean is_bad;
} Leaf;

/* Of the leaf before. */
typedef struct
{
  gint64 id;
  guint carried; /* bytes of positions that go on in the next */
} Before;

static guint64
read_varint (Leaf *leaf, guint *at, guint end)
{
  guint64 value = 0;

  for (guint i = 0; i < 9; i++)
    {
      guint8 byte;

      if (*at >= end)
        break;
      byte = leaf->data[(*at)++];
      if (i == 8)
        return value << 8 | byte;
      value = value << 7 | (byte & 0x7f);
      if (byte < 0x80)
        return value;
    }
  leaf->is_bad = TRUE;
  return 0;
}

static void
skip (Leaf *leaf, guint64 length, guint end)
{
  if (length > end - leaf->at)
    leaf->is_bad = TRUE;
  else
    leaf->at += (guint) length;
}

/* The first place is counted from the beginning, others from the one before. */
static void
find_next_term (Leaf *leaf)
{
  guint before = leaf->term_at == leaf->end ? 0 : leaf->term;
  guint64 place;

  leaf->term = leaf->end;
  if (leaf->term_at == leaf->size)
    return;
  place = before + read_varint (leaf, &leaf->term_at, leaf->size);
  if (leaf->is_bad || place <= MAX (before, HEAD - 1) || place >= leaf->end)
    leaf->is_bad = TRUE;
  else
    leaf->term = (guint) place;
}

/* How many bytes of the term are those of the one before, but for the first, and how
 * many follow. */
static void
read_term (Leaf *leaf, gboolean is_first)
{
  if (!is_first)
    read_varint (leaf, &leaf->at, leaf->end);
  skip (leaf, read_varint (leaf, &leaf->at, leaf->end), leaf->end);
  find_next_term (leaf);
}

/* Returns how many bytes of the positions are in the next leaf. */
static guint
read_row (Leaf *leaf)
{
  guint64 length, here;

  read_varint (leaf, &leaf->at, leaf->term);
  length = read_varint (leaf, &leaf->at, leaf->term) >> 1;
  here = MIN (length, leaf->term - leaf->at);
  leaf->is_bad = leaf->is_bad || length > MOST_POSITIONS || (here < length && leaf->term < leaf->end);
  leaf->at += (guint) here;
  return (guint) (length - here);
}

static guint
read_leaf (Leaf *leaf, guint carried)
{
  gboolean is_first = TRUE;
  guint here;

  find_next_term (leaf);
  here = MIN (carried, leaf->term - leaf->at);
  if (here < carried && leaf->term < leaf->end)
    leaf->is_bad = TRUE;
  leaf->at += here;
  carried -= here;
  while (!leaf->is_bad && leaf->at < leaf->end)
    {
      if (leaf->at == leaf->term)
        {
          read_term (leaf, is_first);
          is_first = FALSE;
        }
      else
        carried = read_row (leaf);
    }
  return carried;
}

static gboolean
check_leaf (gint64 id, const guint8 *data, guint size, Before *before)
{
  gboolean goes_on = id == before->id + 1 && SEGMENT (id) == SEGMENT (before->id);
  guint first = size < HEAD ? 0 : data[0] * 256u + data[1];
  Leaf leaf = { .data = data, .size = size, .at = HEAD, .end = size < HEAD ? 0 : data[2] * 256u + data[3] };

  leaf.term_at = leaf.end;
  if (leaf.end < HEAD || leaf.end > size || first >= leaf.end || (first > 0 && first < HEAD)
      || (!goes_on && before->carried > 0))
    return FALSE;
  before->carried = read_leaf (&leaf, goes_on ? before->carried : 0);
  before->id = id;
  return !leaf.is_bad;
}

static gboolean
check_leaves (sqlite3_stmt *statement, int *code)
{
  Before before = { 0, 0 };

  while ((*code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      const guint8 *data = sqlite3_column_blob (statement, 1);
      guint size = (guint) sqlite3_column_bytes (statement, 1);

      if (IS_LEAF (id) && !check_leaf (id, data, size, &before))
        return FALSE;
    }
  return *code != SQLITE_DONE || before.carried == 0;
}

/**
 * care_search_index_check:
 * @db: a connection to a library of our schema
 * @error: return location for a #CareStoreError: %CARE_STORE_ERROR_DAMAGED if the index
 *   is not what FTS5 writes
 *
 * Looks at what the search index is kept in, without FTS5. An index in a format that a
 * later SQLite has made is left to that.
 *
 * Returns: whether every length in it can be.
 */
gboolean
care_search_index_check (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean sound;
  int format, code;

  if (!care_database_get_int (db, "SELECT ifnull (max (v), 0) FROM search_config WHERE k = 'version'", &format, error))
    return FALSE;
  if (format != FORMAT)
    return TRUE;
  code = sqlite3_prepare_v2 (db, "SELECT id, block FROM search_data WHERE id >= ?1 ORDER BY id", -1, &statement, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_bind_int64 (statement, 1, FIRST_LEAF);
  if (code != SQLITE_OK)
    {
      care_database_set_error (db, code, error);
      return FALSE;
    }
  sound = check_leaves (statement, &code);
  if (sound && code == SQLITE_DONE)
    return TRUE;
  if (sound)
    care_database_set_error (db, code, error);
  else
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED,
                 _ ("The library is damaged (the search index is not whole); restore a backup"));
  return FALSE;
}
