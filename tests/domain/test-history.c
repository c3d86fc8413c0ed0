/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-history.h"

/* The words are in files and never change. */
static void
test_kinds (void)
{
  static const char *const words[] = { "act", "undo", "redo" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_cmpstr (care_history_kind_word ((CareHistoryKind) i), ==, words[i]);
      g_assert_cmpint (care_history_kind_from_word (words[i]), ==, (int) i);
    }
}

static void
test_unknown_kinds (void)
{
  static const char *const words[] = { "", "Act", "undone", "redo ", "x" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpint (care_history_kind_from_word (words[i]), ==, CARE_HISTORY_ACT);
  g_assert_cmpint (care_history_kind_from_word (NULL), ==, CARE_HISTORY_ACT);
}

static void
test_states (void)
{
  g_assert_cmpstr (care_history_state_word (CARE_HISTORY_DONE), ==, "done");
  g_assert_cmpstr (care_history_state_word (CARE_HISTORY_UNDONE), ==, "undone");
  g_assert_cmpstr (care_history_state_word (CARE_HISTORY_ABANDONED), ==, "abandoned");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/kinds", test_kinds);
  g_test_add_func ("/history/kinds/unknown", test_unknown_kinds);
  g_test_add_func ("/history/states", test_states);
  return g_test_run ();
}
