/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-reference-row.h"

#include "care-record-name.h"
#include "care-record-picker.h"
#include "care-stop.h"

#include <glib/gi18n.h>

struct _CareReferenceRow
{
  AdwActionRow parent_instance;

  CareLibrary *library;
  const CareField *field;
  CareRecord *target; /* or NULL */
  GPtrArray *drafts;  /* of CareRecord: the target and what it names, where it was made here; or NULL */
  CareRecordPicker *picker; /* once it has been asked for */
  GtkWidget *open;
  gboolean editable;
  gboolean opens; /* what is named can be looked at from here */
};

G_DEFINE_FINAL_TYPE (CareReferenceRow, care_reference_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_MADE,
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_target (CareReferenceRow *self)
{
  g_autofree char *name = self->target == NULL
                            ? g_strdup (_ ("Not recorded"))
                            : care_record_name (self->target, care_library_lookup_now, self->library);
  g_autofree char *said = g_strdup_printf (_ ("%s: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), name);
  g_autofree char *open = g_strdup_printf (_ ("Open “%s”"), name);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_LABEL, open, -1);
  gtk_widget_set_tooltip_text (self->open, open);
  gtk_widget_set_visible (self->open, self->opens && self->target != NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), self->editable || self->target != NULL);
}

static void
picked (CareReferenceRow *self, CareRecord *target)
{
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, target);
}

static void
picker_made (CareReferenceRow *self, GPtrArray *drafts)
{
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  self->drafts = g_ptr_array_ref (drafts);
  g_signal_emit (self, signals[SIGNAL_MADE], 0, drafts);
}

static void
pick (CareReferenceRow *self)
{
  const char *kinds[] = { self->field->target, NULL };

  if (self->picker == NULL)
    {
      self->picker = CARE_RECORD_PICKER (care_record_picker_new (self->library, kinds));
      if ((self->field->flags & CARE_FIELD_IS_REQUIRED) == 0)
        care_record_picker_set_none (self->picker, _ ("None"));
      gtk_widget_set_parent (GTK_WIDGET (self->picker), GTK_WIDGET (self));
      g_signal_connect_swapped (self->picker, "chosen", G_CALLBACK (picked), self);
      g_signal_connect_swapped (self->picker, "made", G_CALLBACK (picker_made), self);
    }
  care_record_picker_open (self->picker, self->target);
}

static void
open_clicked (CareReferenceRow *self)
{
  if (self->target != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, self->target);
}

/* What cannot be changed can still be looked at. */
static void
activated (CareReferenceRow *self)
{
  if (self->editable)
    pick (self);
  else
    open_clicked (self);
}

/* Tab goes from row to row; the right arrow goes to the button that opens what is named. */
static gboolean
care_reference_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_here = gtk_widget_is_focus (widget) || gtk_widget_get_focus_child (widget) != NULL;

  if ((direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD) || care_stop_has_popover (widget))
    return GTK_WIDGET_CLASS (care_reference_row_parent_class)->focus (widget, direction);
  return !is_here && gtk_widget_grab_focus (widget);
}

static void
care_reference_row_dispose (GObject *object)
{
  CareReferenceRow *self = CARE_REFERENCE_ROW (object);

  /* In GTK 4.8 a popover that is taken away while it is open stays behind. */
  if (self->picker != NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self->picker));
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->picker)));
    }
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_object (&self->target);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (care_reference_row_parent_class)->dispose (object);
}

static void
care_reference_row_class_init (CareReferenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_reference_row_dispose;
  GTK_WIDGET_CLASS (klass)->focus = care_reference_row_focus;

  /**
   * CareReferenceRow::chosen:
   * @target: (nullable): a record of the library, or none
   *
   * A person has chosen. Whoever keeps it then calls care_reference_row_load().
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", CARE_TYPE_REFERENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, CARE_TYPE_RECORD);
  /**
   * CareReferenceRow::made:
   * @drafts: (element-type CareRecord): as of #CareRecordPicker::made
   *
   * The same of a record that is not in the library yet.
   */
  signals[SIGNAL_MADE] = g_signal_new ("made", CARE_TYPE_REFERENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  /**
   * CareReferenceRow::open:
   * @target: the record named
   *
   * A person wants to see it.
   */
  signals[SIGNAL_OPEN] = g_signal_new ("open", CARE_TYPE_REFERENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, CARE_TYPE_RECORD);
}

static void
care_reference_row_init (CareReferenceRow *self)
{
  GtkWidget *row = GTK_WIDGET (self);

  self->editable = TRUE;
  self->opens = TRUE;
  self->open = gtk_button_new_from_icon_name ("go-next-symbolic");
  gtk_widget_set_valign (self->open, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->open, "flat");
  gtk_widget_add_css_class (row, "care-property");
  gtk_widget_set_size_request (row, 0, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->open);
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (open_clicked), self);
  g_signal_connect (self, "activated", G_CALLBACK (activated), NULL);
}

/**
 * care_reference_row_new:
 * @library: where the records are kept
 * @field: a reference
 *
 * Returns: (transfer floating): a row that names nothing yet.
 */
GtkWidget *
care_reference_row_new (CareLibrary *library, const CareField *field)
{
  CareReferenceRow *self = g_object_new (CARE_TYPE_REFERENCE_ROW, "title", _ (field->label), NULL);

  self->library = g_object_ref (library);
  self->field = field;
  /* The name that it is given says more than its title. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  show_target (self);
  return GTK_WIDGET (self);
}

/**
 * care_reference_row_load:
 * @self: a row
 * @target: (nullable): the record that is named now, which may be a draft
 *
 * Shows it, with its name as it is now.
 */
void
care_reference_row_load (CareReferenceRow *self, CareRecord *target)
{
  g_return_if_fail (CARE_IS_REFERENCE_ROW (self));

  g_set_object (&self->target, target);
  show_target (self);
}

/**
 * care_reference_row_get_target:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the record that it names.
 */
CareRecord *
care_reference_row_get_target (CareReferenceRow *self)
{
  g_return_val_if_fail (CARE_IS_REFERENCE_ROW (self), NULL);

  return self->target;
}

/**
 * care_reference_row_add_drafts:
 * @self: a row of a form
 * @drafts: (element-type CareRecord): what is to be put in with what the form makes
 *
 * Adds to @drafts the record that it names, after those that this names, where it was made
 * in this row and is not in the library yet. What was made before another was chosen is
 * forgotten.
 */
void
care_reference_row_add_drafts (CareReferenceRow *self, GPtrArray *drafts)
{
  g_return_if_fail (CARE_IS_REFERENCE_ROW (self));

  if (self->drafts != NULL)
    g_ptr_array_extend (drafts, self->drafts, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
}

/**
 * care_reference_row_choose:
 * @self: a row
 * @target: (nullable): a record of the library, or none
 *
 * Chooses it as a person does.
 */
void
care_reference_row_choose (CareReferenceRow *self, CareRecord *target)
{
  g_return_if_fail (CARE_IS_REFERENCE_ROW (self));

  picked (self, target);
}

/**
 * care_reference_row_make:
 * @self: a row
 * @drafts: (element-type CareRecord): as of #CareReferenceRow::made
 *
 * Names what was made before, as a person does who makes it.
 */
void
care_reference_row_make (CareReferenceRow *self, GPtrArray *drafts)
{
  g_return_if_fail (CARE_IS_REFERENCE_ROW (self));

  picker_made (self, drafts);
}

/**
 * care_reference_row_set_editable:
 * @self: a row
 * @editable: whether a person may choose; else activating the row opens what it names
 */
void
care_reference_row_set_editable (CareReferenceRow *self, gboolean editable)
{
  g_return_if_fail (CARE_IS_REFERENCE_ROW (self));

  self->editable = editable;
  show_target (self);
}

/**
 * care_reference_row_set_opens:
 * @self: a row
 * @opens: whether the record that it names can be opened from here, as it can at first
 */
void
care_reference_row_set_opens (CareReferenceRow *self, gboolean opens)
{
  g_return_if_fail (CARE_IS_REFERENCE_ROW (self));

  self->opens = opens;
  show_target (self);
}
