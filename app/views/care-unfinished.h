/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was typed and chosen in a form that was closed before it was done, or is open when the
 * program is killed. It is kept until the form is asked for again, also when the program ends
 * meanwhile. */

#pragma once

#include "care-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps what @form says, if that is anything new. */
typedef void (*CareUnfinishedKeep) (GtkWidget *form);

GPtrArray *care_unfinished_read (GPtrArray *rows);
void care_unfinished_write (GPtrArray *said, GPtrArray *rows, CareLibrary *library);
gboolean care_unfinished_keep (CareLibrary *library, const char *form, CareRecord *draft, GPtrArray *rows,
                               GPtrArray *at_first);
gboolean care_unfinished_bring_back (CareLibrary *library, const char *form, GPtrArray *rows);
void care_unfinished_forget (CareLibrary *library, const char *form);
void care_unfinished_keep_text (CareLibrary *library, const char *form, const char *text);
const char *care_unfinished_get_text (CareLibrary *library, const char *form);
void care_unfinished_keep_in_pauses (GtkWidget *form, CareUnfinishedKeep keep);

G_END_DECLS
