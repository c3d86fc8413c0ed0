/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures from right to left: whoever paints them turns the context round with
 * care_mirror(), and what is written is not turned with it. */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

void care_mirror (cairo_t *cr, double width);
void care_mirror_show_layout (cairo_t *cr, PangoLayout *layout, double x, double y);

G_END_DECLS
