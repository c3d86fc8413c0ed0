/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The finished pages on grey, painted by the functions that paint the PDF: one below
 * the other or side by side, as wide as the view or as large as the person wants.
 * The view is to be the only child of a scrolled window. */

#pragma once

#include "care-page.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_PAGE_VIEW (care_page_view_get_type ())
G_DECLARE_FINAL_TYPE (CarePageView, care_page_view, CARE, PAGE_VIEW, GtkWidget)

GtkWidget *care_page_view_new (void);
void care_page_view_set_pages (CarePageView *self, CarePages *pages);
CarePages *care_page_view_get_pages (CarePageView *self);
guint care_page_view_get_page (CarePageView *self);
gboolean care_page_view_locate (CarePageView *self, const CareKind *kind, CareId id, int offset, double *x, double *y);

/* care-page-view-zoom.c */
void care_page_view_bind_keys (GtkWidgetClass *widget_class);
void care_page_view_insert_actions (CarePageView *self, GtkWidget *widget);

G_END_DECLS
