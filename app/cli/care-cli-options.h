/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Options and arguments of a command, and its --help. */

#pragma once

#include "care-cli-command.h"

G_BEGIN_DECLS

char **care_cli_parse (const CareCliCommand *command, const GOptionEntry *entries, char **argv,
                       CareCliStatus *status);
char *care_cli_describe_statuses (void);
char *care_cli_library_argument (char **arguments, guint index);

G_END_DECLS
