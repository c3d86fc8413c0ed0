/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The finished pages, one below the other on grey, painted by the functions
 * that paint the PDF. */

#pragma once

#include "care-page.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_PAGE_VIEW (care_page_view_get_type ())
G_DECLARE_FINAL_TYPE (CarePageView, care_page_view, CARE, PAGE_VIEW, GtkWidget)

GtkWidget *care_page_view_new (void);
void care_page_view_set_pages (CarePageView *self, CarePages *pages);
CarePages *care_page_view_get_pages (CarePageView *self);
gboolean care_page_view_locate (CarePageView *self, const CareKind *kind, CareId id, double *y);

G_END_DECLS
