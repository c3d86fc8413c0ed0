/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What Cairo wrote, to take pages, typefaces and images from. */

#pragma once

#include "care-pdf-file.h"

G_BEGIN_DECLS

typedef struct _CarePdfDrawn CarePdfDrawn;

CarePdfDrawn *care_pdf_drawn_new (const GByteArray *bytes);
void care_pdf_drawn_free (CarePdfDrawn *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarePdfDrawn, care_pdf_drawn_free)

guint care_pdf_drawn_get_n_pages (const CarePdfDrawn *self);
/* (transfer full) (nullable): what is drawn on a page, to be read */
GByteArray *care_pdf_drawn_get_content (const CarePdfDrawn *self, guint page);
/* The number in @file of what the page draws with, or 0. */
guint care_pdf_drawn_copy_resources (CarePdfDrawn *self, guint page, CarePdfFile *file);

G_END_DECLS
