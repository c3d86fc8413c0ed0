/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the text to its place on the pages, and back. */

#include "page-fixture.h"

#include "care-prose-place.h"

#include <string.h>

static CarePages *
compose (PageFixture *fixture, guint allowed)
{
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);

  return care_pages_new (snapshot, allowed);
}

static void
test_hit_and_find (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (650);
  g_autoptr (CarePages) pages = compose (fixture, 2);
  const CareKind *kind = NULL;
  CareId id = 0;
  int offset;

  for (guint i = 0; i < fixture->records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (fixture->records, i);
      gboolean found_again = FALSE;
      guint page;
      double left, y;

      if (!care_record_is (record, "section") && !care_record_is (record, "box"))
        continue;
      g_assert_true (
        care_pages_find (pages, care_record_get_kind (record), care_record_get_id (record), &page, &left, &y));
      g_assert_cmpfloat (left, >, 0);
      for (double x = 0; x < CARE_PAGE_WIDTH_PT && !found_again; x += 5)
        found_again = care_pages_hit (pages, page, x, y + 0.5, &kind, &id, &offset)
                      && kind == care_record_get_kind (record) && id == care_record_get_id (record);
      g_assert_true (found_again);
    }
  g_assert_false (care_pages_hit (pages, 0, 1, 1, &kind, &id, &offset));
  g_assert_false (care_pages_hit (pages, 9, 100, 100, &kind, &id, &offset));
}

/* Whether some point of the line there gives @offset. */
static gboolean
hits (CarePages *pages, guint page, double left, double y, guint offset)
{
  const CareKind *kind;
  CareId id;
  int found;

  for (double x = left; x < left + 400; x += 1)
    if (care_pages_hit (pages, page, x, y + 3, &kind, &id, &found) && found == (int) offset)
      return TRUE;
  return FALSE;
}

/* Each word of a text is found where it is printed, and from there found again. */
static void
assert_words_found (CarePages *pages, CareRecord *record, const char *text)
{
  for (const char *word = text; *word != '\0'; word += strcspn (word, " \n"))
    {
      guint page;
      double x, y;

      word += strspn (word, " \n");
      g_assert_true (care_pages_find_text (pages, care_record_get_kind (record), care_record_get_id (record),
                                           (guint) (word - text), &page, &x, &y));
      if (!hits (pages, page, x, y, (guint) (word - text)))
        g_error ("“%.20s” is not where it was found, on page %u at %.0f, %.0f", word, page + 1, x, y);
    }
}

static void
test_words (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (650);
  g_autoptr (CarePages) pages = compose (fixture, 2);

  for (guint i = 0; i < fixture->records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (fixture->records, i);

      if (care_record_is (record, "section"))
        assert_words_found (pages, record, care_record_get (record, "text"));
      if (care_record_is (record, "briefing"))
        assert_words_found (pages, record, care_record_get (record, "standfirst"));
    }
}

/* What is past the last page is nowhere. */
static void
test_overset (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (3000);
  g_autoptr (CarePages) pages = compose (fixture, 2);
  CareRecord *last = NULL;
  guint page;
  double x, y;

  for (guint i = 0; i < fixture->records->len; i++)
    if (care_record_is (g_ptr_array_index (fixture->records, i), "section"))
      last = g_ptr_array_index (fixture->records, i);
  g_assert_false (care_pages_find_text (pages, care_record_get_kind (last), care_record_get_id (last),
                                        (guint) strlen (care_record_get (last, "text")), &page, &x, &y));
}

#define SOURCE "First one.\n\n* It had *not* been {figure:17016} in 2015,[@7003 p.67] but\n  less than that."
#define PRINTED "It had not been £3.8 billion in 2015,1 but less than that."

static void
assert_pair (const char *in_source, const char *in_text)
{
  guint from = (guint) (strstr (SOURCE, "It") - SOURCE);
  guint source = (guint) (strstr (SOURCE, in_source) - SOURCE);
  guint text = (guint) (strstr (PRINTED, in_text) - PRINTED);

  g_assert_cmpuint (care_prose_place_in_source (SOURCE, from, sizeof SOURCE - 1, PRINTED, text), ==, source);
  g_assert_cmpuint (care_prose_place_in_text (SOURCE, from, sizeof SOURCE - 1, PRINTED, source), ==, text);
}

/* Between marks, and past what references print. */
static void
test_marks (void)
{
  static const char *const words[] = { "It had", "had", "not", "been", "in 2015", "2015", "but", "less", "than", "that" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = g_strndup (words[i], strcspn (words[i], " "));

      assert_pair (word, word);
    }
}

/* Of what a reference prints there is nothing else to be told than what is before it. */
static void
test_reference (void)
{
  guint from = (guint) (strstr (SOURCE, "It") - SOURCE);
  guint billion = (guint) (strstr (PRINTED, "billion") - PRINTED);
  guint figure = (guint) (strstr (SOURCE, "17016") - SOURCE);
  guint found = care_prose_place_in_source (SOURCE, from, sizeof SOURCE - 1, PRINTED, billion);

  g_assert_cmpuint (found, ==, strstr (SOURCE, " {figure") - SOURCE);
  found = care_prose_place_in_text (SOURCE, from, sizeof SOURCE - 1, PRINTED, figure);
  g_assert_cmpuint (found, ==, strstr (PRINTED, "been") - PRINTED);
  /* Where nothing is found there is no place but the first. */
  g_assert_cmpuint (care_prose_place_in_source ("*Zü*rich", 0, 9, "Zürich", 2), ==, 0);
  g_assert_cmpuint (care_prose_place_in_source ("", 0, 0, "", 0), ==, 0);
  g_assert_cmpuint (care_prose_place_in_text ("", 0, 0, "", 0), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/find/hit-and-find", test_hit_and_find);
  g_test_add_func ("/page/find/words", test_words);
  g_test_add_func ("/page/find/overset", test_overset);
  g_test_add_func ("/page/find/marks", test_marks);
  g_test_add_func ("/page/find/reference", test_reference);
  return g_test_run ();
}
