/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-edition-pages.h"

#include "care-page.h"
#include "care-pdf-passive.h"

#include <glib/gi18n.h>

/* In base64 this is as much as a record's field holds. */
#define MAX_BYTES (12 * 1024 * 1024)

/**
 * care_edition_pages_write:
 * @snapshot: what an edition is made of
 *
 * Returns: (transfer full) (nullable): its pages as a PDF; %NULL if it does not fit the
 *   pages of its template, has a character that no typeface has, or is more than a
 *   record holds. Such an edition has no pages that could have been sent out.
 */
GBytes *
care_edition_pages_write (CareSnapshot *snapshot)
{
  g_autoptr (CarePages) pages = care_pages_new (snapshot, CARE_PAGES_USUAL);
  g_autoptr (GBytes) pdf = care_pages_to_pdf (pages, NULL);

  return pdf == NULL || g_bytes_get_size (pdf) > MAX_BYTES ? NULL : g_steal_pointer (&pdf);
}

/**
 * care_edition_pages_has:
 * @edition: an edition
 *
 * Returns: whether its pages are kept with it, as those of editions that were made
 *   before schema version 5 are not.
 */
gboolean
care_edition_pages_has (CareRecord *edition)
{
  return care_record_get (edition, "pdf") != NULL;
}

/**
 * care_edition_pages_open:
 * @edition: an edition that has its pages
 * @error: return location for %CARE_PAGE_ERROR_DAMAGED
 *
 * A library may come from a stranger, and what it calls pages may be any file.
 *
 * Returns: (transfer full) (nullable): the PDF, byte for byte as it was made; %NULL if
 *   it is none, or one that does more than be read.
 */
GBytes *
care_edition_pages_open (CareRecord *edition, GError **error)
{
  gsize length;
  guchar *data = g_base64_decode (care_record_get (edition, "pdf"), &length);
  g_autoptr (GBytes) pdf = g_bytes_new_take (data, length);

  if (care_pdf_is_passive (pdf))
    return g_steal_pointer (&pdf);
  g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_DAMAGED,
               _ ("The pages kept with this edition are not as CareBrief made them, and could do harm; restore a backup "
                  "of the library, or print the edition to a PDF, which sets it anew"));
  return NULL;
}
