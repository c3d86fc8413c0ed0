/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "page-fixture.h"

#include <stdarg.h>

PageFixture *
page_fixture_new (void)
{
  PageFixture *self = g_new0 (PageFixture, 1);

  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->next_id = 1;
  self->briefing = page_fixture_add (self, "briefing", "title", "Joined services", "series", "Key Issues",
                                     "status", "published", "published", "2015-05-18", NULL);
  return self;
}

void
page_fixture_free (PageFixture *self)
{
  g_ptr_array_unref (self->records);
  g_free (self);
}

static CareRecord *
add_record (PageFixture *self, const char *kind, va_list pairs)
{
  CareRecord *record = care_record_new (care_kind_find (kind), self->next_id++);
  const char *field;

  while ((field = va_arg (pairs, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;

      care_record_set (record, field, va_arg (pairs, const char *), &error);
      g_assert_no_error (error);
    }
  g_ptr_array_add (self->records, record);
  return record;
}

CareRecord *
page_fixture_add (PageFixture *self, const char *kind, ...)
{
  va_list pairs;
  CareRecord *record;

  va_start (pairs, kind);
  record = add_record (self, kind, pairs);
  va_end (pairs);
  return record;
}

CareRecord *
page_fixture_add_child (PageFixture *self, const char *kind, const char *field, CareRecord *owner, ...)
{
  g_autofree char *ordinal = g_strdup_printf ("%" G_GINT64_FORMAT, self->next_id);
  va_list pairs;
  CareRecord *record;

  va_start (pairs, owner);
  record = add_record (self, kind, pairs);
  va_end (pairs);
  page_fixture_refer (record, field, owner);
  if (care_kind_field (care_record_get_kind (record), "ordinal") != NULL)
    care_record_set (record, "ordinal", ordinal, NULL);
  return record;
}

void
page_fixture_refer (CareRecord *record, const char *field, CareRecord *target)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (target));
  g_autoptr (GError) error = NULL;

  care_record_set (record, field, id, &error);
  g_assert_no_error (error);
}

CareRecord *
page_fixture_find (PageFixture *self, const char *kind, guint index)
{
  for (guint i = 0; i < self->records->len; i++)
    if (care_record_is (g_ptr_array_index (self->records, i), kind) && index-- == 0)
      return g_ptr_array_index (self->records, i);
  g_assert_not_reached ();
}

CareSnapshot *
page_fixture_snapshot (PageFixture *self)
{
  return care_snapshot_new (self->briefing, self->records);
}

/* A word that can be told from every other, of the length that words have. */
static void
append_word (GString *out, guint number)
{
  static const char *const endings[] = { "", "s", "ning", "ly", "r", "ted" };
  guint syllables = 0;

  for (guint rest = number; rest > 0 || syllables < 2; rest /= 100, syllables++)
    {
      g_string_append_c (out, "bcdfghjklmnprstvwxyz"[rest % 20]);
      g_string_append_c (out, "aeiou"[rest % 100 / 20]);
    }
  g_string_append (out, endings[number % G_N_ELEMENTS (endings)]);
}

char *
page_fixture_words (PageFixture *self, guint n, guint paragraph)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (out, i % paragraph == 0 ? ".\n\n" : " ");
      append_word (out, self->next_word++);
    }
  g_string_append_c (out, '.');
  return g_string_free (out, FALSE);
}

static void
add_section (PageFixture *self, const char *heading, guint words)
{
  g_autofree char *text = page_fixture_words (self, words, 40);

  page_fixture_add_child (self, "section", "briefing", self->briefing, "heading", heading, "text", text,
                          NULL);
}

static CareRecord *
add_box (PageFixture *self, const char *kind, const char *title)
{
  return page_fixture_add_child (self, "box", "briefing", self->briefing, "kind", kind, "title", title, NULL);
}

static void
add_law (PageFixture *self)
{
  CareRecord *box = add_box (self, "legislation", "Law");
  CareRecord *act = page_fixture_add (self, "legislation", "title", "Joining Act 2012", "kind", "act", NULL);

  page_fixture_add_child (self, "duty", "legislation", act, "holder", "Councils", "action",
                          "promote joint working", "condition", "where it would help", NULL);
  page_fixture_refer (page_fixture_add_child (self, "box_item", "box", box, NULL), "legislation", act);
}

static void
add_quote (PageFixture *self)
{
  CareRecord *box = add_box (self, "pull-quote", "Quote");
  g_autofree char *words = page_fixture_words (self, 40, 100);
  CareRecord *quotation
    = page_fixture_add (self, "quotation", "text", words, "speaker_role", "A chair", NULL);
  CareRecord *source = page_fixture_add (self, "source", "title", "A forward look", "kind", "report",
                                         "published", "2014-10", NULL);

  page_fixture_refer (quotation, "source", source);
  page_fixture_refer (box, "quotation", quotation);
}

static void
add_statistic (PageFixture *self)
{
  CareRecord *box = add_box (self, "statistic", "Statistic");
  CareRecord *figure
    = page_fixture_add (self, "figure", "label", "Those affected", "value", "15e6 people", NULL);

  care_record_set (box, "text", "estimated to live with a lasting condition", NULL);
  page_fixture_refer (box, "figure", figure);
}

static void
add_party_lines (PageFixture *self)
{
  static const char *const parties[][3] = { { "Red Party", "Reds", "#d50000" },
                                            { "Blue Party", "Blues", "#0063ba" },
                                            { "Yellow Party", "Yellows", "#fff685" } };
  CareRecord *box = add_box (self, "party-lines", "Party lines");

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      g_autofree char *words = page_fixture_words (self, 12, 20);
      CareRecord *party = page_fixture_add (self, "actor", "name", parties[i][0], "kind", "party",
                                            "short_name", parties[i][1], "colour", parties[i][2], NULL);
      CareRecord *line = page_fixture_add (self, "party_line", "line", words, NULL);

      page_fixture_refer (line, "actor", party);
      page_fixture_refer (page_fixture_add_child (self, "box_item", "box", box, NULL), "party_line", line);
    }
}

static void
add_chart (PageFixture *self)
{
  static const char *const values[] = { "38e8 GBP", "53e8 GBP", "4e9..6e9 GBP", "not-specified GBP" };
  CareRecord *box = add_box (self, "chart", "Local pools exceed the minimum");

  care_record_set (box, "subtitle", "Sums named, £ billion", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *label = g_strdup_printf ("Fund %u", i + 1);
      CareRecord *figure = page_fixture_add (self, "figure", "label", label, "value", values[i], "period_basis", "level", NULL);

      page_fixture_refer (page_fixture_add_child (self, "box_item", "box", box, NULL), "figure", figure);
    }
}

PageFixture *
page_fixture_new_key_issue (guint words)
{
  PageFixture *self = page_fixture_new ();
  g_autofree char *standfirst = page_fixture_words (self, 78, 100);

  care_record_set (self->briefing, "standfirst", standfirst, NULL);
  add_section (self, "Where it began", words * 24 / 100);
  add_section (self, "From within", words * 35 / 100);
  add_section (self, "What stands in the way", words * 27 / 100);
  add_section (self, "Money", words - words * 24 / 100 - words * 35 / 100 - words * 27 / 100);
  add_law (self);
  add_quote (self);
  add_statistic (self);
  add_party_lines (self);
  add_chart (self);
  care_record_set (add_box (self, "contact", "Contact"), "text", "Write to us about this page.", NULL);
  care_record_set (add_box (self, "linking-note", "Linking"), "text", "Link to the index, which stays.",
                   NULL);
  return self;
}

char *
page_fixture_read (const CarePages *pages)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < care_pages_get_n_pages (pages); i++)
    {
      g_autofree char *text = care_pages_get_text (pages, i);

      g_string_append (all, text);
    }
  words = g_strsplit_set (all->str, " \n", -1);
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_ptr_array_add (kept, *word);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv (" ", (char **) kept->pdata);
}
