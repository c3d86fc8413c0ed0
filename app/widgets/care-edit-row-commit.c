/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is loaded into a row, and when what a person types in it is committed. */

#include "care-edit-row-private.h"

/* What is typed without a pause is kept this often. */
#define LONGEST_MS 1500
/* After a longer pause, what is typed in prose is another change to a person. */
#define RUN_PAUSE (1 * G_TIME_SPAN_SECOND)

static void
show_error (CareEditRow *self, const char *message)
{
  CareEditRowPrivate *priv = care_edit_row_parts (self);

  priv->refused = message != NULL;
  gtk_label_set_label (GTK_LABEL (priv->error), message != NULL ? message : "");
  gtk_widget_set_visible (priv->error, priv->refused);
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->field), GTK_ACCESSIBLE_STATE_INVALID,
                               priv->refused ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (priv->refused)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  care_edit_row_describe_field (self);
}

/* After whatever may have kept or refused what was typed, or taken it back. */
static void
tell_state (CareEditRow *self)
{
  if (care_edit_row_parts (self)->state != care_edit_row_get_state (self))
    care_edit_row_tell_edited (self);
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
  CareEditRowPrivate *priv = care_edit_row_parts (self);
  char *copy = g_strdup (text != NULL ? text : "");

  g_free (priv->loaded);
  priv->loaded = copy;
}

/* What a person is at, or has been told to mend, is not overwritten. */
static gboolean
may_replace (CareEditRow *self, gboolean same)
{
  CareEditRowPrivate *priv = care_edit_row_parts (self);

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
  CareEditRowPrivate *priv = care_edit_row_parts (self);

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
  CareEditRowPrivate *priv = care_edit_row_parts (self);

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
  CareEditRowPrivate *priv = care_edit_row_parts (self);

  g_return_if_fail (CARE_IS_EDIT_ROW (self));

  remember (self, text);
  g_clear_pointer (&priv->same, g_free);
  g_clear_pointer (&priv->before, g_free);
  show_error (self, care_edit_row_is_changed (self) ? reason : NULL);
  tell_state (self);
}

/* Nothing is kept by itself until something is typed again. */
void
care_edit_row_forget_pause (CareEditRow *self)
{
  g_clear_handle_id (&care_edit_row_parts (self)->pause, g_source_remove);
  g_clear_handle_id (&care_edit_row_parts (self)->longest, g_source_remove);
}

static gboolean
commit (CareEditRow *self, const char *text, GError **error)
{
  CareEditRowPrivate *priv = care_edit_row_parts (self);

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
  CareEditRowPrivate *priv = care_edit_row_parts (self);
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
  care_edit_row_forget_pause (self);
  if (!care_edit_row_parts (self)->committing && care_edit_row_is_changed (self))
    commit_changed (self);
  tell_state (self);
}

static gboolean
on_pause (gpointer data)
{
  g_autoptr (CareEditRow) self = g_object_ref (data);

  care_edit_row_parts (self)->pause = 0;
  commit_so_far (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_longest (gpointer data)
{
  g_autoptr (CareEditRow) self = g_object_ref (data);

  care_edit_row_parts (self)->longest = 0;
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
  CareEditRowPrivate *priv = care_edit_row_parts (self);
  CareEditRowClass *klass = CARE_EDIT_ROW_GET_CLASS (self);
  gint64 now = g_get_monotonic_time ();

  if (klass->pause_ends_run && now - priv->typed_time > RUN_PAUSE)
    priv->run++;
  priv->typed_time = now;
  g_clear_handle_id (&priv->pause, g_source_remove);
  priv->pause = g_timeout_add (klass->pause_ms, on_pause, self);
  if (priv->longest == 0)
    priv->longest = g_timeout_add (LONGEST_MS, on_longest, self);
  care_edit_row_tell_edited (self);
}

/* In the words of the library, where it was left in those of a person. */
static void
show_recorded (CareEditRow *self)
{
  CareEditRowPrivate *priv = care_edit_row_parts (self);
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

  if (care_edit_row_parts (self)->committing)
    return TRUE;
  care_edit_row_forget_pause (self);
  if (care_edit_row_is_changed (self) && !commit (self, text, &error))
    {
      show_error (self, error->message);
      tell_state (self);
      return FALSE;
    }
  show_error (self, NULL);
  show_recorded (self);
  g_clear_pointer (&care_edit_row_parts (self)->before, g_free);
  tell_state (self);
  return TRUE;
}

/* What was kept in pauses is taken back as well. */
static gboolean
take_back (CareEditRow *self)
{
  g_autofree char *before = g_steal_pointer (&care_edit_row_parts (self)->before);

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

  gboolean refused = care_edit_row_parts (self)->refused;
  if (care_edit_row_parts (self)->before != NULL)
    return take_back (self);
  if (!care_edit_row_is_changed (self) && !refused)
    return FALSE;
  care_edit_row_forget_pause (self);
  show_error (self, NULL);
  put (self, care_edit_row_parts (self)->loaded);
  tell_state (self);
  return TRUE;
}

/**
 * care_edit_row_bring_back:
 * @self: a row
 * @text: (nullable): what a person had typed in one like it
 *
 * Puts it in as if it were typed again: it is committed, or refused with the reason under it.
 */
void
care_edit_row_bring_back (CareEditRow *self, const char *text)
{
  g_return_if_fail (CARE_IS_EDIT_ROW (self));

  put (self, text != NULL ? text : "");
  care_edit_row_flush (self);
}
