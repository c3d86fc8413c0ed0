/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The notes of a review, beside the page: added about what is selected, gone to, resolved,
 * deleted; each by one act. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_NOTES_PANE (care_notes_pane_get_type ())
G_DECLARE_FINAL_TYPE (CareNotesPane, care_notes_pane, CARE, NOTES_PANE, GtkWidget)

void care_notes_pane_open (CareNotesPane *self, CareLibrary *library, CareRecord *briefing);
void care_notes_pane_close (CareNotesPane *self);
void care_notes_pane_set_element (CareNotesPane *self, CareRecord *element);
void care_notes_pane_ask (CareNotesPane *self);

G_END_DECLS
