/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-snapshot.h"

static CareRecord *
add (GPtrArray *records, const char *kind, CareId id, const char *field, const char *text)
{
  CareRecord *record = care_record_new (care_kind_find (kind), id);
  g_autoptr (GError) error = NULL;

  care_record_set (record, field, text, &error);
  g_assert_no_error (error);
  g_ptr_array_add (records, record);
  return record;
}

/* Briefing 1 with sections 4, 2 and 3 in that order, and figure 4 of actor 5. */
static GPtrArray *
make_records (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  add (records, "briefing", 1, "title", "Integration");
  care_record_set (add (records, "section", 2, "briefing", "1"), "ordinal", "2", NULL);
  care_record_set (add (records, "section", 3, "briefing", "1"), "ordinal", "2", NULL);
  care_record_set (add (records, "section", 4, "briefing", "1"), "ordinal", "1", NULL);
  care_record_set (add (records, "figure", 4, "value", "38e8 GBP"), "actor", "5", NULL);
  add (records, "actor", 5, "name", "Labour");
  return records;
}

static CareSnapshot *
make_snapshot (void)
{
  g_autoptr (GPtrArray) records = make_records ();

  return care_snapshot_new (g_ptr_array_index (records, 0), records);
}

static void
test_find (void)
{
  g_autoptr (CareSnapshot) snapshot = make_snapshot ();

  g_assert_cmpstr (care_record_get_title (care_snapshot_get_briefing (snapshot)), ==, "Integration");
  g_assert_true (care_snapshot_find (snapshot, "briefing", 1) == care_snapshot_get_briefing (snapshot));
  g_assert_cmpstr (care_record_get (care_snapshot_find (snapshot, "figure", 4), "value"), ==, "38e8 GBP");
  g_assert_true (care_record_is (care_snapshot_find (snapshot, "section", 4), "section"));
  g_assert_true (care_snapshot_lookup ("figure", 4, snapshot) == care_snapshot_find (snapshot, "figure", 4));
  g_assert_null (care_snapshot_find (snapshot, "figure", 5));
  g_assert_null (care_snapshot_find (snapshot, "source", 4));
  g_assert_null (care_snapshot_find (snapshot, "no-such-kind", 4));
}

static void
test_follow (void)
{
  g_autoptr (CareSnapshot) snapshot = make_snapshot ();
  CareRecord *figure = care_snapshot_find (snapshot, "figure", 4);

  g_assert_true (care_snapshot_follow (snapshot, figure, "actor")
                 == care_snapshot_find (snapshot, "actor", 5));
  g_assert_null (care_snapshot_follow (snapshot, figure, "estimator"));
}

/* A reference to what the snapshot does not hold leads nowhere. */
static void
test_follow_missing (void)
{
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (CareSnapshot) snapshot = NULL;

  care_record_set (g_ptr_array_index (records, 4), "estimator", "99", NULL);
  snapshot = care_snapshot_new (g_ptr_array_index (records, 0), records);
  g_assert_null (care_snapshot_follow (snapshot, care_snapshot_find (snapshot, "figure", 4), "estimator"));
}

static void
test_list (void)
{
  static const CareId order[] = { 4, 2, 3 };
  g_autoptr (CareSnapshot) snapshot = make_snapshot ();
  g_autoptr (GPtrArray) sections = care_snapshot_list (snapshot, "section", "briefing", 1);
  g_autoptr (GPtrArray) none = care_snapshot_list (snapshot, "section", "briefing", 2);
  g_autoptr (GPtrArray) no_boxes = care_snapshot_list (snapshot, "box", "briefing", 1);

  g_assert_cmpuint (sections->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpint (care_record_get_id (g_ptr_array_index (sections, i)), ==, order[i]);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (no_boxes->len, ==, 0);
}

/* By kind, and an edition is none of what is shown. */
static void
test_get_records (void)
{
  static const CareId order[] = { 5, 4, 1, 4, 2, 3 };
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (CareSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) all = NULL;

  add (records, "edition", 6, "briefing", "1");
  snapshot = care_snapshot_new (g_ptr_array_index (records, 0), records);
  all = care_snapshot_get_records (snapshot);
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpint (care_record_get_id (g_ptr_array_index (all, i)), ==, order[i]);
  g_assert_null (care_snapshot_find (snapshot, "edition", 6));
}

static void
test_does_not_change (void)
{
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (CareSnapshot) snapshot = care_snapshot_new (g_ptr_array_index (records, 0), records);

  care_record_set (g_ptr_array_index (records, 0), "title", "Another", NULL);
  care_record_set (g_ptr_array_index (records, 4), "value", NULL, NULL);
  g_assert_cmpstr (care_record_get_title (care_snapshot_get_briefing (snapshot)), ==, "Integration");
  g_assert_cmpstr (care_record_get (care_snapshot_find (snapshot, "figure", 4), "value"), ==, "38e8 GBP");
}

static void
test_ref (void)
{
  CareSnapshot *snapshot = make_snapshot ();
  CareSnapshot *held = g_boxed_copy (CARE_TYPE_SNAPSHOT, snapshot);
  CareRecord *briefing = care_snapshot_get_briefing (held);
  gpointer watched = briefing;

  g_assert_true (held == snapshot);
  g_object_add_weak_pointer (G_OBJECT (briefing), &watched);
  care_snapshot_unref (snapshot);
  g_assert_true (watched == briefing);
  g_boxed_free (CARE_TYPE_SNAPSHOT, held);
  g_assert_null (watched);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/snapshot/find", test_find);
  g_test_add_func ("/snapshot/follow", test_follow);
  g_test_add_func ("/snapshot/follow-missing", test_follow_missing);
  g_test_add_func ("/snapshot/list", test_list);
  g_test_add_func ("/snapshot/get-records", test_get_records);
  g_test_add_func ("/snapshot/does-not-change", test_does_not_change);
  g_test_add_func ("/snapshot/ref", test_ref);

  return g_test_run ();
}
