/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-act-json.h"

#include "care-exchange-error.h"
#include "care-json-check.h"
#include "care-library-json.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

static void
step_free (gpointer data)
{
  CareActLineStep *step = data;

  g_ptr_array_unref (step->fields);
  g_ptr_array_unref (step->values);
  g_free (step);
}

/**
 * care_act_line_free:
 * @self: (transfer full): a line
 *
 * Frees @self.
 */
void
care_act_line_free (CareActLine *self)
{
  g_free (self->sentence);
  g_free (self->note);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

static gboolean fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Returns FALSE, for the caller to pass on. */
static gboolean
fail (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_PROBLEMS, message);
  return FALSE;
}

static const char *
get_string (JsonNode *node)
{
  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static gboolean
read_id (const char *text, CareId *id, GError **error)
{
  if (text != NULL && g_ascii_isdigit (text[0]) && g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;
  return fail (error, _ ("“%s” is not an id; write a whole number from 1 as text"), text == NULL ? "" : text);
}

static gboolean
read_value (CareActLineStep *step, const char *name, JsonNode *node, GError **error)
{
  const char *text = get_string (node);

  if (care_kind_field (step->kind, name) == NULL)
    return fail (error, _ ("A %s has no field “%s”"), step->kind->name, name);
  if (text == NULL && !JSON_NODE_HOLDS_NULL (node))
    return fail (error, _ ("The value of “%s” is not text; put it in quotation marks, or write null"), name);
  g_ptr_array_add (step->fields, g_strdup (name));
  g_ptr_array_add (step->values, g_strdup (text));
  return TRUE;
}

static gboolean
read_values (CareActLineStep *step, JsonNode *node, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, _ ("A step has no “values”; name the fields in curly brackets"));
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!read_value (step, name, value, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_members (JsonObject *object, const char *const *known, GError **error)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      return fail (error, _ ("“%s” is not known here; the manual page describes what is"), (char *) l->data);
  return TRUE;
}

/* The verb is the member that names the kind. */
static gboolean
read_verb (JsonObject *object, CareActLineStep *step, GError **error)
{
  static const char *const verbs[] = { "insert", "set", "delete" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (json_object_has_member (object, verbs[i]))
      {
        const char *kind = get_string (json_object_get_member (object, verbs[i]));

        step->verb = (CareActLineVerb) i;
        step->kind = kind == NULL ? NULL : care_kind_find (kind);
        n++;
      }
  if (n != 1)
    return fail (error, _ ("A step is one of “insert”, “set” and “delete”"));
  return step->kind != NULL || fail (error, _ ("There is no such kind of record; write one such as “figure”"));
}

static gboolean
read_step (JsonNode *node, CareActLineStep *step, GError **error)
{
  static const char *const known[] = { "insert", "set", "delete", "id", "values", NULL };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *id;

  if (object == NULL)
    return fail (error, _ ("A step is not in curly brackets"));
  if (!check_members (object, known, error) || !read_verb (object, step, error))
    return FALSE;
  id = json_object_get_member (object, "id");
  if ((id != NULL || step->verb != CARE_ACT_LINE_INSERT) && !read_id (get_string (id), &step->id, error))
    return FALSE;
  return step->verb == CARE_ACT_LINE_DELETE || read_values (step, json_object_get_member (object, "values"), error);
}

static gboolean
read_steps (CareActLine *line, JsonNode *node, GError **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) == 0)
    return fail (error, _ ("“steps” is not a list of steps; write them in square brackets"));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      CareActLineStep *step = g_new0 (CareActLineStep, 1);

      step->fields = g_ptr_array_new_with_free_func (g_free);
      step->values = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (line->steps, step);
      if (!read_step (json_array_get_element (array, i), step, error))
        return FALSE;
    }
  return TRUE;
}

/* Text that may be left out. */
static gboolean
read_text (JsonObject *object, const char *name, char **text, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *string = get_string (node);

  if (string == NULL && node != NULL && !JSON_NODE_HOLDS_NULL (node))
    return fail (error, _ ("“%s” is not text; put it in quotation marks"), name);
  *text = g_strdup (string);
  return TRUE;
}

static gboolean
read_restore (CareActLine *line, JsonNode *node, GError **error)
{
  if (get_string (node) == NULL)
    return fail (error, _ ("“restore” is the number of the act that deleted something, in quotation marks; "
                           "`carebrief bin` shows it"));
  return read_id (get_string (node), &line->target, error);
}

/* true for the act that is next, or the id of one. */
static gboolean
read_turn (CareActLine *line, JsonNode *node, GError **error)
{
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node))
    return TRUE;
  if (line->what == CARE_ACT_LINE_REDO)
    return fail (error, _ ("“redo” is true; what is done again is what was undone last"));
  return read_id (get_string (node), &line->target, error);
}

static gboolean
read_import (CareActLine *line, JsonNode *node, GError **error)
{
  g_autofree char *text = json_to_string (node, FALSE);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  text = NULL;
  line->records = care_library_json_read (bytes, NULL, error);
  return line->records != NULL;
}

static gboolean
read_edition (CareActLine *line, JsonNode *node, GError **error)
{
  static const char *const known[] = { "briefing", "amendment", "note", NULL };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *amendment;

  if (object == NULL)
    return fail (error, _ ("“edition” names its “briefing” and “amendment” in curly brackets"));
  if (!check_members (object, known, error)
      || !read_id (get_string (json_object_get_member (object, "briefing")), &line->target, error))
    return FALSE;
  amendment = get_string (json_object_get_member (object, "amendment"));
  line->significant = g_strcmp0 (amendment, "significant") == 0;
  if (!read_text (object, "note", &line->note, error))
    return FALSE;
  return line->significant || g_strcmp0 (amendment, "minor") == 0
         || fail (error, _ ("The “amendment” of an edition is “significant” or “minor”"));
}

static gboolean
read_line (CareActLine *line, JsonObject *object, GError **error)
{
  static const struct
  {
    const char *member;
    CareActLineWhat what;
    gboolean (*read) (CareActLine *line, JsonNode *node, GError **error);
  } readers[] = {
    { "steps", CARE_ACT_LINE_STEPS, read_steps },    { "undo", CARE_ACT_LINE_UNDO, read_turn },
    { "redo", CARE_ACT_LINE_REDO, read_turn },       { "import", CARE_ACT_LINE_IMPORT, read_import },
    { "restore", CARE_ACT_LINE_RESTORE, read_restore }, { "edition", CARE_ACT_LINE_EDITION, read_edition },
  };
  static const char *const known[] = { "sentence", "steps", "undo", "redo", "import", "restore", "edition", NULL };
  guint n = json_object_has_member (object, "sentence");

  if (!check_members (object, known, error) || !read_text (object, "sentence", &line->sentence, error))
    return FALSE;
  if (json_object_get_size (object) != n + 1)
    return fail (error, _ ("A line is one act: one of “steps”, “undo”, “redo”, “import”, “restore” and “edition”"));
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (json_object_has_member (object, readers[i].member))
      {
        line->what = readers[i].what;
        return readers[i].read (line, json_object_get_member (object, readers[i].member), error);
      }
  g_return_val_if_reached (FALSE);
}

static gboolean
check (const char *text, gsize length, GError **error)
{
  g_autoptr (CareProblem) problem = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *description = NULL;

  if (length <= CARE_ACT_JSON_MAX_BYTES && care_json_check (text, length, &problem, &reason))
    return TRUE;
  if (problem == NULL)
    return fail (error, _ ("The line is longer than 64 MB or nested too deep; divide it"));
  description = care_problem_describe (problem);
  return fail (error, "%s", description);
}

/**
 * care_act_json_read:
 * @text: one line
 * @length: of @text, in bytes
 * @error: return location for a #CareExchangeError
 *
 * Whether the records that it names are there, and its values what their fields
 * may hold, is not looked at.
 *
 * Returns: (transfer full) (nullable): the act.
 */
CareActLine *
care_act_json_read (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (CareActLine) line = g_new0 (CareActLine, 1);
  JsonNode *root;

  line->steps = g_ptr_array_new_with_free_func (step_free);
  if (!check (text, length, error))
    return NULL;
  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL)
      || (root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (error, _ ("A line is an act in curly brackets; the manual page describes it"));
      return NULL;
    }
  return read_line (line, json_node_get_object (root), error) ? g_steal_pointer (&line) : NULL;
}
