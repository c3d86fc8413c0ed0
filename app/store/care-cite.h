/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A source of a library as it is cited. */

#pragma once

#include "care-citation-text.h"
#include "care-library.h"

G_BEGIN_DECLS

CareCitationText *care_cite (CareLibrary *library, CareRecord *record);

G_END_DECLS
