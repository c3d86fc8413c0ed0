/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Positions as a table of parties by themes, and the order of their versions. */

#include "care-position-matrix.h"
#include "care-position-versions.h"

static void
add (GPtrArray *records, const char *kind, CareId id, ...)
{
  CareRecord *record = care_record_new (care_kind_find (kind), id);
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list args;

  va_start (args, id);
  while ((field = va_arg (args, const char *)) != NULL)
    {
      care_record_set (record, field, va_arg (args, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (args);
  g_ptr_array_add (records, record);
}

static GPtrArray *
make_records (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  add (records, "actor", 1, "name", "Zeta Party", "kind", "party", NULL);
  add (records, "actor", 2, "name", "Labour Party", "short_name", "Labour", "kind", "party", "ordinal", "2", NULL);
  add (records, "actor", 3, "name", "Conservative Party", "kind", "party", "ordinal", "1", NULL);
  add (records, "actor", 4, "name", "Écologistes", "kind", "party", NULL);
  add (records, "actor", 5, "name", "Monitor", "kind", "public-body", NULL); /* holds no position */
  add (records, "actor", 6, "name", "NHS England", "kind", "public-body", NULL);
  add (records, "theme", 11, "name", "Structure", "ordinal", "2", NULL);
  add (records, "theme", 12, "name", "Funding", "ordinal", "1", NULL);
  add (records, "position", 21, "actor", "2", "theme", "11", "title", "ICOs", "currency", "current", NULL);
  add (records, "position_version", 31, "position", "21", "wording", "Led by hospitals", "stated", "2014-09", NULL);
  add (records, "position_version", 32, "position", "21", "wording", "Led by anybody", "supersedes", "31", NULL);
  add (records, "position", 22, "actor", "2", "theme", "11", "title", "CCGs", "currency", "unclear", NULL);
  add (records, "position_version", 33, "position", "22", "wording", "Keep them", "strength", "could", NULL);
  add (records, "position", 23, "actor", "6", "title", "Without a theme", NULL);
  add (records, "position", 24, "actor", "3", "theme", "11", "title", "Law", "note", "Not in the manifesto.", NULL);
  add (records, "pledge", 41, "actor", "1", "theme", "12", "title", "Spend more", "kind", "action", NULL);
  return records;
}

/* Those with a place by it, then the others by name; whoever holds nothing is there if a party. */
static void
test_order (void)
{
  static const char *const actors[] = { "Conservative Party", "Labour", "Écologistes", "NHS England", "Zeta Party" };
  static const char *const themes[] = { "Funding", "Structure", "No theme" };
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (CarePositionMatrix) matrix = care_position_matrix_new (records);

  g_assert_cmpuint (care_position_matrix_get_n_actors (matrix), ==, G_N_ELEMENTS (actors));
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    g_assert_cmpstr (care_position_matrix_get_actor_name (matrix, i), ==, actors[i]);
  g_assert_cmpuint (care_position_matrix_get_n_themes (matrix), ==, G_N_ELEMENTS (themes));
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    g_assert_cmpstr (care_position_matrix_get_theme_name (matrix, i), ==, themes[i]);
  g_assert_null (care_position_matrix_get_theme (matrix, 2));
}

static void
assert_says (CarePositionMatrix *matrix, guint row, guint column, guint index, const char *expected)
{
  g_autofree char *said = care_position_matrix_say (matrix, row, column, index);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_say (void)
{
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (CarePositionMatrix) matrix = care_position_matrix_new (records);

  g_assert_cmpuint (care_position_matrix_get_n_positions (matrix, 1, 1), ==, 2);
  assert_says (matrix, 1, 1, 0, "Labour, Structure: ICOs, changed, 2 versions (1 of 2)");
  assert_says (matrix, 1, 1, 1, "Labour, Structure: CCGs, could, unclear whether still held (2 of 2)");
  assert_says (matrix, 3, 2, 0, "NHS England, No theme: Without a theme, not specified");
}

/* Never a blank: three absences are three words. */
static void
test_absences (void)
{
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (CarePositionMatrix) matrix = care_position_matrix_new (records);

  g_assert_cmpint (care_position_matrix_get_absence (matrix, 1, 1), ==, CARE_ABSENCE_NONE);
  g_assert_cmpint (care_position_matrix_get_absence (matrix, 4, 0), ==, CARE_ABSENCE_NOT_SPECIFIED); /* a pledge */
  g_assert_cmpint (care_position_matrix_get_absence (matrix, 0, 0), ==, CARE_ABSENCE_NOT_ASSESSED);
  g_assert_cmpint (care_position_matrix_get_position (matrix, 0, 1, 0)->absence, ==, CARE_ABSENCE_NOT_FOUND);
  assert_says (matrix, 0, 0, 0, "Conservative Party, Funding: not assessed");
  assert_says (matrix, 4, 0, 0, "Zeta Party, Funding: not specified beyond the pledge “Spend more”");
  assert_says (matrix, 0, 1, 0, "Conservative Party, Structure: Law, not found");
}

static void
test_readable (void)
{
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (CarePositionMatrix) few = care_position_matrix_new (records);
  g_autoptr (CarePositionMatrix) many = NULL;

  g_assert_true (care_position_matrix_is_readable (few));
  for (CareId id = 100; id < 109; id++)
    add (records, "theme", id, "name", "Another", NULL);
  {
    g_autoptr (CarePositionMatrix) full = care_position_matrix_new (records);

    g_assert_cmpuint (care_position_matrix_get_n_themes (full), ==, 12);
    g_assert_true (care_position_matrix_is_readable (full));
  }
  add (records, "theme", 109, "name", "One too many", NULL);
  many = care_position_matrix_new (records);
  g_assert_false (care_position_matrix_is_readable (many));
}

/* Of a briefing: its themes only, and what it leaves out of them is to be seen. */
static void
test_briefing (void)
{
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (GPtrArray) printed = g_ptr_array_new ();
  g_autoptr (CarePositionMatrix) matrix = NULL;
  g_autoptr (CarePositionMatrix) none = NULL;

  for (guint i = 0; i < records->len; i++)
    if (care_record_is (g_ptr_array_index (records, i), "position")
        && care_record_get_id (g_ptr_array_index (records, i)) == 22)
      g_ptr_array_add (printed, g_ptr_array_index (records, i));
  matrix = care_position_matrix_new_for (records, printed);
  g_assert_cmpuint (care_position_matrix_get_n_themes (matrix), ==, 1);
  assert_says (matrix, 0, 0, 0, "Conservative Party, Structure: Law, not found, not in this briefing");
  assert_says (matrix, 1, 0, 0, "Labour, Structure: ICOs, changed, 2 versions, not in this briefing (1 of 2)");
  assert_says (matrix, 1, 0, 1, "Labour, Structure: CCGs, could, unclear whether still held (2 of 2)");
  g_ptr_array_set_size (printed, 0);
  none = care_position_matrix_new_for (records, printed);
  g_assert_cmpuint (care_position_matrix_get_n_themes (none), ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (CarePositionMatrix) matrix = care_position_matrix_new (records);

  g_assert_cmpuint (care_position_matrix_get_n_actors (matrix), ==, 0);
  g_assert_cmpuint (care_position_matrix_get_n_themes (matrix), ==, 0);
}

static void
assert_order (GPtrArray *versions, const CareId *ids)
{
  g_autoptr (GPtrArray) ordered = care_position_versions_order (versions);

  g_assert_cmpuint (ordered->len, ==, versions->len);
  for (guint i = 0; i < ordered->len; i++)
    g_assert_cmpint (care_record_get_id (g_ptr_array_index (ordered, i)), ==, ids[i]);
}

/* X4: what is said to supersede decides, then dates, and what has none is older. */
static void
test_versions (void)
{
  static const CareId chain[] = { 11, 10, 9, 12 };
  static const CareId ring[] = { 1, 2 };
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) circular = g_ptr_array_new_with_free_func (g_object_unref);

  add (versions, "position_version", 9, "wording", "1", "stated", "2014-09", NULL);
  add (versions, "position_version", 10, "wording", "2", "stated", "2015-01-27?", "supersedes", "9", NULL);
  add (versions, "position_version", 11, "wording", "3", "supersedes", "10", NULL);
  add (versions, "position_version", 12, "wording", "4", NULL);
  assert_order (versions, chain);
  g_assert_true (care_position_versions_are_changed (versions));
  add (circular, "position_version", 1, "wording", "1", "supersedes", "2", NULL);
  g_assert_false (care_position_versions_are_changed (circular)); /* the other is not there */
  add (circular, "position_version", 2, "wording", "2", "supersedes", "1", NULL);
  assert_order (circular, ring);
}

/* A reading from outside the source stands in square brackets. */
static void
test_dates (void)
{
  static const struct
  {
    const char *stated;
    const char *words;
    const char *expected;
  } cases[] = {
    { "2014-09", "September", "September [September 2014]" },
    { "2014-09", "September 2014", "September 2014" },
    { "2014-09", NULL, "September 2014" },
    { NULL, "on Tuesday", "on Tuesday" },
    { NULL, "not stated", "date not stated" },
    { NULL, NULL, "date not stated" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *date = NULL;

      add (records, "position_version", 1, "wording", "Words", "stated", cases[i].stated, "stated_words", cases[i].words, NULL);
      date = care_position_version_date (g_ptr_array_index (records, 0));
      g_assert_cmpstr (date, ==, cases[i].expected);
    }
}

static CareRecord *
find (const char *kind, CareId id, gpointer records)
{
  for (guint i = 0; i < ((GPtrArray *) records)->len; i++)
    if (care_record_is (g_ptr_array_index ((GPtrArray *) records, i), kind)
        && care_record_get_id (g_ptr_array_index ((GPtrArray *) records, i)) == id)
      return g_ptr_array_index ((GPtrArray *) records, i);
  return NULL;
}

static void
test_describe (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *full = NULL;
  g_autofree char *bare = NULL;

  add (records, "person", 1, "name", "Andy Burnham", NULL);
  add (records, "position_version", 2, "wording", "Words", "stated", "2014-09", "speaker", "1", "speaker_role",
       "shadow health secretary", "venue", "Party conference", "strength", "would", NULL);
  add (records, "position_version", 3, "wording", "Words", NULL);
  full = care_position_version_describe (find ("position_version", 2, records), find, records);
  bare = care_position_version_describe (find ("position_version", 3, records), find, records);
  g_assert_cmpstr (full, ==, "September 2014 · Andy Burnham, shadow health secretary · Party conference · would");
  g_assert_cmpstr (bare, ==, "date not stated · strength not stated");
}

/* The date as far as it follows from the words, which are kept where they say something else. */
static void
test_read_date (void)
{
  static const struct
  {
    const char *typed;
    const char *anchor;
    const char *stated;
    const char *words;
  } cases[] = {
    { "September 2014", NULL, "2014-09", NULL },
    { " 27 January 2015 ", NULL, "2015-01-27", NULL },
    { "2015-01-27", NULL, "2015-01-27", NULL },
    { "on Tuesday", "2015-01-28", "2015-01-27", "on Tuesday" },
    { "on Tuesday", NULL, NULL, "on Tuesday" },
    { "at the conference", NULL, NULL, "at the conference" },
    { "", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (CareDate) anchor = cases[i].anchor == NULL ? NULL : care_date_from_edtf (cases[i].anchor, NULL);

      add (records, "position_version", 1, "wording", "Words", NULL);
      care_position_version_read_date (g_ptr_array_index (records, 0), cases[i].typed, anchor);
      g_assert_cmpstr (care_record_get (g_ptr_array_index (records, 0), "stated"), ==, cases[i].stated);
      g_assert_cmpstr (care_record_get (g_ptr_array_index (records, 0), "stated_words"), ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/position-matrix/order", test_order);
  g_test_add_func ("/position-matrix/say", test_say);
  g_test_add_func ("/position-matrix/absences", test_absences);
  g_test_add_func ("/position-matrix/readable", test_readable);
  g_test_add_func ("/position-matrix/briefing", test_briefing);
  g_test_add_func ("/position-matrix/empty", test_empty);
  g_test_add_func ("/position-versions/order", test_versions);
  g_test_add_func ("/position-versions/dates", test_dates);
  g_test_add_func ("/position-versions/read-date", test_read_date);
  g_test_add_func ("/position-versions/describe", test_describe);
  return g_test_run ();
}
