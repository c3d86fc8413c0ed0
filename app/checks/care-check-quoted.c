/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words in quotation marks within a text are looked for in the passages kept of the
 * sources that their sentence cites. Fewer than three are a term, and no quotation. */

#include "care-check.h"

#include "care-reference.h"

#include <glib/gi18n.h>
#include <string.h>

#define OPEN "“"
#define CLOSE "”"

static gboolean
next_quoted (const CareCheckText *text, const CareCheckSentence *within, gsize from, gsize *start, gsize *end)
{
  const char *open = g_strstr_len (text->text + from, (gssize) (within->end - from), OPEN);
  const char *close = open == NULL ? NULL : g_strstr_len (open, text->text + within->end - open, CLOSE);

  if (close == NULL)
    return FALSE;
  *start = (gsize) (open - text->text) + strlen (OPEN);
  *end = (gsize) (close - text->text);
  return TRUE;
}

static gboolean
is_term (const char *words)
{
  const char *space = strchr (words, ' ');

  return space == NULL || strchr (space + 1, ' ') == NULL;
}

/* How @words are found in what the sentence cites: the best of its sources. FALSE where no
 * passage of any is kept. */
static gboolean
look_up (CareCheckRun *run, const CareCheckText *text, const CareCheckSentence *sentence, const char *words,
         CareQuotationFound *found)
{
  CareReferenceMatch match;
  gboolean any = FALSE;

  *found = CARE_QUOTATION_NOT_FOUND;
  for (gsize from = sentence->start; care_reference_next (text->text, from, &match) && match.start < sentence->end;
       from = match.end)
    {
      CareRecord *source = match.is_citation ? care_snapshot_find (run->snapshot, "source", match.id) : NULL;
      const char *passage = source == NULL ? NULL : care_record_get (source, "passage");
      g_autoptr (CareQuotationMatch) quoted = passage == NULL ? NULL : care_quotation_match (words, passage);

      if (quoted == NULL)
        continue;
      any = TRUE;
      *found = MIN (*found, quoted->found);
    }
  return any;
}

static void
check_sentence (CareCheckRun *run, const CareCheckText *text, const CareCheckSentence *sentence, CareQuotationFound wanted)
{
  gsize start, end;

  for (gsize from = sentence->start; next_quoted (text, sentence, from, &start, &end); from = end)
    {
      g_autofree char *words = g_strndup (text->text + start, end - start);
      CareQuotationFound found;

      if (is_term (words) || !look_up (run, text, sentence, words, &found) || found != wanted)
        continue;
      if (found == CARE_QUOTATION_ALTERED)
        care_check_mend (care_check_report_words (run, text, start, end,
                                                  _ ("“%s” differs from the passage kept of the source cited"), words),
                         _ ("Correct…"));
      else
        care_check_mend (care_check_report_words (run, text, start, end,
                                                  _ ("“%s” is not in the passage kept of the source cited"), words),
                         _ ("Correct…"));
    }
}

/**
 * care_check_quoted:
 * @run: what is checked
 * @found: %CARE_QUOTATION_ALTERED or %CARE_QUOTATION_NOT_FOUND
 *
 * Tells of the words in quotation marks that are found so.
 */
void
care_check_quoted (CareCheckRun *run, CareQuotationFound found)
{
  for (guint i = 0; i < run->texts->len; i++)
    {
      const CareCheckText *text = &g_array_index (run->texts, CareCheckText, i);
      CareCheckSentence sentence;

      for (gsize from = 0; care_check_next_sentence (text->text, from, &sentence); from = sentence.end)
        check_sentence (run, text, &sentence, found);
    }
}
