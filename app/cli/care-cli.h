/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CareBrief on the command line: needs no display and touches no GTK. What it
 * prints is UTF-8 in every locale. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareCliStatus:
 * @CARE_CLI_DONE: done
 * @CARE_CLI_FAILED: any other failure
 * @CARE_CLI_USAGE: no such command or option
 * @CARE_CLI_MISSING: there is no such file
 * @CARE_CLI_NOT_A_LIBRARY: the file is not a library, or not in the format
 * @CARE_CLI_NEWER: the file was made by a newer CareBrief
 * @CARE_CLI_DISK_FULL: the disk is full
 * @CARE_CLI_NO_ACCESS: a file cannot be read or written, or is in use
 * @CARE_CLI_DAMAGED: the library is damaged
 * @CARE_CLI_OVERSET: the briefing does not fit its pages
 * @CARE_CLI_NO_RECORD: there is no such record
 * @CARE_CLI_REFUSED: what was to be imported is wrong, or an act is in conflict with
 *   others
 * @CARE_CLI_MUST_FIX: the briefing has problems that must be fixed before it goes out
 *
 * The exit codes, which scripts rely on: none ever changes its meaning.
 */
typedef enum
{
  CARE_CLI_DONE = 0,
  CARE_CLI_FAILED = 1,
  CARE_CLI_USAGE = 2,
  CARE_CLI_MISSING = 3,
  CARE_CLI_NOT_A_LIBRARY = 4,
  CARE_CLI_NEWER = 5,
  CARE_CLI_DISK_FULL = 6,
  CARE_CLI_NO_ACCESS = 7,
  CARE_CLI_DAMAGED = 8,
  CARE_CLI_OVERSET = 9,
  CARE_CLI_NO_RECORD = 10,
  CARE_CLI_REFUSED = 11,
  CARE_CLI_MUST_FIX = 12,
} CareCliStatus;

gboolean care_cli_is_command (const char *word);
int care_cli_run (int argc, char **argv);

char *care_default_library_path (void);

G_END_DECLS
