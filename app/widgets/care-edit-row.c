/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-edit-row.h"

#include "care-style.h"

/* What is typed without a pause is kept this often. */
#define LONGEST_MS 1500
/* After a longer pause, what is typed in prose is another change to a person. */
#define RUN_PAUSE (1 * G_TIME_SPAN_SECOND)

typedef struct
{
  GtkWidget *box;
  GtkWidget *caption;
  GtkWidget *field;
  GtkWidget *error;

  char *loaded; /* never NULL */
  char *same;   /* what a person has typed that says the same as that, or NULL */
  char *before; /* what was loaded before it was typed, or NULL */
  gboolean focused;
  gboolean refused;

  guint pause;       /* source id */
  guint longest;     /* source id */
  guint run;         /* of typing that is one change to a person; 0: not typed */
  gint64 typed_time; /* when something was typed last */
  CareEditState state; /* that was told last */

  gboolean pausing; /* committing what is so far */
  gboolean committing;
  gboolean reloaded; /* by the commit under way */
  CareEditCommit commit;
  gpointer commit_data;
  GDestroyNotify commit_destroy;
} CareEditRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CareEditRow, care_edit_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static CareEditRowPrivate *
parts (CareEditRow *self)
{
  return care_edit_row_get_instance_private (self);
}

static void
show_error (CareEditRow *self, const char *message)
{
  CareEditRowPrivate *priv = parts (self);

  priv->refused = message != NULL;
  gtk_label_set_label (GTK_LABEL (priv->error), message != NULL ? message : "");
  gtk_widget_set_visible (priv->error, priv->refused);
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->field), GTK_ACCESSIBLE_STATE_INVALID,
                               priv->refused ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (priv->refused)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      gtk_accessible_update_property (GTK_ACCESSIBLE (priv->field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      message, -1);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_reset_property (GTK_ACCESSIBLE (priv->field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
tell_edited (CareEditRow *self)
{
  parts (self)->state = care_edit_row_get_state (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* After whatever may have kept or refused what was typed, or taken it back. */
static void
tell_state (CareEditRow *self)
{
  if (parts (self)->state != care_edit_row_get_state (self))
    tell_edited (self);
}

static void
put (CareEditRow *self, const char *text)
{
  g_autofree char *now = care_edit_row_get_text (self);

  /* The same text again would only lose the cursor. */
  if (g_strcmp0 (now, text) != 0)
    CARE_EDIT_ROW_GET_CLASS (self)->set_text (self, text);
}

static void
remember (CareEditRow *self, const char *text)
{
  CareEditRowPrivate *priv = parts (self);
  char *copy = g_strdup (text != NULL ? text : "");

  g_free (priv->loaded);
  priv->loaded = copy;
}

static void
on_enter (CareEditRow *self)
{
  CareEditRowPrivate *priv = parts (self);

  priv->focused = TRUE;
  priv->run++;
  g_clear_pointer (&priv->before, g_free);
}

static void
forget_pause (CareEditRow *self)
{
  g_clear_handle_id (&parts (self)->pause, g_source_remove);
  g_clear_handle_id (&parts (self)->longest, g_source_remove);
}

static void
on_leave (CareEditRow *self)
{
  parts (self)->focused = FALSE;
  care_edit_row_flush (self);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        CareEditRow *self)
{
  return keyval == GDK_KEY_Escape && care_edit_row_restore (self);
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
  return gtk_widget_child_focus (parts (CARE_EDIT_ROW (widget))->box, direction);
}

static gboolean
care_edit_row_grab_focus (GtkWidget *widget)
{
  CareEditRowPrivate *priv = parts (CARE_EDIT_ROW (widget));

  return priv->field != NULL && gtk_widget_grab_focus (priv->field);
}

static void
care_edit_row_dispose (GObject *object)
{
  CareEditRowPrivate *priv = parts (CARE_EDIT_ROW (object));

  forget_pause (CARE_EDIT_ROW (object));
  priv->commit = NULL;
  if (priv->commit_destroy != NULL)
    priv->commit_destroy (g_steal_pointer (&priv->commit_data));
  priv->commit_destroy = NULL;
  G_OBJECT_CLASS (care_edit_row_parent_class)->dispose (object);
}

static void
care_edit_row_finalize (GObject *object)
{
  CareEditRowPrivate *priv = parts (CARE_EDIT_ROW (object));

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
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
care_edit_row_init (CareEditRow *self)
{
  CareEditRowPrivate *priv = parts (self);
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
  CareEditRowPrivate *priv = parts (self);
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
  CareEditRowPrivate *priv = parts (self);

  g_return_if_fail (CARE_IS_EDIT_ROW (self));

  if (priv->commit_destroy != NULL)
    priv->commit_destroy (priv->commit_data);
  priv->commit = commit;
  priv->commit_data = data;
  priv->commit_destroy = destroy;
}

/* What a person is at, or has been told to mend, is not overwritten. */
static gboolean
may_replace (CareEditRow *self, gboolean same)
{
  CareEditRowPrivate *priv = parts (self);

  if (priv->committing)
    return !priv->focused || !(priv->pausing || CARE_EDIT_ROW_GET_CLASS (self)->keeps_typing);
  return !care_edit_row_is_changed (self) || !(priv->focused || (priv->refused && same));
}

/**
 * care_edit_row_load:
 * @self: a row
 * @text: (nullable): what is recorded now
 *
 * Shows what is recorded, unless a person is changing it or has yet to mend
 * what was refused; then it is only remembered, as what Escape goes back to.
 * Not an edit: it cannot be undone in the field and is not committed. For
 * another record, care_edit_row_flush() first and make a new row.
 */
void
care_edit_row_load (CareEditRow *self, const char *text)
{
  CareEditRowPrivate *priv = parts (self);

  g_return_if_fail (CARE_IS_EDIT_ROW (self));

  gboolean same = g_strcmp0 (priv->loaded, text != NULL ? text : "") == 0;
  gboolean replace = may_replace (self, same);
  priv->reloaded = TRUE;
  remember (self, text);
  g_clear_pointer (&priv->same, g_free);
  if (replace)
    {
      if (!priv->committing)
        g_clear_pointer (&priv->before, g_free);
      show_error (self, NULL);
      put (self, priv->loaded);
    }
  tell_state (self);
}

/**
 * care_edit_row_load_same:
 * @self: a row
 * @text: (nullable): what is recorded now
 *
 * As care_edit_row_load(), of what the field says already in words of its own.
 * Those stay as long as a person is at them.
 */
void
care_edit_row_load_same (CareEditRow *self, const char *text)
{
  CareEditRowPrivate *priv = parts (self);

  g_return_if_fail (CARE_IS_EDIT_ROW (self));

  if (!priv->focused || priv->same == NULL)
    {
      care_edit_row_load (self, text);
      return;
    }
  priv->reloaded = TRUE;
  remember (self, text);
  g_free (priv->same);
  priv->same = care_edit_row_get_text (self);
  tell_state (self);
}

/**
 * care_edit_row_refuse:
 * @self: a row
 * @text: (nullable): what is recorded still
 * @reason: what to do about it
 *
 * What was committed has turned out not to be possible. What the field says stays,
 * with the reason under it; Escape goes back to @text.
 */
void
care_edit_row_refuse (CareEditRow *self, const char *text, const char *reason)
{
  CareEditRowPrivate *priv = parts (self);

  g_return_if_fail (CARE_IS_EDIT_ROW (self));

  remember (self, text);
  g_clear_pointer (&priv->same, g_free);
  g_clear_pointer (&priv->before, g_free);
  show_error (self, care_edit_row_is_changed (self) ? reason : NULL);
  tell_state (self);
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
  return g_strcmp0 (text, parts (self)->loaded) != 0 && g_strcmp0 (text, parts (self)->same) != 0;
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
  return parts (self)->pause != 0 || parts (self)->longest != 0 ? CARE_EDIT_TYPED : CARE_EDIT_REFUSED;
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

  return parts (self)->focused;
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

  return parts (self)->run;
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
}

static gboolean
commit (CareEditRow *self, const char *text, GError **error)
{
  CareEditRowPrivate *priv = parts (self);

  priv->reloaded = FALSE;
  priv->committing = TRUE;
  gboolean done = priv->commit == NULL || priv->commit (self, text, priv->commit_data, error);
  priv->committing = FALSE;
  if (done && !priv->reloaded)
    remember (self, text);
  return done;
}

static void
commit_changed (CareEditRow *self)
{
  CareEditRowPrivate *priv = parts (self);
  g_autofree char *text = care_edit_row_get_text (self);
  g_autofree char *before = g_strdup (priv->loaded);

  priv->pausing = TRUE;
  if (commit (self, text, NULL))
    {
      show_error (self, NULL);
      g_free (priv->same);
      priv->same = g_strdup (text);
      /* In prose, that would be too much to lose by one key. */
      if (priv->before == NULL && !CARE_EDIT_ROW_GET_CLASS (self)->pause_ends_run)
        priv->before = g_steal_pointer (&before);
    }
  priv->pausing = FALSE;
}

/* Keeps what is so far, as it is; what cannot be kept may be half a word. */
static void
commit_so_far (CareEditRow *self)
{
  forget_pause (self);
  if (!parts (self)->committing && care_edit_row_is_changed (self))
    commit_changed (self);
  tell_state (self);
}

static gboolean
on_pause (gpointer data)
{
  g_autoptr (CareEditRow) self = g_object_ref (data);

  parts (self)->pause = 0;
  commit_so_far (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_longest (gpointer data)
{
  g_autoptr (CareEditRow) self = g_object_ref (data);

  parts (self)->longest = 0;
  commit_so_far (self);
  return G_SOURCE_REMOVE;
}

/**
 * care_edit_row_typed:
 * @self: a row
 *
 * For subclasses, whenever a person has changed the text: it is kept after a pause,
 * or when it has been typed for long.
 */
void
care_edit_row_typed (CareEditRow *self)
{
  CareEditRowPrivate *priv = parts (self);
  CareEditRowClass *klass = CARE_EDIT_ROW_GET_CLASS (self);
  gint64 now = g_get_monotonic_time ();

  if (klass->pause_ends_run && now - priv->typed_time > RUN_PAUSE)
    priv->run++;
  priv->typed_time = now;
  g_clear_handle_id (&priv->pause, g_source_remove);
  priv->pause = g_timeout_add (klass->pause_ms, on_pause, self);
  if (priv->longest == 0)
    priv->longest = g_timeout_add (LONGEST_MS, on_longest, self);
  tell_edited (self);
}

/* In the words of the library, where it was left in those of a person. */
static void
show_recorded (CareEditRow *self)
{
  CareEditRowPrivate *priv = parts (self);
  g_autofree char *text = care_edit_row_get_text (self);

  if (priv->same != NULL && g_str_equal (text, priv->same))
    put (self, priv->loaded);
  g_clear_pointer (&priv->same, g_free);
}

/**
 * care_edit_row_flush:
 * @self: a row
 *
 * Commits what has been changed, without waiting for focus to leave. If it is
 * refused, the text stays and the reason is shown under it.
 *
 * Returns: %FALSE if it was refused
 */
gboolean
care_edit_row_flush (CareEditRow *self)
{
  g_return_val_if_fail (CARE_IS_EDIT_ROW (self), FALSE);

  /* What is done on commit may take the row away. */
  g_autoptr (CareEditRow) keep = g_object_ref (self);
  g_autofree char *text = care_edit_row_get_text (self);
  g_autoptr (GError) error = NULL;

  if (parts (self)->committing)
    return TRUE;
  forget_pause (self);
  if (care_edit_row_is_changed (self) && !commit (self, text, &error))
    {
      show_error (self, error->message);
      tell_state (self);
      return FALSE;
    }
  show_error (self, NULL);
  show_recorded (self);
  g_clear_pointer (&parts (self)->before, g_free);
  tell_state (self);
  return TRUE;
}

/* What was kept in pauses is taken back as well. */
static gboolean
take_back (CareEditRow *self)
{
  g_autofree char *before = g_steal_pointer (&parts (self)->before);

  put (self, before);
  care_edit_row_flush (self);
  return TRUE;
}

/**
 * care_edit_row_restore:
 * @self: a row
 *
 * Goes back to what was loaded. A value goes back to what it was before a person
 * began to type, even if what was typed has been kept in a pause.
 *
 * Returns: %FALSE if there was nothing to go back from
 */
gboolean
care_edit_row_restore (CareEditRow *self)
{
  g_return_val_if_fail (CARE_IS_EDIT_ROW (self), FALSE);

  gboolean refused = parts (self)->refused;
  if (parts (self)->before != NULL)
    return take_back (self);
  if (!care_edit_row_is_changed (self) && !refused)
    return FALSE;
  forget_pause (self);
  show_error (self, NULL);
  put (self, parts (self)->loaded);
  tell_state (self);
  return TRUE;
}
