/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-wait.h"

/* What is over sooner needs no word, which would only flash. */
#define MOMENT 300 /* ms */

struct _CareWait
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkSpinner *spinner;
  GtkLabel *title;
  GtkButton *cancel;

  guint showing; /* source id */
};

G_DEFINE_FINAL_TYPE (CareWait, care_wait, GTK_TYPE_WIDGET)

enum
{
  PROP_TITLE = 1,
  PROP_CANCEL_ACTION,
  N_PROPS
};

static gboolean
show (gpointer data)
{
  CareWait *self = data;

  self->showing = 0;
  gtk_widget_set_visible (self->content, TRUE);
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

static void
care_wait_map (GtkWidget *widget)
{
  CareWait *self = CARE_WAIT (widget);

  self->showing = g_timeout_add (MOMENT, show, self);
  GTK_WIDGET_CLASS (care_wait_parent_class)->map (widget);
}

static void
care_wait_unmap (GtkWidget *widget)
{
  CareWait *self = CARE_WAIT (widget);

  g_clear_handle_id (&self->showing, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (self->content, FALSE);
  GTK_WIDGET_CLASS (care_wait_parent_class)->unmap (widget);
}

static void
care_wait_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  CareWait *self = CARE_WAIT (object);

  if (id == PROP_TITLE)
    care_wait_set_title (self, g_value_get_string (value));
  else
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel), g_value_get_string (value));
  gtk_widget_set_visible (GTK_WIDGET (self->cancel), gtk_actionable_get_action_name (GTK_ACTIONABLE (self->cancel)) != NULL);
}

static void
care_wait_dispose (GObject *object)
{
  g_clear_handle_id (&CARE_WAIT (object)->showing, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), CARE_TYPE_WAIT);
  G_OBJECT_CLASS (care_wait_parent_class)->dispose (object);
}

static void
care_wait_class_init (CareWaitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_wait_dispose;
  G_OBJECT_CLASS (klass)->set_property = care_wait_set_property;
  widget_class->map = care_wait_map;
  widget_class->unmap = care_wait_unmap;

  /**
   * CareWait:title:
   *
   * What is waited for: "Opening the Library…".
   */
  g_object_class_install_property (
    G_OBJECT_CLASS (klass), PROP_TITLE,
    g_param_spec_string ("title", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  /**
   * CareWait:cancel-action:
   *
   * What its Cancel button does; there is none where this is %NULL.
   */
  g_object_class_install_property (
    G_OBJECT_CLASS (klass), PROP_CANCEL_ACTION,
    g_param_spec_string ("cancel-action", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-wait.ui");
  gtk_widget_class_bind_template_child (widget_class, CareWait, content);
  gtk_widget_class_bind_template_child (widget_class, CareWait, spinner);
  gtk_widget_class_bind_template_child (widget_class, CareWait, title);
  gtk_widget_class_bind_template_child (widget_class, CareWait, cancel);
}

static void
care_wait_init (CareWait *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_wait_new:
 *
 * Returns: (transfer floating): what shows a title and a spinner once it has been on
 *   screen for a moment.
 */
GtkWidget *
care_wait_new (void)
{
  return g_object_new (CARE_TYPE_WAIT, NULL);
}

/**
 * care_wait_set_title:
 * @self: a wait
 * @title: what is waited for, in header capitals
 *
 * Says so.
 */
void
care_wait_set_title (CareWait *self, const char *title)
{
  gtk_label_set_text (self->title, title);
}

/**
 * care_wait_get_shown:
 * @self: a wait
 *
 * Returns: whether it has come to say anything.
 */
gboolean
care_wait_get_shown (CareWait *self)
{
  return gtk_widget_get_visible (self->content);
}
