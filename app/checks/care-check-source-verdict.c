/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verdict of a source is reported beside ours, as that of the source, and is not ours. */

#include "care-check.h"

#include "care-reference.h"

#include <glib/gi18n.h>
#include <string.h>

static void
check_pledge (CareCheckRun *run, const CareCheckShown *shown)
{
  g_autoptr (GPtrArray) verdicts
    = care_snapshot_list (run->snapshot, "verdict", "pledge", care_record_get_id (shown->record));
  CareRecord *of_source = NULL;

  for (guint i = 0; i < verdicts->len; i++)
    {
      CareRecord *verdict = g_ptr_array_index (verdicts, i);

      if (g_strcmp0 (care_record_get (verdict, "whose"), "ours") == 0)
        return;
      of_source = verdict;
    }
  if (of_source != NULL)
    care_check_mend (care_check_report (run, shown->element, shown->record, NULL,
                                        _ ("“%s” has the verdict of a source, “%s”, and none of ours"),
                                        care_record_get_title (shown->record), care_record_get_title (of_source)),
                     _ ("Add Verdict…"));
}

static gboolean
cites (const char *text, const CareCheckSentence *sentence, CareId source)
{
  CareReferenceMatch match;

  for (gsize from = sentence->start; care_reference_next (text, from, &match) && match.start < sentence->end; from = match.end)
    if (match.is_citation && match.id == source)
      return TRUE;
  return FALSE;
}

/* "Broken", of a pledge that a source calls so, in a sentence that does not say who does. */
static void
check_label (CareCheckRun *run, const CareCheckText *text, const CareCheckSentence *sentence, CareRecord *verdict,
             const char *plain)
{
  CareRecord *source = care_snapshot_follow (run->snapshot, verdict, "source");
  CareRecord *creator = source == NULL ? NULL : care_snapshot_follow (run->snapshot, source, "creator");
  const char *label = care_record_get (verdict, "label");
  gsize start, end;

  if (source == NULL || label == NULL || g_strcmp0 (care_record_get (verdict, "whose"), "source") != 0
      || (creator != NULL && care_check_names (run, plain, creator))
      || care_check_find_words (plain, care_record_get_title (source)) != NULL
      || cites (text->text, sentence, care_record_get_id (source))
      || !care_check_locate (text, sentence, label, &start, &end) || care_check_is_quoted (text->text, start))
    return;
  care_check_mend (care_check_report_words (run, text, start, end, _ ("“%s” is the verdict of “%s”, which the sentence does not say"),
                                            label, care_record_get_title (source)),
                   _ ("Say Whose…"));
}

static void
check_sentence (CareCheckRun *run, const CareCheckText *text, const CareCheckSentence *sentence)
{
  g_autofree char *plain = care_check_plain (run, text->text, sentence->start, sentence->end);
  CareReferenceMatch match;

  for (gsize from = sentence->start; care_reference_next (text->text, from, &match) && match.start < sentence->end;
       from = match.end)
    {
      g_autoptr (GPtrArray) verdicts = strcmp (match.kind->name, "pledge") != 0
                                         ? NULL
                                         : care_snapshot_list (run->snapshot, "verdict", "pledge", match.id);

      for (guint i = 0; verdicts != NULL && i < verdicts->len; i++)
        check_label (run, text, sentence, g_ptr_array_index (verdicts, i), plain);
    }
}

void
care_check_source_verdict (CareCheckRun *run)
{
  g_autoptr (GArray) shown = care_check_shown (run, "pledge");

  for (guint i = 0; i < shown->len; i++)
    check_pledge (run, &g_array_index (shown, CareCheckShown, i));
  for (guint i = 0; i < run->texts->len; i++)
    {
      const CareCheckText *text = &g_array_index (run->texts, CareCheckText, i);
      CareCheckSentence sentence;

      for (gsize from = 0; care_check_next_sentence (text->text, from, &sentence); from = sentence.end)
        check_sentence (run, text, &sentence);
    }
}
