/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-complete.h"

#include "care-library-private.h"
#include "care-search.h"
#include "care-snippet.h"

/* Of as many words is asked whether somebody is called so; how many are, and how many
 * of the newest sources of each are looked at. */
#define MAX_WORDS 4
#define MAX_MAKERS 8
#define MAX_WORKS 60

typedef struct
{
  CareLibrary *library;
  GPtrArray *words; /* that were typed, folded */
  GPtrArray *found; /* of CareRecord */
  guint limit;
} Completion;

static void
add (Completion *self, CareRecord *record)
{
  if (self->found->len < self->limit && !g_ptr_array_find (self->found, record, NULL))
    g_ptr_array_add (self->found, g_object_ref (record));
}

static gboolean
add_hits (Completion *self, const char *kinds, const char *typed, GError **error)
{
  g_autofree char *query = g_strdup_printf ("kind:%s %s", kinds, typed);
  g_autoptr (GPtrArray) hits = care_library_search (self->library, query, self->limit, error);

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      const CareHit *hit = g_ptr_array_index (hits, i);
      CareRecord *record = care_library_find_of_kind (self->library, hit->kind, hit->id);

      if (record != NULL)
        add (self, record);
    }
  return hits != NULL;
}

/* Whether the name of @maker, and what a citation says of @source, hold all words. */
static gboolean
is_meant (Completion *self, CareRecord *maker, CareRecord *source)
{
  g_autofree char *date = care_record_format (source, "published");
  g_autofree char *said
    = g_strjoin (" ", care_record_get_title (maker), care_record_get_title (source), date, NULL);
  g_autoptr (GPtrArray) there = care_words_split (said);

  return care_words_match (there, self->words, TRUE);
}

static void
add_works (Completion *self, CareRecord *maker, const char *field_name)
{
  const CareKind *kind = care_kind_find ("source");
  g_autoptr (GArray) ids = care_library_list_children (self->library, kind, care_kind_field (kind, field_name),
                                                       care_record_get_id (maker));

  for (guint i = 0; ids != NULL && i < MIN (ids->len, MAX_WORKS) && self->found->len < self->limit; i++)
    {
      CareId id = g_array_index (ids, CareId, ids->len - 1 - i);
      CareRecord *source = care_library_find_of_kind (self->library, kind, id);

      if (source != NULL && is_meant (self, maker, source))
        add (self, source);
    }
}

/* Sources by who is called @word, or the beginning of that. */
static gboolean
add_works_of (Completion *self, const char *word, GError **error)
{
  g_autofree char *query = g_strdup_printf ("kind:actor,person %s", word);
  g_autoptr (GPtrArray) makers = care_library_search (self->library, query, MAX_MAKERS, error);

  for (guint i = 0; makers != NULL && i < makers->len; i++)
    {
      const CareHit *hit = g_ptr_array_index (makers, i);
      CareRecord *maker = care_library_find_of_kind (self->library, hit->kind, hit->id);

      if (maker != NULL)
        add_works (self, maker, care_record_is (maker, "actor") ? "creator" : "author");
    }
  return makers != NULL;
}

/* A letter begins too many names, and nobody is called 2015. */
static gboolean
may_be_name (const char *word)
{
  return g_utf8_strlen (word, -1) > 1 && g_unichar_isalpha (g_utf8_get_char (word));
}

static gboolean
add_sources (Completion *self, const char *typed, GError **error)
{
  if (!add_hits (self, "source", typed, error))
    return FALSE;
  for (guint i = 0; i < MIN (self->words->len, MAX_WORDS) && self->found->len < self->limit; i++)
    if (may_be_name (g_ptr_array_index (self->words, i))
        && !add_works_of (self, g_ptr_array_index (self->words, i), error))
      return FALSE;
  return TRUE;
}

/**
 * care_library_complete:
 * @self: a library
 * @sources: whether sources are looked for, and not what a text can show
 * @typed: whatever a person has typed so far
 * @limit: how many at the most
 * @error: return location for a #CareStoreError; what was typed is never the cause
 *
 * Sources are found by their titles, their dates and who made them; figures, positions,
 * pledges, events, quotations and contradictions by their words. What is found is bounded, and so is
 * what is looked at, in a library of any size.
 *
 * Returns: (transfer full) (nullable) (element-type CareRecord): what may be meant, best
 *   first.
 */
GPtrArray *
care_library_complete (CareLibrary *self, gboolean sources, const char *typed, guint limit, GError **error)
{
  g_autoptr (GPtrArray) words = care_words_split (typed);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  /* What else means something in a search is only words here. */
  g_autofree char *plain = g_strdelimit (g_strdup (typed), ":\"", ' ');
  Completion completion = { self, words, found, limit };

  if (words->len > 0
      && !(sources ? add_sources (&completion, plain, error)
                   : add_hits (&completion, "figure,position,pledge,event,quotation,contradiction", plain, error)))
    return NULL;
  return g_steal_pointer (&found);
}
