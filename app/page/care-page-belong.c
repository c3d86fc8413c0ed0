/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a chart, a table or a strip stands in running text: after the section that speaks
 * of what it shows. */

#include "care-page-flow.h"

#include "care-reference.h"

static char *
make_key (const CareKind *kind, CareId id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, kind->name, id);
}

/* (transfer full): the keys of all that a section refers to. */
static GHashTable *
list_references (CareFlow *self, const CareFlowElement *section)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CareRecord *record = care_snapshot_find (self->snapshot, "section", section->id);
  const char *text = care_record_get (record, "text");
  CareReferenceMatch match;

  for (gsize from = 0; text != NULL && care_reference_next (text, from, &match); from = match.end)
    g_hash_table_add (keys, make_key (match.kind, match.id));
  return keys;
}

static gboolean
is_spoken_of (CareFlow *self, CareRecord *item, GHashTable *references)
{
  static const char *const fields[] = { "figure", "pledge", "event" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      CareRecord *record = care_snapshot_follow (self->snapshot, item, fields[i]);
      g_autofree char *key
        = record == NULL ? NULL : make_key (care_record_get_kind (record), care_record_get_id (record));

      if (key != NULL && g_hash_table_contains (references, key))
        return TRUE;
    }
  return FALSE;
}

static guint
count_spoken_of (CareFlow *self, GPtrArray *items, const CareFlowElement *section)
{
  g_autoptr (GHashTable) references = list_references (self, section);
  guint n = 0;

  for (guint i = 0; i < items->len && g_hash_table_size (references) > 0; i++)
    n += is_spoken_of (self, g_ptr_array_index (items, i), references);
  return n;
}

/**
 * care_flow_find_section:
 * @self: a flow, whose sections have been added
 * @box: a box
 *
 * Returns: (transfer none) (nullable): the section that refers to most of what @box
 *   shows, the first of several; %NULL if none refers to any.
 */
const CareFlowElement *
care_flow_find_section (CareFlow *self, CareRecord *box)
{
  g_autoptr (GPtrArray) items = care_snapshot_list (self->snapshot, "box_item", "box", care_record_get_id (box));
  const CareFlowElement *found = NULL;
  guint most = 0;

  for (guint i = 0; i < self->elements->len; i++)
    {
      const CareFlowElement *element = g_ptr_array_index (self->elements, i);
      guint n = element->place == CARE_FLOW_COLUMNS ? count_spoken_of (self, items, element) : 0;

      if (n <= most)
        continue;
      most = n;
      found = element;
    }
  return found;
}
