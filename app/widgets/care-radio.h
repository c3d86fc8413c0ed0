/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One of several choices, with what it means. In a box, not a list: GTK makes a group of
 * radio buttons one stop of Tab, with arrow keys from one to the next, but a list makes each
 * of its rows another. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_RADIO (care_radio_get_type ())
G_DECLARE_FINAL_TYPE (CareRadio, care_radio, CARE, RADIO, GtkCheckButton)

GtkWidget *care_radio_new (const char *title, const char *meaning);
void care_radio_set_meaning (CareRadio *self, const char *meaning);

G_END_DECLS
