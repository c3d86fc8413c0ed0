/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-form-dialog-private.h"

#include "care-edit-row.h"
#include "care-sight.h"
#include "care-tell.h"
#include "care-unfinished.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (CareFormDialog, care_form_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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
      care_form_dialog_focus_missing (self, error);
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
  return self->form != NULL && care_unfinished_keep (self->library, self->form, NULL, self->rows, self->at_first);
}

static void
keep_in_pause (GtkWidget *dialog)
{
  if (!CARE_FORM_DIALOG (dialog)->is_applying)
    keep (CARE_FORM_DIALOG (dialog));
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

  /* It may go with the window that it belongs to, and not have been closed. */
  if (self->rows->len > 0)
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
  care_sight_add (GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self->groups), GTK_TYPE_SCROLLED_WINDOW)));
  care_unfinished_keep_in_pauses (GTK_WIDGET (self), keep_in_pause);
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
