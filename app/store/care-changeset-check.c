/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether some bytes are a changeset of the tables of records. SQLite 3.40 can
 * loop for ever over a damaged one (the four bytes 54 03 01 00 suffice), and a
 * history may come in a file from a stranger, so this stands before every use.
 *
 * A changeset is a series of tables: "T", the number of columns, for each column
 * whether it is of the primary key, the name; then its changes: the operation,
 * whether it was indirect, and the values of the old row, the new row or both.
 * https://www.sqlite.org/session/changegroup.html */

#include "care-changeset.h"

#include <string.h>

typedef struct
{
  const guint8 *at;
  const guint8 *end;
  const CareKind *kind; /* of the table being read */
  guint n_columns;      /* of it; 0 before the first */
  gboolean whole;       /* no table has fewer columns than it has now */
  const guint8 *second; /* the second row, where there is one */
  GArray *list;         /* of CareChange, to be filled, or NULL */
  GByteArray *inverse;  /* to be filled, or NULL */
  guint n_deleted;
} Reader;

/* A number of up to five bytes, of seven bits each; more than we ever write. */
static gboolean
read_number (Reader *reader, guint64 *number)
{
  *number = 0;
  for (int i = 0; i < 5 && reader->at < reader->end; i++)
    {
      guint8 byte = *reader->at++;

      *number = *number << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
skip (Reader *reader, guint64 bytes)
{
  if (bytes > (guint64) (reader->end - reader->at))
    return FALSE;
  reader->at += bytes;
  return TRUE;
}

/* The types of values in a changeset: SQLite's own, and "not changed". */
enum
{
  VALUE_UNDEFINED = 0,
  VALUE_INTEGER = 1,
  VALUE_TEXT = 3,
  VALUE_BLOB = 4,
  VALUE_NULL = 5,
};

/* With its type. */
#define KEY_BYTES 9

static gboolean
skip_key (Reader *reader, int expected)
{
  return reader->at < reader->end && *reader->at++ == expected && (expected == VALUE_UNDEFINED || skip (reader, KEY_BYTES - 1));
}

/* Floating point is in no table of ours. */
static gboolean
skip_value (Reader *reader, gboolean may_be_undefined)
{
  guint64 length;

  if (reader->at == reader->end)
    return FALSE;
  switch (*reader->at++)
    {
    case VALUE_UNDEFINED:
      return may_be_undefined;
    case VALUE_INTEGER:
      return skip (reader, 8);
    case VALUE_TEXT:
    case VALUE_BLOB:
      return read_number (reader, &length) && skip (reader, length);
    case VALUE_NULL:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The values of one row. The key, which is the first column, stands in every row
 * but the new one of an update, which has only what differs. */
static gboolean
skip_row (Reader *reader, gboolean partial, gboolean has_key)
{
  if (!skip_key (reader, has_key ? VALUE_INTEGER : VALUE_UNDEFINED))
    return FALSE;
  for (guint i = 1; i < reader->n_columns; i++)
    if (!skip_value (reader, partial))
      return FALSE;
  return TRUE;
}

static void
append (Reader *reader, const guint8 *from, const guint8 *to)
{
  if (reader->inverse != NULL)
    g_byte_array_append (reader->inverse, from, (guint) (to - from));
}

static gboolean
read_table (Reader *reader)
{
  const guint8 *start = reader->at;
  const CareKind *kind;
  const guint8 *keys;
  const guint8 *name_end;
  guint64 n_columns;

  reader->at++;
  if (!read_number (reader, &n_columns))
    return FALSE;
  keys = reader->at;
  if (n_columns == 0 || !skip (reader, n_columns))
    return FALSE;
  name_end = memchr (reader->at, 0, (gsize) (reader->end - reader->at));
  if (name_end == NULL)
    return FALSE;
  kind = care_kind_find ((const char *) reader->at);
  reader->at = name_end + 1;
  /* A table that SQLite finds to be another, it passes over and reports success. */
  if (kind == NULL || n_columns > kind->n_fields + 1 || keys[0] != 1)
    return FALSE;
  for (guint64 i = 1; i < n_columns; i++)
    if (keys[i] != 0)
      return FALSE;
  reader->kind = kind;
  reader->n_columns = (guint) n_columns;
  reader->whole = reader->whole && n_columns == kind->n_fields + 1;
  append (reader, start, reader->at);
  return TRUE;
}

/* The first value of the row at hand, which has been found to be there. */
static CareId
read_key (const guint8 *row)
{
  guint64 id = 0;

  for (guint i = 1; i < KEY_BYTES; i++)
    id = id << 8 | row[i];
  return (CareId) id;
}

static gboolean
skip_change (Reader *reader, guint8 operation)
{
  if (operation != SQLITE_UPDATE)
    return (operation == SQLITE_INSERT || operation == SQLITE_DELETE) && skip_row (reader, FALSE, TRUE);
  if (!skip_row (reader, TRUE, TRUE))
    return FALSE;
  reader->second = reader->at;
  return skip_row (reader, TRUE, FALSE);
}

/* What was put in is taken out and the other way round; the two rows of an update
 * change places, but for the key of the first and the mark for none of the second. */
static void
append_inverse (Reader *reader, const guint8 *start)
{
  const guint8 operation = start[0] == SQLITE_UPDATE   ? SQLITE_UPDATE
                           : start[0] == SQLITE_INSERT ? SQLITE_DELETE
                                                       : SQLITE_INSERT;
  const guint8 *rest = start + 2 + KEY_BYTES;

  if (reader->inverse == NULL)
    return;
  append (reader, &operation, &operation + 1);
  append (reader, start + 1, rest);
  if (operation == SQLITE_UPDATE)
    {
      append (reader, reader->second + 1, reader->at);
      append (reader, reader->second, reader->second + 1);
      append (reader, rest, reader->second);
    }
  else
    append (reader, rest, reader->at);
}

static gboolean
read_change (Reader *reader)
{
  const guint8 *start = reader->at;
  CareChange change;

  if (reader->n_columns == 0 || reader->end - start < 2 || start[1] > 1)
    return FALSE;
  reader->at += 2;
  if (!skip_change (reader, start[0]))
    return FALSE;
  append_inverse (reader, start);
  reader->n_deleted += start[0] == SQLITE_DELETE;
  if (reader->list == NULL)
    return TRUE;
  change = (CareChange) { reader->kind, read_key (start + 2) };
  g_array_append_val (reader->list, change);
  return TRUE;
}

static gboolean
read_all (Reader *reader, GBytes *changeset)
{
  gsize length;

  reader->at = g_bytes_get_data (changeset, &length);
  reader->end = reader->at + length;
  reader->whole = TRUE;
  if (length > G_MAXINT)
    return FALSE;
  while (reader->at < reader->end)
    if (*reader->at == 'T' ? !read_table (reader) : !read_change (reader))
      return FALSE;
  return TRUE;
}

/**
 * care_changeset_is_sound:
 * @changeset: some bytes
 *
 * Returns: whether @changeset is a whole changeset of tables of records, or empty.
 */
gboolean
care_changeset_is_sound (GBytes *changeset)
{
  Reader reader = { NULL };

  return read_all (&reader, changeset);
}

/**
 * care_changeset_is_whole:
 * @changeset: some bytes
 *
 * Returns: whether @changeset is sound, and was recorded of tables that had every
 *   column that they have now.
 */
gboolean
care_changeset_is_whole (GBytes *changeset)
{
  Reader reader = { NULL };

  return read_all (&reader, changeset) && reader.whole;
}

/**
 * care_changeset_invert:
 * @changeset: what was changed, which is sound
 *
 * Returns: (transfer full): what changes it back.
 */
GBytes *
care_changeset_invert (GBytes *changeset)
{
  Reader reader = { .inverse = g_byte_array_sized_new ((guint) g_bytes_get_size (changeset)) };

  g_warn_if_fail (read_all (&reader, changeset));
  return g_byte_array_free_to_bytes (reader.inverse);
}

/**
 * care_changeset_list:
 * @changeset: what an act changed
 * @n_deleted: (out) (optional): how many records it takes out
 *
 * Returns: (transfer full) (element-type CareChange): the records that it touches,
 *   by kind and then by ascending id; none if it is damaged.
 */
GArray *
care_changeset_list (GBytes *changeset, guint *n_deleted)
{
  Reader reader = { .list = g_array_new (FALSE, FALSE, sizeof (CareChange)) };

  if (!read_all (&reader, changeset))
    {
      g_array_set_size (reader.list, 0);
      reader.n_deleted = 0;
    }
  /* The session extension gives them in no order. */
  g_array_sort (reader.list, care_change_compare);
  if (n_deleted != NULL)
    *n_deleted = reader.n_deleted;
  return reader.list;
}
