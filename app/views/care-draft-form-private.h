/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-draft-form.h"

#include "care-notice.h"

G_BEGIN_DECLS

struct _CareDraftForm
{
  GtkBox parent_instance;

  GtkWidget *heading;
  CareNotice *notice; /* that what was typed before is still here */
  GtkWidget *list;
  GtkWidget *error;
  GtkWidget *add;

  CareLibrary *library;
  CareRecord *draft;
  GPtrArray *rows; /* for each field of the draft, or NULL */

  char *form;          /* what it is kept as when it is closed, or NULL */
  GPtrArray *at_first; /* what the rows said then */
  gboolean is_made;    /* and handed over */
  gboolean is_applying;
};

/* care-draft-form-rows.c */
void care_draft_form_add_rows (CareDraftForm *self, const CareKind *kind);
void care_draft_form_show_error (CareDraftForm *self, const char *message);

G_END_DECLS
