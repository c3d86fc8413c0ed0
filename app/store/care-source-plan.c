/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-source-plan.h"

#include <glib/gi18n.h>

/* Who makes sources: those that the library has by all that they are called, and those
 * that the act puts in. */
typedef struct
{
  CareLibrary *library;
  CareAct *act;
  GHashTable *actors; /* folded name -> CareId */
  GHashTable *people;
} Makers;

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

static void
add_names (CareLibrary *library, GHashTable *names, const char *kind, const char *field, const char *of)
{
  GListModel *records = care_library_list (library, kind);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (CareRecord) record = g_list_model_get_item (records, i);
      CareId id = of == NULL ? care_record_get_id (record) : care_record_get_reference (record, of);

      if (id != 0)
        add_name (names, care_record_get (record, field), id);
    }
}

static void
find_makers (Makers *makers)
{
  add_names (makers->library, makers->actors, "actor", "name", NULL);
  add_names (makers->library, makers->actors, "actor", "short_name", NULL);
  add_names (makers->library, makers->actors, "alias", "name", "actor");
  add_names (makers->library, makers->people, "person", "name", NULL);
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
insert_maker (Makers *makers, const char *kind, const char *name, GError **error)
{
  g_autoptr (CareRecord) record = care_record_new (care_kind_find (kind), care_library_make_id ());
  gboolean is_actor = care_record_is (record, "actor");

  if (!care_record_set (record, "name", name, error)
      || (is_actor && !care_record_set (record, "kind", "publisher", error)))
    return 0;
  care_act_insert (makers->act, record);
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
set_makers (Makers *makers, CareRecord *source, const CareSourceDraft *draft, GError **error)
{
  CareId actor = draft->creator == NULL ? 0 : find_name (makers->actors, draft->creator);
  CareId person = draft->author == NULL ? 0 : find_name (makers->people, draft->author);
  CareId meant = draft->author == NULL && actor == 0 && draft->creator != NULL
                   ? find_name (makers->people, draft->creator) : 0;

  if (meant != 0)
    return refer (source, "author", meant, error);
  if (draft->creator != NULL && actor == 0)
    actor = insert_maker (makers, "actor", draft->creator, error);
  if (draft->creator != NULL && !refer (source, "creator", actor, error))
    return FALSE;
  if (draft->author != NULL && person == 0)
    person = insert_maker (makers, "person", draft->author, error);
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
 * @library: a library
 * @drafts: (element-type CareSourceDraft): sources, at least one
 * @first: (out): the id of the first of them
 * @error: return location for a #CareDomainError
 *
 * Bodies and people that @library has, by any of their names, are named; others are put
 * in with the sources.
 *
 * Returns: (transfer full) (nullable): the act of putting @drafts in.
 */
CareAct *
care_source_plan_add (CareLibrary *library, GPtrArray *drafts, CareId *first, GError **error)
{
  g_autofree char *sentence = make_sentence (drafts);
  g_autoptr (CareAct) act = care_act_new (sentence);
  g_autoptr (GHashTable) actors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Makers makers = { library, act, actors, people };

  find_makers (&makers);
  for (guint i = 0; i < drafts->len; i++)
    {
      const CareSourceDraft *draft = g_ptr_array_index (drafts, i);
      g_autoptr (CareRecord) source = care_record_new (care_kind_find ("source"), care_library_make_id ());

      if (!set_fields (source, draft, error) || !set_makers (&makers, source, draft, error))
        return NULL;
      care_act_insert (act, source);
      *first = i == 0 ? care_record_get_id (source) : *first;
    }
  return g_steal_pointer (&act);
}
