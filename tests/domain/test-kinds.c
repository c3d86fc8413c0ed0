/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of kinds, fields and words hold together. */

#include "care-kind.h"
#include "care-vocabularies.h"

#include <string.h>

typedef void (*CheckKind) (const CareKind *kind);
typedef void (*CheckField) (const CareKind *kind, const CareField *field);

static void
for_each_kind (CheckKind check)
{
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  g_assert_cmpuint (n_kinds, >, 0);
  for (guint k = 0; k < n_kinds; k++)
    check (&kinds[k]);
}

static void
for_each_field (CheckField check)
{
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < kinds[k].n_fields; i++)
      check (&kinds[k], &kinds[k].fields[i]);
}

static void
assert_matches (const char *pattern, const char *text)
{
  g_test_message ("%s", text);
  g_assert_true (g_regex_match_simple (pattern, text, G_REGEX_DOLLAR_ENDONLY, 0));
}

static void
assert_new (GHashTable *seen, const char *name)
{
  g_test_message ("%s", name);
  g_assert_true (g_hash_table_add (seen, (gpointer) name));
}

static void
test_names (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) plurals = g_hash_table_new (g_str_hash, g_str_equal);
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    {
      assert_new (names, kinds[k].name);
      assert_new (plurals, kinds[k].plural);
      assert_matches ("^[a-z]+(_[a-z]+)*$", kinds[k].name);
      assert_matches ("^[a-z]+(-[a-z]+)*$", kinds[k].plural);
      assert_matches ("^[A-Z]", kinds[k].label);
      assert_matches ("^[A-Z]", kinds[k].label_plural);
    }
}

static void
test_find (void)
{
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    {
      g_assert_true (care_kind_find (kinds[k].name) == &kinds[k]);
      g_assert_true (care_kind_find_plural (kinds[k].plural) == &kinds[k]);
      for (guint i = 0; i < kinds[k].n_fields; i++)
        {
          g_assert_cmpint (care_kind_field_index (&kinds[k], kinds[k].fields[i].name), ==, (int) i);
          g_assert_true (care_kind_field (&kinds[k], kinds[k].fields[i].name) == &kinds[k].fields[i]);
        }
      g_assert_cmpint (care_kind_field_index (&kinds[k], "no-such-field"), ==, -1);
      g_assert_null (care_kind_field (&kinds[k], "no-such-field"));
    }
  g_assert_null (care_kind_find ("no-such-kind"));
  g_assert_null (care_kind_find (NULL));
  g_assert_null (care_kind_find_plural ("figure"));
  g_assert_null (care_kind_find_plural (NULL));
}

/* What the briefings of the sample are made of. */
static void
test_complete (void)
{
  static const char *const names[] = {
    "actor",    "person",     "role",     "alias",         "theme",     "position", "position_version",
    "pledge",   "party_line", "limb",     "condition",     "deadline",  "verdict",  "evidence",
    "figure",   "fund",       "link",     "event",         "milestone", "duty",     "legislation",
    "source",   "quotation",  "citation", "place",         "briefing",  "section",  "box",
    "box_item", "image",      "comment",  "contradiction",
    "review_note", "exception",  "ledger",   "ledger_item",   "deflator",  "deflator_value", "calculation",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_nonnull (care_kind_find (names[i]));
}

static void
check_fields_of_kind (const CareKind *kind)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (kind->n_fields, >, 0);
  for (guint i = 0; i < kind->n_fields; i++)
    assert_new (names, kind->fields[i].name);
  g_assert_false (g_hash_table_contains (names, "id"));
}

static void
check_field (const CareKind *kind, const CareField *field)
{
  gboolean is_choice = field->type == CARE_FIELD_CHOICE;
  gboolean is_reference = field->type == CARE_FIELD_REFERENCE;

  g_test_message ("%s.%s", kind->name, field->name);
  assert_matches ("^[a-z]+(_[a-z]+)*$", field->name);
  assert_matches ("^[A-Z]", field->label);
  g_assert_true (is_choice == (field->vocabulary != NULL));
  g_assert_true (is_reference == (field->target != NULL));
  if (is_reference)
    g_assert_nonnull (care_kind_find (field->target));
  if (field->flags & CARE_FIELD_IS_OWNER)
    g_assert_true (is_reference);
}

static void
test_fields (void)
{
  for_each_kind (check_fields_of_kind);
  for_each_field (check_field);
}

static void
check_title (const CareKind *kind)
{
  guint n_titles = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & CARE_FIELD_IS_TITLE)
      {
        n_titles++;
        g_assert_true (care_kind_title_field (kind) == &kind->fields[i]);
        g_assert_true (kind->fields[i].type == CARE_FIELD_TEXT || kind->fields[i].type == CARE_FIELD_PROSE);
      }
  g_test_message ("%s", kind->name);
  g_assert_cmpuint (n_titles, ==, 1);
}

static void
test_titles (void)
{
  for_each_kind (check_title);
}

/* A list of a kind says something. */
static void
check_listed (const CareKind *kind)
{
  guint n_listed = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & CARE_FIELD_IS_LISTED)
      {
        n_listed++;
        g_assert_cmpint ((int) kind->fields[i].type, !=, CARE_FIELD_BYTES);
      }
  g_assert_cmpuint (n_listed, >, 0);
}

static void
test_listed (void)
{
  for_each_kind (check_listed);
}

/* What is referred to is written out first, or is of the same kind. */
static void
check_order (const CareKind *kind, const CareField *field)
{
  if (field->type != CARE_FIELD_REFERENCE)
    return;
  g_test_message ("%s.%s", kind->name, field->name);
  g_assert_true (care_kind_find (field->target) <= kind);
}

static void
test_order (void)
{
  for_each_field (check_order);
}

/* Nothing owns itself: what a record owns can be deleted with it. */
static void
check_owner (const CareKind *kind, const CareField *field)
{
  if (field->flags & CARE_FIELD_IS_OWNER)
    g_assert_true (care_kind_find (field->target) < kind);
}

static void
test_owners (void)
{
  for_each_field (check_owner);
}

static void
check_vocabulary (const CareKind *kind, const CareField *field)
{
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

  if (field->vocabulary == NULL)
    return;
  assert_matches ("^[a-z]+(-[a-z]+)*$", field->vocabulary->name);
  for (const CareTerm *term = field->vocabulary->terms; term->word != NULL; term++)
    {
      assert_new (words, term->word);
      assert_new (labels, term->label);
      assert_matches ("^[a-z]+(-[a-z]+)*$", term->word);
      g_assert_cmpstr (term->label, !=, "");
      g_assert_true (care_vocabulary_find (field->vocabulary, term->word) == term);
    }
  g_assert_cmpuint (g_hash_table_size (words), >=, 2);
  g_assert_null (care_vocabulary_find (field->vocabulary, "no such word"));
  g_assert_null (care_vocabulary_find (field->vocabulary, NULL));
}

static void
test_vocabularies (void)
{
  for_each_field (check_vocabulary);
}

static void
test_vocabulary_label (void)
{
  g_assert_cmpstr (care_vocabulary_label (&care_vocabulary_flow, "pooled-budget"), ==, "pooled budget");
  g_assert_null (care_vocabulary_label (&care_vocabulary_flow, "pooled budget"));
  g_assert_null (care_vocabulary_label (&care_vocabulary_flow, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kinds/names", test_names);
  g_test_add_func ("/kinds/find", test_find);
  g_test_add_func ("/kinds/complete", test_complete);
  g_test_add_func ("/kinds/fields", test_fields);
  g_test_add_func ("/kinds/titles", test_titles);
  g_test_add_func ("/kinds/listed", test_listed);
  g_test_add_func ("/kinds/order", test_order);
  g_test_add_func ("/kinds/owners", test_owners);
  g_test_add_func ("/kinds/vocabularies", test_vocabularies);
  g_test_add_func ("/kinds/vocabulary-label", test_vocabulary_label);

  return g_test_run ();
}
