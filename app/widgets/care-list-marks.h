/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several rows of a list that are selected, one of which is what the list is about: it is
 * selected as long as any is. A GtkMultiSelection would read what each selected row shows. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_LIST_MARKS (care_list_marks_get_type ())
G_DECLARE_FINAL_TYPE (CareListMarks, care_list_marks, CARE, LIST_MARKS, GObject)

CareListMarks *care_list_marks_new (GtkSingleSelection *one);
GtkBitset *care_list_marks_get_rows (CareListMarks *self);
void care_list_marks_point_at (CareListMarks *self, guint row);

G_END_DECLS
