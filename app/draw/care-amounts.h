/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts in texts that are broken into lines. */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

PangoAttrList *care_amounts_whole (const char *text);

G_END_DECLS
