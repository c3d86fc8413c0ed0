/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with notes: they are written, changed, resolved and deleted, each by one
 * act. One that was not finished is kept until it is asked for again. */

#include "care-notes-pane-private.h"

#include "care-clock.h"
#include "care-popover-keys.h"
#include "care-review-note.h"
#include "care-tell.h"
#include "care-unfinished.h"

#include <glib/gi18n.h>

/* @data holds the pane. */
static void
done (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareNotesPane) self = data;

  care_tell_unless_done (GTK_WIDGET (self), CARE_LIBRARY (library), result);
}

static void
apply (CareNotesPane *self, CareAct *act)
{
  care_library_apply_async (self->library, act, done, g_object_ref (self));
}

/* Resolves the note that is selected, or opens it again. */
static void
turn (CareNotesPane *self)
{
  CareRecord *note = care_notes_pane_get_selected (self);
  gboolean open = note != NULL && care_review_note_is_open (note);
  g_autofree char *sentence = NULL;
  g_autoptr (CareAct) act = NULL;

  if (note == NULL)
    return;
  sentence = g_strdup_printf (open ? _ ("Resolve Note “%s”") : _ ("Reopen Note “%s”"), care_record_get_title (note));
  act = care_act_new (sentence);
  if (care_act_set (act, note, "standing", open ? "resolved" : "open", NULL))
    apply (self, act);
}

/* What is selected once the note that is has gone. */
static void
select_beside (CareNotesPane *self)
{
  int at = gtk_list_box_row_get_index (gtk_list_box_get_selected_row (self->list));
  GtkListBoxRow *after = gtk_list_box_get_row_at_index (self->list, at + 1);
  GtkListBoxRow *beside = after != NULL || at == 0 ? after : gtk_list_box_get_row_at_index (self->list, at - 1);

  self->selected = beside == NULL ? 0 : care_record_get_id (care_pane_row_get_item (beside));
}

static void
delete (CareNotesPane *self)
{
  CareRecord *note = care_notes_pane_get_selected (self);
  g_autoptr (CareAct) act = care_act_new (NULL);
  g_autofree char *message = NULL;

  if (note == NULL || !care_library_is_writable (self->library)
      || !care_library_plan_delete (self->library, act, note, NULL))
    return;
  message = care_tell_deleted (GTK_WIDGET (self), self->library, note);
  select_beside (self);
  apply (self, act);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", message);
}

static gboolean
delete_key (GtkWidget *list, GVariant *arguments, gpointer data)
{
  delete (data);
  return TRUE;
}

static void
refuse (GtkLabel *refusal, const char *message)
{
  gtk_label_set_text (refusal, message);
  gtk_widget_set_visible (GTK_WIDGET (refusal), message != NULL);
}

/* It is in the library or on its way, or kept. */
static void
end_begun (CareNotesPane *self)
{
  g_clear_pointer (&self->begun, g_free);
  g_clear_pointer (&self->begun_from, g_free);
}

static void
keep (GtkWidget *widget)
{
  CareNotesPane *self = CARE_NOTES_PANE (widget);
  const char *text = self->begun == NULL ? NULL : gtk_editable_get_text (GTK_EDITABLE (self->begun_in));

  if (text != NULL)
    care_unfinished_keep_text (self->library, self->begun, g_strcmp0 (text, self->begun_from) == 0 ? NULL : text);
}

/* What was not finished is still there the next time that it is asked for. */
void
care_notes_pane_keep_begun (CareNotesPane *self)
{
  keep (GTK_WIDGET (self));
  end_begun (self);
}

/* Takes @form: what the note is kept as. */
static void
begin (CareNotesPane *self, char *form, GtkEntry *entry, const char *text)
{
  const char *before = care_unfinished_get_text (self->library, form);

  end_begun (self);
  self->begun = form;
  self->begun_in = entry;
  self->begun_from = g_strdup (text);
  gtk_editable_set_text (GTK_EDITABLE (entry), before != NULL ? before : text);
}

static void
forget_begun (CareNotesPane *self)
{
  if (self->begun != NULL)
    care_unfinished_forget (self->library, self->begun);
  end_begun (self);
}

/* All of it is selected: a person may write it anew, or go on with it. */
static void
edit_asked (CareNotesPane *self)
{
  CareRecord *note = care_notes_pane_get_selected (self);

  if (note != NULL)
    begin (self, g_strdup_printf ("edit-note:%" G_GINT64_FORMAT, care_record_get_id (note)), self->edited,
           care_record_get (note, "text"));
  refuse (self->edit_refusal, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->edited));
}

/* Whose note it is and of which day stays. */
static void
edit_note (CareNotesPane *self)
{
  CareRecord *note = care_notes_pane_get_selected (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->edited));
  g_autofree char *sentence = note == NULL ? NULL : g_strdup_printf (_ ("Change Note “%s”"), care_record_get_title (note));
  g_autoptr (CareAct) act = care_act_new (sentence);
  g_autoptr (GError) error = NULL;

  if (note != NULL && !care_act_set (act, note, "text", text, &error))
    {
      refuse (self->edit_refusal, error->message);
      return;
    }
  if (note != NULL && g_strcmp0 (care_record_get (note, "text"), text) != 0)
    apply (self, act);
  forget_begun (self);
  gtk_menu_button_popdown (self->edit);
}

static gboolean
edit_key (GtkWidget *list, GVariant *arguments, gpointer data)
{
  CareNotesPane *self = data;

  if (gtk_widget_is_sensitive (GTK_WIDGET (self->edit)))
    gtk_menu_button_popup (self->edit);
  return TRUE;
}

/* A note that was begun about the same goes on. */
static void
asked (CareNotesPane *self)
{
  CareRecord *element = self->element != NULL ? self->element : self->briefing;

  if (element != NULL)
    begin (self, g_strdup_printf ("note:%s:%" G_GINT64_FORMAT, care_record_get_kind (element)->name, care_record_get_id (element)),
           self->text, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* While nobody sees it: a popover takes its size before it is shown. */
static void
answered (CareNotesPane *self)
{
  care_notes_pane_keep_begun (self);
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  refuse (self->refusal, NULL);
}

static void
add (CareNotesPane *self)
{
  CareRecord *element = self->element != NULL ? self->element : self->briefing;
  CareId id = care_library_make_id ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CareRecord) note
    = care_review_note_new (self->briefing, element, id, gtk_editable_get_text (GTK_EDITABLE (self->text)),
                            care_library_get_author (self->library), care_clock_today (), &error);
  g_autofree char *sentence = NULL;
  g_autoptr (CareAct) act = NULL;

  if (note == NULL)
    {
      refuse (self->refusal, error->message);
      return;
    }
  sentence = g_strdup_printf (_ ("Add Note “%s”"), care_record_get_title (note));
  act = care_act_new (sentence);
  care_act_insert (act, note);
  self->selected = id;
  forget_begun (self);
  gtk_menu_button_popdown (self->add);
  apply (self, act);
}

/* What has no place yet has none to point to. */
static gboolean
ask_once_placed (GtkWidget *add, GdkFrameClock *clock, gpointer data)
{
  if (gtk_widget_get_width (add) == 0)
    return G_SOURCE_CONTINUE;
  gtk_menu_button_popup (GTK_MENU_BUTTON (add));
  return G_SOURCE_REMOVE;
}

/**
 * care_notes_pane_ask:
 * @self: a pane that is shown, or about to be
 *
 * Asks for a note about what is selected.
 */
void
care_notes_pane_ask (CareNotesPane *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self->add), ask_once_placed, NULL, NULL);
}

/* What the template calls. */
void
care_notes_pane_edit_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, asked);
  gtk_widget_class_bind_template_callback (widget_class, answered);
  gtk_widget_class_bind_template_callback (widget_class, add);
  gtk_widget_class_bind_template_callback (widget_class, turn);
  gtk_widget_class_bind_template_callback (widget_class, edit_asked);
  gtk_widget_class_bind_template_callback (widget_class, edit_note);
  gtk_widget_class_bind_template_callback (widget_class, delete);
  gtk_widget_class_bind_template_callback_full (widget_class, "keep_begun", G_CALLBACK (care_notes_pane_keep_begun));
}

/* The keys of the list. */
void
care_notes_pane_edit_init (CareNotesPane *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                          gtk_callback_action_new (delete_key, self, NULL)));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F2, 0),
                                                          gtk_callback_action_new (edit_key, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
  care_popover_let_keys_through (gtk_menu_button_get_popover (self->add));
  care_popover_let_keys_through (gtk_menu_button_get_popover (self->edit));
  care_unfinished_keep_in_pauses (GTK_WIDGET (self), keep);
}
