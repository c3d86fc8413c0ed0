/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands beside that which is written in, and seldom changes.
 *
 * Where no graphics card draws, GTK 4.8 goes through all that a window shows whenever
 * any of it changes, and looks at each letter and line whether it is in what changed. A
 * still bin shows its child as a single drawing: one look tells that it is not. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_STILL (care_still_get_type ())
G_DECLARE_FINAL_TYPE (CareStill, care_still, CARE, STILL, AdwBin)

G_END_DECLS
