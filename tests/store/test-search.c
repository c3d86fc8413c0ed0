/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a search finds, what it counts, and lists of what matches. */

#include "care-complete.h"
#include "care-record-list.h"
#include "care-search.h"
#include "care-snippet.h"
#include "undo-fixture.h"

#include <string.h>

#define LIMIT 1000

/* The facts of store_records_few(), and these. */
static void
set_up (UndoFixture *fixture, gconstpointer data)
{
  undo_fixture_set_up (fixture, data);
  undo_set (fixture, "Name", undo_find (fixture, "actor", 1), "abbreviation", "Lab");
  undo_insert (fixture, "a", store_record_new ("actor", 3, "name", "Plaid Cymru", "kind", "party", NULL));
  undo_insert (fixture, "a", store_record_new ("theme", 4, "name", "Structure", NULL));
  undo_insert (fixture, "a",
               store_record_new ("position", 5, "actor", "3", "title", "Gwasanaethau i Ynys Môn", "theme", "4", NULL));
  undo_insert (fixture, "a", store_record_new ("position_version", 6, "position", "5", "wording",
                                               "Join health and social care on Anglesey", "assertion", "position",
                                               NULL));
  undo_insert (fixture, "a", store_record_new ("pledge", 21, "title", "Review the internal market", "kind", "process",
                                               "actor", "3", NULL));
  undo_insert (fixture, "a", store_record_new ("pledge", 22, "title", "Fully joined up", "kind", "outcome", NULL));
  undo_insert (fixture, "a", store_record_new ("deadline", 40, "pledge", "20", "words", "by 2018", "due", "2018", NULL));
  undo_insert (fixture, "a", store_record_new ("deadline", 41, "pledge", "21", "words", "before April 2017", "due",
                                               "../2017-03-31", NULL));
  undo_insert (fixture, "a", store_record_new ("verdict", 50, "pledge", "21", "whose", "ours", "label", "Broken",
                                               "delivery", "not-delivered", NULL));
  undo_insert (fixture, "a", store_record_new ("box", 32, "briefing", "30", "kind", "statistic", "title", "Sums",
                                               "figure", "12", NULL));
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
search (UndoFixture *fixture, const char *typed, guint limit)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = care_library_search (fixture->library, typed, limit, &error);

  g_assert_no_error (error);
  g_assert_nonnull (hits);
  return hits;
}

static CareTally *
count (UndoFixture *fixture, const char *typed)
{
  g_autoptr (GError) error = NULL;
  CareTally *tally = care_tally_new (fixture->library, typed, &error);

  g_assert_no_error (error);
  while (care_tally_go_on (tally, &error))
    ;
  g_assert_no_error (error);
  return tally;
}

/* That @typed finds these, as "kind id" in the order of the alphabet, and counts them. */
static void
assert_found (UndoFixture *fixture, const char *typed, const char *expected)
{
  g_autoptr (GPtrArray) hits = search (fixture, typed, LIMIT);
  g_autoptr (CareTally) tally = count (fixture, typed);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *found = NULL;

  for (guint i = 0; i < hits->len; i++)
    {
      const CareHit *hit = g_ptr_array_index (hits, i);
      g_ptr_array_add (names, g_strdup_printf ("%s %d", hit->kind->name, (int) hit->id));
    }
  g_ptr_array_sort (names, compare_texts);
  g_ptr_array_add (names, NULL);
  found = g_strjoinv (", ", (char **) names->pdata);
  g_test_message ("%s", typed);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (care_tally_get_total (tally), ==, hits->len);
}

static void
test_words (UndoFixture *fixture, gconstpointer data)
{
  assert_found (fixture, "", "");
  assert_found (fixture, " \t ", "");
  assert_found (fixture, "savings", "figure 11");
  assert_found (fixture, "SAVINGS", "figure 11");
  assert_found (fixture, "mon", "actor 2, position 5, section 31");
  assert_found (fixture, "mon ", "position 5");
  assert_found (fixture, "môn ynys", "position 5");
  assert_found (fixture, "MO\xcc\x82N ", "position 5");
  assert_found (fixture, "fund care", "figure 10");
  assert_found (fixture, "car fund", "");
  assert_found (fixture, "fund car", "figure 10");
  assert_found (fixture, "\"care fund\"", "figure 10");
  assert_found (fixture, "\"fund care\"", "");
  assert_found (fixture, "\"care fun\"", "");
  assert_found (fixture, "\"care fund", "figure 10");
  assert_found (fixture, "£3.8bn", "figure 10");
  assert_found (fixture, "nothing:here", "");
}

static void
test_kind (UndoFixture *fixture, gconstpointer data)
{
  assert_found (fixture, "kind:position", "position 5");
  assert_found (fixture, "kind:positions", "position 5");
  assert_found (fixture, "KIND:Pos", "position 5, position_version 6");
  assert_found (fixture, "kind:position_version", "position_version 6");
  assert_found (fixture, "kind:\"position version\"", "position_version 6");
  assert_found (fixture, "kind:figure fund", "figure 10, figure 12");
  assert_found (fixture, "fund kind:figure", "figure 10, figure 12");
  assert_found (fixture, "kind:figure kind:pledge", "");
  assert_found (fixture, "kind:nothing", "");
  assert_found (fixture, "kind: savings", "figure 11");
}

static void
test_party (UndoFixture *fixture, gconstpointer data)
{
  assert_found (fixture, "party:lab", "actor 1, deadline 40, figure 10, figure 11, pledge 20");
  assert_found (fixture, "party:labour kind:figure", "figure 10, figure 11");
  assert_found (fixture, "party:plaid",
                "actor 3, deadline 41, pledge 21, position 5, position_version 6, verdict 50");
  assert_found (fixture, "party:\"plaid cymru\" môn", "position 5");
  assert_found (fixture, "party:nobody", "");
  assert_found (fixture, "party:lab party:plaid", "");
}

static void
test_due (UndoFixture *fixture, gconstpointer data)
{
  assert_found (fixture, "due:2018", "deadline 40, pledge 20");
  assert_found (fixture, "due:<2018", "deadline 41, pledge 21");
  assert_found (fixture, "due:>2017", "deadline 40, pledge 20");
  assert_found (fixture, "due:>2018", "");
  assert_found (fixture, "due:2017-03", "deadline 41, pledge 21");
  assert_found (fixture, "due:<2020 kind:pledge", "pledge 20, pledge 21");
  assert_found (fixture, "due:none", "pledge 22");
  assert_found (fixture, "due:< market", "pledge 21");
  undo_insert (fixture, "a", store_record_new ("deadline", 42, "pledge", "22", "words", "each September", "due",
                                               "XXXX-09", NULL));
  assert_found (fixture, "due:>2017 kind:pledge", "pledge 20");
  assert_found (fixture, "due:none", "");
}

static void
test_verdict (UndoFixture *fixture, gconstpointer data)
{
  assert_found (fixture, "verdict:none", "pledge 20, pledge 22");
  assert_found (fixture, "verdict:broken", "pledge 21, verdict 50");
  assert_found (fixture, "verdict:not-del", "pledge 21, verdict 50");
  assert_found (fixture, "verdict:delivered", "");
  undo_insert (fixture, "judge", store_record_new ("verdict", 51, "pledge", "22", "whose", "ours", "delivery",
                                                   "delivered", NULL));
  assert_found (fixture, "verdict:delivered", "pledge 22, verdict 51");
  assert_found (fixture, "verdict:none", "pledge 20");
  undo_undo (fixture, "judge");
  assert_found (fixture, "verdict:none", "pledge 20, pledge 22");
}

static void
test_used (UndoFixture *fixture, gconstpointer data)
{
  assert_found (fixture, "used:yes", "figure 10, figure 12");
  assert_found (fixture, "used:no kind:figure", "figure 11");
  assert_found (fixture, "used:no kind:deadline", "");
  assert_found (fixture, "used:Y", "figure 10, figure 12");
  assert_found (fixture, "used:N kind:figure", "figure 11");
  assert_found (fixture, "used:maybe", "");
  assert_found (fixture, "used:yesterday", "");
  assert_found (fixture, "used:none kind:figure", "");
  assert_found (fixture, "used:? fund", "");
  undo_set (fixture, "Use", undo_find (fixture, "section", 31), "text", "It saves {figure:11}.");
  assert_found (fixture, "used:yes", "figure 11, figure 12");
  undo_undo (fixture, "Use");
  assert_found (fixture, "used:yes", "figure 10, figure 12");
}

/* What is called so comes before what only names it. */
static void
test_order (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = search (fixture, "care fund", 1);
  const CareHit *hit;

  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpstr (hit->kind->name, ==, "figure");
  g_assert_cmpstr (hit->title, ==, "Better Care Fund");
  g_assert_cmpuint (hit->title_found->len, ==, 2);
}

static void
test_snippet (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = search (fixture, "billion kind:section", LIMIT);
  const CareHit *hit = g_ptr_array_index (hits, 0);
  const CareStretch *stretch;
  g_autofree char *word = NULL;

  g_assert_cmpstr (hit->title, ==, "Money");
  g_assert_cmpstr (hit->snippet, ==, "It holds £3.8 billion.");
  g_assert_cmpuint (hit->found->len, ==, 1);
  stretch = &g_array_index (hit->found, CareStretch, 0);
  word = g_strndup (hit->snippet + stretch->start, stretch->end - stretch->start);
  g_assert_cmpstr (word, ==, "billion");
}

/* A text is found by the words of what it names, as they are now. */
static void
test_follows (UndoFixture *fixture, gconstpointer data)
{
  undo_set (fixture, "Change", undo_find (fixture, "figure", 10), "value", "£5.3bn");
  assert_found (fixture, "kind:section 5.3", "section 31");
  assert_found (fixture, "kind:section 3.8", "");
  undo_undo (fixture, "Change");
  assert_found (fixture, "kind:section 3.8", "section 31");
  undo_set (fixture, "Party", undo_find (fixture, "actor", 1), "abbreviation", "L");
  assert_found (fixture, "party:lab kind:actor", "actor 1");
}

static const char *const tokens[] = {
  "party:",  "due:",    "verdict:", "kind:",  "used:",  "\"",     "lab",   "<2018",  ">",    "none",  "C++",
  "O'Brien", "50%",     "-tax",     "AND",    "OR",     "NOT",    "NEAR(", ")",      "*",    "^care", "{title} :",
  "care",    "fund*",   "título",   "日本",   "\xff",   "\xc3",   "😀",    ":",      "a:b",  "'",     ";--",
  "%s",      "\\",      "\n",       "\t",     "figure", "no",     "yes",   "\xcc\x82", "£3.8", "+",   "(care",
  "XXXX",    "2018-04", "\x01",     "title:", "rowid:", "search", "?1",    "''",     "/*",   "x",
};

static char *
random_query (void)
{
  GString *query = g_string_new (NULL);
  int n = g_test_rand_int_range (0, g_test_rand_int_range (0, 50) == 0 ? 400 : 8);

  for (int i = 0; i < n; i++)
    g_string_append_printf (query, "%s%s", tokens[g_test_rand_int_range (0, G_N_ELEMENTS (tokens))],
                            g_test_rand_bit () ? " " : "");
  return g_string_free (query, FALSE);
}

/* What was typed is looked for when the main loop is idle. */
static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GListModel *
list_matching (UndoFixture *fixture, const char *kind, const char *typed)
{
  GListModel *list = care_library_list_sorted (fixture->library, (const char *const[]) { kind, NULL });

  care_record_list_set_typed (CARE_RECORD_LIST (list), typed);
  settle ();
  return list;
}

static void
fail (CareLibrary *library, const GError *error)
{
  g_assert_no_error (error);
}

static void
test_never_an_error (UndoFixture *fixture, gconstpointer data)
{
  g_signal_connect (fixture->library, "trouble", G_CALLBACK (fail), NULL);
  for (guint i = 0; i < 1000 * UNDO_TIMES; i++)
    {
      g_autofree char *typed = random_query ();
      g_autofree char *narrowed = g_strconcat ("kind:figure ", typed, NULL);
      g_autoptr (GPtrArray) hits = search (fixture, typed, LIMIT);
      g_autoptr (CareTally) tally = count (fixture, typed);
      g_autoptr (GPtrArray) figures = search (fixture, narrowed, LIMIT);
      g_autoptr (GListModel) list = list_matching (fixture, "figure", typed);

      g_assert_cmpuint (care_tally_get_total (tally), ==, hits->len);
      g_assert_cmpuint (care_tally_get (tally, care_kind_find ("figure")), <=, hits->len);
      /* Where nothing is asked, a list has everything and a search nothing. */
      if (hits->len > 0)
        g_assert_cmpuint (g_list_model_get_n_items (list), ==, care_tally_get (tally, care_kind_find ("figure")));
      if (hits->len > 0 && strlen (typed) < 900)
        g_assert_cmpuint (figures->len, ==, care_tally_get (tally, care_kind_find ("figure")));
    }
}

/* The filters that are one too many are no error either. */
static void
test_too_much (UndoFixture *fixture, gconstpointer data)
{
  static const char *const filters[] = { "party:l ", "due:2018 ", "verdict:b ", "kind:f ", "used:n ", "care ", "\"a b\"" };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (GString) typed = g_string_new (NULL);

      for (guint n = 0; n < 2000; n++)
        g_string_append (typed, filters[i]);
      g_ptr_array_unref (search (fixture, typed->str, LIMIT));
      care_tally_free (count (fixture, typed->str));
    }
}

/* Ids as long as they can be, and no word that narrows it. */
static void
test_many_parties (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (CareAct) act = care_act_new ("a");
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Zebra %u", i);
      g_autoptr (CareRecord) actor
        = store_record_new ("actor", G_MAXINT64 - i, "kind", "group", "name", name, NULL);

      care_act_insert (act, actor);
    }
  undo_apply (fixture, act);
  found = search (fixture, "party:z party:ze party:zeb party:zebr party:zebra party:\"zebra\" party:zeb party:z", LIMIT);
  g_assert_cmpuint (found->len, ==, LIMIT);
}

static char *
list_ids (GListModel *list)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CareRecord) record = g_list_model_get_item (list, i);
      g_string_append_printf (ids, "%s%d", i > 0 ? " " : "", (int) care_record_get_id (record));
    }
  return g_string_free (ids, FALSE);
}

static void
assert_listed (GListModel *list, const char *expected)
{
  g_autofree char *ids = NULL;

  settle ();
  ids = list_ids (list);
  g_assert_cmpstr (ids, ==, expected);
}

static void
note_change (GListModel *list, guint position, guint removed, guint added, GString *changes)
{
  g_string_append_printf (changes, "%u-%u+%u ", position, removed, added);
}

static void
assert_told (GString *changes, const char *expected)
{
  g_assert_cmpstr (changes->str, ==, expected);
  g_string_truncate (changes, 0);
}

static void
test_list_matching (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) list
    = care_library_list_sorted (fixture->library, (const char *const[]) { "figure", "pledge", NULL });
  g_autoptr (GString) told = g_string_new (NULL);

  assert_listed (list, "21 20 22 10 12 11");
  g_signal_connect (list, "items-changed", G_CALLBACK (note_change), told);
  care_record_list_set_typed (CARE_RECORD_LIST (list), "fund");
  assert_listed (list, "10 12");
  assert_told (told, "0-0+2 2-6+0 ");
  care_record_list_set_typed (CARE_RECORD_LIST (list), "fund");
  assert_told (told, "");
  care_record_list_set_typed (CARE_RECORD_LIST (list), "verdict:none");
  assert_listed (list, "20 22");
  care_record_list_set_typed (CARE_RECORD_LIST (list), "kind:section");
  assert_listed (list, "");
  care_record_list_set_typed (CARE_RECORD_LIST (list), "");
  assert_listed (list, "21 20 22 10 12 11");
}

/* A row does not run away from whoever edits it, and what matches now is put in. */
static void
test_matching_follows (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) list = list_matching (fixture, "figure", "fund");
  g_autoptr (GString) told = g_string_new (NULL);

  g_signal_connect (list, "items-changed", G_CALLBACK (note_change), told);
  undo_set (fixture, "a", undo_find (fixture, "figure", 11), "label", "A fund");
  assert_listed (list, "11 10 12");
  assert_told (told, "0-0+1 ");
  undo_set (fixture, "b", undo_find (fixture, "figure", 10), "label", "Pooled");
  assert_listed (list, "11 10 12");
  assert_told (told, "");
  undo_insert (fixture, "c", store_record_new ("figure", 13, "label", "Cancer Drugs Fund", NULL));
  undo_insert (fixture, "d", store_record_new ("figure", 14, "label", "Dementia", NULL));
  assert_listed (list, "11 13 10 12");
  assert_told (told, "1-0+1 ");
  undo_undo (fixture, "d");
  undo_undo (fixture, "c");
  assert_listed (list, "11 10 12");
  assert_told (told, "1-1+0 ");
  care_record_list_set_typed (CARE_RECORD_LIST (list), "fund ");
  assert_listed (list, "11 12");
}

/* Two old figures, and thousands after them. */
static void
import_many (UndoFixture *fixture)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (records, store_record_new ("figure", 100, "label", "Norfolk", NULL));
  g_ptr_array_add (records, store_record_new ("figure", 101, "label", "Zebra crossings", NULL));
  for (int i = 0; i < 4000; i++)
    {
      g_autofree char *label = g_strdup_printf (i % 2 == 0 ? "Cost of care, %d" : "Homes in “Élan”, %d", i);

      g_ptr_array_add (records, store_record_new ("figure", 1000 + i, "label", label, "note", "Nobody knows", NULL));
    }
  care_library_import (fixture->library, records, NULL, &error);
  g_assert_no_error (error);
}

/* That the first thing @typed finds is the figure with @id, and that @n have all of it
 * in the title. */
static void
assert_first (UndoFixture *fixture, const char *typed, CareId id, guint n)
{
  g_autoptr (GPtrArray) hits = search (fixture, typed, 50);
  guint n_titles = 0;

  g_test_message ("%s", typed);
  g_assert_cmpuint (hits->len, >, 0);
  for (guint i = 0; i < hits->len; i++)
    n_titles += ((CareHit *) g_ptr_array_index (hits, i))->title_found->len > 0;
  g_assert_cmpint (((CareHit *) g_ptr_array_index (hits, 0))->id, ==, id);
  g_assert_cmpuint (n_titles, ==, n);
}

/* What is common is met with among the newest, and what is not is found however old. */
static void
test_common_and_rare (UndoFixture *fixture, gconstpointer data)
{
  import_many (fixture);
  assert_first (fixture, "c", 4998, 50);
  assert_first (fixture, "care", 4998, 50);
  assert_first (fixture, "of c", 4998, 50);
  assert_first (fixture, "él", 4999, 50);
  assert_first (fixture, "homes e", 4999, 50);
  assert_first (fixture, "z", 101, 1);
  assert_first (fixture, "no", 100, 1);
  assert_first (fixture, "nobody k", 4999, 0);
  assert_first (fixture, "cost of care, 1", 2998, 50);
}

static char *
complete (UndoFixture *fixture, gboolean sources, const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = care_library_complete (fixture->library, sources, typed, 3, &error);
  GString *ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s:%d", i > 0 ? " " : "",
                            care_record_get_kind (g_ptr_array_index (found, i))->name,
                            (int) care_record_get_id (g_ptr_array_index (found, i)));
  return g_string_free (ids, FALSE);
}

/* What a text can refer to, and sources by who made them and when. */
static void
test_complete (UndoFixture *fixture, gconstpointer data)
{
  static const struct
  {
    gboolean sources;
    const char *typed;
    const char *expected;
  } rows[] = {
    { FALSE, "", "" },
    { FALSE, "fully jo", "pledge:22" },
    { FALSE, "gwas", "position:5" },
    { FALSE, "anglesey", "" }, /* a version is not referred to */
    { FALSE, "kind:actor fully", "" },
    { TRUE, "fully", "" },
    { TRUE, "ynys", "source:91" },
    { TRUE, "plaid cym", "source:92 source:91" },
    { TRUE, "plaid 2014", "source:91" },
    { TRUE, "rhys \"2016", "source:92" },
    { TRUE, "plaid 1999", "" },
  };

  undo_insert (fixture, "a", store_record_new ("person", 90, "name", "Rhys ap Owen", NULL));
  undo_insert (fixture, "a", store_record_new ("source", 91, "title", "Ynys o iechyd", "kind", "report", "creator", "3",
                                               "published", "2014-05", NULL));
  undo_insert (fixture, "a", store_record_new ("source", 92, "title", "Maniffesto", "kind", "manifesto", "creator", "3",
                                               "author", "90", "published", "2016", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = complete (fixture, rows[i].sources, rows[i].typed);

      g_test_message ("%s", rows[i].typed);
      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

/* Several kinds in one filter. */
static void
test_kinds_together (UndoFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = search (fixture, "kind:theme,position", LIMIT);
  g_autoptr (GPtrArray) themes = search (fixture, "kind:theme", LIMIT);
  g_autoptr (GPtrArray) positions = search (fixture, "kind:position", LIMIT);

  g_assert_cmpuint (themes->len, >, 0);
  g_assert_cmpuint (all->len, ==, themes->len + positions->len);
}

static void
add (const char *path, gconstpointer data, void (*test) (UndoFixture *fixture, gconstpointer data))
{
  g_test_add (path, UndoFixture, data, set_up, test, undo_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  undo_fixture_init ();
  add ("/store/search/words", NULL, test_words);
  add ("/store/search/kind", NULL, test_kind);
  add ("/store/search/kinds-together", NULL, test_kinds_together);
  add ("/store/search/complete", NULL, test_complete);
  add ("/store/search/party", NULL, test_party);
  add ("/store/search/due", NULL, test_due);
  add ("/store/search/verdict", NULL, test_verdict);
  add ("/store/search/used", NULL, test_used);
  add ("/store/search/order", NULL, test_order);
  add ("/store/search/snippet", NULL, test_snippet);
  add ("/store/search/follows", NULL, test_follows);
  add ("/store/search/never-an-error", NULL, test_never_an_error);
  add ("/store/search/too-much", NULL, test_too_much);
  add ("/store/search/many-parties", NULL, test_many_parties);
  add ("/store/search/common-and-rare", NULL, test_common_and_rare);
  add ("/store/search/list-matching", NULL, test_list_matching);
  add ("/store/search/matching-follows", NULL, test_matching_follows);
  return g_test_run ();
}
