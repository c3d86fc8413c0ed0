/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-edition.h"

#include "care-error.h"

#define DAY care_day_from_ymd (2026, 11, 25)

static CareRecord *
make (const char *kind, CareId id, ...)
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
  return record;
}

static void
test_next_number (void)
{
  static const struct
  {
    const char *numbers[4];
    int next;
  } cases[] = {
    { { NULL }, 1 },
    { { "1", NULL }, 2 },
    { { "3", "1", "2", NULL }, 4 },
    { { "7", NULL }, 8 },
    /* no library of ours has it, but a stranger's may */
    { { "9223372036854775807", NULL }, G_MAXINT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) editions = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint n = 0; cases[i].numbers[n] != NULL; n++)
        g_ptr_array_add (editions, make ("edition", n + 1, "number", cases[i].numbers[n], NULL));
      g_assert_cmpint (care_edition_next_number (editions), ==, cases[i].next);
    }
}

/* Of the same number, as two copies of a library may have made them. */
static void
test_label (void)
{
  static const struct
  {
    CareId id;
    const char *number;
    const char *label;
  } cases[] = { { 40, "2", "2c" }, { 10, "1", "1" }, { 20, "2", "2a" }, { 50, "3", "3" }, { 30, "2", "2b" } };
  g_autoptr (GPtrArray) editions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *name = NULL;
  g_autofree char *file = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_ptr_array_add (editions, make ("edition", cases[i].id, "number", cases[i].number, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = care_edition_get_label (g_ptr_array_index (editions, i), editions);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
  name = care_edition_get_name (g_ptr_array_index (editions, 2), editions);
  file = care_edition_file_name (g_ptr_array_index (editions, 4), editions, "Integration", "pdf");
  g_assert_cmpstr (name, ==, "Edition 2a");
  g_assert_cmpstr (file, ==, "integration.edition-2b.pdf");
}

/* There are always letters enough. */
static void
test_label_many (void)
{
  static const char *const labels[] = { "1a", "1z", "1aa", "1az", "1ba" };
  static const guint indices[] = { 0, 25, 26, 51, 52 };
  g_autoptr (GPtrArray) editions = g_ptr_array_new_with_free_func (g_object_unref);

  for (CareId id = 1; id <= 60; id++)
    g_ptr_array_add (editions, make ("edition", id, "number", "1", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = care_edition_get_label (g_ptr_array_index (editions, indices[i]), editions);

      g_assert_cmpstr (label, ==, labels[i]);
    }
}

static void
test_date_field (void)
{
  g_autoptr (CareRecord) draft = make ("briefing", 1, "title", "Integration", NULL);
  g_autoptr (CareRecord) published = make ("briefing", 1, "published", "2015-05-18", NULL);

  g_assert_cmpstr (care_edition_date_field (draft, TRUE), ==, "published");
  g_assert_cmpstr (care_edition_date_field (draft, FALSE), ==, "published");
  g_assert_cmpstr (care_edition_date_field (published, TRUE), ==, "amended");
  g_assert_cmpstr (care_edition_date_field (published, FALSE), ==, "corrected");
}

static void
assert_dates (CareSnapshot *snapshot, const char *published, const char *amended, const char *corrected)
{
  CareRecord *briefing = care_snapshot_get_briefing (snapshot);

  g_assert_cmpstr (care_record_get (briefing, "published"), ==, published);
  g_assert_cmpstr (care_record_get (briefing, "amended"), ==, amended);
  g_assert_cmpstr (care_record_get (briefing, "corrected"), ==, corrected);
}

/* The policy from the first edition to the fourth, a day each. */
static void
test_date (void)
{
  g_autoptr (CareRecord) briefing = make ("briefing", 1, "title", "Integration", NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (CareSnapshot) none = NULL;
  g_autoptr (CareSnapshot) first = NULL;
  g_autoptr (CareSnapshot) second = NULL;
  g_autoptr (CareSnapshot) third = NULL;
  g_autoptr (CareSnapshot) fourth = NULL;

  g_ptr_array_add (records, briefing);
  none = care_snapshot_new (briefing, records);
  first = care_edition_date (none, &(CareEditionDraft){ .significant = TRUE, .made = DAY });
  second = care_edition_date (first, &(CareEditionDraft){ .significant = FALSE, .made = DAY + 1 });
  third = care_edition_date (second, &(CareEditionDraft){ .significant = TRUE, .made = DAY + 2 });
  fourth = care_edition_date (third, &(CareEditionDraft){ .significant = FALSE, .made = DAY + 3 });
  assert_dates (none, NULL, NULL, NULL);
  assert_dates (first, "2026-11-25", NULL, NULL);
  assert_dates (second, "2026-11-25", NULL, "2026-11-26");
  assert_dates (third, "2026-11-25", "2026-11-27", "2026-11-26");
  assert_dates (fourth, "2026-11-25", "2026-11-27", "2026-11-28");
}

/* What is not the briefing stays as it is. */
static void
test_date_only (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CareSnapshot) snapshot = NULL;
  g_autoptr (CareSnapshot) dated = NULL;
  g_autoptr (GPtrArray) after = NULL;

  g_ptr_array_add (records, make ("briefing", 1, "title", "Integration", NULL));
  g_ptr_array_add (records, make ("briefing", 2, "title", "Another", NULL));
  g_ptr_array_add (records, make ("section", 3, "briefing", "1", "heading", "Money", NULL));
  snapshot = care_snapshot_new (g_ptr_array_index (records, 0), records);
  dated = care_edition_date (snapshot, &(CareEditionDraft){ .significant = TRUE, .made = DAY });
  after = care_snapshot_get_records (dated);
  g_assert_cmpuint (after->len, ==, 3);
  g_assert_true (care_record_is (g_ptr_array_index (after, 2), "section"));
  g_assert_null (care_record_get (care_snapshot_find (dated, "briefing", 2), "published"));
  g_assert_cmpint (care_record_get_id (care_snapshot_get_briefing (dated)), ==, 1);
}

static void
test_new (void)
{
  g_autoptr (CareRecord) briefing = make ("briefing", 4, "title", "Integrating health and social care", NULL);
  g_autoptr (GBytes) contents = g_bytes_new_static ("abc", 3);
  g_autoptr (GBytes) pdf = g_bytes_new_static ("abcd", 4);
  g_autoptr (GError) error = NULL;
  CareEditionDraft draft = { .made = DAY, .note = "The date of the pooled budget\nput right" };
  g_autoptr (CareRecord) edition = care_edition_new (9, briefing, 2, &draft, "A. Writer", contents, pdf, &error);
  g_autoptr (GPtrArray) editions = g_ptr_array_new ();
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  g_autofree char *file = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (care_record_get_id (edition), ==, 9);
  g_assert_cmpint (care_record_get_reference (edition, "briefing"), ==, 4);
  g_assert_true (care_record_belongs_to (edition, briefing));
  g_assert_cmpstr (care_record_get_title (edition), ==, "Integrating health and social care, edition 2");
  g_assert_cmpstr (care_record_get (edition, "contents"), ==, "YWJj");
  g_assert_cmpstr (care_record_get (edition, "pdf"), ==, "YWJjZA==");
  g_ptr_array_add (editions, edition);
  name = care_edition_get_name (edition, editions);
  words = care_edition_describe (edition);
  file = care_edition_file_name (edition, editions, "Integrating health & social care", "pdf");
  g_assert_cmpstr (name, ==, "Edition 2");
  g_assert_cmpstr (file, ==, "integrating-health-social-care.edition-2.pdf");
  g_assert_cmpstr (words, ==, "Minor correction · 25 November 2026 · A. Writer · "
                              "The date of the pooled budget put right");
}

static void
test_new_bare (void)
{
  g_autoptr (CareRecord) briefing = make ("briefing", 4, "title", "Integration", NULL);
  g_autoptr (GBytes) contents = g_bytes_new_static ("abc", 3);
  CareEditionDraft draft = { .significant = TRUE, .made = DAY };
  g_autoptr (CareRecord) edition = care_edition_new (9, briefing, 1, &draft, NULL, contents, NULL, NULL);
  g_autofree char *words = care_edition_describe (edition);

  g_assert_cmpstr (words, ==, "Significant amendment · 25 November 2026");
  g_assert_null (care_record_get (edition, "pdf"));
}

static void
test_new_refused (void)
{
  g_autoptr (CareRecord) briefing = make ("briefing", 4, "title", "Integration", NULL);
  g_autoptr (GBytes) contents = g_bytes_new_static ("abc", 3);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GError) text = NULL;
  g_autoptr (GError) empty = NULL;

  g_assert_null (care_edition_new (9, briefing, 1, &(CareEditionDraft){ .made = DAY, .note = "\xff" }, NULL,
                                   contents, NULL, &text));
  g_assert_error (text, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_TEXT);
  g_assert_null (care_edition_new (9, briefing, 1, &(CareEditionDraft){ .made = DAY }, NULL, nothing, NULL, &empty));
  g_assert_error (empty, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED);
}

/* One record changed, one gone that is still named, and one new. */
static void
test_compare (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CareSnapshot) before = NULL;
  g_autoptr (CareSnapshot) after = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GPtrArray) none = NULL;

  g_ptr_array_add (records, make ("briefing", 1, "title", "Integration", NULL));
  g_ptr_array_add (records, make ("figure", 2, "label", "Better Care Fund", "value", "38e8 GBP", "actor", "3", NULL));
  g_ptr_array_add (records, make ("actor", 3, "name", "Monitor", NULL));
  before = care_snapshot_new (g_ptr_array_index (records, 0), records);
  care_record_set (g_ptr_array_index (records, 1), "value", "53e8 GBP", NULL);
  care_record_set (g_ptr_array_index (records, 1), "actor", NULL, NULL);
  g_ptr_array_remove_index (records, 2);
  g_ptr_array_add (records, make ("section", 4, "briefing", "1", "heading", "Money", NULL));
  after = care_snapshot_new (g_ptr_array_index (records, 0), records);

  texts = care_edition_compare (before, after);
  g_assert_cmpuint (texts->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (texts, 0), ==, "Actor “Monitor” removed");
  g_assert_cmpstr (g_ptr_array_index (texts, 1), ==,
                   "Value of “Better Care Fund”: £3.8 billion → £5.3 billion\n"
                   "Whose of “Better Care Fund”: Monitor → nothing");
  g_assert_cmpstr (g_ptr_array_index (texts, 2), ==, "Section “Money” added");
  none = care_edition_compare (after, after);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edition/next-number", test_next_number);
  g_test_add_func ("/edition/label", test_label);
  g_test_add_func ("/edition/label-many", test_label_many);
  g_test_add_func ("/edition/date-field", test_date_field);
  g_test_add_func ("/edition/date", test_date);
  g_test_add_func ("/edition/date-only", test_date_only);
  g_test_add_func ("/edition/new", test_new);
  g_test_add_func ("/edition/new-bare", test_new_bare);
  g_test_add_func ("/edition/new-refused", test_new_refused);
  g_test_add_func ("/edition/compare", test_compare);

  return g_test_run ();
}
