/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file is a stranger's until every part of it has been checked, and all that
 * is wrong with it is said at once, so that it need not be read ten times to be
 * put right. */

#include "care-library-json.h"

#include "care-exchange-error.h"
#include "care-json-check.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* More than anybody reads; a file of nothing but mistakes ends here. */
#define MAX_PROBLEMS 1000

typedef struct
{
  GPtrArray *drafts;
  GPtrArray *problems;
  GHashTable *lines; /* JsonObject -> GArray of guint, the line of each member */
  GHashTable *ids;   /* of the kind at hand */
} Reader;

static void
add_problem (Reader *r, guint line, const char *place, const char *format, ...) G_GNUC_PRINTF (4, 5);

static void
add_problem (Reader *r, guint line, const char *place, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  if (r->problems->len >= MAX_PROBLEMS)
    return;
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (r->problems, care_problem_new (line, 0, place, what));
}

/* The parser keeps the last of two members of one name and forgets the other.
 * The object is held, so that no later one has the same address. */
static void
on_object_member (JsonParser *parser, JsonObject *object, const char *name, Reader *r)
{
  GArray *lines = g_hash_table_lookup (r->lines, object);
  guint line = (guint) json_parser_get_current_line (parser);

  if (lines == NULL)
    {
      lines = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (r->lines, json_object_ref (object), lines);
    }
  if (lines->len < json_object_get_size (object))
    g_array_append_val (lines, line);
  else
    add_problem (r, line, NULL, _ ("“%s” is there twice"), name);
}

static guint
find_line (Reader *r, JsonObject *object, guint member)
{
  GArray *lines = g_hash_table_lookup (r->lines, object);

  return lines != NULL && member < lines->len ? g_array_index (lines, guint, member) : 0;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n\v\f")] == '\0';
}

static const char *
get_string (JsonNode *node)
{
  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                          : NULL;
}

/* The id, or 0 after a problem has been added. */
static CareId
read_id (Reader *r, const CareKind *kind, JsonObject *object, guint position)
{
  g_autofree char *place = g_strdup_printf (_ ("%s number %u in the list"), kind->name, position + 1);
  guint line = find_line (r, object, 0);
  const char *text = get_string (json_object_get_member (object, "id"));
  gint64 id;

  if (text == NULL)
    add_problem (r, line, place, _ ("the id is missing; give it one as text, such as \"16004\""));
  else if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL) || !g_ascii_isdigit (text[0])
           || text[0] == '0')
    add_problem (r, line, place, _ ("“%s” is not an id; write a whole number from 1"), text);
  else if (!g_hash_table_add (r->ids, g_memdup2 (&id, sizeof id)))
    add_problem (r, line, place, _ ("another %s has the id %s"), kind->name, text);
  else
    return id;
  return 0;
}

static void
read_field (Reader *r, CareRecord *draft, const char *name, JsonNode *node, guint line)
{
  const CareKind *kind = care_record_get_kind (draft);
  g_autofree char *place
    = g_strdup_printf ("%s %" G_GINT64_FORMAT ", %s", kind->name, care_record_get_id (draft), name);
  g_autoptr (GError) error = NULL;

  if (care_kind_field (kind, name) == NULL)
    add_problem (r, line, place, _ ("a %s has no such field"), kind->name);
  else if (get_string (node) == NULL)
    add_problem (r, line, place, _ ("this is not text; put it in quotation marks, or leave the field out"));
  else if (!care_record_set (draft, name, get_string (node), &error))
    add_problem (r, line, place, "%s", error->message);
}

/* What is there and wrong has been said already. */
static void
check_required (Reader *r, CareRecord *draft, JsonObject *object)
{
  const CareKind *kind = care_record_get_kind (draft);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CareField *field = &kind->fields[i];
      const char *text = get_string (json_object_get_member (object, field->name));
      g_autofree char *place = NULL;

      if (!(field->flags & CARE_FIELD_IS_REQUIRED) || care_record_get_at (draft, i) != NULL)
        continue;
      if (json_object_has_member (object, field->name) && (text == NULL || !is_blank (text)))
        continue;
      place = g_strdup_printf ("%s %" G_GINT64_FORMAT ", %s", kind->name, care_record_get_id (draft),
                               field->name);
      add_problem (r, find_line (r, object, 0), place, _ ("this must not be missing"));
    }
}

static void
read_record (Reader *r, const CareKind *kind, JsonNode *node, guint position)
{
  g_autofree char *place = NULL;
  g_autoptr (CareRecord) draft = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  CareId id;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      place = g_strdup_printf (_ ("%s number %u in the list"), kind->name, position + 1);
      add_problem (r, 0, place, _ ("this is not a record; write its fields in curly brackets"));
      return;
    }
  id = read_id (r, kind, json_node_get_object (node), position);
  if (id == 0)
    return;

  draft = care_record_new (kind, id);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  for (guint i = 0; json_object_iter_next_ordered (&iter, &name, &value); i++)
    if (strcmp (name, "id") != 0)
      read_field (r, draft, name, value, find_line (r, json_node_get_object (node), i));
  check_required (r, draft, json_node_get_object (node));
  g_ptr_array_add (r->drafts, g_steal_pointer (&draft));
}

static void
read_kind (Reader *r, const char *name, JsonNode *node, guint line)
{
  const CareKind *kind = care_kind_find (name);
  JsonArray *array;

  if (kind == NULL)
    {
      add_problem (r, line, name, _ ("there is no such kind of record"));
      return;
    }
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      add_problem (r, line, name, _ ("this is not a list; write the records in square brackets"));
      return;
    }
  array = json_node_get_array (node);
  g_hash_table_remove_all (r->ids);
  for (guint i = 0; i < json_array_get_length (array) && r->problems->len < MAX_PROBLEMS; i++)
    read_record (r, kind, json_array_get_element (array, i), i);
}

static void
read_kinds (Reader *r, JsonObject *kinds)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, kinds);
  for (guint i = 0; json_object_iter_next_ordered (&iter, &name, &value); i++)
    read_kind (r, name, value, find_line (r, kinds, i));
}

static void
read_members (Reader *r, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  for (guint i = 0; json_object_iter_next_ordered (&iter, &name, &value); i++)
    if (strcmp (name, "records") == 0 && JSON_NODE_HOLDS_OBJECT (value))
      read_kinds (r, json_node_get_object (value));
    else if (strcmp (name, "records") == 0)
      add_problem (r, find_line (r, object, i), name, _ ("this is not a list of kinds in curly brackets"));
    else if (strcmp (name, "format") != 0 && strcmp (name, "version") != 0)
      add_problem (r, find_line (r, object, i), name, _ ("a library has no such member"));
  if (!json_object_has_member (object, "records"))
    add_problem (r, 0, NULL, _ ("“records” is missing"));
}

static void
set_not_the_format (GError **error)
{
  g_set_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_NOT_THE_FORMAT,
               _ ("This is not a library in CareBrief’s JSON format; export one with `carebrief export`"));
}

/* Before anything else is looked at: a newer format may differ in all of it. */
static gboolean
check_header (JsonNode *root, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *version = object == NULL ? NULL : json_object_get_member (object, "version");
  gint64 number;

  if (object == NULL
      || g_strcmp0 (get_string (json_object_get_member (object, "format")), "carebrief-library") != 0
      || version == NULL || json_node_get_value_type (version) != G_TYPE_INT64)
    {
      set_not_the_format (error);
      return FALSE;
    }
  number = json_node_get_int (version);
  if (number > CARE_LIBRARY_JSON_VERSION)
    {
      g_set_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_NEWER,
                   _ ("The file has version %" PRId64
                      " of the format, made by a newer CareBrief; this one "
                      "reads up to version %d: install the newer CareBrief"),
                   number, CARE_LIBRARY_JSON_VERSION);
      return FALSE;
    }
  if (number < 1)
    set_not_the_format (error);
  return number >= 1;
}

static gboolean
check_outside (const char **text, gsize *length, Reader *r, GError **error)
{
  CareProblem *problem = NULL;
  gsize start = 0;

  if (*length > CARE_LIBRARY_JSON_MAX_BYTES)
    {
      g_set_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_TOO_LARGE,
                   _ ("The file is larger than 64 MB; divide it"));
      return FALSE;
    }
  /* Some editors begin a file with a byte order mark. */
  if (*length >= 3 && memcmp (*text, "\xef\xbb\xbf", 3) == 0)
    {
      *text += 3;
      *length -= 3;
    }
  while (start < *length && strchr (" \t\r\n", (*text)[start]) != NULL && (*text)[start] != '\0')
    start++;
  if (start == *length || (*text)[start] != '{')
    {
      set_not_the_format (error);
      return FALSE;
    }
  if (care_json_check (*text, *length, &problem, error))
    return TRUE;
  g_ptr_array_add (r->problems, problem);
  return FALSE;
}

static gboolean
read_all (Reader *r, const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (!check_outside (&text, &length, r, error))
    return FALSE;
  g_signal_connect (parser, "object-member", G_CALLBACK (on_object_member), r);
  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    {
      set_not_the_format (error);
      return FALSE;
    }
  if (!check_header (json_parser_get_root (parser), error))
    return FALSE;
  read_members (r, json_node_get_object (json_parser_get_root (parser)));
  return care_problem_list_check (r->problems, error);
}

/**
 * care_library_json_read:
 * @bytes: a file
 * @problems: (out) (optional) (transfer full) (element-type CareProblem): all
 *   that is wrong with it, in its order; empty if nothing is
 * @error: return location for a #CareExchangeError
 *
 * Reads a library in the library format. What records refer to need not be in
 * the file; see care_drafts_check_references().
 *
 * Returns: (transfer full) (nullable) (element-type CareRecord): its records in
 *   their order, each with all that it must have, or %NULL if anything is wrong.
 */
GPtrArray *
care_library_json_read (GBytes *bytes, GPtrArray **problems, GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) found = care_problem_list_new ();
  g_autoptr (GHashTable) lines
    = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) json_object_unref, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Reader reader = { drafts, found, lines, ids };
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gboolean ok = read_all (&reader, text, length, error);

  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return ok ? g_steal_pointer (&drafts) : NULL;
}
