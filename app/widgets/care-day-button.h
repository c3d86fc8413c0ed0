/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button that says a day, such as that as of which something is shown. A popover has it
 * typed, as every date is, or chosen from a calendar. */

#pragma once

#include "care-date.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_DAY_BUTTON (care_day_button_get_type ())
G_DECLARE_FINAL_TYPE (CareDayButton, care_day_button, CARE, DAY_BUTTON, GtkWidget)

GtkWidget *care_day_button_new (void);
void care_day_button_set_today (CareDayButton *self, CareDay today);
void care_day_button_set_day (CareDayButton *self, CareDay day);
CareDay care_day_button_get_day (CareDayButton *self);
void care_day_button_open (CareDayButton *self);

G_END_DECLS
