/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-calculation-words.h"
#include "care-disagreement.h"

static GPtrArray *records;

static CareRecord *
add (const char *kind, CareId id)
{
  CareRecord *record = care_record_new (care_kind_find (kind), id);

  g_ptr_array_add (records, record);
  return record;
}

static void
set (CareRecord *record, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  care_record_set (record, field, value, &error);
  g_assert_no_error (error);
}

static CareRecord *
lookup (const char *kind, CareId id, gpointer data)
{
  for (guint i = 0; i < records->len; i++)
    if (care_record_get_id (g_ptr_array_index (records, i)) == id && care_record_is (g_ptr_array_index (records, i), kind))
      return g_ptr_array_index (records, i);
  return NULL;
}

static GPtrArray *
list (const char *kind, const char *field, CareId id, gpointer data)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    if (care_record_is (g_ptr_array_index (records, i), kind)
        && care_record_get_reference (g_ptr_array_index (records, i), field) == id)
      g_ptr_array_add (found, g_object_ref (g_ptr_array_index (records, i)));
  return found;
}

static CareRecord *
add_figure (CareId id, const char *label, const char *value)
{
  CareRecord *figure = add ("figure", id);

  set (figure, "label", label);
  set (figure, "value", value);
  return figure;
}

static void
explain (CareId id, const char *kind, const char *why, const char *one, const char *other)
{
  const char *const sides[] = { one, other };
  CareRecord *contradiction = add ("contradiction", id);
  g_autofree char *of = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  set (contradiction, "topic", "Two values");
  set (contradiction, "kind", kind);
  set (contradiction, "explanation", why);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      CareRecord *item = add ("contradiction_item", id + 1 + i);

      set (item, "contradiction", of);
      set (item, "figure", sides[i]);
    }
}

static void
begin (void)
{
  g_clear_pointer (&records, g_ptr_array_unref);
  records = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
assert_others (CareRecord *figure, CareRecord *first, CareRecord *second)
{
  g_autoptr (GPtrArray) others = care_disagreement_list (figure, lookup, list, NULL);

  g_assert_cmpuint (others->len, ==, (first != NULL) + (second != NULL));
  g_assert_true (first == NULL || g_ptr_array_index (others, 0) == first);
  g_assert_true (second == NULL || g_ptr_array_index (others, 1) == second);
}

static void
assert_says (CareRecord *figure, CareRecord *other, const char *says)
{
  g_autofree char *text = care_disagreement_say (figure, other, CARE_QUANTITY_HOUSE, lookup, list, NULL);

  g_assert_cmpstr (text, ==, says);
}

static void
make_part (CareId id, const char *part, const char *whole)
{
  CareRecord *link = add ("link", id);

  set (link, "relation", "part-of");
  set (link, "from_figure", part);
  set (link, "to_figure", whole);
}

/* T3: two values for the local additions to the Better Care Fund. */
static void
test_t3 (void)
{
  CareRecord *pooled, *minimum, *local, *other;

  begin ();
  set (add ("fund", 1), "name", "Better Care Fund");
  pooled = add_figure (10, "Pooled", "£5.3 billion");
  minimum = add_figure (11, "Minimum", "£3.8 billion");
  local = add_figure (12, "Local additions", "£1.5 billion");
  other = add_figure (13, "Local additions elsewhere", "£1.3 billion");
  for (guint i = 0; i < records->len; i++)
    if (care_record_is (g_ptr_array_index (records, i), "figure"))
      set (g_ptr_array_index (records, i), "fund", "1");
  g_assert_cmpint (care_disagreement_find (pooled, minimum, list, NULL), ==, CARE_DISAGREEMENT_FUND);
  make_part (20, "11", "10");
  make_part (21, "12", "10");
  make_part (22, "13", "11");
  assert_others (pooled, NULL, NULL);
  assert_others (local, NULL, NULL);
  set (local, "counts", "local additions");
  set (other, "counts", "local additions");
  assert_others (local, other, NULL);
  assert_says (local, other, "It is not said why they differ");
  explain (30, "date", "{figure:13} is an earlier count.", "12", "13");
  assert_others (other, local, NULL);
  assert_says (local, other, "Why: different date. £1.3 billion is an earlier count.");
}

/* T5: £4 to £6 billion, calculated by Monitor, and £4 billion, expected by the Department of
 * Health, can both be £4 billion. */
static void
test_t5 (void)
{
  CareRecord *monitor, *department;
  g_autoptr (CareQuantity) both = NULL;
  g_autofree char *stored = NULL;

  begin ();
  set (add ("actor", 1), "name", "Monitor");
  set (add ("actor", 2), "name", "Department of Health");
  monitor = add_figure (10, "Savings that could come", "£4bn-£6bn");
  department = add_figure (11, "Savings expected", "£4 billion");
  set (monitor, "estimator", "1");
  set (department, "estimator", "2");
  both = care_disagreement_find_overlap (monitor, department);
  stored = care_quantity_to_string (both);
  g_assert_cmpstr (stored, ==, "4e9 GBP");
  assert_others (monitor, NULL, NULL);
  explain (30, "estimate", NULL, "10", "11");
  assert_others (monitor, department, NULL);
  assert_says (department, monitor,
               "Both can be £4 billion\nEstimated by Monitor, and this one by Department of Health\nWhy: different estimates");
  set (department, "value", "£3 billion");
  g_assert_null (care_disagreement_find_overlap (monitor, department));
  set (department, "value", "4 GPs");
  g_assert_null (care_disagreement_find_overlap (monitor, department));
}

/* T7: 2% each year and 2% non-recurrent, from one source. */
static void
test_t7 (void)
{
  CareRecord *each_year, *once, *citation;

  begin ();
  each_year = add_figure (10, "Each year", "2%");
  once = add_figure (11, "Once", "2%");
  set (each_year, "recurrence", "each-year");
  set (once, "recurrence", "non-recurrent");
  for (guint i = 0; i < 2; i++)
    {
      citation = add ("citation", 20 + i);
      set (citation, "source", "40");
      set (citation, "figure", i == 0 ? "10" : "11");
    }
  g_assert_cmpint (care_disagreement_find (each_year, once, list, NULL), ==, CARE_DISAGREEMENT_RECURRENCE);
  assert_others (each_year, once, NULL);
  set (citation, "source", "41");
  g_assert_cmpint (care_disagreement_find (each_year, once, list, NULL), ==, CARE_DISAGREEMENT_NONE);
}

static void
assert_calculation (const char *operation, const char *first, const char *second, const char *result, const char *says)
{
  CareRecord *calculation;
  g_autofree char *text = NULL;

  begin ();
  add_figure (10, "First", first);
  add_figure (11, "Second", second);
  add_figure (12, "Result", result);
  calculation = add ("calculation", 20);
  set (calculation, "operation", operation);
  set (calculation, "first", "10");
  set (calculation, "second", "11");
  set (calculation, "result", "12");
  text = care_calculation_say (calculation, CARE_QUANTITY_HOUSE, lookup, NULL);
  g_assert_cmpstr (text, ==, says);
}

static void
test_t12 (void)
{
  assert_calculation ("percent-more", "15 million people", "20%", "18 million people",
                      "15 million people and 20% more come to 18 million people");
  assert_calculation ("percent-more", "16 million people", "20%", "18 million people",
                      "16 million people and 20% more come to 19.2 million people, not 18 million people");
  assert_calculation ("sum", "9 sites", "14 sites", "23 sites", "9 sites and 14 sites come to 23 sites");
  assert_calculation ("difference", "29 sites", "23 sites", "6 sites", "29 sites less 23 sites come to 6 sites");
  assert_calculation ("percent-less", "50 sites", "10%", "45 sites", "50 sites and 10% less come to 45 sites");
  assert_calculation ("percent-of", "£100bn", "2%", "£3bn", "2% of £100 billion come to £2 billion, not £3 billion");
  assert_calculation ("sum", "9 sites", "not specified", "23 sites", "9 sites and not specified cannot be compared with 23 sites");
  assert_calculation ("sum", "9 sites", NULL, "23 sites", "Not all of its figures have a value");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/disagreement/T3", test_t3);
  g_test_add_func ("/disagreement/T5", test_t5);
  g_test_add_func ("/disagreement/T7", test_t7);
  g_test_add_func ("/calculation/T12", test_t12);
  result = g_test_run ();
  g_clear_pointer (&records, g_ptr_array_unref);
  return result;
}
