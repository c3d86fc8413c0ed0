/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a cell of the table of figures is chosen from: the words of a choice, or the records that a
 * reference can name. What is written in paragraphs, and the sources, are beside the table. */

#include "care-figures-table-private.h"

#include "care-figure-cells.h"
#include "care-popover-keys.h"
#include "care-record-picker.h"

#include <glib/gi18n.h>

/* In pixels, of a list of words. */
#define MOST_HEIGHT 320

static void
tell (CareFiguresTable *self, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
}

static void
change (CareFiguresTable *self, const char *value, GPtrArray *drafts)
{
  g_autoptr (GError) error = NULL;

  if (!care_figures_table_change (self, self->chosen_for, self->chosen_field, value, drafts, &error))
    tell (self, error);
}

static void
target_chosen (CareFiguresTable *self, CareRecord *target)
{
  g_autofree char *id = target == NULL ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (target));

  change (self, id, NULL);
}

static void
target_made (CareFiguresTable *self, GPtrArray *drafts)
{
  CareRecord *target = g_ptr_array_index (drafts, drafts->len - 1);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (target));

  change (self, id, drafts);
}

static gboolean
take_down (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
closed (GtkPopover *popover, CareFiguresTable *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
  g_idle_add (take_down, popover);
}

static void
open_picker (CareFiguresTable *self, const char *typed, GtkWidget *perch)
{
  GtkWidget *picker
    = care_record_picker_new (self->library, (const char *const[]){ self->chosen_field->target, NULL });

  care_record_picker_set_none (CARE_RECORD_PICKER (picker), _ ("None"));
  g_signal_connect_object (picker, "chosen", G_CALLBACK (target_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "made", G_CALLBACK (target_made), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "closed", G_CALLBACK (closed), self, G_CONNECT_AFTER);
  gtk_widget_set_parent (picker, perch);
  care_record_picker_open (CARE_RECORD_PICKER (picker),
                           care_library_follow (self->library, self->chosen_for, self->chosen_field->name));
  if (typed != NULL)
    care_record_picker_type (CARE_RECORD_PICKER (picker), typed);
}

static void
word_chosen (GtkListBox *list, GtkListBoxRow *row, CareFiguresTable *self)
{
  int index = gtk_list_box_row_get_index (row);

  change (self, index == 0 ? NULL : self->chosen_field->vocabulary->terms[index - 1].word, NULL);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER)));
}

static void
add_word (GtkListBox *list, const char *label)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_add_css_class (text, "care-check");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (list, row);
}

/* The row of what is chosen now. */
static GtkWidget *
fill_words (CareFiguresTable *self, GtkListBox *list)
{
  const CareTerm *terms = self->chosen_field->vocabulary->terms;
  const char *value = care_library_get_latest (self->library, self->chosen_for, self->chosen_field->name);
  int chosen = 0;

  add_word (list, _ ("None"));
  for (int i = 0; terms[i].word != NULL; i++)
    {
      add_word (list, _ (terms[i].label));
      if (g_strcmp0 (terms[i].word, value) == 0)
        chosen = i + 1;
    }
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, chosen));
  return GTK_WIDGET (gtk_list_box_get_row_at_index (list, chosen));
}

static void
open_words (CareFiguresTable *self, GtkWidget *perch)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *chosen = fill_words (self, GTK_LIST_BOX (list));
  const char *label = _ (self->chosen_field->label);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (word_chosen), self, 0);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed), self, 0);
  care_popover_let_keys_through (GTK_POPOVER (popover));
  gtk_widget_set_parent (popover, perch);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (chosen);
}

void
care_figures_table_choose (gpointer figure, guint column, const char *typed, GtkWidget *perch, gpointer data)
{
  CareFiguresTable *self = data;
  const CareField *field = care_figure_cells_field (column);

  if (field == NULL || field->type == CARE_FIELD_PROSE)
    {
      /* The letters after the first would go where the focus went. */
      if (typed != NULL)
        gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s",
                                    _ ("This is not typed in the table: press Enter to go to all of the figure"));
      else
        g_signal_emit_by_name (self->table, "details");
      return;
    }
  g_set_object (&self->chosen_for, figure);
  self->chosen_field = field;
  if (field->type == CARE_FIELD_REFERENCE)
    open_picker (self, typed, perch);
  else
    open_words (self, perch);
}
