/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The heading over the text pane: what is typed in it is kept in every pause, and
 * is one act as long as the focus stays. */

#include "care-editor-private.h"

/* A person has paused, or has typed for so long: what was typed is saved. */
#define PAUSE_MS 1000
#define LONGEST_MS 1500

static const char *
heading_field (CareRecord *element)
{
  return care_record_is (element, "section") ? "heading" : "title";
}

static gboolean
has_heading (CareEditor *self)
{
  return self->element != NULL && !care_record_is (self->element, "box");
}

/* Whether what is in the field says the same as @value. */
static gboolean
says (CareEditor *self, const char *value)
{
  const CareField *field = care_kind_field (care_record_get_kind (self->element), heading_field (self->element));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->heading));
  g_autofree char *meant = care_field_canonical (field, text, NULL);

  return g_strcmp0 (meant != NULL ? meant : text, value != NULL ? value : "") == 0;
}

/* (nullable): the heading of the element, also where it is not saved yet. */
static const char *
get_heading (CareEditor *self)
{
  return care_library_get_latest (self->library, self->element, heading_field (self->element));
}

static void
forget_pause (CareEditor *self)
{
  g_clear_handle_id (&self->heading_pause, g_source_remove);
  g_clear_handle_id (&self->heading_longest, g_source_remove);
}

/* Returns whether there is nothing in the field that is not asked for. */
static gboolean
commit (CareEditor *self, GError **error)
{
  g_autoptr (CareAct) act = NULL;

  forget_pause (self);
  if (!has_heading (self) || self->loading || says (self, get_heading (self)))
    return TRUE;
  act = care_editor_plan (self, heading_field (self->element),
                          gtk_editable_get_text (GTK_EDITABLE (self->heading)), error);
  if (act == NULL)
    return FALSE;
  care_act_continue (act, self->heading_typing);
  care_library_apply_async (self->library, act, care_editor_saved, g_object_ref (self));
  g_clear_pointer (&self->heading_typing, care_act_unref);
  self->heading_typing = g_steal_pointer (&act);
  return TRUE;
}

static gboolean
is_empty (CareEditor *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->heading)));

  return g_strstrip (text)[0] == '\0';
}

/* Returns whether what was typed is a heading. */
static gboolean
flush (CareEditor *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_taken = commit (self, &error);

  self->heading_edited = FALSE;
  if (!is_taken)
    care_editor_tell (self, error);
  if (!is_taken && is_empty (self))
    care_editor_heading_load (self);
  care_editor_note_typed (self);
  return is_taken;
}

/* Takes what has been typed and not yet been saved. An empty heading gives way to the one
 * before; anything else that cannot be one stays to be mended. */
void
care_editor_heading_flush (CareEditor *self)
{
  flush (self);
}

/* What cannot be a heading may become one. */
static void
commit_so_far (CareEditor *self)
{
  if (commit (self, NULL))
    self->heading_edited = FALSE;
  care_editor_note_typed (self);
}

static gboolean
pause_over (gpointer data)
{
  CareEditor *self = data;

  self->heading_pause = 0;
  commit_so_far (self);
  return G_SOURCE_REMOVE;
}

static gboolean
typed_long (gpointer data)
{
  CareEditor *self = data;

  self->heading_longest = 0;
  commit_so_far (self);
  return G_SOURCE_REMOVE;
}

static void
heading_changed (CareEditor *self)
{
  if (self->loading || !has_heading (self))
    return;
  self->heading_edited = TRUE;
  g_clear_handle_id (&self->heading_pause, g_source_remove);
  self->heading_pause = g_timeout_add (PAUSE_MS, pause_over, self);
  if (self->heading_longest == 0)
    self->heading_longest = g_timeout_add (LONGEST_MS, typed_long, self);
  care_editor_note_typed (self);
}

/* How it is with what was typed in it. */
CareEditState
care_editor_heading_get_state (CareEditor *self)
{
  if (!has_heading (self) || says (self, get_heading (self)))
    return CARE_EDIT_KEPT;
  return self->heading_pause != 0 || self->heading_longest != 0 ? CARE_EDIT_TYPED : CARE_EDIT_REFUSED;
}

/* What is typed stays, and where a person is, what says the same in other words. */
static gboolean
is_at_work (CareEditor *self)
{
  return self->heading_edited || (self->heading_focused && says (self, get_heading (self)));
}

/* Shows the heading of the element, unless a person is at it. */
void
care_editor_heading_load (CareEditor *self)
{
  const char *heading = get_heading (self);

  if (is_at_work (self))
    return;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->heading)), heading) == 0)
    return;
  self->loading = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->heading), heading != NULL ? heading : "");
  gtk_editable_set_position (GTK_EDITABLE (self->heading), self->heading_focused ? -1 : 0);
  self->loading = FALSE;
}

/* Another element is shown, or none: what was typed has been taken. */
void
care_editor_heading_forget (CareEditor *self)
{
  forget_pause (self);
  g_clear_pointer (&self->heading_typing, care_act_unref);
  self->heading_edited = FALSE;
}

static void
heading_entered (CareEditor *self)
{
  self->heading_focused = TRUE;
  g_clear_pointer (&self->heading_typing, care_act_unref);
}

static void
heading_left (CareEditor *self)
{
  self->heading_focused = FALSE;
  /* Where it is too long it is the beginning that is seen. */
  gtk_editable_set_position (GTK_EDITABLE (self->heading), 0);
  care_editor_heading_flush (self);
  if (has_heading (self) && says (self, get_heading (self)))
    care_editor_heading_load (self);
}

/* Enter goes on to the text, unless something is to be mended first. */
static void
heading_activated (CareEditor *self)
{
  if (flush (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->prose));
}

/* What is typed is saved as it is, and undone as acts are. An entry keeps these keys to
 * itself even where it has nothing to undo. */
static void
bind_undo (CareEditor *self)
{
  static const struct
  {
    GdkModifierType modifiers;
    const char *action;
  } keys[] = { { GDK_CONTROL_MASK, "win.undo-by-key" }, { GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo-by-key" } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, keys[i].modifiers),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self->heading), controller);
}

void
care_editor_heading_init (CareEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (heading_entered), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (heading_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->heading), focus);
  bind_undo (self);
  g_signal_connect_swapped (self->heading, "changed", G_CALLBACK (heading_changed), self);
  g_signal_connect_swapped (self->heading, "activate", G_CALLBACK (heading_activated), self);
}
