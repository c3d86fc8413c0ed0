/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart or table that does not go into what is left of a page stands at the top of the
 * next one, and the text goes on before it. It never comes before the section that it
 * belongs to, nor before a box that it is after, and it is never further away than the
 * next page. */

#include "care-page-model.h"

static gboolean
begins_box (const GArray *units, guint index)
{
  const CareColumnUnit *unit = &g_array_index (units, CareColumnUnit, index);

  return unit->element->place == CARE_FLOW_WIDE && (index == 0 || (unit - 1)->element != unit->element);
}

static guint
find_box (const GArray *units, guint from)
{
  while (from < units->len && !begins_box (units, from))
    from++;
  return from;
}

static guint
find_end (const GArray *units, guint index)
{
  const CareFlowElement *element = g_array_index (units, CareColumnUnit, index).element;

  while (index < units->len && g_array_index (units, CareColumnUnit, index).element == element)
    index++;
  return index;
}

static double
count_rows (const GArray *units, guint from, guint end)
{
  double rows = 0;

  for (guint i = from; i < end; i++)
    rows += g_array_index (units, CareColumnUnit, i).rows
            + (i > from ? g_array_index (units, CareColumnUnit, i).rows_before : 0);
  return rows;
}

/* Where the page ends that goes on at @start without @box. A box that comes up at its end
 * has to go on the next page, too: where both do not, some of its section is left for that. */
static guint
fill (const GArray *units, guint from, guint start, guint rows, const GArray *box)
{
  guint next = find_box (units, start);
  guint end = care_columns_fill_until (units, from, next, rows);
  double both;

  if (end < next || next == units->len)
    return end;
  both = count_rows (box, 0, box->len) + g_array_index (units, CareColumnUnit, next).rows_before
         + count_rows (units, next, find_end (units, next));
  return both <= g_array_index (units, CareColumnUnit, next).element->template->rows
           ? end
           : care_columns_fill_until (units, from, next - 1, rows);
}

/**
 * care_columns_float:
 * @units: (element-type CareColumnUnit): the lines
 * @from: the first one of a page
 * @rows: how many rows that has
 *
 * Puts a box that the page would end before after what there is room for on the page.
 */
void
care_columns_float (GArray *units, guint from, guint rows)
{
  guint start = care_columns_fill (units, from, rows);
  guint box_end, end;
  g_autoptr (GArray) box = NULL;

  if (start == from || start == units->len || !begins_box (units, start))
    return;
  box_end = find_end (units, start);
  box = g_array_new (FALSE, FALSE, sizeof (CareColumnUnit));
  g_array_append_vals (box, &g_array_index (units, CareColumnUnit, start), box_end - start);
  g_array_remove_range (units, start, box->len);
  end = MAX (fill (units, from, start, rows, box), start);
  g_array_insert_vals (units, end, box->data, box->len);
}
