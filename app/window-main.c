/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `carebrief-window`: what `carebrief` becomes where no command is given. */

#include "care-application.h"
#include "care-cli.h"
#include "care-process.h"

#include <glib/gi18n.h>

int
main (int argc, char **argv)
{
  g_autoptr (CareApplication) application = NULL;

  care_process_set_up ();
  if (!gtk_init_check ())
    {
      g_printerr ("carebrief: %s\n", _ ("There is no display to open a window on; `carebrief --help` lists what "
                                        "can be done without one"));
      return CARE_CLI_FAILED;
    }
  application = care_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
