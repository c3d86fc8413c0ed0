/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages as a PDF. Cairo embeds every font and writes which characters the
 * glyphs stand for, so that the text can be selected and searched. */

#include "care-page-model.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_printable (const CarePages *self, GError **error)
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

/* The day of the last edition, or 0. */
static CareDay
find_day (CareRecord *briefing)
{
  static const char *const fields[] = { "published", "amended", "corrected" };
  CareDay last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (CareDate) date = care_record_dup_date (briefing, fields[i]);

      if (date != NULL)
        last = MAX (last, care_date_get_earliest (date));
    }
  return last;
}

/* A file that carried the hour at which it was made would be another each time. */
static char *
make_date (CareRecord *briefing)
{
  CareDay day = find_day (briefing);
  int year, month, mday;

  if (day == 0)
    return g_strdup ("1970-01-01T00:00:00Z");
  care_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%04d-%02d-%02dT00:00:00Z", year, month, mday);
}

static void
set_metadata (const CarePages *self, cairo_surface_t *surface)
{
  CareRecord *briefing = care_snapshot_get_briefing (self->flow->snapshot);
  const char *authors = care_record_get (briefing, "authors");
  g_autofree char *date = make_date (briefing);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, care_record_get_title (briefing));
  if (authors != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, authors);
  if (*self->flow->series != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->flow->series);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "CareBrief");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static cairo_status_t
write_pages (const CarePages *self, GByteArray *bytes)
{
  cairo_surface_t *surface
    = cairo_pdf_surface_create_for_stream (append_bytes, bytes, CARE_PAGE_WIDTH_PT, CARE_PAGE_HEIGHT_PT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  set_metadata (self, surface);
  for (guint page = 0; page < self->sheets->len; page++)
    {
      care_pages_paint (self, page, cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

/**
 * care_pages_to_pdf:
 * @self: pages
 * @error: return location for a #CarePageError
 *
 * Makes a PDF of @self if everything is on the pages. The same pages give the
 * same bytes, whenever it is done.
 *
 * Returns: (transfer full) (nullable): the contents of the file.
 */
GBytes *
care_pages_to_pdf (const CarePages *self, GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  cairo_status_t status;

  if (!check_fits (self, error) || !check_printable (self, error))
    return NULL;
  bytes = g_byte_array_new ();
  status = write_pages (self, bytes);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_PDF, _ ("The PDF could not be made: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
