/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `carebrief`: runs a command, or becomes the program that has the window. They
 * are two, so that a command need not wait until GTK is loaded. */

#include "care-cli.h"
#include "care-process.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <unistd.h>

#define WINDOW_PROGRAM "carebrief-window"

/* (transfer full): beside this program, as it is built, or where it is installed. */
static char *
find_window_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self == NULL ? g_strdup (".") : g_path_get_dirname (self);
  char *beside = g_build_filename (folder, WINDOW_PROGRAM, NULL);

  if (g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return beside;
  g_free (beside);
  return g_build_filename (CARE_LIBEXEC_DIR, WINDOW_PROGRAM, NULL);
}

/* Returns only if it fails. */
static int
become_window (char **argv)
{
  g_autofree char *program = find_window_program ();
  g_autofree char *shown = NULL;

  shown = g_filename_display_name (program);
  execv (program, argv);
  /* Translators: the first %s is a program, the second why it cannot be run. */
  g_printerr (_ ("carebrief: “%s”, which shows the window, cannot be run (%s). Install CareBrief again.\n"), shown,
              g_strerror (errno));
  return CARE_CLI_FAILED;
}

int
main (int argc, char **argv)
{
  care_process_set_up ();
  if (argc > 1 && care_cli_is_command (argv[1]))
    return care_cli_run (argc, argv);
  return become_window (argv);
}
