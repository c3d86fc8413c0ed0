/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Financial years that are typed are written as those that are printed from records:
 * 2013/14, or 2013–14 where the briefing writes its numbers so. */

#include "care-check.h"

#include "care-date-words.h"
#include "care-number-style.h"
#include "care-reference.h"

#include <glib/gi18n.h>
#include <string.h>

/* Whether what stands beside it makes it something else: "CBP2013-14", "6/2013-14", "2013-14-15". */
static gboolean
is_part_of_more (const char *text, gsize start, gsize end)
{
  return (start > 0 && (g_ascii_isalnum (text[start - 1]) || strchr ("/-.,", text[start - 1]) != NULL))
         || g_ascii_isalnum (text[end]) || text[end] == '/' || text[end] == '-';
}

/* A session of Parliament is no financial year, and has a style of its own. */
static gboolean
is_session (const char *text, gsize at)
{
  g_autofree char *before = g_utf8_strdown (text, (gssize) at);

  g_strchomp (before);
  return g_str_has_suffix (before, "session") || g_str_has_suffix (before, "sessions");
}

/* Returns where the financial year ends that begins at @at, and its first year; 0 if none does. */
static gsize
read_year (const char *text, gsize at, int *year)
{
  gsize digits = strspn (text + at, "0123456789");
  gsize end = at + digits + strspn (text + at + digits, "/-" CARE_DATE_WORDS_DASH);
  g_autofree char *word = NULL;

  end += strspn (text + end, "0123456789");
  word = g_strndup (text + at, end - at);
  *year = care_date_words_year_pair (word);
  return *year < 0 || is_part_of_more (text, at, end) ? 0 : end;
}

static void
check_year (CareCheckRun *run, const CareCheckText *text, gsize start, gsize end, int year)
{
  const char *between = care_snapshot_get_numbers (run->snapshot)->dates->years;
  g_autofree char *typed = g_strndup (text->text + start, end - start);
  g_autofree char *wanted = g_strdup_printf ("%04d%s%02d", year, between, (year + 1) % 100);

  if (strcmp (typed, wanted) == 0 || is_session (text->text, start) || care_check_is_quoted (text->text, start))
    return;
  care_check_replace (care_check_report_words (run, text, start, end, _ ("“%s” is not written as this briefing writes years: %s"), typed,
                                               wanted),
                      _ ("Change Year"), wanted);
}

/* References hold pinpoints, which are the source's words. */
static void
check_text (CareCheckRun *run, const CareCheckText *text)
{
  CareReferenceMatch match;
  gboolean has_more = care_reference_next (text->text, 0, &match);
  gsize at = 0;

  while (text->text[at] != '\0')
    {
      gsize end = 0;
      int year;

      if (has_more && at == match.start)
        {
          at = match.end;
          has_more = care_reference_next (text->text, at, &match);
          continue;
        }
      if (g_ascii_isdigit (text->text[at]))
        end = read_year (text->text, at, &year);
      if (end > 0)
        check_year (run, text, at, end, year);
      at = end > 0 ? end : at + 1;
    }
}

void
care_check_year_style (CareCheckRun *run)
{
  for (guint i = 0; i < run->texts->len; i++)
    check_text (run, &g_array_index (run->texts, CareCheckText, i));
}
