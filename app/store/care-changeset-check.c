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
  guint n_columns; /* of the table being read; 0 before the first */
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

static gboolean
skip_key (Reader *reader, int expected)
{
  return reader->at < reader->end && *reader->at++ == expected && (expected == VALUE_UNDEFINED || skip (reader, 8));
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

static gboolean
read_table (Reader *reader)
{
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
  reader->n_columns = (guint) n_columns;
  return TRUE;
}

static gboolean
read_change (Reader *reader)
{
  guint8 operation;

  if (reader->n_columns == 0 || reader->end - reader->at < 2 || reader->at[1] > 1)
    return FALSE;
  operation = reader->at[0];
  reader->at += 2;
  if (operation == SQLITE_INSERT || operation == SQLITE_DELETE)
    return skip_row (reader, FALSE, TRUE);
  return operation == SQLITE_UPDATE && skip_row (reader, TRUE, TRUE) && skip_row (reader, TRUE, FALSE);
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
  gsize length;
  const guint8 *data = g_bytes_get_data (changeset, &length);
  Reader reader = { data, data + length, 0 };

  if (length > G_MAXINT)
    return FALSE;
  while (reader.at < reader.end)
    if (*reader.at == 'T' ? !read_table (&reader) : !read_change (&reader))
      return FALSE;
  return TRUE;
}
