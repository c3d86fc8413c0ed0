/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-findings-json.h"

#include "care-json-generate.h"

static void
set_record (JsonObject *object, const char *member, CareRecord *record)
{
  g_autofree char *name
    = g_strdup_printf ("%s:%" G_GINT64_FORMAT, care_record_get_kind (record)->name, care_record_get_id (record));

  json_object_set_string_member (object, member, name);
}

static void
set_text (JsonObject *object, const char *member, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

static void
set_exception (JsonObject *object, CareRecord *exception)
{
  JsonObject *kept = json_object_new ();

  set_text (kept, "reason", care_record_get (exception, "reason"));
  set_text (kept, "author", care_record_get (exception, "author"));
  set_text (kept, "decided", care_record_get (exception, "decided"));
  json_object_set_object_member (object, "kept", kept);
}

static JsonObject *
make_finding (const CareFinding *finding)
{
  JsonObject *object = json_object_new ();

  set_text (object, "check", finding->check->id);
  set_text (object, "level", finding->check->level == CARE_CHECK_MUST_FIX ? "must-fix" : "look-at");
  set_text (object, "sentence", finding->sentence);
  set_text (object, "place", finding->place);
  set_record (object, "element", finding->element);
  set_record (object, "record", finding->record);
  set_text (object, "field", finding->field);
  if (finding->end > 0)
    {
      json_object_set_int_member (object, "start", (gint64) finding->start);
      json_object_set_int_member (object, "end", (gint64) finding->end);
    }
  set_text (object, "mend", finding->mend);
  set_text (object, "replacement", finding->replacement);
  if (finding->exception != NULL)
    set_exception (object, finding->exception);
  return object;
}

static JsonArray *
list_passed (GPtrArray *findings)
{
  JsonArray *passed = json_array_new ();
  guint n_checks;
  const CareCheck *checks = care_checks_list (&n_checks);

  for (guint i = 0; i < n_checks; i++)
    if (care_findings_passes (findings, &checks[i]))
      json_array_add_string_element (passed, checks[i].id);
  return passed;
}

/**
 * care_findings_json_write:
 * @findings: (element-type CareFinding): what care_checks_run() has found
 *
 * Returns: (transfer full): the JSON.
 */
GBytes *
care_findings_json_write (GPtrArray *findings)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < findings->len; i++)
    json_array_add_object_element (list, make_finding (g_ptr_array_index (findings, i)));
  json_object_set_int_member (object, "must_fix", care_findings_count (findings, CARE_CHECK_MUST_FIX));
  json_object_set_int_member (object, "look_at", care_findings_count (findings, CARE_CHECK_LOOK_AT));
  json_object_set_array_member (object, "findings", list);
  json_object_set_array_member (object, "passed", list_passed (findings));
  json_node_take_object (root, object);
  return care_json_generate (root);
}
