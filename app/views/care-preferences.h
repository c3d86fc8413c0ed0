/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person can set: the name that stands beside what they do. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_PREFERENCES (care_preferences_get_type ())
G_DECLARE_FINAL_TYPE (CarePreferences, care_preferences, CARE, PREFERENCES, AdwPreferencesWindow)

GtkWidget *care_preferences_new (GtkWindow *parent, GSettings *settings, const char *path);
char *care_preferences_dup_author (GSettings *settings);

G_END_DECLS
