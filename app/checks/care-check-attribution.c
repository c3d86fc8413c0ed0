/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An estimate is somebody's, and the sentence that gives it says whose; a summary keeps the
 * "according to" of what it sums up. */

#include "care-check.h"

#include "care-reference.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const attributions[] = {
  "according to", "estimate", "estimates", "estimated", "believes", "believe", "believed", "projected", "projection",
  "projects", "forecast", "forecasts", "said", "says", "calculated", "calculates", "reported", "reports", "expects",
  "expected", NULL,
};

static gboolean
is_estimate (CareRecord *figure)
{
  const char *standing = care_record_get (figure, "standing");

  return standing != NULL && (strcmp (standing, "estimate") == 0 || strcmp (standing, "projection") == 0);
}

static gboolean
names_field (CareCheckRun *run, const char *plain, CareRecord *figure, const char *field)
{
  CareRecord *who = care_snapshot_follow (run->snapshot, figure, field);

  return who != NULL && care_check_names (run, plain, who);
}

static void
check_reference (CareCheckRun *run, const CareCheckText *text, const CareReferenceMatch *match, const char *plain)
{
  CareRecord *figure = care_snapshot_find (run->snapshot, "figure", match->id);
  CareRecord *estimator = figure == NULL ? NULL : care_snapshot_follow (run->snapshot, figure, "estimator");
  g_autofree char *words = NULL;

  if (estimator == NULL || !is_estimate (figure) || care_check_has_any (plain, attributions)
      || care_check_names (run, plain, estimator) || names_field (run, plain, figure, "reporter")
      || names_field (run, plain, figure, "reporting_body"))
    return;
  words = care_reference_words (figure, care_snapshot_get_numbers (run->snapshot));
  care_check_mend (care_check_report_words (run, text, match->start, match->end,
                                            _ ("“%s” is an estimate of %s, which the sentence does not say"), words,
                                            care_record_get_title (estimator)),
                   _ ("Say Whose…"));
}

static void
check_sentence (CareCheckRun *run, const CareCheckText *text, const CareCheckSentence *sentence)
{
  g_autofree char *plain = care_check_plain (run, text->text, sentence->start, sentence->end);
  CareReferenceMatch match;

  for (gsize from = sentence->start; care_reference_next (text->text, from, &match) && match.start < sentence->end;
       from = match.end)
    if (g_str_equal (match.kind->name, "figure"))
      check_reference (run, text, &match, plain);
}

/* "According to the Department" that a summary has dropped. */
static void
check_summary (CareCheckRun *run, CareRecord *element, CareRecord *summary, const char *field, const char *wording)
{
  const char *text = care_record_get (summary, field);
  g_autofree char *said = wording == NULL ? NULL : care_check_plain (run, wording, 0, strlen (wording));
  g_autofree char *plain = text == NULL ? NULL : care_check_plain (run, text, 0, strlen (text));

  if (said == NULL || plain == NULL || care_check_find_words (said, "according to") == NULL
      || care_check_has_any (plain, attributions))
    return;
  care_check_mend (care_check_report (run, element, summary, field,
                                      _ ("“%s”: what it sums up says “according to”, and it does not say whom"), text),
                   _ ("Say Whose…"));
}

static void
check_summaries (CareCheckRun *run)
{
  g_autoptr (GArray) lines = care_check_shown (run, "party_line");
  g_autoptr (GArray) pledges = care_check_shown (run, "pledge");

  for (guint i = 0; i < lines->len; i++)
    {
      const CareCheckShown *shown = &g_array_index (lines, CareCheckShown, i);
      CareRecord *version = care_snapshot_follow (run->snapshot, shown->record, "version");

      if (version != NULL)
        check_summary (run, shown->element, shown->record, "line", care_record_get (version, "wording"));
    }
  for (guint i = 0; i < pledges->len; i++)
    {
      const CareCheckShown *shown = &g_array_index (pledges, CareCheckShown, i);

      check_summary (run, shown->element, shown->record, "title", care_record_get (shown->record, "wording"));
    }
}

void
care_check_attribution (CareCheckRun *run)
{
  check_summaries (run);
  for (guint i = 0; i < run->texts->len; i++)
    {
      const CareCheckText *text = &g_array_index (run->texts, CareCheckText, i);
      CareCheckSentence sentence;

      for (gsize from = 0; care_check_next_sentence (text->text, from, &sentence); from = sentence.end)
        check_sentence (run, text, &sentence);
    }
}
