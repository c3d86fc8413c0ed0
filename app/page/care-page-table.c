/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures as a table: what, how much, when and whose. */

#include "care-page-flow.h"

#include "care-reference.h"

#include <string.h>

#define GUTTER_PT 8.0
#define ROW_GAP_PT 5.0
#define BULLET_INDENT_PT 9.0

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
  return care_reference_words (figure, care_snapshot_get_numbers (self->snapshot));
}

static char *
get_period (CareFlow *self, CareRecord *item, CareRecord *figure)
{
  g_autofree char *period = care_record_format_as (figure, "period", care_snapshot_get_numbers (self->snapshot));

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

/* A column that has nothing in it is left out; the others share the width by their parts
 * as far as their words allow. */
static const struct
{
  const char *heading;
  guint parts;
  GetWords get;
  gboolean is_amount;
} columns[] = {
  { "Figure", 5, get_what },
  { "Amount", 3, get_value, TRUE },
  { "Period", 2, get_period },
  { "Whose", 3, get_whose },
};

#define N_COLUMNS G_N_ELEMENTS (columns)

/* What is known of a column before it has a width. */
typedef struct
{
  gboolean is_used;
  gboolean at_right; /* all that is in it are quantities */
  double word;       /* the width of its longest word */
  double line;       /* and of its longest cell that is to be one line, */
  double short_line; /* and of what of these is not long */
  double gutter;     /* to the next */
  double width;      /* with the gutter */
} Column;

/* What is set as one line, as far as there is room. */
typedef enum
{
  LINES_ALL,
  LINES_OF_AMOUNTS,
  LINES_NONE,
} Lines;

typedef struct
{
  CareFlow *flow;
  CareFlowElement *element;
  GPtrArray *items;
  Column columns[N_COLUMNS];
  guint n_used;
} Table;

/* (transfer full) (nullable) */
static char *
get_words (Table *self, guint column, CareRecord *item)
{
  CareRecord *figure = care_snapshot_follow (self->flow->snapshot, item, "figure");

  return columns[column].get (self->flow, item, figure);
}

static gboolean
is_quantity (Table *self, CareRecord *item)
{
  return care_record_get (care_snapshot_follow (self->flow->snapshot, item, "figure"), "value") != NULL;
}

static CarePageStyleName
get_style (const Column *column)
{
  return column->at_right ? CARE_STYLE_BOX_AMOUNT : CARE_STYLE_BOX;
}

/* How much of a table's width a cell may take as one line: an amount more than others. */
static void
measure_line (Table *self, Column *column, double line)
{
  double width = care_flow_element_get_width (self->element);

  if (line <= width / 4)
    column->short_line = MAX (column->short_line, line);
  if (line <= width / (column->at_right ? 3 : 4))
    column->line = MAX (column->line, line);
}

/* A hair more than it takes, so that nothing is lost to rounding. */
static void
measure (Table *self, Column *column, CarePageStyleName style, const char *words)
{
  g_auto (GStrv) each = g_strsplit_set (words, " \n", -1);
  double line = care_flow_measure (self->flow, style, words) + 0.1;

  /* What a row is about may take any lines, but not in less than this. */
  measure_line (self, column, column == self->columns ? care_flow_element_get_width (self->element) / 4 : line);
  for (char **word = each; *word != NULL; word++)
    column->word = MAX (column->word, care_flow_measure (self->flow, style, *word) + 0.1);
}

static void
find_column (Table *self, guint index)
{
  Column *column = &self->columns[index];

  column->at_right = columns[index].is_amount;
  for (guint i = 0; i < self->items->len && column->at_right; i++)
    column->at_right = is_quantity (self, g_ptr_array_index (self->items, i));
  for (guint i = 0; i < self->items->len; i++)
    {
      g_autofree char *words = get_words (self, index, g_ptr_array_index (self->items, i));

      if (words == NULL || *words == '\0')
        continue;
      column->is_used = TRUE;
      measure (self, column, get_style (column), words);
    }
  if (!column->is_used)
    return;
  self->n_used++;
  measure (self, column, CARE_STYLE_BOX_HEADING, columns[index].heading);
  column->gutter = (column->at_right ? 2 : 1) * GUTTER_PT * self->flow->template->scale;
}

/* No gutter is right of the last column. */
static double
get_whole_width (const Table *self)
{
  double width = care_flow_element_get_width (self->element);

  for (guint i = N_COLUMNS; i > 0; i--)
    if (self->columns[i - 1].is_used)
      return width + self->columns[i - 1].gutter;
  return width;
}

static double
get_least (const Table *self, const Column *column, Lines lines)
{
  double least = column->word;

  if (lines == LINES_ALL)
    least = MAX (least, column->line);
  if (lines == LINES_OF_AMOUNTS && (column->at_right || column == self->columns))
    least = MAX (least, column->short_line);
  return least + column->gutter;
}

/* By their parts, but no column less than it needs; whether that is possible. */
static gboolean
share_width (Table *self, Lines lines)
{
  gboolean is_fixed[N_COLUMNS] = { FALSE };
  gboolean is_again;
  double left;

  do
    {
      guint n_parts = 0;

      is_again = FALSE;
      left = get_whole_width (self);
      for (guint i = 0; i < N_COLUMNS; i++)
        if (self->columns[i].is_used && is_fixed[i])
          left -= self->columns[i].width;
        else if (self->columns[i].is_used)
          n_parts += columns[i].parts;
      for (guint i = 0; i < N_COLUMNS; i++)
        {
          double least = get_least (self, &self->columns[i], lines);

          if (!self->columns[i].is_used || is_fixed[i])
            continue;
          self->columns[i].width = MAX (left * columns[i].parts / n_parts, least);
          is_fixed[i] = self->columns[i].width == least;
          is_again = is_again || is_fixed[i];
        }
    }
  while (is_again);
  return left >= 0;
}

/* Where some words are divided, all columns bear it alike. */
static void
divide_width (Table *self)
{
  double whole = get_whole_width (self), words = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      whole -= self->columns[i].gutter;
      words += self->columns[i].word;
    }
  for (guint i = 0; i < N_COLUMNS; i++)
    self->columns[i].width = whole * self->columns[i].word / words + self->columns[i].gutter;
}

/* A row of the table; its headings if there is no item. */
static void
add_row (Table *self, CareRecord *item)
{
  double x = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const Column *column = &self->columns[i];
      g_autofree char *words = NULL;
      CareFlowParagraph *cell;

      if (!column->is_used)
        continue;
      words = item == NULL ? g_strdup (columns[i].heading) : get_words (self, i, item);
      cell = care_flow_add_cell (self->flow, self->element, item == NULL ? CARE_STYLE_BOX_HEADING : get_style (column), x,
                                 column->width - column->gutter, words == NULL || *words == '\0' ? "–" : words, NULL);
      cell->heads = item == NULL ? CARE_FLOW_HEADS_COLUMN : i == 0 ? CARE_FLOW_HEADS_ROW : CARE_FLOW_HEADS_NOTHING;
      cell->continues_row = x > 0;
      cell->at_right = column->at_right;
      cell->gap = ROW_GAP_PT;
      x += column->width;
    }
}

/* "Amount: £3.8 billion" */
static CareFlowParagraph *
add_value (Table *self, guint column, const char *words)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", columns[column].heading, words);
  g_autoptr (GArray) spans = care_prose_spans_new ();
  CareFlowParagraph *item;

  care_prose_spans_add (spans, CARE_PROSE_BOLD, 0, strlen (columns[column].heading) + 1, 0, NULL);
  item = care_flow_add_item (self->flow, self->element, CARE_STYLE_BOX, "•", BULLET_INDENT_PT, text, spans);
  item->gap = 2;
  return item;
}

/* A row as a list below what it is about, and all of it on one page. */
static void
add_list (Table *self, CareRecord *item)
{
  g_autofree char *what = get_words (self, 0, item);
  CareFlowParagraph *last = NULL;

  care_flow_add_text (self->flow, self->element, CARE_STYLE_BOX_HEADING, what, NULL)->gap = ROW_GAP_PT;
  for (guint i = 1; i < N_COLUMNS; i++)
    {
      g_autofree char *words = get_words (self, i, item);

      if (words == NULL || *words == '\0')
        continue;
      if (last != NULL)
        last->keep_next = TRUE;
      last = add_value (self, i, words);
    }
}

/* In large print a table with words that its columns have no room for cannot be read. */
static gboolean
must_be_lists (Table *self)
{
  for (Lines lines = LINES_ALL; lines <= LINES_NONE; lines++)
    if (share_width (self, lines))
      return FALSE;
  divide_width (self);
  return self->flow->template->lists_tables && self->n_used > 2;
}

/**
 * care_flow_add_table:
 * @self: a flow
 * @element: the element of @box
 * @box: a box of the kind "table"
 *
 * Adds a row for each figure of @box's items, in their order; in large print a list for
 * each if the columns would be too narrow.
 */
void
care_flow_add_table (CareFlow *self, CareFlowElement *element, CareRecord *box)
{
  g_autoptr (GPtrArray) items = care_snapshot_list (self->snapshot, "box_item", "box", care_record_get_id (box));
  Table table = { self, element, items };
  gboolean is_lists;

  for (guint i = items->len; i > 0; i--)
    if (care_snapshot_follow (self->snapshot, g_ptr_array_index (items, i - 1), "figure") == NULL)
      g_ptr_array_remove_index (items, i - 1);
  if (items->len == 0)
    return;
  for (guint i = 0; i < N_COLUMNS; i++)
    find_column (&table, i);
  is_lists = must_be_lists (&table);
  if (!is_lists)
    add_row (&table, NULL);
  for (guint i = 0; i < items->len; i++)
    if (is_lists)
      add_list (&table, g_ptr_array_index (items, i));
    else
      add_row (&table, g_ptr_array_index (items, i));
}
