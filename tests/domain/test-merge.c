/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging, one case of each sort, and what holds of every merge, whatever was
 * done on both sides. */

#include "merge-fixture.h"

#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#define N_SEEDS 20
#else
#define N_SEEDS 200
#endif
#define N_ACTS 200

typedef struct
{
  World *base;
  World *mine;
  World *theirs;
} Sides;

static void
set_up (Sides *sides, gconstpointer data)
{
  World *base = sides->base = world_new ();

  world_add (base, "actor", 1, "name", "Labour", "kind", "party", NULL);
  world_add (base, "source", 7, "title", "Manifesto", "kind", "manifesto", NULL);
  world_add (base, "pledge", 20, "title", "Integrate by 2018", "kind", "outcome", "actor", "1", NULL);
  world_add (base, "limb", 21, "pledge", "20", "text", "Health", NULL);
  world_add (base, "limb", 22, "pledge", "20", "text", "Care", NULL);
  world_add (base, "figure", 10, "label", "Better Care Fund", "value", "38e8 GBP", "pledge", "20", NULL);
  world_add (base, "figure", 11, "label", "Savings", NULL);
  world_add (base, "briefing", 30, "title", "Integration", "status", "draft", NULL);
  world_add (base, "section", 31, "briefing", "30", "heading", "Money", "text", "It holds.", NULL);
  sides->mine = world_copy (base);
  sides->theirs = world_copy (base);
}

static void
tear_down (Sides *sides, gconstpointer data)
{
  world_free (sides->base);
  world_free (sides->mine);
  world_free (sides->theirs);
}

static void
delete_pledge (World *world)
{
  world_set (world, "figure", 10, "pledge", NULL);
  world_remove (world, "limb", 21);
  world_remove (world, "limb", 22);
  world_remove (world, "pledge", 20);
}

/* That deciding all as @choice gives a sound result which is as that side, if
 * @expected is given. */
static World *
decide (Sides *sides, CareMergeChoice choice)
{
  g_autoptr (CareMerge) merge = world_merge (sides->base, sides->mine, sides->theirs);
  World *result = world_copy (sides->mine);

  care_merge_decide_all (merge, choice);
  g_assert_cmpuint (care_merge_count_undecided (merge), ==, 0);
  world_take (result, merge);
  world_assert_sound (result);
  return result;
}

static void
assert_conflicts (Sides *sides, const char *const *expected)
{
  g_autoptr (CareMerge) merge = world_merge (sides->base, sides->mine, sides->theirs);
  GPtrArray *conflicts = care_merge_get_conflicts (merge);

  for (guint i = 0; i < conflicts->len; i++)
    {
      g_autofree char *line
        = care_merge_conflict_describe (g_ptr_array_index (conflicts, i), world_lookup, sides->base);
      g_test_message ("%s", line);
      g_assert_nonnull (expected[i]);
      g_assert_cmpstr (line, ==, expected[i]);
    }
  g_assert_null (expected[conflicts->len]);
  g_assert_cmpuint (care_merge_count_undecided (merge), ==, conflicts->len);
}

static const char *const none[] = { NULL };

static void
test_taken (Sides *sides, gconstpointer data)
{
  g_autoptr (World) result = NULL;
  g_autoptr (CareMerge) merge = NULL;
  g_autoptr (GPtrArray) taken = NULL;
  const CareDifference *figure;

  world_set (sides->mine, "figure", 10, "label", "Fund");
  world_set (sides->theirs, "figure", 10, "value", "53e8 GBP");
  world_set (sides->mine, "figure", 11, "label", "Saved");
  world_set (sides->theirs, "figure", 11, "label", "Saved");
  world_add (sides->mine, "theme", 1, "name", "Funding", NULL);
  world_add (sides->theirs, "theme", 2, "name", "Staff", NULL);
  world_add (sides->theirs, "pledge", 40, "title", "More", "kind", "action", "theme", "2", NULL);
  world_remove (sides->theirs, "source", 7);
  assert_conflicts (sides, none);

  result = decide (sides, CARE_MERGE_UNDECIDED);
  g_assert_cmpstr (care_record_get (world_find (result, "figure", 10), "label"), ==, "Fund");
  g_assert_cmpstr (care_record_get (world_find (result, "figure", 10), "value"), ==, "53e8 GBP");
  g_assert_cmpstr (care_record_get (world_find (result, "figure", 11), "label"), ==, "Saved");
  g_assert_nonnull (world_find (result, "theme", 1));
  g_assert_nonnull (world_find (result, "theme", 2));
  g_assert_nonnull (world_find (result, "pledge", 40));
  g_assert_null (world_find (result, "source", 7));

  merge = world_merge (sides->base, sides->mine, sides->theirs);
  taken = care_merge_taken (merge);
  g_assert_cmpuint (taken->len, ==, 4);
  figure = g_ptr_array_index (taken, 3);
  g_assert_cmpstr (figure->kind->name, ==, "figure");
  g_assert_cmpuint (figure->fields->len, ==, 1);
  g_assert_cmpuint (g_array_index (figure->fields, guint, 0), ==, 1);
}

static void
test_field (Sides *sides, gconstpointer data)
{
  static const char *const expected[]
    = { "Value of “Better Care Fund”: before: £3.8 billion; mine: £5 billion; theirs: £5.3 billion", NULL };
  g_autoptr (World) mine = NULL;
  g_autoptr (World) theirs = NULL;

  world_set (sides->mine, "figure", 10, "value", "5e9 GBP");
  world_set (sides->theirs, "figure", 10, "value", "53e8 GBP");
  world_set (sides->theirs, "figure", 10, "label", "Fund");
  assert_conflicts (sides, expected);
  mine = decide (sides, CARE_MERGE_KEEP_MINE);
  g_assert_cmpstr (care_record_get (world_find (mine, "figure", 10), "value"), ==, "5e9 GBP");
  g_assert_cmpstr (care_record_get (world_find (mine, "figure", 10), "label"), ==, "Fund");
  theirs = decide (sides, CARE_MERGE_TAKE_THEIRS);
  g_assert_cmpstr (care_record_get (world_find (theirs, "figure", 10), "value"), ==, "53e8 GBP");
}

/* What nobody else has touched goes, and with it what belongs to it. */
static void
test_deleted (Sides *sides, gconstpointer data)
{
  g_autoptr (World) result = NULL;

  delete_pledge (sides->theirs);
  world_set (sides->mine, "figure", 10, "label", "Fund");
  assert_conflicts (sides, none);
  result = decide (sides, CARE_MERGE_UNDECIDED);
  g_assert_null (world_find (result, "pledge", 20));
  g_assert_null (world_find (result, "limb", 21));
  g_assert_null (care_record_get (world_find (result, "figure", 10), "pledge"));
  g_assert_cmpstr (care_record_get (world_find (result, "figure", 10), "label"), ==, "Fund");
}

static void
test_deleted_changed (Sides *sides, gconstpointer data)
{
  static const char *const expected[] = { "Pledge “Integrate by 2018”: before: there; mine: as it was; theirs: deleted; "
                                          "with Limb “Care” (Limb: Care → Social care), Limb “Health”, "
                                          "Pledge of “Better Care Fund”",
                                          NULL };
  g_autoptr (World) mine = NULL;
  g_autoptr (World) theirs = NULL;
  g_autofree char *dump_of_mine = NULL;
  g_autofree char *dump_of_theirs = NULL;
  g_autofree char *dump = world_dump (sides->mine);
  g_autofree char *other_dump = NULL;

  world_set (sides->mine, "limb", 22, "text", "Social care");
  delete_pledge (sides->theirs);
  assert_conflicts (sides, expected);
  mine = decide (sides, CARE_MERGE_KEEP_MINE);
  dump_of_mine = world_dump (mine);
  g_free (g_steal_pointer (&dump));
  dump = world_dump (sides->mine);
  g_assert_cmpstr (dump_of_mine, ==, dump);
  theirs = decide (sides, CARE_MERGE_TAKE_THEIRS);
  dump_of_theirs = world_dump (theirs);
  other_dump = world_dump (sides->theirs);
  g_assert_cmpstr (dump_of_theirs, ==, other_dump);
}

/* Named anew in a required field, another field, and a text. */
static void
test_deleted_named (Sides *sides, gconstpointer data)
{
  static const char *const required[] = { "Pledge “Integrate by 2018”: before: there; mine: deleted; theirs: as it was; "
                                          "with Limb “Health”, Limb “Care”, Limb “Staff”, Pledge of “Better Care Fund”, "
                                          "Pledge of “Savings”",
                                          NULL };
  g_autoptr (World) mine = NULL;
  g_autoptr (World) theirs = NULL;

  delete_pledge (sides->mine);
  world_add (sides->theirs, "limb", 23, "pledge", "20", "text", "Staff", NULL);
  world_set (sides->theirs, "figure", 11, "pledge", "20");
  assert_conflicts (sides, required);
  mine = decide (sides, CARE_MERGE_KEEP_MINE);
  g_assert_null (world_find (mine, "limb", 23));
  g_assert_null (care_record_get (world_find (mine, "figure", 11), "pledge"));
  theirs = decide (sides, CARE_MERGE_TAKE_THEIRS);
  g_assert_nonnull (world_find (theirs, "limb", 23));
  g_assert_nonnull (world_find (theirs, "limb", 21));
  g_assert_cmpint (care_record_get_reference (world_find (theirs, "figure", 10), "pledge"), ==, 20);
  g_assert_cmpint (care_record_get_reference (world_find (theirs, "figure", 11), "pledge"), ==, 20);
}

/* The values can be judged: each field that was changed, as it was and as it is. */
static void
test_deleted_values (Sides *sides, gconstpointer data)
{
  static const char *const expected[] = { "Figure “Savings”: before: Value: 72 hours, Note: nothing; "
                                          "mine: Value: 96 hours, Note: Checked.; theirs: deleted",
                                          NULL };
  g_autoptr (CareMerge) merge = NULL;
  const CareMergeConflict *conflict;
  g_autofree char *before = NULL;
  g_autofree char *mine = NULL;

  world_set (sides->base, "figure", 11, "value", "72 hours");
  world_set (sides->mine, "figure", 11, "value", "96 hours");
  world_set (sides->mine, "figure", 11, "note", "Checked.");
  world_remove (sides->theirs, "figure", 11);
  assert_conflicts (sides, expected);

  merge = world_merge (sides->base, sides->mine, sides->theirs);
  conflict = g_ptr_array_index (care_merge_get_conflicts (merge), 0);
  before = care_merge_part_describe (g_ptr_array_index (conflict->parts, 0), CARE_MERGE_BASE, world_lookup, sides->base);
  g_assert_cmpstr (before, ==, "Value: 72 hours\nNote: nothing");
  mine = care_merge_part_describe (g_ptr_array_index (conflict->parts, 0), CARE_MERGE_MINE, world_lookup, sides->base);
  g_assert_cmpstr (mine, ==, "Value: 96 hours\nNote: Checked.");
}

/* What has no title is named by what it is of, in a conflict and where it is taken. */
static void
test_untitled (Sides *sides, gconstpointer data)
{
  static const char *const expected[]
    = { "Note of Citation of “Manifesto” in “Savings”: before: nothing; mine: One; theirs: Two", NULL };
  World *const worlds[] = { sides->base, sides->mine, sides->theirs };
  g_autoptr (CareMerge) merge = NULL;
  g_autoptr (GPtrArray) taken = NULL;
  g_autofree char *line = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (worlds); i++)
    world_add (worlds[i], "citation", 50, "source", "7", "figure", "11", NULL);
  world_set (sides->mine, "citation", 50, "note", "One");
  world_set (sides->theirs, "citation", 50, "note", "Two");
  world_add (sides->theirs, "citation", 51, "source", "7", "figure", "10", NULL);
  assert_conflicts (sides, expected);
  merge = world_merge (sides->base, sides->mine, sides->theirs);
  taken = care_merge_taken (merge);
  line = care_difference_describe (g_ptr_array_index (taken, 0), world_lookup, sides->theirs);
  g_assert_cmpstr (line, ==, "Citation of “Manifesto” in “Better Care Fund” added");
}

/* Of what is decided with it, a few are named. */
static void
test_many (Sides *sides, gconstpointer data)
{
  static const char *const expected[] = { "Pledge “Integrate by 2018”: before: Note: nothing; mine: deleted; "
                                          "theirs: Note: Checked.; "
                                          "with Limb “Health”, Limb “Care”, Limb “Staff”, Limb “Staff”, Limb “Staff” "
                                          "and 2 more",
                                          NULL };

  delete_pledge (sides->mine);
  world_set (sides->theirs, "pledge", 20, "note", "Checked.");
  for (CareId id = 50; id < 54; id++)
    world_add (sides->theirs, "limb", id, "pledge", "20", "text", "Staff", NULL);
  assert_conflicts (sides, expected);
}

static void
test_deleted_in_text (Sides *sides, gconstpointer data)
{
  static const char *const expected[]
    = { "Source “Manifesto”: before: there; mine: deleted; theirs: as it was; with Text of “Money”", 
        "Figure “Savings”: before: there; mine: as it was; theirs: deleted; with Note of “Better Care Fund”", NULL };
  g_autoptr (World) mine = NULL;
  g_autoptr (World) theirs = NULL;

  world_remove (sides->mine, "source", 7);
  world_set (sides->theirs, "section", 31, "text", "It holds [@7 p.67] much.");
  world_set (sides->mine, "figure", 10, "note", "More than {figure:11}.");
  world_remove (sides->theirs, "figure", 11);
  assert_conflicts (sides, expected);
  mine = decide (sides, CARE_MERGE_KEEP_MINE);
  g_assert_cmpstr (care_record_get (world_find (mine, "section", 31), "text"), ==, "It holds.");
  g_assert_nonnull (world_find (mine, "figure", 11));
  theirs = decide (sides, CARE_MERGE_TAKE_THEIRS);
  g_assert_nonnull (world_find (theirs, "source", 7));
  g_assert_null (care_record_get (world_find (theirs, "figure", 10), "note"));
}

static void
test_added_twice (Sides *sides, gconstpointer data)
{
  static const char *const expected[]
    = { "Name of “Funding”: before: nothing; mine: Funding; theirs: Money; with Place in Order of “Funding”", NULL };
  g_autoptr (World) theirs = NULL;

  world_add (sides->mine, "theme", 5, "name", "Funding", NULL);
  world_add (sides->theirs, "theme", 5, "name", "Money", "ordinal", "2", NULL);
  world_add (sides->mine, "theme", 6, "name", "Staff", NULL);
  world_add (sides->theirs, "theme", 6, "name", "Staff", NULL);
  assert_conflicts (sides, expected);
  theirs = decide (sides, CARE_MERGE_TAKE_THEIRS);
  g_assert_cmpstr (care_record_get (world_find (theirs, "theme", 5), "name"), ==, "Money");
  g_assert_cmpstr (care_record_get (world_find (theirs, "theme", 5), "ordinal"), ==, "2");
}

/* An edition that is another than it was is never taken without asking. */
static void
test_edition (Sides *sides, gconstpointer data)
{
  static const char *const expected[]
    = { "Title of “Integration”: before: Integration; mine: Integration; theirs: Otherwise; "
        "with What Has Changed of “Integration”",
        NULL };
  World *worlds[] = { sides->base, sides->mine, sides->theirs };

  for (guint i = 0; i < G_N_ELEMENTS (worlds); i++)
    world_add (worlds[i], "edition", 50, "briefing", "30", "title", "Integration", "number", "1", "amendment",
               care_kind_field (care_kind_find ("edition"), "amendment")->vocabulary->terms[0].word, "made",
               "2015-01-27", "contents", "AAAA", NULL);
  assert_conflicts (sides, none);
  world_set (sides->theirs, "edition", 50, "title", "Otherwise");
  world_set (sides->theirs, "edition", 50, "note", "Nothing");
  assert_conflicts (sides, expected);
}

/* The decisions of @from, with the sides turned round. */
static void
mirror (CareMerge *merge, CareMerge *from)
{
  GPtrArray *conflicts = care_merge_get_conflicts (merge);
  GPtrArray *others = care_merge_get_conflicts (from);

  g_assert_cmpuint (conflicts->len, ==, others->len);
  for (guint i = 0; i < conflicts->len; i++)
    {
      CareMergeConflict *conflict = g_ptr_array_index (conflicts, i);
      CareMergeConflict *other = g_ptr_array_index (others, i);

      g_assert_cmpint (conflict->what, ==, other->what);
      g_assert_cmpuint (conflict->parts->len, ==, other->parts->len);
      conflict->choice = other->choice == CARE_MERGE_KEEP_MINE ? CARE_MERGE_TAKE_THEIRS : CARE_MERGE_KEEP_MINE;
    }
}

static void
decide_at_random (CareMerge *merge)
{
  GPtrArray *conflicts = care_merge_get_conflicts (merge);

  for (guint i = 0; i < conflicts->len; i++)
    ((CareMergeConflict *) g_ptr_array_index (conflicts, i))->choice
      = g_test_rand_bit () ? CARE_MERGE_KEEP_MINE : CARE_MERGE_TAKE_THEIRS;
}

/* "figure 10 value" or "figure 10" -> its conflict. */
static GHashTable *
index_parts (CareMerge *merge)
{
  GHashTable *parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *conflicts = care_merge_get_conflicts (merge);

  for (guint i = 0; i < conflicts->len; i++)
    {
      CareMergeConflict *conflict = g_ptr_array_index (conflicts, i);

      for (guint p = 0; p < conflict->parts->len; p++)
        {
          const CareMergePart *part = g_ptr_array_index (conflict->parts, p);
          CareRecord *record = part->mine != NULL ? part->mine : part->theirs;

          g_assert_true (g_hash_table_insert (
            parts,
            g_strdup_printf ("%s %" G_GINT64_FORMAT " %s", care_record_get_kind (record)->name,
                             care_record_get_id (record), part->field == NULL ? "" : part->field->name),
            conflict));
        }
    }
  return parts;
}

typedef struct
{
  Sides *sides;
  World *result;
  GHashTable *parts;
} Check;

static CareMergeConflict *
find_part (Check *check, CareRecord *record, const char *field)
{
  g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT " %s", care_record_get_kind (record)->name,
                                          care_record_get_id (record), field);

  return g_hash_table_lookup (check->parts, key);
}

static void
check_value (Check *check, CareRecord *record, const char *field, const char *const values[3])
{
  CareRecord *result = g_hash_table_lookup (check->result->records, record);
  CareMergeConflict *conflict = find_part (check, record, field);
  gboolean is_mine = g_strcmp0 (values[CARE_MERGE_BASE], values[CARE_MERGE_THEIRS]) == 0;
  gboolean is_theirs = g_strcmp0 (values[CARE_MERGE_BASE], values[CARE_MERGE_MINE]) == 0;

  g_assert_nonnull (result);
  if (conflict != NULL)
    is_mine = conflict->choice == CARE_MERGE_KEEP_MINE;
  else /* every true conflict is told */
    g_assert_true (is_mine || is_theirs || g_strcmp0 (values[CARE_MERGE_MINE], values[CARE_MERGE_THEIRS]) == 0);
  g_assert_cmpstr (care_record_get (result, field), ==, values[is_mine ? CARE_MERGE_MINE : CARE_MERGE_THEIRS]);
}

/* What becomes of one record, worked out without the merge but for its conflicts. */
static void
check_record (Check *check, CareRecord *record)
{
  CareRecord *base = g_hash_table_lookup (check->sides->base->records, record);
  CareRecord *mine = g_hash_table_lookup (check->sides->mine->records, record);
  CareRecord *theirs = g_hash_table_lookup (check->sides->theirs->records, record);
  CareRecord *result = g_hash_table_lookup (check->result->records, record);
  CareMergeConflict *conflict = find_part (check, record, "");
  const CareKind *kind = care_record_get_kind (record);

  if (mine != NULL && theirs != NULL)
    {
      for (guint i = 0; i < kind->n_fields; i++)
        {
          const char *values[] = { base == NULL ? NULL : care_record_get_at (base, i), care_record_get_at (mine, i),
                                   care_record_get_at (theirs, i) };
          check_value (check, record, kind->fields[i].name, values);
        }
      return;
    }
  if (conflict != NULL)
    g_assert_true ((result != NULL) == ((conflict->choice == CARE_MERGE_KEEP_MINE ? mine : theirs) != NULL));
  else if (base == NULL)
    g_assert_nonnull (result);
  else
    {
      g_autoptr (CareDifference) change
        = mine == NULL && theirs == NULL ? NULL : care_difference_new (base, mine != NULL ? mine : theirs);
      g_assert_null (change);
      g_assert_null (result);
    }
}

static void
check_all (Sides *sides, World *result, CareMerge *merge)
{
  g_autoptr (GHashTable) parts = index_parts (merge);
  Check check = { sides, result, parts };
  World *worlds[] = { sides->base, sides->mine, sides->theirs };

  world_assert_sound (result);
  for (guint w = 0; w < G_N_ELEMENTS (worlds); w++)
    {
      g_autoptr (GPtrArray) records = world_records (worlds[w]);

      for (guint i = 0; i < records->len; i++)
        check_record (&check, g_ptr_array_index (records, i));
    }
}

static guint
merge_both_ways (Sides *sides)
{
  g_autoptr (CareMerge) one = world_merge (sides->base, sides->mine, sides->theirs);
  g_autoptr (CareMerge) other = world_merge (sides->base, sides->theirs, sides->mine);
  g_autoptr (World) result = world_copy (sides->mine);
  g_autoptr (World) same = world_copy (sides->theirs);
  g_autofree char *dump = NULL;
  g_autofree char *same_dump = NULL;

  decide_at_random (one);
  mirror (other, one);
  world_take (result, one);
  world_take (same, other);
  dump = world_dump (result);
  same_dump = world_dump (same);
  g_assert_cmpstr (dump, ==, same_dump);
  check_all (sides, result, one);
  return care_merge_get_conflicts (one)->len;
}

/* With a side that has done nothing, and with oneself, there is nothing to decide. */
static void
merge_trivially (World *base, World *mine)
{
  World *const cases[][3] = { { base, mine, base }, { base, base, mine }, { base, mine, mine } };
  g_autofree char *expected = world_dump (mine);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareMerge) merge = world_merge (cases[i][0], cases[i][1], cases[i][2]);
      g_autoptr (World) result = world_copy (cases[i][1]);
      g_autofree char *dump = NULL;

      g_assert_cmpuint (care_merge_get_conflicts (merge)->len, ==, 0);
      world_take (result, merge);
      dump = world_dump (result);
      g_assert_cmpstr (dump, ==, expected);
    }
}

/* How many are merged; tools/faults wants more of them. */
static guint
count_merges (void)
{
  const char *wanted = g_getenv ("CARE_MERGES");

  return wanted == NULL ? N_SEEDS : (guint) g_ascii_strtoull (wanted, NULL, 10);
}

static void
test_random (void)
{
  guint n_merges = count_merges ();
  guint n_conflicts = 0;

  for (guint seed = 0; seed < n_merges; seed++)
    {
      g_autoptr (World) base = world_new ();
      g_autoptr (World) mine = NULL;
      g_autoptr (World) theirs = NULL;
      Sides sides;

      world_fill (base);
      world_assert_sound (base);
      mine = world_copy (base);
      theirs = world_copy (base);
      /* From hardly anything done to much. */
      for (guint i = 0; i < N_ACTS * (seed % 10 + 1) / 10; i++)
        {
          world_act (mine);
          world_act (theirs);
        }
      sides = (Sides){ base, mine, theirs };
      n_conflicts += merge_both_ways (&sides);
      merge_trivially (base, mine);
    }
  g_test_message ("%u conflicts", n_conflicts);
  g_assert_cmpuint (n_conflicts, >, n_merges);
}

#define ADD(name, function) g_test_add ("/domain/merge/" name, Sides, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("taken", test_taken);
  ADD ("field", test_field);
  ADD ("deleted", test_deleted);
  ADD ("deleted-changed", test_deleted_changed);
  ADD ("deleted-named", test_deleted_named);
  ADD ("deleted-values", test_deleted_values);
  ADD ("untitled", test_untitled);
  ADD ("many", test_many);
  ADD ("deleted-in-text", test_deleted_in_text);
  ADD ("added-twice", test_added_twice);
  ADD ("edition", test_edition);
  g_test_add_func ("/domain/merge/random", test_random);
  return g_test_run ();
}
