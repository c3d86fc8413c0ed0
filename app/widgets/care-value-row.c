/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-value-row.h"

/* Characters; what is longer may be cut by a narrow row, and is told in its tooltip. */
#define LONG_VALUE 40

struct _CareValueRow
{
  CareEditRow parent_instance;

  GtkWidget *entry;
  gboolean loading;
};

G_DEFINE_TYPE (CareValueRow, care_value_row, CARE_TYPE_EDIT_ROW)

static char *
get_text (CareEditRow *row)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (CARE_VALUE_ROW (row)->entry)));
}

static void
set_text (CareEditRow *row, const char *text)
{
  CareValueRow *self = CARE_VALUE_ROW (row);
  GtkEditable *editable = GTK_EDITABLE (self->entry);

  self->loading = TRUE;
  /* Ctrl+Z in the field takes back typing, not the record's own change. */
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_text (editable, text);
  gtk_editable_set_enable_undo (editable, TRUE);
  self->loading = FALSE;
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), g_utf8_strlen (text, -1) > LONG_VALUE ? text : NULL);
}

static void
set_editable (CareEditRow *row, gboolean editable)
{
  gtk_editable_set_editable (GTK_EDITABLE (CARE_VALUE_ROW (row)->entry), editable);
}

static void
on_changed (CareValueRow *self)
{
  if (!self->loading)
    care_edit_row_typed (CARE_EDIT_ROW (self));
}

static void
care_value_row_class_init (CareValueRowClass *klass)
{
  CareEditRowClass *row_class = CARE_EDIT_ROW_CLASS (klass);

  row_class->get_text = get_text;
  row_class->set_text = set_text;
  row_class->set_editable = set_editable;
}

static void
care_value_row_init (CareValueRow *self)
{
  /* An entry, not a bare GtkText: in GTK 4.8 that has no role, and no focus for a screen reader. */
  self->entry = gtk_entry_new ();
  gtk_entry_set_has_frame (GTK_ENTRY (self->entry), FALSE);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  care_edit_row_set_field (CARE_EDIT_ROW (self), self->entry, self->entry);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (care_edit_row_flush), self);
}

/**
 * care_value_row_new:
 * @title: what the field is called
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
care_value_row_new (const char *title)
{
  return g_object_new (CARE_TYPE_VALUE_ROW, "title", title, NULL);
}

/**
 * care_value_row_set_commit:
 * @self: a row
 * @commit: (nullable): called with text that a person has changed
 * @data: passed to @commit
 * @destroy: (nullable): called with @data when it is no longer needed
 */
void
care_value_row_set_commit (CareValueRow *self, CareValueCommit commit, gpointer data, GDestroyNotify destroy)
{
  /* Of the same shape: the row is itself and a CareEditRow. */
  care_edit_row_set_commit (CARE_EDIT_ROW (self), (CareEditCommit) commit, data, destroy);
}

/**
 * care_value_row_load:
 * @self: a row
 * @text: (nullable): what is recorded now
 *
 * See care_edit_row_load().
 */
void
care_value_row_load (CareValueRow *self, const char *text)
{
  care_edit_row_load (CARE_EDIT_ROW (self), text);
}

/**
 * care_value_row_get_text:
 * @self: a row
 *
 * Returns: (transfer full): what is in the field now, committed or not
 */
char *
care_value_row_get_text (CareValueRow *self)
{
  return care_edit_row_get_text (CARE_EDIT_ROW (self));
}

/**
 * care_value_row_set_editable:
 * @self: a row
 * @editable: whether a person may change it
 */
void
care_value_row_set_editable (CareValueRow *self, gboolean editable)
{
  care_edit_row_set_editable (CARE_EDIT_ROW (self), editable);
}

/**
 * care_value_row_flush:
 * @self: a row
 *
 * Commits what has been changed without waiting.
 *
 * Returns: %FALSE if it was refused
 */
gboolean
care_value_row_flush (CareValueRow *self)
{
  return care_edit_row_flush (CARE_EDIT_ROW (self));
}
