/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-find-bar.h"

#include <glib/gi18n.h>

struct _CareFindBar
{
  GtkWidget parent_instance;

  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  guint telling; /* source id */
};

G_DEFINE_FINAL_TYPE (CareFindBar, care_find_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_TYPED,
  SIGNAL_LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
tell (gpointer data)
{
  CareFindBar *self = data;

  self->telling = 0;
  g_signal_emit (self, signals[SIGNAL_TYPED], 0, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  return G_SOURCE_REMOVE;
}

/* Keys that wait already are taken first. */
static void
entry_changed (CareFindBar *self)
{
  if (self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell, self, NULL);
}

static void
leave (CareFindBar *self)
{
  if (self->telling != 0)
    {
      g_clear_handle_id (&self->telling, g_source_remove);
      tell (self);
    }
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

/* Escape, which has the bar close itself and its entry emptied. */
static void
mode_changed (CareFindBar *self)
{
  if (!gtk_search_bar_get_search_mode (self->bar))
    leave (self);
}

static gboolean
down_pressed (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  leave (data);
  return TRUE;
}

static void
care_find_bar_dispose (GObject *object)
{
  CareFindBar *self = CARE_FIND_BAR (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  if (self->bar != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->bar, self);
      g_signal_handlers_disconnect_by_data (self->entry, self);
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->bar)));
    }
  G_OBJECT_CLASS (care_find_bar_parent_class)->dispose (object);
}

static void
care_find_bar_class_init (CareFindBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_find_bar_dispose;

  /**
   * CareFindBar::typed:
   * @typed: what is in the entry; empty where everything is to be shown
   *
   * What is to be found has changed.
   */
  signals[SIGNAL_TYPED] = g_signal_new ("typed", CARE_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * CareFindBar::left:
   *
   * The focus is to go to what was found: Enter or Down was pressed, or the bar has
   * been closed.
   */
  signals[SIGNAL_LEFT] = g_signal_new ("left", CARE_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
care_find_bar_init (CareFindBar *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->bar = GTK_SEARCH_BAR (gtk_search_bar_new ());
  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->entry, "placeholder-text", _ ("Find in this view"), "width-chars", 12, "hexpand", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find in This View"),
                                  -1);
  gtk_search_bar_set_child (self->bar, GTK_WIDGET (self->entry));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  gtk_widget_set_parent (GTK_WIDGET (self->bar), GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (leave), self);
  g_signal_connect_swapped (self->bar, "notify::search-mode-enabled", G_CALLBACK (mode_changed), self);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                                                          gtk_callback_action_new (down_pressed, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

/**
 * care_find_bar_new:
 *
 * Returns: (transfer floating): a bar that is closed.
 */
GtkWidget *
care_find_bar_new (void)
{
  return g_object_new (CARE_TYPE_FIND_BAR, NULL);
}

/**
 * care_find_bar_open:
 * @self: a bar
 *
 * Shows it with the focus in its entry, and what was typed selected.
 */
void
care_find_bar_open (CareFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * care_find_bar_close:
 * @self: a bar
 *
 * Hides it; everything is shown again.
 */
void
care_find_bar_close (CareFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

/**
 * care_find_bar_set_text:
 * @self: a bar
 * @text: what is to be found
 *
 * Shows it with that as if it had been typed.
 */
void
care_find_bar_set_text (CareFindBar *self, const char *text)
{
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * care_find_bar_is_open:
 * @self: a bar
 *
 * Returns: whether it is shown.
 */
gboolean
care_find_bar_is_open (CareFindBar *self)
{
  return gtk_search_bar_get_search_mode (self->bar);
}
