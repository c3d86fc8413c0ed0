/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A dialog that asks for several records at once, which are not in the library yet, and
 * puts all of them in by one act. */

#pragma once

#include "care-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_FORM_DIALOG (care_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CareFormDialog, care_form_dialog, CARE, FORM_DIALOG, AdwWindow)

/* (transfer full) (nullable): the act that what was typed comes to; NULL with an error that
 * says what to do. */
typedef CareAct *(*CareFormPlan) (CareFormDialog *dialog, gpointer data, GError **error);

GtkWidget *care_form_dialog_new (GtkWindow *parent, CareLibrary *library, const char *title, const char *button);
void care_form_dialog_set_subtitle (CareFormDialog *self, const char *subtitle);
void care_form_dialog_set_plan (CareFormDialog *self, CareFormPlan plan, gpointer data, GDestroyNotify destroy);
GtkWidget *care_form_dialog_add_group (CareFormDialog *self, const char *title, const char *description);
GtkWidget *care_form_dialog_add_field (CareFormDialog *self, GtkWidget *group, CareRecord *draft, const char *field,
                                       const char *label);
void care_form_dialog_add_row (CareFormDialog *self, GtkWidget *group, GtkWidget *row);
void care_form_dialog_begin (CareFormDialog *self, const char *form);
GPtrArray *care_form_dialog_list_drafts (CareFormDialog *self);
void care_form_dialog_finish (CareFormDialog *self);

G_END_DECLS
