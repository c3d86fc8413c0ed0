/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which briefing, and which edition of it, a command is about. */

#pragma once

#include "care-cli.h"
#include "care-library.h"

G_BEGIN_DECLS

CareRecord *care_cli_choose_briefing (CareLibrary *library, const char *name, CareCliStatus *status);
CareRecord *care_cli_choose_edition (CareLibrary *library, CareRecord *briefing, const char *number,
                                     CareCliStatus *status);

G_END_DECLS
