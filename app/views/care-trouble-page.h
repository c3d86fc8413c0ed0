/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is shown in the place of a library that cannot be opened: why, and what
 * can be done about it. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_TROUBLE_PAGE (care_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (CareTroublePage, care_trouble_page, CARE, TROUBLE_PAGE, GtkWidget)

GtkWidget *care_trouble_page_new (void);
void care_trouble_page_show (CareTroublePage *self, const char *path, const GError *error);
void care_trouble_page_focus (CareTroublePage *self);

G_END_DECLS
