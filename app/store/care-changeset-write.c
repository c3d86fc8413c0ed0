/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The changeset of an import, written from the records that it puts in. The session
 * extension would read each of them from the file again, which is a sixth of the
 * whole import; what it would write is the same, but for the order of the rows.
 * care-changeset-check.c describes the format. */

#include "care-changeset.h"

#include <string.h>

/* Of an integer, or of what stands before a text. */
#define MAX_VALUE_BYTES 12

/* Written into room that was made for the whole row, as a row is thirty values of
 * a few bytes each. */
static guint8 *
put_number (guint8 *at, gsize number)
{
  guint n_more = 0;

  /* Seven bits a byte, the first byte the highest. */
  while (number >> 7 * (n_more + 1) > 0)
    n_more++;
  for (; n_more > 0; n_more--)
    *at++ = (guint8) (number >> 7 * n_more & 0x7f) | 0x80;
  *at++ = number & 0x7f;
  return at;
}

static guint8 *
put_integer (guint8 *at, gint64 number)
{
  guint64 digits = GUINT64_TO_BE ((guint64) number);

  *at++ = SQLITE_INTEGER;
  return (guint8 *) memcpy (at, &digits, sizeof digits) + sizeof digits;
}

static guint8 *
put_string (guint8 *at, int type, gconstpointer data, gsize length)
{
  *at++ = (guint8) type;
  at = put_number (at, length);
  return (guint8 *) memcpy (at, data, length) + length;
}

static guint8 *
put_value (guint8 *at, const CareField *field, const char *value)
{
  if (field->type == CARE_FIELD_REFERENCE || field->type == CARE_FIELD_NUMBER)
    return put_integer (at, g_ascii_strtoll (value, NULL, 10));
  if (field->type == CARE_FIELD_BYTES)
    {
      gsize length;
      g_autofree guchar *file = g_base64_decode (value, &length);

      return put_string (at, SQLITE_BLOB, file, length);
    }
  return put_string (at, SQLITE_TEXT, value, strlen (value));
}

static void
append_table (GByteArray *bytes, const CareKind *kind)
{
  gsize name_length = strlen (kind->name) + 1;
  guint8 *start = g_malloc (kind->n_fields + name_length + MAX_VALUE_BYTES);
  guint8 *at = start;

  *at++ = 'T';
  at = put_number (at, kind->n_fields + 1);
  for (guint i = 0; i <= kind->n_fields; i++)
    *at++ = i == 0;
  at = (guint8 *) memcpy (at, kind->name, name_length) + name_length;
  g_byte_array_append (bytes, start, (guint) (at - start));
  g_free (start);
}

/* No value takes more than its text and this. */
static gsize
measure (CareRecord *record)
{
  const CareKind *kind = care_record_get_kind (record);
  gsize length = (kind->n_fields + 2) * MAX_VALUE_BYTES;

  for (guint i = 0; i < kind->n_fields; i++)
    if (care_record_get_at (record, i) != NULL)
      length += strlen (care_record_get_at (record, i));
  return length;
}

static void
append_row (GByteArray *bytes, CareRecord *record)
{
  const CareKind *kind = care_record_get_kind (record);
  guint start = bytes->len;
  guint8 *at;

  g_byte_array_set_size (bytes, start + (guint) measure (record));
  at = bytes->data + start;
  *at++ = SQLITE_INSERT;
  *at++ = 0;
  at = put_integer (at, care_record_get_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    if (care_record_get_at (record, i) == NULL)
      *at++ = SQLITE_NULL;
    else
      at = put_value (at, &kind->fields[i], care_record_get_at (record, i));
  g_byte_array_set_size (bytes, (guint) (at - bytes->data));
}

/**
 * care_changeset_new_inserted:
 * @records: (element-type CareRecord): what was put in, those of a kind together
 *
 * Returns: (transfer full): what that changed; empty if nothing was put in.
 */
GBytes *
care_changeset_new_inserted (GPtrArray *records)
{
  GByteArray *bytes = g_byte_array_new ();
  const CareKind *kind = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);

      if (care_record_get_kind (record) != kind)
        append_table (bytes, kind = care_record_get_kind (record));
      append_row (bytes, record);
    }
  return g_byte_array_free_to_bytes (bytes);
}
