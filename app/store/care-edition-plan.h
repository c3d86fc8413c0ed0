/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-edition.h"
#include "care-library.h"

G_BEGIN_DECLS

/* Writes what an edition holds, as care_edition_contents_write() does: the
 * library keeps the bytes and does not know their format. */
typedef GBytes *(*CareEditionFreeze) (CareSnapshot *snapshot, GError **error);
/* And its pages, as care_edition_pages_write() does; NULL where there is nothing to print. */
typedef GBytes *(*CareEditionPrint) (CareSnapshot *snapshot);

CareAct *care_edition_plan (CareLibrary *library, CareRecord *briefing, const CareEditionDraft *draft,
                            CareEditionFreeze freeze, CareEditionPrint print, GError **error);
GPtrArray *care_edition_list (CareLibrary *library, CareRecord *briefing);
CareRecord *care_edition_find (CareLibrary *library, CareRecord *briefing, const char *label);

G_END_DECLS
