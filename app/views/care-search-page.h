/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Search everywhere: what is typed, the kinds in which it was found, and what was
 * found, best first. It follows the library while it is shown. */

#pragma once

#include "care-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_SEARCH_PAGE (care_search_page_get_type ())
G_DECLARE_FINAL_TYPE (CareSearchPage, care_search_page, CARE, SEARCH_PAGE, GtkWidget)

GtkWidget *care_search_page_new (void);
void care_search_page_set_library (CareSearchPage *self, CareLibrary *library);
void care_search_page_focus (CareSearchPage *self);

G_END_DECLS
