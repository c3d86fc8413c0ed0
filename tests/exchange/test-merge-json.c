/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-merge-json.h"

#include <json-glib/json-glib.h>

static CareRecord *
make_record (const char *kind, CareId id, const char *field, const char *value)
{
  CareRecord *record = care_record_new (care_kind_find (kind), id);

  g_assert_true (care_record_set (record, field, value, NULL));
  return record;
}

static GPtrArray *
make_records (const char *value, const char *limb, const char *theme)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  CareRecord *figure = make_record ("figure", 10, "label", "Fund");

  g_assert_true (care_record_set (figure, "value", value, NULL));
  g_ptr_array_add (records, figure);
  if (limb != NULL)
    {
      CareRecord *record = make_record ("limb", 21, "text", limb);

      g_assert_true (care_record_set (record, "pledge", "20", NULL));
      g_ptr_array_add (records, record);
      g_ptr_array_add (records, make_record ("pledge", 20, "title", "Integrate"));
    }
  if (theme != NULL)
    g_ptr_array_add (records, make_record ("theme", 1, "name", theme));
  return records;
}

static JsonObject *
get_part (JsonArray *conflicts, guint conflict, guint part)
{
  JsonObject *object = json_array_get_object_element (conflicts, conflict);

  return json_array_get_object_element (json_object_get_array_member (object, "parts"), part);
}

static void
assert_member (JsonObject *object, const char *member, const char *expected)
{
  g_assert_cmpstr (json_object_get_string_member (object, member), ==, expected);
}

/* That it is the only one. */
static void
assert_field (JsonArray *fields, const char *name, const char *before, const char *after)
{
  JsonObject *field = json_array_get_object_element (fields, 0);

  g_assert_cmpuint (json_array_get_length (fields), ==, 1);
  assert_member (field, "field", name);
  assert_member (field, "before", before);
  assert_member (field, "after", after);
}

static JsonObject *
write_and_read (GPtrArray *base, GPtrArray *mine, GPtrArray *theirs, JsonParser *parser)
{
  g_autoptr (CareMerge) merge = care_merge_new (base, mine, theirs);
  g_autoptr (GBytes) json = care_merge_json_write (merge);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (json, &length);

  json_parser_load_from_data (parser, text, (gssize) length, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_all (void)
{
  g_autoptr (GPtrArray) base = make_records ("38e8 GBP", "Health", NULL);
  g_autoptr (GPtrArray) mine = make_records ("5e9 GBP", NULL, NULL);
  g_autoptr (GPtrArray) theirs = make_records (NULL, "Social care", "Funding");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = write_and_read (base, mine, theirs, parser);
  JsonArray *taken = json_object_get_array_member (root, "taken");
  JsonArray *conflicts = json_object_get_array_member (root, "conflicts");

  g_assert_cmpuint (json_array_get_length (taken), ==, 1);
  assert_member (json_array_get_object_element (taken, 0), "what", "added");
  assert_member (json_array_get_object_element (taken, 0), "kind", "theme");
  assert_member (json_array_get_object_element (taken, 0), "id", "1");

  g_assert_cmpuint (json_array_get_length (conflicts), ==, 2);
  assert_member (json_array_get_object_element (conflicts, 0), "what", "deleted");
  assert_member (get_part (conflicts, 0, 0), "kind", "pledge");
  assert_member (get_part (conflicts, 0, 0), "base", "present");
  assert_member (get_part (conflicts, 0, 0), "mine", "absent");
  assert_member (get_part (conflicts, 0, 0), "theirs", "unchanged");
  g_assert_false (json_object_has_member (get_part (conflicts, 0, 0), "field"));
  assert_member (get_part (conflicts, 0, 1), "kind", "limb");
  assert_member (get_part (conflicts, 0, 1), "theirs", "changed");
  g_assert_false (json_object_has_member (get_part (conflicts, 0, 0), "fields"));
  assert_field (json_object_get_array_member (get_part (conflicts, 0, 1), "fields"), "text", "Health", "Social care");

  assert_member (json_array_get_object_element (conflicts, 1), "what", "changed");
  assert_member (get_part (conflicts, 1, 0), "field", "value");
  assert_member (get_part (conflicts, 1, 0), "base", "38e8 GBP");
  assert_member (get_part (conflicts, 1, 0), "mine", "5e9 GBP");
  g_assert_true (json_object_get_null_member (get_part (conflicts, 1, 0), "theirs"));
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) records = make_records ("38e8 GBP", "Health", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = write_and_read (records, records, records, parser);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "taken")), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "conflicts")), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/merge-json/all", test_all);
  g_test_add_func ("/exchange/merge-json/nothing", test_nothing);
  return g_test_run ();
}
