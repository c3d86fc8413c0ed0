/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cairo 1.16 has a table of where each object is; from 1.18 the table is a stream, and
 * objects that are no streams are bundled in others. Whatever is not as expected ends
 * the reading, so that a change in Cairo cannot pass unnoticed. */

#include "care-pdf-objects.h"

#include <string.h>
#include <zlib.h>

/* An entry of the table: "0000047597 00000 n" and two bytes that end the line. */
#define ENTRY_BYTES 20

/* The last lines: "startxref", where the table is, and "%%EOF". */
#define TAIL_BYTES 40

/* What a stream may come to: far more than a page full of letters. */
#define STREAM_LIMIT (64u * 1024 * 1024)

struct _CarePdfObjects
{
  const GByteArray *bytes;
  GArray *places;     /* of CarePdfReader, each at the value of its object */
  GPtrArray *bundles; /* of GByteArray: what is in them */
  guint root;
};

static CarePdfReader
read_at (const CarePdfObjects *self, gsize at)
{
  return (CarePdfReader){ self->bytes->data, self->bytes->len, MIN (at, self->bytes->len) };
}

/* Past the head of an object, "7 0 obj". */
static CarePdfReader
read_object_at (const CarePdfObjects *self, gsize at)
{
  CarePdfReader reader = read_at (self, at);

  care_pdf_reader_find (&reader, "obj");
  return reader;
}

/**
 * care_pdf_inflate:
 * @data: compressed bytes
 * @length: how many
 * @most: what they may come to
 *
 * Returns: (transfer full) (nullable): what they come to; %NULL if they are broken, or it is
 *   more.
 */
GByteArray *
care_pdf_inflate (const guchar *data, guint length, gsize most)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  z_stream stream = { .next_in = (guchar *) data, .avail_in = length };
  int status = inflateInit (&stream);

  for (gsize size = MIN ((gsize) MAX (length, 1024) * 4, most); status == Z_OK && stream.total_out < most; size = MIN (size * 2, most))
    {
      g_byte_array_set_size (out, (guint) size);
      stream.next_out = out->data + stream.total_out;
      stream.avail_out = (guint) (size - stream.total_out);
      status = inflate (&stream, Z_NO_FLUSH);
    }
  g_byte_array_set_size (out, (guint) stream.total_out);
  inflateEnd (&stream);
  return status == Z_STREAM_END ? g_steal_pointer (&out) : NULL;
}

/* The stream whose dictionary @reader is at. */
static GByteArray *
inflate_at (const CarePdfObjects *self, CarePdfReader reader)
{
  guint length = 0;
  const guchar *data;

  if (!care_pdf_reader_find (&reader, "/Length"))
    return NULL;
  length = care_pdf_objects_read_length (self, &reader);
  while (care_pdf_reader_find (&reader, "/Length"))
    ;
  data = care_pdf_reader_get_data (&reader, length);
  return data == NULL ? NULL : care_pdf_inflate (data, length, STREAM_LIMIT);
}

static void
read_table (CarePdfObjects *self, CarePdfReader *reader)
{
  guint first = care_pdf_reader_read_number (reader);
  guint n = care_pdf_reader_read_number (reader);
  gsize start = reader->at;

  if (first != 0 || n > (reader->length - reader->at) / ENTRY_BYTES)
    return;
  for (guint i = 0; i < n; i++)
    {
      guint at = care_pdf_reader_read_number (reader);
      CarePdfReader place = i == 0 ? read_at (self, self->bytes->len) : read_object_at (self, at);

      g_array_append_val (self->places, place);
      reader->at = MIN (start + (i + 1) * (gsize) ENTRY_BYTES, reader->length);
    }
  if (care_pdf_reader_find (reader, "/Root"))
    self->root = care_pdf_reader_read_number (reader);
}

/* A bundle begins with the number of each object in it, and where that is. Its value ends
 * where the next begins. */
static void
open_bundle (CarePdfObjects *self, guint object)
{
  GByteArray *bundle = care_pdf_objects_inflate (self, object);
  guint n = care_pdf_objects_get_value (self, object, "/N");
  guint first = care_pdf_objects_get_value (self, object, "/First");
  CarePdfReader heads, *last = NULL;

  if (bundle == NULL)
    return;
  g_ptr_array_add (self->bundles, bundle);
  heads = (CarePdfReader){ bundle->data, bundle->len, 0 };
  for (guint i = 0; i < n && heads.at < heads.length; i++)
    {
      guint it = care_pdf_reader_read_number (&heads);
      gsize at = (gsize) first + care_pdf_reader_read_number (&heads);

      if (it >= self->places->len || at > bundle->len)
        return;
      if (last != NULL)
        last->length = MAX (at, last->at);
      last = &g_array_index (self->places, CarePdfReader, it);
      *last = (CarePdfReader){ bundle->data, bundle->len, at };
    }
}

static guint
read_bytes (const guint8 *bytes, guint n)
{
  guint number = 0;

  for (guint i = 0; i < n; i++)
    number = number << 8 | bytes[i];
  return number;
}

/* The widths of the columns of a table that is a stream. */
static gboolean
read_widths (CarePdfReader reader, guint *widths)
{
  gsize start;

  if (!care_pdf_reader_find (&reader, "/W") || !care_pdf_reader_next (&reader, &start))
    return FALSE;
  for (guint i = 0; i < 3; i++)
    widths[i] = care_pdf_reader_read_number (&reader);
  return widths[0] == 1 && widths[1] >= 1 && widths[1] <= 4 && widths[2] <= 2;
}

/* The entry of an object in a table that is a stream. */
typedef struct
{
  guint kind; /* 1 for an object in the file, 2 for one in a bundle */
  guint at;   /* where in the file it is, or the object that the bundle is */
} Entry;

static Entry
get_entry (const GByteArray *table, const guint *widths, guint object)
{
  const guint8 *it = table->data + (gsize) object * (widths[0] + widths[1] + widths[2]);

  return (Entry){ *it, read_bytes (it + 1, widths[1]) };
}

static void
read_entries (CarePdfObjects *self, const GByteArray *table, const guint *widths)
{
  g_autoptr (GHashTable) opened = g_hash_table_new (NULL, NULL);
  guint n = table->len / (widths[0] + widths[1] + widths[2]);

  for (guint i = 0; i < n; i++)
    {
      Entry entry = get_entry (table, widths, i);
      CarePdfReader place = entry.kind == 1 ? read_object_at (self, entry.at) : read_at (self, self->bytes->len);

      g_array_append_val (self->places, place);
    }
  for (guint i = 0; i < n; i++)
    {
      Entry entry = get_entry (table, widths, i);

      if (entry.kind == 2 && g_hash_table_add (opened, GUINT_TO_POINTER (entry.at)))
        open_bundle (self, entry.at);
    }
}

static void
read_table_stream (CarePdfObjects *self, CarePdfReader dictionary)
{
  g_autoptr (GByteArray) table = inflate_at (self, dictionary);
  guint widths[3] = { 0 };

  if (table == NULL || !read_widths (dictionary, widths) || !care_pdf_reader_find (&dictionary, "/Root"))
    return;
  self->root = care_pdf_reader_read_number (&dictionary);
  read_entries (self, table, widths);
}

/* Where the table is, which the last lines say. */
static gsize
find_table (const CarePdfObjects *self)
{
  CarePdfReader reader = read_at (self, self->bytes->len - MIN (self->bytes->len, TAIL_BYTES));
  gsize start;

  while (care_pdf_reader_next (&reader, &start))
    if (care_pdf_reader_is (&reader, start, "startxref"))
      return care_pdf_reader_read_number (&reader);
  return self->bytes->len;
}

static void
read_file (CarePdfObjects *self)
{
  CarePdfReader reader = read_at (self, find_table (self));
  gsize start;

  if (!care_pdf_reader_next (&reader, &start))
    return;
  if (care_pdf_reader_is (&reader, start, "xref"))
    read_table (self, &reader);
  else if (care_pdf_reader_find (&reader, "obj"))
    read_table_stream (self, reader);
}

/**
 * care_pdf_objects_new:
 * @bytes: what Cairo wrote; outlives the result
 *
 * Returns: (transfer full): the objects in it; none if it could not be read.
 */
CarePdfObjects *
care_pdf_objects_new (const GByteArray *bytes)
{
  CarePdfObjects *self = g_new0 (CarePdfObjects, 1);

  self->bytes = bytes;
  self->places = g_array_new (FALSE, FALSE, sizeof (CarePdfReader));
  self->bundles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
  read_file (self);
  return self;
}

/**
 * care_pdf_objects_free:
 * @self: (transfer full): objects
 */
void
care_pdf_objects_free (CarePdfObjects *self)
{
  g_array_unref (self->places);
  g_ptr_array_unref (self->bundles);
  g_free (self);
}

/**
 * care_pdf_objects_get_n:
 * @self: objects
 *
 * Returns: how many numbers there are, with 0, which is no object's.
 */
guint
care_pdf_objects_get_n (const CarePdfObjects *self)
{
  return self->places->len;
}

/**
 * care_pdf_objects_get_root:
 * @self: objects
 *
 * Returns: the number of the catalogue; 0 if the file could not be read.
 */
guint
care_pdf_objects_get_root (const CarePdfObjects *self)
{
  return self->root;
}

/**
 * care_pdf_objects_read:
 * @self: objects
 * @object: the number of one
 *
 * Returns: a reader at its value; of one that there is not, at the end.
 */
CarePdfReader
care_pdf_objects_read (const CarePdfObjects *self, guint object)
{
  return object < self->places->len ? g_array_index (self->places, CarePdfReader, object)
                                    : read_at (self, self->bytes->len);
}

/**
 * care_pdf_objects_get_value:
 * @self: objects
 * @object: the number of one
 * @key: of its dictionary
 *
 * Returns: the first number that is there: of a reference, that of the object; 0 if
 *   there is none.
 */
guint
care_pdf_objects_get_value (const CarePdfObjects *self, guint object, const char *key)
{
  CarePdfReader reader = care_pdf_objects_read (self, object);

  return care_pdf_reader_find (&reader, key) ? care_pdf_reader_read_number (&reader) : 0;
}

/**
 * care_pdf_objects_read_length:
 * @self: objects
 * @reader: past a key
 *
 * Goes past a number, or a reference to one.
 *
 * Returns: the number.
 */
guint
care_pdf_objects_read_length (const CarePdfObjects *self, CarePdfReader *reader)
{
  guint number = care_pdf_reader_read_number (reader);
  CarePdfReader ahead = *reader;
  gsize start;

  (void) care_pdf_reader_read_number (&ahead);
  if (!care_pdf_reader_next (&ahead, &start) || !care_pdf_reader_is (&ahead, start, "R"))
    return number;
  *reader = ahead;
  ahead = care_pdf_objects_read (self, number);
  return care_pdf_reader_read_number (&ahead);
}

/**
 * care_pdf_objects_inflate:
 * @self: objects
 * @object: the number of a stream
 *
 * Returns: (transfer full) (nullable): what is in it; %NULL if that could not be read.
 */
GByteArray *
care_pdf_objects_inflate (const CarePdfObjects *self, guint object)
{
  return inflate_at (self, care_pdf_objects_read (self, object));
}
