/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person typed, before it is read as a date or a quantity. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *care_typed_text_normalise (const char *text, gunichar dash);
char *care_typed_text_quote (const char *text);

G_END_DECLS
