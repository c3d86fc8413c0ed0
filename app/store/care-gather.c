/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gathers what a briefing shows: the briefing, what belongs to it, and whatever
 * those records name, in a field or in a text, with what belongs to that. */

#include "care-library-private.h"

#include "care-quantity-find.h"
#include "care-reference.h"
#include "care-statement.h"
#include "care-store-error.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  CareLibrary *library;
  GHashTable *seen; /* records already gathered */
  GPtrArray *records; /* in the order found; also the queue */
  guint done;         /* of which this many are worked through */
} Gathering;

static void
gather (Gathering *g, CareRecord *record)
{
  if (record != NULL && g_hash_table_add (g->seen, record))
    g_ptr_array_add (g->records, g_object_ref (record));
}

static void
gather_named_in_text (Gathering *g, const char *text)
{
  CareReferenceMatch match;

  for (gsize from = 0; care_reference_next (text, from, &match); from = match.end)
    gather (g, care_library_find (g->library, match.kind->name, match.id));
}

static void
gather_named (Gathering *g, CareRecord *record)
{
  const CareKind *kind = care_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CareField *field = &kind->fields[i];
      const char *value = care_record_get_at (record, i);

      if (value == NULL)
        continue;
      if (field->type == CARE_FIELD_REFERENCE)
        gather (g, care_library_follow (g->library, record, field->name));
      else if (field->type == CARE_FIELD_PROSE)
        gather_named_in_text (g, value);
    }
}

static void
gather_owned (Gathering *g, CareRecord *owner)
{
  const char *owner_kind = care_record_get_kind (owner)->name;
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < kinds[k].n_fields; i++)
      {
        const CareField *field = &kinds[k].fields[i];
        g_autoptr (GPtrArray) owned = NULL;

        if (!(field->flags & CARE_FIELD_IS_OWNER) || strcmp (field->target, owner_kind) != 0
            || !care_snapshot_may_hold (&kinds[k]))
          continue;
        owned = care_library_children (g->library, kinds[k].name, field->name, care_record_get_id (owner));
        for (guint n = 0; n < owned->len; n++)
          gather (g, g_ptr_array_index (owned, n));
      }
}

/* What is named is gathered too, until nothing new is. */
static void
gather_all (Gathering *g)
{
  for (; g->done < g->records->len; g->done++)
    {
      gather_named (g, g_ptr_array_index (g->records, g->done));
      gather_owned (g, g_ptr_array_index (g->records, g->done));
    }
}

static CareRecord *
begin (Gathering *g, CareId briefing, GError **error)
{
  CareRecord *record = care_library_find (g->library, "briefing", briefing);

  if (record == NULL)
    {
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_RECORD,
                   _ ("There is no such briefing; `carebrief list briefings` shows those there are"));
      return NULL;
    }
  gather (g, record);
  gather_all (g);
  return record;
}

/**
 * care_library_snapshot:
 * @self: a library
 * @briefing: the id of a briefing
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): the briefing as it stands, with every
 *   record that it shows.
 */
CareSnapshot *
care_library_snapshot (CareLibrary *self, CareId briefing, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  Gathering g = { self, seen, records, 0 };
  CareRecord *record = begin (&g, briefing, error);

  return record == NULL ? NULL : care_snapshot_new (record, records);
}

/* All that is written in the briefing, one text after the other, and what its events are
 * called. */
static char *
join_texts (GPtrArray *records)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);
      const CareKind *kind = care_record_get_kind (record);

      if (care_record_is (record, "event"))
        g_string_append_printf (all, "%s\n", care_record_get_title (record));
      if (!care_record_is (record, "briefing") && !care_record_is (record, "section") && !care_record_is (record, "box"))
        continue;
      for (guint f = 0; f < kind->n_fields; f++)
        if (kind->fields[f].type == CARE_FIELD_PROSE && care_record_get_at (record, f) != NULL)
          g_string_append_printf (all, "%s\n", care_record_get_at (record, f));
    }
  return g_string_free (all, FALSE);
}

/* Of figures that a number may stand for, two tell that it is not known which. */
#define MAX_FIGURES 2

/* What is written, and the quantities (of CareQuantityMatch) in it. */
typedef struct
{
  char *text;
  GHashTable *words; /* that it has */
  GArray *quantities;
  guint *n_figures; /* that were found of each quantity */
} Written;

/* (transfer full) (nullable): the first word in *@at, which is moved behind it. */
static char *
next_word (const char **at)
{
  const char *start;

  while (**at != '\0' && !g_unichar_isalnum (g_utf8_get_char (*at)))
    *at = g_utf8_next_char (*at);
  for (start = *at; **at != '\0' && g_unichar_isalnum (g_utf8_get_char (*at)); *at = g_utf8_next_char (*at))
    continue;
  return *at == start ? NULL : g_strndup (start, (gsize) (*at - start));
}

static GHashTable *
list_words (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char *word;

  while ((word = next_word (&text)) != NULL)
    g_hash_table_add (words, word);
  return words;
}

static void
written_read (Written *self, GPtrArray *records)
{
  CareQuantityMatch match = { 0 };

  self->text = join_texts (records);
  self->words = list_words (self->text);
  self->quantities = g_array_new (FALSE, FALSE, sizeof (CareQuantityMatch));
  g_array_set_clear_func (self->quantities, (GDestroyNotify) care_quantity_match_clear);
  for (gsize from = 0; care_quantity_next (self->text, from, &match); from = match.end)
    g_array_append_val (self->quantities, match);
  self->n_figures = g_new0 (guint, self->quantities->len);
}

static void
written_clear (Written *self)
{
  g_free (self->text);
  g_hash_table_unref (self->words);
  g_free (self->n_figures);
  g_array_unref (self->quantities);
}

/* Whether a row, of an id and a value, is wanted. */
typedef gboolean (*IsWanted) (const char *value, const Written *written);

static gboolean
is_typed (const char *value, const Written *written)
{
  g_autoptr (CareQuantity) quantity = care_quantity_from_string (value, NULL);

  for (guint i = 0; quantity != NULL && i < written->quantities->len; i++)
    {
      gsize end;

      if (written->n_figures[i] < MAX_FIGURES
          && care_quantity_match_is (&g_array_index (written->quantities, CareQuantityMatch, i), written->text, quantity, &end))
        {
          written->n_figures[i]++;
          return TRUE;
        }
    }
  return FALSE;
}

/* A long text is not gone through for each of many people. */
static gboolean
is_named (const char *value, const Written *written)
{
  const char *at = value;
  g_autofree char *first = next_word (&at);

  return first != NULL && g_hash_table_contains (written->words, first)
         && strstr (written->text, value) != NULL;
}

/* Gathers what @sql lists and @is_wanted, which may be NULL, wants of it. */
static void
gather_listed (Gathering *g, const char *kind, const char *sql, IsWanted is_wanted, const Written *written)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (CareId));
  GError *error = NULL;
  CareStatement *statement;

  g_rec_mutex_lock (&g->library->lock);
  statement = care_statement_get (g->library->db, sql, &error);
  while (statement != NULL && care_statement_step (statement, &error))
    {
      CareId id = sqlite3_column_int64 (statement, 0);

      if (is_wanted == NULL || is_wanted ((const char *) sqlite3_column_text (statement, 1), written))
        g_array_append_val (ids, id);
    }
  if (statement != NULL)
    care_statement_done (statement);
  g_rec_mutex_unlock (&g->library->lock);
  care_library_report_taken (g->library, error);
  for (guint i = 0; i < ids->len; i++)
    gather (g, care_library_find (g->library, kind, g_array_index (ids, CareId, i)));
}

/* What says something of a figure gathered: that it restates another, or disagrees. */
static void
gather_about_figures (Gathering *g)
{
  static const struct
  {
    const char *kind;
    const char *field;
    const char *of;
  } users[] = {
    { "link", "from_figure", NULL }, { "link", "to_figure", NULL }, { "contradiction_item", "figure", "contradiction" },
  };
  guint n_records = g->records->len;

  for (guint i = 0; i < n_records; i++)
    for (guint u = 0; u < G_N_ELEMENTS (users) && care_record_is (g_ptr_array_index (g->records, i), "figure"); u++)
      {
        g_autoptr (GPtrArray) found = care_library_children (g->library, users[u].kind, users[u].field,
                                                             care_record_get_id (g_ptr_array_index (g->records, i)));

        for (guint n = 0; n < found->len; n++)
          gather (g, g_ptr_array_index (found, n));
      }
}

/**
 * care_library_snapshot_to_check:
 * @self: a library
 * @briefing: the id of a briefing
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): as care_library_snapshot(), and with what checks
 *   compare it with: figures, people and Acts that its texts say without naming the record,
 *   the parties that the library has a position or pledge of, and what is recorded of
 *   the figures' relations.
 */
CareSnapshot *
care_library_snapshot_to_check (CareLibrary *self, CareId briefing, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  Gathering g = { self, seen, records, 0 };
  CareRecord *record = begin (&g, briefing, error);
  Written written;

  if (record == NULL)
    return NULL;
  written_read (&written, records);
  gather_listed (&g, "figure", "SELECT id, value FROM figure WHERE value IS NOT NULL", is_typed, &written);
  gather_listed (&g, "person", "SELECT id, coalesce (family_name, name) FROM person", is_named, &written);
  gather_listed (&g, "actor", "SELECT id FROM actor WHERE kind = 'party' AND (id IN (SELECT actor FROM position)"
                              " OR id IN (SELECT actor FROM pledge))",
                 NULL, NULL);
  gather_listed (&g, "legislation", "SELECT id, title FROM legislation UNION ALL"
                                    " SELECT legislation, name FROM alias WHERE legislation IS NOT NULL",
                 is_named, &written);
  written_clear (&written);
  gather_about_figures (&g);
  gather_all (&g);
  return care_snapshot_new (record, records);
}
