/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-drafts.h"

#include <glib/gi18n.h>
#include <inttypes.h>

/* A record's kind and id in one string, to be looked up by. */
static char *
make_key (const char *kind, CareId id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, kind, id);
}

static GHashTable *
index_drafts (GPtrArray *drafts)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < drafts->len; i++)
    {
      CareRecord *draft = g_ptr_array_index (drafts, i);

      g_hash_table_add (index, make_key (care_record_get_kind (draft)->name, care_record_get_id (draft)));
    }
  return index;
}

static gboolean
is_anywhere (GHashTable *index, const char *kind, CareId id, CareLookup lookup, gpointer data)
{
  g_autofree char *key = make_key (kind, id);

  return g_hash_table_contains (index, key) || (lookup != NULL && lookup (kind, id, data) != NULL);
}

static CareProblem *
make_problem (CareRecord *draft, const CareField *field, CareId id)
{
  g_autofree char *place = g_strdup_printf ("%s %" G_GINT64_FORMAT ", %s", care_record_get_kind (draft)->name,
                                            care_record_get_id (draft), field->name);
  g_autofree char *what = g_strdup_printf (
    _ ("there is no %s %" PRId64 " in the file or in the library"), field->target, id);

  return care_problem_new (0, 0, place, what);
}

/**
 * care_drafts_check_references:
 * @drafts: (element-type CareRecord): what has been read
 * @lookup: (nullable): finds records of the library that they are for
 * @data: for @lookup
 *
 * Returns: (transfer full) (element-type CareProblem): a problem for each field
 *   that refers to a record which is neither among @drafts nor found; empty if
 *   there is none.
 */
GPtrArray *
care_drafts_check_references (GPtrArray *drafts, CareLookup lookup, gpointer data)
{
  g_autoptr (GHashTable) index = index_drafts (drafts);
  GPtrArray *problems = care_problem_list_new ();

  for (guint i = 0; i < drafts->len; i++)
    {
      CareRecord *draft = g_ptr_array_index (drafts, i);
      const CareKind *kind = care_record_get_kind (draft);

      for (guint n = 0; n < kind->n_fields; n++)
        {
          const CareField *field = &kind->fields[n];
          CareId id
            = field->type == CARE_FIELD_REFERENCE ? care_record_get_reference (draft, field->name) : 0;

          if (id != 0 && !is_anywhere (index, field->target, id, lookup, data))
            g_ptr_array_add (problems, make_problem (draft, field, id));
        }
    }
  return problems;
}
