/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two programs may read one file as two documents, where it leaves them a choice: so only
 * the very form is let through that care-pdf-file.c writes. Streams follow each other
 * without a gap; whatever is no stream is bundled in some; the last one is the table,
 * which says exactly where all that is, and nothing else. Editions are kept for ever: who
 * changes that form lets the old one through as well (tests/data/edition-pages-*.pdf).
 *
 * What can act in a PDF is told by names that ISO 32000-1 lists: actions and triggers
 * (12.6), forms (12.7), annotations with contents of their own (12.5.6, 13), files within
 * it or beside it (7.11), programs (8.8.2). CareBrief writes none of them. */

#include "care-pdf-passive.h"

#include "care-page-tree.h"
#include "care-pdf-objects.h"

#include <string.h>

/* What all that is looked into may come to, uncompressed. */
#define MOST_BYTES (64u * 1024 * 1024)
/* Many times as many as the pages of an edition need. */
#define MOST_OBJECTS 100000

static const char *const acting_names[] = {
  "/3D", "/AA", "/AcroForm", "/AF", "/Collection", "/EF", "/EmbeddedFile", "/EmbeddedFiles", "/Encrypt", "/FFilter",
  "/FileAttachment", "/GoTo3DView", "/GoToDp", "/GoToE", "/GoToR", "/Hide", "/ImportData", "/JavaScript", "/JS", "/Launch",
  "/Movie", "/Named", "/OpenAction", "/PA", "/PS", "/Rendition", "/Requirements", "/ResetForm", "/RichMedia",
  "/RichMediaContent", "/RichMediaExecute", "/Screen", "/SetOCGState", "/Sound", "/SubmitForm", "/Thread", "/Trans",
  "/Widget", "/XFA", NULL,
};

/* Where an object is: in the file, or in a bundle. */
typedef struct
{
  guint kind; /* as the table says it: 1 in the file, 2 in a bundle */
  guint at;
  guint index;
} Place;

typedef struct
{
  const guchar *data;
  gsize length;
  gsize at;      /* what follows is not looked at yet */
  gsize read;    /* bytes that were uncompressed */
  GArray *places; /* of Place, by the numbers of objects */
} Walk;

/* What a stream says of itself. */
typedef struct
{
  guint length;
  guint n;
  guint first;
  gboolean is_bundle;
  gboolean is_table;
  gboolean has_parameters;
} Stream;

static gboolean
takes (Walk *self, const char *expected)
{
  gsize n = strlen (expected);

  if (n > self->length - self->at || memcmp (self->data + self->at, expected, n) != 0)
    return FALSE;
  self->at += n;
  return TRUE;
}

static char *
copy_token (const CarePdfReader *reader, gsize start)
{
  return g_strndup ((const char *) reader->data + start, reader->at - start);
}

/* "(https://…)": what is written in another way leads nowhere that is known. */
static gboolean
leads_to_page (CarePdfReader *reader)
{
  gsize start;
  g_autofree char *token = care_pdf_reader_next (reader, &start) ? copy_token (reader, start) : NULL;
  g_autofree char *uri = NULL;

  if (token == NULL || *token != '(' || !g_str_has_suffix (token, ")"))
    return FALSE;
  token[strlen (token) - 1] = '\0';
  uri = care_page_link_to_uri (token + 1);
  return uri != NULL;
}

/* A name with a number sign may be any. */
static gboolean
is_harmless_name (CarePdfReader *reader, const char *name, const char *before)
{
  CarePdfReader ahead = *reader;
  gsize start;

  if (strchr (name, '#') != NULL || g_strv_contains (acting_names, name))
    return FALSE;
  /* The flags of an annotation; else another file. */
  if (strcmp (name, "/F") == 0)
    return care_pdf_reader_next (&ahead, &start) && g_ascii_isdigit (ahead.data[start]);
  /* As the name of an action it comes behind its key. */
  return strcmp (name, "/URI") != 0 || g_strcmp0 (before, "/S") == 0 || leads_to_page (reader);
}

/* Goes through objects up to @word, or to the end. @starts notes where tokens begin. */
static gboolean
is_harmless (CarePdfReader *reader, const char *word, GHashTable *starts)
{
  g_autofree char *before = NULL;
  gsize start;

  while (care_pdf_reader_next (reader, &start))
    {
      g_autofree char *token = copy_token (reader, start);

      if (word != NULL && strcmp (token, word) == 0)
        return TRUE;
      if (*token == '%' || (*token == '/' && !is_harmless_name (reader, token, before)))
        return FALSE;
      if (starts != NULL)
        g_hash_table_add (starts, GSIZE_TO_POINTER (start));
      g_free (before);
      before = g_steal_pointer (&token);
    }
  return word == NULL;
}

/* What is compressed is so in a way that bounds what it can come to. */
static gboolean
read_entry (CarePdfReader *reader, const char *key, Stream *stream)
{
  CarePdfReader ahead = *reader;
  gsize start;
  g_autofree char *value = care_pdf_reader_next (&ahead, &start) ? copy_token (&ahead, start) : NULL;

  if (value == NULL)
    return FALSE;
  if (strcmp (key, "/Filter") == 0)
    return strcmp (value, "/FlateDecode") == 0 || strcmp (value, "/DCTDecode") == 0;
  if (strcmp (key, "/Length") == 0)
    stream->length = care_pdf_reader_get_number (&ahead, start);
  else if (strcmp (key, "/N") == 0)
    stream->n = care_pdf_reader_get_number (&ahead, start);
  else if (strcmp (key, "/First") == 0)
    stream->first = care_pdf_reader_get_number (&ahead, start);
  else if (strcmp (key, "/Type") == 0)
    {
      stream->is_bundle = strcmp (value, "/ObjStm") == 0;
      stream->is_table = strcmp (value, "/XRef") == 0;
    }
  stream->has_parameters = stream->has_parameters || strcmp (key, "/DecodeParms") == 0 || strcmp (key, "/Extends") == 0;
  return TRUE;
}

static gboolean
read_dictionary (const guchar *data, gsize length, Stream *stream)
{
  static const char *const keys[] = { "/DecodeParms", "/Extends", "/Filter", "/First", "/Length", "/N", "/Type", NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CarePdfReader reader = { data, length, 0 };
  gsize start;

  while (care_pdf_reader_next (&reader, &start))
    {
      char *token = copy_token (&reader, start);

      /* One that comes twice may be read as either. */
      if (!g_strv_contains (keys, token))
        g_free (token);
      else if (!g_hash_table_add (seen, token) || !read_entry (&reader, token, stream))
        return FALSE;
    }
  return TRUE;
}

static gboolean
place (Walk *self, guint object, guint kind, gsize at, guint index)
{
  Place *it;

  if (object == 0 || object > MOST_OBJECTS)
    return FALSE;
  if (object >= self->places->len)
    g_array_set_size (self->places, object + 1);
  it = &g_array_index (self->places, Place, object);
  if (it->kind != 0)
    return FALSE;
  *it = (Place){ kind, (guint) at, index };
  return TRUE;
}

static GByteArray *
inflate_next (Walk *self, const Stream *stream)
{
  GByteArray *bytes = care_pdf_inflate (self->data + self->at, stream->length, MOST_BYTES - self->read);

  self->read += bytes == NULL ? 0 : bytes->len;
  return bytes;
}

/* Its beginning says where each object in it begins: nowhere but where one reads on. */
static gboolean
open_bundle (Walk *self, guint object, const Stream *stream)
{
  g_autoptr (GByteArray) bytes = inflate_next (self, stream);
  g_autoptr (GHashTable) starts = g_hash_table_new (NULL, NULL);
  CarePdfReader reader, heads;
  guint last = 0;

  if (bytes == NULL || stream->has_parameters || stream->first > bytes->len)
    return FALSE;
  reader = (CarePdfReader){ bytes->data + stream->first, bytes->len - stream->first, 0 };
  heads = (CarePdfReader){ bytes->data, stream->first, 0 };
  if (!is_harmless (&reader, NULL, starts))
    return FALSE;
  for (guint i = 0; i < stream->n; i++)
    {
      guint it = care_pdf_reader_read_number (&heads);
      guint at = care_pdf_reader_read_number (&heads);

      if ((i > 0 && at <= last) || !g_hash_table_contains (starts, GSIZE_TO_POINTER (at)) || !place (self, it, 2, object, i))
        return FALSE;
      last = at;
    }
  return TRUE;
}

/* The table says what was found; its own place is the end of the file's business. */
static gboolean
is_table_true (Walk *self, guint object, const Stream *stream)
{
  g_autoptr (GByteArray) table = inflate_next (self, stream);
  guint8 above[6] = { 0 };

  if (table == NULL || !place (self, object, 1, 0, 0) || table->len != self->places->len * 7)
    return FALSE;
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *it = &g_array_index (self->places, Place, i);
      const guint8 *row = table->data + i * 7;
      const guint8 found[6] = { (guint8) it->kind, (guint8) (it->at >> 24), (guint8) (it->at >> 16), (guint8) (it->at >> 8),
                                (guint8) it->at, (guint8) it->index };

      for (guint j = 0; j < 6; j++)
        above[j] = (guint8) (above[j] + row[j + 1]);
      if (row[0] != 2 || (i != object && i > 0 && it->kind == 0) || (i != object && memcmp (above, found, 6) != 0))
        return FALSE;
    }
  return TRUE;
}

/* The dictionary of a table, in which nothing is left open. */
static gboolean
is_table_plain (const guchar *data, gsize length, guint n_places)
{
  g_autofree char *text = g_strndup ((const char *) data, length);
  g_autofree char *begins
    = g_strdup_printf ("<</Type/XRef/Size %u/W[1 4 1]/DecodeParms<</Columns 6/Predictor 12>>/Root ", n_places);

  return g_str_has_prefix (text, begins)
         && g_regex_match_simple ("/Root [0-9]+ 0 R/Info [0-9]+ 0 R/ID\\[<[0-9a-f]+><[0-9a-f]+>\\]/Filter/FlateDecode/Length "
                                  "[0-9]+>>\n$",
                                  text, G_REGEX_DOLLAR_ENDONLY, 0);
}

static gboolean
ends (Walk *self, gsize table)
{
  g_autofree char *end = g_strdup_printf ("startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);

  return takes (self, end) && self->at == self->length;
}

/* "7 0 obj\n<<…>>\nstream\n" and what is in it. */
static gboolean
read_stream (Walk *self, Stream *stream, guint *object)
{
  CarePdfReader reader = { self->data, self->length, self->at };
  gsize dictionary, start;

  if (!g_ascii_isdigit (self->data[self->at]))
    return FALSE;
  *object = care_pdf_reader_read_number (&reader);
  self->at = reader.at;
  if (!takes (self, " 0 obj\n"))
    return FALSE;
  dictionary = reader.at = self->at;
  if (!is_harmless (&reader, "stream", NULL))
    return FALSE;
  start = reader.at - strlen ("stream");
  if (!read_dictionary (self->data + dictionary, start - dictionary, stream))
    return FALSE;
  self->at = start;
  if (!takes (self, "stream\n") || stream->length > self->length - self->at)
    return FALSE;
  return !stream->is_table
         || is_table_plain (self->data + dictionary, start - dictionary, MAX (self->places->len, *object + 1));
}

static gboolean
is_walk_harmless (Walk *self)
{
  if (!takes (self, "%PDF-1.7\n%\xbf\xf7\xa2\xfe\n"))
    return FALSE;
  while (self->at < self->length)
    {
      Stream stream = { 0 };
      gsize at = self->at;
      guint object;

      if (!read_stream (self, &stream, &object))
        return FALSE;
      if (stream.is_table ? !is_table_true (self, object, &stream)
                          : !place (self, object, 1, at, 0) || (stream.is_bundle && !open_bundle (self, object, &stream)))
        return FALSE;
      self->at += stream.length;
      if (!takes (self, "\nendstream\nendobj\n"))
        return FALSE;
      if (stream.is_table)
        return ends (self, at);
    }
  return FALSE;
}

/**
 * care_pdf_is_passive:
 * @pdf: any bytes
 *
 * Returns: whether @pdf is a PDF as CareBrief writes it, in which nothing acts, and no link
 *   leads anywhere but to a page of the web or a mailbox.
 */
gboolean
care_pdf_is_passive (GBytes *pdf)
{
  Walk walk = { 0 };
  gboolean harmless;

  walk.data = g_bytes_get_data (pdf, &walk.length);
  walk.places = g_array_new (FALSE, TRUE, sizeof (Place));
  /* No object has the number 0. */
  g_array_set_size (walk.places, 1);
  harmless = walk.length > 0 && is_walk_harmless (&walk);
  g_array_unref (walk.places);
  return harmless;
}
