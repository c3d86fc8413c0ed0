/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a new record needs, asked for before it is put into the library: its title, what it
 * cannot be kept without, and what is known of it as a rule. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_DRAFT_FORM (care_draft_form_get_type ())
G_DECLARE_FINAL_TYPE (CareDraftForm, care_draft_form, CARE, DRAFT_FORM, GtkBox)

gboolean care_draft_form_can_make (const CareKind *kind);
gboolean care_draft_form_asks_more (const CareKind *kind);
GtkWidget *care_draft_form_new (CareLibrary *library, const CareKind *kind);
void care_draft_form_set (CareDraftForm *self, const char *field, const char *value);
void care_draft_form_suggest (CareDraftForm *self, const char *field, const char *value);
void care_draft_form_set_title (CareDraftForm *self, const char *title);
void care_draft_form_begin (CareDraftForm *self, const char *form);
gboolean care_draft_form_finish (CareDraftForm *self);
void care_draft_form_apply (CareDraftForm *self, CareAct *act, const GError *error);
void care_draft_form_focus (CareDraftForm *self);

G_END_DECLS
