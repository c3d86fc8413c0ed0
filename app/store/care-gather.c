/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gathers what a briefing shows: the briefing, what belongs to it, and whatever
 * those records name, in a field or in a text, with what belongs to that. */

#include "care-library-private.h"

#include "care-reference.h"
#include "care-store-error.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  CareLibrary *library;
  GHashTable *seen; /* records already gathered */
  GPtrArray *records; /* in the order found; also the queue */
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
  CareRecord *record = care_library_find (self, "briefing", briefing);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  Gathering g = { self, seen, records };

  if (record == NULL)
    {
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_RECORD,
                   _ ("There is no such briefing; `carebrief list briefings` shows those there are"));
      return NULL;
    }
  gather (&g, record);
  for (guint i = 0; i < records->len; i++)
    {
      gather_named (&g, g_ptr_array_index (records, i));
      gather_owned (&g, g_ptr_array_index (records, i));
    }
  return care_snapshot_new (record, records);
}
