/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-search-query.h"

#include "care-snippet.h"
#include "care-statement.h"

#include <string.h>

/* Longer than anybody types; what is pasted is cut. */
#define MAX_BYTES 1000
#define MAX_WORDS 32

/* Each word or phrase in quotation marks: none of it can be syntax then. */
static void
add_phrase (CareSearchQuery *self, const char *text, gboolean is_prefix)
{
  g_autoptr (GPtrArray) words = care_words_split (text);
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", parts);
  g_autofree char *before = g_steal_pointer (&self->match);

  if (words->len == 0 || self->words->len + words->len > MAX_WORDS)
    {
      self->match = g_steal_pointer (&before);
      return;
    }
  self->match = g_strdup_printf ("%s%s\"%s\"%s", before == NULL ? "" : before, before == NULL ? "" : " ", quoted,
                                 is_prefix ? "*" : "");
  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (self->words, g_strdup (g_ptr_array_index (words, i)));
  self->last_is_prefix = is_prefix;
  if (!is_prefix || words->len != 1)
    return;
  self->stem = g_steal_pointer (&before);
  self->prefix = g_strdup (g_ptr_array_index (words, 0));
}

/* From @at to the end of a phrase in quotation marks or of a word; *next is behind it. */
static char *
take_token (const char *at, gboolean *is_phrase, const char **next)
{
  const char *end;

  *is_phrase = *at == '"';
  if (*is_phrase)
    {
      end = strchr (at + 1, '"');
      *next = end == NULL ? at + strlen (at) : end + 1;
      return g_strndup (at + 1, (gsize) ((end == NULL ? at + strlen (at) : end) - at - 1));
    }
  for (end = at; *end != '\0' && *end != '"' && !g_unichar_isspace (g_utf8_get_char (end)); end = g_utf8_next_char (end))
    ;
  *next = end;
  return g_strndup (at, (gsize) (end - at));
}

/* "party:lab", or "party:" before a phrase; FALSE if it is no field's name. */
static gboolean
take_filter (CareSearchQuery *self, sqlite3 *db, const char *token, const char **next, GError **error)
{
  const char *colon = strchr (token, ':');
  g_autofree char *field = NULL;
  g_autofree char *value = NULL;
  gboolean is_phrase = FALSE;

  if (colon == NULL)
    return FALSE;
  field = g_utf8_casefold (token, colon - token);
  if (colon[1] == '\0' && **next == '"')
    value = take_token (*next, &is_phrase, next);
  else
    value = g_strdup (colon + 1);
  return care_search_add_filter (self, db, field, value, error);
}

static void
read_typed (CareSearchQuery *self, sqlite3 *db, const char *text, GError **error)
{
  const char *at = text;

  while (*at != '\0')
    {
      g_autofree char *token = NULL;
      g_autoptr (GError) reason = NULL;
      gboolean is_phrase;

      if (g_unichar_isspace (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      token = take_token (at, &is_phrase, &at);
      if ((is_phrase || !take_filter (self, db, token, &at, &reason)) && reason == NULL)
        add_phrase (self, token, !is_phrase && *at == '\0');
      if (reason == NULL)
        continue;
      g_propagate_error (error, g_steal_pointer (&reason));
      return;
    }
}

/**
 * care_search_query_new:
 * @db: a connection
 * @typed: whatever a person typed
 * @error: return location for a #CareStoreError; what was typed is never the cause
 *
 * Words are looked for in any order, the last one as the beginning of a word while
 * it is being typed; what is in quotation marks as a phrase. party:, due:,
 * verdict:, kind: and used: narrow the search; any other name before a colon is a
 * word.
 *
 * Returns: (transfer full) (nullable): what it means.
 */
CareSearchQuery *
care_search_query_new (sqlite3 *db, const char *typed, GError **error)
{
  g_autoptr (CareSearchQuery) self = g_new0 (CareSearchQuery, 1);
  g_autofree char *cut = g_strndup (typed, MAX_BYTES);
  g_autofree char *valid = g_utf8_make_valid (cut, -1);
  g_autoptr (GError) reason = NULL;

  self->where = g_string_new (NULL);
  self->values = g_ptr_array_new_with_free_func (g_free);
  self->words = g_ptr_array_new_with_free_func (g_free);
  read_typed (self, db, valid, &reason);
  if (reason == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

/**
 * care_search_query_prepare:
 * @self: a query, which must stay valid as long as the statement
 * @db: a connection
 * @sql: a statement with the conditions of @self; ?1 is what is to match, and what
 *   @self->values are bound to follows
 * @error: return location for a #CareStoreError
 *
 * What people search for differs each time, so these statements are not kept.
 *
 * Returns: (transfer full) (nullable): @sql, prepared and with @self bound to it.
 */
sqlite3_stmt *
care_search_query_prepare (CareSearchQuery *self, sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (code != SQLITE_OK)
    {
      care_database_set_error (db, code, error);
      return NULL;
    }
  if (self->match != NULL)
    care_statement_bind_text (statement, 1, self->match);
  for (guint i = 0; i < self->values->len; i++)
    care_statement_bind_text (statement, (int) i + 2, g_ptr_array_index (self->values, i));
  return statement;
}

/**
 * care_search_query_free:
 * @self: (transfer full): a query
 *
 * Frees @self.
 */
void
care_search_query_free (CareSearchQuery *self)
{
  g_free (self->match);
  g_free (self->stem);
  g_free (self->prefix);
  g_string_free (self->where, TRUE);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->words);
  g_free (self);
}
