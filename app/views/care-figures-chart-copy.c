/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart given to other programs: copied, dragged or in a file, as vectors, as dots, and as a table
 * of the same numbers. */

#include "care-figures-chart-private.h"

#include "care-chart-sheet.h"
#include "care-copied-cell.h"
#include "care-csv.h"
#include "care-export.h"
#include "care-tell.h"

#include <glib/gi18n.h>

/* Sharp on paper. */
#define PNG_DPI 300
/* As much as a slide needs, so that nobody waits for a drag to begin. */
#define COPY_DPI 150
/* As it is seen. */
#define ICON_DPI 48

/* (transfer full): rows between ends of lines, cells between tabs. */
static char *
make_text (const CareChartContent *content)
{
  g_autoptr (GPtrArray) rows = care_chart_content_list_cells (content);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s\n\n", content->title, content->subtitle);
  for (guint i = 0; i < rows->len; i++)
    for (char **cell = rows->pdata[i]; *cell != NULL; cell++)
      care_copied_cell_append (text, *cell, cell[1] == NULL);
  return g_string_free (text, FALSE);
}

static GBytes *
make_csv (const CareChartContent *content)
{
  g_autoptr (GPtrArray) rows = care_chart_content_list_cells (content);
  GString *csv = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    care_csv_append_row (csv, rows->pdata[i]);
  return g_string_free_to_bytes (csv);
}

/* Where the author has written nothing for those who do not see it, they are told all bars. */
static CareChartSheet *
make_sheet (CareFiguresChart *self)
{
  g_autofree char *source = care_chart_content_say_sources (care_chart_view_get (self->chart));
  g_autofree char *written = care_figures_chart_words_dup (self);
  g_autofree char *bars = care_chart_content_describe (care_chart_view_get (self->chart));

  return care_chart_sheet_new (care_chart_view_get (self->chart), source, *written != '\0' ? written : bars);
}

/* (transfer full): all that another program may take, best first. */
static GdkContentProvider *
make_provider (CareFiguresChart *self)
{
  g_autoptr (CareChartSheet) sheet = make_sheet (self);
  g_autoptr (GBytes) svg = care_chart_sheet_to_svg (sheet), png = care_chart_sheet_to_png (sheet, COPY_DPI);
  g_autofree char *text = make_text (care_chart_view_get (self->chart));
  GdkContentProvider *each[] = { gdk_content_provider_new_for_bytes ("image/svg+xml", svg),
                                 gdk_content_provider_new_for_bytes ("image/png", png),
                                 gdk_content_provider_new_typed (G_TYPE_STRING, text) };

  return gdk_content_provider_new_union (each, G_N_ELEMENTS (each));
}

/* Puts the chart on the clipboard, if there is one. */
void
care_figures_chart_copy (CareFiguresChart *self)
{
  g_autoptr (GdkContentProvider) provider = NULL;

  if (care_chart_view_get (self->chart) == NULL)
    return;
  provider = make_provider (self);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Chart copied"));
}

static gboolean
has_suffix (const char *name, const char *suffix)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, suffix);
}

/* (transfer full) (nullable): %NULL where a picture is wanted of which nobody has written what it shows;
 * that is asked for then. Numbers say it themselves. */
static GBytes *
make_file (CareFiguresChart *self, const char *name)
{
  g_autoptr (CareChartSheet) sheet = make_sheet (self);

  if (has_suffix (name, ".csv"))
    return make_csv (care_chart_view_get (self->chart));
  if (!care_figures_chart_words_require (self))
    return NULL;
  return has_suffix (name, ".png") ? care_chart_sheet_to_png (sheet, PNG_DPI) : care_chart_sheet_to_svg (sheet);
}

static void
written (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareFiguresChart) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (file));
  g_autofree char *words = g_strdup_printf (_ ("Exported “%s”"), name);

  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", words);
  else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    care_tell_refused (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("The Chart Was Not Exported"), error);
}

static void
file_chosen (GtkNativeDialog *dialog, int response, CareFiguresChart *self)
{
  if (response == GTK_RESPONSE_ACCEPT && care_chart_view_get (self->chart) != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *name = g_file_get_basename (file);
      g_autoptr (GBytes) bytes = make_file (self, name);

      if (bytes != NULL)
        g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, written,
                                             g_object_ref (self));
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* Asks where to; the name of the file says as what. Those who do not see the picture are to know what it shows. */
void
care_figures_chart_export (CareFiguresChart *self)
{
  gboolean is_table = care_figures_chart_is_table (self);
  GtkFileChooserNative *dialog;

  if (care_chart_view_get (self->chart) == NULL || (!is_table && !care_figures_chart_words_require (self)))
    return;
  dialog = care_export_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Export Chart"),
                                   is_table ? _ ("Chart.csv") : _ ("Chart.svg"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static GdkContentProvider *
prepare_drag (GtkDragSource *drag, double x, double y, CareFiguresChart *self)
{
  return care_chart_view_get (self->chart) == NULL ? NULL : make_provider (self);
}

/* What is under the pointer is the chart, smaller. */
static void
begin_drag (GtkDragSource *drag, GdkDrag *surface, CareFiguresChart *self)
{
  g_autoptr (CareChartSheet) sheet = make_sheet (self);
  g_autoptr (GBytes) png = care_chart_sheet_to_png (sheet, ICON_DPI);
  g_autoptr (GdkTexture) icon = gdk_texture_new_from_bytes (png, NULL);

  if (icon != NULL)
    gtk_drag_source_set_icon (drag, GDK_PAINTABLE (icon), 0, 0);
}

/* Lets the chart be dragged into another program. */
void
care_figures_chart_add_drag (CareFiguresChart *self)
{
  GtkDragSource *drag = gtk_drag_source_new ();

  g_signal_connect (drag, "prepare", G_CALLBACK (prepare_drag), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_drag), self);
  gtk_widget_add_controller (GTK_WIDGET (self->chart), GTK_EVENT_CONTROLLER (drag));
}
