/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can act in a PDF is told by names that ISO 32000-1 lists: actions and triggers
 * (12.6), forms (12.7), annotations with contents of their own (12.5.6, 13), files within
 * it or beside it (7.11). CareBrief writes none of them. */

#include "care-pdf-passive.h"

#include "care-page-tree.h"

#include <qpdf/qpdf-c.h>
#include <string.h>

/* Keys of dictionaries. */
static const char *const acting_keys[] = {
  "/AA", "/AcroForm", "/AF", "/Collection", "/EF", "/EmbeddedFiles", "/Encrypt", "/FFilter", "/JavaScript", "/JS",
  "/OpenAction", "/PA", "/RichMediaContent", "/Requirements", "/XFA", NULL,
};

/* What an action ("/S") or an annotation ("/Subtype") may not be. */
static const char *const acting_kinds[] = {
  "/3D", "/FileAttachment", "/GoTo3DView", "/GoToDp", "/GoToE", "/GoToR", "/Hide", "/ImportData", "/JavaScript",
  "/Launch", "/Movie", "/Named", "/Rendition", "/ResetForm", "/RichMedia", "/RichMediaExecute", "/Screen",
  "/SetOCGState", "/Sound", "/SubmitForm", "/Thread", "/Trans", "/Widget", NULL,
};

/* Many times as many as the pages of an edition need. */
#define MOST_OBJECTS 100000

static gboolean is_harmless (qpdf_data qpdf, qpdf_oh object, gint64 n_objects);

static gboolean
is_address (qpdf_data qpdf, qpdf_oh object)
{
  g_autofree char *uri
    = qpdf_oh_is_string (qpdf, object) ? care_page_link_to_uri (qpdf_oh_get_utf8_value (qpdf, object)) : NULL;

  return uri != NULL;
}

static gboolean
may_have (qpdf_data qpdf, const char *key, qpdf_oh value)
{
  if (g_strv_contains (acting_keys, key))
    return FALSE;
  if ((strcmp (key, "/S") == 0 || strcmp (key, "/Subtype") == 0) && qpdf_oh_is_name (qpdf, value))
    return !g_strv_contains (acting_kinds, qpdf_oh_get_name (qpdf, value));
  /* The flags of an annotation; else another file. */
  if (strcmp (key, "/F") == 0)
    return qpdf_oh_is_integer (qpdf, value);
  /* Also the name of an action that leads to one. */
  return strcmp (key, "/URI") != 0 || is_address (qpdf, value);
}

/* Only one dictionary at a time can be gone through. */
static GPtrArray *
list_keys (qpdf_data qpdf, qpdf_oh dictionary)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  qpdf_oh_begin_dict_key_iter (qpdf, dictionary);
  while (qpdf_oh_dict_more_keys (qpdf))
    g_ptr_array_add (keys, g_strdup (qpdf_oh_dict_next_key (qpdf)));
  return keys;
}

static gboolean
is_harmless_dictionary (qpdf_data qpdf, qpdf_oh dictionary, gint64 n_objects)
{
  g_autoptr (GPtrArray) keys = list_keys (qpdf, dictionary);
  gboolean harmless = TRUE;

  for (guint i = 0; i < keys->len && harmless; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      qpdf_oh value = qpdf_oh_get_key (qpdf, dictionary, key);

      harmless = may_have (qpdf, key, value) && is_harmless (qpdf, value, n_objects);
      qpdf_oh_release (qpdf, value);
    }
  return harmless;
}

static gboolean
is_harmless_array (qpdf_data qpdf, qpdf_oh array, gint64 n_objects)
{
  gboolean harmless = TRUE;

  for (int i = 0; i < qpdf_oh_get_array_n_items (qpdf, array) && harmless; i++)
    {
      qpdf_oh item = qpdf_oh_get_array_item (qpdf, array, i);

      harmless = is_harmless (qpdf, item, n_objects);
      qpdf_oh_release (qpdf, item);
    }
  return harmless;
}

/* The contents of an object. An object that it names is among those that are all gone
 * through. */
static gboolean
is_harmless (qpdf_data qpdf, qpdf_oh object, gint64 n_objects)
{
  if (qpdf_oh_is_indirect (qpdf, object))
    return qpdf_oh_get_generation (qpdf, object) == 0 && qpdf_oh_get_object_id (qpdf, object) < n_objects;
  if (qpdf_oh_is_array (qpdf, object))
    return is_harmless_array (qpdf, object, n_objects);
  return !qpdf_oh_is_dictionary (qpdf, object) || is_harmless_dictionary (qpdf, object, n_objects);
}

static gboolean
is_harmless_object (qpdf_data qpdf, int id, gint64 n_objects)
{
  qpdf_oh object = qpdf_get_object_by_id (qpdf, id, 0);
  gboolean harmless = TRUE;

  /* What these functions ask is of an object, not of its name. */
  if (qpdf_oh_is_array (qpdf, object))
    harmless = is_harmless_array (qpdf, object, n_objects);
  else if (qpdf_oh_is_stream (qpdf, object))
    {
      qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, object);

      harmless = is_harmless_dictionary (qpdf, dictionary, n_objects);
      qpdf_oh_release (qpdf, dictionary);
    }
  else if (qpdf_oh_is_dictionary (qpdf, object))
    harmless = is_harmless_dictionary (qpdf, object, n_objects);
  qpdf_oh_release (qpdf, object);
  return harmless;
}

static gboolean
are_all_harmless (qpdf_data qpdf)
{
  qpdf_oh trailer = qpdf_get_trailer (qpdf);
  gint64 n_objects = qpdf_oh_get_int_value (qpdf, qpdf_oh_get_key (qpdf, trailer, "/Size"));

  if (n_objects < 1 || n_objects > MOST_OBJECTS || !is_harmless_dictionary (qpdf, trailer, n_objects))
    return FALSE;
  for (int id = 1; id < n_objects; id++)
    if (!is_harmless_object (qpdf, id, n_objects))
      return FALSE;
  return TRUE;
}

/**
 * care_pdf_is_passive:
 * @pdf: any bytes
 *
 * Returns: whether @pdf is a whole PDF in which nothing acts, and no link leads anywhere
 *   but to a page of the web or a mailbox.
 */
gboolean
care_pdf_is_passive (GBytes *pdf)
{
  qpdf_data qpdf = qpdf_init ();
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  gboolean passive;

  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  qpdf_set_attempt_recovery (qpdf, QPDF_FALSE);
  passive = length > 0 && qpdf_read_memory (qpdf, "pages", data, length, NULL) == QPDF_SUCCESS && are_all_harmless (qpdf)
            && !qpdf_has_error (qpdf) && !qpdf_more_warnings (qpdf);
  /* One that nobody asks for is written to stderr. */
  if (qpdf_has_error (qpdf))
    qpdf_get_error (qpdf);
  qpdf_cleanup (&qpdf);
  return passive;
}
