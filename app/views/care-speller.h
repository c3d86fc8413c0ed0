/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A dictionary of one language, and what a person has added to it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CareSpeller CareSpeller;

CareSpeller *care_speller_get (const char *language);
gboolean care_speller_is_read (CareSpeller *self);
gboolean care_speller_is_installed (CareSpeller *self);
gboolean care_speller_knows (CareSpeller *self, const char *word);
char **care_speller_suggest (CareSpeller *self, const char *word, guint limit);
void care_speller_add (CareSpeller *self, const char *word);
void care_speller_ignore (CareSpeller *self, const char *word);

G_END_DECLS
