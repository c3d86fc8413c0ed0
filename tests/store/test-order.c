/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists that a person puts in another order. */

#include "care-record-list-private.h"
#include "store-fixture.h"

#define N_MANY 2500u /* more than a first piece, and than can be done in a turn */

static const char *const figures[] = { "figure", NULL };
static const char *const dated[] = { "pledge", "event", NULL };

static const CareOrder *
find_order (const char *kind, const char *name)
{
  guint n;
  const CareOrder *orders = care_order_list (kind, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (orders[i].name, name))
      return &orders[i];
  g_assert_not_reached ();
}

static void
on_ordered (CareRecordList *list, gboolean *ordered)
{
  *ordered = TRUE;
}

/* Until it is all there. */
static void
settle (GListModel *list, guint n)
{
  for (;;)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      if (g_list_model_get_n_items (list) == n)
        return;
    }
}

static void
put_in_order (GListModel *list, const CareOrder *order, gboolean descending)
{
  gboolean ordered = FALSE;
  guint n = g_list_model_get_n_items (list);
  gulong handler = g_signal_connect (list, "ordered", G_CALLBACK (on_ordered), &ordered);

  care_record_list_set_order (CARE_RECORD_LIST (list), order, descending);
  while (!ordered)
    g_main_context_iteration (NULL, FALSE);
  settle (list, n);
  g_signal_handler_disconnect (list, handler);
}

static char *
join_titles (GListModel *list)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CareRecord) record = g_list_model_get_item (list, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", care_record_get_title (record));
    }
  return g_string_free (titles, FALSE);
}

static void
assert_titles (GListModel *list, const char *expected)
{
  g_autofree char *titles = join_titles (list);

  g_assert_cmpstr (titles, ==, expected);
}

static CareLibrary *
open_with (StoreFixture *fixture, GPtrArray *records)
{
  store_fixture_create (fixture, records);
  return store_fixture_open (fixture, CARE_LIBRARY_WRITE);
}

static void
apply (CareLibrary *library, CareAct *act)
{
  g_autoptr (GError) error = NULL;

  care_library_apply (library, act, &error);
  g_assert_no_error (error);
}

static void
insert (CareLibrary *library, CareRecord *record)
{
  g_autoptr (CareAct) act = care_act_new ("insert");

  care_act_insert (act, record);
  g_object_unref (record);
  apply (library, act);
}

static void
delete (CareLibrary *library, const char *kind, CareId id)
{
  g_autoptr (CareAct) act = care_act_new ("delete");

  care_act_delete (act, care_library_find (library, kind, id));
  apply (library, act);
}

/* A figure with no number, or with nothing said, is last in either direction; what is
 * equal is by name. */
static void
test_amount (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GListModel) list = NULL;

  g_ptr_array_add (records, store_record_new ("figure", 1, "label", "d", "value", "38e8 GBP", NULL));
  g_ptr_array_add (records, store_record_new ("figure", 2, "label", "c", "value", "8e3 GPs", NULL));
  g_ptr_array_add (records, store_record_new ("figure", 3, "label", "b", "value", "not-found GBP", NULL));
  g_ptr_array_add (records, store_record_new ("figure", 4, "label", "a", NULL));
  g_ptr_array_add (records, store_record_new ("figure", 5, "label", "f", "value", ">=2 GBP", NULL));
  g_ptr_array_add (records, store_record_new ("figure", 6, "label", "e", "value", "38e8 GBP", NULL));
  library = open_with (fixture, records);
  list = care_library_list_sorted (library, figures);
  assert_titles (list, "a b c d e f");
  put_in_order (list, find_order ("figure", "amount"), FALSE);
  assert_titles (list, "f d e c b a");
  put_in_order (list, find_order ("figure", "amount"), TRUE);
  assert_titles (list, "d e f c b a");
  put_in_order (list, find_order ("figure", "title"), TRUE);
  assert_titles (list, "f e d c b a");
  insert (library, store_record_new ("figure", 7, "label", "da", NULL));
  assert_titles (list, "f e da d c b a");
  put_in_order (list, find_order ("figure", "title"), FALSE);
  assert_titles (list, "a b c d da e f");
}

/* Parties in their declared order, others by name, and then the positions of nobody. */
static void
test_party (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GListModel) list = NULL;

  g_ptr_array_add (records, store_record_new ("actor", 1, "name", "Zebra", "kind", "party", "ordinal", "1", NULL));
  g_ptr_array_add (records, store_record_new ("actor", 2, "name", "Labour", "kind", "party", "ordinal", "2", NULL));
  g_ptr_array_add (records, store_record_new ("actor", 3, "name", "Age UK", "kind", "public-body", NULL));
  g_ptr_array_add (records, store_record_new ("figure", 1, "label", "d", "actor", "2", NULL));
  g_ptr_array_add (records, store_record_new ("figure", 2, "label", "c", "actor", "3", NULL));
  g_ptr_array_add (records, store_record_new ("figure", 3, "label", "b", "actor", "1", NULL));
  g_ptr_array_add (records, store_record_new ("figure", 4, "label", "a", NULL));
  library = open_with (fixture, records);
  list = care_library_list_sorted (library, figures);
  put_in_order (list, find_order ("figure", "party"), FALSE);
  assert_titles (list, "b d c a");
  put_in_order (list, find_order ("figure", "party"), TRUE);
  assert_titles (list, "c d b a");
}

/* By our own verdict, the newest of it: not a source's. */
static void
test_verdict (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GListModel) list = NULL;

  for (CareId i = 1; i <= 3; i++)
    {
      g_autofree char *title = g_strdup_printf ("p%d", (int) i);

      g_ptr_array_add (records, store_record_new ("pledge", i, "title", title, "kind", "outcome", "made", "2015", NULL));
    }
  g_ptr_array_add (records, store_record_new ("event", 4, "title", "e", "happened", "2014", NULL));
  g_ptr_array_add (records, store_record_new ("verdict", 1, "pledge", "1", "whose", "ours", "delivery", "too-early",
                                              "judged", "2015", NULL));
  g_ptr_array_add (records, store_record_new ("verdict", 2, "pledge", "1", "whose", "ours", "delivery", "delivered",
                                              "judged", "2016", NULL));
  g_ptr_array_add (records, store_record_new ("verdict", 3, "pledge", "3", "whose", "ours", "delivery", "stalled", NULL));
  g_ptr_array_add (records, store_record_new ("verdict", 4, "pledge", "2", "whose", "source", "delivery", "not-started",
                                              NULL));
  library = open_with (fixture, records);
  list = care_library_list_sorted (library, dated);
  assert_titles (list, "e p1 p2 p3");
  put_in_order (list, find_order ("pledge", "verdict"), FALSE);
  assert_titles (list, "p3 p1 e p2");
  put_in_order (list, find_order ("pledge", "verdict"), TRUE);
  assert_titles (list, "p1 p3 e p2");
  put_in_order (list, find_order ("pledge", "made"), TRUE);
  assert_titles (list, "p1 p2 p3 e");
  put_in_order (list, find_order ("pledge", "title"), FALSE);
  assert_titles (list, "e p1 p2 p3");
  put_in_order (list, find_order ("pledge", "date"), TRUE);
  assert_titles (list, "p3 p2 p1 e");
}

static GPtrArray *
make_many (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *label = g_strdup_printf ("%05u", i * 7919 % N_MANY);
      g_autofree char *value = g_strdup_printf ("%u GBP", i * 104729 % N_MANY);

      g_ptr_array_add (records, store_record_new ("figure", 1000 + i, "label", label, "value", value, NULL));
    }
  return records;
}

static void
assert_by_amount (GListModel *list)
{
  for (guint i = 0; i + 1 < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CareRecord) record = g_list_model_get_item (list, i);
      g_autoptr (CareRecord) next = g_list_model_get_item (list, i + 1);
      g_autoptr (CareQuantity) one = care_record_dup_quantity (record, "value");
      g_autoptr (CareQuantity) other = care_record_dup_quantity (next, "value");

      g_assert_cmpint (care_quantity_compare (one, other), >=, 0);
    }
}

/* What is shown before all is sorted, told by "ordered", stays at the beginning. */
static void
on_first_seen (CareRecordList *list, GPtrArray *seen)
{
  for (guint i = 0; i < 24; i++)
    g_ptr_array_add (seen, g_list_model_get_item (G_LIST_MODEL (list), i));
}

static void
test_first_seen (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = make_many ();
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GListModel) list = NULL;

  /* Many that are equal are in order by name. */
  for (guint i = 0; i < N_MANY; i += 3)
    g_assert_true (care_record_set (g_ptr_array_index (records, i), "value", "999999 GBP", NULL));
  library = open_with (fixture, records);
  list = care_library_list_sorted (library, figures);
  g_signal_connect (list, "ordered", G_CALLBACK (on_first_seen), seen);
  care_record_list_set_order (CARE_RECORD_LIST (list), find_order ("figure", "amount"), TRUE);
  settle (list, N_MANY);
  g_assert_cmpuint (seen->len, ==, 24);
  for (guint i = 0; i < seen->len; i++)
    {
      g_autoptr (CareRecord) record = g_list_model_get_item (list, i);

      g_assert_true (record == g_ptr_array_index (seen, i));
      g_assert_cmpstr (care_record_get (record, "value"), ==, "999999 GBP");
      g_assert_true (i == 0 || g_strcmp0 (care_record_get_title (g_ptr_array_index (seen, i - 1)),
                                          care_record_get_title (record)) < 0);
    }
  assert_by_amount (list);
}

/* A long list comes piece by piece, follows what is done meanwhile and afterwards, and
 * keeps its order when something is looked for in it. */
static void
test_many (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = make_many ();
  g_autoptr (CareLibrary) library = open_with (fixture, records);
  g_autoptr (GListModel) list = care_library_list_sorted (library, figures);
  guint position;

  care_record_list_set_order (CARE_RECORD_LIST (list), find_order ("figure", "amount"), TRUE);
  g_main_context_iteration (NULL, FALSE);
  delete (library, "figure", 1003);
  insert (library, store_record_new ("figure", 1, "label", "new", "value", "100000 GBP", NULL));
  settle (list, N_MANY);
  assert_by_amount (list);
  g_assert_true (care_record_list_find (CARE_RECORD_LIST (list), care_library_find (library, "figure", 1), &position));
  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpint (care_record_list_get_id (CARE_RECORD_LIST (list), 0), ==, 1);
  g_assert_cmpint (care_record_list_get_id (CARE_RECORD_LIST (list), N_MANY), ==, 0);
  insert (library, store_record_new ("figure", 2, "label", "newer", "value", "1000 GBP", NULL));
  delete (library, "figure", 1100);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, N_MANY);
  assert_by_amount (list);
  care_record_list_set_typed (CARE_RECORD_LIST (list), "new");
  settle (list, 2);
  assert_titles (list, "new newer");
  care_record_list_set_typed (CARE_RECORD_LIST (list), NULL);
  settle (list, N_MANY);
  assert_by_amount (list);
  put_in_order (list, NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, N_MANY);
}

/* (transfer full): with nothing in them that is found by digits, but their names. */
static GPtrArray *
make_many_without_value (void)
{
  GPtrArray *records = make_many ();

  for (guint i = 0; i < records->len; i++)
    g_assert_true (care_record_set (g_ptr_array_index (records, i), "value", NULL, NULL));
  return records;
}

static void
count (guint *n)
{
  ++*n;
}

/* What is typed is shown from its beginning; what is typed no more, or changed, leaves what is seen in its place. */
static void
test_typed_is_new (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = make_many_without_value ();
  g_autoptr (CareLibrary) library = open_with (fixture, records);
  g_autoptr (GListModel) list = care_library_list_sorted (library, figures);
  guint n_ordered = 0;

  settle (list, N_MANY);
  g_signal_connect_swapped (list, "ordered", G_CALLBACK (count), &n_ordered);
  care_record_list_set_typed (CARE_RECORD_LIST (list), "020");
  settle (list, 100);
  g_assert_cmpuint (n_ordered, ==, 1);
  insert (library, store_record_new ("figure", 1, "label", "0200", NULL));
  settle (list, 101);
  g_assert_cmpuint (n_ordered, ==, 1);
  care_record_list_set_typed (CARE_RECORD_LIST (list), NULL);
  settle (list, N_MANY + 1);
  g_assert_cmpuint (n_ordered, ==, 1);
}

static void
assert_from_to (GListModel *list, const char *first, const char *last)
{
  g_autoptr (CareRecord) one = g_list_model_get_item (list, 0);
  g_autoptr (CareRecord) other = g_list_model_get_item (list, g_list_model_get_n_items (list) - 1);

  g_assert_cmpstr (care_record_get_title (one), ==, first);
  g_assert_cmpstr (care_record_get_title (other), ==, last);
}

/* What is typed next is found in place of what was. */
static void
test_typed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = make_many_without_value ();
  g_autoptr (CareLibrary) library = open_with (fixture, records);
  g_autoptr (GListModel) list = care_library_list_sorted (library, figures);

  care_record_list_set_typed (CARE_RECORD_LIST (list), "0");
  care_record_list_set_typed (CARE_RECORD_LIST (list), "00");
  g_assert_nonnull (CARE_RECORD_LIST (list)->seeking); /* not in the turn of the key */
  g_assert_cmpuint (CARE_RECORD_LIST (list)->n_found, ==, 0);
  settle (list, 1000);
  assert_from_to (list, "00000", "00999");
  care_record_list_set_order (CARE_RECORD_LIST (list), NULL, TRUE);
  care_record_list_set_typed (CARE_RECORD_LIST (list), "020");
  settle (list, 100);
  assert_from_to (list, "02099", "02000");
  care_record_list_set_typed (CARE_RECORD_LIST (list), "nothing");
  settle (list, 0);
  care_record_list_set_typed (CARE_RECORD_LIST (list), NULL);
  settle (list, N_MANY);
  assert_from_to (list, "02499", "00000");
}

/* What an order is made of is kept until an act touches what it tells, such as a party's name; after one that
 * touches a record of the list, which is read again. */
static void
test_kept (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = make_many_without_value ();
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GListModel) model = NULL;
  CareRecordList *list;

  for (guint i = 0; i < N_MANY; i++)
    g_assert_true (care_record_set (g_ptr_array_index (records, i), "actor", i % 2 == 0 ? "1" : "2", NULL));
  g_ptr_array_add (records, store_record_new ("actor", 1, "name", "Age UK", "kind", "public-body", NULL));
  g_ptr_array_add (records, store_record_new ("actor", 2, "name", "Monitor", "kind", "public-body", NULL));
  library = open_with (fixture, records);
  model = care_library_list_sorted (library, figures);
  list = CARE_RECORD_LIST (model);
  settle (model, N_MANY);
  put_in_order (model, find_order ("figure", "party"), FALSE);
  assert_from_to (model, "00000", "02499");
  put_in_order (model, find_order ("figure", "party"), TRUE);
  g_assert_nonnull (list->basis);
  insert (library, store_record_new ("place", 1, "name", "England", NULL));
  g_assert_nonnull (list->basis);
  insert (library, store_record_new ("actor", 3, "name", "Zebra", "kind", "public-body", NULL));
  g_assert_null (list->basis);
  care_record_list_set_typed (list, "020");
  settle (model, 100);
  g_assert_nonnull (list->basis);
  insert (library, store_record_new ("figure", 1, "label", "0200", "actor", "3", NULL));
  g_assert_nonnull (list->basis);
  put_in_order (model, find_order ("figure", "title"), FALSE);
  put_in_order (model, find_order ("figure", "party"), TRUE);
  assert_from_to (model, "0200", "02098");
}

/* An act upon one of them, or on another, drawn by chance. */
static void
change_one (CareLibrary *library, CareId new_id)
{
  static const char *const labels[] = { "00000", "01250x", "99999", "a" };
  static const char *const actors[] = { "1", "2", NULL };
  CareRecord *figure = care_library_find (library, "figure", 1000 + g_test_rand_int_range (0, N_MANY));
  g_autoptr (CareAct) act = care_act_new ("change");
  gboolean is_label = g_test_rand_bit ();

  if (figure == NULL || g_test_rand_int_range (0, 4) == 0)
    {
      insert (library, store_record_new ("figure", new_id, "label", "01000", "actor", "1", NULL));
      return;
    }
  if (g_test_rand_int_range (0, 4) == 0)
    {
      delete (library, "figure", care_record_get_id (figure));
      return;
    }
  g_assert_true (care_act_set (act, figure, is_label ? "label" : "actor",
                               is_label ? labels[g_test_rand_int_range (0, G_N_ELEMENTS (labels))]
                                        : actors[g_test_rand_int_range (0, G_N_ELEMENTS (actors))],
                               NULL));
  apply (library, act);
}

/* Whatever an act does to the records of a list, what was kept of them is what is read anew. */
static void
test_mended (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = make_many_without_value ();
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GListModel) list = NULL;

  g_ptr_array_add (records, store_record_new ("actor", 1, "name", "Age UK", "kind", "public-body", NULL));
  g_ptr_array_add (records, store_record_new ("actor", 2, "name", "Monitor", "kind", "public-body", NULL));
  library = open_with (fixture, records);
  list = care_library_list_sorted (library, figures);
  settle (list, N_MANY);
  put_in_order (list, find_order ("figure", "party"), FALSE);
  for (CareId i = 0; i < 30; i++)
    {
      g_autoptr (GListModel) anew = NULL;
      guint n;

      change_one (library, 1 + i);
      g_assert_nonnull (CARE_RECORD_LIST (list)->basis);
      n = care_library_count (library, "figure");
      settle (list, n);
      put_in_order (list, find_order ("figure", "party"), i % 2 == 0);
      anew = care_library_list_sorted (library, figures);
      settle (anew, n);
      put_in_order (anew, find_order ("figure", "party"), i % 2 == 0);
      for (guint k = 0; k < n; k++)
        {
          g_autoptr (CareRecord) one = g_list_model_get_item (list, k), other = g_list_model_get_item (anew, k);

          g_assert_true (one == other);
        }
    }
}

/* While it is looked for a little at a time the library is written to, and copied, which has it begin
 * anew. */
static void
test_seeking (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = make_many_without_value ();
  g_autoptr (CareLibrary) library = open_with (fixture, records);
  g_autoptr (GListModel) model = care_library_list_sorted (library, figures);
  CareRecordList *list = CARE_RECORD_LIST (model);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.carebrief", NULL);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  care_record_list_set_typed (list, "00");
  settle (model, 1000);
  care_record_list_seek (list);
  g_assert_true (care_record_list_seek_first (list, G_MAXINT64, &error));
  for (; !care_record_list_seek_some (list, 0, &error); n++)
    {
      g_assert_no_error (error);
      if (n == 2)
        insert (library, store_record_new ("figure", 1, "label", "00500", NULL));
      if (n == 4)
        g_assert_true (care_library_save_copy (library, copy, TRUE, &error));
    }
  g_assert_no_error (error);
  /* Sixty-four at a time, the first five of them twice. */
  g_assert_cmpuint (n, >=, 1000 / 64 + 5);
  g_assert_cmpuint (list->n_found, ==, 1001);
  g_assert_true (care_record_list_find (list, care_library_find (library, "figure", 1), &n));
  g_assert_cmpuint (n, ==, 500);
}

/* A library that is closed under way, and a list that is given up. */
static void
test_closed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = make_many ();
  g_autoptr (CareLibrary) library = open_with (fixture, records);
  g_autoptr (GListModel) list = care_library_list_sorted (library, figures);
  g_autoptr (GListModel) other = care_library_list_sorted (library, figures);

  care_record_list_set_order (CARE_RECORD_LIST (list), find_order ("figure", "amount"), FALSE);
  care_record_list_set_order (CARE_RECORD_LIST (other), find_order ("figure", "amount"), FALSE);
  g_main_context_iteration (NULL, FALSE);
  g_clear_object (&other);
  g_clear_object (&library);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (g_list_model_get_n_items (list), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)
  ADD ("/store/order/amount", test_amount);
  ADD ("/store/order/party", test_party);
  ADD ("/store/order/verdict", test_verdict);
  ADD ("/store/order/first-seen", test_first_seen);
  ADD ("/store/order/many", test_many);
  ADD ("/store/order/typed", test_typed);
  ADD ("/store/order/typed-is-new", test_typed_is_new);
  ADD ("/store/order/kept", test_kept);
  ADD ("/store/order/mended", test_mended);
  ADD ("/store/order/seeking", test_seeking);
  ADD ("/store/order/closed", test_closed);
#undef ADD
  return g_test_run ();
}
