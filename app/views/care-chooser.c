/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-chooser.h"

#include <glib/gi18n.h>

/**
 * care_chooser_add_libraries:
 * @chooser: a dialog that is not shown yet
 *
 * Has it show libraries only. One that asks for something else besides the file, and
 * has no filter, would have GTK show a list of filters that says "(None)".
 */
void
care_chooser_add_libraries (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("CareBrief libraries"));
  gtk_file_filter_add_pattern (filter, "*.carebrief");
  gtk_file_chooser_add_filter (chooser, filter);
}

/**
 * care_chooser_start_beside:
 * @chooser: a dialog that is not shown yet
 * @path: (nullable): of a library
 *
 * Has it begin in the folder of the library, where that is known.
 */
void
care_chooser_start_beside (GtkFileChooser *chooser, const char *path)
{
  g_autofree char *folder = path == NULL ? NULL : g_path_get_dirname (path);
  g_autoptr (GFile) file = folder == NULL ? NULL : g_file_new_for_path (folder);

  if (file != NULL)
    gtk_file_chooser_set_current_folder (chooser, file, NULL);
}
