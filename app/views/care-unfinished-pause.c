/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed in a form is kept while it is open, too: the program may be killed. */

#include "care-unfinished.h"

/* Milliseconds; as long as in any other field. */
#define PAUSE_MS 1000

typedef struct
{
  GtkWidget *form;
  CareUnfinishedKeep keep;
  guint pause; /* source id, or 0 */
} Watch;

static void
watch_free (gpointer data, GClosure *closure)
{
  Watch *self = data;

  g_clear_handle_id (&self->pause, g_source_remove);
  g_free (self);
}

static gboolean
paused (gpointer data)
{
  Watch *self = data;

  self->pause = 0;
  self->keep (self->form);
  return G_SOURCE_REMOVE;
}

/* All that changes a form is done with a key, or with what is let go. */
static gboolean
event_seen (GtkEventControllerLegacy *controller, GdkEvent *event, Watch *self)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_KEY_PRESS || type == GDK_BUTTON_RELEASE || type == GDK_TOUCH_END)
    {
      g_clear_handle_id (&self->pause, g_source_remove);
      self->pause = g_timeout_add (PAUSE_MS, paused, self);
    }
  return GDK_EVENT_PROPAGATE;
}

/**
 * care_unfinished_keep_in_pauses:
 * @form: a widget in which something is typed or chosen
 * @keep: keeps what it says, if that is anything new
 *
 * As long as @form is there, has @keep called a second after the last key or click in it.
 */
void
care_unfinished_keep_in_pauses (GtkWidget *form, CareUnfinishedKeep keep)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();
  Watch *watch = g_new0 (Watch, 1);

  watch->form = form;
  watch->keep = keep;
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_data (events, "event", G_CALLBACK (event_seen), watch, watch_free, 0);
  gtk_widget_add_controller (form, events);
}
