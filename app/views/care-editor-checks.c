/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What checks find, in the editor: gone to from anywhere, mended, and in the way of what goes
 * out: an export, or what is printed. */

#include "care-editor-private.h"

#include "care-must-fix.h"

#include <glib/gi18n.h>

/* What takes less is not told of. */
#define TELL_MS 500

/* A record that is printed in an element, in the place of its text until the element is
 * asked for again. */
static void
show_aside (CareEditor *self, CareRecord *record, const char *field)
{
  care_editor_text_flush (self);
  self->aside = TRUE;
  care_record_pane_show (self->record_pane, record);
  gtk_stack_set_visible_child_name (self->text_stack, "record");
  care_record_pane_focus_field (self->record_pane, field);
}

static void
go_to_words (CareEditor *self, const CareFinding *finding)
{
  const char *field = finding->field;

  if (care_record_is (finding->record, "box"))
    care_record_pane_focus_field (self->record_pane, field);
  else if (g_strcmp0 (field, "text") == 0 || g_strcmp0 (field, "standfirst") == 0)
    care_editor_text_go_to (self, finding->start);
  else if (g_strcmp0 (field, "heading") == 0 || g_strcmp0 (field, "title") == 0 || !care_record_is (finding->record, "briefing"))
    gtk_widget_grab_focus (GTK_WIDGET (self->heading));
  else
    /* What a briefing declares is in no text. */
    show_aside (self, self->briefing, field);
}

/* Where the list of them is out of sight, what is wrong is said above the text. */
static void
say (CareEditor *self, const CareFinding *finding)
{
  if (adw_leaflet_get_folded (self->panes))
    care_notice_show (self->notice, finding->sentence, _ ("Show"));
}

/* Goes where @finding is, be it in the text or in a record that is printed there. */
void
care_editor_checks_go (CareEditor *self, const CareFinding *finding)
{
  CareRecord *record = care_library_lookup_now (care_record_get_kind (finding->record)->name,
                                                care_record_get_id (finding->record), self->library);

  if (record == NULL)
    return;
  care_editor_select (self, care_record_get_kind (finding->element)->name, care_record_get_id (finding->element));
  care_editor_show_pane (self, self->text_pane);
  if (care_record_get_id (finding->record) == care_record_get_id (finding->element)
      && care_record_get_kind (finding->record) == care_record_get_kind (finding->element))
    go_to_words (self, finding);
  else
    show_aside (self, record, finding->field);
  say (self, finding);
}

/* One act, where the text is still what was checked. */
static void
replace (CareEditor *self, const CareFinding *finding)
{
  CareRecord *record = care_library_lookup_now (care_record_get_kind (finding->record)->name,
                                                care_record_get_id (finding->record), self->library);
  const char *now = record == NULL ? NULL : care_library_get_latest (self->library, record, finding->field);
  g_autofree char *mended = care_finding_dup_mended (finding);
  g_autofree char *sentence = g_strdup_printf (_ ("%s in “%s”"), finding->mend, care_record_get_title (finding->record));
  g_autoptr (CareAct) act = care_act_new (sentence);
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (now, care_record_get (finding->record, finding->field)) != 0)
    {
      care_notice_show (self->notice, _ ("The text has changed meanwhile: look again"), NULL);
      care_checks_pane_queue (self->checks);
    }
  else if (!care_act_set (act, record, finding->field, mended, &error))
    care_editor_tell (self, error);
  else
    care_library_apply_async (self->library, act, care_editor_saved, g_object_ref (self));
}

static void
mend_problem (CareEditor *self, const CareFinding *finding)
{
  care_editor_text_flush (self);
  if (finding->replacement != NULL)
    replace (self, finding);
  else
    care_editor_checks_go (self, finding);
}

static void
show_problems (CareEditor *self)
{
  care_notice_hide (self->notice);
  gtk_stack_set_visible_child_name (self->side_stack, "checks");
  care_editor_show_pane (self, self->page_pane);
  gtk_widget_child_focus (GTK_WIDGET (self->checks), GTK_DIR_TAB_FORWARD);
}

/* The second button of the notice. */
static void
go_out_as_draft (CareEditor *self)
{
  care_notice_hide (self->notice);
  if (self->looking != NULL)
    {
      care_editor_checks_stop (self);
      return;
    }
  if (self->is_printing)
    care_editor_print (self, TRUE);
  else
    care_editor_export (self, self->export_as, self->export_template, TRUE);
}

static void
export_draft_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_editor_export (CARE_EDITOR (widget), "pdf", NULL, TRUE);
}

static void
refuse (CareEditor *self, guint n)
{
  g_autofree char *printing = g_strdup_printf (
    ngettext ("%u problem must be fixed before it is printed", "%u problems must be fixed before it is printed", n), n);
  g_autofree char *exporting
    = g_strdup_printf (ngettext ("%u problem must be fixed before export", "%u problems must be fixed before export", n), n);

  care_notice_show (self->notice, self->is_printing ? printing : exporting, _ ("Show"));
  care_notice_offer (self->notice, self->is_printing ? _ ("Print as Draft…") : _ ("Export as Draft…"));
}

/* What must be fixed is not looked for any more. */
void
care_editor_checks_stop (CareEditor *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_handle_id (&self->telling, g_source_remove);
}

static void
must_fix_found (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = care_must_fix_find_finish (result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  care_editor_checks_stop (self);
  care_notice_hide (self->notice);
  if (findings == NULL)
    care_editor_tell (self, error);
  else if (findings->len > 0)
    refuse (self, findings->len);
  else
    care_library_when_settled (CARE_LIBRARY (library), self->go_out, G_OBJECT (self));
}

/* It takes long, in a library of very many records. */
static gboolean
tell_looking (gpointer data)
{
  CareEditor *self = data;

  self->telling = 0;
  care_notice_show (self->notice, _ ("Checking the briefing…"), NULL);
  care_notice_offer (self->notice, _ ("Cancel"));
  return G_SOURCE_REMOVE;
}

/* Calls @go_out where the briefing may go out; where something must be fixed it says so, and
 * what can be done. */
void
care_editor_checks_ask (CareEditor *self, CareReader go_out)
{
  care_editor_checks_stop (self);
  care_notice_hide (self->notice);
  self->go_out = go_out;
  self->looking = g_cancellable_new ();
  self->telling = g_timeout_add (TELL_MS, tell_looking, self);
  care_must_fix_find_async (self->library, care_record_get_id (self->briefing), self->looking, must_fix_found,
                            g_object_ref (self));
}

static void
step (CareEditor *self, int by)
{
  if (self->briefing == NULL)
    return;
  gtk_stack_set_visible_child_name (self->side_stack, "checks");
  if (!care_checks_pane_step (self->checks, by))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Checks find no problem"));
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (CARE_EDITOR (widget), 1);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (CARE_EDITOR (widget), -1);
}

/* For the class: actions, and the callbacks of the template. */
void
care_editor_checks_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "editor.export-draft", NULL, export_draft_action);
  gtk_widget_class_install_action (widget_class, "editor.next-problem", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "editor.previous-problem", NULL, previous_action);
  gtk_widget_class_bind_template_callback (widget_class, care_editor_checks_go);
  gtk_widget_class_bind_template_callback (widget_class, mend_problem);
  gtk_widget_class_bind_template_callback (widget_class, show_problems);
  gtk_widget_class_bind_template_callback (widget_class, go_out_as_draft);
}
