/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is told in the order of time is in that order; nothing happens before what it
 * follows from, or twice, or in a month of no year. */

#include "care-check.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * care_check_read_leading_date:
 * @text: a line or a heading, and what may follow it
 * @length: of it, in bytes
 * @words: (out): how many bytes of it, up to the end of its date, are to be pointed at
 *
 * Returns: (transfer full) (nullable): the date that it begins with, where its year is said:
 *   "December 2018 – 5th delay", "1997, April – …".
 */
CareDate *
care_check_read_leading_date (const char *text, gsize length, gsize *words)
{
  g_autoptr (GRegex) regex = g_regex_new ("^(?:[-*+]\\s+|\\d+[.)]\\s+)?[*_]{0,2}"
                                          "((\\d{1,2} )?(?:[A-Z][a-z]+ )?\\d{4}|(\\d{4}), ([A-Z][a-z]+))[*_]{0,2}\\s*(?:[–—:.]|-\\s|$)",
                                          0, 0, NULL);
  g_autofree char *line = g_strndup (text, length);
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *said = NULL;
  g_autofree char *year = NULL;
  g_autofree char *month = NULL;
  g_autofree char *turned = NULL;
  int start, end;

  if (!g_regex_match (regex, line, 0, &info))
    return NULL;
  said = g_match_info_fetch (info, 1);
  year = g_match_info_fetch (info, 3);
  month = g_match_info_fetch (info, 4);
  g_match_info_fetch_pos (info, 1, &start, &end);
  *words = (gsize) end;
  if (year != NULL && *year != '\0')
    turned = g_strdup_printf ("%s %s", month, year);
  return care_date_parse (turned != NULL ? turned : said, NULL, NULL);
}

/* Whether @date is before @last, whichever days they are. */
static gboolean
is_before (const CareDate *date, const CareDate *last)
{
  return date != NULL && last != NULL && care_date_get_latest (date) != 0
         && care_date_get_latest (date) < care_date_get_earliest (last);
}

static char *
format (const CareDate *date)
{
  return care_date_format (date, CARE_DATE_HOUSE);
}

static void
check_lines (CareCheckRun *run, const CareCheckText *text)
{
  g_autoptr (CareDate) last = NULL;
  gsize at = 0;

  while (text->text[at] != '\0')
    {
      gsize end = at + strcspn (text->text + at, "\n");
      gsize length = 0;
      g_autoptr (CareDate) date = care_check_read_leading_date (text->text + at, end - at, &length);

      if (is_before (date, last))
        {
          g_autofree char *one = format (date);
          g_autofree char *other = format (last);

          care_check_mend (care_check_report_words (run, text, at, at + length, _ ("%s stands after %s, which is later"), one,
                                                    other),
                           _ ("Put in Order…"));
        }
      if (date != NULL)
        {
          g_clear_pointer (&last, care_date_unref);
          last = g_steal_pointer (&date);
        }
      at = end + (text->text[end] == '\n' ? 1 : 0);
    }
}

static void
check_headings (CareCheckRun *run)
{
  g_autoptr (CareDate) last = NULL;

  for (guint i = 0; i < run->texts->len; i++)
    {
      const CareCheckText *text = &g_array_index (run->texts, CareCheckText, i);
      gsize length = 0;
      g_autoptr (CareDate) date = strcmp (text->field, "heading") == 0
                                    ? care_check_read_leading_date (text->text, strlen (text->text), &length)
                                    : NULL;

      if (is_before (date, last))
        {
          g_autofree char *one = format (date);
          g_autofree char *other = format (last);

          care_check_mend (care_check_report_words (run, text, 0, length, _ ("%s stands after %s, which is later"), one, other),
                           _ ("Put in Order…"));
        }
      if (date != NULL)
        {
          g_clear_pointer (&last, care_date_unref);
          last = g_steal_pointer (&date);
        }
    }
}

/* The events of a timeline are drawn in order of time; those of any other box are in the
 * order of their items. */
static void
check_box (CareCheckRun *run, CareRecord *box)
{
  g_autoptr (GPtrArray) items = care_check_items (run, box);
  g_autoptr (CareDate) last = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *event = care_snapshot_follow (run->snapshot, g_ptr_array_index (items, i), "event");
      g_autoptr (CareDate) date = event == NULL ? NULL : care_record_dup_date (event, "happened");

      if (is_before (date, last))
        {
          g_autofree char *other = format (last);

          care_check_mend (care_check_report (run, box, event, NULL, _ ("“%s” stands after what happened later, in %s"),
                                              care_record_get_title (event), other),
                           _ ("Put in Order…"));
        }
      if (date != NULL)
        {
          g_clear_pointer (&last, care_date_unref);
          last = g_steal_pointer (&date);
        }
    }
}

static void
check_event (CareCheckRun *run, const CareCheckShown *shown)
{
  CareRecord *event = shown->record;
  CareRecord *pledge = care_snapshot_follow (run->snapshot, event, "pledge");
  g_autoptr (CareDate) date = care_record_dup_date (event, "happened");
  g_autoptr (CareDate) made = pledge == NULL ? NULL : care_record_dup_date (pledge, "made");

  if (date != NULL && care_date_get_precision (date) == CARE_DATE_NO_YEAR)
    care_check_mend (care_check_report (run, shown->element, event, "happened", _ ("“%s” has a month but no year"),
                                        care_record_get_title (event)),
                     _ ("Add Year…"));
  if (is_before (date, made))
    care_check_mend (care_check_report (run, shown->element, event, "pledge", _ ("“%s” is dated before its pledge was made"),
                                        care_record_get_title (event)),
                     _ ("Change Date…"));
}

static gboolean
is_same_event (CareRecord *a, CareRecord *b)
{
  g_autofree char *title = g_utf8_casefold (care_record_get_title (a), -1);
  g_autofree char *other = g_utf8_casefold (care_record_get_title (b), -1);

  return strcmp (title, other) == 0 && g_strcmp0 (care_record_get (a, "happened"), care_record_get (b, "happened")) == 0;
}

static void
check_twice (CareCheckRun *run, GArray *shown, guint at)
{
  const CareCheckShown *one = &g_array_index (shown, CareCheckShown, at);

  for (guint i = 0; i < at; i++)
    if (is_same_event (g_array_index (shown, CareCheckShown, i).record, one->record))
      care_check_mend (care_check_report (run, one->element, one->record, NULL, _ ("“%s” is told twice, by two records"),
                                          care_record_get_title (one->record)),
                       _ ("Open Event…"));
}

void
care_check_chronology (CareCheckRun *run)
{
  g_autoptr (GPtrArray) boxes = care_check_boxes (run, NULL);
  g_autoptr (GArray) events = care_check_shown (run, "event");

  check_headings (run);
  for (guint i = 0; i < run->texts->len; i++)
    check_lines (run, &g_array_index (run->texts, CareCheckText, i));
  for (guint i = 0; i < boxes->len; i++)
    check_box (run, g_ptr_array_index (boxes, i));
  for (guint i = 0; i < events->len; i++)
    {
      check_event (run, &g_array_index (events, CareCheckShown, i));
      check_twice (run, events, i);
    }
}
