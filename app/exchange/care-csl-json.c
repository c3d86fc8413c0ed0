/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The format is that of citationstyles.org, "CSL-JSON": a list of items. A name is of
 * a body where it is "literal", or has only a family name. */

#include "care-csl-json.h"

#include "care-exchange-error.h"
#include "care-json-check.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

static const struct
{
  const char *type;
  const char *kind;
} types[] = {
  { "article-newspaper", "article" }, { "article-magazine", "article" }, { "article-journal", "report" },
  { "webpage", "web-page" },          { "post", "web-page" },            { "post-weblog", "web-page" },
  { "report", "report" },             { "speech", "speech" },            { "legislation", "legislation" },
  { "bill", "legislation" },
};

/* Members that say something of the item in the other program only. */
static const char *const skipped[]
  = { "id", "citation-key", "citation-label", "categories", "keyword", "schema", "title-short", "shortTitle" };

/* (transfer full) (nullable): a text, or a number as text. */
static char *
get_text (JsonObject *item, const char *member)
{
  JsonNode *node = json_object_get_member (item, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  return json_node_get_value_type (node) == G_TYPE_INT64
           ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node)) : NULL;
}

static JsonArray *
get_array (JsonObject *item, const char *member)
{
  JsonNode *node = json_object_get_member (item, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_object_at (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
read_name (CareSourceDraft *draft, JsonObject *name)
{
  g_autofree char *literal = get_text (name, "literal");
  g_autofree char *family = get_text (name, "family");
  g_autofree char *given = get_text (name, "given");
  g_autofree char *particle = get_text (name, "non-dropping-particle");
  g_autofree char *whole = NULL;

  if (literal != NULL || family == NULL || given == NULL)
    {
      care_source_draft_add_maker (draft, literal != NULL ? literal : family != NULL ? family : given, FALSE);
      return;
    }
  whole = g_strjoin (" ", given, particle != NULL ? particle : family, particle != NULL ? family : NULL, NULL);
  care_source_draft_add_maker (draft, whole, TRUE);
}

static void
read_names (CareSourceDraft *draft, JsonObject *item, const char *member)
{
  JsonArray *names = get_array (item, member);

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    if (get_object_at (names, i) != NULL)
      read_name (draft, get_object_at (names, i));
}

/* "2015-01-27" for [2015, 1, 27]; what is no date is seen when it is parsed. */
static char *
read_parts (JsonArray *parts)
{
  GString *edtf = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (parts) && i < 3; i++)
    {
      JsonNode *node = json_array_get_element (parts, i);
      gboolean is_text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
      gint64 number = is_text                         ? g_ascii_strtoll (json_node_get_string (node), NULL, 10)
                      : JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node)
                                                      : 0;

      g_string_append_printf (edtf, i == 0 ? "%04" G_GINT64_FORMAT : "-%02" G_GINT64_FORMAT, number);
    }
  return g_string_free (edtf, FALSE);
}

/* (transfer full) (nullable): a date in words or EDTF. */
static char *
get_date (JsonObject *item, const char *member)
{
  JsonNode *node = json_object_get_member (item, member);
  JsonObject *date = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *ends = date == NULL ? NULL : get_array (date, "date-parts");
  GString *edtf = g_string_new (NULL);

  for (guint i = 0; ends != NULL && i < json_array_get_length (ends) && i < 2; i++)
    if (JSON_NODE_HOLDS_ARRAY (json_array_get_element (ends, i)))
      {
        g_autofree char *end = read_parts (json_array_get_array_element (ends, i));

        g_string_append_printf (edtf, "%s%s", edtf->len > 0 ? "/" : "", end);
      }
  if (edtf->len > 0)
    return g_string_free (edtf, FALSE);
  g_string_free (edtf, TRUE);
  if (date == NULL)
    return get_text (item, member);
  return json_object_has_member (date, "raw") ? get_text (date, "raw") : get_text (date, "literal");
}

static void
read_kind (CareSourceDraft *draft, JsonObject *item)
{
  g_autofree char *type = get_text (item, "type");
  g_autofree char *genre = get_text (item, "genre");
  gboolean is_press_release = genre != NULL && g_ascii_strcasecmp (genre, "press release") == 0;

  care_source_draft_set (&draft->kind, is_press_release ? "press-release" : NULL);
  if (!is_press_release)
    care_source_draft_add_note (draft, "genre", genre);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].type, type) == 0)
      care_source_draft_set (&draft->kind, types[i].kind);
}

/* What an article or a page is part of made it; beside a body that made it, it is told. */
static void
read_makers (CareSourceDraft *draft, JsonObject *item)
{
  g_autofree char *container = get_text (item, "container-title");
  g_autofree char *publisher = get_text (item, "publisher");

  read_names (draft, item, "author");
  read_names (draft, item, "editor");
  if (draft->creator == NULL && container == NULL)
    {
      care_source_draft_set (&draft->creator, publisher);
      return;
    }
  care_source_draft_set (&draft->creator, container);
  if (g_strcmp0 (draft->creator, container) != 0)
    care_source_draft_add_note (draft, "In", container);
  if (g_strcmp0 (draft->creator, publisher) != 0)
    care_source_draft_add_note (draft, "Published by", publisher);
}

static void
read_link (CareSourceDraft *draft, JsonObject *item)
{
  g_autofree char *url = get_text (item, "URL");
  g_autofree char *doi = get_text (item, "DOI");
  g_autofree char *of_doi = doi == NULL ? NULL : g_strconcat ("https://doi.org/", doi, NULL);

  care_source_draft_set (&draft->url, url != NULL ? url : of_doi);
  if (url != NULL)
    care_source_draft_add_note (draft, "DOI", doi);
}

static void
read_rest (CareSourceDraft *draft, JsonObject *item)
{
  static const char *const read[] = { "type",      "genre",  "title",    "container-title", "publisher", "URL",
                                      "DOI",       "author", "editor",   "issued",          "accessed",  "language" };
  g_autoptr (GList) members = json_object_get_members (item);

  for (GList *l = members; l != NULL; l = l->next)
    {
      gboolean is_read = FALSE;
      g_autofree char *text = get_text (item, l->data);

      for (guint i = 0; i < G_N_ELEMENTS (read); i++)
        is_read = is_read || strcmp (read[i], l->data) == 0;
      for (guint i = 0; i < G_N_ELEMENTS (skipped); i++)
        is_read = is_read || strcmp (skipped[i], l->data) == 0;
      if (!is_read)
        care_source_draft_add_note (draft, l->data, text);
    }
}

static CareSourceDraft *
read_item (JsonObject *item)
{
  CareSourceDraft *draft = care_source_draft_new ();
  g_autofree char *title = get_text (item, "title");
  g_autofree char *language = get_text (item, "language");
  g_autofree char *issued = get_date (item, "issued");
  g_autofree char *accessed = get_date (item, "accessed");

  care_source_draft_set (&draft->title, title);
  care_source_draft_set (&draft->language, language);
  care_source_draft_set_published (draft, issued);
  care_source_draft_set_accessed (draft, accessed);
  read_kind (draft, item);
  read_makers (draft, item);
  read_link (draft, item);
  read_rest (draft, item);
  care_source_draft_finish (draft);
  return draft;
}

static void
set_not_the_format (GError **error)
{
  g_set_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_NOT_THE_FORMAT,
               _ ("The file holds neither records of CareBrief nor CSL-JSON; export the sources as CSL-JSON or RIS and try again"));
}

/* (transfer none) (nullable): the items, of which one need not be in a list. */
static JsonArray *
find_items (JsonNode *root)
{
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  if (root != NULL && JSON_NODE_HOLDS_ARRAY (root))
    return json_node_get_array (root);
  return object == NULL ? NULL : get_array (object, "items");
}

static GPtrArray *
read_root (JsonNode *root, GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) care_source_draft_free);
  JsonArray *items = find_items (root);
  gboolean is_one = items == NULL && root != NULL && JSON_NODE_HOLDS_OBJECT (root);

  if (is_one && json_object_has_member (json_node_get_object (root), "title"))
    g_ptr_array_add (drafts, read_item (json_node_get_object (root)));
  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    if (get_object_at (items, i) != NULL)
      g_ptr_array_add (drafts, read_item (get_object_at (items, i)));
  if (drafts->len > 0)
    return g_steal_pointer (&drafts);
  set_not_the_format (error);
  return NULL;
}

/**
 * care_csl_json_read:
 * @bytes: a file
 * @error: return location for a #CareExchangeError
 *
 * Returns: (transfer full) (nullable) (element-type CareSourceDraft): its sources, at
 *   least one.
 */
GPtrArray *
care_csl_json_read (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (CareProblem) problem = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!care_json_check (text, length, &problem, NULL)
      || !json_parser_load_from_data (parser, text, (gssize) length, NULL))
    {
      set_not_the_format (error);
      return NULL;
    }
  return read_root (json_parser_get_root (parser), error);
}
