/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The alternative text of a chart: what it shows in the words of its author, which go with it into other
 * programs. It is kept beside the library, as no record is this chart. */

#include "care-figures-chart-private.h"

#include "care-unfinished.h"

#include <glib/gi18n.h>

/* (transfer full): what is kept for these figures in this kind of chart. */
static char *
make_name (CareFiguresChart *self)
{
  return g_strdup_printf ("chart %d %" G_GINT64_FORMAT " %s", self->chosen.kind, self->chosen.owner,
                          self->chosen.basis != NULL ? self->chosen.basis : "");
}

static gboolean
keep (CareProseRow *row, const char *text, gpointer data, GError **error)
{
  CareFiguresChart *self = data;

  if (self->library == NULL || self->words_of == NULL)
    return TRUE;
  if (*text == '\0')
    care_unfinished_forget (self->library, self->words_of);
  else
    care_unfinished_keep_text (self->library, self->words_of, text);
  return TRUE;
}

/* What was typed belongs to the chart that was shown before. */
void
care_figures_chart_words_load (CareFiguresChart *self)
{
  g_autofree char *name = make_name (self);

  if (g_strcmp0 (self->words_of, name) == 0)
    return;
  care_figures_chart_words_end (self);
  care_prose_row_load (self->words, care_unfinished_get_text (self->library, name));
  self->words_of = g_steal_pointer (&name);
}

/* Keeps what was typed; then the row is of no chart. */
void
care_figures_chart_words_end (CareFiguresChart *self)
{
  care_prose_row_flush (self->words);
  g_clear_pointer (&self->words_of, g_free);
}

/* (transfer full): what is written now; "" for nothing. */
char *
care_figures_chart_words_dup (CareFiguresChart *self)
{
  return g_strstrip (care_prose_row_get_text (self->words));
}

/* Whether there are any; where not, they are asked for. */
gboolean
care_figures_chart_words_require (CareFiguresChart *self)
{
  g_autofree char *words = care_figures_chart_words_dup (self);

  if (*words != '\0')
    return TRUE;
  if (care_figures_chart_is_table (self))
    gtk_stack_set_visible_child (self->stack, self->scroller);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Write the alternative text, then export the chart"));
  return FALSE;
}

void
care_figures_chart_words_init (CareFiguresChart *self)
{
  self->words = CARE_PROSE_ROW (care_prose_row_new (_ ("Alternative Text")));
  care_edit_row_set_hint (CARE_EDIT_ROW (self->words), _ ("For those who do not see the chart: it goes with it when it is exported"));
  care_prose_row_set_commit (self->words, keep, self, NULL);
  adw_preferences_group_add (self->words_group, GTK_WIDGET (self->words));
}
