/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A web page that was saved: what it is called, who made it, and its words. */

#pragma once

#include "care-source-draft.h"

G_BEGIN_DECLS

CareSourceDraft *care_source_page_read (const char *html);

G_END_DECLS
