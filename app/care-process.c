/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-process.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

/**
 * care_process_set_up:
 *
 * What both programs begin with: the user's language, and signals that would
 * end them in the middle of a transaction.
 */
void
care_process_set_up (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CARE_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* A full disk and a closed pipe are told as errors. */
  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
}
