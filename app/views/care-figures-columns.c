/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-figures-columns.h"

#include "care-figure-cells.h"

#include <glib/gi18n.h>

/* In pixels, of the list of them. */
#define MOST_HEIGHT 420
#define WIDTHS_KEY "figure-column-widths"
/* In letters: no person makes one narrower or wider. */
#define LEAST_CHARS 2
#define MOST_CHARS 200

/* Without a choice of a person's own nothing is kept. */
static gboolean
is_chosen (char **chosen, const CareFigureColumn *column)
{
  return chosen[0] == NULL ? column->is_usual : g_strv_contains ((const char *const *) chosen, column->name);
}

static double
find_width (GVariant *widths, const CareFigureColumn *column)
{
  double chars;

  return g_variant_lookup (widths, column->name, "d", &chars) && chars >= LEAST_CHARS && chars <= MOST_CHARS ? chars : column->chars;
}

/**
 * care_figures_columns_list:
 * @settings: of the program
 *
 * Returns: (transfer full) (element-type CareTableColumn): the columns that are shown, of which the
 *   first is what the figure is called.
 */
GArray *
care_figures_columns_list (GSettings *settings)
{
  g_auto (GStrv) chosen = g_settings_get_strv (settings, CARE_FIGURES_COLUMNS_KEY);
  g_autoptr (GVariant) widths = g_settings_get_value (settings, WIDTHS_KEY);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (CareTableColumn));
  guint n_columns;
  const CareFigureColumn *columns = care_figure_cells_columns (&n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      CareTableColumn column = { i, care_figure_cells_label (i), find_width (widths, &columns[i]), 0 };

      if (i == 0 || is_chosen (chosen, &columns[i]))
        g_array_append_val (list, column);
    }
  return list;
}

/**
 * care_figures_columns_keep_width:
 * @settings: of the program
 * @column: the id of a column
 * @chars: how wide it was made, in letters; 0: it is as wide as usual again
 */
void
care_figures_columns_keep_width (GSettings *settings, guint column, double chars)
{
  g_autoptr (GVariant) widths = g_settings_get_value (settings, WIDTHS_KEY);
  guint n_columns;
  const CareFigureColumn *columns = care_figure_cells_columns (&n_columns);
  GVariantBuilder all;

  g_variant_builder_init (&all, G_VARIANT_TYPE ("a{sd}"));
  for (guint i = 0; i < n_columns; i++)
    {
      double width = 0;

      g_variant_lookup (widths, columns[i].name, "d", &width);
      if (i == column)
        width = chars;
      if (width > 0)
        g_variant_builder_add (&all, "{sd}", columns[i].name, width);
    }
  g_settings_set_value (settings, WIDTHS_KEY, g_variant_builder_end (&all));
}

static void
column_toggled (GtkCheckButton *check, GSettings *settings)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (check));
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (GtkWidget *each = gtk_widget_get_first_child (box); each != NULL; each = gtk_widget_get_next_sibling (each))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (each)))
      g_strv_builder_add (chosen, g_object_get_data (G_OBJECT (each), "care-column"));
  names = g_strv_builder_end (chosen);
  g_settings_set_strv (settings, CARE_FIGURES_COLUMNS_KEY, (const char *const *) names);
}

/* A row without a name would say nothing: the first column is always there. */
static GtkWidget *
make_checks (GSettings *settings)
{
  g_auto (GStrv) chosen = g_settings_get_strv (settings, CARE_FIGURES_COLUMNS_KEY);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n_columns;
  const CareFigureColumn *columns = care_figure_cells_columns (&n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (care_figure_cells_label (i));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), i == 0 || is_chosen (chosen, &columns[i]));
      gtk_widget_set_sensitive (check, i > 0);
      gtk_widget_add_css_class (check, "care-check");
      g_object_set_data (G_OBJECT (check), "care-column", (gpointer) columns[i].name);
      g_signal_connect (check, "toggled", G_CALLBACK (column_toggled), settings);
      gtk_box_append (GTK_BOX (box), check);
    }
  return box;
}

static void
fill (GtkMenuButton *button, gpointer data)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_checks (data));
  gtk_popover_set_child (popover, scrolled);
}

/**
 * care_figures_columns_new:
 * @settings: of the program, where the choice is kept
 *
 * Returns: (transfer floating): the button.
 */
GtkWidget *
care_figures_columns_new (GSettings *settings)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Columns"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill, g_object_ref (settings), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Columns"), -1);
  return button;
}
