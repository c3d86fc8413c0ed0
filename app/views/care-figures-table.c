/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-figures-table-private.h"

#include "care-figure-cells.h"
#include "care-figures-columns.h"
#include "care-number-style.h"
#include "care-record-list.h"
#include "care-unfinished.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (CareFiguresTable, care_figures_table, GTK_TYPE_WIDGET)

static void
catch_up (GObject *object)
{
  CareFiguresTable *self = CARE_FIGURES_TABLE (object);

  if (self->library != NULL)
    care_table_refresh (self->table);
}

/* What a cell tells may be in other records, which are not waited for. */
static gboolean
can_read (CareFiguresTable *self)
{
  if (care_library_can_read (self->library))
    return TRUE;
  care_library_when_readable (self->library, catch_up, G_OBJECT (self));
  return FALSE;
}

static void
describe (gpointer figure, guint column, CareTableText *text, gpointer data)
{
  CareFiguresTable *self = data;

  if (care_figure_cells_describe (self->library, figure, column, care_number_style_of (self->briefing), can_read (self), text))
    care_figures_table_describe_unfinished (self, figure, column, text);
  else if (column == 0)
    text->text = g_strdup (care_record_get_title (figure));
}

static char *
name (gpointer figure, gpointer data)
{
  CareFiguresTable *self = data;

  return can_read (self) ? care_figure_cells_name (self->library, figure, care_number_style_of (self->briefing)) : g_strdup (care_record_get_title (figure));
}

static guint
locate (GListModel *figures, gpointer figure)
{
  guint position;

  return care_record_list_find (CARE_RECORD_LIST (figures), figure, &position) ? position : GTK_INVALID_LIST_POSITION;
}

static const CareTableRows rows = { describe, name, locate, care_figures_table_begin, care_figures_table_explain,
                                    care_figures_table_commit, care_figures_table_give_up, care_figures_table_choose };

/* The heading that the order is by, where its column is shown. */
static void
mark_order (CareFiguresTable *self)
{
  gboolean descending = FALSE;
  const CareOrder *order
    = self->figures == NULL ? NULL : care_record_list_get_order (CARE_RECORD_LIST (self->figures), &descending);
  guint n_columns;
  const CareFigureColumn *columns = care_figure_cells_columns (&n_columns);
  int sorted = -1;

  for (guint i = 0; i < n_columns && sorted < 0; i++)
    if (order == NULL ? i == 0 : g_strcmp0 (order->field, columns[i].name) == 0)
      sorted = (int) i;
  care_table_set_sorted (self->table, sorted, descending);
}

static void
ordered (CareFiguresTable *self)
{
  mark_order (self);
  care_table_show_top (self->table);
}

static void
sort_clicked (CareFiguresTable *self, guint column)
{
  const CareField *field = care_figure_cells_field (column);

  if (field != NULL)
    care_browser_sort (self->browser, care_order_find ("figure", field->name));
}

/* A figure that was changed stands where it stood until the cursor leaves it. */
void
care_figures_table_note_edited (CareFiguresTable *self, CareRecord *figure)
{
  if (!g_ptr_array_find (self->edited, figure, NULL))
    g_ptr_array_add (self->edited, g_object_ref (figure));
}

static void
settle_edited (GObject *object)
{
  CareFiguresTable *self = CARE_FIGURES_TABLE (object);
  CareRecord *selected = care_table_get_selected (self->table);

  if (self->figures == NULL || g_ptr_array_find (self->edited, selected, NULL))
    return;
  for (guint i = 0; i < self->edited->len; i++)
    care_record_list_settle (CARE_RECORD_LIST (self->figures), g_ptr_array_index (self->edited, i));
  g_ptr_array_set_size (self->edited, 0);
}

static void
row_selected (CareFiguresTable *self, CareRecord *figure)
{
  care_browser_point_at (self->browser, figure);
  if (self->edited->len > 0)
    care_library_when_settled (self->library, settle_edited, G_OBJECT (self));
}

static void
too_large (CareFiguresTable *self, guint most)
{
  g_autofree char *message
    = g_strdup_printf (_ ("No more than %'u cells can be copied or emptied at once: select fewer, or export the library as CSV"),
                       most);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", message);
}

static void
unknown (CareFiguresTable *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s",
                              _ ("Nothing was copied, as the library is being saved: copy once it says “Saved”"));
}

/* Once, not at each key. */
static void
refused (CareFiguresTable *self)
{
  if (!self->has_refused)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s",
                                _ ("No cell can be changed, as the library can only be read: see above why, and what to do"));
  self->has_refused = TRUE;
}

static void
details_wanted (CareFiguresTable *self)
{
  g_autoptr (CareRecord) figure = care_table_get_at_cursor (self->table);

  if (figure == NULL)
    return;
  care_browser_point_at (self->browser, figure);
  care_browser_focus_title (self->browser);
}

static void
point (GtkWidget *table, CareRecord *figure)
{
  care_table_select (CARE_FIGURES_TABLE (table)->table, figure);
}

static void
looked (CareFiguresTable *self)
{
  gtk_widget_set_visible (self->columns, care_browser_get_table_shown (self->browser));
}

static void
columns_changed (CareFiguresTable *self)
{
  g_autoptr (GArray) columns = care_figures_columns_list (self->settings);

  care_table_set_columns (self->table, (const CareTableColumn *) columns->data, columns->len);
}

static void
resized (CareFiguresTable *self, guint column, double chars)
{
  care_figures_columns_keep_width (self->settings, column, chars);
}

/* However many records an act changes, what is seen is said anew once. */
static void
library_applied (CareFiguresTable *self)
{
  care_table_refresh (self->table);
}

/**
 * care_figures_table_save:
 * @self: a table of figures
 *
 * Keeps what is being typed in a cell.
 */
void
care_figures_table_save (CareFiguresTable *self)
{
  care_table_keep (self->table);
}

/**
 * care_figures_table_set_records:
 * @self: a table of figures
 * @library: (nullable): where they are kept
 * @figures: (nullable): #CareRecordList of them, in the order to show
 *
 * Shows the figures of another library.
 */
void
care_figures_table_set_records (CareFiguresTable *self, CareLibrary *library, GListModel *figures)
{
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  if (self->figures != NULL)
    g_signal_handlers_disconnect_by_data (self->figures, self);
  care_table_set_model (self->table, NULL);
  g_ptr_array_set_size (self->edited, 0);
  g_hash_table_remove_all (self->unfinished);
  self->has_refused = FALSE;
  g_set_object (&self->library, library);
  g_set_object (&self->figures, figures);
  g_clear_object (&self->briefing);
  care_briefing_scope_set_library (self->scope, library);
  mark_order (self);
  care_table_set_editable (self->table, library != NULL && care_library_is_writable (library));
  if (library == NULL)
    return;
  care_table_set_model (self->table, figures);
  g_signal_connect_object (library, "applied", G_CALLBACK (library_applied), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (figures, "ordered", G_CALLBACK (ordered), self, G_CONNECT_SWAPPED);
  care_table_select (self->table, care_browser_get_selected (self->browser));
}

/* What scrolls it says that it took the focus where the table cannot take it yet. */
static gboolean
care_figures_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (CARE_FIGURES_TABLE (widget)->table), direction);
}

static gboolean
care_figures_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CARE_FIGURES_TABLE (widget)->table));
}

static void
care_figures_table_dispose (GObject *object)
{
  CareFiguresTable *self = CARE_FIGURES_TABLE (object);

  if (self->scrolled != NULL)
    care_figures_table_set_records (self, NULL, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->chosen_for);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (care_figures_table_parent_class)->dispose (object);
}

static void
care_figures_table_finalize (GObject *object)
{
  CareFiguresTable *self = CARE_FIGURES_TABLE (object);

  g_hash_table_unref (self->unfinished);
  g_ptr_array_unref (self->edited);
  G_OBJECT_CLASS (care_figures_table_parent_class)->finalize (object);
}

static void
care_figures_table_class_init (CareFiguresTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_figures_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_figures_table_finalize;

  /**
   * CareFiguresTable::add-up:
   * @ids: (element-type CareId): of figures
   *
   * A person wants to know what those that are selected come to.
   */
  g_signal_new ("add-up", CARE_TYPE_FIGURES_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
  /**
   * CareFiguresTable::scoped:
   * @ids: (nullable) (element-type CareId): the figures that are to be shown; %NULL: all
   * @briefing: (nullable): that they are used in, as which numbers are written
   *
   * Something else is to be shown, in every look at figures.
   */
  g_signal_new ("scoped", CARE_TYPE_FIGURES_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_ARRAY,
                CARE_TYPE_RECORD);
  care_figures_table_install_add_up (GTK_WIDGET_CLASS (klass));
  care_figures_table_install_menu (GTK_WIDGET_CLASS (klass));
  GTK_WIDGET_CLASS (klass)->focus = care_figures_table_focus;
  GTK_WIDGET_CLASS (klass)->grab_focus = care_figures_table_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
care_figures_table_init (CareFiguresTable *self)
{
  self->unfinished = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->edited = g_ptr_array_new_with_free_func (g_object_unref);
  self->table = CARE_TABLE (care_table_new (_ ("Figures"), &rows, self));
  self->scrolled = gtk_scrolled_window_new ();
  gtk_widget_set_focusable (self->scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->table));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  care_unfinished_keep_in_pauses (GTK_WIDGET (self), care_figures_table_keep_typed);
  g_signal_connect_swapped (self->table, "selected", G_CALLBACK (row_selected), self);
  g_signal_connect_swapped (self->table, "sort", G_CALLBACK (sort_clicked), self);
  g_signal_connect_swapped (self->table, "stopped", G_CALLBACK (care_figures_table_tell_typed), self);
  g_signal_connect_swapped (self->table, "paste", G_CALLBACK (care_figures_table_paste), self);
  g_signal_connect_swapped (self->table, "empty", G_CALLBACK (care_figures_table_empty), self);
  g_signal_connect_swapped (self->table, "refused", G_CALLBACK (refused), self);
  g_signal_connect_swapped (self->table, "too-large", G_CALLBACK (too_large), self);
  g_signal_connect_swapped (self->table, "unknown", G_CALLBACK (unknown), self);
  g_signal_connect_swapped (self->table, "details", G_CALLBACK (details_wanted), self);
  g_signal_connect_swapped (self->table, "resized", G_CALLBACK (resized), self);
  g_signal_connect_swapped (self->table, "head-menu", G_CALLBACK (care_figures_table_open_head_menu), self);
  g_signal_connect_swapped (self->table, "menu", G_CALLBACK (care_figures_table_open_menu), self);
}

static void
add_up_clicked (CareFiguresTable *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "table.add-up", NULL);
}

/* Which columns there are, and what can be done with the rows selected. */
static GtkWidget *
make_tools (CareFiguresTable *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add_up = gtk_button_new_with_label (_ ("Add Up"));

  gtk_widget_set_tooltip_text (add_up, _ ("See What the Selected Figures Come To (Alt+=)"));
  g_signal_connect_object (add_up, "clicked", G_CALLBACK (add_up_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), care_figures_columns_new (self->settings));
  gtk_box_append (GTK_BOX (box), add_up);
  return box;
}

/**
 * care_figures_table_new:
 * @browser: the view of figures, which has it in place of its list from now on
 * @settings: of the program
 *
 * Returns: (transfer none): a table of no library yet.
 */
GtkWidget *
care_figures_table_new (CareBrowser *browser, GSettings *settings)
{
  CareFiguresTable *self = g_object_new (CARE_TYPE_FIGURES_TABLE, NULL);

  self->browser = browser;
  self->settings = g_object_ref (settings);
  self->columns = make_tools (self);
  columns_changed (self);
  g_signal_connect_object (settings, "changed::" CARE_FIGURES_COLUMNS_KEY, G_CALLBACK (columns_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (browser, "looked", G_CALLBACK (looked), self, G_CONNECT_SWAPPED);
  care_figures_table_make_scope (self);
  care_browser_add_tools (browser, self->columns, NULL);
  care_browser_set_table (browser, GTK_WIDGET (self), point);
  return GTK_WIDGET (self);
}
