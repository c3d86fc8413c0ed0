/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text with references to records. A reference is shown as its words and is
 * edited as a whole: it cannot be typed into, and deleting a part of it deletes
 * all of it. The words follow the record. */

#pragma once

#include "care-library.h"
#include "care-reference.h"

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

#define CARE_TYPE_PROSE_VIEW (care_prose_view_get_type ())
G_DECLARE_FINAL_TYPE (CareProseView, care_prose_view, CARE, PROSE_VIEW, GtkSourceView)

GtkWidget *care_prose_view_new (void);
void care_prose_view_set_library (CareProseView *self, CareLibrary *library);
void care_prose_view_set_briefing (CareProseView *self, CareRecord *briefing);
void care_prose_view_set_language (CareProseView *self, const char *language);
void care_prose_view_load (CareProseView *self, const char *stored);
void care_prose_view_follow (CareProseView *self, const char *stored);
char *care_prose_view_get_stored (CareProseView *self);
gboolean care_prose_view_is_edited (CareProseView *self);
guint care_prose_view_get_run (CareProseView *self);
void care_prose_view_flush (CareProseView *self);
void care_prose_view_refresh (CareProseView *self);
gsize care_prose_view_get_place (CareProseView *self);
void care_prose_view_select (CareProseView *self, gsize start, gsize end);
void care_prose_view_set_hint (CareProseView *self, const char *hint);
void care_prose_view_set_place (CareProseView *self, gsize offset);

G_END_DECLS
