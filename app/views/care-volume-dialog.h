/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

void care_volume_dialog_show (GtkWindow *parent, CareLibrary *library);
void care_volume_dialog_export (GtkWindow *parent, CareLibrary *library, GFile *file);

G_END_DECLS
