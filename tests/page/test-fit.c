/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-page-model.h"

#include "page-fixture.h"

#include <stdlib.h>
#include <string.h>

static CarePages *
compose_words (guint words, guint allowed)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (words);
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);

  return care_pages_new (snapshot, allowed);
}

/* Hundreds of words more than the template is for. */
static void
test_overset (void)
{
  g_autoptr (CarePages) pages = compose_words (1100, 2);
  const GPtrArray *overset = care_pages_get_overset (pages);
  const CarePageOverset *last;
  g_autofree char *words = care_pages_describe_fit (pages);

  g_assert_cmpuint (care_pages_get_n_pages (pages), ==, 2);
  g_assert_false (care_pages_fits (pages));
  g_assert_cmpint (care_pages_get_spare_lines (pages), ==, 0);
  g_assert_cmpuint (overset->len, >, 0);
  last = g_ptr_array_index (overset, overset->len - 1);
  g_assert_cmpstr (last->kind->name, ==, "section");
  g_assert_cmpstr (last->title, ==, "Money");
  g_assert_cmpint (last->lines, >, 0);
  g_assert_cmpint (last->words, >, last->lines);
  g_assert_cmpint (last->part, ==, CARE_PAGE_PART_COLUMNS);
  g_assert_nonnull (strstr (words, ((CarePageOverset *) g_ptr_array_index (overset, 0))->title));
}

/* What has no room says where it would have gone. */
static void
test_where (void)
{
  static const struct
  {
    const char *kind;
    CarePagePart part;
    const char *words;
  } boxes[] = {
    { "party-lines", CARE_PAGE_PART_SIDEBAR, "the sidebar" },
    { "contact", CARE_PAGE_PART_FOOT, "the foot of the page" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (300);
      g_autofree char *text = page_fixture_words (fixture, 3000, 60);
      g_autoptr (CareSnapshot) snapshot = NULL;
      g_autoptr (CarePages) pages = NULL;
      g_autofree char *words = NULL;

      page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", boxes[i].kind, "title", "Endless",
                              "text", text, NULL);
      snapshot = page_fixture_snapshot (fixture);
      pages = care_pages_new (snapshot, 2);
      words = care_pages_describe_fit (pages);
      g_assert_cmpint (((CarePageOverset *) g_ptr_array_index (care_pages_get_overset (pages), 0))->part, ==, boxes[i].part);
      g_assert_nonnull (strstr (words, "“Endless” overflows "));
      g_assert_nonnull (strstr (words, boxes[i].words));
    }
}

static const char *const templates[] = { "key-issue", "research-briefing", "large-print" };

/* Without a section there may be hardly a row left for text, or none. */
static void
test_no_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    for (guint words = 0; words < 900; words += 17)
      for (guint allowed = 0; allowed < 3; allowed++)
        {
          g_autoptr (PageFixture) fixture = page_fixture_new ();
          g_autofree char *standfirst = page_fixture_words (fixture, words, 1000);
          g_autoptr (CareSnapshot) snapshot = NULL;
          g_autoptr (CarePages) pages = NULL;

          care_record_set (fixture->briefing, "standfirst", words == 0 ? NULL : standfirst, NULL);
          snapshot = page_fixture_snapshot (fixture);
          pages = care_pages_new_as (snapshot, templates[i], allowed);
          g_assert_cmpuint (care_pages_get_n_pages (pages), <=, i == 2 ? 9 : 3);
          if (words < 200)
            g_assert_cmpuint (care_pages_get_n_pages (pages), <=, 2);
        }
}

/* A box of nearly a page, behind a little text and before sources. */
static void
test_patience (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    for (guint lines = 5; lines < 40; lines += 5)
      {
        g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (60);
        CareRecord *box = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "table", "title",
                                                  "Table", NULL);
        g_autoptr (CareSnapshot) snapshot = NULL;
        g_autoptr (CarePages) pages = NULL;

        for (guint k = 0; k < lines; k++)
          {
            CareRecord *figure = page_fixture_add (fixture, "figure", "label", "Money", "value", "38e8 GBP", NULL);
            g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (figure));

            page_fixture_add_child (fixture, "box_item", "box", box, "figure", id, NULL);
          }
        snapshot = page_fixture_snapshot (fixture);
        pages = care_pages_new_as (snapshot, templates[i], 0);
        g_test_message ("%s: %u rows, %u pages", templates[i], lines, care_pages_get_n_pages (pages));
        g_assert_true (care_pages_fits (pages));
      }
}

/* Numbers of sources are set smaller than what they follow. */
static void
check_size (const CarePageItem *item)
{
  const CareTextLine *line = care_text_get_line (item->text, item->line);
  double size = item->style->size;

  for (guint i = line->first_run; i < line->end_run; i++)
    {
      const CareTextRun *run = &g_array_index (item->text->runs, CareTextRun, i);
      PangoFontDescription *font = pango_font_describe (run->glyphs->item->analysis.font);

      if (run->rise == 0)
        g_assert_cmpfloat_with_epsilon (pango_font_description_get_size (font), size * PANGO_SCALE, 1);
      pango_font_description_free (font);
    }
}

/* The template is for 780 to 820 words with title and standfirst, which has 78. */
static void
test_budget (void)
{
  g_autoptr (CarePages) within = compose_words (790 - 78, 2);
  g_autoptr (CarePages) beyond = compose_words (830 - 78, 2);

  g_assert_true (care_pages_fits (within));
  g_assert_false (care_pages_fits (beyond));
}

static void
test_no_shrinking (void)
{
  g_autoptr (CarePages) fitting = compose_words (600, 2);
  g_autoptr (CarePages) overfull = compose_words (1100, 2);
  const CarePages *all[] = { fitting, overfull };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint page = 0; page < 2; page++)
      {
        GArray *items = ((CarePageSheet *) g_ptr_array_index (all[i]->sheets, page))->items;

        for (guint j = 0; j < items->len; j++)
          {
            const CarePageItem *item = &g_array_index (items, CarePageItem, j);

            if (item->type == CARE_PAGE_LINE)
              check_size (item);
          }
      }
}

/* More words are never fewer lines outside, and a page more takes them in. */
static void
test_growth (void)
{
  int before = 0;

  for (guint words = 500; words <= 1100; words += 50)
    {
      g_autoptr (CarePages) pages = compose_words (words, 2);
      g_autoptr (CarePages) free_pages = compose_words (words, 0);
      int lines = 0;

      for (guint i = 0; i < care_pages_get_overset (pages)->len; i++)
        lines += ((CarePageOverset *) g_ptr_array_index (care_pages_get_overset (pages), i))->lines;
      g_assert_cmpint (lines, >=, before);
      g_assert_true (care_pages_fits (free_pages));
      before = lines;
    }
  g_assert_cmpint (before, >, 0);
}

/* Lines in words of their own, so that each takes one. */
static void
add_lines (CareRecord *section, int n_lines)
{
  g_autoptr (GString) text = g_string_new (care_record_get (section, "text"));

  for (int i = 0; i < n_lines; i++)
    g_string_append (text, "\\\nmore");
  care_record_set (section, "text", text->str, NULL);
}

/* What is said to be to spare is there, and a line more is not. */
static void
test_spare_is_true (void)
{
  for (guint words = 400; words < 600; words += 40)
    for (int more = 0; more < 2; more++)
      {
        g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (words);
        g_autoptr (CareSnapshot) before = page_fixture_snapshot (fixture);
        g_autoptr (CarePages) pages = care_pages_new (before, 2);
        g_autoptr (CareSnapshot) after = NULL;
        g_autoptr (CarePages) grown = NULL;
        CareRecord *last = NULL;

        g_assert_cmpuint (care_pages_get_n_pages (pages), ==, 2);
        for (guint i = 0; i < fixture->records->len; i++)
          if (care_record_is (g_ptr_array_index (fixture->records, i), "section"))
            last = g_ptr_array_index (fixture->records, i);
        add_lines (last, care_pages_get_spare_lines (pages) + more);
        after = page_fixture_snapshot (fixture);
        grown = care_pages_new (after, 2);
        g_assert_cmpint (care_pages_fits (grown), ==, more == 0);
      }
}

static char *
without_last_words (const char *text, int n)
{
  char *out = g_strchomp (g_strdup (text));

  for (; n > 0; n--)
    {
      char *space = strrchr (out, ' ');
      char *line = strrchr (out, '\n');
      char *cut = space == NULL || (line != NULL && line > space) ? line : space;

      if (cut == NULL)
        break;
      *cut = '\0';
      g_strchomp (out);
    }
  return out;
}

/* Who shortens what does not fit by as many words as are suggested, finds that it does,
 * and that they are hardly more than what is outside. */
static void
test_suggestion_is_true (void)
{
  guint n_tried = 0;

  for (guint words = 600; words < 1000; words += 7)
    {
      g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (words);
      g_autoptr (CareSnapshot) before = page_fixture_snapshot (fixture);
      g_autoptr (CarePages) pages = care_pages_new (before, 2);
      const GPtrArray *overset = care_pages_get_overset (pages);
      g_autoptr (CareSnapshot) after = NULL;
      g_autoptr (CarePages) shorter = NULL;
      const CarePageOverset *entry;
      CareRecord *record = NULL;
      g_autofree char *text = NULL;

      g_autofree char *suggestion = care_pages_suggest (pages);
      int outside = 0, n = 0;

      g_assert_true (suggestion == NULL || overset->len > 0);
      /* A section that is all outside cannot be shortened by as much. */
      if (suggestion == NULL)
        continue;
      for (guint i = 0; i < overset->len; i++)
        outside += ((CarePageOverset *) g_ptr_array_index (overset, i))->words;
      n = atoi (strrchr (suggestion, 'b') + strlen ("by "));
      g_assert_cmpint (n, >=, outside);
      g_assert_cmpint (n, <=, outside + outside / 4 + 8);
      entry = g_ptr_array_index (overset, 0);
      for (guint i = 0; i < fixture->records->len; i++)
        if (care_record_get_kind (g_ptr_array_index (fixture->records, i)) == entry->kind
            && care_record_get_id (g_ptr_array_index (fixture->records, i)) == entry->id)
          record = g_ptr_array_index (fixture->records, i);
      g_assert_nonnull (record);
      text = without_last_words (care_record_get (record, "text"), n);
      care_record_set (record, "text", text, NULL);
      after = page_fixture_snapshot (fixture);
      shorter = care_pages_new (after, 2);
      g_test_message ("%u words: %d outside. %s", words, outside, suggestion);
      g_assert_true (care_pages_fits (shorter));
      n_tried++;
    }
  g_assert_cmpuint (n_tried, >, 10);
}

static CareRecord *
find_titled (PageFixture *fixture, const char *title, gsize length)
{
  for (guint i = 0; i < fixture->records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (fixture->records, i);

      if (care_record_is (record, "box") && strlen (care_record_get_title (record)) == length
          && strncmp (care_record_get_title (record), title, length) == 0)
        return record;
    }
  g_assert_not_reached ();
}

/* "Move “A” above “B”": A gets a place between B and its neighbour. */
static void
follow_move (PageFixture *fixture, const char *suggestion)
{
  const char *from = strstr (suggestion, "“") + strlen ("“");
  const char *to = strstr (from, "“") + strlen ("“");
  CareRecord *moved = find_titled (fixture, from, (gsize) (strstr (from, "”") - from));
  CareRecord *other = find_titled (fixture, to, (gsize) (strstr (to, "”") - to));
  int place = 10 * care_record_get_number (other, "ordinal") + (strstr (suggestion, "” above “") != NULL ? -5 : 5);

  for (guint i = 0; i < fixture->records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (fixture->records, i);
      g_autofree char *ordinal = NULL;

      if (!care_record_is (record, "box"))
        continue;
      ordinal = g_strdup_printf ("%d", record == moved ? place : 10 * care_record_get_number (record, "ordinal"));
      care_record_set (record, "ordinal", ordinal, NULL);
    }
}

/* Boxes of any heights: where moving one is suggested, all fit once it is moved. */
static void
test_move_is_true (void)
{
  guint n_moved = 0;

  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
      g_autoptr (PageFixture) fixture = page_fixture_new ();
      g_autoptr (CareSnapshot) before = NULL;
      g_autoptr (CareSnapshot) after = NULL;
      g_autoptr (CarePages) pages = NULL;
      g_autofree char *suggestion = NULL;

      for (guint i = 0; i < 5; i++)
        {
          g_autofree char *title = g_strdup_printf ("Box %u", i);
          g_autofree char *words = page_fixture_words (fixture, (guint) g_rand_int_range (chance, 20, 140), 50);

          page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "legislation", "title", title, "text",
                                  words, NULL);
        }
      before = page_fixture_snapshot (fixture);
      pages = care_pages_new (before, 2);
      suggestion = care_pages_suggest (pages);
      if (suggestion == NULL || !g_str_has_prefix (suggestion, "Move"))
        continue;
      follow_move (fixture, suggestion);
      after = page_fixture_snapshot (fixture);
      care_pages_unref (pages);
      pages = care_pages_new (after, 2);
      g_test_message ("%u: %s", seed, suggestion);
      g_assert_true (care_pages_fits (pages));
      n_moved++;
    }
  g_assert_cmpuint (n_moved, >, 5);
}

/* A box that is higher than any page is reported, and ends the search for room. */
static void
test_box_too_high (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (100);
  g_autofree char *words = page_fixture_words (fixture, 2000, 50);
  CareRecord *box = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind",
                                            "legislation", "title", "Endless", "text", words, NULL);
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);
  g_autoptr (CarePages) pages = care_pages_new (snapshot, 0);
  const GPtrArray *overset = care_pages_get_overset (pages);
  const CarePageOverset *entry;

  g_assert_cmpuint (overset->len, ==, 1);
  entry = g_ptr_array_index (overset, 0);
  g_assert_cmpint (entry->id, ==, care_record_get_id (box));
  g_assert_cmpint (entry->words, ==, 2001);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page/fit/where", test_where);
  g_test_add_func ("/page/fit/no-text", test_no_text);
  g_test_add_func ("/page/fit/patience", test_patience);
  g_test_add_func ("/page/fit/overset", test_overset);
  g_test_add_func ("/page/fit/budget", test_budget);
  g_test_add_func ("/page/fit/no-shrinking", test_no_shrinking);
  g_test_add_func ("/page/fit/growth", test_growth);
  g_test_add_func ("/page/fit/spare-is-true", test_spare_is_true);
  g_test_add_func ("/page/fit/suggestion-is-true", test_suggestion_is_true);
  g_test_add_func ("/page/fit/move-is-true", test_move_is_true);
  g_test_add_func ("/page/fit/box-too-high", test_box_too_high);

  return g_test_run ();
}
