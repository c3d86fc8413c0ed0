/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-application.h"
#include "care-cli.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

static void
set_up_process (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CARE_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* A full disk and a closed pipe are told as errors; neither may end the
   * program in the middle of a transaction. */
  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
}

int
main (int argc, char **argv)
{
  g_autoptr (CareApplication) application = NULL;

  set_up_process ();
  if (argc > 1 && care_cli_is_command (argv[1]))
    return care_cli_run (argc, argv);
  if (!gtk_init_check ())
    {
      g_printerr ("carebrief: %s\n", _ ("There is no display to open a window on; `carebrief --help` lists what "
                                        "can be done without one"));
      return CARE_CLI_FAILED;
    }
  application = care_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
