/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-search-examples.h"

#include "care-stop.h"

#include <glib/gi18n.h>

struct _CareSearchExamples
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (CareSearchExamples, care_search_examples, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The query language is the same in every language, and so are its examples. */
static const struct
{
  const char *typed;
  const char *meaning;
} examples[] = {
  { "party:lab", N_("What belongs to a party, by any of its names") },
  { "due:<2018", N_("Pledges due before a date, or with > after it") },
  { "verdict:none", N_("Pledges that nobody has judged") },
  { "kind:figure", N_("Records of one kind") },
  { "\"social care\"", N_("Exact words, one after the other") },
  { "used:no", N_("What no briefing uses") },
};

static void
row_activated (GtkListBox *list, GtkListBoxRow *row, CareSearchExamples *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, examples[gtk_list_box_row_get_index (row)].typed);
}

static GtkWidget *
make_row (guint i)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), examples[i].typed);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (examples[i].meaning));
  gtk_widget_add_css_class (row, "care-link");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
care_search_examples_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (care_search_examples_parent_class)->dispose (object);
}

static void
care_search_examples_class_init (CareSearchExamplesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_search_examples_dispose;

  /**
   * CareSearchExamples::chosen:
   * @typed: what to type
   *
   * One of them is to be tried.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", CARE_TYPE_SEARCH_EXAMPLES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
care_search_examples_init (CareSearchExamples *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Examples"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (i));
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated), self);
  gtk_widget_set_parent (care_stop_new (list), GTK_WIDGET (self));
}
