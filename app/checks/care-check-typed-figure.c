/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A figure of the library that is typed stays behind when the figure changes. */

#include "care-check.h"

#include <glib/gi18n.h>

/**
 * care_check_typed_figures:
 * @run: what is checked
 * @text: a text
 * @match: a quantity in it
 * @end: (out): the byte after the words, with what they count
 *
 * Returns: (transfer container) (element-type CareRecord): the figures that the words may
 *   stand for.
 */
GPtrArray *
care_check_typed_figures (CareCheckRun *run, const CareCheckText *text, const CareQuantityMatch *match, gsize *end)
{
  GPtrArray *found = g_ptr_array_new ();

  *end = match->end;
  for (guint i = 0; i < run->figures->len; i++)
    {
      const CareCheckFigure *figure = &g_array_index (run->figures, CareCheckFigure, i);
      gsize after;

      if (!care_quantity_match_is (match, text->text, figure->value, &after))
        continue;
      *end = after;
      g_ptr_array_add (found, figure->record);
    }
  return found;
}

/**
 * care_check_may_refer:
 * @text: a text
 *
 * Returns: whether a figure can be inserted there.
 */
gboolean
care_check_may_refer (const CareCheckText *text)
{
  return care_kind_field (care_record_get_kind (text->record), text->field)->type == CARE_FIELD_PROSE;
}

static void
report (CareCheckRun *run, const CareCheckText *text, gsize start, gsize end, GPtrArray *figures)
{
  CareRecord *figure = g_ptr_array_index (figures, 0);
  g_autofree char *words = g_strndup (text->text + start, end - start);
  g_autofree char *reference = g_strdup_printf ("{figure:%" G_GINT64_FORMAT "}", care_record_get_id (figure));

  if (figures->len > 1)
    care_check_mend (care_check_report_words (run, text, start, end,
                                              _ ("“%s” is typed, and may be “%s” or another figure of the library"), words,
                                              care_record_get_title (figure)),
                     _ ("Choose Figure…"));
  else
    care_check_replace (care_check_report_words (run, text, start, end, _ ("“%s” is typed: the library holds it as “%s”"),
                                                 words, care_record_get_title (figure)),
                        _ ("Insert Figure"), reference);
}

static void
check_text (CareCheckRun *run, const CareCheckText *text)
{
  CareQuantityMatch match = { 0 };

  for (gsize from = 0; care_quantity_next (text->text, from, &match); from = match.end)
    {
      gsize end;
      g_autoptr (GPtrArray) figures = care_check_typed_figures (run, text, &match, &end);

      if (figures->len > 0 && !care_check_is_quoted (text->text, match.start))
        report (run, text, match.start, end, figures);
      care_quantity_match_clear (&match);
    }
}

void
care_check_typed_figure (CareCheckRun *run)
{
  for (guint i = 0; i < run->texts->len; i++)
    {
      const CareCheckText *text = &g_array_index (run->texts, CareCheckText, i);

      if (care_check_may_refer (text))
        check_text (run, text);
    }
}
