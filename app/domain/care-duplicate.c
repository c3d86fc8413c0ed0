/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each source is looked up by its link and by its title in tables, so that the time it
 * takes grows with their number and no faster. What is the same as one of a group belongs
 * to that group; each other member makes a pair with the one that is kept. */

#include "care-duplicate.h"

#include "care-reference.h"

#include <string.h>

#define FACTS(facts, i) (&g_array_index (facts, CareSourceFacts, i))

static void
clear_facts (gpointer data)
{
  CareSourceFacts *self = data;

  g_free (self->title);
  g_free (self->url);
  g_free (self->published);
}

/**
 * care_source_facts_new:
 *
 * Returns: (transfer full) (element-type CareSourceFacts): of no sources; it owns the texts
 *   that are put in.
 */
GArray *
care_source_facts_new (void)
{
  GArray *facts = g_array_new (FALSE, TRUE, sizeof (CareSourceFacts));

  g_array_set_clear_func (facts, clear_facts);
  return facts;
}

/* (transfer full): a query without what only tells where a reader came from. */
static char *
normalise_query (const char *query)
{
  g_auto (GStrv) parts = g_strsplit (query, "&", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !g_str_has_prefix (parts[i], "utm_") && !g_str_has_prefix (parts[i], "fbclid="))
      g_string_append_printf (out, "%s%s", out->len > 0 ? "&" : "?", parts[i]);
  return g_string_free (out, FALSE);
}

/**
 * care_link_normalise:
 * @link: a link
 *
 * Returns: (transfer full): @link without what may differ between links to one page:
 *   scheme, "www.", a fragment, and where a reader came from.
 */
char *
care_link_normalise (const char *link)
{
  g_autoptr (GUri) uri = g_uri_parse (link, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  const char *host = uri == NULL ? NULL : g_uri_get_host (uri);
  g_autofree char *query = uri == NULL || g_uri_get_query (uri) == NULL ? g_strdup ("")
                                                                        : normalise_query (g_uri_get_query (uri));
  g_autofree char *path = uri == NULL ? NULL : g_strdup (g_uri_get_path (uri));
  g_autofree char *lower = NULL;

  if (host == NULL)
    return g_strdup (link);
  lower = g_ascii_strdown (host, -1);
  while (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  return g_strconcat (lower + (g_str_has_prefix (lower, "www.") ? 4 : g_str_has_prefix (lower, "dx.doi.org") ? 3 : 0),
                      path, query, NULL);
}

/* (transfer full): the letters and digits of @title, without case and accents. */
static char *
fold_title (const char *title)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString *out = g_string_new (NULL);

  for (const char *p = apart; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

/* (transfer full) (nullable): title, year and maker; NULL where the title is all there is. */
static char *
make_title_key (const CareSourceFacts *facts)
{
  gboolean has_year = facts->published != NULL && g_ascii_isdigit (facts->published[0]);
  g_autofree char *title = fold_title (facts->title);

  if (!has_year && facts->maker == 0)
    return NULL;
  return g_strdup_printf ("%s\n%.4s\n%" G_GINT64_FORMAT, title, has_year ? facts->published : "", facts->maker);
}

/* The first of the group that source @i is in. */
static guint
find_group (guint *groups, guint i)
{
  while (groups[i] != i)
    i = groups[i] = groups[groups[i]];
  return i;
}

/* The first source with @key, noted as @i if there is none. */
static guint
find_first (GHashTable *seen, char *key, guint i)
{
  gpointer first;

  if (g_hash_table_lookup_extended (seen, key, NULL, &first))
    {
      g_free (key);
      return GPOINTER_TO_UINT (first);
    }
  g_hash_table_insert (seen, key, GUINT_TO_POINTER (i));
  return i;
}

static gboolean
has_same_link (const CareSourceFacts *a, const CareSourceFacts *b)
{
  g_autofree char *first = a->url == NULL ? NULL : care_link_normalise (a->url);
  g_autofree char *second = b->url == NULL ? NULL : care_link_normalise (b->url);

  return first != NULL && second != NULL && strcmp (first, second) == 0;
}

static void
join (guint *groups, guint a, guint b)
{
  guint first = find_group (groups, a);
  guint second = find_group (groups, b);

  groups[MAX (first, second)] = MIN (first, second);
}

static void
group_all (GArray *facts, guint *groups)
{
  g_autoptr (GHashTable) links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      const CareSourceFacts *source = FACTS (facts, i);
      char *title = make_title_key (source);
      guint first = title == NULL ? i : find_first (titles, title, i);

      if (FACTS (facts, first)->url == NULL || source->url == NULL || has_same_link (FACTS (facts, first), source))
        join (groups, first, i);
      if (source->url != NULL)
        join (groups, find_first (links, care_link_normalise (source->url), i), i);
    }
}

static gboolean
is_better (const CareSourceFacts *a, const CareSourceFacts *b)
{
  return a->n_known != b->n_known ? a->n_known > b->n_known : a->id < b->id;
}

/**
 * care_duplicates_find:
 * @facts: (element-type CareSourceFacts): sources
 *
 * Returns: (transfer full) (element-type CareDuplicate): pairs of what seems to be one
 *   source, in the order of the second; nothing that is another in one pair is in any
 *   other.
 */
GArray *
care_duplicates_find (GArray *facts)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CareDuplicate));
  g_autofree guint *groups = g_new (guint, facts->len);
  g_autofree guint *best = g_new (guint, facts->len);

  for (guint i = 0; i < facts->len; i++)
    groups[i] = best[i] = i;
  group_all (facts, groups);
  for (guint i = 0; i < facts->len; i++)
    {
      guint group = find_group (groups, i);

      if (is_better (FACTS (facts, i), FACTS (facts, best[group])))
        best[group] = i;
    }
  for (guint i = 0; i < facts->len; i++)
    {
      guint keep = best[find_group (groups, i)];
      CareDuplicate duplicate = { FACTS (facts, keep)->id, FACTS (facts, i)->id, FALSE };

      if (keep == i)
        continue;
      duplicate.same_link = has_same_link (FACTS (facts, keep), FACTS (facts, i));
      g_array_append_val (found, duplicate);
    }
  return found;
}

/**
 * care_duplicate_rewrite:
 * @text: a text as stored
 * @kept: #CareId to the #CareId of the source that is kept in its place
 *
 * Returns: (transfer full): @text, citing what is kept.
 */
char *
care_duplicate_rewrite (const char *text, GHashTable *kept)
{
  GString *out = g_string_new (NULL);
  CareReferenceMatch match;
  gsize from = 0;

  for (; care_reference_next (text, from, &match); from = match.end)
    {
      const CareId *id = match.is_citation ? g_hash_table_lookup (kept, &match.id) : NULL;
      gsize digits = match.start + strlen ("[@");

      g_string_append_len (out, text + from, (gssize) (match.start - from));
      if (id != NULL)
        {
          g_string_append_printf (out, "[@%" G_GINT64_FORMAT, *id);
          match.start = digits + strspn (text + digits, "0123456789");
        }
      g_string_append_len (out, text + match.start, (gssize) (match.end - match.start));
    }
  g_string_append (out, text + from);
  return g_string_free (out, FALSE);
}
