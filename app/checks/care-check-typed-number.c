/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sum, a percentage or a large number that no record holds has neither source nor
 * basis. */

#include "care-check.h"

#include <glib/gi18n.h>

static void
check_text (CareCheckRun *run, const CareCheckText *text)
{
  CareQuantityMatch match = { 0 };

  for (gsize from = 0; care_quantity_next (text->text, from, &match); from = match.end)
    {
      gsize end;
      g_autoptr (GPtrArray) figures = care_check_typed_figures (run, text, &match, &end);

      if (figures->len == 0 && !match.is_small && !care_check_is_quoted (text->text, match.start))
        care_check_mend (care_check_report_words (run, text, match.start, match.end,
                                                  _ ("“%.*s” is a number that the library does not hold"),
                                                  (int) (match.end - match.start), text->text + match.start),
                         _ ("Record Figure…"));
      care_quantity_match_clear (&match);
    }
}

void
care_check_typed_number (CareCheckRun *run)
{
  for (guint i = 0; i < run->texts->len; i++)
    {
      const CareCheckText *text = &g_array_index (run->texts, CareCheckText, i);

      if (care_check_may_refer (text))
        check_text (run, text);
    }
}
