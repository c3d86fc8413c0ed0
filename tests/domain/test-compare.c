/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-compare.h"

#include <string.h>

static CareRecord *
make_record (const char *kind, CareId id, ...)
{
  CareRecord *record = care_record_new (care_kind_find (kind), id);
  va_list args;
  const char *field;

  va_start (args, id);
  while ((field = va_arg (args, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      care_record_set (record, field, va_arg (args, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (args);
  return record;
}

static GPtrArray *
make_records (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, make_record ("figure", 10, "label", "Better Care Fund", "value", "38e8 GBP", "actor", "1",
                                         "note", "Pooled by the NHS and councils.", NULL));
  g_ptr_array_add (records, make_record ("actor", 1, "name", "Labour", "kind", "party", NULL));
  g_ptr_array_add (records, make_record ("actor", 2, "name", "Conservative", "kind", "party", NULL));
  g_ptr_array_add (records, make_record ("source", 10, "title", "Manifesto", "kind", "manifesto", NULL));
  return records;
}

static CareRecord *
find (const char *kind, CareId id, gpointer data)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);
      if (care_record_is (record, kind) && care_record_get_id (record) == id)
        return record;
    }
  return NULL;
}

static void
set (GPtrArray *records, const char *kind, CareId id, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  care_record_set (find (kind, id, records), field, value, &error);
  g_assert_no_error (error);
}

static void
assert_described (GPtrArray *before, GPtrArray *after, const char *expected)
{
  g_autoptr (GPtrArray) differences = care_compare_records (before, after);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      g_autofree char *line = care_difference_describe (g_ptr_array_index (differences, i), find, after);
      g_string_append_printf (text, "%s\n", line);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_records (void)
{
  g_autoptr (GPtrArray) before = make_records ();
  g_autoptr (GPtrArray) after = make_records ();
  g_autoptr (GPtrArray) differences = NULL;
  const CareDifference *difference;

  assert_described (before, after, "");
  set (after, "figure", 10, "value", "53e8 GBP");
  set (after, "figure", 10, "label", "Fund");
  g_ptr_array_remove (after, find ("source", 10, after));
  g_ptr_array_add (after, make_record ("theme", 10, "name", "Funding", NULL));

  differences = care_compare_records (before, after);
  g_assert_cmpuint (differences->len, ==, 3);
  difference = g_ptr_array_index (differences, 0);
  g_assert_cmpint (difference->what, ==, CARE_DIFFERENCE_ADDED);
  g_assert_cmpstr (difference->kind->name, ==, "theme");
  g_assert_null (difference->before);
  g_assert_null (difference->fields);
  difference = g_ptr_array_index (differences, 1);
  g_assert_cmpint (difference->what, ==, CARE_DIFFERENCE_REMOVED);
  g_assert_cmpstr (difference->kind->name, ==, "source");
  g_assert_null (difference->after);
  difference = g_ptr_array_index (differences, 2);
  g_assert_cmpint (difference->what, ==, CARE_DIFFERENCE_CHANGED);
  g_assert_cmpint (difference->id, ==, 10);
  g_assert_true (difference->before == find ("figure", 10, before));
  g_assert_true (difference->after == find ("figure", 10, after));
  g_assert_cmpuint (difference->fields->len, ==, 2);
  g_assert_cmpuint (g_array_index (difference->fields, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (difference->fields, guint, 1), ==, 1);
}

static void
test_describe (void)
{
  g_autoptr (GPtrArray) before = make_records ();
  g_autoptr (GPtrArray) after = make_records ();

  set (after, "figure", 10, "value", "53e8 GBP");
  assert_described (before, after, "Value of “Better Care Fund”: £3.8 billion → £5.3 billion\n");
  set (after, "figure", 10, "value", "38e8 GBP");
  set (after, "figure", 10, "actor", "2");
  set (after, "figure", 10, "flow", "pooled-budget");
  assert_described (before, after,
                    "Whose of “Better Care Fund”: Labour → Conservative\n"
                    "Flow Kind of “Better Care Fund”: nothing → pooled budget\n");
  set (after, "figure", 10, "flow", NULL);
  set (after, "figure", 10, "actor", "99");
  assert_described (before, after, "Whose of “Better Care Fund”: Labour → (missing: Actor)\n");
  set (after, "figure", 10, "actor", "1");
  g_ptr_array_remove (after, find ("source", 10, after));
  assert_described (before, after, "Source “Manifesto” removed\n");
  assert_described (after, before, "Source “Manifesto” added\n");
}

/* Of a long text the part is told that differs. */
static void
test_excerpt (void)
{
  g_autoptr (GPtrArray) before = make_records ();
  g_autoptr (GPtrArray) after = make_records ();
  g_autofree char *long_text = g_strnfill (300, 'a');
  g_autofree char *one = g_strdup_printf ("%s one £ {figure:10} end", long_text);
  g_autofree char *two = g_strdup_printf ("%s two £ {figure:10} end", long_text);

  set (before, "figure", 10, "note", one);
  set (after, "figure", 10, "note", two);
  assert_described (before, after,
                    "Note of “Better Care Fund”: …aaaaaaaaaaaaaaaaaaa one £ {figure:10|£3.8 billion} end → "
                    "…aaaaaaaaaaaaaaaaaaa two £ {figure:10|£3.8 billion} end\n");
}

static char *
show_runs (const char *before, const char *after)
{
  g_autoptr (GPtrArray) runs = care_compare_texts (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const CareRun *run = g_ptr_array_index (runs, i);
      g_string_append_printf (text, "%c<%s>", "=-+"[run->what], run->text);
    }
  return g_string_free (text, FALSE);
}

static void
test_texts (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *runs;
  } cases[] = {
    { "", "", "" },
    { "same", "same", "=<same>" },
    { "", "new words", "+<new words>" },
    { "old words", "", "-<old words>" },
    { "It holds £3.8 billion.", "It holds £5.3 billion.", "=<It holds >-<£3.8>+<£5.3>=< billion.>" },
    { "one two three", "one three", "=<one>-< two>=< three>" },
    { "one three", "one two three", "=<one>+< two>=< three>" },
    { "a b c", "x y c", "-<a b>+<x y>=< c>" },
    { "[@7003 p.67] said", "[@7003 p.68] said", "-<[@7003 p.67]>+<[@7003 p.68]>=< said>" },
    { "see{figure:10}now", "see{figure:11}now", "=<see>-<{figure:10}>+<{figure:11}>=<now>" },
    { "one\n\ntwo", "one\ntwo", "=<one>-<\n\n>+<\n>=<two>" },
    { "日本 語", "日本 話", "=<日本 >-<語>+<話>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *runs = show_runs (cases[i].before, cases[i].after);
      g_assert_cmpstr (runs, ==, cases[i].runs);
    }
}

static char *
random_text (int n_words)
{
  static const char *const words[] = { "the", "NHS", "£5.3 billion", "care\n", "{figure:10}", "[@7003 p.67]", "–", "  " };
  GString *text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (0, n_words); i > 0; i--)
    g_string_append_printf (text, "%s ", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

/* Both texts are made of the runs, and no two of a sort follow each other. */
static void
assert_whole (const char *before, const char *after)
{
  g_autoptr (GPtrArray) runs = care_compare_texts (before, after);
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const CareRun *run = g_ptr_array_index (runs, i);

      g_assert_cmpstr (run->text, !=, "");
      if (i > 0)
        g_assert_cmpint (run->what, !=, ((CareRun *) g_ptr_array_index (runs, i - 1))->what);
      if (run->what != CARE_RUN_AFTER)
        g_string_append (first, run->text);
      if (run->what != CARE_RUN_BEFORE)
        g_string_append (second, run->text);
    }
  g_assert_cmpstr (first->str, ==, before);
  g_assert_cmpstr (second->str, ==, after);
}

static void
test_texts_random (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *before = random_text (30);
      g_autofree char *after = random_text (30);

      assert_whole (before, after);
    }
}

/* Two texts that have nothing in common, and are long. */
static void
test_texts_long (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append_printf (before, "a%u ", i);
      g_string_append_printf (after, "b%u ", i);
    }
  assert_whole (before->str, after->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/compare/records", test_records);
  g_test_add_func ("/domain/compare/describe", test_describe);
  g_test_add_func ("/domain/compare/excerpt", test_excerpt);
  g_test_add_func ("/domain/compare/texts", test_texts);
  g_test_add_func ("/domain/compare/texts-random", test_texts_random);
  g_test_add_func ("/domain/compare/texts-long", test_texts_long);
  return g_test_run ();
}
