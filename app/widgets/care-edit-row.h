/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rows of a form that take text have in common: a caption, what was
 * loaded, when it is committed, and what is said when it is refused. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_EDIT_ROW (care_edit_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (CareEditRow, care_edit_row, CARE, EDIT_ROW, AdwPreferencesRow)

/* @get_text: (transfer full): what is in the field now
 * @set_text: puts text into the field, and not into its undo
 * @set_editable: whether a person may change it
 * @keeps_typing: text that a commit gave another form waits until focus leaves
 * @pause_ms: how long after the last key what was typed is kept
 * @pause_ends_run: after a longer pause, what is typed is another change to a person */
struct _CareEditRowClass
{
  AdwPreferencesRowClass parent_class;

  char *(*get_text) (CareEditRow *self);
  void (*set_text) (CareEditRow *self, const char *text);
  void (*set_editable) (CareEditRow *self, gboolean editable);
  gboolean keeps_typing;
  guint pause_ms;
  gboolean pause_ends_run;
};

/**
 * CareEditState:
 * @CARE_EDIT_KEPT: what the field says is what was loaded or last committed
 * @CARE_EDIT_TYPED: something was typed that is committed in the next pause
 * @CARE_EDIT_REFUSED: what was typed cannot be committed as it stands
 */
typedef enum
{
  CARE_EDIT_KEPT,
  CARE_EDIT_TYPED,
  CARE_EDIT_REFUSED,
} CareEditState;

/* Keeps @text if it can; FALSE with an error that says what to do if not. */
typedef gboolean (*CareEditCommit) (CareEditRow *self, const char *text, gpointer data, GError **error);

void care_edit_row_set_commit (CareEditRow *self, CareEditCommit commit, gpointer data, GDestroyNotify destroy);
void care_edit_row_load (CareEditRow *self, const char *text);
void care_edit_row_load_same (CareEditRow *self, const char *text);
void care_edit_row_set_hint (CareEditRow *self, const char *hint);
void care_edit_row_refuse (CareEditRow *self, const char *text, const char *reason);
char *care_edit_row_get_text (CareEditRow *self);
guint care_edit_row_get_run (CareEditRow *self);
gboolean care_edit_row_is_focused (CareEditRow *self);
void care_edit_row_set_editable (CareEditRow *self, gboolean editable);
gboolean care_edit_row_flush (CareEditRow *self);
gboolean care_edit_row_restore (CareEditRow *self);
void care_edit_row_set_restores (CareEditRow *self, gboolean restores);
void care_edit_row_bring_back (CareEditRow *self, const char *text);
gboolean care_edit_row_is_changed (CareEditRow *self);
CareEditState care_edit_row_get_state (CareEditRow *self);

/* For subclasses, once: the field under the caption, which names it. */
void care_edit_row_set_field (CareEditRow *self, GtkWidget *frame, GtkWidget *field);

/* For subclasses, whenever a person has changed the text. */
void care_edit_row_typed (CareEditRow *self);

G_END_DECLS
