/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a PDF says of itself, twice: for old readers and for all others. */

#pragma once

#include "care-pdf-file.h"

G_BEGIN_DECLS

/* All but the title and the language may be NULL. */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  const char *language;
  const char *date; /* of ISO 8601 */
} CarePdfAbout;

GBytes *care_pdf_about_finish (const CarePdfAbout *self, CarePdfFile *file, guint page_tree, guint structure,
                               guint bookmarks, const char *layout);

G_END_DECLS
