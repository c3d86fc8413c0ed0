/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a PDF does nothing but be read. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean care_pdf_is_passive (GBytes *pdf);

G_END_DECLS
