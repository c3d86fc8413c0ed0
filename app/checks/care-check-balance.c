/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which parties are compared, and in what order, follows a rule that is declared; their
 * lines are of like length, and the text does not speak of one alone. */

#include "care-check.h"

#include <glib/gi18n.h>
#include <string.h>

/* A line of a comparison is 8 to 17 words long; longer ones are cut short by readers. */
#define LINE_WORDS 20
/* How many times the words for one party may be those for another, and how many words
 * are too few to tell. */
#define TIMES 4
#define FEW_WORDS 60

static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *at = text + strspn (text, " \n"); *at != '\0'; at += strspn (at, " \n"))
    {
      at += strcspn (at, " \n");
      n++;
    }
  return n;
}

static void
check_rules (CareCheckRun *run)
{
  static const struct
  {
    const char *field;
    const char *sentence;
    const char *mend;
  } rules[] = {
    { "inclusion_rule", N_("Parties are compared, but by no declared rule of inclusion"), N_("Declare Rule…") },
    { "ordering_rule", N_("Parties are compared, but in no declared order"), N_("Declare Order…") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (care_record_get (run->briefing, rules[i].field) == NULL)
      care_check_mend (care_check_report (run, run->briefing, run->briefing, rules[i].field, "%s", _ (rules[i].sentence)),
                       _ (rules[i].mend));
}

static void
check_line (CareCheckRun *run, CareRecord *box, CareRecord *line)
{
  guint n = count_words (care_record_get_title (line));

  if (n > LINE_WORDS)
    care_check_mend (care_check_report (run, box, line, "line", _ ("The line of a party has %u words, where others have up to %d"),
                                        n, LINE_WORDS),
                     _ ("Shorten…"));
}

/* Words of the sentences of the sections that name @party. */
static guint
count_for (CareCheckRun *run, CareRecord *party)
{
  guint n = 0;

  for (guint i = 0; i < run->texts->len; i++)
    {
      const CareCheckText *text = &g_array_index (run->texts, CareCheckText, i);
      CareCheckSentence sentence;

      for (gsize from = 0; care_record_is (text->record, "section") && care_check_next_sentence (text->text, from, &sentence);
           from = sentence.end)
        {
          g_autofree char *plain = care_check_plain (run, text->text, sentence.start, sentence.end);

          n += care_check_names (run, plain, party) ? count_words (plain) : 0;
        }
    }
  return n;
}

static void
check_attention (CareCheckRun *run, GPtrArray *parties)
{
  guint most = 0, least = G_MAXUINT;
  CareRecord *first = NULL, *last = NULL;

  for (guint i = 0; i < parties->len; i++)
    {
      guint n = count_for (run, g_ptr_array_index (parties, i));

      if (n > most)
        {
          most = n;
          first = g_ptr_array_index (parties, i);
        }
      if (n < least)
        {
          least = n;
          last = g_ptr_array_index (parties, i);
        }
    }
  if (first == NULL || first == last || most < FEW_WORDS || most < least * TIMES)
    return;
  care_check_mend (care_check_report (run, run->briefing, run->briefing, NULL,
                                      _ ("The text has %u words on %s and %u on %s"), most, care_record_get_title (first),
                                      least, care_record_get_title (last)),
                   _ ("Read Again…"));
}

static void
check_box (CareCheckRun *run, CareRecord *box, GPtrArray *parties)
{
  g_autoptr (GPtrArray) items = care_check_items (run, box);

  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *line = care_snapshot_follow (run->snapshot, g_ptr_array_index (items, i), "party_line");
      CareRecord *party = line == NULL ? NULL : care_snapshot_follow (run->snapshot, line, "actor");

      if (line != NULL)
        check_line (run, box, line);
      if (party != NULL && !g_ptr_array_find (parties, party, NULL))
        g_ptr_array_add (parties, party);
    }
}

void
care_check_balance (CareCheckRun *run)
{
  g_autoptr (GPtrArray) boxes = care_check_boxes (run, "party-lines");
  g_autoptr (GPtrArray) parties = g_ptr_array_new ();

  for (guint i = 0; i < boxes->len; i++)
    check_box (run, g_ptr_array_index (boxes, i), parties);
  if (boxes->len > 0)
    check_rules (run);
  check_attention (run, parties);
}
