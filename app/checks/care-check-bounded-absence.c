/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "None found" is a statement as of a day, after looking somewhere. */

#include "care-check.h"

#include <glib/gi18n.h>

static const char *const absences[] = { "no evidence", "no evaluation", "no study", "no studies", "no data", "no figures", NULL };
static const char *const bounds[] = { "as of", "by", "in", "to date", "searched", "after searching", NULL };

/* A year bounds it, or somebody who says so. */
static gboolean
is_bounded (CareCheckRun *run, const char *plain)
{
  g_autoptr (GPtrArray) actors = care_check_records (run, "actor");

  if (g_regex_match_simple ("\\b(1[89]|20)\\d\\d\\b", plain, 0, 0) && care_check_has_any (plain, bounds))
    return TRUE;
  for (guint i = 0; i < actors->len; i++)
    if (care_check_names (run, plain, g_ptr_array_index (actors, i)))
      return TRUE;
  return FALSE;
}

static void
check_sentence (CareCheckRun *run, const CareCheckText *text, const CareCheckSentence *sentence)
{
  g_autofree char *plain = care_check_plain (run, text->text, sentence->start, sentence->end);

  if (!care_check_has_any (plain, absences) || is_bounded (run, plain))
    return;
  for (guint i = 0; absences[i] != NULL; i++)
    {
      gsize start, end;

      if (!care_check_locate (text, sentence, absences[i], &start, &end) || care_check_is_quoted (text->text, start))
        continue;
      care_check_mend (care_check_report_words (run, text, start, end,
                                                _ ("“%s” does not say as of when, and after looking where"), absences[i]),
                       _ ("Say Since When…"));
    }
}

static void
check_figure (CareCheckRun *run, const CareCheckShown *shown)
{
  g_autoptr (CareQuantity) value = care_record_dup_quantity (shown->record, "value");

  if (value != NULL && care_quantity_get_form (value) == CARE_QUANTITY_NOT_FOUND
      && care_record_get (shown->record, "note") == NULL)
    care_check_mend (care_check_report (run, shown->element, shown->record, "note",
                                        _ ("Figure “%s” was not found: its note does not say as of when, and where it was looked for"),
                                        care_record_get_title (shown->record)),
                     _ ("Write Note…"));
}

static void
check_pledge (CareCheckRun *run, const CareCheckShown *shown)
{
  g_autoptr (GPtrArray) verdicts
    = care_snapshot_list (run->snapshot, "verdict", "pledge", care_record_get_id (shown->record));

  for (guint i = 0; i < verdicts->len; i++)
    {
      CareRecord *verdict = g_ptr_array_index (verdicts, i);
      gboolean is_dated = care_record_get (verdict, "judged") != NULL;

      if (g_strcmp0 (care_record_get (verdict, "evidence_strength"), "none-found") == 0
          && (!is_dated || care_record_get (verdict, "reasoning") == NULL))
        care_check_mend (care_check_report (run, shown->element, verdict, is_dated ? "reasoning" : "judged",
                                            _ ("No evidence was found on “%s”, but not as of when, or where it was looked for"),
                                            care_record_get_title (shown->record)),
                         is_dated ? _ ("Write Reasoning…") : _ ("Add Date…"));
    }
}

void
care_check_bounded_absence (CareCheckRun *run)
{
  g_autoptr (GArray) figures = care_check_shown (run, "figure");
  g_autoptr (GArray) pledges = care_check_shown (run, "pledge");

  for (guint i = 0; i < run->texts->len; i++)
    {
      const CareCheckText *text = &g_array_index (run->texts, CareCheckText, i);
      CareCheckSentence sentence;

      for (gsize from = 0; care_check_next_sentence (text->text, from, &sentence); from = sentence.end)
        check_sentence (run, text, &sentence);
    }
  for (guint i = 0; i < figures->len; i++)
    check_figure (run, &g_array_index (figures, CareCheckShown, i));
  for (guint i = 0; i < pledges->len; i++)
    check_pledge (run, &g_array_index (pledges, CareCheckShown, i));
}
