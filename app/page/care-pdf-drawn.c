/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Only what pages draw with is taken over: all else is ours. */

#include "care-pdf-drawn.h"

#include "care-pdf-objects.h"

#include <string.h>

struct _CarePdfDrawn
{
  CarePdfObjects *objects;
  GArray *pages;  /* of guint: their objects */
  guint *copied;  /* by object: its number in the other file, or 0 */
  GArray *queue;  /* of guint: objects that have a number there but are not written yet */
};

static void
read_pages (CarePdfDrawn *self)
{
  guint tree = care_pdf_objects_get_value (self->objects, care_pdf_objects_get_root (self->objects), "/Pages");
  CarePdfReader reader = care_pdf_objects_read (self->objects, tree);
  gsize start;

  if (!care_pdf_reader_find (&reader, "/Kids") || !care_pdf_reader_next (&reader, &start))
    return;
  while (care_pdf_reader_next (&reader, &start) && reader.data[start] != ']')
    {
      guint page = care_pdf_reader_get_number (&reader, start);

      g_array_append_val (self->pages, page);
      (void) care_pdf_reader_read_number (&reader);
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

  self->objects = care_pdf_objects_new (bytes);
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->queue = g_array_new (FALSE, FALSE, sizeof (guint));
  self->copied = g_new0 (guint, care_pdf_objects_get_n (self->objects));
  read_pages (self);
  return self;
}

/**
 * care_pdf_drawn_free:
 * @self: (transfer full): what Cairo wrote
 */
void
care_pdf_drawn_free (CarePdfDrawn *self)
{
  care_pdf_objects_free (self->objects);
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
  guint object = care_pdf_objects_get_value (self->objects, g_array_index (self->pages, guint, page), "/Contents");

  return care_pdf_objects_inflate (self->objects, object);
}

/* The number of an object in the other file; the first to ask for it has it copied. */
static guint
find_copy (CarePdfDrawn *self, guint object, CarePdfFile *file)
{
  if (object == 0 || object >= care_pdf_objects_get_n (self->objects))
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
      care_pdf_append_reference (out, find_copy (self, care_pdf_reader_get_number (&number, last->in[0]), file));
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
        *length = care_pdf_objects_read_length (self->objects, reader);
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
  CarePdfReader reader = care_pdf_objects_read (self->objects, object);
  guint length = 0;

  if (copy_value (self, &reader, value, &length, file))
    {
      const guchar *data = care_pdf_reader_get_data (&reader, length);

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
  guint copy = find_copy (self, care_pdf_objects_get_value (self->objects, g_array_index (self->pages, guint, page), "/Resources"), file);

  while (self->queue->len > 0)
    {
      guint object = g_array_index (self->queue, guint, self->queue->len - 1);

      g_array_set_size (self->queue, self->queue->len - 1);
      copy_object (self, object, file);
    }
  return copy;
}
