/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "None found" is a statement as of a date, after looking somewhere. Who says so does not
 * say since when. */

#include "care-check.h"

#include <glib/gi18n.h>

static const char *const absences[] = { "no evidence", "no evaluation", "no study", "no studies", "no data", "no figures", NULL };

/* "as of May 2015", "by 2018", "between 2013 and 2015", "published in October 2014"; "In 2013/14
 * …" as a sentence begins. Elsewhere "in 2013" is of what was looked at, and "the 2013 study"
 * is a name. */
#define BOUND \
  "(?:^\\s*(?:in|on|at)" \
  "|\\b(?:as (?:of|at)|by|until|up to|before|(?:between|from)\\s[^,;:]{1,40}?\\s(?:and|to)" \
  "|(?:found|published|reported|concluded|searched|checked|reviewed|looked(?: for)?)\\s+(?:in|on)))"
#define DATED \
  BOUND "\\s+(?:the\\s+(?:end|start|spring|summer|autumn|winter)\\s+of\\s+)?" \
        "((?:\\d{1,2}\\s+)?(?:[a-z]+\\s+)?(?:1[89]|20)\\d\\d(?:/\\d\\d)?)\\b"

static gboolean
is_date (const char *words)
{
  g_autoptr (CareDate) date = care_date_parse (words, NULL, NULL);

  return date != NULL && care_date_get_latest (date) != 0;
}

/* Whether it says as of when: a date, as exact as it is known, and not a number that looks
 * like a year. */
static gboolean
is_dated (const char *plain)
{
  g_autoptr (GRegex) regex = g_regex_new (DATED, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;

  for (g_regex_match (regex, plain, 0, &info); g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_autofree char *words = g_match_info_fetch (info, 1);

      if (is_date (words))
        return TRUE;
    }
  return FALSE;
}

/* Whether it cites a source of which a date is known: what that found, it found by then. */
static gboolean
cites_dated (CareCheckRun *run, const CareCheckText *text, const CareCheckSentence *sentence)
{
  CareReferenceMatch match;

  for (gsize from = sentence->start; care_reference_next (text->text, from, &match) && match.start < sentence->end;
       from = match.end)
    {
      CareRecord *source = match.is_citation ? care_snapshot_find (run->snapshot, "source", match.id) : NULL;
      g_autoptr (CareDate) published = source == NULL ? NULL : care_record_dup_date (source, "published");

      if (published != NULL && care_date_get_latest (published) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_sentence (CareCheckRun *run, const CareCheckText *text, const CareCheckSentence *sentence)
{
  g_autofree char *plain = care_check_plain (run, text->text, sentence->start, sentence->end);

  if (!care_check_has_any (plain, absences) || is_dated (plain) || cites_dated (run, text, sentence))
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
  const char *note = care_record_get (shown->record, "note");

  if (value != NULL && care_quantity_get_form (value) == CARE_QUANTITY_NOT_FOUND && (note == NULL || !is_dated (note)))
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
      gboolean is_judged = care_record_get (verdict, "judged") != NULL;

      if (g_strcmp0 (care_record_get (verdict, "evidence_strength"), "none-found") == 0
          && (!is_judged || care_record_get (verdict, "reasoning") == NULL))
        care_check_mend (care_check_report (run, shown->element, verdict, is_judged ? "reasoning" : "judged",
                                            _ ("No evidence was found on “%s”, but not as of when, or where it was looked for"),
                                            care_record_get_title (shown->record)),
                         is_judged ? _ ("Write Reasoning…") : _ ("Add Date…"));
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
