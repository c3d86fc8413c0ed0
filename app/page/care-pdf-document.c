/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the PDF of a briefing says of itself. */

#include "care-pdf.h"

#include "care-pdf-about.h"

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

/* The day of the last edition, as a date of ISO 8601 at midnight: a file that carried the
 * hour at which it was made would be another each time. */
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

static const char *
get_language (CareRecord *briefing)
{
  const char *language = care_record_get (briefing, "language");

  return language == NULL ? "en-GB" : language;
}

/**
 * care_pdf_write_document:
 * @self: a PDF to which all is added, with its pages
 * @briefing: what it is called by
 *
 * Says in it what it is, in which language, and that it is tagged.
 *
 * Returns: (transfer full): the contents of the file.
 */
GBytes *
care_pdf_write_document (CarePdf *self, CareRecord *briefing)
{
  guint bookmarks = care_pdf_write_bookmarks (self);
  g_autofree char *date = make_date (briefing);
  const CarePdfAbout about = { care_record_get_title (briefing), care_record_get (briefing, "authors"),
                               care_record_get (briefing, "series"), get_language (briefing), date };

  /* Facing pages, the first of which is on the left. */
  return care_pdf_about_finish (&about, self->file, self->page_tree, self->structure, bookmarks, "TwoPageLeft");
}
