/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a briefing prints: what its texts name and its boxes show. */

#include "care-check.h"

#include "care-reference.h"

#include <string.h>

static void
add (GArray *shown, CareRecord *record, CareRecord *element)
{
  CareCheckShown one = { record, element };

  if (record == NULL)
    return;
  for (guint i = 0; i < shown->len; i++)
    if (g_array_index (shown, CareCheckShown, i).record == record)
      return;
  g_array_append_val (shown, one);
}

static void
add_named (CareCheckRun *run, GArray *shown, const CareKind *kind, const CareCheckText *text)
{
  CareReferenceMatch match;

  for (gsize from = 0; care_reference_next (text->text, from, &match); from = match.end)
    if (match.kind == kind)
      add (shown, care_snapshot_find (run->snapshot, kind->name, match.id), text->element);
}

/* What @holder, a box or an item of one, shows of @kind. */
static void
add_held (CareCheckRun *run, GArray *shown, const CareKind *kind, CareRecord *holder, CareRecord *box)
{
  const CareKind *held = care_record_get_kind (holder);

  for (guint i = 0; i < held->n_fields; i++)
    if (held->fields[i].type == CARE_FIELD_REFERENCE && !(held->fields[i].flags & CARE_FIELD_IS_OWNER)
        && strcmp (held->fields[i].target, kind->name) == 0)
      add (shown, care_snapshot_follow (run->snapshot, holder, held->fields[i].name), box);
}

/* A ledger shows all figures that it was asked of, added or not. */
static void
add_ledger (CareCheckRun *run, GArray *shown, CareRecord *box)
{
  CareRecord *ledger = care_snapshot_follow (run->snapshot, box, "ledger");
  g_autoptr (GPtrArray) items
    = ledger == NULL ? g_ptr_array_new ()
                     : care_snapshot_list (run->snapshot, "ledger_item", "ledger", care_record_get_id (ledger));

  for (guint i = 0; i < items->len; i++)
    add (shown, care_snapshot_follow (run->snapshot, g_ptr_array_index (items, i), "figure"), box);
}

/**
 * care_check_shown:
 * @run: what is checked
 * @kind: such as "figure"
 *
 * Returns: (transfer full) (element-type CareCheckShown): each record of @kind that is
 *   printed, once.
 */
GArray *
care_check_shown (CareCheckRun *run, const char *kind)
{
  const CareKind *wanted = care_kind_find (kind);
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (CareCheckShown));
  g_autoptr (GPtrArray) boxes = care_check_boxes (run, NULL);

  for (guint i = 0; i < run->texts->len; i++)
    add_named (run, shown, wanted, &g_array_index (run->texts, CareCheckText, i));
  for (guint i = 0; i < boxes->len; i++)
    {
      CareRecord *box = g_ptr_array_index (boxes, i);
      g_autoptr (GPtrArray) items = care_check_items (run, box);

      add_held (run, shown, wanted, box, box);
      for (guint j = 0; j < items->len; j++)
        add_held (run, shown, wanted, g_ptr_array_index (items, j), box);
      if (strcmp (kind, "figure") == 0)
        add_ledger (run, shown, box);
    }
  return shown;
}

/**
 * care_check_boxes:
 * @run: what is checked
 * @kind: (nullable): a word of the vocabulary "box"; %NULL for all
 *
 * Returns: (transfer container) (element-type CareRecord): the boxes of that kind.
 */
GPtrArray *
care_check_boxes (CareCheckRun *run, const char *kind)
{
  GPtrArray *boxes = g_ptr_array_new ();

  for (guint i = 0; i < run->elements->len; i++)
    {
      CareRecord *element = g_ptr_array_index (run->elements, i);

      if (care_record_is (element, "box") && (kind == NULL || g_strcmp0 (care_record_get (element, "kind"), kind) == 0))
        g_ptr_array_add (boxes, element);
    }
  return boxes;
}

/**
 * care_check_items:
 * @run: what is checked
 * @box: a box
 *
 * Returns: (transfer container) (element-type CareRecord): what is in @box, in its order.
 */
GPtrArray *
care_check_items (CareCheckRun *run, CareRecord *box)
{
  return care_snapshot_list (run->snapshot, "box_item", "box", care_record_get_id (box));
}

/**
 * care_check_records:
 * @run: what is checked
 * @kind: such as "actor"
 *
 * Returns: (transfer container) (element-type CareRecord): all of @kind that are known,
 *   printed or not.
 */
GPtrArray *
care_check_records (CareCheckRun *run, const char *kind)
{
  GPtrArray *records = care_snapshot_get_records (run->snapshot);

  for (guint i = records->len; i > 0; i--)
    if (!care_record_is (g_ptr_array_index (records, i - 1), kind))
      g_ptr_array_remove_index (records, i - 1);
  return records;
}

/**
 * care_check_has_citation:
 * @run: what is checked
 * @field: of a citation, such as "figure"
 * @record: what it refers to
 *
 * Returns: whether a source is cited for @record.
 */
gboolean
care_check_has_citation (CareCheckRun *run, const char *field, CareRecord *record)
{
  g_autoptr (GPtrArray) citations = care_snapshot_list (run->snapshot, "citation", field, care_record_get_id (record));

  return citations->len > 0;
}
