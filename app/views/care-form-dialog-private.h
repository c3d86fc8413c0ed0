/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-form-dialog.h"

#include "care-notice.h"

G_BEGIN_DECLS

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
  CareFormPlan plan;
  gpointer data;
  GDestroyNotify destroy;
};

/* care-form-dialog-rows.c */
void care_form_dialog_focus_missing (CareFormDialog *self, const GError *error);

G_END_DECLS
