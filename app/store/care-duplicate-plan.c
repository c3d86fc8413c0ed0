/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-duplicate-plan.h"

#include "care-library-private.h"
#include "care-statement.h"

#include <glib/gi18n.h>

/* That are read while the library is held. */
#define FEW 256

#define SELECT_FACTS \
  "SELECT id, title, url, published, creator, author," \
  " (url IS NOT NULL) + (published IS NOT NULL) + (creator IS NOT NULL) + (author IS NOT NULL)" \
  " + (accessed IS NOT NULL) + (passage IS NOT NULL) + (note IS NOT NULL) + (reliability IS NOT NULL)" \
  " FROM source WHERE id > ? ORDER BY id LIMIT ?"

static void
add_facts (GArray *facts, CareStatement *statement)
{
  CareId creator = sqlite3_column_int64 (statement, 4);
  CareSourceFacts source = { sqlite3_column_int64 (statement, 0),
                             g_strdup ((const char *) sqlite3_column_text (statement, 1)),
                             g_strdup ((const char *) sqlite3_column_text (statement, 2)),
                             g_strdup ((const char *) sqlite3_column_text (statement, 3)),
                             creator != 0 ? creator : -sqlite3_column_int64 (statement, 5),
                             (guint) sqlite3_column_int (statement, 6) };

  g_array_append_val (facts, source);
}

/* Returns whether there may be more. */
static gboolean
read_few (CareLibrary *library, GArray *facts, GError **error)
{
  guint n_before = facts->len;
  CareStatement *statement;

  g_rec_mutex_lock (&library->lock);
  statement = care_statement_get (library->db, SELECT_FACTS, error);
  if (statement != NULL)
    {
      care_statement_bind_id (statement, 1, n_before == 0 ? 0 : g_array_index (facts, CareSourceFacts, n_before - 1).id);
      care_statement_bind_id (statement, 2, FEW);
    }
  while (statement != NULL && care_statement_step (statement, error))
    add_facts (facts, statement);
  if (statement != NULL)
    care_statement_done (statement);
  g_rec_mutex_unlock (&library->lock);
  return facts->len == n_before + FEW;
}

/**
 * care_duplicate_plan_find:
 * @library: a library
 * @cancellable: (nullable): ends it early
 * @error: return location for a #CareStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Looks in any thread, and holds the library for a few sources at a time.
 *
 * Returns: (transfer full) (nullable) (element-type CareDuplicate): pairs of what seems to
 *   be one source; see care_duplicates_find().
 */
GArray *
care_duplicate_plan_find (CareLibrary *library, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) facts = care_source_facts_new ();
  g_autoptr (GError) reason = NULL;

  while (!g_cancellable_set_error_if_cancelled (cancellable, &reason) && read_few (library, facts, &reason) && reason == NULL)
    continue;
  if (reason == NULL)
    return care_duplicates_find (facts);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

static gboolean
move_field (CareAct *act, CareRecord *user, const CareField *field, GHashTable *kept, GError **error)
{
  const char *value = care_record_get (user, field->name);
  CareId id = field->type == CARE_FIELD_REFERENCE && g_strcmp0 (field->target, "source") == 0
                ? care_record_get_reference (user, field->name) : 0;
  const CareId *keep = id == 0 ? NULL : g_hash_table_lookup (kept, &id);
  g_autofree char *after = NULL;

  if (value == NULL)
    return TRUE;
  if (field->type == CARE_FIELD_PROSE)
    after = care_duplicate_rewrite (value, kept);
  else if (keep != NULL)
    after = g_strdup_printf ("%" G_GINT64_FORMAT, *keep);
  return after == NULL || g_strcmp0 (after, value) == 0 || care_act_set (act, user, field->name, after, error);
}

/* However many of the sources @user refers to, each of its fields is set once. */
static gboolean
move_user (CareAct *act, CareRecord *user, GHashTable *kept, GError **error)
{
  const CareKind *kind = care_record_get_kind (user);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!move_field (act, user, &kind->fields[i], kept, error))
      return FALSE;
  return TRUE;
}

/* What is only known of @other is known of @keep from now on. */
static gboolean
fill_in (CareAct *act, GHashTable *filled, CareRecord *keep, CareRecord *other, GError **error)
{
  const CareKind *kind = care_record_get_kind (keep);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %u", care_record_get_id (keep), i);

      if (care_record_get_at (keep, i) != NULL || care_record_get_at (other, i) == NULL
          || !g_hash_table_add (filled, g_steal_pointer (&key)))
        continue;
      if (!care_act_set (act, keep, kind->fields[i].name, care_record_get_at (other, i), error))
        return FALSE;
    }
  return TRUE;
}

/* What @id is in the end, as what is kept for it may be another in its turn. */
static CareId
find_kept (GHashTable *kept, CareId id)
{
  const CareId *next;

  while ((next = g_hash_table_lookup (kept, &id)) != NULL)
    id = *next;
  return id;
}

static void
keep_for (GHashTable *kept, const CareDuplicate *pair)
{
  CareId keep = find_kept (kept, pair->keep);
  CareId other = find_kept (kept, pair->other);

  if (keep != other)
    g_hash_table_insert (kept, g_memdup2 (&other, sizeof other), g_memdup2 (&keep, sizeof keep));
}

/* Those of @duplicates whose sources are still there, and what is kept for each, which is
 * no other itself. */
static GHashTable *
list_kept (CareLibrary *library, GArray *duplicates)
{
  GHashTable *kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer other;

  for (guint i = 0; i < duplicates->len; i++)
    {
      CareDuplicate *pair = &g_array_index (duplicates, CareDuplicate, i);

      if (care_library_find (library, "source", pair->keep) != NULL
          && care_library_find (library, "source", pair->other) != NULL)
        keep_for (kept, pair);
    }
  g_hash_table_iter_init (&iter, kept);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    {
      CareId keep = find_kept (kept, *(CareId *) other);

      g_hash_table_iter_replace (&iter, g_memdup2 (&keep, sizeof keep));
    }
  return kept;
}

static void
add_users (CareLibrary *library, CareRecord *other, GHashTable *users)
{
  g_autoptr (GPtrArray) found = care_library_users (library, other);

  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (users, g_object_ref (g_ptr_array_index (found, i)));
}

/**
 * care_duplicate_plan_merge:
 * @library: a library
 * @duplicates: (element-type CareDuplicate): pairs; what is kept in one may be the other
 *   of another, and then all of them become one
 * @error: return location for a #CareStoreError or #CareDomainError
 *
 * All that refers to the others, in a field or a text, refers to what is kept, which
 * takes over what only they knew; then the others are deleted.
 *
 * Returns: (transfer full) (nullable): the act of all that.
 */
CareAct *
care_duplicate_plan_merge (CareLibrary *library, GArray *duplicates, GError **error)
{
  g_autoptr (GHashTable) kept = list_kept (library, duplicates);
  g_autoptr (GHashTable) users = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_autoptr (GHashTable) filled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_hash_table_size (kept);
  g_autofree char *sentence
    = g_strdup_printf (ngettext ("Merge %u duplicate source", "Merge %u duplicate sources", n), n);
  g_autoptr (CareAct) act = care_act_new (sentence);
  GHashTableIter iter;
  gpointer other, keep, user;

  g_hash_table_iter_init (&iter, kept);
  while (g_hash_table_iter_next (&iter, &other, &keep))
    {
      CareRecord *gone = care_library_find (library, "source", *(CareId *) other);

      add_users (library, gone, users);
      if (!fill_in (act, filled, care_library_find (library, "source", *(CareId *) keep), gone, error))
        return NULL;
    }
  g_hash_table_iter_init (&iter, users);
  while (g_hash_table_iter_next (&iter, &user, NULL))
    if (!move_user (act, user, kept, error))
      return NULL;
  g_hash_table_iter_init (&iter, kept);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    care_act_delete (act, care_library_find (library, "source", *(CareId *) other));
  return g_steal_pointer (&act);
}
