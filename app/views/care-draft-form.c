/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-draft-form-private.h"

#include "care-edit-row.h"
#include "care-reference-row.h"
#include "care-tell.h"
#include "care-unfinished.h"

#include <glib/gi18n.h>

/* In pixels; a narrow window has room for it. */
#define WIDTH 300

G_DEFINE_FINAL_TYPE (CareDraftForm, care_draft_form, GTK_TYPE_BOX)

enum
{
  SIGNAL_MADE,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_clicked (CareDraftForm *self)
{
  care_draft_form_finish (self);
}

static void
start_afresh (CareDraftForm *self)
{
  care_notice_hide (self->notice);
  care_unfinished_forget (self->library, self->form);
  care_unfinished_write (self->at_first, self->rows, self->library);
  care_draft_form_show_error (self, NULL);
  care_draft_form_focus (self);
}

/* Returns whether anything was typed. */
static gboolean
keep (CareDraftForm *self)
{
  return self->form != NULL && self->rows->len > 0
         && care_unfinished_keep (self->library, self->form, self->draft, self->rows, self->at_first);
}

static void
keep_in_pause (GtkWidget *form)
{
  if (!CARE_DRAFT_FORM (form)->is_made)
    keep (CARE_DRAFT_FORM (form));
}

/* What was typed is there when the form is opened again. */
static void
keep_and_tell (CareDraftForm *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *told = NULL;

  if (!keep (self) || self->is_made || root == NULL || gtk_widget_in_destruction (GTK_WIDGET (root)))
    return;
  told = g_strdup_printf (_ ("“%s” keeps what was typed"), gtk_label_get_label (GTK_LABEL (self->heading)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", told);
}

static void
care_draft_form_unmap (GtkWidget *widget)
{
  keep_and_tell (CARE_DRAFT_FORM (widget));
  GTK_WIDGET_CLASS (care_draft_form_parent_class)->unmap (widget);
}

static void
care_draft_form_dispose (GObject *object)
{
  CareDraftForm *self = CARE_DRAFT_FORM (object);

  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_index (self->rows, i) != NULL && CARE_IS_EDIT_ROW (g_ptr_array_index (self->rows, i)))
      care_edit_row_set_commit (g_ptr_array_index (self->rows, i), NULL, NULL, NULL);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (care_draft_form_parent_class)->dispose (object);
}

static void
care_draft_form_finalize (GObject *object)
{
  CareDraftForm *self = CARE_DRAFT_FORM (object);

  g_clear_object (&self->draft);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->at_first, g_ptr_array_unref);
  g_free (self->form);
  G_OBJECT_CLASS (care_draft_form_parent_class)->finalize (object);
}

static void
care_draft_form_class_init (CareDraftFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_draft_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_draft_form_finalize;
  GTK_WIDGET_CLASS (klass)->unmap = care_draft_form_unmap;

  /**
   * CareDraftForm::made:
   * @drafts: (element-type CareRecord): the draft, after those that it names and that are
   *   not in the library either
   *
   * It has all that it needs, and a person wants it kept.
   */
  signals[SIGNAL_MADE] = g_signal_new ("made", CARE_TYPE_DRAFT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  /**
   * CareDraftForm::done:
   * @sentence: (nullable): what was done; NULL where the disk holds it up
   *
   * What care_draft_form_apply() was given is not to be asked for any more.
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", CARE_TYPE_DRAFT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

/* (transfer floating): @child, which makes the form no wider. In GTK 4.8 a popover asks how
 * high it is at a greater width than it will have. */
static GtkWidget *
clamp (GtkWidget *child)
{
  GtkWidget *widget = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (widget), WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (widget), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (widget), child);
  g_object_bind_property (child, "visible", widget, "visible", G_BINDING_SYNC_CREATE);
  return widget;
}

static void
care_draft_form_init (CareDraftForm *self)
{
  GtkBox *box = GTK_BOX (self);

  self->rows = g_ptr_array_new ();
  care_unfinished_keep_in_pauses (GTK_WIDGET (self), keep_in_pause);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (box, 12);
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
  self->heading = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_box_append (box, self->heading);
  self->notice = CARE_NOTICE (care_notice_new ());
  g_signal_connect_swapped (self->notice, "clicked", G_CALLBACK (start_afresh), self);
  gtk_box_append (box, clamp (GTK_WIDGET (self->notice)));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_box_append (box, clamp (self->list));
  self->error = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE, "wrap-mode",
                              PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->error, "error");
  gtk_box_append (box, clamp (self->error));
  self->add = gtk_button_new_with_label (_ ("Add"));
  gtk_widget_add_css_class (self->add, "suggested-action");
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_clicked), self);
  gtk_box_append (box, self->add);
}

/**
 * care_draft_form_can_make:
 * @kind: a kind
 *
 * Returns: whether one can be made by what is typed and chosen, without a record that it
 *   belongs to or the contents of a file.
 */
gboolean
care_draft_form_can_make (const CareKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & CARE_FIELD_IS_REQUIRED) != 0
        && (kind->fields[i].type == CARE_FIELD_BYTES || (kind->fields[i].flags & CARE_FIELD_IS_OWNER) != 0))
      return FALSE;
  return TRUE;
}

/**
 * care_draft_form_new:
 * @library: that the record is to be put into
 * @kind: a kind
 *
 * Returns: (transfer floating): a form of a new record of @kind.
 */
GtkWidget *
care_draft_form_new (CareLibrary *library, const CareKind *kind)
{
  CareDraftForm *self = g_object_new (CARE_TYPE_DRAFT_FORM, NULL);
  g_autofree char *heading = g_strdup_printf (_ ("New %s"), _ (kind->label));

  self->library = g_object_ref (library);
  self->draft = care_record_new (kind, care_library_make_id ());
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  care_draft_form_add_rows (self, kind);
  return GTK_WIDGET (self);
}

/**
 * care_draft_form_set:
 * @self: a form
 * @field: the name of a field
 * @value: what it is to be, in its canonical form
 *
 * Sets what is known beforehand and need not be asked for.
 */
void
care_draft_form_set (CareDraftForm *self, const char *field, const char *value)
{
  guint index = (guint) care_kind_field_index (care_record_get_kind (self->draft), field);
  GtkWidget *row = g_ptr_array_index (self->rows, index);

  care_record_set (self->draft, field, value, NULL);
  if (row != NULL)
    gtk_widget_set_visible (row, FALSE);
}

/**
 * care_draft_form_set_title:
 * @self: a form
 * @title: what the record is to be called unless a person changes it
 */
void
care_draft_form_set_title (CareDraftForm *self, const char *title)
{
  care_draft_form_suggest (self, care_kind_title_field (care_record_get_kind (self->draft))->name, title);
}

/**
 * care_draft_form_begin:
 * @self: a form in which what is known beforehand is set
 * @form: what tells it from every other form of the library, such as "position"
 *
 * From now on what is typed in it is kept when it is closed. What was kept before is
 * there again.
 */
void
care_draft_form_begin (CareDraftForm *self, const char *form)
{
  g_free (self->form);
  self->form = g_strdup (form);
  g_clear_pointer (&self->at_first, g_ptr_array_unref);
  self->at_first = care_unfinished_read (self->rows);
  if (care_unfinished_bring_back (self->library, form, self->rows))
    care_notice_show (self->notice, _ ("What was typed before is still here."), _ ("Start Afresh"));
}

static gboolean
flush (CareDraftForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (row != NULL && CARE_IS_EDIT_ROW (row) && !care_edit_row_flush (CARE_EDIT_ROW (row)))
        {
          gtk_widget_grab_focus (row);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
focus_missing (CareDraftForm *self)
{
  const CareKind *kind = care_record_get_kind (self->draft);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & CARE_FIELD_IS_REQUIRED) != 0 && care_record_get_at (self->draft, i) == NULL
        && g_ptr_array_index (self->rows, i) != NULL)
      {
        gtk_widget_grab_focus (g_ptr_array_index (self->rows, i));
        return TRUE;
      }
  return FALSE;
}

/**
 * care_draft_form_finish:
 * @self: a form
 *
 * Emits #CareDraftForm::made where nothing is missing; else says what is.
 *
 * Returns: whether nothing is missing.
 */
gboolean
care_draft_form_finish (CareDraftForm *self)
{
  g_autoptr (CareDraftForm) keep = g_object_ref (self);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  if (self->is_applying || !flush (self))
    return FALSE;
  if (!care_record_check (self->draft, &error))
    {
      care_draft_form_show_error (self, error->message);
      focus_missing (self);
      return FALSE;
    }
  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_index (self->rows, i) != NULL && CARE_IS_REFERENCE_ROW (g_ptr_array_index (self->rows, i)))
      care_reference_row_add_drafts (g_ptr_array_index (self->rows, i), drafts);
  g_ptr_array_add (drafts, g_object_ref (self->draft));
  self->is_made = TRUE;
  g_signal_emit (self, signals[SIGNAL_MADE], 0, drafts);
  return TRUE;
}

/* An act under way. */
typedef struct
{
  CareDraftForm *form;
  GtkWindow *window; /* that it was in */
} Applying;

static void
applying_free (Applying *applying)
{
  g_object_unref (applying->form);
  g_object_unref (applying->window);
  g_free (applying);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Applying, applying_free)

static void
set_applying (CareDraftForm *self, gboolean is_applying)
{
  self->is_applying = is_applying;
  gtk_widget_set_sensitive (self->add, !is_applying);
}

/* It is still there, with what was typed; or it has been closed, and has it again. */
static void
refuse (CareDraftForm *self, GtkWindow *window, const char *reason)
{
  set_applying (self, FALSE);
  self->is_made = FALSE;
  care_draft_form_show_error (self, reason);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    care_tell_done (window, reason);
}

static void
applied (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (Applying) applying = data;
  CareDraftForm *self = applying->form;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);

  /* What the disk refuses is held, and told by the window; it is not to be done again. */
  if (sentence == NULL && care_library_get_trouble (CARE_LIBRARY (library)) == NULL)
    {
      refuse (self, applying->window, error->message);
      return;
    }
  care_unfinished_forget (CARE_LIBRARY (library), self->form);
  g_clear_pointer (&self->form, g_free);
  g_signal_emit (self, signals[SIGNAL_DONE], 0, sentence);
}

/**
 * care_draft_form_apply:
 * @self: a form in a window that has made something
 * @act: (nullable): puts that in
 * @error: (nullable): why there is no act
 *
 * Emits #CareDraftForm::done once it is done. Where it is refused, the form stays open and
 * says why.
 */
void
care_draft_form_apply (CareDraftForm *self, CareAct *act, const GError *error)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  Applying *applying;

  if (act == NULL)
    {
      refuse (self, window, error->message);
      return;
    }
  applying = g_new (Applying, 1);
  applying->form = g_object_ref (self);
  applying->window = g_object_ref (window);
  set_applying (self, TRUE);
  care_library_apply_async (self->library, act, applied, applying);
}

/**
 * care_draft_form_focus:
 * @self: a form that is shown
 *
 * Gives the focus to what is missing, the title before all, or to the title where nothing is.
 */
void
care_draft_form_focus (CareDraftForm *self)
{
  const CareKind *kind = care_record_get_kind (self->draft);
  const CareField *title = care_kind_title_field (kind);
  gboolean is_missing = (title->flags & CARE_FIELD_IS_REQUIRED) != 0 && care_record_get (self->draft, title->name) == NULL;

  if (is_missing || !focus_missing (self))
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, (guint) care_kind_field_index (kind, title->name)));
}
