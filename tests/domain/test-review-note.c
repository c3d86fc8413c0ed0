/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-review-note.h"

#include "care-error.h"

static CareRecord *
make_named (const char *kind, CareId id, const char *field, const char *title)
{
  CareRecord *record = care_record_new (care_kind_find (kind), id);

  g_assert_true (care_record_set (record, field, title, NULL));
  return record;
}

/* It names what it is about, and says by whom and of which day. */
static void
test_new (void)
{
  g_autoptr (CareRecord) briefing = make_named ("briefing", 1, "title", "Care");
  g_autoptr (CareRecord) box = make_named ("box", 3, "title", "Party lines");
  g_autoptr (GError) error = NULL;
  CareDay day = care_day_from_ymd (2026, 11, 26);
  g_autoptr (CareRecord) of_box = care_review_note_new (briefing, box, 10, "Who says so?", "A. Writer", day, &error);
  g_autoptr (CareRecord) of_all = care_review_note_new (briefing, briefing, 11, "Too long", NULL, day, &error);
  g_autofree char *first = care_review_note_describe (of_box, box);
  g_autofree char *second = care_review_note_describe (of_all, briefing);

  g_assert_no_error (error);
  g_assert_cmpint (care_record_get_reference (of_box, "briefing"), ==, 1);
  g_assert_cmpint (care_record_get_reference (of_box, "box"), ==, 3);
  g_assert_null (care_record_get (of_box, "section"));
  g_assert_null (care_record_get (of_all, "box"));
  g_assert_cmpstr (care_record_get (of_box, "written"), ==, "2026-11-26");
  g_assert_cmpstr (first, ==, "“Party lines” · A. Writer · 26 November 2026");
  g_assert_cmpstr (second, ==, "The whole briefing · 26 November 2026");
}

static void
test_standing (void)
{
  g_autoptr (CareRecord) note = make_named ("review_note", 10, "text", "Too long");

  g_assert_true (care_review_note_is_open (note)); /* where nothing is said */
  care_record_set (note, "standing", "resolved", NULL);
  g_assert_false (care_review_note_is_open (note));
}

static void
test_empty (void)
{
  g_autoptr (CareRecord) briefing = make_named ("briefing", 1, "title", "Care");
  g_autoptr (GError) error = NULL;

  g_assert_null (care_review_note_new (briefing, briefing, 10, "", NULL, care_day_from_ymd (2026, 11, 26), &error));
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review-note/new", test_new);
  g_test_add_func ("/review-note/standing", test_standing);
  g_test_add_func ("/review-note/empty", test_empty);
  return g_test_run ();
}
