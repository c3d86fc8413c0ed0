/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several lines of text in a form, kept soon after the last key and when focus leaves. */

#pragma once

#include "care-edit-row.h"

G_BEGIN_DECLS

#define CARE_TYPE_PROSE_ROW (care_prose_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (CareProseRow, care_prose_row, CARE, PROSE_ROW, CareEditRow)

/* @make: (transfer floating): the text view that it has
 * @read: (transfer full): the text that is in it, as it is kept
 * @show: puts a text into it */
struct _CareProseRowClass
{
  CareEditRowClass parent_class;

  GtkWidget *(*make) (void);
  char *(*read) (GtkTextView *view);
  void (*show) (GtkTextView *view, const char *text);
};

/* Keeps @text if it can; FALSE with an error that says what to do if not. */
typedef gboolean (*CareProseCommit) (CareProseRow *row, const char *text, gpointer data, GError **error);

GtkWidget *care_prose_row_new (const char *title);
void care_prose_row_set_commit (CareProseRow *self, CareProseCommit commit, gpointer data, GDestroyNotify destroy);
void care_prose_row_load (CareProseRow *self, const char *text);
GtkTextView *care_prose_row_get_view (CareProseRow *self);
void care_prose_row_begin_load (CareProseRow *self);
void care_prose_row_end_load (CareProseRow *self);
char *care_prose_row_get_text (CareProseRow *self);
void care_prose_row_set_editable (CareProseRow *self, gboolean editable);
gboolean care_prose_row_flush (CareProseRow *self);

G_END_DECLS
