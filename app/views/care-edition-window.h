/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of an edition, as they were when it was made. */

#pragma once

#include "care-snapshot.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_EDITION_WINDOW (care_edition_window_get_type ())
G_DECLARE_FINAL_TYPE (CareEditionWindow, care_edition_window, CARE, EDITION_WINDOW, AdwWindow)

GtkWidget *care_edition_window_new (GtkWindow *parent, CareRecord *edition, GPtrArray *editions,
                                    CareSnapshot *snapshot);
void care_edition_window_export (CareEditionWindow *self);

G_END_DECLS
