/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of an edition as they went out, kept with it as a PDF: however a later
 * CareBrief composes, or whichever typefaces it finds, what was published stays what it
 * was. */

#pragma once

#include "care-snapshot.h"

G_BEGIN_DECLS

GBytes *care_edition_pages_write (CareSnapshot *snapshot);
gboolean care_edition_pages_has (CareRecord *edition);
GBytes *care_edition_pages_open (CareRecord *edition, GError **error);

G_END_DECLS
