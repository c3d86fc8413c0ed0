/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The changeset of an import, written from the records that it puts in. The session
 * extension would read each of them from the file again, which is a sixth of the
 * whole import; what it would write is the same, but for the order of the rows.
 * care-changeset-check.c describes the format. */

#include "care-changeset.h"

#include <string.h>

static void
append_byte (GByteArray *bytes, guint8 byte)
{
  g_byte_array_append (bytes, &byte, 1);
}

/* Seven bits a byte, the first byte the highest. */
static void
append_number (GByteArray *bytes, gsize number)
{
  guint8 digits[10];
  guint n = sizeof digits;

  digits[--n] = number & 0x7f;
  while ((number >>= 7) > 0)
    digits[--n] = (number & 0x7f) | 0x80;
  g_byte_array_append (bytes, digits + n, (guint) sizeof digits - n);
}

static void
append_integer (GByteArray *bytes, gint64 number)
{
  guint64 digits = GUINT64_TO_BE ((guint64) number);

  append_byte (bytes, SQLITE_INTEGER);
  g_byte_array_append (bytes, (const guint8 *) &digits, sizeof digits);
}

static void
append_string (GByteArray *bytes, int type, gconstpointer data, gsize length)
{
  append_byte (bytes, (guint8) type);
  append_number (bytes, length);
  g_byte_array_append (bytes, data, (guint) length);
}

static void
append_value (GByteArray *bytes, const CareField *field, const char *value)
{
  if (value == NULL)
    append_byte (bytes, SQLITE_NULL);
  else if (field->type == CARE_FIELD_REFERENCE || field->type == CARE_FIELD_NUMBER)
    append_integer (bytes, g_ascii_strtoll (value, NULL, 10));
  else if (field->type == CARE_FIELD_BYTES)
    {
      gsize length;
      g_autofree guchar *file = g_base64_decode (value, &length);

      append_string (bytes, SQLITE_BLOB, file, length);
    }
  else
    append_string (bytes, SQLITE_TEXT, value, strlen (value));
}

static void
append_table (GByteArray *bytes, const CareKind *kind)
{
  append_byte (bytes, 'T');
  append_number (bytes, kind->n_fields + 1);
  for (guint i = 0; i <= kind->n_fields; i++)
    append_byte (bytes, i == 0);
  g_byte_array_append (bytes, (const guint8 *) kind->name, (guint) strlen (kind->name) + 1);
}

static void
append_row (GByteArray *bytes, CareRecord *record)
{
  const CareKind *kind = care_record_get_kind (record);

  append_byte (bytes, SQLITE_INSERT);
  append_byte (bytes, 0);
  append_integer (bytes, care_record_get_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    append_value (bytes, &kind->fields[i], care_record_get_at (record, i));
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
