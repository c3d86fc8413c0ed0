/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures as a table: what, how much, when and whose. */

#include "care-page-flow.h"

#include "care-reference.h"

#define GUTTER_PT 8.0
#define ROW_GAP_PT 5.0

typedef char *(*GetWords) (CareFlow *self, CareRecord *item, CareRecord *figure);

static char *
get_what (CareFlow *self, CareRecord *item, CareRecord *figure)
{
  const char *words = care_record_get (item, "text");

  return g_strdup (words != NULL ? words : care_record_get_title (figure));
}

static char *
get_value (CareFlow *self, CareRecord *item, CareRecord *figure)
{
  return care_reference_words (figure);
}

static char *
get_period (CareFlow *self, CareRecord *item, CareRecord *figure)
{
  g_autofree char *period = care_record_format (figure, "period");

  return *period != '\0' ? g_steal_pointer (&period) : g_strdup (care_record_get (figure, "period_words"));
}

static char *
get_whose (CareFlow *self, CareRecord *item, CareRecord *figure)
{
  CareRecord *estimator = care_snapshot_follow (self->snapshot, figure, "estimator");
  CareRecord *actor = care_snapshot_follow (self->snapshot, figure, "actor");
  CareRecord *whose = estimator != NULL ? estimator : actor;
  const char *name = whose == NULL ? NULL : care_record_get (whose, "short_name");

  return g_strdup (whose == NULL ? NULL : name != NULL ? name : care_record_get_title (whose));
}

/* A column that has nothing in it is left out; the others share the width by their parts. */
static const struct
{
  const char *heading;
  guint parts;
  GetWords get;
} columns[] = {
  { "Figure", 5, get_what },
  { "Amount", 3, get_value },
  { "Period", 2, get_period },
  { "Whose", 3, get_whose },
};

#define N_COLUMNS G_N_ELEMENTS (columns)

typedef struct
{
  CareFlow *flow;
  CareFlowElement *element;
  gboolean is_used[N_COLUMNS];
  guint n_parts; /* of all columns that are used */
} Table;

/* (transfer full) (nullable) */
static char *
get_words (Table *self, guint column, CareRecord *item)
{
  CareRecord *figure = care_snapshot_follow (self->flow->snapshot, item, "figure");

  return columns[column].get (self->flow, item, figure);
}

static void
find_columns (Table *self, GPtrArray *items)
{
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      for (guint i = 0; i < items->len && !self->is_used[column]; i++)
        {
          g_autofree char *words = get_words (self, column, g_ptr_array_index (items, i));

          self->is_used[column] = words != NULL && *words != '\0';
        }
      self->n_parts += self->is_used[column] ? columns[column].parts : 0;
    }
}

/* A row of the table; its headings if there is no item. */
static void
add_row (Table *self, CareRecord *item)
{
  double unit = care_flow_element_get_width (self->element) / self->n_parts;
  double x = 0;

  for (guint column = 0; column < N_COLUMNS; column++)
    {
      g_autofree char *words = item == NULL ? g_strdup (columns[column].heading)
                               : self->is_used[column] ? get_words (self, column, item)
                                                       : NULL;
      double width = columns[column].parts * unit;
      CareFlowParagraph *cell;

      if (!self->is_used[column])
        continue;
      cell = care_flow_add_cell (self->flow, self->element, item == NULL ? CARE_STYLE_BOX_HEADING : CARE_STYLE_BOX, x,
                                 width - GUTTER_PT, words == NULL ? "–" : words);
      cell->heads = item == NULL ? CARE_FLOW_HEADS_COLUMN : column == 0 ? CARE_FLOW_HEADS_ROW : CARE_FLOW_HEADS_NOTHING;
      cell->continues_row = x > 0;
      cell->gap = ROW_GAP_PT;
      x += width;
    }
}

/**
 * care_flow_add_table:
 * @self: a flow
 * @element: the element of @box
 * @box: a box of the kind "table"
 *
 * Adds a row for each figure of @box's items, in their order.
 */
void
care_flow_add_table (CareFlow *self, CareFlowElement *element, CareRecord *box)
{
  g_autoptr (GPtrArray) items = care_snapshot_list (self->snapshot, "box_item", "box", care_record_get_id (box));
  Table table = { self, element };

  for (guint i = items->len; i > 0; i--)
    if (care_snapshot_follow (self->snapshot, g_ptr_array_index (items, i - 1), "figure") == NULL)
      g_ptr_array_remove_index (items, i - 1);
  if (items->len == 0)
    return;
  find_columns (&table, items);
  add_row (&table, NULL);
  for (guint i = 0; i < items->len; i++)
    add_row (&table, g_ptr_array_index (items, i));
}
