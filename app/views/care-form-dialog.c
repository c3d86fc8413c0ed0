/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-form-dialog.h"

#include "care-choice-row.h"
#include "care-notice.h"
#include "care-prose-row.h"
#include "care-reference-row.h"
#include "care-tell.h"
#include "care-unfinished.h"
#include "care-value-row.h"

#include <glib/gi18n.h>

struct _CareFormDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkButton *finish;
  CareNotice *notice;
  GtkWidget *groups;

  CareLibrary *library;
  GPtrArray *rows; /* in the order in which they were added */
  char *form;          /* what it is kept as when it is closed, or NULL */
  GPtrArray *at_first; /* what the rows said then */
  gboolean is_applying;
  gboolean is_kept; /* when it was closed */
  CareFormPlan plan;
  gpointer data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (CareFormDialog, care_form_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
commit (GtkWidget *row, const char *text, GError **error)
{
  const CareField *field = g_object_get_data (G_OBJECT (row), "care-field");

  return care_record_set (g_object_get_data (G_OBJECT (row), "care-draft"), field->name, text, error);
}

static gboolean
commit_text (CareEditRow *row, const char *text, gpointer data, GError **error)
{
  return commit (GTK_WIDGET (row), text, error);
}

static gboolean
commit_choice (CareChoiceRow *row, const char *word, gpointer data, GError **error)
{
  return commit (GTK_WIDGET (row), word, error);
}

static void
name_target (CareReferenceRow *row, CareRecord *target)
{
  g_autofree char *id = target == NULL ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (target));

  commit (GTK_WIDGET (row), id, NULL);
  care_reference_row_load (row, target);
}

static void
target_made (CareReferenceRow *row, GPtrArray *drafts)
{
  name_target (row, g_ptr_array_index (drafts, drafts->len - 1));
}

/* Enter in a line finishes the form; in a text of several, with Ctrl. */
static gboolean
key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, CareFormDialog *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return FALSE;
  if (!CARE_IS_VALUE_ROW (row) && (state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  care_form_dialog_finish (self);
  return TRUE;
}

static void
finish_on_enter (CareFormDialog *self, GtkWidget *row)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (row, keys);
}

static GtkWidget *
make_reference_row (CareFormDialog *self, const CareField *field)
{
  GtkWidget *row = care_reference_row_new (self->library, field);

  g_signal_connect (row, "chosen", G_CALLBACK (name_target), NULL);
  g_signal_connect (row, "made", G_CALLBACK (target_made), NULL);
  care_reference_row_set_opens (CARE_REFERENCE_ROW (row), FALSE);
  return row;
}

/* A wording is one line, however long. */
static gboolean
is_long (const CareField *field)
{
  return field->type == CARE_FIELD_PROSE || g_str_equal (field->name, "wording");
}

/* (transfer floating): what asks for @field. */
static GtkWidget *
make_row (CareFormDialog *self, const CareField *field, const char *label)
{
  GtkWidget *row;

  if (field->type == CARE_FIELD_REFERENCE)
    return make_reference_row (self, field);
  if (field->type == CARE_FIELD_CHOICE)
    {
      row = care_choice_row_new (label, field->vocabulary);
      care_choice_row_set_commit (CARE_CHOICE_ROW (row), commit_choice, NULL, NULL);
      return row;
    }
  row = is_long (field) ? care_prose_row_new (label) : care_value_row_new (label);
  care_edit_row_set_commit (CARE_EDIT_ROW (row), commit_text, NULL, NULL);
  return row;
}

/**
 * care_form_dialog_add_row:
 * @self: a dialog
 * @group: as of care_form_dialog_add_group()
 * @row: (transfer floating): one of the rows of app/widgets/
 *
 * Adds a row whose text is kept by a commit of its own.
 */
void
care_form_dialog_add_row (CareFormDialog *self, GtkWidget *group, GtkWidget *row)
{
  finish_on_enter (self, row);
  if (CARE_IS_EDIT_ROW (row))
    care_edit_row_set_restores (CARE_EDIT_ROW (row), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (self->rows, row);
}

/**
 * care_form_dialog_add_field:
 * @self: a dialog
 * @group: as of care_form_dialog_add_group()
 * @draft: a record that is not in the library
 * @name: of a field of it
 * @label: (nullable): what is asked for, where the name of the field does not say it
 *
 * Adds a row that sets a field of @draft, and shows what it is.
 *
 * Returns: (transfer none): the row.
 */
GtkWidget *
care_form_dialog_add_field (CareFormDialog *self, GtkWidget *group, CareRecord *draft, const char *name,
                            const char *label)
{
  const CareField *field = care_kind_field (care_record_get_kind (draft), name);
  const char *value = care_record_get (draft, name);
  g_autofree char *text = care_field_format_to_edit (field, value);
  GtkWidget *row = make_row (self, field, label != NULL ? label : _ (field->label));

  g_object_set_data (G_OBJECT (row), "care-field", (gpointer) field);
  g_object_set_data_full (G_OBJECT (row), "care-draft", g_object_ref (draft), g_object_unref);
  care_form_dialog_add_row (self, group, row);
  if (CARE_IS_CHOICE_ROW (row))
    care_choice_row_load (CARE_CHOICE_ROW (row), value);
  else if (CARE_IS_REFERENCE_ROW (row))
    care_reference_row_load (CARE_REFERENCE_ROW (row), care_library_follow (self->library, draft, name));
  else
    care_edit_row_load (CARE_EDIT_ROW (row), text);
  return row;
}

/**
 * care_form_dialog_add_group:
 * @self: a dialog
 * @title: (nullable): of the rows that are to come
 * @description: (nullable): what is said of them
 *
 * Returns: (transfer none): a group of rows below the others.
 */
GtkWidget *
care_form_dialog_add_group (CareFormDialog *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (description != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (description, -1);
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);
    }
  gtk_box_append (GTK_BOX (self->groups), group);
  return group;
}

/**
 * care_form_dialog_list_drafts:
 * @self: a dialog
 *
 * Returns: (transfer full) (element-type CareRecord): what was made while choosing what
 *   the drafts name, in the order in which it is to be put in.
 */
GPtrArray *
care_form_dialog_list_drafts (CareFormDialog *self)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->rows->len; i++)
    if (CARE_IS_REFERENCE_ROW (g_ptr_array_index (self->rows, i)))
      care_reference_row_add_drafts (g_ptr_array_index (self->rows, i), drafts);
  return drafts;
}

static void
set_applying (CareFormDialog *self, gboolean is_applying)
{
  self->is_applying = is_applying;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.finish", !is_applying);
}

/* Nothing is to be kept of it any more. */
static void
forget (CareFormDialog *self)
{
  if (self->form != NULL)
    care_unfinished_forget (self->library, self->form);
  g_clear_pointer (&self->form, g_free);
}

static void
done (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareFormDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);

  /* It may have been closed meanwhile. */
  if (self->library == NULL)
    {
      if (sentence != NULL && self->form != NULL)
        care_unfinished_forget (CARE_LIBRARY (library), self->form);
      return;
    }
  if (sentence == NULL && care_library_get_trouble (self->library) == NULL)
    {
      set_applying (self, FALSE);
      care_notice_show (self->notice, error->message, NULL);
      return;
    }
  /* What the disk refuses is held, and told by the window; it is not to be done again. */
  if (sentence != NULL)
    g_signal_emit (self, signals[SIGNAL_DONE], 0, sentence);
  forget (self);
  gtk_window_close (GTK_WINDOW (self));
}

/* FALSE where something typed cannot be kept; it has the focus then, and says why. */
static gboolean
flush (CareFormDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (CARE_IS_EDIT_ROW (row) && !care_edit_row_flush (CARE_EDIT_ROW (row)))
        {
          gtk_widget_grab_focus (row);
          return FALSE;
        }
    }
  return TRUE;
}

static void
apply (GObject *object)
{
  CareFormDialog *self = CARE_FORM_DIALOG (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = self->plan (self, self->data, &error);

  if (act == NULL)
    {
      care_notice_show (self->notice, error->message, NULL);
      return;
    }
  set_applying (self, TRUE);
  care_library_apply_async (self->library, act, done, g_object_ref (self));
}

/**
 * care_form_dialog_finish:
 * @self: a dialog
 *
 * Does what the button does: all is put in if it can be, and the dialog closes. While
 * that is done, it is not begun again.
 */
void
care_form_dialog_finish (CareFormDialog *self)
{
  if (!self->is_applying && flush (self))
    care_library_when_readable (self->library, apply, G_OBJECT (self));
}

static void
finish_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_form_dialog_finish (CARE_FORM_DIALOG (widget));
}

/**
 * care_form_dialog_set_plan:
 * @self: a dialog
 * @plan: makes the act
 * @data: for @plan
 * @destroy: (nullable): frees @data
 */
void
care_form_dialog_set_plan (CareFormDialog *self, CareFormPlan plan, gpointer data, GDestroyNotify destroy)
{
  self->plan = plan;
  self->data = data;
  self->destroy = destroy;
}

/**
 * care_form_dialog_set_subtitle:
 * @self: a dialog
 * @subtitle: what it is about
 */
void
care_form_dialog_set_subtitle (CareFormDialog *self, const char *subtitle)
{
  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
start_afresh (CareFormDialog *self)
{
  care_notice_hide (self->notice);
  care_unfinished_forget (self->library, self->form);
  care_unfinished_write (self->at_first, self->rows, self->library);
  gtk_widget_child_focus (self->groups, GTK_DIR_TAB_FORWARD);
}

/**
 * care_form_dialog_begin:
 * @self: a dialog with all its rows
 * @form: what tells it from every other form of the library, such as "change:5001"
 *
 * From now on what is typed in it is kept when it is closed. What was kept before is
 * there again.
 */
void
care_form_dialog_begin (CareFormDialog *self, const char *form)
{
  g_free (self->form);
  self->form = g_strdup (form);
  self->at_first = care_unfinished_read (self->rows);
  if (care_unfinished_bring_back (self->library, form, self->rows))
    care_notice_show (self->notice, _ ("What was typed before is still here."), _ ("Start Afresh"));
}

/* Returns whether anything was typed. */
static gboolean
keep (CareFormDialog *self)
{
  self->is_kept = self->form != NULL
                  && care_unfinished_keep (self->library, self->form, NULL, self->rows, self->at_first);
  return self->is_kept;
}

/* What was typed is there when the dialog is opened again. */
static gboolean
care_form_dialog_close_request (GtkWindow *window)
{
  CareFormDialog *self = CARE_FORM_DIALOG (window);

  if (keep (self) && !self->is_applying)
    {
      g_autofree char *told = g_strdup_printf (_ ("“%s” keeps what was typed"), gtk_window_get_title (window));

      care_tell_done (gtk_window_get_transient_for (window), told);
    }
  return GTK_WINDOW_CLASS (care_form_dialog_parent_class)->close_request (window);
}

static void
care_form_dialog_dispose (GObject *object)
{
  CareFormDialog *self = CARE_FORM_DIALOG (object);

  /* It goes with the window that it belongs to, and has not been closed. */
  if (self->rows->len > 0 && !self->is_kept)
    keep (self);
  for (guint i = 0; i < self->rows->len; i++)
    if (CARE_IS_EDIT_ROW (g_ptr_array_index (self->rows, i)))
      care_edit_row_set_commit (g_ptr_array_index (self->rows, i), NULL, NULL, NULL);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->library);
  if (self->destroy != NULL)
    g_clear_pointer (&self->data, self->destroy);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_FORM_DIALOG);
  G_OBJECT_CLASS (care_form_dialog_parent_class)->dispose (object);
}

static void
care_form_dialog_finalize (GObject *object)
{
  CareFormDialog *self = CARE_FORM_DIALOG (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->at_first, g_ptr_array_unref);
  g_free (self->form);
  G_OBJECT_CLASS (care_form_dialog_parent_class)->finalize (object);
}

static void
care_form_dialog_class_init (CareFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_form_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_form_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = care_form_dialog_close_request;

  /**
   * CareFormDialog::done:
   * @sentence: what was done
   *
   * It is in the library, and the dialog is about to close.
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", CARE_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (CARE_TYPE_NOTICE);
  gtk_widget_class_install_action (widget_class, "form.finish", NULL, finish_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.finish", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CareFormDialog, title);
  gtk_widget_class_bind_template_child (widget_class, CareFormDialog, finish);
  gtk_widget_class_bind_template_child (widget_class, CareFormDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, CareFormDialog, groups);
  gtk_widget_class_bind_template_callback (widget_class, start_afresh);
}

static void
care_form_dialog_init (CareFormDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* No wider than the window that it belongs to. */
static void
limit_width (CareFormDialog *self, GtkWindow *parent)
{
  int width = parent == NULL ? 0 : gtk_widget_get_width (GTK_WIDGET (parent));
  int least, usual, height;

  gtk_widget_get_size_request (GTK_WIDGET (self), &least, NULL);
  gtk_window_get_default_size (GTK_WINDOW (self), &usual, &height);
  if (width > 0 && width < usual)
    gtk_window_set_default_size (GTK_WINDOW (self), MAX (width, least), -1);
}

/**
 * care_form_dialog_new:
 * @parent: the window that it belongs to
 * @library: a library that can be written
 * @title: what is done by it, in header capitals
 * @button: a verb
 *
 * Returns: (transfer none): a dialog without rows; GTK holds it until it is closed.
 */
GtkWidget *
care_form_dialog_new (GtkWindow *parent, CareLibrary *library, const char *title, const char *button)
{
  CareFormDialog *self
    = g_object_new (CARE_TYPE_FORM_DIALOG, "transient-for", parent, "modal", TRUE, "title", title, NULL);

  self->library = g_object_ref (library);
  adw_window_title_set_title (self->title, title);
  gtk_button_set_label (self->finish, button);
  limit_width (self, parent);
  return GTK_WIDGET (self);
}
