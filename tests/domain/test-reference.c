/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-reference.h"

#include <string.h>

static CareRecord *
new_record (const char *kind, CareId id, const char *field, const char *text)
{
  CareRecord *record = care_record_new (care_kind_find (kind), id);
  g_autoptr (GError) error = NULL;

  care_record_set (record, field, text, &error);
  g_assert_no_error (error);
  return record;
}

/* Figures 1 and 2, the latter without a value; pledge 3; quotation 4 of two
 * lines; event 5 and source 6 with marks in their names; source 7. */
static GPtrArray *
make_records (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  CareRecord *figure = new_record ("figure", 1, "label", "Better Care Fund");

  care_record_set (figure, "value", "38e8 GBP", NULL);
  g_ptr_array_add (records, figure);
  g_ptr_array_add (records, new_record ("figure", 2, "label", "Innovation fund"));
  g_ptr_array_add (records, new_record ("pledge", 3, "title", "Integrate by 2018"));
  g_ptr_array_add (records, new_record ("quotation", 4, "text", "One\nTwo"));
  g_ptr_array_add (records, new_record ("event", 5, "title", "A {b} | c"));
  g_ptr_array_add (records, new_record ("source", 6, "title", "[A] | b"));
  g_ptr_array_add (records, new_record ("source", 7, "title", "A speech"));
  return records;
}

static CareRecord *
lookup (const char *kind, CareId id, gpointer data)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (care_record_get_id (g_ptr_array_index (records, i)) == id
        && care_record_is (g_ptr_array_index (records, i), kind))
      return g_ptr_array_index (records, i);
  return NULL;
}

typedef struct
{
  const char *text;
  const char *found; /* of @text: the reference, or NULL */
  const char *kind;
  CareId id;
  const char *words; /* those of a record, or a citation's pinpoint */
  const char *name;  /* of a citation's source, if the text carries it */
} NextCase;

static const NextCase next_cases[] = {
  { "Of {figure:16004}.", "{figure:16004}", "figure", 16004, "" },
  { "{figure:1|£3.8 billion}", "{figure:1|£3.8 billion}", "figure", 1, "£3.8 billion" },
  { "{figure:1|}", "{figure:1|}", "figure", 1, "" },
  { "{figure:1|a|b}", "{figure:1|a|b}", "figure", 1, "a|b" },
  { "{position:2}", "{position:2}", "position", 2, "" },
  { "{pledge:2}", "{pledge:2}", "pledge", 2, "" },
  { "{event:2}", "{event:2}", "event", 2, "" },
  { "{quotation:2}", "{quotation:2}", "quotation", 2, "" },
  { "{figure:9223372036854775807}", "{figure:9223372036854775807}", "figure", G_MAXINT64, "" },
  { "{{figure:1}}", "{figure:1}", "figure", 1, "" },
  { "{figure:{figure:1}", "{figure:1}", "figure", 1, "" },
  { "[{figure:1}]", "{figure:1}", "figure", 1, "" },
  { "{figure:1|one\n{figure:2}", "{figure:2}", "figure", 2, "" },
  { "so [@7003 p.67].", "[@7003 p.67]", "source", 7003, "p.67" },
  { "[@7003]", "[@7003]", "source", 7003, "" },
  { "[@7003 ]", "[@7003 ]", "source", 7003, "" },
  { "[@7  pp. 6–7, 9]", "[@7  pp. 6–7, 9]", "source", 7, "pp. 6–7, 9" },
  { "[a link](https://example.org) [@7]", "[@7]", "source", 7, "" },
  { "[[@7]]", "[@7]", "source", 7, "" },
  { "[@7|A speech| p.67]", "[@7|A speech| p.67]", "source", 7, "p.67", "A speech" },
  { "[@7|A speech|]", "[@7|A speech|]", "source", 7, "", "A speech" },
  { "[@7||]", "[@7||]", "source", 7, "", "" },
  { "[@7|A speech| p|q]", "[@7|A speech| p|q]", "source", 7, "p|q", "A speech" },
  { "", NULL },
  { "{", NULL },
  { "[", NULL },
  { "[@", NULL },
  { "[@]", NULL },
  { "[@ 7]", NULL },
  { "[@7", NULL },
  { "[@7 p.67", NULL },
  { "[@7 p.67\n]", NULL },
  { "[@7p.67]", NULL },
  { "[@7|A speech]", NULL },
  { "[@7|A\nspeech|]", NULL },
  { "[@7|A speech|", NULL },
  { "[@7|A [speech| p.67]", NULL },
  { "[@7|{figure:1}]", "{figure:1}", "figure", 1, "" },
  { "[@0]", NULL },
  { "{figure:", NULL },
  { "{figure:1", NULL },
  { "{figure:1|", NULL },
  { "{figure:1|one\ntwo}", NULL },
  { "{figure:0}", NULL },
  { "{figure:-1}", NULL },
  { "{figure: 1}", NULL },
  { "{figure:1 }", NULL },
  { "{figure:x}", NULL },
  { "{figure}", NULL },
  { "{:1}", NULL },
  { "{Figure:1}", NULL },
  { "{figures:1}", NULL },
  { "{fig:1}", NULL },
  { "{section:1}", NULL }, /* a text names no such thing */
  { "{source:1}", NULL },
  { "{figure:9223372036854775808}", NULL },
  { "{figure:99999999999999999999999999}", NULL },
};

static void
test_next (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (next_cases); i++)
    {
      const NextCase *c = &next_cases[i];
      CareReferenceMatch match;
      g_autofree char *found = NULL;
      g_autofree char *words = NULL;
      g_autofree char *name = NULL;

      g_test_message ("%s", c->text);
      g_assert_true (care_reference_next (c->text, 0, &match) == (c->found != NULL));
      if (c->found == NULL)
        continue;
      found = g_strndup (c->text + match.start, match.end - match.start);
      words = g_strndup (c->text + match.words_start, match.words_end - match.words_start);
      g_assert_cmpstr (found, ==, c->found);
      g_assert_cmpstr (words, ==, c->words);
      name = g_strndup (c->text + match.name_start, match.name_end - match.name_start);
      g_assert_cmpstr (name, ==, c->name == NULL ? "" : c->name);
      g_assert_cmpstr (match.kind->name, ==, c->kind);
      g_assert_cmpint (match.id, ==, c->id);
      g_assert_true (match.is_citation == (strcmp (c->kind, "source") == 0));
    }
}

static void
test_next_all (void)
{
  const char *text = "{figure:1}{pledge:3}, [@6 p.1][@7] {figure:x} {figure:2|two}";
  CareReferenceMatch match;
  g_autoptr (GString) found = g_string_new (NULL);

  for (gsize from = 0; care_reference_next (text, from, &match); from = match.end)
    g_string_append_printf (found, "%s %" G_GINT64_FORMAT ";", match.kind->name, match.id);
  g_assert_cmpstr (found->str, ==, "figure 1;pledge 3;source 6;source 7;figure 2;");
  g_assert_true (care_reference_next (text, 1, &match));
  g_assert_cmpuint (match.start, ==, 10);
  g_assert_false (care_reference_next (text, strlen (text), &match));
}

static void
test_words (void)
{
  static const struct
  {
    const char *kind;
    CareId id;
    const char *words;
  } cases[] = {
    { "figure", 1, "£3.8 billion" },
    { "figure", 2, "Innovation fund" },
    { "pledge", 3, "Integrate by 2018" },
  };
  g_autoptr (GPtrArray) records = make_records ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = care_reference_words (lookup (cases[i].kind, cases[i].id, records), CARE_QUANTITY_HOUSE);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

typedef struct
{
  const char *stored;
  const char *shown;
  const char *plain;
} TextCase;

static const TextCase text_cases[] = {
  { "", "", "" },
  { "No reference.", "No reference.", "No reference." },
  { "Of {figure:1}.", "Of {figure:1|£3.8 billion}.", "Of £3.8 billion." },
  { "{figure:2}", "{figure:2|Innovation fund}", "Innovation fund" },
  { "{figure:1}{pledge:3}", "{figure:1|£3.8 billion}{pledge:3|Integrate by 2018}",
    "£3.8 billionIntegrate by 2018" },
  { "So [@7 p.67] and [@7].", "So [@7|A speech| p.67] and [@7|A speech|].", "So  and ." },
  { "{figure:9}", "{figure:9|(missing: Figure)}", "(missing: Figure)" },
  { "[@9 p.67]", "[@9|(missing: Source)| p.67]", "" },
  { "{quotation:4}", "{quotation:4|One Two}", "One Two" },
  { "So {contradiction:9}.", "So {contradiction:9|(missing: Contradiction)}.", "So ." },
  { "{figure:x} {section:1} [@x]", "{figure:x} {section:1} [@x]", "{figure:x} {section:1} [@x]" },
  { "*{figure:1}*\n\n- £", "*{figure:1|£3.8 billion}*\n\n- £", "*£3.8 billion*\n\n- £" },
};

static void
test_texts (void)
{
  g_autoptr (GPtrArray) records = make_records ();

  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *shown = care_reference_show (text_cases[i].stored, CARE_QUANTITY_HOUSE, lookup, records);
      g_autofree char *stored = care_reference_store (shown);
      g_autofree char *again = care_reference_show (shown, CARE_QUANTITY_HOUSE, lookup, records);
      g_autofree char *plain = care_reference_plain (text_cases[i].stored, CARE_QUANTITY_HOUSE, lookup, records);

      g_assert_cmpstr (shown, ==, text_cases[i].shown);
      g_assert_cmpstr (stored, ==, text_cases[i].stored);
      g_assert_cmpstr (again, ==, shown);
      g_assert_cmpstr (plain, ==, text_cases[i].plain);
    }
}

/* Words that a person has written over, or that are of yesterday, do not count. */
static void
test_words_from_record (void)
{
  g_autoptr (GPtrArray) records = make_records ();
  g_autofree char *shown = care_reference_show ("{figure:1|£99 trillion}", CARE_QUANTITY_HOUSE, lookup, records);
  g_autofree char *stored = care_reference_store ("{figure:1|£99 trillion}");
  g_autofree char *plain = care_reference_plain ("{figure:1|£99 trillion}", CARE_QUANTITY_HOUSE, lookup, records);

  g_assert_cmpstr (shown, ==, "{figure:1|£3.8 billion}");
  g_assert_cmpstr (stored, ==, "{figure:1}");
  g_assert_cmpstr (plain, ==, "£3.8 billion");
}

/* Marks in a record's name do not end the reference. */
static void
test_marks_in_words (void)
{
  g_autoptr (GPtrArray) records = make_records ();
  g_autofree char *shown = care_reference_show ("{event:5} [@6 p.1].", CARE_QUANTITY_HOUSE, lookup, records);
  g_autofree char *stored = care_reference_store (shown);

  g_assert_cmpstr (stored, ==, "{event:5} [@6 p.1].");
}

/* Any text: what is stored comes back from what is shown. */
static void
test_round_trip (void)
{
  static const char *const parts[]
    = { "{", "}",     "figure", ":",   "1",          "|", "\n",        "[",    "@",    "7",  " ",
        "]", "event", "5",      "p.6", "{figure:1}", "£", "{event:5|", "[@7 ", "[@7|", "[@6" };
  g_autoptr (GPtrArray) records = make_records ();

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *stored = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *again = NULL;

      for (gint32 i = g_test_rand_int_range (0, 16); i > 0; i--)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      stored = care_reference_store (text->str);
      shown = care_reference_show (stored, CARE_QUANTITY_HOUSE, lookup, records);
      again = care_reference_store (shown);
      g_assert_cmpstr (again, ==, stored);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/next", test_next);
  g_test_add_func ("/reference/next-all", test_next_all);
  g_test_add_func ("/reference/words", test_words);
  g_test_add_func ("/reference/texts", test_texts);
  g_test_add_func ("/reference/words-from-record", test_words_from_record);
  g_test_add_func ("/reference/marks-in-words", test_marks_in_words);
  g_test_add_func ("/reference/round-trip", test_round_trip);

  return g_test_run ();
}
