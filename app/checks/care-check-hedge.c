/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A summary that says more firmly what was said with reservation: "could" that became
 * "will", "to consider" that became "must". */

#include "care-check.h"

#include "care-reference.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const modal_hedges[] = {
  "could", "might", "may", "potentially", "possibly", "perhaps", "consider", "considering", "considers", "explore", "would like", NULL,
};

static const char *const other_hedges[] = {
  "many", "some", "most", "in part", "initially", "where possible", "up to", NULL,
};

static const char *const firm_words[] = {
  "will", "must", "has to", "have to", "had to", "is to", "are to", "shall", "is going to", "are going to", NULL,
};

/* (transfer none) (nullable): the first of @words that @text has. */
static const char *
find_any (const char *text, const char *const *words)
{
  const char *first = NULL;
  const char *found = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *at = care_check_find_words (text, words[i]);

      if (at != NULL && (first == NULL || at < first))
        {
          first = at;
          found = words[i];
        }
    }
  return found;
}

static gboolean
is_hedged (const char *strength)
{
  return g_strcmp0 (strength, "could") == 0 || g_strcmp0 (strength, "potentially") == 0 || g_strcmp0 (strength, "consider") == 0;
}

/* (transfer full) (nullable): the words by which it was said with reservation: what was
 * recorded of the strength counts before the wording. */
static char *
find_hedge (CareCheckRun *run, CareRecord *said)
{
  const char *strength = care_record_get (said, "strength");
  const char *wording = care_record_get (said, "wording");
  g_autofree char *plain = wording == NULL ? NULL : care_check_plain (run, wording, 0, strlen (wording));
  const char *modal = plain == NULL ? NULL : find_any (plain, modal_hedges);
  const char *other = plain == NULL ? NULL : find_any (plain, other_hedges);

  if (strength != NULL && !is_hedged (strength))
    return NULL;
  if (modal == NULL)
    return strength == NULL ? NULL : care_record_format (said, "strength");
  return other == NULL ? g_strdup (modal) : g_strdup_printf ("%s … %s", other, modal);
}

static void
check_summary (CareCheckRun *run, CareRecord *element, CareRecord *summary, const char *field, CareRecord *said)
{
  const char *text = care_record_get (summary, field);
  g_autofree char *hedge = find_hedge (run, said);
  g_autofree char *plain = NULL;

  if (hedge == NULL || text == NULL)
    return;
  plain = care_check_plain (run, text, 0, strlen (text));
  if (care_check_has_any (plain, modal_hedges))
    return;
  care_check_mend (care_check_report (run, element, summary, field, _ ("“%s”: what it sums up says “%s”"), text, hedge),
                   _ ("Reword…"));
}

static void
check_lines (CareCheckRun *run, CareRecord *box)
{
  g_autoptr (GPtrArray) items = care_check_items (run, box);

  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *line = care_snapshot_follow (run->snapshot, g_ptr_array_index (items, i), "party_line");
      CareRecord *version = line == NULL ? NULL : care_snapshot_follow (run->snapshot, line, "version");

      if (version != NULL)
        check_summary (run, box, line, "line", version);
    }
}

/* (transfer none) (nullable): what was said of what a text refers to. */
static CareRecord *
find_said (CareCheckRun *run, const CareReferenceMatch *match)
{
  CareRecord *record = care_snapshot_find (run->snapshot, match->kind->name, match->id);
  g_autoptr (GPtrArray) versions = NULL;

  if (record == NULL || care_record_is (record, "pledge"))
    return record;
  if (care_record_is (record, "figure"))
    return care_snapshot_follow (run->snapshot, record, "pledge");
  if (!care_record_is (record, "position"))
    return NULL;
  versions = care_snapshot_list (run->snapshot, "position_version", "position", match->id);
  return versions->len == 0 ? NULL : g_ptr_array_index (versions, versions->len - 1);
}

static void
check_sentence (CareCheckRun *run, const CareCheckText *text, const CareCheckSentence *sentence)
{
  g_autofree char *plain = care_check_plain (run, text->text, sentence->start, sentence->end);
  const char *firm = find_any (plain, firm_words);
  CareReferenceMatch match;

  if (firm == NULL || care_check_has_any (plain, modal_hedges))
    return;
  for (gsize from = sentence->start; care_reference_next (text->text, from, &match) && match.start < sentence->end;
       from = match.end)
    {
      CareRecord *said = find_said (run, &match);
      g_autofree char *hedge = said == NULL ? NULL : find_hedge (run, said);

      if (hedge != NULL)
        care_check_mend (care_check_report_words (run, text, match.start, match.end,
                                                  _ ("The sentence on “%s” says “%s”: its source says “%s”"),
                                                  care_record_get_title (said), firm, hedge),
                         _ ("Reword…"));
    }
}

void
care_check_hedge (CareCheckRun *run)
{
  g_autoptr (GPtrArray) boxes = care_check_boxes (run, "party-lines");
  g_autoptr (GArray) pledges = care_check_shown (run, "pledge");

  for (guint i = 0; i < boxes->len; i++)
    check_lines (run, g_ptr_array_index (boxes, i));
  for (guint i = 0; i < pledges->len; i++)
    {
      const CareCheckShown *shown = &g_array_index (pledges, CareCheckShown, i);

      check_summary (run, shown->element, shown->record, "title", shown->record);
    }
  for (guint i = 0; i < run->texts->len; i++)
    {
      const CareCheckText *text = &g_array_index (run->texts, CareCheckText, i);
      CareCheckSentence sentence;

      for (gsize from = 0; care_check_next_sentence (text->text, from, &sentence); from = sentence.end)
        check_sentence (run, text, &sentence);
    }
}
