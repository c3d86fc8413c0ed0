/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A source of a library as it is cited, and put on the clipboard. */

#pragma once

#include "care-citation-text.h"
#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

CareCitationText *care_cite (CareLibrary *library, CareRecord *record);
void care_cite_copy (GdkClipboard *clipboard, const CareCitationText *text);

G_END_DECLS
