/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *care_file_name (const char *title, const char *extension);

G_END_DECLS
