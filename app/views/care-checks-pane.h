/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What checks find in a briefing, beside its page: looked for after each pause, in a
 * thread; a problem that is kept is kept here, with the reason. */

#pragma once

#include "care-checks.h"
#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_CHECKS_PANE (care_checks_pane_get_type ())
G_DECLARE_FINAL_TYPE (CareChecksPane, care_checks_pane, CARE, CHECKS_PANE, GtkWidget)

void care_checks_pane_open (CareChecksPane *self, CareLibrary *library, CareRecord *briefing);
void care_checks_pane_close (CareChecksPane *self);
void care_checks_pane_queue (CareChecksPane *self);
void care_checks_pane_put_off (CareChecksPane *self);
gboolean care_checks_pane_step (CareChecksPane *self, int step);
CareFinding *care_checks_pane_get_selected (CareChecksPane *self);


G_END_DECLS
