/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text pane of the editor: a heading and a text for what is written, the
 * record pane for boxes, which are made of records. */

#include "care-editor-private.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
heading_field (CareRecord *element)
{
  return care_record_is (element, "section") ? "heading" : "title";
}

static const char *
text_field (CareRecord *element)
{
  return care_record_is (element, "briefing") ? "standfirst" : "text";
}

static guint
count_words (const char *text)
{
  gboolean inside = FALSE;
  guint words = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean space = g_unichar_isspace (g_utf8_get_char (p));

      if (!space && !inside)
        words++;
      inside = !space;
    }
  return words;
}

/* Words of @element's text as a reader counts them. */
guint
care_editor_count_words (CareEditor *self, CareRecord *element)
{
  const char *stored = care_record_get (element, text_field (element));
  g_autofree char *plain = NULL;

  if (stored == NULL)
    return 0;
  plain = care_reference_plain (stored, care_library_lookup, self->library);
  return count_words (plain);
}

static void
show_words (CareEditor *self)
{
  guint n = care_editor_count_words (self, self->element);
  g_autofree char *text = g_strdup_printf (ngettext ("%u word", "%u words", n), n);

  gtk_label_set_text (self->words, text);
}

static void
saved (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);

  /* What the disk refuses, the window tells. */
  if (sentence == NULL && care_library_get_trouble (CARE_LIBRARY (library)) == NULL)
    care_editor_tell (self, error);
}

/* One change of one field of the element shown. (transfer full) (nullable): the
 * act, which is done soon; NULL where nothing has changed, or cannot. */
static CareAct *
commit (CareEditor *self, const char *field, const char *text, CareAct *before)
{
  const CareField *changed = care_kind_field (care_record_get_kind (self->element), field);
  g_autofree char *sentence
    = g_strdup_printf (_ ("Change %s of “%s”"), _ (changed->label), care_record_get_title (self->element));
  g_autoptr (CareAct) act = care_act_new (sentence);
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (care_record_get (self->element, field), text) == 0)
    return NULL;
  if (!care_act_set (act, self->element, field, text, &error))
    {
      care_editor_tell (self, error);
      return NULL;
    }
  care_act_continue (act, before);
  care_library_apply_async (self->library, act, saved, g_object_ref (self));
  return g_steal_pointer (&act);
}

static void
commit_heading (CareEditor *self)
{
  g_autoptr (CareAct) act = NULL;

  if (self->element != NULL && !self->loading && !care_record_is (self->element, "box"))
    act = commit (self, heading_field (self->element), gtk_editable_get_text (GTK_EDITABLE (self->heading)), NULL);
}

/* However often it is saved, what is typed without a pause and in one place is one
 * act. */
static void
commit_text (CareEditor *self)
{
  g_autofree char *stored = NULL;
  guint run = care_prose_view_get_run (self->prose);
  CareAct *act;

  if (self->element == NULL || care_record_is (self->element, "box"))
    return;
  stored = care_prose_view_get_stored (self->prose);
  act = commit (self, text_field (self->element), stored, run == self->run ? self->typing : NULL);
  if (act == NULL)
    return;
  g_clear_pointer (&self->typing, care_act_unref);
  self->typing = act;
  self->run = run;
}

static void
load_heading (CareEditor *self)
{
  const char *heading = care_record_get (self->element, heading_field (self->element));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->heading)), heading) == 0)
    return;
  /* Putting a value in would otherwise be a step that Ctrl+Z takes back. */
  self->loading = TRUE;
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->heading), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->heading), heading != NULL ? heading : "");
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->heading), TRUE);
  self->loading = FALSE;
}

static void
load_text (CareEditor *self)
{
  g_autofree char *shown = care_prose_view_get_stored (self->prose);
  const char *stored = care_record_get (self->element, text_field (self->element));

  if (g_strcmp0 (shown, stored != NULL ? stored : "") == 0)
    care_prose_view_refresh (self->prose);
  else if (!care_prose_view_is_edited (self->prose))
    care_prose_view_load (self->prose, stored);
}

/* Takes what has been typed and not yet been saved. */
void
care_editor_text_flush (CareEditor *self)
{
  /* The heading first: to save the text loads the heading again. */
  commit_heading (self);
  care_prose_view_flush (self->prose);
}

/* Shows @element, or nothing where it is NULL. */
void
care_editor_text_show (CareEditor *self, CareRecord *element)
{
  g_autofree char *label = NULL;

  if (self->element == element)
    return;
  care_editor_text_flush (self);
  g_clear_pointer (&self->typing, care_act_unref);
  g_set_object (&self->element, element);
  if (element == NULL)
    return;
  if (care_record_is (element, "box"))
    {
      care_record_pane_show (self->record_pane, element);
      gtk_stack_set_visible_child_name (self->text_stack, "record");
      return;
    }
  care_prose_view_load (self->prose, care_record_get (element, text_field (element)));
  load_heading (self);
  show_words (self);
  label = g_strdup_printf (_ ("Text of %s"), care_record_get_title (element));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->prose), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_stack_set_visible_child_name (self->text_stack, "prose");
}

/* The element shown is no longer there: what was typed in it has nowhere to go. */
void
care_editor_text_forget (CareEditor *self)
{
  g_clear_object (&self->element);
  care_prose_view_load (self->prose, NULL);
}

/* Something has changed: the element itself perhaps, or what its text names. */
void
care_editor_text_changed (CareEditor *self)
{
  if (self->element == NULL || care_record_is (self->element, "box"))
    return;
  load_heading (self);
  load_text (self);
  show_words (self);
}

static void
heading_left (CareEditor *self)
{
  commit_heading (self);
}

/* Connects the fields of the text pane. */
void
care_editor_text_init (CareEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (heading_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->heading), focus);
  g_signal_connect_swapped (self->heading, "activate", G_CALLBACK (commit_heading), self);
  g_signal_connect_swapped (self->prose, "paused", G_CALLBACK (commit_text), self);
}
