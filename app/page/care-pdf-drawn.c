/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cairo writes PDF 1.4 with a table of where each object is. Only what pages draw with
 * is taken over: all else is ours. Whatever is not as expected ends the reading, so that
 * a change in Cairo cannot pass unnoticed. */

#include "care-pdf-drawn.h"

#include "care-pdf-token.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* An entry of the table: "0000047597 00000 n" and two bytes that end the line. */
#define ENTRY_BYTES 20

/* What the content of a page may come to: far more than a page full of letters. */
#define CONTENT_LIMIT (64u * 1024 * 1024)

struct _CarePdfDrawn
{
  const GByteArray *bytes;
  gsize table; /* where its first entry is */
  guint n_objects;
  GArray *pages;  /* of guint: their objects */
  guint *copied;  /* by object: its number in the other file, or 0 */
  GArray *queue;  /* of guint: objects that have a number there but are not written yet */
};

/* Past the head of an object, "7 0 obj"; of one that there is not, at the end. */
static CarePdfReader
read_object (const CarePdfDrawn *self, guint object)
{
  CarePdfReader reader = { self->bytes->data, self->bytes->len, self->bytes->len };
  gsize start;

  if (object == 0 || object >= self->n_objects)
    return reader;
  reader.at = MIN (strtoul ((const char *) self->bytes->data + self->table + (gsize) object * ENTRY_BYTES, NULL, 10),
                   reader.length);
  for (guint i = 0; i < 3; i++)
    if (!care_pdf_reader_next (&reader, &start))
      break;
  return reader;
}

static guint
get_number (const CarePdfReader *reader, gsize start)
{
  guint64 number = 0;

  for (gsize i = start; i < reader->at && g_ascii_isdigit (reader->data[i]); i++)
    number = MIN (number * 10 + (guint64) (reader->data[i] - '0'), G_MAXUINT32);
  return (guint) number;
}

/* The next number; 0 if there is none. */
static guint
read_number (CarePdfReader *reader)
{
  gsize start;

  return care_pdf_reader_next (reader, &start) ? get_number (reader, start) : 0;
}

/* Past @word, before the end of the object. */
static gboolean
find (CarePdfReader *reader, const char *word)
{
  gsize start;

  while (care_pdf_reader_next (reader, &start))
    {
      if (care_pdf_reader_is (reader, start, word))
        return TRUE;
      if (care_pdf_reader_is (reader, start, "endobj") || care_pdf_reader_is (reader, start, "stream"))
        return FALSE;
    }
  return FALSE;
}

/* The first number that a key of an object has: of a reference, the object. */
static guint
get_value (const CarePdfDrawn *self, guint object, const char *key)
{
  CarePdfReader reader = read_object (self, object);

  return find (&reader, key) ? read_number (&reader) : 0;
}

/* A number after a key: there, or in an object of its own. */
static guint
read_length (const CarePdfDrawn *self, CarePdfReader *reader)
{
  guint number = read_number (reader);
  CarePdfReader ahead = *reader;
  gsize start;

  (void) read_number (&ahead);
  if (!care_pdf_reader_next (&ahead, &start) || !care_pdf_reader_is (&ahead, start, "R"))
    return number;
  *reader = ahead;
  ahead = read_object (self, number);
  return read_number (&ahead);
}

/* The data of a stream, when its reader is past the word. */
static const guchar *
get_data (const CarePdfReader *reader, guint length)
{
  gsize at = reader->at;

  if (at < reader->length && reader->data[at] == '\r')
    at++;
  at++;
  return at + length <= reader->length ? reader->data + at : NULL;
}

/* The bytes of a stream, as they are in the file. */
static const guchar *
get_stream (const CarePdfDrawn *self, guint object, guint *length)
{
  CarePdfReader reader = read_object (self, object);

  if (!find (&reader, "/Length"))
    return NULL;
  *length = read_length (self, &reader);
  while (find (&reader, "/Length"))
    ;
  return get_data (&reader, *length);
}

/* Where the table of objects is, which the last lines say. */
static gsize
find_table (const GByteArray *bytes)
{
  CarePdfReader reader = { bytes->data, bytes->len, bytes->len - MIN (bytes->len, 64) };

  return find (&reader, "startxref") ? read_number (&reader) : bytes->len;
}

static gboolean
read_table (CarePdfDrawn *self, guint *root)
{
  CarePdfReader reader = { self->bytes->data, self->bytes->len, MIN (find_table (self->bytes), self->bytes->len) };
  guint first;

  if (!find (&reader, "xref"))
    return FALSE;
  first = read_number (&reader);
  self->n_objects = read_number (&reader);
  self->table = reader.at + 1;
  if (first != 0 || self->n_objects > (reader.length - reader.at) / ENTRY_BYTES)
    return FALSE;
  reader.at = self->table + (gsize) self->n_objects * ENTRY_BYTES;
  if (!find (&reader, "/Root"))
    return FALSE;
  *root = read_number (&reader);
  return TRUE;
}

static void
read_pages (CarePdfDrawn *self, guint root)
{
  CarePdfReader reader = read_object (self, get_value (self, root, "/Pages"));
  gsize start;

  if (!find (&reader, "/Kids") || !care_pdf_reader_next (&reader, &start))
    return;
  while (care_pdf_reader_next (&reader, &start) && reader.data[start] != ']')
    {
      guint page = get_number (&reader, start);

      g_array_append_val (self->pages, page);
      (void) read_number (&reader);
      (void) care_pdf_reader_next (&reader, &start);
    }
}

/**
 * care_pdf_drawn_new:
 * @bytes: what Cairo wrote; outlives the result
 *
 * Returns: (transfer full): what is in it; no pages if it could not be read.
 */
CarePdfDrawn *
care_pdf_drawn_new (const GByteArray *bytes)
{
  CarePdfDrawn *self = g_new0 (CarePdfDrawn, 1);
  guint root = 0;

  self->bytes = bytes;
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->queue = g_array_new (FALSE, FALSE, sizeof (guint));
  if (read_table (self, &root))
    read_pages (self, root);
  self->copied = g_new0 (guint, self->n_objects);
  return self;
}

/**
 * care_pdf_drawn_free:
 * @self: (transfer full): what Cairo wrote
 */
void
care_pdf_drawn_free (CarePdfDrawn *self)
{
  g_array_unref (self->pages);
  g_array_unref (self->queue);
  g_free (self->copied);
  g_free (self);
}

/**
 * care_pdf_drawn_get_n_pages:
 * @self: what Cairo wrote
 *
 * Returns: how many pages there are.
 */
guint
care_pdf_drawn_get_n_pages (const CarePdfDrawn *self)
{
  return self->pages->len;
}

static GByteArray *
inflate_bytes (const guchar *data, guint length)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  z_stream stream = { .next_in = (guchar *) data, .avail_in = length };
  int status = inflateInit (&stream);

  for (guint size = MAX (length, 1024) * 4; status == Z_OK && size <= CONTENT_LIMIT; size *= 2)
    {
      g_byte_array_set_size (out, size);
      stream.next_out = out->data + stream.total_out;
      stream.avail_out = size - (guint) stream.total_out;
      status = inflate (&stream, Z_NO_FLUSH);
    }
  g_byte_array_set_size (out, (guint) stream.total_out);
  inflateEnd (&stream);
  return status == Z_STREAM_END ? g_steal_pointer (&out) : NULL;
}

/**
 * care_pdf_drawn_get_content:
 * @self: what Cairo wrote
 * @page: a page, from 0
 *
 * Returns: (transfer full) (nullable): the operators that draw the page; %NULL if they
 *   could not be read.
 */
GByteArray *
care_pdf_drawn_get_content (const CarePdfDrawn *self, guint page)
{
  guint content = get_value (self, g_array_index (self->pages, guint, page), "/Contents");
  guint length = 0;
  const guchar *data = get_stream (self, content, &length);

  return data == NULL ? NULL : inflate_bytes (data, length);
}

/* The number of an object in the other file; the first to ask for it has it copied. */
static guint
find_copy (CarePdfDrawn *self, guint object, CarePdfFile *file)
{
  if (object == 0 || object >= self->n_objects)
    return 0;
  if (self->copied[object] == 0)
    {
      self->copied[object] = care_pdf_file_reserve (file);
      g_array_append_val (self->queue, object);
    }
  return self->copied[object];
}

/* Where in a copy each of the last two tokens begins, and in what it is copied from. */
typedef struct
{
  gsize out[2];
  gsize in[2];
} Last;

static void
copy_token (CarePdfDrawn *self, const CarePdfReader *reader, gsize start, Last *last, GString *out, CarePdfFile *file)
{
  if (care_pdf_reader_is (reader, start, "R"))
    {
      CarePdfReader number = { reader->data, reader->length, reader->length };

      g_string_truncate (out, last->out[0]);
      care_pdf_append_reference (out, find_copy (self, get_number (&number, last->in[0]), file));
      return;
    }
  last->out[0] = last->out[1];
  last->in[0] = last->in[1];
  last->in[1] = start;
  if (out->len > 0 && start > 0 && g_ascii_isspace (reader->data[start - 1]))
    g_string_append_c (out, ' ');
  last->out[1] = out->len;
  g_string_append_len (out, (const char *) reader->data + start, (gssize) (reader->at - start));
}

/* The value of an object, up to its end or its data. Returns whether it has those. */
static gboolean
copy_value (CarePdfDrawn *self, CarePdfReader *reader, GString *out, guint *length, CarePdfFile *file)
{
  Last last = { { 0 }, { 0 } };
  gsize start;

  while (care_pdf_reader_next (reader, &start))
    {
      if (care_pdf_reader_is (reader, start, "stream"))
        return TRUE;
      if (care_pdf_reader_is (reader, start, "endobj"))
        break;
      if (care_pdf_reader_is (reader, start, "/Length"))
        *length = read_length (self, reader);
      else
        copy_token (self, reader, start, &last, out, file);
    }
  return FALSE;
}

/* PDF/UA-1 7.21.3.2, which Cairo's TrueType fonts lack. */
static void
map_glyphs (GString *font)
{
  if (strstr (font->str, "/CIDFontType2") != NULL && strstr (font->str, "/CIDToGIDMap") == NULL)
    g_string_insert (font, 2, "/CIDToGIDMap/Identity");
}

/* What is between the brackets of a dictionary. */
static void
strip_brackets (GString *dictionary)
{
  g_string_erase (dictionary, 0, MIN (2, (gssize) dictionary->len));
  g_string_truncate (dictionary, MAX (dictionary->len, 2) - 2);
}

static void
copy_object (CarePdfDrawn *self, guint object, CarePdfFile *file)
{
  g_autoptr (GString) value = g_string_new (NULL);
  CarePdfReader reader = read_object (self, object);
  guint length = 0;

  if (copy_value (self, &reader, value, &length, file))
    {
      const guchar *data = get_data (&reader, length);

      strip_brackets (value);
      care_pdf_file_add_stream (file, self->copied[object], value->str, data, data == NULL ? 0 : length);
      return;
    }
  map_glyphs (value);
  g_string_append_len (care_pdf_file_begin (file, self->copied[object]), value->str, (gssize) value->len);
  care_pdf_file_end (file);
}

/**
 * care_pdf_drawn_copy_resources:
 * @self: what Cairo wrote
 * @page: a page, from 0
 * @file: where to
 *
 * Copies the typefaces and images of a page and whatever else it draws with, unless they
 * are there already.
 *
 * Returns: the number in @file of all of that; 0 if the page has nothing.
 */
guint
care_pdf_drawn_copy_resources (CarePdfDrawn *self, guint page, CarePdfFile *file)
{
  guint copy = find_copy (self, get_value (self, g_array_index (self->pages, guint, page), "/Resources"), file);

  while (self->queue->len > 0)
    {
      guint object = g_array_index (self->queue, guint, self->queue->len - 1);

      g_array_set_size (self->queue, self->queue->len - 1);
      copy_object (self, object, file);
    }
  return copy;
}
