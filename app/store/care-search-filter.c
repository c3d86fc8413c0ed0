/* SPDX-License-Identifier: GPL-3.0-or-later */

/* party:, due:, verdict:, kind: and used:, each as a condition on the catalogue.
 * Names of tables come from care-kinds.c only; what was typed is bound. */

#include "care-search-query.h"

#include "care-snippet.h"
#include "care-statement.h"

#include <string.h>

/* Binds @value and returns how it is named in the SQL. */
static char *
bind (CareSearchQuery *self, const char *value)
{
  g_ptr_array_add (self->values, g_strdup (value));
  return g_strdup_printf ("?%u", self->values->len + 1);
}

static gboolean
begins (const char *text, const char *folded)
{
  g_autofree char *there = text == NULL ? NULL : care_words_fold (text, -1);

  return there != NULL && g_str_has_prefix (there, folded);
}

static gboolean
is_called (const CareKind *kind, const char *folded)
{
  g_autofree char *label = care_words_fold (kind->label, -1);

  return strcmp (kind->name, folded) == 0 || strcmp (kind->plural, folded) == 0 || strcmp (label, folded) == 0;
}

static void
append_kinds (GString *where, const char *value)
{
  g_autofree char *folded = care_words_fold (value, -1);
  guint n_kinds;
  const CareKind *kinds = care_kind_list (&n_kinds);
  gboolean exact = FALSE;

  for (guint i = 0; i < n_kinds && !exact; i++)
    if (is_called (&kinds[i], folded))
      {
        g_string_append_printf (where, ", '%s'", kinds[i].name);
        exact = TRUE;
      }
  for (guint i = 0; i < n_kinds && !exact; i++)
    if (begins (kinds[i].name, folded) || begins (kinds[i].plural, folded) || begins (kinds[i].label, folded))
      g_string_append_printf (where, ", '%s'", kinds[i].name);
}

/* kind:figure, kind:figures, kind:"party line", or the beginning of one: "position"
 * is not "position version", but "pos" may be either. kind:figure,event is both. */
static gboolean
filter_kind (CareSearchQuery *self, sqlite3 *db, const char *value, GError **error)
{
  g_auto (GStrv) values = g_strsplit (value, ",", CARE_SEARCH_MAX_FILTERS);

  g_string_append (self->where, " AND c.kind IN (''");
  for (guint i = 0; values[i] != NULL; i++)
    if (values[i][0] != '\0')
      append_kinds (self->where, values[i]);
  g_string_append (self->where, ")");
  return TRUE;
}

/* The ids of the actors that are called so, as a JSON array: however many they are,
 * the SQL stays as long as it is. */
static char *
find_actors (sqlite3 *db, const char *value, GError **error)
{
  static const char *const names[] = { "name", "short_name", "abbreviation" };
  g_autofree char *folded = care_words_fold (value, -1);
  const CareKind *kind = care_kind_find ("actor");
  g_autoptr (GArray) ids = care_database_list (db, kind, error);
  GString *list = g_string_new ("[0");

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (CareRecord) actor
        = care_database_load_readable (db, kind, g_array_index (ids, CareId, i), &problem, NULL);
      gboolean found = FALSE;

      for (guint n = 0; actor != NULL && n < G_N_ELEMENTS (names) && !found; n++)
        found = begins (care_record_get (actor, names[n]), folded);
      if (found)
        g_string_append_printf (list, ", %" G_GINT64_FORMAT, care_record_get_id (actor));
    }
  g_string_append_c (list, ']');
  return g_string_free (list, ids == NULL);
}

/* Adds @set, queries that give an id r and a kind k each, as a condition. With words
 * before it, it is asked for each record that has them, and is made without looking in
 * the catalogue; without, SQLite starts from it, and needs the entries. */
static void
append_set (CareSearchQuery *self, const char *set)
{
  if (self->match != NULL)
    g_string_append_printf (self->where, " AND (c.record, c.kind) IN (%s)", set);
  else
    g_string_append_printf (self->where,
                            " AND c.entry IN (SELECT e.entry FROM (%s) AS s"
                            " CROSS JOIN catalogue AS e ON e.record = s.r AND e.kind = s.k)",
                            set);
}

/* The records of @kind that have one of @actors, a query, or belong to what has, as a
 * deadline does to a pledge. */
static void
append_actor_set (GString *set, const CareKind *kind, const char *actors)
{
  if (care_kind_field (kind, "actor") != NULL)
    g_string_append_printf (set, " UNION ALL SELECT t.id, '%s' FROM \"%s\" AS t WHERE t.actor IN (%s)", kind->name,
                            kind->name, actors);
  else
    for (guint i = 0; i < kind->n_fields; i++)
      {
        const CareField *field = &kind->fields[i];

        if (!(field->flags & CARE_FIELD_IS_OWNER)
            || care_kind_field (care_kind_find (field->target), "actor") == NULL)
          continue;
        g_string_append_printf (set,
                                " UNION ALL SELECT t.id, '%s' FROM \"%s\" AS t JOIN \"%s\" AS o ON o.id = t.\"%s\""
                                " WHERE o.actor IN (%s)",
                                kind->name, kind->name, field->target, field->name, actors);
        return;
      }
}

static gboolean
filter_party (CareSearchQuery *self, sqlite3 *db, const char *value, GError **error)
{
  g_autofree char *found = find_actors (db, value, error);
  g_autofree char *bound = NULL;
  g_autofree char *actors = NULL;
  g_autoptr (GString) set = NULL;
  const CareKind *kinds;
  guint n_kinds;

  if (found == NULL)
    return FALSE;
  bound = bind (self, found);
  actors = g_strdup_printf ("SELECT value FROM json_each (%s)", bound);
  set = g_string_new (NULL);
  g_string_printf (set, "SELECT t.id AS r, 'actor' AS k FROM actor AS t WHERE t.id IN (%s)", actors);
  kinds = care_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    append_actor_set (set, &kinds[i], actors);
  append_set (self, set->str);
  return TRUE;
}

/* due:2018, due:<2018, due:>2018-04, due:none: EDTF begins with the year, but for an
 * open start and a day of any year, and so sorts as text. */
static gboolean
filter_due (CareSearchQuery *self, sqlite3 *db, const char *value, GError **error)
{
  static const char *key = "CASE WHEN d.due LIKE '../%' THEN substr (d.due, 4) ELSE d.due END";
  gboolean ordered = value[0] == '<' || value[0] == '>';
  g_autofree char *bound = NULL;
  g_autofree char *condition = NULL;
  g_autofree char *set = NULL;

  if (g_ascii_strcasecmp (value, "none") == 0)
    {
      g_string_append (self->where, " AND c.kind = 'pledge' AND NOT EXISTS"
                                    " (SELECT 1 FROM deadline AS d WHERE d.pledge = c.record AND d.due IS NOT NULL)");
      return TRUE;
    }
  if (ordered && value[1] == '\0')
    return TRUE;
  bound = bind (self, ordered ? value + 1 : value);
  if (value[0] == '<')
    condition = g_strdup_printf ("%s < %s", key, bound);
  else if (value[0] == '>')
    condition = g_strdup_printf ("(%s > %s || '~' AND d.due NOT LIKE 'X%%')", key, bound);
  else
    condition = g_strdup_printf ("substr (%s, 1, length (%s)) = %s", key, bound, bound);
  set = g_strdup_printf ("SELECT d.pledge AS r, 'pledge' AS k FROM deadline AS d WHERE %s"
                         " UNION ALL SELECT d.id, 'deadline' FROM deadline AS d WHERE %s",
                         condition, condition);
  append_set (self, set);
  return TRUE;
}

/* verdict:none: nobody has judged it; verdict:broken: as published, or in our words. */
static gboolean
filter_verdict (CareSearchQuery *self, sqlite3 *db, const char *value, GError **error)
{
  g_autofree char *bound = NULL;
  g_autofree char *condition = NULL;
  g_autofree char *set = NULL;

  if (g_ascii_strcasecmp (value, "none") == 0)
    {
      g_string_append (self->where, " AND c.kind = 'pledge' AND NOT EXISTS"
                                    " (SELECT 1 FROM verdict AS v WHERE v.pledge = c.record)");
      return TRUE;
    }
  bound = bind (self, value);
  condition = g_strdup_printf ("(lower (substr (v.label, 1, length (%s))) = lower (%s)"
                               " OR substr (v.delivery, 1, length (%s)) = lower (%s)"
                               " OR substr (v.timeliness, 1, length (%s)) = lower (%s))",
                               bound, bound, bound, bound, bound, bound);
  set = g_strdup_printf ("SELECT v.pledge AS r, 'pledge' AS k FROM verdict AS v WHERE %s"
                         " UNION ALL SELECT v.id, 'verdict' FROM verdict AS v WHERE %s",
                         condition, condition);
  append_set (self, set);
  return TRUE;
}

/* Whether a box, or an item of one, shows a record of @kind: " OR EXISTS (…)" each. */
static char *
list_holders (const CareKind *kind)
{
  static const char *const names[] = { "box", "box_item" };
  GString *conditions = g_string_new (NULL);

  for (guint h = 0; h < G_N_ELEMENTS (names); h++)
    {
      const CareKind *holder = care_kind_find (names[h]);

      for (guint i = 0; i < holder->n_fields; i++)
        if (holder->fields[i].type == CARE_FIELD_REFERENCE && !(holder->fields[i].flags & CARE_FIELD_IS_OWNER)
            && strcmp (holder->fields[i].target, kind->name) == 0)
          g_string_append_printf (conditions, " OR EXISTS (SELECT 1 FROM \"%s\" AS b WHERE b.\"%s\" = c.record)",
                                  holder->name, holder->fields[i].name);
    }
  return g_string_free (conditions, FALSE);
}

/* Used: a text of a briefing names it, or a box shows it. */
static void
append_uses (GString *where)
{
  const CareKind *kinds;
  guint n_kinds;

  g_string_append (where, "(EXISTS (SELECT 1 FROM dependency AS u WHERE u.target = c.record AND u.target_kind = c.kind"
                          " AND u.kind IN ('briefing', 'section', 'box')) OR CASE c.kind");
  kinds = care_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *holders = list_holders (&kinds[i]);

      if (holders[0] != '\0')
        g_string_append_printf (where, " WHEN '%s' THEN (0%s)", kinds[i].name, holders);
    }
  g_string_append (where, " ELSE 0 END)");
}

/* What is not used is worth knowing only of what a text can name or a box show. */
static void
append_usable (GString *where)
{
  static const char *const named[] = { "figure", "position", "pledge", "event", "quotation", "contradiction", "source", NULL };
  const CareKind *kinds;
  guint n_kinds;

  g_string_append (where, " AND c.kind IN (''");
  kinds = care_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *holders = list_holders (&kinds[i]);

      if (holders[0] != '\0' || g_strv_contains (named, kinds[i].name))
        g_string_append_printf (where, ", '%s'", kinds[i].name);
    }
  g_string_append (where, ")");
}

/* used:yes, used:no, or the beginning of one; anything else finds nothing. */
static gboolean
filter_used (CareSearchQuery *self, sqlite3 *db, const char *value, GError **error)
{
  gboolean used = g_ascii_strncasecmp ("yes", value, strlen (value)) == 0;
  gboolean unused = g_ascii_strncasecmp ("no", value, strlen (value)) == 0;

  if (!used && !unused)
    {
      g_string_append (self->where, " AND 0");
      return TRUE;
    }
  if (unused)
    append_usable (self->where);
  g_string_append (self->where, unused ? " AND NOT " : " AND ");
  append_uses (self->where);
  return TRUE;
}

/**
 * care_search_add_filter:
 * @self: a query
 * @db: a connection
 * @field: a folded name
 * @value: what was typed after it
 * @error: return location for a #CareStoreError
 *
 * Returns: whether @field is the name of a filter, which is added then.
 */
gboolean
care_search_add_filter (CareSearchQuery *self, sqlite3 *db, const char *field, const char *value, GError **error)
{
  static const struct
  {
    const char *field;
    gboolean (*add) (CareSearchQuery *self, sqlite3 *db, const char *value, GError **error);
  } filters[] = {
    { "kind", filter_kind },       { "party", filter_party }, { "due", filter_due },
    { "verdict", filter_verdict }, { "used", filter_used },
  };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      if (strcmp (filters[i].field, field) != 0)
        continue;
      return value[0] == '\0' || ++self->n_filters > CARE_SEARCH_MAX_FILTERS || filters[i].add (self, db, value, error);
    }
  return FALSE;
}
