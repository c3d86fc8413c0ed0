/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A body has the name of the time that the briefing speaks of, or both. */

#include "care-check.h"

#include <glib/gi18n.h>

static gboolean
is_of_another_time (CareRecord *alias, const CareDate *day)
{
  g_autoptr (CareDate) since = care_record_dup_date (alias, "since");
  g_autoptr (CareDate) until = care_record_dup_date (alias, "until");

  return (until != NULL && care_date_get_latest (until) != 0 && care_date_get_latest (until) < care_date_get_earliest (day))
         || (since != NULL && care_date_get_earliest (since) != 0 && care_date_get_latest (day) != 0
             && care_date_get_earliest (since) > care_date_get_latest (day));
}

static void
check_sentence (CareCheckRun *run, const CareCheckText *text, const CareCheckSentence *sentence, CareRecord *alias,
                CareRecord *actor)
{
  g_autofree char *plain = care_check_plain (run, text->text, sentence->start, sentence->end);
  const char *name = care_record_get_title (actor);
  gsize start, end;

  if (care_check_find_words (plain, name) != NULL
      || !care_check_locate (text, sentence, care_record_get_title (alias), &start, &end)
      || care_check_is_quoted (text->text, start))
    return;
  care_check_replace (care_check_report_words (run, text, start, end, _ ("“%s” is the name of another time: it is %s now"),
                                               care_record_get_title (alias), name),
                      _ ("Use Today’s Name"), name);
}

void
care_check_name_at_date (CareCheckRun *run)
{
  g_autoptr (GPtrArray) aliases = care_check_records (run, "alias");

  for (guint a = 0; a < aliases->len; a++)
    {
      CareRecord *alias = g_ptr_array_index (aliases, a);
      CareRecord *actor = care_snapshot_follow (run->snapshot, alias, "actor");

      if (actor == NULL || !is_of_another_time (alias, run->as_of))
        continue;
      for (guint i = 0; i < run->texts->len; i++)
        {
          const CareCheckText *text = &g_array_index (run->texts, CareCheckText, i);
          CareCheckSentence sentence;

          for (gsize from = 0; care_check_next_sentence (text->text, from, &sentence); from = sentence.end)
            check_sentence (run, text, &sentence, alias, actor);
        }
    }
}
