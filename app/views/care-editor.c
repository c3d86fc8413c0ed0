/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-editor-private.h"

#include "care-menu.h"
#include "care-number-style.h"
#include "care-popover-keys.h"
#include "care-still.h"
#include "care-wrap-layout.h"

G_DEFINE_FINAL_TYPE (CareEditor, care_editor, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_LEFT,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_title (CareEditor *self)
{
  adw_window_title_set_title (self->title, care_record_get_title (self->briefing));
}

/* What stands there in the outline now, or before. */
static void
select_at (CareEditor *self, guint at)
{
  GListModel *elements = G_LIST_MODEL (self->elements);
  g_autoptr (CareRecord) element = g_list_model_get_item (elements, MIN (at, g_list_model_get_n_items (elements) - 1));

  care_editor_select (self, care_record_get_kind (element)->name, care_record_get_id (element));
}

/* What is shown has been deleted, or its making undone. */
static void
library_removed (CareEditor *self, CareRecord *record)
{
  guint at = 0;

  if (record == self->briefing)
    {
      g_signal_emit (self, signals[SIGNAL_LEFT], 0);
      return;
    }
  if (record == self->element)
    {
      g_list_store_find (self->elements, record, &at);
      care_editor_text_forget (self);
    }
  care_editor_outline_update (self);
  if (self->briefing != NULL && self->element == NULL)
    select_at (self, at);
  care_editor_page_queue (self);
}

/* Tells the person that something could not be done; what was typed stays. */
void
care_editor_tell (CareEditor *self, const GError *error)
{
  care_notice_show (self->notice, error->message, NULL);
}

/* What is told of a record is told as the briefing writes its numbers. */
static void
show_numbers (CareEditor *self)
{
  care_record_pane_set_numbers (self->record_pane, care_number_style_of (self->briefing));
}

/* However many records an act has changed, the editor is brought up to date once. */
static void
library_applied (CareEditor *self)
{
  if (self->briefing == NULL)
    return;
  show_title (self);
  show_numbers (self);
  care_editor_outline_update (self);
  care_editor_text_changed (self);
  care_list_refresh (self->outline, NULL);
  care_editor_find_update (self);
  care_editor_page_queue (self);
  care_notice_hide (self->notice);
}

/* What was typed, and held, is not going to be. */
static void
library_refused (CareEditor *self)
{
  if (self->briefing == NULL)
    return;
  care_editor_text_changed (self);
  care_list_refresh (self->outline, NULL);
}

static void
left (CareEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
reference_activated (CareEditor *self, CareRecord *record)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, record);
}

/**
 * care_editor_save:
 * @self: an editor
 *
 * Saves what was typed within the last half second.
 */
void
care_editor_save (CareEditor *self)
{
  if (self->briefing != NULL)
    care_editor_text_flush (self);
}

/**
 * care_editor_close:
 * @self: an editor
 *
 * Saves what was typed and shows nothing.
 */
void
care_editor_close (CareEditor *self)
{
  if (self->briefing == NULL)
    return;
  care_editor_text_flush (self);
  g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_handle_id (&self->relayout, g_source_remove);
  g_clear_handle_id (&self->following, g_source_remove);
  g_clear_handle_id (&self->suggesting, g_source_remove);
  care_editor_arrange_forget (self);
  care_editor_checks_stop (self);
  care_checks_pane_close (self->checks);
  care_notes_pane_close (self->notes);
  care_editor_text_show (self, NULL);
  g_clear_object (&self->briefing);
  care_editor_find_update (self);
  g_list_store_remove_all (self->elements);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  care_page_view_set_pages (self->page_view, NULL);
  care_record_pane_set_library (self->record_pane, NULL);
  care_prose_view_set_library (self->prose, NULL);
  care_prose_view_set_briefing (self->prose, NULL);
  g_clear_object (&self->state);
  care_saving_notice_set_library (self->saving, NULL, NULL);
  g_clear_object (&self->library);
}

/* What can only be read has no buttons that add to it, and does not look like a field. */
static void
set_writable (CareEditor *self, gboolean writable)
{
  GtkWidget *const fields[] = { GTK_WIDGET (self->heading), GTK_WIDGET (self->text_scroller) };

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->prose), writable);
  gtk_editable_set_editable (GTK_EDITABLE (self->heading), writable);
  gtk_widget_set_visible (self->adding, writable);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (writable)
      gtk_widget_remove_css_class (fields[i], "care-fixed");
    else
      gtk_widget_add_css_class (fields[i], "care-fixed");
}

/**
 * care_editor_open:
 * @self: an editor
 * @library: where the briefing is kept
 * @briefing: the briefing to write
 *
 * Shows @briefing from its beginning.
 */
void
care_editor_open (CareEditor *self, CareLibrary *library, CareRecord *briefing)
{
  care_editor_close (self);
  care_saving_notice_set_library (self->saving, library, NULL);
  self->state = care_save_state_new (library);
  g_object_bind_property (self->state, "text", self->title, "subtitle", G_BINDING_SYNC_CREATE);
  g_set_object (&self->library, library);
  g_set_object (&self->briefing, briefing);
  g_signal_connect_object (library, "removed", G_CALLBACK (library_removed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "applied", G_CALLBACK (library_applied), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "refused", G_CALLBACK (library_refused), self, G_CONNECT_SWAPPED);
  care_record_pane_set_library (self->record_pane, library);
  care_prose_view_set_library (self->prose, library);
  care_prose_view_set_briefing (self->prose, briefing);
  set_writable (self, care_library_is_writable (library));
  show_title (self);
  show_numbers (self);
  care_editor_outline_update (self);
  care_list_set_model (self->outline, G_LIST_MODEL (self->elements));
  care_list_select (self->outline, briefing);
  care_editor_text_show (self, briefing);
  care_editor_page_update (self);
  care_checks_pane_open (self->checks, library, briefing);
  care_notes_pane_open (self->notes, library, briefing);
}

/**
 * care_editor_get_briefing:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the briefing that is open.
 */
CareRecord *
care_editor_get_briefing (CareEditor *self)
{
  return self->briefing;
}

/**
 * care_editor_look:
 * @self: an editor
 *
 * Looks whether the library is still where it was.
 */
void
care_editor_look (CareEditor *self)
{
  care_saving_notice_look (self->saving);
}

/**
 * care_editor_focus:
 * @self: an editor that is shown
 *
 * Gives the focus to what is chosen from, or to the text where that is hidden.
 */
void
care_editor_focus (CareEditor *self)
{
  gboolean beside = adw_flap_get_reveal_flap (self->flap) && !adw_flap_get_folded (self->flap);

  if (!beside || !gtk_widget_grab_focus (GTK_WIDGET (self->outline)))
    gtk_widget_child_focus (GTK_WIDGET (self->text_stack), GTK_DIR_TAB_FORWARD);
}

static void
care_editor_dispose (GObject *object)
{
  CareEditor *self = CARE_EDITOR (object);

  if (self->briefing != NULL)
    care_editor_close (self);
  g_clear_handle_id (&self->following, g_source_remove);
  g_clear_handle_id (&self->suggesting, g_source_remove);
  g_clear_object (&self->elements);
  g_clear_pointer (&self->finds, g_array_unref);
  for (int i = 0; i < CARE_EDITOR_N_CHOICES; i++)
    g_clear_object (&self->choices[i]);
  g_clear_pointer (&self->part_menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_EDITOR);
  G_OBJECT_CLASS (care_editor_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CareEditor, content);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, title);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, stage);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, saving);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, notice);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, flap);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, outline);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, adding);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, parts);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, text_stack);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, text_scroller);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, words);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, prose);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, record_pane);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, page_view);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, page_scroller);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, fit);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, checks);
}

static void
care_editor_class_init (CareEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_editor_dispose;

  /**
   * CareEditor::left:
   *
   * The person wants to go back to the views.
   */
  signals[SIGNAL_LEFT]
    = g_signal_new ("left", CARE_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CareEditor::activated:
   * @record: what the text refers to
   *
   * The person wants to see it.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", CARE_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, CARE_TYPE_RECORD);

  g_type_ensure (CARE_TYPE_CHECKS_PANE);
  g_type_ensure (CARE_TYPE_LIST);
  g_type_ensure (CARE_TYPE_NOTICE);
  g_type_ensure (CARE_TYPE_PAGE_VIEW);
  g_type_ensure (CARE_TYPE_PROSE_VIEW);
  g_type_ensure (CARE_TYPE_RECORD_PANE);
  g_type_ensure (CARE_TYPE_SAVING_NOTICE);
  g_type_ensure (CARE_TYPE_STILL);
  g_type_ensure (CARE_TYPE_WRAP_LAYOUT);
  care_page_view_bind_keys (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-editor.ui");
  bind_children (widget_class);
  care_editor_outline_bind (widget_class);
  care_editor_panes_bind (widget_class);
  care_editor_page_bind (widget_class);
  care_editor_arrange_bind (widget_class);
  care_editor_checks_bind (widget_class);
  care_editor_notes_bind (widget_class);
  care_editor_budget_bind (widget_class);
  care_editor_find_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, left);
  gtk_widget_class_bind_template_callback (widget_class, reference_activated);
}

static void
care_editor_init (CareEditor *self)
{
  self->elements = g_list_store_new (CARE_TYPE_RECORD);
  care_pages_prepare ();
  gtk_widget_init_template (GTK_WIDGET (self));
  care_editor_outline_init (self);
  care_editor_panes_init (self);
  care_editor_text_init (self);
  care_editor_find_init (self);
  care_editor_choices_init (self);
  care_menu_fit_all (GTK_WIDGET (self));
  care_page_view_insert_actions (self->page_view, GTK_WIDGET (self));
  care_popover_let_keys_through (GTK_POPOVER (self->budget_popover));
}

/**
 * care_editor_new:
 *
 * Returns: (transfer floating): an editor with nothing open.
 */
GtkWidget *
care_editor_new (void)
{
  return g_object_new (CARE_TYPE_EDITOR, NULL);
}
