/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which keys of an editor of programs do not belong in a briefing. */

#include "care-prose-view-private.h"

/* Ctrl+Shift+A and Ctrl+Shift+X would make a number another one, unseen. The first takes
 * back what is selected in any other text. */
static void
change_number (GtkSourceView *view, int count)
{
  if (count > 0)
    g_signal_emit_by_name (view, "select-all", FALSE);
}

/* Alt+Left and Alt+Right would take a word out of a reference and leave the rest behind. */
static void
move_words (GtkSourceView *view, int step)
{
}

/* For the class. */
void
care_prose_view_keys_bind (CareProseViewClass *klass)
{
  GTK_SOURCE_VIEW_CLASS (klass)->move_words = move_words;
  g_signal_override_class_handler ("change-number", CARE_TYPE_PROSE_VIEW, G_CALLBACK (change_number));
}
