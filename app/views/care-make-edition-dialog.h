/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks what an edition is, a significant amendment or a minor correction, and
 * what has changed, and makes it. */

#pragma once

#include "care-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_MAKE_EDITION_DIALOG (care_make_edition_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CareMakeEditionDialog, care_make_edition_dialog, CARE, MAKE_EDITION_DIALOG, AdwWindow)

GtkWidget *care_make_edition_dialog_new (GtkWindow *parent, CareLibrary *library, CareRecord *briefing);

G_END_DECLS
