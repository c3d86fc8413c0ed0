/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-edit-row-private.h"

#include "care-style.h"

/* Characters; what is longer wraps, and does not make a popover as wide as itself. */
#define LINE 36

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CareEditRow, care_edit_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

CareEditRowPrivate *
care_edit_row_parts (CareEditRow *self)
{
  return care_edit_row_get_instance_private (self);
}

/* Tells how it is with what was typed. */
void
care_edit_row_tell_edited (CareEditRow *self)
{
  care_edit_row_parts (self)->state = care_edit_row_get_state (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
on_enter (CareEditRow *self)
{
  CareEditRowPrivate *priv = care_edit_row_parts (self);

  priv->focused = TRUE;
  priv->run++;
  g_clear_pointer (&priv->before, g_free);
}

static void
on_leave (CareEditRow *self)
{
  care_edit_row_parts (self)->focused = FALSE;
  care_edit_row_flush (self);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        CareEditRow *self)
{
  return keyval == GDK_KEY_Escape && !care_edit_row_parts (self)->keeps_on_escape && care_edit_row_restore (self);
}

/* Anywhere in the row is the field, as a person sees it. */
static void
on_pressed (CareEditRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
care_edit_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (care_edit_row_parts (CARE_EDIT_ROW (widget))->box, direction);
}

static gboolean
care_edit_row_grab_focus (GtkWidget *widget)
{
  CareEditRowPrivate *priv = care_edit_row_parts (CARE_EDIT_ROW (widget));

  return priv->field != NULL && gtk_widget_grab_focus (priv->field);
}

static void
care_edit_row_dispose (GObject *object)
{
  CareEditRowPrivate *priv = care_edit_row_parts (CARE_EDIT_ROW (object));

  care_edit_row_forget_pause (CARE_EDIT_ROW (object));
  priv->commit = NULL;
  if (priv->commit_destroy != NULL)
    priv->commit_destroy (g_steal_pointer (&priv->commit_data));
  priv->commit_destroy = NULL;
  G_OBJECT_CLASS (care_edit_row_parent_class)->dispose (object);
}

static void
care_edit_row_finalize (GObject *object)
{
  CareEditRowPrivate *priv = care_edit_row_parts (CARE_EDIT_ROW (object));

  g_free (priv->loaded);
  g_free (priv->same);
  g_free (priv->before);
  G_OBJECT_CLASS (care_edit_row_parent_class)->finalize (object);
}

static void
care_edit_row_class_init (CareEditRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  care_style_ensure ();
  G_OBJECT_CLASS (klass)->dispose = care_edit_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_edit_row_finalize;
  klass->pause_ms = 1000;

  /**
   * CareEditRow::edited:
   *
   * A person has typed something, or what he has typed has been committed, refused
   * or taken back: see care_edit_row_get_state().
   */
  signals[SIGNAL_EDITED]
    = g_signal_new ("edited", CARE_TYPE_EDIT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  widget_class->focus = care_edit_row_focus;
  widget_class->grab_focus = care_edit_row_grab_focus;
}

static GtkWidget *
add_label (GtkWidget *box, const char *style_class, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", LINE, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
care_edit_row_init (CareEditRow *self)
{
  CareEditRowPrivate *priv = care_edit_row_parts (self);
  GtkGesture *click = gtk_gesture_click_new ();

  priv->loaded = g_strdup ("");
  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  priv->caption = add_label (priv->box, "care-caption", GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_add_css_class (priv->caption, "care-dim");
  priv->error = add_label (priv->box, "error", GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_set_visible (priv->error, FALSE);
  g_object_bind_property (self, "title", priv->caption, "label", G_BINDING_SYNC_CREATE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), priv->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "care-edit-row");
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* What is wrong comes before what is understood. */
void
care_edit_row_describe_field (CareEditRow *self)
{
  CareEditRowPrivate *priv = care_edit_row_parts (self);
  const char *hint = priv->hint == NULL ? "" : gtk_label_get_label (GTK_LABEL (priv->hint));
  const char *words = priv->refused ? gtk_label_get_label (GTK_LABEL (priv->error)) : hint;

  if (priv->hint != NULL)
    gtk_widget_set_visible (priv->hint, !priv->refused && *hint != '\0');
  if (*words != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (priv->field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (priv->field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/**
 * care_edit_row_set_hint:
 * @self: a row
 * @hint: (nullable): what is understood of the text
 *
 * Said below the field as long as nothing is wrong with it.
 */
void
care_edit_row_set_hint (CareEditRow *self, const char *hint)
{
  CareEditRowPrivate *priv = care_edit_row_parts (self);

  g_return_if_fail (CARE_IS_EDIT_ROW (self));

  if (priv->hint == NULL && hint == NULL)
    return;
  if (priv->hint == NULL)
    priv->hint = add_label (priv->box, "care-dim", GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_label_set_label (GTK_LABEL (priv->hint), hint != NULL ? hint : "");
  care_edit_row_describe_field (self);
}

/**
 * care_edit_row_set_field:
 * @self: a row
 * @frame: (transfer floating): what goes under the caption
 * @field: what takes the text: @frame or something inside it
 *
 * For subclasses, once, when they are made.
 */
void
care_edit_row_set_field (CareEditRow *self, GtkWidget *frame, GtkWidget *field)
{
  CareEditRowPrivate *priv = care_edit_row_parts (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_return_if_fail (priv->field == NULL);

  priv->field = field;
  gtk_box_insert_child_after (GTK_BOX (priv->box), frame, priv->caption);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_LABELLED_BY, priv->caption,
                                  NULL, -1);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (field, focus);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (field, key);
}

/**
 * care_edit_row_set_commit:
 * @self: a row
 * @commit: (nullable): called with text that a person has changed
 * @data: passed to @commit
 * @destroy: (nullable): called with @data when it is no longer needed
 */
void
care_edit_row_set_commit (CareEditRow *self, CareEditCommit commit, gpointer data, GDestroyNotify destroy)
{
  CareEditRowPrivate *priv = care_edit_row_parts (self);

  g_return_if_fail (CARE_IS_EDIT_ROW (self));

  if (priv->commit_destroy != NULL)
    priv->commit_destroy (priv->commit_data);
  priv->commit = commit;
  priv->commit_data = data;
  priv->commit_destroy = destroy;
}

/**
 * care_edit_row_get_text:
 * @self: a row
 *
 * Returns: (transfer full): what is in the field now, committed or not
 */
char *
care_edit_row_get_text (CareEditRow *self)
{
  g_return_val_if_fail (CARE_IS_EDIT_ROW (self), NULL);

  return CARE_EDIT_ROW_GET_CLASS (self)->get_text (self);
}

/**
 * care_edit_row_is_changed:
 * @self: a row
 *
 * Returns: %TRUE if the field says something else than what was loaded or last committed
 */
gboolean
care_edit_row_is_changed (CareEditRow *self)
{
  g_return_val_if_fail (CARE_IS_EDIT_ROW (self), FALSE);

  g_autofree char *text = care_edit_row_get_text (self);
  return g_strcmp0 (text, care_edit_row_parts (self)->loaded) != 0 && g_strcmp0 (text, care_edit_row_parts (self)->same) != 0;
}

/**
 * care_edit_row_get_state:
 * @self: a row
 *
 * Returns: how it is with what a person has typed
 */
CareEditState
care_edit_row_get_state (CareEditRow *self)
{
  g_return_val_if_fail (CARE_IS_EDIT_ROW (self), CARE_EDIT_KEPT);

  if (!care_edit_row_is_changed (self))
    return CARE_EDIT_KEPT;
  return care_edit_row_parts (self)->pause != 0 || care_edit_row_parts (self)->longest != 0 ? CARE_EDIT_TYPED : CARE_EDIT_REFUSED;
}

/**
 * care_edit_row_is_focused:
 * @self: a row
 *
 * Returns: whether a person is at the field
 */
gboolean
care_edit_row_is_focused (CareEditRow *self)
{
  g_return_val_if_fail (CARE_IS_EDIT_ROW (self), FALSE);

  return care_edit_row_parts (self)->focused;
}

/**
 * care_edit_row_get_run:
 * @self: a row
 *
 * Returns: a number that is another one whenever a person would say that another
 *   change has begun; 0 if nobody has been at the field
 */
guint
care_edit_row_get_run (CareEditRow *self)
{
  g_return_val_if_fail (CARE_IS_EDIT_ROW (self), 0);

  return care_edit_row_parts (self)->run;
}

/**
 * care_edit_row_set_editable:
 * @self: a row
 * @editable: whether a person may change it
 */
void
care_edit_row_set_editable (CareEditRow *self, gboolean editable)
{
  g_return_if_fail (CARE_IS_EDIT_ROW (self));

  CARE_EDIT_ROW_GET_CLASS (self)->set_editable (self, editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (care_edit_row_parts (self)->field),
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !editable, -1);
  if (editable)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "care-fixed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "care-fixed");
}

/**
 * care_edit_row_set_restores:
 * @self: a row
 * @restores: whether Escape takes back what was typed, which it does at first; else it is
 *   left to what the row is in
 */
void
care_edit_row_set_restores (CareEditRow *self, gboolean restores)
{
  g_return_if_fail (CARE_IS_EDIT_ROW (self));

  care_edit_row_parts (self)->keeps_on_escape = !restores;
}
