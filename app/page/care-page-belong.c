/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a box stands in running text: a chart, a table or a strip after the section that
 * speaks of what it shows, a statistic or a pull quote in it. */

#include "care-page-flow.h"

#include "care-reference.h"

static char *
make_key (const CareKind *kind, CareId id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, kind->name, id);
}

/* (transfer full): the keys of all that a section refers to. */
static GHashTable *
list_references (CareFlow *self, CareId section)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CareRecord *record = care_snapshot_find (self->snapshot, "section", section);
  const char *text = care_record_get (record, "text");
  CareReferenceMatch match;

  for (gsize from = 0; text != NULL && care_reference_next (text, from, &match); from = match.end)
    g_hash_table_add (keys, make_key (match.kind, match.id));
  return keys;
}

static gboolean
has_reference (GHashTable *references, CareRecord *record)
{
  g_autofree char *key = record == NULL ? NULL : make_key (care_record_get_kind (record), care_record_get_id (record));

  return key != NULL && g_hash_table_contains (references, key);
}

static gboolean
is_spoken_of (CareFlow *self, CareRecord *item, GHashTable *references)
{
  static const char *const fields[] = { "figure", "pledge", "event" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (care_kind_field (care_record_get_kind (item), fields[i]) != NULL
        && has_reference (references, care_snapshot_follow (self->snapshot, item, fields[i])))
      return TRUE;
  return FALSE;
}

static guint
count_spoken_of (CareFlow *self, GPtrArray *items, CareId section)
{
  g_autoptr (GHashTable) references = list_references (self, section);
  guint n = 0;

  for (guint i = 0; i < items->len && g_hash_table_size (references) > 0; i++)
    n += is_spoken_of (self, g_ptr_array_index (items, i), references);
  return n;
}

/* (transfer full): what a box lists, or the ledger that it shows. */
static GPtrArray *
list_items (CareFlow *self, CareRecord *box)
{
  CareRecord *ledger = care_snapshot_follow (self->snapshot, box, "ledger");

  if (ledger != NULL)
    return care_snapshot_list (self->snapshot, "ledger_item", "ledger", care_record_get_id (ledger));
  return care_snapshot_list (self->snapshot, "box_item", "box", care_record_get_id (box));
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
  g_autoptr (GPtrArray) items = list_items (self, box);
  const CareFlowElement *found = NULL;
  guint most = 0;

  for (guint i = 0; i < self->elements->len; i++)
    {
      const CareFlowElement *element = g_ptr_array_index (self->elements, i);
      guint n = element->place == CARE_FLOW_COLUMNS ? count_spoken_of (self, items, element->id) : 0;

      if (n <= most)
        continue;
      most = n;
      found = element;
    }
  return found;
}

/* A statistic by its figure; a pull quote by its words, or by the source that it is from. */
static gboolean
is_of (CareFlow *self, CareRecord *box, GHashTable *references)
{
  CareRecord *quotation = care_snapshot_follow (self->snapshot, box, "quotation");

  return has_reference (references, care_snapshot_follow (self->snapshot, box, "figure"))
         || has_reference (references, quotation)
         || (quotation != NULL && has_reference (references, care_snapshot_follow (self->snapshot, quotation, "source")));
}

static gboolean
is_small (CareRecord *box)
{
  const char *kind = care_record_get (box, "kind");

  return g_strcmp0 (kind, "statistic") == 0 || g_strcmp0 (kind, "pull-quote") == 0;
}

/* Whether it is in no section before. */
static gboolean
is_first_of (CareFlow *self, CareRecord *box, CareRecord *section, GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++)
    {
      CareRecord *other = g_ptr_array_index (sections, i);
      g_autoptr (GHashTable) references = list_references (self, care_record_get_id (other));

      if (is_of (self, box, references))
        return other == section;
    }
  return FALSE;
}

/**
 * care_flow_find_inset:
 * @self: a flow
 * @section: a section
 *
 * Returns: (transfer none) (nullable): the first statistic or pull quote that @section is
 *   the first to speak of; %NULL if there is none, or the template has it elsewhere.
 */
CareRecord *
care_flow_find_inset (CareFlow *self, CareRecord *section)
{
  CareId briefing = care_record_get_id (care_snapshot_get_briefing (self->snapshot));
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GPtrArray) boxes = NULL;

  if (!self->template->insets_boxes)
    return NULL;
  sections = care_snapshot_list (self->snapshot, "section", "briefing", briefing);
  boxes = care_snapshot_list (self->snapshot, "box", "briefing", briefing);
  for (guint i = 0; i < boxes->len; i++)
    {
      CareRecord *box = g_ptr_array_index (boxes, i);

      if (is_small (box) && is_first_of (self, box, section, sections))
        return box;
    }
  return NULL;
}
