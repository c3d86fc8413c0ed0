/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-pdf-file.h"

#include <string.h>
#include <zlib.h>

/* As many objects in a stream as compress well together; a reader takes them all to get
 * at one. */
#define BUNDLE_OBJECTS 200

/* An entry of the table of objects: a kind, a number of 4 bytes and one of 1. */
#define ENTRY_BYTES 6

typedef enum
{
  PLACE_FREE,
  PLACE_OFFSET,
  PLACE_BUNDLE,
} PlaceKind;

typedef struct
{
  PlaceKind kind;
  guint at;    /* its first byte in the file, or the object that it is bundled in */
  guint index; /* in the bundle */
} Place;

struct _CarePdfFile
{
  GByteArray *bytes;
  GArray *places;   /* of Place, by the numbers of objects */
  guint bundle;     /* the number of the stream being filled, or 0 */
  guint n_bundled;
  GString *numbers; /* of the objects in it, each with its offset */
  GString *bundled;
};

/* Four bytes above 127 say that the file is not text. */
static const char header[] = "%PDF-1.7\n%\xbf\xf7\xa2\xfe\n";

static void
append (CarePdfFile *self, const void *data, gsize length)
{
  g_byte_array_append (self->bytes, data, (guint) length);
}

static void
append_string (CarePdfFile *self, const GString *text)
{
  append (self, text->str, text->len);
}

/**
 * care_pdf_file_new:
 *
 * Returns: (transfer full): a file without objects.
 */
CarePdfFile *
care_pdf_file_new (void)
{
  CarePdfFile *self = g_new0 (CarePdfFile, 1);

  self->bytes = g_byte_array_new ();
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  self->numbers = g_string_new (NULL);
  self->bundled = g_string_new (NULL);
  append (self, header, strlen (header));
  /* No object has the number 0. */
  g_array_set_size (self->places, 1);
  return self;
}

/**
 * care_pdf_file_free:
 * @self: (transfer full): a file
 */
void
care_pdf_file_free (CarePdfFile *self)
{
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_array_unref (self->places);
  g_string_free (self->numbers, TRUE);
  g_string_free (self->bundled, TRUE);
  g_free (self);
}

/**
 * care_pdf_file_reserve:
 * @self: a file
 *
 * Returns: a number for an object, which others may refer to before it is written.
 */
guint
care_pdf_file_reserve (CarePdfFile *self)
{
  g_array_set_size (self->places, self->places->len + 1);
  return self->places->len - 1;
}

static void
set_place (CarePdfFile *self, guint object, PlaceKind kind, guint at, guint index)
{
  Place *place = &g_array_index (self->places, Place, object);

  g_assert (place->kind == PLACE_FREE);
  *place = (Place){ kind, at, index };
}

static GByteArray *
compress_bytes (const void *data, gsize length)
{
  uLongf n = compressBound (length);
  GByteArray *out = g_byte_array_new ();

  g_byte_array_set_size (out, (guint) n);
  /* There is room for whatever it comes to: only memory could be short, which ends all. */
  g_assert (compress (out->data, &n, data, length) == Z_OK);
  g_byte_array_set_size (out, (guint) n);
  return out;
}

static void
write_stream (CarePdfFile *self, guint object, const char *entries, const void *data, gsize length)
{
  g_autofree char *head
    = g_strdup_printf ("%u 0 obj\n<<%s/Length %" G_GSIZE_FORMAT ">>\nstream\n", object, entries, length);

  set_place (self, object, PLACE_OFFSET, self->bytes->len, 0);
  append (self, head, strlen (head));
  append (self, data, length);
  append (self, "\nendstream\nendobj\n", 18);
}

static void
write_compressed (CarePdfFile *self, guint object, const char *entries, const void *data, gsize length)
{
  g_autoptr (GByteArray) compressed = compress_bytes (data, length);
  g_autofree char *all = g_strconcat (entries, "/Filter/FlateDecode", NULL);

  write_stream (self, object, all, compressed->data, compressed->len);
}

static void
write_bundle (CarePdfFile *self)
{
  g_autofree char *entries = NULL;

  if (self->n_bundled == 0)
    return;
  entries = g_strdup_printf ("/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT, self->n_bundled, self->numbers->len);
  g_string_append_len (self->numbers, self->bundled->str, (gssize) self->bundled->len);
  write_compressed (self, self->bundle, entries, self->numbers->str, self->numbers->len);
  g_string_truncate (self->numbers, 0);
  g_string_truncate (self->bundled, 0);
  self->n_bundled = 0;
}

/**
 * care_pdf_file_begin:
 * @self: a file
 * @object: a number that was reserved
 *
 * Begins an object that is no stream; care_pdf_file_end() ends it.
 *
 * Returns: (transfer none): what the object is to be appended to.
 */
GString *
care_pdf_file_begin (CarePdfFile *self, guint object)
{
  if (self->n_bundled == 0)
    self->bundle = care_pdf_file_reserve (self);
  set_place (self, object, PLACE_BUNDLE, self->bundle, self->n_bundled++);
  care_pdf_append_number (self->numbers, object);
  g_string_append_c (self->numbers, ' ');
  care_pdf_append_number (self->numbers, (guint) self->bundled->len);
  g_string_append_c (self->numbers, ' ');
  return self->bundled;
}

/**
 * care_pdf_file_end:
 * @self: a file with an object that was begun
 *
 * Ends the object.
 */
void
care_pdf_file_end (CarePdfFile *self)
{
  g_string_append_c (self->bundled, '\n');
  if (self->n_bundled == BUNDLE_OBJECTS)
    write_bundle (self);
}

/**
 * care_pdf_file_add_stream:
 * @self: a file
 * @object: a number that was reserved
 * @entries: what its dictionary says beside its length and how it is compressed; if it
 *   names a filter, @data has gone through that
 * @data: what is in it
 * @length: the bytes of that
 *
 * Writes a stream.
 */
void
care_pdf_file_add_stream (CarePdfFile *self, guint object, const char *entries, const void *data, gsize length)
{
  if (strstr (entries, "/Filter") != NULL)
    write_stream (self, object, entries, data, length);
  else
    write_compressed (self, object, entries, data, length);
}

/* The table of objects, each entry less that above it (predictor 12), which compresses well. */
static GByteArray *
make_table (CarePdfFile *self)
{
  GByteArray *table = g_byte_array_sized_new (self->places->len * (ENTRY_BYTES + 1));
  guint8 above[ENTRY_BYTES] = { 0 };

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);
      const guint8 entry[ENTRY_BYTES] = { (guint8) place->kind, (guint8) (place->at >> 24), (guint8) (place->at >> 16),
                                          (guint8) (place->at >> 8), (guint8) place->at, (guint8) place->index };
      guint8 row[ENTRY_BYTES + 1] = { 2 };

      for (guint j = 0; j < ENTRY_BYTES; j++)
        row[j + 1] = (guint8) (entry[j] - above[j]);
      memcpy (above, entry, ENTRY_BYTES);
      g_byte_array_append (table, row, sizeof row);
    }
  return table;
}

/* What stands for the whole file: the same content has the same. */
static char *
make_identity (CarePdfFile *self)
{
  return g_compute_checksum_for_data (G_CHECKSUM_MD5, self->bytes->data, self->bytes->len);
}

/**
 * care_pdf_file_finish:
 * @self: a file in which all objects are that were reserved
 * @root: the number of its catalogue
 * @info: that of what says who made it
 *
 * Writes what leads to the objects. Nothing can be added after that.
 *
 * Returns: (transfer full): the contents of the file.
 */
GBytes *
care_pdf_file_finish (CarePdfFile *self, guint root, guint info)
{
  g_autoptr (GString) entries = g_string_new (NULL);
  g_autoptr (GString) end = g_string_new (NULL);
  g_autoptr (GByteArray) table = NULL;
  g_autofree char *identity = NULL;
  guint object, start;

  write_bundle (self);
  identity = make_identity (self);
  object = care_pdf_file_reserve (self);
  start = self->bytes->len;
  set_place (self, object, PLACE_OFFSET, start, 0);
  table = make_table (self);
  g_array_index (self->places, Place, object).kind = PLACE_FREE;
  g_string_append_printf (entries,
                          "/Type/XRef/Size %u/W[1 4 1]/DecodeParms<</Columns %d/Predictor 12>>/Root %u 0 R/Info %u 0 R"
                          "/ID[<%s><%s>]",
                          self->places->len, ENTRY_BYTES, root, info, identity, identity);
  write_compressed (self, object, entries->str, table->data, table->len);
  g_string_append_printf (end, "startxref\n%u\n%%%%EOF\n", start);
  append_string (self, end);
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}

/**
 * care_pdf_append_number:
 * @out: an object
 * @number: what is appended to it
 */
void
care_pdf_append_number (GString *out, guint number)
{
  char digits[10];
  guint n = 0;

  do
    digits[sizeof digits - ++n] = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append_len (out, digits + sizeof digits - n, n);
}

/**
 * care_pdf_append_reference:
 * @out: an object
 * @object: the number of another
 */
void
care_pdf_append_reference (GString *out, guint object)
{
  g_string_append_c (out, ' ');
  care_pdf_append_number (out, object);
  g_string_append (out, " 0 R");
}

/**
 * care_pdf_append_points:
 * @out: an object
 * @points: a length, of which hundredths are written
 */
void
care_pdf_append_points (GString *out, double points)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (out, ' ');
  g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.2f", points));
}

static void
append_ascii (GString *out, const char *text)
{
  g_string_append_c (out, '(');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (strchr ("()\\", *c) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *c);
    }
  g_string_append_c (out, ')');
}

static gboolean
is_plain (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isprint (*c))
      return FALSE;
  return TRUE;
}

/**
 * care_pdf_append_text:
 * @out: an object
 * @text: words, as a string that says in which characters they are
 */
void
care_pdf_append_text (GString *out, const char *text)
{
  g_autofree gunichar2 *units = NULL;
  glong n = 0;

  if (is_plain (text))
    {
      append_ascii (out, text);
      return;
    }
  units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);
  g_string_append (out, "<FEFF");
  for (glong i = 0; i < n; i++)
    g_string_append_printf (out, "%04X", units[i]);
  g_string_append_c (out, '>');
}
