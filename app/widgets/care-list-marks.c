/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-list-marks.h"

struct _CareListMarks
{
  GObject parent_instance;

  GtkSingleSelection *one; /* what the list is about, of what is listed */
  GtkBitset *others;       /* that are selected, too; it may have that one as well */
  gboolean is_choosing;
};

static void care_list_marks_list_init (GListModelInterface *iface);
static void care_list_marks_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CareListMarks, care_list_marks, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, care_list_marks_list_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, care_list_marks_selection_init))

static GType
get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (G_LIST_MODEL (CARE_LIST_MARKS (list)->one));
}

static guint
get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (CARE_LIST_MARKS (list)->one));
}

static gpointer
get_item (GListModel *list, guint row)
{
  return g_list_model_get_item (G_LIST_MODEL (CARE_LIST_MARKS (list)->one), row);
}

static void
care_list_marks_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/**
 * care_list_marks_get_rows:
 * @self: which rows are selected
 *
 * Returns: (transfer full): them.
 */
GtkBitset *
care_list_marks_get_rows (CareListMarks *self)
{
  GtkBitset *rows = gtk_bitset_copy (self->others);
  guint one = gtk_single_selection_get_selected (self->one);

  if (one != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (rows, one);
  return rows;
}

static gboolean
is_selected (GtkSelectionModel *model, guint row)
{
  CareListMarks *self = CARE_LIST_MARKS (model);

  return row == gtk_single_selection_get_selected (self->one) || gtk_bitset_contains (self->others, row);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint row, guint n_rows)
{
  return care_list_marks_get_rows (CARE_LIST_MARKS (model));
}

static void
choose_one (CareListMarks *self, guint row)
{
  self->is_choosing = TRUE;
  gtk_single_selection_set_selected (self->one, row);
  self->is_choosing = FALSE;
}

/* Takes @before, the rows that were selected. */
static void
tell_changed (CareListMarks *self, GtkBitset *before)
{
  g_autoptr (GtkBitset) rows = care_list_marks_get_rows (self);

  gtk_bitset_difference (rows, before);
  gtk_bitset_unref (before);
  if (!gtk_bitset_is_empty (rows))
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), gtk_bitset_get_minimum (rows),
                                           gtk_bitset_get_maximum (rows) - gtk_bitset_get_minimum (rows) + 1);
}

/* What the list is about stays that while it is selected, so that what is shown of it does not
 * come and go as others are. */
static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  CareListMarks *self = CARE_LIST_MARKS (model);
  GtkBitset *before = care_list_marks_get_rows (self);
  g_autoptr (GtkBitset) rows = gtk_bitset_copy (before);
  g_autoptr (GtkBitset) added = gtk_bitset_copy (selected);

  gtk_bitset_intersect (added, mask);
  gtk_bitset_subtract (rows, mask);
  gtk_bitset_union (rows, added);
  if (gtk_bitset_is_empty (rows))
    {
      gtk_bitset_unref (before);
      return FALSE;
    }
  gtk_bitset_unref (self->others);
  self->others = gtk_bitset_ref (rows);
  if (!gtk_bitset_contains (rows, gtk_single_selection_get_selected (self->one)))
    choose_one (self, gtk_bitset_get_minimum (rows));
  tell_changed (self, before);
  return TRUE;
}

static void
care_list_marks_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

/* What the program selects is selected alone. */
static void
one_changed (CareListMarks *self, guint row, guint n_rows)
{
  guint first, last;

  if (self->is_choosing)
    return;
  gtk_bitset_add_range (self->others, row, n_rows);
  first = gtk_bitset_get_minimum (self->others);
  last = gtk_bitset_get_maximum (self->others);
  gtk_bitset_remove_all (self->others);
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);
}

static void
items_changed (CareListMarks *self, guint row, guint n_removed, guint n_added)
{
  gtk_bitset_splice (self->others, row, n_removed, n_added);
  g_list_model_items_changed (G_LIST_MODEL (self), row, n_removed, n_added);
}

/**
 * care_list_marks_point_at:
 * @self: which rows are selected
 * @row: one of a list
 *
 * Has the list be about @row: with the others that are selected, if it is one of them.
 */
void
care_list_marks_point_at (CareListMarks *self, guint row)
{
  GtkBitset *rows = care_list_marks_get_rows (self);

  if (gtk_bitset_contains (rows, row))
    {
      gtk_bitset_unref (self->others);
      self->others = rows;
      choose_one (self, row);
      return;
    }
  gtk_bitset_unref (rows);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self), row, TRUE);
}

static void
care_list_marks_dispose (GObject *object)
{
  CareListMarks *self = CARE_LIST_MARKS (object);

  g_clear_object (&self->one);
  g_clear_pointer (&self->others, gtk_bitset_unref);
  G_OBJECT_CLASS (care_list_marks_parent_class)->dispose (object);
}

static void
care_list_marks_class_init (CareListMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_list_marks_dispose;
}

static void
care_list_marks_init (CareListMarks *self)
{
  self->others = gtk_bitset_new_empty ();
}

/**
 * care_list_marks_new:
 * @one: what a list is about, and what it lists
 *
 * Returns: (transfer full): a selection of several of its rows.
 */
CareListMarks *
care_list_marks_new (GtkSingleSelection *one)
{
  CareListMarks *self = g_object_new (CARE_TYPE_LIST_MARKS, NULL);

  self->one = g_object_ref (one);
  g_signal_connect_object (one, "items-changed", G_CALLBACK (items_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (one, "selection-changed", G_CALLBACK (one_changed), self, G_CONNECT_SWAPPED);
  return self;
}
