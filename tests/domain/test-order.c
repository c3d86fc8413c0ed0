/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-order.h"


static const char *const kinds[] = { "briefing", "position", "figure", "pledge", "source" };

static int
compare (const CareField *field, const char *a, const char *b, gboolean descending)
{
  CareOrderKey one, other;
  g_autofree char *text_of_one = NULL;
  g_autofree char *text_of_other = NULL;

  care_order_read_key (field, a, &one, &text_of_one);
  care_order_read_key (field, b, &other, &text_of_other);
  one.text = text_of_one;
  other.text = text_of_other;
  return care_order_compare (&one, &other, descending);
}

/* That it is @a, then @b, and the other way round where the order is. */
static void
assert_before (const CareField *field, const char *a, const char *b)
{
  g_assert_cmpint (compare (field, a, b, FALSE), <, 0);
  g_assert_cmpint (compare (field, b, a, FALSE), >, 0);
  g_assert_cmpint (compare (field, a, b, TRUE), >, 0);
  g_assert_cmpint (compare (field, a, a, TRUE), ==, 0);
}

/* That @b is last, whichever way it is. */
static void
assert_last (const CareField *field, const char *a, const char *b)
{
  g_assert_cmpint (compare (field, a, b, FALSE), <, 0);
  g_assert_cmpint (compare (field, a, b, TRUE), <, 0);
}

static void
test_quantities (void)
{
  const CareField *value = care_kind_field (care_kind_find ("figure"), "value");

  assert_before (value, "970e6 GBP", "38e8 GBP");
  assert_before (value, "-2 GBP", "~1 GBP");
  assert_before (value, "<=5 GBP", "6..7 GBP");
  assert_last (value, "38e8 GBP", "2 people");
  assert_last (value, "2 people", "not-found GBP");
  assert_last (value, "not-found GBP", NULL);
  g_assert_cmpint (compare (value, "38e8 GBP", "380e7 GBP", FALSE), ==, 0);
}

static void
test_dates (void)
{
  const CareField *made = care_kind_field (care_kind_find ("pledge"), "made");

  assert_before (made, "2014-05", "2014-06-01");
  assert_before (made, "2014-05-01", "2014-05");
  assert_last (made, "2020", NULL);
}

static void
test_words (void)
{
  const CareField *status = care_kind_field (care_kind_find ("briefing"), "status");
  const CareField *title = care_kind_field (care_kind_find ("briefing"), "title");

  assert_before (status, "draft", "in-review");
  assert_before (status, "in-review", "archived");
  assert_last (status, "draft", NULL);
  assert_before (title, "“Apples”", "bees");
  assert_last (title, "bees", NULL);
}

/* Each list has orders, of which the first is its own and the others are by fields
 * that there are, told apart by name and label. */
static void
test_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n;
      const CareOrder *orders = care_order_list (kinds[i], &n);
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpuint (n, >=, 3);
      g_assert_null (care_order_field (&orders[0], care_kind_find (kinds[i])));
      for (guint j = 0; j < n; j++)
        {
          g_assert_true (j == 0 || care_order_field (&orders[j], care_kind_find (kinds[i])) != NULL);
          g_assert_true (g_hash_table_add (names, (gpointer) orders[j].name));
          g_assert_true (g_hash_table_add (labels, (gpointer) orders[j].label));
        }
    }
}

static void
test_says (void)
{
  guint n;
  const CareOrder *orders = care_order_list ("figure", &n);
  g_autofree char *by_name = care_order_describe (&orders[0], FALSE);
  g_autofree char *by_amount = care_order_describe (&orders[1], TRUE);

  g_assert_cmpstr (by_name, ==, "Name, A to Z");
  g_assert_cmpstr (by_amount, ==, "Amount, Largest First");
  g_assert_null (care_order_list ("theme", &n));
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order/quantities", test_quantities);
  g_test_add_func ("/order/dates", test_dates);
  g_test_add_func ("/order/words", test_words);
  g_test_add_func ("/order/lists", test_lists);
  g_test_add_func ("/order/says", test_says);
  return g_test_run ();
}
