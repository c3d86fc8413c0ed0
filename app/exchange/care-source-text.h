/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A citation or a link in plain words, as it is pasted. */

#pragma once

#include "care-source-draft.h"

G_BEGIN_DECLS

CareSourceDraft *care_source_text_read (const char *text);

G_END_DECLS
