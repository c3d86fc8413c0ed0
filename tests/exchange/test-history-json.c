/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-history-json.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
add (GPtrArray *entries, CareId id, CareHistoryKind kind, CareHistoryState state, CareId target, const char *sentence)
{
  CareHistoryEntry *entry = g_new0 (CareHistoryEntry, 1);

  entry->id = id;
  entry->kind = kind;
  entry->state = state;
  entry->target = target;
  entry->sentence = g_strdup (sentence);
  entry->author = g_strdup ("Ann \"A.\" O’Ther");
  entry->done = g_strdup ("2026-11-22T01:48:39Z");
  g_ptr_array_add (entries, entry);
}

static GPtrArray *
new_entries (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) care_history_entry_free);
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (GBytes) json = care_history_json_write (entries);

  g_assert_cmpmem (g_bytes_get_data (json, NULL), g_bytes_get_size (json), "[]\n", 3);
}

static void
assert_member (JsonObject *object, const char *member, const char *expected)
{
  g_assert_cmpstr (json_object_get_string_member_with_default (object, member, NULL), ==, expected);
}

/* Ids are strings, as a number in JSON need not be exact. */
static void
test_entries (void)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (GBytes) json = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *array;
  JsonObject *undo;
  JsonObject *act;

  add (entries, G_MAXINT64, CARE_HISTORY_UNDO, CARE_HISTORY_DONE, 7, "Undo: Change");
  add (entries, 7, CARE_HISTORY_ACT, CARE_HISTORY_UNDONE, 0, "Change “R&D”\n<b> \\");
  json = care_history_json_write (entries);
  json_parser_load_from_data (parser, g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json), &error);
  g_assert_no_error (error);
  array = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (array), ==, 2);
  undo = json_array_get_object_element (array, 0);
  act = json_array_get_object_element (array, 1);

  assert_member (undo, "id", "9223372036854775807");
  assert_member (undo, "kind", "undo");
  assert_member (undo, "target", "7");
  assert_member (undo, "sentence", "Undo: Change");
  assert_member (undo, "state", "done");
  assert_member (act, "id", "7");
  assert_member (act, "kind", "act");
  g_assert_false (json_object_has_member (act, "target"));
  assert_member (act, "sentence", "Change “R&D”\n<b> \\");
  assert_member (act, "author", "Ann \"A.\" O’Ther");
  assert_member (act, "done", "2026-11-22T01:48:39Z");
  assert_member (act, "state", "undone");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history-json/empty", test_empty);
  g_test_add_func ("/history-json/entries", test_entries);
  return g_test_run ();
}
