/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-edit-row.h"

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *box;
  GtkWidget *caption;
  GtkWidget *field;
  GtkWidget *error;
  GtkWidget *hint; /* what is understood of what is typed, or NULL */

  char *loaded; /* never NULL */
  char *same;   /* what a person has typed that says the same as that, or NULL */
  char *before; /* what was loaded before it was typed, or NULL */
  gboolean focused;
  gboolean refused;
  gboolean keeps_on_escape;

  guint pause;         /* source id */
  guint longest;       /* source id */
  guint run;           /* of typing that is one change to a person; 0: not typed */
  gint64 typed_time;   /* when something was typed last */
  CareEditState state; /* that was told last */

  gboolean pausing; /* committing what is so far */
  gboolean committing;
  gboolean reloaded; /* by the commit under way */
  CareEditCommit commit;
  gpointer commit_data;
  GDestroyNotify commit_destroy;
} CareEditRowPrivate;

CareEditRowPrivate *care_edit_row_parts (CareEditRow *self);
void care_edit_row_tell_edited (CareEditRow *self);
void care_edit_row_describe_field (CareEditRow *self);

/* care-edit-row-commit.c */
void care_edit_row_forget_pause (CareEditRow *self);

G_END_DECLS
