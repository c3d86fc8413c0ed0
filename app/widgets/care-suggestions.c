/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-suggestions.h"

#include "care-list-entry.h"
#include "care-style.h"

#include <adwaita.h>

/* No wider than the text it stands in. */
#define LEAST_WIDTH 300
#define GREATEST_WIDTH 460

struct _CareSuggestions
{
  GtkPopover parent_instance;

  GtkListBox *list;
  GtkLabel *message;
};

G_DEFINE_FINAL_TYPE (CareSuggestions, care_suggestions, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_activated (CareSuggestions *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, gtk_list_box_row_get_index (row));
}

static void
care_suggestions_class_init (CareSuggestionsClass *klass)
{
  /**
   * CareSuggestions::chosen:
   * @index: which, from 0
   *
   * One of them was clicked.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", CARE_TYPE_SUGGESTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
care_suggestions_init (CareSuggestions *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  int most = care_style_scale (GTK_WIDGET (self), GREATEST_WIDTH);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  self->message = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "max-width-chars", 30, "margin-start", 6,
                                "margin-end", 6, "margin-top", 3, "margin-bottom", 3, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "care-dim");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->message));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (box, LEAST_WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (self), g_object_new (ADW_TYPE_CLAMP, "child", box, "maximum-size", most,
                                                           "tightening-threshold", most, NULL));
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated), self);
}

/**
 * care_suggestions_new:
 *
 * Returns: (transfer floating): a list of nothing.
 */
GtkWidget *
care_suggestions_new (void)
{
  return g_object_new (CARE_TYPE_SUGGESTIONS, NULL);
}

/**
 * care_suggestions_clear:
 * @self: a list
 * @message: (nullable): a sentence that is shown as long as nothing is added
 *
 * Takes all rows away.
 */
void
care_suggestions_clear (CareSuggestions *self, const char *message)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  gtk_label_set_text (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), message == NULL);
}

/**
 * care_suggestions_add:
 * @self: a list
 * @row: how it reads; copied
 *
 * Adds one; the first is selected.
 */
void
care_suggestions_add (CareSuggestions *self, const CareListRow *row)
{
  GtkWidget *entry = care_list_entry_new ();
  GtkWidget *line = gtk_list_box_row_new ();
  g_autofree char *name = care_list_entry_say (row);

  care_list_entry_show (CARE_LIST_ENTRY (entry), row);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, line);
  if (gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (line));
}

/**
 * care_suggestions_move:
 * @self: a list
 * @step: how far down; less than 0: up
 *
 * Selects another one; after the last comes the first.
 */
void
care_suggestions_move (CareSuggestions *self, int step)
{
  int n = 0;

  while (gtk_list_box_get_row_at_index (self->list, n) != NULL)
    n++;
  if (n > 0)
    gtk_list_box_select_row (
      self->list, gtk_list_box_get_row_at_index (self->list, (care_suggestions_get_selected (self) + step + n) % n));
}

/**
 * care_suggestions_get_selected:
 * @self: a list
 *
 * Returns: which is selected, from 0; -1 where there is none.
 */
int
care_suggestions_get_selected (CareSuggestions *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}
