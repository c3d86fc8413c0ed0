/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-prose.h"

#include "page-fixture.h"

typedef struct
{
  PageFixture *fixture;
  CareSnapshot *snapshot;
  GPtrArray *sources;
} Prose;

static void
set_up (Prose *self, gconstpointer data)
{
  CareRecord *briefing;

  self->fixture = page_fixture_new ();
  briefing = self->fixture->briefing;
  g_assert_cmpint (care_record_get_id (briefing), ==, 1);
  page_fixture_add (self->fixture, "figure", "label", "Pool", "value", "38e8 GBP", NULL);             /* 2 */
  page_fixture_add (self->fixture, "event", "title", "*Launch* <b>of</b> &amp;", "kind", NULL, NULL); /* 3 */
  page_fixture_add (self->fixture, "source", "title", "First", "kind", "report", NULL);               /* 4 */
  page_fixture_add (self->fixture, "source", "title", "Second", "kind", "report", NULL);              /* 5 */
  self->snapshot = page_fixture_snapshot (self->fixture);
  self->sources = care_prose_sources_new ();
}

static void
tear_down (Prose *self, gconstpointer data)
{
  g_ptr_array_unref (self->sources);
  care_snapshot_unref (self->snapshot);
  page_fixture_free (self->fixture);
}

static const CareProseParagraph *
get (GPtrArray *paragraphs, guint index)
{
  g_assert_cmpuint (index, <, paragraphs->len);
  return g_ptr_array_index (paragraphs, index);
}

static void
assert_span (const CareProseParagraph *paragraph, guint index, CareProseSpanKind kind, const char *words)
{
  const CareProseSpan *span;
  g_autofree char *found = NULL;

  g_assert_cmpuint (index, <, paragraph->spans->len);
  span = &g_array_index (paragraph->spans, CareProseSpan, index);
  found = g_strndup (paragraph->text + span->start, span->end - span->start);
  g_assert_cmpint (span->kind, ==, kind);
  g_assert_cmpstr (found, ==, words);
}

static void
test_texts (Prose *self, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *expected; /* of the first paragraph */
  } cases[] = {
    { "Plain words", "Plain words" },
    { "Two\nlines", "Two lines" },
    { "A {figure:2} pool", "A £3.8 billion pool" },
    { "A **{figure:2}** pool", "A £3.8 billion pool" },
    /* markup of a record is words */
    { "The {event:3}.", "The *Launch* <b>of</b> &amp;." },
    { "No {figure:99} here", "No (missing: Figure) here" },
    { "Not {figure:} one", "Not {figure:} one" },
    { "See [the report](https://example.com/) now", "See the report now" },
    { "`{x}` stays", "{x} stays" },
    { "<b>bold</b> stays", "<b>bold</b> stays" },
    { "<div>\nbold\n</div>", "<div>\nbold\n</div>" },
    { "Fact. [@4]", "Fact.1" },
    { "Fact [@4 p.67], other [@5]", "Fact1, other2" },
    { "Both [@5] [@4].", "Both1,2." },
    { "Gone [@99]", "Gone (missing: Source)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) sources = care_prose_sources_new ();
      g_autoptr (GPtrArray) paragraphs = care_prose_parse (cases[i].text, self->snapshot, sources);

      g_assert_cmpuint (paragraphs->len, ==, 1);
      g_assert_cmpstr (get (paragraphs, 0)->text, ==, cases[i].expected);
    }
}

static void
test_spans (Prose *self, gconstpointer data)
{
  g_autoptr (GPtrArray) paragraphs
    = care_prose_parse ("Say *it* and **{figure:2}** so [@5].", self->snapshot, self->sources);
  const CareProseParagraph *paragraph = get (paragraphs, 0);

  g_assert_cmpuint (paragraph->spans->len, ==, 3);
  assert_span (paragraph, 0, CARE_PROSE_ITALIC, "it");
  assert_span (paragraph, 1, CARE_PROSE_BOLD, "£3.8 billion");
  assert_span (paragraph, 2, CARE_PROSE_CITATION, "1");
}

/* Words in another language, which lead nowhere; and an address that is none. */
static void
test_language (Prose *self, gconstpointer data)
{
  g_autoptr (GPtrArray) paragraphs
    = care_prose_parse ("In [Senedd *Cymru*](lang:cy) and [there](lang:).", self->snapshot, self->sources);
  const CareProseParagraph *paragraph = get (paragraphs, 0);

  g_assert_cmpstr (paragraph->text, ==, "In Senedd Cymru and there.");
  g_assert_cmpuint (paragraph->spans->len, ==, 3);
  assert_span (paragraph, 0, CARE_PROSE_ITALIC, "Cymru");
  assert_span (paragraph, 1, CARE_PROSE_LANGUAGE, "Senedd Cymru");
  g_assert_cmpstr (g_array_index (paragraph->spans, CareProseSpan, 1).target, ==, "cy");
  assert_span (paragraph, 2, CARE_PROSE_LINK, "there");
}

static void
test_structure (Prose *self, gconstpointer data)
{
  g_autoptr (GPtrArray) paragraphs = care_prose_parse (
    "First.\n\n- one\n- two\n\n  more\n\n    1. deep\n\n> Said\n\n## Head\n\n***\n\nLast.\n\n1. - in\n\n   out\n2. -\n\n   next",
    self->snapshot, self->sources);
  static const struct
  {
    CareProseRole role;
    guint level;
    const char *marker;
    const char *text;
  } expected[] = {
    { CARE_PROSE_PARAGRAPH, 0, NULL, "First." }, { CARE_PROSE_ITEM, 1, "•", "one" },
    { CARE_PROSE_ITEM, 1, "•", "two" },          { CARE_PROSE_CONTINUED, 1, NULL, "more" },
    { CARE_PROSE_ITEM, 2, "1.", "deep" },        { CARE_PROSE_QUOTE, 0, NULL, "Said" },
    { CARE_PROSE_HEADING, 0, NULL, "Head" },     { CARE_PROSE_PARAGRAPH, 0, NULL, "Last." },
    { CARE_PROSE_ITEM, 2, "•", "in" },           { CARE_PROSE_ITEM, 1, "1.", "out" },
    { CARE_PROSE_ITEM, 1, "2.", "next" },
  };

  g_assert_cmpuint (paragraphs->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpint (get (paragraphs, i)->role, ==, expected[i].role);
      g_assert_cmpuint (get (paragraphs, i)->level, ==, expected[i].level);
      g_assert_cmpstr (get (paragraphs, i)->marker, ==, expected[i].marker);
      g_assert_cmpstr (get (paragraphs, i)->text, ==, expected[i].text);
    }
}

/* A source keeps its number, and each place in it is kept once. */
static void
test_sources (Prose *self, gconstpointer data)
{
  const CareProseSource *first;
  g_autoptr (GPtrArray) one
    = care_prose_parse ("a [@5 p.1] b [@4] c [@5 p.2]", self->snapshot, self->sources);
  g_autoptr (GPtrArray) two = care_prose_parse ("d [@5 p.1] e [@4]", self->snapshot, self->sources);

  g_assert_cmpstr (get (one, 0)->text, ==, "a1 b2 c1");
  g_assert_cmpstr (get (two, 0)->text, ==, "d1 e2");
  g_assert_cmpuint (self->sources->len, ==, 2);
  first = g_ptr_array_index (self->sources, 0);
  g_assert_cmpint (first->id, ==, 5);
  g_assert_cmpuint (first->pinpoints->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (first->pinpoints, 0), ==, "p.1");
  g_assert_cmpstr (g_ptr_array_index (first->pinpoints, 1), ==, "p.2");
}

static void
test_nothing (Prose *self, gconstpointer data)
{
  static const char *const texts[] = { NULL, "", "   \n\n", "***", "- \n- " };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) paragraphs = care_prose_parse (texts[i], self->snapshot, self->sources);

      g_assert_cmpuint (paragraphs->len, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/page/prose/texts", Prose, NULL, set_up, test_texts, tear_down);
  g_test_add ("/page/prose/spans", Prose, NULL, set_up, test_spans, tear_down);
  g_test_add ("/page/prose/language", Prose, NULL, set_up, test_language, tear_down);
  g_test_add ("/page/prose/structure", Prose, NULL, set_up, test_structure, tear_down);
  g_test_add ("/page/prose/sources", Prose, NULL, set_up, test_sources, tear_down);
  g_test_add ("/page/prose/nothing", Prose, NULL, set_up, test_nothing, tear_down);

  return g_test_run ();
}
