/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-problem.h"

typedef struct
{
  guint line;
  guint column;
  const char *place;
  const char *description;
} Case;

static const Case cases[] = {
  { 0, 0, NULL, "wrong" },
  { 0, 0, "figure 1, value", "figure 1, value: wrong" },
  { 12, 0, NULL, "line 12: wrong" },
  { 12, 0, "figure 1, value", "line 12, figure 1, value: wrong" },
  { 12, 3, NULL, "line 12, column 3: wrong" },
  { 12, 3, "figure 1, value", "line 12, column 3, figure 1, value: wrong" },
};

static void
test_describe (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareProblem) problem
        = care_problem_new (cases[i].line, cases[i].column, cases[i].place, "wrong");
      g_autofree char *description = care_problem_describe (problem);

      g_assert_cmpstr (description, ==, cases[i].description);
    }
}

static void
test_list_owns (void)
{
  g_autoptr (GPtrArray) problems = care_problem_list_new ();

  g_assert_cmpuint (problems->len, ==, 0);
  g_ptr_array_add (problems, care_problem_new (1, 2, "here", "wrong"));
  g_assert_cmpstr (((CareProblem *) g_ptr_array_index (problems, 0))->place, ==, "here");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/problem/describe", test_describe);
  g_test_add_func ("/exchange/problem/list-owns", test_list_owns);
  return g_test_run ();
}
