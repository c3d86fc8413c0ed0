/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a command is made of, and the commands: one file each. */

#pragma once

#include "care-cli.h"

G_BEGIN_DECLS

typedef struct _CareCliCommand CareCliCommand;

struct _CareCliCommand
{
  const char *name;
  const char *arguments; /* "KIND [LIBRARY]", untranslated */
  const char *summary;   /* one sentence, untranslated */
  guint n_least;         /* fewest and most arguments */
  guint n_most;
  CareCliStatus (*run) (const CareCliCommand *command, char **argv);
};

/* @argv begins with the command's name and ends with NULL. */
CareCliStatus care_cli_apply (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_bin (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_edition (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_check (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_backups (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_copy (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_export (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_history (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_import (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_info (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_ledger (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_list (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_merge (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_new (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_recover (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_redo (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_search (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_restore (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_timeline (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_undo (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_unlock (const CareCliCommand *command, char **argv);
CareCliStatus care_cli_verify (const CareCliCommand *command, char **argv);

G_END_DECLS
