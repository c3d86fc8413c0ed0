/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-view-models.h"

#include "care-deadline.h"
#include "care-sort-key.h"
#include "views-fixture.h"

typedef GListModel *(*Make) (CareLibrary *library);

/* Two kinds in one order. */
static GListModel *
list_dated (CareLibrary *library)
{
  return care_library_list_sorted (library, (const char *const[]) { "pledge", "event", NULL });
}

static const Make makers[]
  = { care_view_models_briefings, care_view_models_positions, care_view_models_figures,
      list_dated, care_view_models_sources };

static CareId
id_at (GListModel *model, guint position)
{
  g_autoptr (CareRecord) record = g_list_model_get_item (model, position);

  g_assert_nonnull (record);
  return care_record_get_id (record);
}

static int
position_of (GListModel *model, CareId id)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (id_at (model, i) == id)
      return (int) i;
  return -1;
}

/* A copy of a model that knows only what "items-changed" tells. */
static void
items_changed (GListModel *model, guint position, guint removed, guint added, GPtrArray *copy)
{
  g_assert_cmpuint (position + removed, <=, copy->len);
  if (removed > 0)
    g_ptr_array_remove_range (copy, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (copy, (int) (position + i), g_list_model_get_item (model, position + i));
}

static GPtrArray *
copy_of (GListModel *model)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  items_changed (model, 0, 0, g_list_model_get_n_items (model), copy);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed), copy);
  return copy;
}

/* What was told is what is there, and no record is there twice. */
static void
assert_told (GListModel *model, GPtrArray *copy)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, copy->len);
  for (guint i = 0; i < copy->len; i++)
    {
      g_autoptr (CareRecord) record = g_list_model_get_item (model, i);

      g_assert_true (record == g_ptr_array_index (copy, i));
      g_assert_true (g_hash_table_add (seen, record));
    }
  g_assert_null (g_list_model_get_item (model, copy->len));
}

static void
test_sizes (ViewsFixture *fixture, gconstpointer data)
{
  static const char *const kinds[][2]
    = { { "briefing" }, { "position" }, { "figure" }, { "pledge", "event" }, { "source" } };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (GListModel) model = makers[i](fixture->library);
      guint n = 0;

      for (guint k = 0; k < 2 && kinds[i][k] != NULL; k++)
        n += g_list_model_get_n_items (care_library_list (fixture->library, kinds[i][k]));
      g_assert_cmpuint (n, >, 0);
      g_assert_cmpuint (g_list_model_get_n_items (model), ==, n);
      g_assert_true (g_list_model_get_item_type (model) == G_TYPE_OBJECT
                     || g_type_is_a (g_list_model_get_item_type (model), CARE_TYPE_RECORD));
    }
}

static void
test_titles (ViewsFixture *fixture, gconstpointer data)
{
  const Make by_title[] = { care_view_models_briefings, care_view_models_figures, care_view_models_sources };

  for (guint m = 0; m < G_N_ELEMENTS (by_title); m++)
    {
      g_autoptr (GListModel) model = by_title[m](fixture->library);

      for (guint i = 1; i < g_list_model_get_n_items (model); i++)
        {
          g_autoptr (CareRecord) before = g_list_model_get_item (model, i - 1);
          g_autoptr (CareRecord) after = g_list_model_get_item (model, i);

          g_autofree char *first = care_sort_key_for_text (care_record_get_title (before));
          g_autofree char *second = care_sort_key_for_text (care_record_get_title (after));

          g_assert_cmpstr (first, <=, second);
        }
    }
}

/* Two values of one thing stand together. */
static void
test_figures (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) model = care_view_models_figures (fixture->library);

  g_assert_cmpint (position_of (model, SAMPLE_MINIMUM) + 1, ==, position_of (model, 17002));
}

/* Labour, Conservatives, Greens, Liberal Democrats, UKIP, SNP as the sample
 * declares them; those who have no place after them. */
static void
test_parties (ViewsFixture *fixture, gconstpointer data)
{
  static const CareId parties[] = { 1002, 1001, 1005, 1003, 1004, 1006 };
  g_autoptr (GListModel) model = care_view_models_positions (fixture->library);
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (CareId));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (CareRecord) position = g_list_model_get_item (model, i);
      CareId actor = care_record_get_reference (position, "actor");

      if (seen->len == 0 || g_array_index (seen, CareId, seen->len - 1) != actor)
        g_array_append_val (seen, actor);
    }
  g_assert_cmpuint (seen->len, >, G_N_ELEMENTS (parties));
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    g_assert_cmpint (g_array_index (seen, CareId, i), ==, parties[i]);
  /* Each actor's stand together. */
  for (guint i = 0; i < seen->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpint (g_array_index (seen, CareId, i), !=, g_array_index (seen, CareId, j));
}

static void
test_timeline (ViewsFixture *fixture, gconstpointer data)
{
  /* A pledge stands at its deadline, or where it has none at when it was made. */
  static const CareId in_order[]
    = { 20001, 20003, 20005, 20010, 20011, 11009, 20013, 20016, 20018, 20021, 20024 };
  /* Months without a year after all that have one; what has no date at all last. */
  static const CareId without[] = { 20024, 20009, 20014 };
  g_autoptr (GListModel) model = list_dated (fixture->library);

  g_assert_cmpint (id_at (model, 0), ==, 20001);
  for (guint i = 1; i < G_N_ELEMENTS (in_order); i++)
    g_assert_cmpint (position_of (model, in_order[i - 1]), <, position_of (model, in_order[i]));
  for (guint i = 1; i < G_N_ELEMENTS (without); i++)
    g_assert_cmpint (position_of (model, without[i - 1]), <, position_of (model, without[i]));
  g_assert_cmpint (position_of (model, 11003), >, position_of (model, 20018)); /* due by 2018 */
  g_assert_cmpint (position_of (model, 11003), <, position_of (model, 20021));
}

static void
test_insert (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) figures = care_view_models_figures (fixture->library);
  g_autoptr (GListModel) timeline = list_dated (fixture->library);
  g_autoptr (GListModel) positions = care_view_models_positions (fixture->library);
  g_autoptr (GPtrArray) figures_copy = copy_of (figures);
  g_autoptr (GPtrArray) timeline_copy = copy_of (timeline);
  g_autoptr (GPtrArray) positions_copy = copy_of (positions);
  guint n_figures = figures_copy->len;

  views_fixture_insert (fixture, "figure", 90001, "label", "Better Care Fund: next year", "value", "£4bn",
                        NULL);
  g_assert_cmpuint (figures_copy->len, ==, n_figures + 1);
  g_assert_cmpint (position_of (figures, 90001), ==, position_of (figures, SAMPLE_MINIMUM) + 1);

  views_fixture_insert (fixture, "event", 90002, "title", "The NHS is planned", "happened", "1946", NULL);
  g_assert_cmpint (position_of (timeline, 90002), ==, 0);
  views_fixture_insert (fixture, "event", 90003, "title", "Zero hour", NULL);
  g_assert_cmpint (position_of (timeline, 90003), ==, (int) timeline_copy->len - 1);

  views_fixture_insert (fixture, "position", 90004, "actor", "1002", "title", "A", "currency", "current",
                        NULL);
  g_assert_cmpint (position_of (positions, 90004), ==, 0);

  assert_told (figures, figures_copy);
  assert_told (timeline, timeline_copy);
  assert_told (positions, positions_copy);
}

/* A row stays where it is while it is edited; records that come later find
 * a place all the same. */
static void
test_edit_keeps_place (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) model = care_view_models_figures (fixture->library);
  g_autoptr (GPtrArray) copy = copy_of (model);
  int before = position_of (model, SAMPLE_MINIMUM);

  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "label", "Zzz");
  g_assert_cmpint (position_of (model, SAMPLE_MINIMUM), ==, before);

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *label = g_strdup_printf ("%c figure", g_test_rand_int_range ('A', 'Z' + 1));

      views_fixture_insert (fixture, "figure", 90001 + i, "label", label, NULL);
      assert_told (model, copy);
    }
  g_assert_cmpint (position_of (model, SAMPLE_MINIMUM), >=, 0);
}

/* A model does not keep what it was made from, nor is it kept by it. */
static void
test_finalize (ViewsFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    g_assert_finalize_object (makers[i](fixture->library));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/view-models/sizes", ViewsFixture, NULL, views_fixture_set_up, test_sizes,
              views_fixture_tear_down);
  g_test_add ("/view-models/titles", ViewsFixture, NULL, views_fixture_set_up, test_titles,
              views_fixture_tear_down);
  g_test_add ("/view-models/figures", ViewsFixture, NULL, views_fixture_set_up, test_figures,
              views_fixture_tear_down);
  g_test_add ("/view-models/parties", ViewsFixture, NULL, views_fixture_set_up, test_parties,
              views_fixture_tear_down);
  g_test_add ("/view-models/timeline", ViewsFixture, NULL, views_fixture_set_up, test_timeline,
              views_fixture_tear_down);
  g_test_add ("/view-models/insert", ViewsFixture, NULL, views_fixture_set_up, test_insert,
              views_fixture_tear_down);
  g_test_add ("/view-models/edit-keeps-place", ViewsFixture, NULL, views_fixture_set_up,
              test_edit_keeps_place, views_fixture_tear_down);
  g_test_add ("/view-models/finalize", ViewsFixture, NULL, views_fixture_set_up, test_finalize,
              views_fixture_tear_down);
  return g_test_run ();
}
