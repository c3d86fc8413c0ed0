/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-process.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <malloc.h>
#include <signal.h>

/* What is larger is memory of its own, in bytes. */
#define LARGE (128 * 1024)

/**
 * care_process_set_up:
 *
 * What both programs begin with: the user's language, how memory is kept, and signals that
 * would end them in the middle of a transaction.
 */
void
care_process_set_up (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CARE_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* What was read of a large library in a thread is given back. Without a limit that is set, the C
   * library would raise its own, and keep ever larger pieces between those that are needed. */
  mallopt (M_MMAP_THRESHOLD, LARGE);
  /* A full disk and a closed pipe are told as errors. */
  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
}
