/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-deadline-read.h"

#include "care-date-words.h"
#include "care-deadline-period.h"
#include "care-typed-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the words begin with, the longest first; and how the date after it is meant. */
static const struct
{
  const char *opening;
  const char *qualifier;
} openings[] = {
  { "by the end of ", "end-of" },
  { "by end of ", "end-of" },
  { "by the close of ", "end-of" },
  { "before the end of ", "end-of" },
  { "at the end of ", "end-of" },
  { "the end of ", "end-of" },
  { "end of ", "end-of" },
  { "no later than ", "end-of" },
  { "not later than ", "end-of" },
  { "on or before ", "end-of" },
  { "in time for the start of ", "start-of" },
  { "in time for the beginning of ", "start-of" },
  { "in time for ", "start-of" },
  { "before the start of ", "before" },
  { "before the beginning of ", "before" },
  { "by the start of ", "start-of" },
  { "by the beginning of ", "start-of" },
  { "at the start of ", "start-of" },
  { "from the start of ", "start-of" },
  { "the start of ", "start-of" },
  { "the beginning of ", "start-of" },
  { "start of ", "start-of" },
  { "beginning of ", "start-of" },
  { "with effect from ", "start-of" },
  { "as from ", "start-of" },
  { "from ", "start-of" },
  { "before ", "before" },
  { "prior to ", "before" },
  { "ahead of ", "before" },
  { "by ", "by" },
  { "over the course of ", "within" },
  { "over ", "within" },
  { "within ", "within" },
  { "during ", "within" },
  { "throughout ", "within" },
  { "until ", "within" },
  { "up to ", "within" },
  { "in ", "in" },
  { "at ", "in" },
  { "on ", "in" },
  { "every ", "every" },
  { "each ", "every" },
};

static gboolean
is_one_of (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_ascii_strcasecmp (text, *words) == 0)
      return TRUE;
  return FALSE;
}

/* (transfer full) (nullable): without the marks round it, and what adds nothing. */
static char *
prepare (const char *words)
{
  static const char *const endings[] = { " at the latest", " at latest", "," };
  static const char *const marks[] = { "\"", "'", "\u201c", "\u201d", "\u2018", "\u2019", ".", " " };
  g_autofree char *spaced = care_typed_text_normalise (words, g_utf8_get_char (CARE_DATE_WORDS_DASH));
  GString *text = g_string_new (spaced);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    while (text->len > 0 && g_str_has_prefix (text->str, marks[i]))
      g_string_erase (text, 0, (gssize) strlen (marks[i]));
  for (guint i = G_N_ELEMENTS (marks); i > 0; i--)
    while (text->len > 0 && g_str_has_suffix (text->str, marks[i - 1]))
      g_string_truncate (text, text->len - strlen (marks[i - 1]));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (text->len > strlen (endings[i])
        && g_ascii_strcasecmp (text->str + text->len - strlen (endings[i]), endings[i]) == 0)
      g_string_truncate (text, text->len - strlen (endings[i]));
  g_string_replace (text, "\u2019", "'", 0);
  return g_string_free (text, FALSE);
}

static char *
say_trouble (CareDeadlineTrouble trouble, const char *words, const CareDate *said)
{
  g_autofree char *quoted = care_typed_text_quote (words);
  g_autofree char *day = said == NULL ? NULL : care_date_format (said, CARE_DATE_HOUSE);

  switch (trouble)
    {
    case CARE_DEADLINE_NEEDS_DAY:
      return g_strdup_printf (_ ("“%s” is counted from the day on which it was said: enter that under Made of the pledge, "
                                 "or under Counted From."), quoted);
    case CARE_DEADLINE_NEEDS_EXACT_DAY:
      return g_strdup_printf (_ ("“%s” cannot be counted from “%s”: enter a more exact day under Counted From."), quoted, day);
    case CARE_DEADLINE_NOT_YET:
      return g_strdup_printf (_ ("“%s” has no known date: enter the date once it is known."), quoted);
    case CARE_DEADLINE_NOT_A_DATE:
      return g_strdup_printf (_ ("“%s” is kept as it is, but no date can be read in it: if it names one, choose a qualifier "
                                 "and enter the date."), quoted);
    case CARE_DEADLINE_UNDERSTOOD:
    default:
      return NULL;
    }
}

static char *
say_from (const char *words, const char *from)
{
  return g_strdup_printf (_ ("“%s” is counted from “%s”: enter that day under Counted From."), words, from);
}

static void
set_anchor (CareDeadlineMeaning *self, const CareDate *said)
{
  if (said != NULL)
    self->anchor = care_date_ref ((CareDate *) said);
}

/* "immediately", "immediately on taking office" */
static gboolean
read_at_once (CareDeadlineMeaning *self, const char *text, const CareDate *made, const CareDate *anchor)
{
  const CareDate *said = anchor != NULL ? anchor : made;
  static const char *const words[] = { "immediately", "at once", "straight away", "straightaway", "right away",
                                       "with immediate effect", NULL };
  const char *rest = care_date_words_after (text, words);

  if (rest == NULL || (*rest != '\0' && *rest != ' ' && *rest != ','))
    return FALSE;
  self->qualifier = "at-once";
  rest += strspn (rest, " ,");
  if (*rest != '\0')
    {
      self->anchor_words = g_strdup (rest);
      said = anchor;
    }
  set_anchor (self, said);
  if (said == NULL)
    self->remark = *rest == '\0' ? say_trouble (CARE_DEADLINE_NEEDS_DAY, text, NULL) : say_from (text, rest);
  return TRUE;
}

static gboolean
read_recurring (CareDeadlineMeaning *self, const char *text)
{
  static const char *const yearly[] = { "annually", "yearly", "every year", "each year", "once a year", "a year",
                                        "every financial year", "each financial year", NULL };
  static const char *const oftener[] = { "monthly", "every month", "each month", "quarterly", "every quarter", "each quarter",
                                         "weekly", "every week", "each week", "daily", "every day", "each day",
                                         "every parliament", "each parliament", NULL };

  if (!is_one_of (text, yearly) && !is_one_of (text, oftener))
    return FALSE;
  self->qualifier = "every";
  self->recurrence = is_one_of (text, yearly) ? "each-year" : NULL;
  return TRUE;
}

/* What says something else than when. */
static gboolean
read_undated (CareDeadlineMeaning *self, const char *text)
{
  static const char *const vague[] = { "soon", "as soon as possible", "as soon as practicable", "shortly", "in due course",
                                       "when resources allow", "when conditions allow", "over time", "eventually", "in the long term",
                                       "in the medium term", "in the short term", NULL };
  static const char *const lengths[] = { "year", "month", "week", "day", "hour", "decade" };
  const char *rest;
  const char *unit = care_date_words_after (text, (const char *[]){ "within ", "in ", NULL });

  if (is_one_of (text, vague))
    self->remark = g_strdup_printf (_ ("“%s” names no date, so no deadline follows from it."), text);
  if (unit == NULL)
    unit = text;
  /* "10-year plan", "48 hours", "48-hour guarantee" */
  rest = unit + strspn (unit, "0123456789");
  for (guint i = 0; self->remark == NULL && i < G_N_ELEMENTS (lengths) && rest > unit; i++)
    if (((*rest == '-' || *rest == ' ') && g_ascii_strncasecmp (rest + 1, lengths[i], strlen (lengths[i])) == 0)
        && (unit == text || strcmp (lengths[i], "hour") == 0))
      self->remark = g_strdup_printf (_ ("“%s” says how long something takes or lasts, not when it is due: write “within 10 "
                                         "years” or the like if it is a deadline."), text);
  return self->remark != NULL;
}

/* "within 18 months", "over the next three years", "within 100 days of taking office" */
static gboolean
read_length (CareDeadlineMeaning *self, const char *rest, const CareDate *made, const CareDate *anchor)
{
  CareDeadlineTrouble trouble = CARE_DEADLINE_UNDERSTOOD;
  CareDeadlineLength length;
  g_autoptr (CareDate) from = NULL;
  const CareDate *said = anchor != NULL ? anchor : made;

  if (!care_deadline_read_length (rest, &length))
    return FALSE;
  self->qualifier = "within";
  if (length.from != NULL)
    {
      from = care_date_parse (length.from, NULL, NULL);
      self->anchor_words = g_strdup (length.from);
      said = from != NULL ? from : anchor;
    }
  self->due = care_deadline_add_length (said, &length, &trouble);
  if (self->due != NULL)
    set_anchor (self, said);
  else if (length.from != NULL && said == NULL)
    self->remark = say_from (rest, length.from);
  else
    self->remark = say_trouble (trouble, rest, said);
  g_free (length.from);
  return TRUE;
}

/* "Early 2018" is 2018: which part of it is kept in the words only. */
static const char *
skip_part (CareDeadlineMeaning *self, const char *rest)
{
  static const char *const parts[] = { "early in ", "early ", "mid-", "mid ", "the middle of ", "late in ", "late ", NULL };
  const char *after = care_date_words_after (rest, parts);

  if (after == NULL)
    return rest;
  self->remark = g_strdup_printf (_ ("Which part of “%s” is meant is kept in the words only: the date is the whole of it."), after);
  return after;
}

/* "Until 2020" holds to its end, whenever it began. */
static CareDate *
open_start (CareDate *period)
{
  g_autoptr (CareDate) whole = period;
  g_autofree char *edtf = NULL;

  if (whole == NULL || care_date_get_latest (whole) == 0 || care_date_get_precision (whole) == CARE_DATE_INTERVAL)
    return g_steal_pointer (&whole);
  edtf = g_strdup_printf ("../%s", care_date_get_edtf (whole));
  return care_date_from_edtf (edtf, NULL);
}

static void
read_dated (CareDeadlineMeaning *self, const char *text, const CareDate *made, const CareDate *anchor)
{
  const CareDate *said = anchor != NULL ? anchor : made;
  static const char *const until[] = { "until ", "up to ", NULL };
  CareDeadlineTrouble trouble;
  const char *rest = text;
  gboolean counted;

  self->qualifier = "in";
  for (guint i = 0; rest == text && i < G_N_ELEMENTS (openings); i++)
    if (g_ascii_strncasecmp (text, openings[i].opening, strlen (openings[i].opening)) == 0)
      {
        rest = text + strlen (openings[i].opening);
        self->qualifier = openings[i].qualifier;
      }
  if ((strcmp (self->qualifier, "within") == 0 || strcmp (self->qualifier, "in") == 0) && rest != text
      && read_length (self, rest, made, anchor))
    return;
  rest = skip_part (self, rest);
  self->due = care_deadline_read_period (rest, said, &counted, &trouble);
  if (care_date_words_after (text, until) != NULL)
    self->due = open_start (self->due);
  if (counted && self->due != NULL && trouble == CARE_DEADLINE_UNDERSTOOD)
    set_anchor (self, said);
  if (trouble == CARE_DEADLINE_UNDERSTOOD)
    return;
  g_free (self->remark);
  self->remark = say_trouble (trouble, trouble == CARE_DEADLINE_NOT_A_DATE ? text : rest, said);
  if (trouble == CARE_DEADLINE_NOT_A_DATE)
    self->qualifier = NULL;
}

/**
 * care_deadline_read:
 * @words: what a person typed, or a source says
 * @made: (nullable): when it was said, as far as that is known
 * @anchor: (nullable): the day that it is counted from, where a person has said so
 *
 * Nothing is guessed: what is not understood is left out, and @remark says why.
 *
 * Returns: (transfer full): what the words say.
 */
CareDeadlineMeaning *
care_deadline_read (const char *words, const CareDate *made, const CareDate *anchor)
{
  CareDeadlineMeaning *self = g_new0 (CareDeadlineMeaning, 1);
  g_autofree char *text = prepare (words);

  if (*text == '\0')
    self->remark = say_trouble (CARE_DEADLINE_NOT_A_DATE, words, NULL);
  else if (!read_at_once (self, text, made, anchor) && !read_recurring (self, text) && !read_undated (self, text))
    read_dated (self, text, made, anchor);
  return self;
}

/**
 * care_deadline_meaning_free:
 * @self: (transfer full): what words say
 */
void
care_deadline_meaning_free (CareDeadlineMeaning *self)
{
  g_clear_pointer (&self->due, care_date_unref);
  g_clear_pointer (&self->anchor, care_date_unref);
  g_free (self->anchor_words);
  g_free (self->remark);
  g_free (self);
}
