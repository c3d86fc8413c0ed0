/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-drafts.h"

static CareRecord *
make_figure (CareId id, const char *estimator, const char *fund)
{
  CareRecord *figure = care_record_new (care_kind_find ("figure"), id);

  g_assert_true (care_record_set (figure, "label", "Savings", NULL));
  g_assert_true (care_record_set (figure, "estimator", estimator, NULL));
  g_assert_true (care_record_set (figure, "fund", fund, NULL));
  return figure;
}

/* A library that holds actor 1 and fund 2. */
static CareRecord *
lookup (const char *kind, CareId id, gpointer data)
{
  if (g_strcmp0 (kind, "actor") == 0 && id == 1)
    return data;
  return g_strcmp0 (kind, "fund") == 0 && id == 2 ? data : NULL;
}

typedef struct
{
  const char *estimator;
  const char *fund;
  gboolean has_library;
  guint n_problems;
} Case;

static const Case cases[] = {
  { NULL, NULL, FALSE, 0 },
  { "1", NULL, TRUE, 0 },
  { "1", "2", TRUE, 0 },
  { "7", NULL, FALSE, 0 }, /* among the drafts */
  { "7", NULL, TRUE, 0 },
  { "1", NULL, FALSE, 1 },
  { "2", "1", TRUE, 2 }, /* an id of another kind is another record */
  { "3", "2", TRUE, 1 },
};

static void
test_references (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (CareRecord) there = care_record_new (care_kind_find ("theme"), 99);
      g_autoptr (GPtrArray) problems = NULL;

      g_ptr_array_add (drafts, make_figure (16004, cases[i].estimator, cases[i].fund));
      g_ptr_array_add (drafts, care_record_new (care_kind_find ("actor"), 7));
      problems = care_drafts_check_references (drafts, cases[i].has_library ? lookup : NULL, there);
      g_assert_cmpuint (problems->len, ==, cases[i].n_problems);
    }
}

static void
test_place (void)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) problems = NULL;

  g_ptr_array_add (drafts, make_figure (16004, "3", NULL));
  problems = care_drafts_check_references (drafts, NULL, NULL);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((CareProblem *) g_ptr_array_index (problems, 0))->place, ==, "figure 16004, estimator");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/drafts/references", test_references);
  g_test_add_func ("/exchange/drafts/place", test_place);
  return g_test_run ();
}
