/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-source-plan.h"

#include "care-library-private.h"
#include "care-statement.h"

#include <glib/gi18n.h>

/* That are read while the library is held. */
#define FEW 256

/* Who makes sources: those that the library has by all that they are called, as far as
 * sources name them, and those that an act puts in. */
struct _CareSourceMakers
{
  GHashTable *actors; /* folded name -> CareId */
  GHashTable *people;
};

static char *
fold (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
}

/* A name that several have is that of the first. */
static void
add_name (GHashTable *names, const char *name, CareId id)
{
  g_autofree char *folded = name == NULL ? NULL : fold (name);

  if (folded != NULL && !g_hash_table_contains (names, folded))
    g_hash_table_insert (names, g_steal_pointer (&folded), g_memdup2 (&id, sizeof id));
}

/* In the order in which a name is looked for; a statement takes what was the last id, and
 * how many rows it gives at most: an id, a name, and who is called so. */
static const struct
{
  gboolean is_people;
  const char *sql;
} lists[] = {
  { FALSE, "SELECT id, name, id FROM actor WHERE id > ? ORDER BY id LIMIT ?" },
  { FALSE, "SELECT id, short_name, id FROM actor WHERE short_name IS NOT NULL AND id > ? ORDER BY id LIMIT ?" },
  { FALSE, "SELECT id, name, actor FROM alias WHERE actor IS NOT NULL AND id > ? ORDER BY id LIMIT ?" },
  { TRUE, "SELECT id, name, id FROM person WHERE id > ? ORDER BY id LIMIT ?" },
};

static void
add_if_named (GHashTable *names, GHashTable *named, CareStatement *statement)
{
  const char *name = (const char *) sqlite3_column_text (statement, 1);
  g_autofree char *folded = name == NULL ? NULL : fold (name);

  if (folded != NULL && g_hash_table_contains (named, folded))
    add_name (names, name, sqlite3_column_int64 (statement, 2));
}

/* Holds the library while it reads; returns whether there may be more after *@last. */
static gboolean
read_few (CareLibrary *library, const char *sql, GHashTable *names, GHashTable *named, CareId *last, GError **error)
{
  CareStatement *statement;
  guint n = 0;

  g_rec_mutex_lock (&library->lock);
  statement = care_statement_get (library->db, sql, error);
  if (statement != NULL)
    {
      care_statement_bind_id (statement, 1, *last);
      care_statement_bind_id (statement, 2, FEW);
    }
  for (; statement != NULL && care_statement_step (statement, error); n++)
    {
      *last = sqlite3_column_int64 (statement, 0);
      add_if_named (names, named, statement);
    }
  if (statement != NULL)
    care_statement_done (statement);
  g_rec_mutex_unlock (&library->lock);
  return n == FEW;
}

/* (transfer full): the folded names that @drafts have. */
static GHashTable *
list_named (GPtrArray *drafts)
{
  GHashTable *named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < drafts->len; i++)
    {
      const CareSourceDraft *draft = g_ptr_array_index (drafts, i);

      if (draft->creator != NULL)
        g_hash_table_add (named, fold (draft->creator));
      if (draft->author != NULL)
        g_hash_table_add (named, fold (draft->author));
    }
  return named;
}

/**
 * care_source_makers_find:
 * @library: a library
 * @drafts: (element-type CareSourceDraft): sources
 * @error: return location for a #CareStoreError
 *
 * Looks in any thread, and holds the library for a few names at a time.
 *
 * Returns: (transfer full) (nullable): which bodies and people of @library have made @drafts.
 */
CareSourceMakers *
care_source_makers_find (CareLibrary *library, GPtrArray *drafts, GError **error)
{
  g_autoptr (CareSourceMakers) self = g_new0 (CareSourceMakers, 1);
  g_autoptr (GHashTable) named = list_named (drafts);
  g_autoptr (GError) reason = NULL;

  self->actors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (lists) && reason == NULL; i++)
    {
      CareId last = 0;

      while (read_few (library, lists[i].sql, lists[i].is_people ? self->people : self->actors, named, &last, &reason)
             && reason == NULL)
        continue;
    }
  if (reason == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

/**
 * care_source_makers_free:
 * @self: (transfer full): makers
 */
void
care_source_makers_free (CareSourceMakers *self)
{
  g_hash_table_unref (self->actors);
  g_hash_table_unref (self->people);
  g_free (self);
}

static CareId
find_name (GHashTable *names, const char *name)
{
  g_autofree char *folded = fold (name);
  CareId *id = g_hash_table_lookup (names, folded);

  return id == NULL ? 0 : *id;
}

/* Puts in a body or person of that name. A body that only sources tell of publishes them. */
static CareId
insert_maker (CareSourceMakers *makers, CareAct *act, const char *kind, const char *name, GError **error)
{
  g_autoptr (CareRecord) record = care_record_new (care_kind_find (kind), care_library_make_id ());
  gboolean is_actor = care_record_is (record, "actor");

  if (!care_record_set (record, "name", name, error)
      || (is_actor && !care_record_set (record, "kind", "publisher", error)))
    return 0;
  care_act_insert (act, record);
  add_name (is_actor ? makers->actors : makers->people, name, care_record_get_id (record));
  return care_record_get_id (record);
}

static gboolean
refer (CareRecord *source, const char *field, CareId id, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return id != 0 && care_record_set (source, field, text, error);
}

/* A name that is only known to be of a body may be of a person that the library has. */
static gboolean
set_makers (CareSourceMakers *makers, CareAct *act, CareRecord *source, const CareSourceDraft *draft, GError **error)
{
  CareId actor = draft->creator == NULL ? 0 : find_name (makers->actors, draft->creator);
  CareId person = draft->author == NULL ? 0 : find_name (makers->people, draft->author);
  CareId meant = draft->author == NULL && actor == 0 && draft->creator != NULL
                   ? find_name (makers->people, draft->creator) : 0;

  if (meant != 0)
    return refer (source, "author", meant, error);
  if (draft->creator != NULL && actor == 0)
    actor = insert_maker (makers, act, "actor", draft->creator, error);
  if (draft->creator != NULL && !refer (source, "creator", actor, error))
    return FALSE;
  if (draft->author != NULL && person == 0)
    person = insert_maker (makers, act, "person", draft->author, error);
  return draft->author == NULL || refer (source, "author", person, error);
}

static gboolean
set_fields (CareRecord *source, const CareSourceDraft *draft, GError **error)
{
  return care_record_set (source, "title", draft->title, error) && care_record_set (source, "kind", draft->kind, error)
         && care_record_set (source, "published", draft->published, error)
         && care_record_set (source, "published_words", draft->published_words, error)
         && care_record_set (source, "accessed", draft->accessed, error)
         && care_record_set (source, "url", draft->url, error)
         && care_record_set (source, "language", draft->language, error)
         && care_record_set (source, "passage", draft->passage, error)
         && care_record_set (source, "note", draft->note, error);
}

static char *
make_sentence (GPtrArray *drafts)
{
  const CareSourceDraft *draft = g_ptr_array_index (drafts, 0);

  if (drafts->len == 1)
    return g_strdup_printf (_ ("Add source “%s”"), draft->title);
  return g_strdup_printf (ngettext ("Import %u source", "Import %u sources", drafts->len), drafts->len);
}

/**
 * care_source_plan_add:
 * @makers: of care_source_makers_find(), to which those that are new are added
 * @drafts: (element-type CareSourceDraft): sources, at least one
 * @first: (out): the id of the first of them
 * @error: return location for a #CareDomainError
 *
 * Bodies and people that the library has, by any of their names, are named; others are put
 * in with the sources.
 *
 * Returns: (transfer full) (nullable): the act of putting @drafts in.
 */
CareAct *
care_source_plan_add (CareSourceMakers *makers, GPtrArray *drafts, CareId *first, GError **error)
{
  g_autofree char *sentence = make_sentence (drafts);
  g_autoptr (CareAct) act = care_act_new (sentence);

  for (guint i = 0; i < drafts->len; i++)
    {
      const CareSourceDraft *draft = g_ptr_array_index (drafts, i);
      g_autoptr (CareRecord) source = care_record_new (care_kind_find ("source"), care_library_make_id ());

      if (!set_fields (source, draft, error) || !set_makers (makers, act, source, draft, error))
        return NULL;
      care_act_insert (act, source);
      *first = i == 0 ? care_record_get_id (source) : *first;
    }
  return g_steal_pointer (&act);
}
