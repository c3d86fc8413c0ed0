/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages as a PDF: drawn by Cairo, finished with qpdf. */

#include "care-pdf.h"

#include <glib/gi18n.h>

/**
 * care_pages_check_printable:
 * @self: pages
 * @error: return location for a #CarePageError
 *
 * Returns: whether every character and every picture of @self can be printed.
 */
gboolean
care_pages_check_printable (const CarePages *self, GError **error)
{
  if (self->flow->unprintable != NULL)
    {
      g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_FONT,
                   _ ("“%s” has a character that no installed typeface can print; replace it, or install a "
                      "typeface that has it"),
                   self->flow->unprintable);
      return FALSE;
    }
  if (self->flow->unreadable != NULL)
    {
      g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_PDF,
                   _ ("The image “%s” cannot be read; replace it with a PNG file"), self->flow->unreadable);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_fits (const CarePages *self, GError **error)
{
  g_autofree char *words = NULL;

  if (care_pages_fits (self))
    return TRUE;
  words = care_pages_describe_fit (self);
  g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_OVERSET, _ ("%s; shorten it, or allow more pages"),
               words);
  return FALSE;
}

/* Takes @value, which is not to be used any more: what qpdf gives out it keeps until it is
 * given back. */
void
care_pdf_set (CarePdf *self, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (self->qpdf, dictionary, key, value);
  qpdf_oh_release (self->qpdf, value);
}

void
care_pdf_set_name (CarePdf *self, qpdf_oh dictionary, const char *key, const char *name)
{
  care_pdf_set (self, dictionary, key, qpdf_oh_new_name (self->qpdf, name));
}

void
care_pdf_set_text (CarePdf *self, qpdf_oh dictionary, const char *key, const char *text)
{
  care_pdf_set (self, dictionary, key, qpdf_oh_new_unicode_string (self->qpdf, text));
}

void
care_pdf_set_integer (CarePdf *self, qpdf_oh dictionary, const char *key, gint64 value)
{
  care_pdf_set (self, dictionary, key, qpdf_oh_new_integer (self->qpdf, value));
}

/* Takes @value. */
void
care_pdf_append (CarePdf *self, qpdf_oh array, qpdf_oh value)
{
  qpdf_oh_append_item (self->qpdf, array, value);
  qpdf_oh_release (self->qpdf, value);
}

/* A dictionary that others can refer to. */
qpdf_oh
care_pdf_new_object (CarePdf *self)
{
  qpdf_oh dictionary = qpdf_oh_new_dictionary (self->qpdf);
  qpdf_oh object = qpdf_make_indirect_object (self->qpdf, dictionary);

  qpdf_oh_release (self->qpdf, dictionary);
  return object;
}

void
care_pdf_replace_stream (CarePdf *self, qpdf_oh stream, const void *data, gsize length)
{
  qpdf_oh nothing = qpdf_oh_new_null (self->qpdf);

  qpdf_oh_replace_stream_data (self->qpdf, stream, data, length, nothing, nothing);
  qpdf_oh_release (self->qpdf, nothing);
}

static GPtrArray *
new_lists (guint n)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (lists, g_array_new (FALSE, TRUE, sizeof (qpdf_oh)));
  return lists;
}

static CarePageTree *
make_tree (const GPtrArray *parts)
{
  g_autoptr (GPtrArray) flows = g_ptr_array_new ();

  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (flows, ((const CarePages *) g_ptr_array_index (parts, i))->flow);
  return flows->len == 1 ? care_page_tree_new (g_ptr_array_index (flows, 0)) : care_page_tree_new_of_parts (flows);
}

static void
init (CarePdf *self, GPtrArray *parts)
{
  guint n_pages = 0;

  for (guint i = 0; i < parts->len; i++)
    n_pages += care_pages_get_n_pages (g_ptr_array_index (parts, i));
  self->parts = parts;
  self->flow = ((const CarePages *) g_ptr_array_index (parts, 0))->flow;
  self->n_pages = n_pages;
  self->tree = make_tree (parts);
  self->n_marks = g_new0 (guint, n_pages);
  self->drawn = g_byte_array_new ();
  self->qpdf = qpdf_init ();
  qpdf_silence_errors (self->qpdf);
  qpdf_set_suppress_warnings (self->qpdf, QPDF_TRUE);
  self->sheets = g_new0 (qpdf_oh, n_pages);
  self->parents = new_lists (n_pages);
  self->annotations = new_lists (n_pages);
  self->link_parents = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
}

static void
clear (CarePdf *self)
{
  care_page_tree_free (self->tree);
  g_free (self->n_marks);
  qpdf_cleanup (&self->qpdf);
  g_byte_array_unref (self->drawn);
  g_free (self->sheets);
  g_ptr_array_unref (self->parents);
  g_ptr_array_unref (self->annotations);
  g_array_unref (self->link_parents);
}

/* Ties each mark of Cairo's to the tree. Not one may be missing: a page must not
 * say anything but what is on it. */
static gboolean
mark_page (CarePdf *self, guint page)
{
  unsigned char *content = NULL;
  size_t length = 0;
  g_autoptr (GByteArray) marked = NULL;
  qpdf_oh stream;

  self->sheets[page] = qpdf_get_page_n (self->qpdf, page);
  if ((qpdf_oh_get_page_content_data (self->qpdf, self->sheets[page], &content, &length) & QPDF_ERRORS) != 0)
    return FALSE;
  marked = care_pdf_content_mark (content, length, self->n_marks[page]);
  free (content);
  if (marked == NULL)
    return FALSE;
  stream = qpdf_oh_new_stream (self->qpdf);
  care_pdf_replace_stream (self, stream, marked->data, marked->len);
  care_pdf_set (self, self->sheets[page], "/Contents", stream);
  return TRUE;
}

static gboolean
finish (CarePdf *self)
{
  if ((qpdf_read_memory (self->qpdf, "pages", (const char *) self->drawn->data, self->drawn->len, NULL) & QPDF_ERRORS) != 0)
    return FALSE;
  for (guint page = 0; page < self->n_pages; page++)
    if (!mark_page (self, page))
      return FALSE;
  care_pdf_add_structure (self);
  care_pdf_describe (self);
  return !qpdf_has_error (self->qpdf);
}

static GBytes *
write_file (CarePdf *self)
{
  qpdf_init_write_memory (self->qpdf);
  qpdf_set_object_stream_mode (self->qpdf, qpdf_o_generate);
  qpdf_set_minimum_pdf_version (self->qpdf, "1.7");
  /* The same content has the same identity. */
  qpdf_set_deterministic_ID (self->qpdf, QPDF_TRUE);
  if ((qpdf_write (self->qpdf) & QPDF_ERRORS) != 0)
    return NULL;
  return g_bytes_new (qpdf_get_buffer (self->qpdf), qpdf_get_buffer_length (self->qpdf));
}

/**
 * care_pdf_make:
 * @parts: (element-type CarePages): briefings, one after the other, on which everything is
 * @error: return location for a #CarePageError
 *
 * Returns: (transfer full) (nullable): the contents of the file.
 */
GBytes *
care_pdf_make (GPtrArray *parts, GError **error)
{
  CarePdf pdf = { NULL };
  GBytes *bytes = NULL;

  for (guint i = 0; i < parts->len; i++)
    if (!check_fits (g_ptr_array_index (parts, i), error)
        || !care_pages_check_printable (g_ptr_array_index (parts, i), error))
      return NULL;
  init (&pdf, parts);
  if (care_pdf_draw (&pdf, error))
    {
      bytes = finish (&pdf) ? write_file (&pdf) : NULL;
      if (bytes == NULL)
        g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_PDF,
                     _ ("The PDF could not be made: %s"), _ ("its text could not be tied to its structure"));
    }
  clear (&pdf);
  return bytes;
}

/**
 * care_pages_to_pdf:
 * @self: pages
 * @error: return location for a #CarePageError
 *
 * Makes a PDF of @self if everything is on the pages: tagged, as PDF/UA-1 asks. The
 * same pages give the same bytes, whenever it is done.
 *
 * Returns: (transfer full) (nullable): the contents of the file.
 */
GBytes *
care_pages_to_pdf (const CarePages *self, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, (gpointer) self);
  return care_pdf_make (parts, error);
}
