/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One word of a vocabulary, or none, in a form. */

#pragma once

#include "care-kind.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_CHOICE_ROW (care_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (CareChoiceRow, care_choice_row, CARE, CHOICE_ROW, AdwComboRow)

/* Keeps @word, NULL for none, if it can; FALSE with an error that says what to do if not. */
typedef gboolean (*CareChoiceCommit) (CareChoiceRow *row, const char *word, gpointer data, GError **error);

GtkWidget *care_choice_row_new (const char *title, const CareVocabulary *vocabulary);
GtkWidget *care_choice_row_new_for_words (const char *title, const char *const *words, const char *const *labels);
void care_choice_row_set_commit (CareChoiceRow *self, CareChoiceCommit commit, gpointer data,
                                 GDestroyNotify destroy);
void care_choice_row_load (CareChoiceRow *self, const char *word);
void care_choice_row_choose (CareChoiceRow *self, const char *word);
const char *care_choice_row_get_word (CareChoiceRow *self);
void care_choice_row_set_editable (CareChoiceRow *self, gboolean editable);

G_END_DECLS
