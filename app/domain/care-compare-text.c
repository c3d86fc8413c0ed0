/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The difference of two texts by words: Myers, "An O(ND) Difference Algorithm
 * and Its Variations" (1986). A diagonal k holds the places where x - y = k; for
 * each number d of words taken out or put in, the farthest x on every diagonal is
 * kept, and the way is followed back from the end. */

#include "care-compare.h"

/* Texts that differ by more words than this are as good as two texts; what is
 * kept grows with the square of it. */
#define MAX_CHANGES 1000

typedef struct
{
  const char *start;
  gsize length;
} Word;

static gboolean
is_space (const char *p)
{
  return *p == ' ' || *p == '\n' || *p == '\t';
}

/* A word is a reference as a whole, a run of spaces, or of anything else. */
static GArray *
split_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  CareReferenceMatch match;
  gboolean found = care_reference_next (text, 0, &match);

  for (const char *p = text; *p != '\0';)
    {
      const char *reference = found ? text + match.start : NULL;
      Word word = { p, 0 };

      if (p == reference)
        p = text + match.end;
      else
        while (*p != '\0' && p != reference && is_space (p) == is_space (word.start))
          p++;
      if (found && word.start == reference)
        found = care_reference_next (text, match.end, &match);
      word.length = (gsize) (p - word.start);
      g_array_append_val (words, word);
    }
  return words;
}

typedef struct
{
  const Word *before; /* the words between the parts that both begin and end with */
  const Word *after;
  int n_before;
  int n_after;
  GPtrArray *reached; /* for each d, the x of diagonals -d, -d + 2, ... d */
} Myers;

static gboolean
is_same (const Word *a, const Word *b)
{
  return a->length == b->length && memcmp (a->start, b->start, a->length) == 0;
}

/* The x that diagonal @k is begun from, of those reached with one change fewer. */
static int
begin_diagonal (const int *last, int d, int k, gboolean *down)
{
  *down = k == -d || (k != d && last[(k - 2 + d) / 2] < last[(k + d) / 2]);
  return *down ? last[(k + d) / 2] : last[(k - 2 + d) / 2] + 1;
}

/* Whether the end was reached with @d changes. */
static gboolean
reach (Myers *m, int d)
{
  const int *last = d == 0 ? NULL : g_ptr_array_index (m->reached, d - 1);
  int *now = g_new (int, d + 1);

  g_ptr_array_add (m->reached, now);
  for (int k = -d; k <= d; k += 2)
    {
      gboolean down;
      int x = d == 0 ? 0 : begin_diagonal (last, d, k, &down);

      while (x < m->n_before && x - k < m->n_after && is_same (&m->before[x], &m->after[x - k]))
        x++;
      now[(k + d) / 2] = x;
      if (x >= m->n_before && x - k >= m->n_after)
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  CareRunWhat what;
  Word word;
} MarkedWord;

static void
mark (GArray *marked, CareRunWhat what, const Word *word)
{
  MarkedWord entry = { what, *word };

  g_array_append_val (marked, entry);
}

/* Marks the words from the last to the first. */
static void
trace_back (Myers *m, int d, GArray *marked)
{
  int x = m->n_before;
  int y = m->n_after;

  for (; d >= 0; d--)
    {
      gboolean down = FALSE;
      int start = d == 0 ? 0 : begin_diagonal (g_ptr_array_index (m->reached, d - 1), d, x - y, &down);

      for (; x > start; x--, y--)
        mark (marked, CARE_RUN_SAME, &m->before[x - 1]);
      if (d > 0 && down)
        mark (marked, CARE_RUN_AFTER, &m->after[--y]);
      else if (d > 0)
        mark (marked, CARE_RUN_BEFORE, &m->before[--x]);
    }
}

static void
mark_all (GArray *marked, CareRunWhat what, const Word *words, int n)
{
  for (int i = n; i > 0; i--)
    mark (marked, what, &words[i - 1]);
}

/* Marks what lies between the parts that both begin and end with. */
static void
mark_changes (Myers *m, GArray *marked)
{
  int d = 0;

  while (d <= MAX_CHANGES && !reach (m, d))
    d++;
  if (d <= MAX_CHANGES)
    {
      trace_back (m, d, marked);
      return;
    }
  mark_all (marked, CARE_RUN_AFTER, m->after, m->n_after);
  mark_all (marked, CARE_RUN_BEFORE, m->before, m->n_before);
}

static void
mark_words (GArray *before, GArray *after, GArray *marked)
{
  g_autoptr (GPtrArray) reached = g_ptr_array_new_with_free_func (g_free);
  const Word *first = (const Word *) (gpointer) before->data;
  Myers m = { first, (const Word *) (gpointer) after->data, (int) before->len, (int) after->len, reached };
  int n_same = 0;

  while (m.n_before > 0 && m.n_after > 0 && is_same (&m.before[m.n_before - 1], &m.after[m.n_after - 1]))
    {
      mark (marked, CARE_RUN_SAME, &m.before[m.n_before - 1]);
      m.n_before--;
      m.n_after--;
    }
  while (n_same < m.n_before && n_same < m.n_after && is_same (&m.before[n_same], &m.after[n_same]))
    n_same++;
  m.before += n_same;
  m.after += n_same;
  m.n_before -= n_same;
  m.n_after -= n_same;
  mark_changes (&m, marked);
  mark_all (marked, CARE_RUN_SAME, first, n_same);
}

static void
run_free (gpointer data)
{
  CareRun *run = data;

  g_free (run->text);
  g_free (run);
}

/**
 * care_runs_new:
 *
 * Returns: (transfer full) (element-type CareRun): no runs.
 */
GPtrArray *
care_runs_new (void)
{
  return g_ptr_array_new_with_free_func (run_free);
}

/**
 * care_runs_add:
 * @runs: (element-type CareRun): runs
 * @what: which text has the words
 * @text: the words, if any; emptied
 *
 * Adds a run of @text, if it is not empty.
 */
void
care_runs_add (GPtrArray *runs, CareRunWhat what, GString *text)
{
  CareRun *run;

  if (text->len == 0)
    return;
  run = g_new (CareRun, 1);
  run->what = what;
  run->text = g_strndup (text->str, text->len);
  g_ptr_array_add (runs, run);
  g_string_truncate (text, 0);
}

/* Words of a sort are joined; spaces between changed words are changed with them,
 * so that a sentence written anew is not told word by word. */
static GPtrArray *
join_words (GArray *marked)
{
  GPtrArray *runs = care_runs_new ();
  g_autoptr (GString) same = g_string_new (NULL);
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);

  for (guint i = marked->len; i > 0; i--)
    {
      const MarkedWord *entry = &g_array_index (marked, MarkedWord, i - 1);
      gboolean is_changing = before->len + after->len > 0;
      gboolean goes_on = i > 1 && g_array_index (marked, MarkedWord, i - 2).what != CARE_RUN_SAME;
      gboolean is_same_word = entry->what == CARE_RUN_SAME;
      gboolean is_between = is_same_word && is_changing && goes_on && is_space (entry->word.start);

      if (!is_same_word)
        care_runs_add (runs, CARE_RUN_SAME, same);
      if (is_same_word && !is_between)
        {
          care_runs_add (runs, CARE_RUN_BEFORE, before);
          care_runs_add (runs, CARE_RUN_AFTER, after);
          g_string_append_len (same, entry->word.start, (gssize) entry->word.length);
        }
      if (entry->what == CARE_RUN_BEFORE || is_between)
        g_string_append_len (before, entry->word.start, (gssize) entry->word.length);
      if (entry->what == CARE_RUN_AFTER || is_between)
        g_string_append_len (after, entry->word.start, (gssize) entry->word.length);
    }
  care_runs_add (runs, CARE_RUN_SAME, same);
  care_runs_add (runs, CARE_RUN_BEFORE, before);
  care_runs_add (runs, CARE_RUN_AFTER, after);
  return runs;
}

/**
 * care_compare_texts:
 * @before: a text
 * @after: the same text later
 *
 * Compares two texts word by word; a reference is one word. The runs but those
 * of @after, one after the other, are @before, and the runs but those of @before
 * are @after.
 *
 * Returns: (transfer full) (element-type CareRun): the words that both have, only
 *   @before, and only @after, in their order.
 */
GPtrArray *
care_compare_texts (const char *before, const char *after)
{
  g_autoptr (GArray) words_before = split_words (before);
  g_autoptr (GArray) words_after = split_words (after);
  g_autoptr (GArray) marked = g_array_new (FALSE, FALSE, sizeof (MarkedWord));

  mark_words (words_before, words_after, marked);
  return join_words (marked);
}
