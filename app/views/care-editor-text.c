/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text pane of the editor: a heading and a text for what is written, the
 * record pane for boxes, which are made of records. */

#include "care-editor-private.h"

#include "care-number-style.h"
#include "care-typed.h"
#include "care-words.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
text_field (CareRecord *element)
{
  return care_record_is (element, "briefing") ? "standfirst" : "text";
}

/* (nullable): the text of @element, also where it is not saved yet. */
static const char *
get_text (CareEditor *self, CareRecord *element)
{
  return care_library_get_latest (self->library, element, text_field (element));
}

/* Words of @element's text as a reader counts them. */
guint
care_editor_count_words (CareEditor *self, CareRecord *element)
{
  const char *stored = get_text (self, element);
  g_autofree char *plain = NULL;

  if (stored == NULL)
    return 0;
  plain = care_reference_plain (stored, care_number_style_of (self->briefing), care_library_lookup_now, self->library);
  return care_words_count (plain);
}

/* Of the running text: boxes have their own. */
guint
care_editor_count_all_words (CareEditor *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->elements)); i++)
    {
      g_autoptr (CareRecord) element = g_list_model_get_item (G_LIST_MODEL (self->elements), i);

      n += care_record_is (element, "box") ? 0 : care_editor_count_words (self, element);
    }
  return n;
}

static gboolean
has_text (CareEditor *self)
{
  return self->element != NULL && !care_record_is (self->element, "box");
}

/* Whether what is in the text pane is what the text is going to be. */
static gboolean
says_text (CareEditor *self)
{
  const CareField *field = care_kind_field (care_record_get_kind (self->element), text_field (self->element));
  g_autofree char *shown = care_prose_view_get_stored (self->prose);
  g_autofree char *meant = care_field_canonical (field, shown, NULL);
  const char *stored = get_text (self, self->element);

  return g_strcmp0 (meant, stored != NULL ? stored : "") == 0;
}

static CareEditState
get_state (CareEditor *self)
{
  if (!has_text (self))
    return CARE_EDIT_KEPT;
  if (care_prose_view_is_edited (self->prose))
    return CARE_EDIT_TYPED;
  return says_text (self) ? CARE_EDIT_KEPT : CARE_EDIT_REFUSED;
}

/* Whenever something was typed in the text pane, or given to the library. */
void
care_editor_note_typed (CareEditor *self)
{
  if (self->library == NULL)
    return;
  care_typed_set (self->library, self->prose, get_state (self));
  care_typed_set (self->library, self->heading, care_editor_heading_get_state (self));
}

/* An act is done or refused; @data holds the editor. */
void
care_editor_saved (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);

  /* What the disk refuses, the window tells. */
  if (sentence == NULL && care_library_get_trouble (CARE_LIBRARY (library)) == NULL)
    care_editor_tell (self, error);
  care_editor_note_typed (self);
}

/* One change of one field of the element shown, which it is not yet. (transfer full)
 * (nullable): the act; NULL where the field cannot be so. */
CareAct *
care_editor_plan (CareEditor *self, const char *field, const char *text, GError **error)
{
  const CareField *changed = care_kind_field (care_record_get_kind (self->element), field);
  g_autofree char *sentence
    = g_strdup_printf (_ ("Change %s of “%s”"), _ (changed->label), care_record_get_title (self->element));
  g_autoptr (CareAct) act = care_act_new (sentence);

  if (care_act_set (act, self->element, field, text, error))
    return g_steal_pointer (&act);
  return NULL;
}

/* However often it is saved, what is typed without a pause and in one place is one
 * act. */
static void
ask_for_text (CareEditor *self)
{
  g_autofree char *stored = NULL;
  g_autoptr (GError) error = NULL;
  guint run = care_prose_view_get_run (self->prose);
  CareAct *act;

  stored = care_prose_view_get_stored (self->prose);
  /* What is not yet saved may be taken back. */
  if (g_strcmp0 (get_text (self, self->element), stored) == 0)
    return;
  act = care_editor_plan (self, text_field (self->element), stored, &error);
  if (act == NULL)
    {
      care_editor_tell (self, error);
      return;
    }
  care_act_continue (act, run == self->run ? self->typing : NULL);
  care_library_apply_async (self->library, act, care_editor_saved, g_object_ref (self));
  care_editor_budget_show (self);
  g_clear_pointer (&self->typing, care_act_unref);
  self->typing = act;
  self->run = run;
}

static void
commit_text (CareEditor *self)
{
  if (has_text (self))
    ask_for_text (self);
  care_editor_note_typed (self);
}

static void
load_text (CareEditor *self)
{
  g_autofree char *shown = care_prose_view_get_stored (self->prose);
  const char *stored = get_text (self, self->element);

  if (g_strcmp0 (shown, stored != NULL ? stored : "") == 0)
    care_prose_view_refresh (self->prose);
  else if (!care_prose_view_is_edited (self->prose))
    care_prose_view_follow (self->prose, stored);
}

/* Takes what has been typed and not yet been saved. */
void
care_editor_text_flush (CareEditor *self)
{
  /* The heading first: to save the text loads the heading again. */
  care_editor_heading_flush (self);
  care_prose_view_flush (self->prose);
}

/* What is to be written, and the two signs that bring in what the library knows. */
static const char *
get_hint (CareRecord *element)
{
  return care_record_is (element, "briefing") ? _ ("In a few sentences: what is at issue, and why now.")
                                              : _ ("What a Member has to know. @ cites a source, # puts in a figure.");
}

static void
show_element (CareEditor *self, CareRecord *element)
{
  g_autofree char *label = NULL;

  if (care_record_is (element, "box"))
    {
      care_record_pane_show (self->record_pane, element);
      gtk_stack_set_visible_child_name (self->text_stack, "record");
      return;
    }
  care_prose_view_load (self->prose, get_text (self, element));
  care_prose_view_set_hint (self->prose, get_hint (element));
  care_editor_heading_load (self);
  care_editor_budget_show (self);
  label = g_strdup_printf (_ ("Text of %s"), care_record_get_title (element));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->prose), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_stack_set_visible_child_name (self->text_stack, "prose");
}

/* Shows @element, or nothing where it is NULL. */
void
care_editor_text_show (CareEditor *self, CareRecord *element)
{
  if (self->element == element && !self->aside)
    return;
  self->aside = FALSE;
  care_editor_text_flush (self);
  g_clear_pointer (&self->typing, care_act_unref);
  care_editor_heading_forget (self);
  g_set_object (&self->element, element);
  if (element != NULL)
    show_element (self, element);
  care_editor_arrange_update (self);
  care_notes_pane_set_element (self->notes, element);
  care_editor_note_typed (self);
}

/* Puts the cursor at a byte of the text that is shown. */
void
care_editor_text_go_to (CareEditor *self, gsize offset)
{
  if (!has_text (self))
    return;
  care_prose_view_set_place (self->prose, offset);
  gtk_widget_grab_focus (GTK_WIDGET (self->prose));
}

/* The element shown is no longer there: what was typed in it has nowhere to go. */
void
care_editor_text_forget (CareEditor *self)
{
  care_editor_heading_forget (self);
  g_clear_object (&self->element);
  care_notes_pane_set_element (self->notes, NULL);
  care_prose_view_load (self->prose, NULL);
  care_editor_note_typed (self);
}

/* Something has changed: the element itself perhaps, or what its text names. */
void
care_editor_text_changed (CareEditor *self)
{
  if (!has_text (self))
    return;
  care_editor_heading_load (self);
  load_text (self);
  care_editor_budget_show (self);
  care_editor_note_typed (self);
}

/* What takes long waits for a pause. */
static void
text_typed (CareEditor *self)
{
  if (self->library != NULL)
    care_typed_set (self->library, self->prose, CARE_EDIT_TYPED);
  if (self->suggesting != 0)
    care_editor_page_queue_suggest (self);
  care_checks_pane_put_off (self->checks);
}

/* Connects the fields of the text pane. */
void
care_editor_text_init (CareEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->prose));

  care_editor_heading_init (self);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (care_editor_page_queue_follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->prose, "typed", G_CALLBACK (text_typed), self);
  g_signal_connect_swapped (self->prose, "paused", G_CALLBACK (commit_text), self);
}
