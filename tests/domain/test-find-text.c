/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-find-text.h"

#define SHOWN "Care, health care and {figure:7|care of £3}. [@9|Social care| on care] Gofal: CAREFUL ÂG âg"

static void
test_find (void)
{
  static const struct
  {
    const char *wanted;
    guint all;
    guint of_records;
  } rows[] = {
    { "", 0, 0 },     { "care", 6, 3 },   { "CARE", 6, 3 },  { "care and", 1, 0 }, { "figure", 0, 0 },
    { "7", 0, 0 },    { "of £3", 1, 1 }, { "and care", 0, 0 }, { "âg", 2, 0 },    { "|", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) found = care_find_text (SHOWN, rows[i].wanted);
      guint of_records = 0;

      g_test_message ("%s", rows[i].wanted);
      g_assert_cmpuint (found->len, ==, rows[i].all);
      for (guint j = 0; j < found->len; j++)
        of_records += g_array_index (found, CareFound, j).is_record;
      g_assert_cmpuint (of_records, ==, rows[i].of_records);
    }
}

static void
test_replace (void)
{
  g_autoptr (GArray) found = care_find_text (SHOWN, "health");
  g_autofree char *one = care_find_replace ("xx {figure:7|xx} xx", &(CareFound){ 0, 2, FALSE }, "y");
  g_autofree char *all = NULL;
  g_autofree char *same = NULL;
  guint n = 3;

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (one, ==, "y {figure:7|xx} xx");
  all = care_find_replace_all (SHOWN, "care", "help", &n);
  g_assert_cmpstr (all, ==, "help, health help and {figure:7|care of £3}. [@9|Social care| on care] Gofal: helpFUL ÂG âg");
  g_assert_cmpuint (n, ==, 6);
  /* What is put there is not looked through again. */
  same = care_find_replace_all ("aa", "a", "aa", &n);
  g_assert_cmpstr (same, ==, "aaaa");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find-text/find", test_find);
  g_test_add_func ("/find-text/replace", test_replace);
  return g_test_run ();
}
