/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a view shows all that it can, or what one briefing prints: a drop-down of briefings. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_BRIEFING_SCOPE (care_briefing_scope_get_type ())
G_DECLARE_FINAL_TYPE (CareBriefingScope, care_briefing_scope, CARE, BRIEFING_SCOPE, GtkWidget)

/* (transfer full): the choice of the briefing of that title: "Used in “…”". */
typedef char *(*CareBriefingScopeSay) (const char *title);

GtkWidget *care_briefing_scope_new (const char *name, const char *all, CareBriefingScopeSay say);
void care_briefing_scope_set_library (CareBriefingScope *self, CareLibrary *library);

G_END_DECLS
