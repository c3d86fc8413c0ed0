/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The briefing editor: the outline, the text of what is selected in it, and the
 * finished page beside it. What is typed is saved by itself. */

#pragma once

#include "care-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_EDITOR (care_editor_get_type ())
G_DECLARE_FINAL_TYPE (CareEditor, care_editor, CARE, EDITOR, GtkWidget)

GtkWidget *care_editor_new (void);
void care_editor_open (CareEditor *self, CareLibrary *library, CareRecord *briefing);
void care_editor_close (CareEditor *self);
void care_editor_select (CareEditor *self, const char *kind, CareId id);
void care_editor_save (CareEditor *self);
CareRecord *care_editor_get_briefing (CareEditor *self);
void care_editor_look (CareEditor *self);
void care_editor_focus (CareEditor *self);
void care_editor_rename (CareEditor *self);
gboolean care_editor_is_arranging (CareEditor *self);

G_END_DECLS
