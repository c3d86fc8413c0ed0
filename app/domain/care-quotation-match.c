/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The stretch of the passage that takes the fewest changes by words to become the
 * quotation: Sellers, "The theory and computation of evolutionary distances"
 * (1980). cost[j] is what the first j words of the quotation take up to the word
 * of the passage that is being read, and begin[j] where in the passage they begin. */

#include "care-quotation-match.h"

#include "care-quotation-words.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  guint cost;
  guint n_same; /* words that both have */
  guint begin;
} State;

typedef enum
{
  STEP_SKIP,  /* a word that only the passage has */
  STEP_BOTH,  /* a word of the passage for one of the quotation */
  STEP_ADDED, /* a word that only the quotation has */
} Step;

#define QUOTED(words, i) (&g_array_index (words, CareQuotedWord, i))

static State
take (State state, guint cost)
{
  state.cost += cost;
  return state;
}

/* Of stretches that differ as much, that with more of the quotation, then the shortest. */
static gboolean
is_better (State a, State b)
{
  if (a.cost != b.cost)
    return a.cost < b.cost;
  return a.n_same != b.n_same ? a.n_same > b.n_same : a.begin > b.begin;
}

/* What is best for the first @j words of the quotation once @word has been read, and
 * the last step of it. @old and @new are the states before and after it; @new is known
 * up to @j - 1. */
static State
step_to (GArray *quoted, guint j, const CareQuotedWord *word, const State *old, const State *new, Step *step)
{
  const CareQuotedWord *last = QUOTED (quoted, j - 1);
  gboolean is_word = last->what == CARE_QUOTED_WORD;
  gboolean is_same = is_word && care_quoted_word_is (last, word);
  State best = take (old[j - 1], is_word && !is_same ? 1 : 0);
  State skip = take (old[j], last->what == CARE_QUOTED_GAP ? 0 : 1);
  State added = take (new[j - 1], is_word ? 1 : 0);

  *step = STEP_BOTH;
  best.n_same += is_same ? 1 : 0;
  if (is_better (skip, best))
    {
      best = skip;
      *step = STEP_SKIP;
    }
  if (is_better (added, best))
    {
      best = added;
      *step = STEP_ADDED;
    }
  return best;
}

/* The states before a word is read at @begin. */
static void
begin_states (GArray *quoted, guint begin, State *states)
{
  states[0] = (State) { 0, 0, begin };
  for (guint j = 1; j <= quoted->len; j++)
    states[j] = take (states[j - 1], QUOTED (quoted, j - 1)->what == CARE_QUOTED_WORD ? 1 : 0);
}

/* Finds the words of @passage, @begin up to @end, that are nearest to @quoted. */
static guint
find_nearest (GArray *quoted, GArray *passage, guint *begin, guint *end)
{
  g_autofree State *old = g_new (State, quoted->len + 1);
  g_autofree State *new = g_new (State, quoted->len + 1);
  State best = { G_MAXUINT, 0, 0 };

  begin_states (quoted, 0, old);
  for (guint i = 0; i < passage->len; i++)
    {
      State *swap = old;
      Step step;

      new[0] = (State) { 0, 0, i + 1 };
      for (guint j = 1; j <= quoted->len; j++)
        new[j] = step_to (quoted, j, QUOTED (passage, i), old, new, &step);
      /* Of stretches that are as good, the longer says what stands for the last word. */
      if (!is_better (best, new[quoted->len]))
        {
          best = new[quoted->len];
          *end = i + 1;
        }
      old = new;
      new = swap;
    }
  *begin = best.begin;
  return best.cost;
}

/* The steps that lead through the words from @begin up to @end: a row of quoted->len
 * + 1 for each word of the passage. */
static guint8 *
record_steps (GArray *quoted, GArray *passage, guint begin, guint end)
{
  gsize width = (gsize) quoted->len + 1;
  guint8 *steps = g_malloc0 ((end - begin) * width);
  g_autofree State *old = g_new (State, width);
  g_autofree State *new = g_new (State, width);

  begin_states (quoted, begin, old);
  for (guint i = begin; i < end; i++)
    {
      State *swap = old;

      new[0] = (State) { i + 1 - begin, 0, begin };
      for (guint j = 1; j <= quoted->len; j++)
        {
          Step step;

          new[j] = step_to (quoted, j, QUOTED (passage, i), old, new, &step);
          steps[(i - begin) * width + j] = (guint8) step;
        }
      old = new;
      new = swap;
    }
  return steps;
}

/* What is told of one step. */
typedef struct
{
  CareRunWhat what;
  const char *text;
  const CareQuotedWord *word;
} Told;

static void
tell (GArray *told, CareRunWhat what, const char *text, const CareQuotedWord *word)
{
  Told entry = { what, text, word };

  g_array_append_val (told, entry);
}

/* Tells the steps from the last to the first. A mark is told once, in place of what
 * it stands for. */
static void
trace_back (GArray *quoted, const char *quotation, GArray *passage, const char *text, guint begin, guint end,
            const guint8 *steps, GArray *told)
{
  gsize width = (gsize) quoted->len + 1;

  for (guint i = end, j = quoted->len; i > begin || j > 0;)
    {
      Step step = i == begin ? STEP_ADDED : j == 0 ? STEP_SKIP : steps[(i - 1 - begin) * width + j];
      const CareQuotedWord *word = i == begin ? NULL : QUOTED (passage, i - 1);
      const CareQuotedWord *last = j == 0 ? NULL : QUOTED (quoted, j - 1);
      gboolean is_mark = last != NULL && last->what != CARE_QUOTED_WORD;

      if (is_mark && (step != STEP_SKIP || last->what == CARE_QUOTED_GAP))
        tell (told, CARE_RUN_SAME, quotation, last);
      else if (step == STEP_BOTH && care_quoted_word_is (last, word))
        tell (told, CARE_RUN_SAME, text, word);
      else
        {
          if (step != STEP_SKIP)
            tell (told, CARE_RUN_AFTER, quotation, last);
          if (step != STEP_ADDED)
            tell (told, CARE_RUN_BEFORE, text, word);
        }
      i -= step != STEP_ADDED ? 1 : 0;
      j -= step != STEP_SKIP ? 1 : 0;
    }
}

/* Whether the entry stands for the same words in brackets as the one before it. */
static gboolean
is_told (const Told *entry, const Told *last)
{
  return last != NULL && last->text == entry->text && last->word->start == entry->word->start;
}

/* Adds the words of each sort; what is changed, before what it is changed to. */
static void
add_runs (GPtrArray *runs, GString *const *words)
{
  for (guint what = CARE_RUN_SAME; what <= CARE_RUN_AFTER; what++)
    care_runs_add (runs, what, words[what]);
}

/* Words that stand together are one run; every word but the last has a space after it. */
static void
join_told (GArray *told, GPtrArray *runs)
{
  g_autoptr (GString) same = g_string_new (NULL);
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  GString *const words[] = { same, before, after };
  const Told *last = NULL;

  for (guint i = told->len; i > 0; i--)
    {
      const Told *entry = &g_array_index (told, Told, i - 1);

      if (is_told (entry, last))
        continue;
      if (last != NULL && (last->what == CARE_RUN_SAME) != (entry->what == CARE_RUN_SAME))
        add_runs (runs, words);
      g_string_append_len (words[entry->what], entry->text + entry->word->start,
                           (gssize) (entry->word->end - entry->word->start));
      g_string_append (words[entry->what], i > 1 ? " " : "");
      last = entry;
    }
  add_runs (runs, words);
}

static void
fill_match (CareQuotationMatch *self, GArray *quoted, const char *quotation, GArray *passage, const char *text,
            guint begin, guint end)
{
  g_autofree guint8 *steps = record_steps (quoted, passage, begin, end);
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (Told));

  self->start = QUOTED (passage, begin)->start;
  self->end = QUOTED (passage, end - 1)->end;
  trace_back (quoted, quotation, passage, text, begin, end, steps, told);
  join_told (told, self->runs);
}

static guint
count_words (GArray *quoted)
{
  guint n = 0;

  for (guint i = 0; i < quoted->len; i++)
    n += QUOTED (quoted, i)->what == CARE_QUOTED_WORD ? 1 : 0;
  return n;
}

/**
 * care_quotation_match:
 * @quotation: words as they are quoted
 * @passage: what is kept of their source
 *
 * Looks for @quotation in @passage. It is altered rather than not found if the passage
 * has more than half of its words in their order.
 *
 * Returns: (transfer full): what was found, and what differs by words.
 */
CareQuotationMatch *
care_quotation_match (const char *quotation, const char *passage)
{
  CareQuotationMatch *self = g_new0 (CareQuotationMatch, 1);
  g_autoptr (GArray) quoted = care_quotation_words (quotation);
  g_autoptr (GArray) words = care_passage_words (passage);
  guint begin = 0;
  guint end = 0;
  guint cost;

  self->found = CARE_QUOTATION_NOT_FOUND;
  self->runs = care_runs_new ();
  if (quoted->len == 0 || words->len == 0)
    return self;
  cost = find_nearest (quoted, words, &begin, &end);
  if (cost * 2 >= count_words (quoted) && cost > 0)
    return self;
  self->found = cost == 0 ? CARE_QUOTATION_FOUND : CARE_QUOTATION_ALTERED;
  fill_match (self, quoted, quotation, words, passage, begin, end);
  return self;
}

/**
 * care_quotation_found_words:
 * @found: what came of looking for a quotation
 *
 * Returns: (transfer none): that in words.
 */
const char *
care_quotation_found_words (CareQuotationFound found)
{
  switch (found)
    {
    case CARE_QUOTATION_FOUND:
      return _ ("Found in the kept passage");
    case CARE_QUOTATION_ALTERED:
      return _ ("Differs from the kept passage");
    case CARE_QUOTATION_NOT_FOUND:
    default:
      return _ ("Not found in the kept passage");
    }
}

/**
 * care_quotation_match_free:
 * @self: (transfer full): a match
 *
 * Frees @self and its runs.
 */
void
care_quotation_match_free (CareQuotationMatch *self)
{
  g_ptr_array_unref (self->runs);
  g_free (self);
}
