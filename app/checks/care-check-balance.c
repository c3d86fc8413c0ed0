/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which parties are compared, and in what order, follows a rule that is declared; their
 * lines are in that order and of like length, and the briefing does not give words, sources,
 * figures, quotations or evidence of one alone. */

#include "care-check.h"

#include "care-reference.h"

#include <glib/gi18n.h>
#include <string.h>

/* A line of a comparison is 8 to 17 words long; longer ones are cut short by readers. */
#define LINE_WORDS 20
/* How many times what is given of one party may be that of another, and how much is too
 * little to tell. */
#define TIMES 4
#define FEW_WORDS 60
#define FEW_RECORDS 4

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
add_sources (CareCheckRun *run, const CareCheckText *text, const CareCheckSentence *sentence, GHashTable *sources)
{
  CareReferenceMatch match;

  for (gsize from = sentence->start; care_reference_next (text->text, from, &match) && match.start < sentence->end;
       from = match.end)
    {
      CareRecord *source = match.is_citation ? care_snapshot_find (run->snapshot, "source", match.id) : NULL;

      if (source != NULL)
        g_hash_table_add (sources, source);
    }
}

/* Sources cited in sentences that name @party. */
static guint
count_sources (CareCheckRun *run, CareRecord *party)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < run->texts->len; i++)
    {
      const CareCheckText *text = &g_array_index (run->texts, CareCheckText, i);
      CareCheckSentence sentence;

      for (gsize from = 0; care_check_next_sentence (text->text, from, &sentence); from = sentence.end)
        {
          g_autofree char *plain = care_check_plain (run, text->text, sentence.start, sentence.end);

          if (care_check_names (run, plain, party))
            add_sources (run, text, &sentence, sources);
        }
    }
  return g_hash_table_size (sources);
}

/* Whether @party says it: itself, or somebody who has a post in it. */
static gboolean
is_said_by (CareCheckRun *run, CareRecord *quotation, CareRecord *party)
{
  CareId person = care_record_get_reference (quotation, "person");
  g_autoptr (GPtrArray) roles = person == 0 ? NULL : care_snapshot_list (run->snapshot, "role", "person", person);

  if (care_record_get_reference (quotation, "actor") == care_record_get_id (party))
    return TRUE;
  for (guint i = 0; roles != NULL && i < roles->len; i++)
    if (care_record_get_reference (g_ptr_array_index (roles, i), "actor") == care_record_get_id (party))
      return TRUE;
  return FALSE;
}

static guint
count_quotations (CareCheckRun *run, CareRecord *party)
{
  g_autoptr (GArray) shown = care_check_shown (run, "quotation");
  guint n = 0;

  for (guint i = 0; i < shown->len; i++)
    n += is_said_by (run, g_array_index (shown, CareCheckShown, i).record, party);
  return n;
}

static guint
count_figures (CareCheckRun *run, CareRecord *party)
{
  g_autoptr (GArray) shown = care_check_shown (run, "figure");
  guint n = 0;

  for (guint i = 0; i < shown->len; i++)
    n += care_record_get_reference (g_array_index (shown, CareCheckShown, i).record, "actor") == care_record_get_id (party);
  return n;
}

/* Evidence of @bearing on the pledges of @party that are shown. */
static guint
count_evidence (CareCheckRun *run, CareRecord *party, const char *bearing)
{
  g_autoptr (GArray) shown = care_check_shown (run, "pledge");
  guint n = 0;

  for (guint i = 0; i < shown->len; i++)
    {
      CareRecord *pledge = g_array_index (shown, CareCheckShown, i).record;
      g_autoptr (GPtrArray) evidence = care_snapshot_list (run->snapshot, "evidence", "pledge", care_record_get_id (pledge));

      for (guint e = 0; care_record_get_reference (pledge, "actor") == care_record_get_id (party) && e < evidence->len; e++)
        n += g_strcmp0 (care_record_get (g_ptr_array_index (evidence, e), "bearing"), bearing) == 0;
    }
  return n;
}

static guint
count_favourable (CareCheckRun *run, CareRecord *party)
{
  return count_evidence (run, party, "supports");
}

static guint
count_critical (CareCheckRun *run, CareRecord *party)
{
  return count_evidence (run, party, "contradicts");
}

typedef guint (*Count) (CareCheckRun *run, CareRecord *party);

/* Of which party there is most and of which least, where that is very uneven. */
typedef struct
{
  CareRecord *first;
  CareRecord *last;
  guint most;
  guint least;
} Spread;

static gboolean
is_uneven (CareCheckRun *run, GPtrArray *parties, Count count, guint few, Spread *spread)
{
  *spread = (Spread){ NULL, NULL, 0, G_MAXUINT };
  for (guint i = 0; i < parties->len; i++)
    {
      guint n = count (run, g_ptr_array_index (parties, i));

      if (n > spread->most)
        {
          spread->most = n;
          spread->first = g_ptr_array_index (parties, i);
        }
      if (n < spread->least)
        {
          spread->least = n;
          spread->last = g_ptr_array_index (parties, i);
        }
    }
  return spread->first != NULL && spread->most >= few && spread->most >= spread->least * TIMES;
}

static void
check_words (CareCheckRun *run, GPtrArray *parties)
{
  Spread spread;

  if (is_uneven (run, parties, count_for, FEW_WORDS, &spread))
    care_check_mend (care_check_report (run, run->briefing, run->briefing, NULL,
                                        _ ("The text has %u words on %s and %u on %s"), spread.most,
                                        care_record_get_title (spread.first), spread.least, care_record_get_title (spread.last)),
                     _ ("Read Again…"));
}

static void
check_records (CareCheckRun *run, GPtrArray *parties)
{
  static const struct
  {
    const char *id;
    const char *name;
    Count count;
  } measures[] = {
    { "sources", N_("sources cited"), count_sources },
    { "figures", N_("figures"), count_figures },
    { "quotations", N_("quotations"), count_quotations },
    { "favourable", N_("evidence for pledges"), count_favourable },
    { "critical", N_("evidence against pledges"), count_critical },
  };

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      CareFinding *finding;
      g_autofree char *place = NULL;
      Spread spread;

      if (!is_uneven (run, parties, measures[i].count, FEW_RECORDS, &spread))
        continue;
      finding = care_check_report (run, run->briefing, run->briefing, NULL,
                                   /* Translators: “The briefing is uneven in quotations: 5 of Labour and 0 of the Greens” */
                                   _ ("The briefing is uneven in %s: %u of %s and %u of %s"), _ (measures[i].name), spread.most,
                                   care_record_get_title (spread.first), spread.least, care_record_get_title (spread.last));
      /* Each is kept by itself. */
      place = g_steal_pointer (&finding->place);
      finding->place = g_strdup_printf ("%s %s", place, measures[i].id);
      care_check_mend (finding, _ ("Read Again…"));
    }
}

/* In the order that the library has of the parties, where it has one. */
static void
check_order (CareCheckRun *run, CareRecord *box, GPtrArray *items)
{
  CareRecord *before = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *line = care_snapshot_follow (run->snapshot, g_ptr_array_index (items, i), "party_line");
      CareRecord *party = line == NULL ? NULL : care_snapshot_follow (run->snapshot, line, "actor");

      if (party == NULL || care_record_get (party, "ordinal") == NULL)
        continue;
      if (before != NULL && care_record_get_number (party, "ordinal") < care_record_get_number (before, "ordinal"))
        {
          care_check_mend (care_check_report (run, box, line, NULL, _ ("%s stands after %s, against the order of the parties"),
                                              care_record_get_title (party), care_record_get_title (before)),
                           _ ("Put in Order…"));
          return;
        }
      before = party;
    }
}

static void
check_box (CareCheckRun *run, CareRecord *box, GPtrArray *parties)
{
  g_autoptr (GPtrArray) items = care_check_items (run, box);

  check_order (run, box, items);
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
  check_words (run, parties);
  check_records (run, parties);
}
