/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The designs, CareBrief's own, of A4 pages. The text of each stands on a grid;
 * small text has a leading of its own and its boxes round up to the grid.
 *
 * A Key Issue has facing pages of twelve columns, the outer three of which are the
 * sidebar. A Research Briefing has the same sidebar beside one column of lines that are
 * comfortable to read for long. Of large print nothing is smaller than 18 points, and
 * nothing stands beside anything else. */

#include "care-page-template.h"

#include <string.h>

#define INK { 0.13, 0.13, 0.13 }
#define ACCENT { 0.0, 0.396, 0.282 }
#define MUTED { 0.32, 0.32, 0.32 }
#define REGULAR PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL
#define SEMIBOLD PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL
#define BOLD PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL
#define ITALIC PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC

/* The first is that of a briefing which names none. */
static const CarePageTemplate templates[] = {
  {
    .name = "key-issue",
    .pages = 2,
    .row = 13, .rows = 56, .top = 60, .outer = 40,
    .n_columns = 2, .column = 181, .column_gutter = 14,
    .sidebar = 118, .wide_gutter = 18,
    .scale = 1, .chart_text = 8,
    .styles = {
      [CARE_STYLE_SERIES] = { 9, 13, 9.75, SEMIBOLD, ACCENT, 0.4 },
      [CARE_STYLE_TITLE] = { 27, 32.5, 26, BOLD, ACCENT, -0.3, FALSE, TRUE },
      [CARE_STYLE_STANDFIRST] = { 11.5, 15.5, 12, REGULAR, INK, 0 },
      [CARE_STYLE_HEADING] = { 12, 13, 9.75, BOLD, ACCENT, 0, FALSE, TRUE },
      [CARE_STYLE_BODY] = { 9.5, 13, 9.75, REGULAR, INK, 0, TRUE },
      [CARE_STYLE_BOX_TITLE] = { 10, 13, 9.75, BOLD, ACCENT, 0, FALSE, TRUE },
      [CARE_STYLE_BOX_HEADING] = { 9, 12, 9, BOLD, INK, 0, FALSE, TRUE },
      [CARE_STYLE_BOX] = { 9, 12, 9, REGULAR, INK, 0, TRUE },
      [CARE_STYLE_BOX_AMOUNT] = { 9, 12, 9, REGULAR, INK, 0, .tabular = TRUE },
      [CARE_STYLE_BOX_NOTE] = { 7.5, 10, 7.5, REGULAR, MUTED, 0, TRUE },
      [CARE_STYLE_QUOTE] = { 12, 16, 12, ITALIC, ACCENT, 0 },
      [CARE_STYLE_STATISTIC] = { 24, 27, 21, BOLD, ACCENT, -0.3 },
      [CARE_STYLE_FINDING] = { 10.5, 13, 9.75, BOLD, ACCENT, 0, FALSE, TRUE },
      [CARE_STYLE_MEASURE] = { 8.5, 11.5, 8.75, REGULAR, MUTED, 0 },
      [CARE_STYLE_SMALL] = { 7.5, 10, 7.5, REGULAR, INK, 0, TRUE },
      [CARE_STYLE_SMALL_HEADING] = { 8.5, 11.5, 8.75, BOLD, ACCENT, 0, FALSE, TRUE },
      [CARE_STYLE_RUNNING] = { 7.5, 10, 7.5, REGULAR, MUTED, 0 },
      [CARE_STYLE_FOLIO] = { 9, 13, 9.75, BOLD, ACCENT, 0 },
    },
  },
  {
    .name = "research-briefing",
    .row = 15, .rows = 48, .top = 64, .outer = 40,
    .n_columns = 1, .column = 376, .column_gutter = 14,
    .sidebar = 118, .wide_gutter = 18,
    .scale = 1.15, .chart_text = 8.5,
    .has_cover = TRUE, .numbers_sections = TRUE, .insets_boxes = TRUE,
    .styles = {
      [CARE_STYLE_SERIES] = { 11, 15, 11.25, SEMIBOLD, ACCENT, 0.4 },
      [CARE_STYLE_TITLE] = { 34, 40, 32, BOLD, ACCENT, -0.4, FALSE, TRUE },
      [CARE_STYLE_STANDFIRST] = { 12.5, 17.5, 13.5, REGULAR, INK, 0 },
      [CARE_STYLE_HEADING] = { 15, 15, 11.25, BOLD, ACCENT, 0, FALSE, TRUE },
      [CARE_STYLE_BODY] = { 11, 15, 11.25, REGULAR, INK, 0, TRUE },
      [CARE_STYLE_BOX_TITLE] = { 10.5, 15, 11.25, BOLD, ACCENT, 0, FALSE, TRUE },
      [CARE_STYLE_BOX_HEADING] = { 9, 12.5, 9.5, BOLD, INK, 0, FALSE, TRUE },
      [CARE_STYLE_BOX] = { 9, 12.5, 9.5, REGULAR, INK, 0, TRUE },
      [CARE_STYLE_BOX_AMOUNT] = { 9, 12.5, 9.5, REGULAR, INK, 0, .tabular = TRUE },
      [CARE_STYLE_BOX_NOTE] = { 8, 11, 8.25, REGULAR, MUTED, 0, TRUE },
      [CARE_STYLE_QUOTE] = { 12.5, 16.5, 12.5, ITALIC, ACCENT, 0 },
      [CARE_STYLE_STATISTIC] = { 24, 30, 23, BOLD, ACCENT, -0.3 },
      [CARE_STYLE_FINDING] = { 11.5, 15, 11.25, BOLD, ACCENT, 0, FALSE, TRUE },
      [CARE_STYLE_MEASURE] = { 9, 12.5, 9.5, REGULAR, MUTED, 0 },
      [CARE_STYLE_SMALL] = { 8.5, 11.5, 8.75, REGULAR, INK, 0, TRUE },
      [CARE_STYLE_SMALL_HEADING] = { 9.5, 13, 9.75, BOLD, ACCENT, 0, FALSE, TRUE },
      [CARE_STYLE_RUNNING] = { 8, 11, 8.25, REGULAR, MUTED, 0 },
      [CARE_STYLE_FOLIO] = { 10, 13, 9.75, BOLD, ACCENT, 0 },
    },
  },
  {
    .name = "large-print",
    .row = 25, .rows = 28, .top = 74, .outer = 48,
    .n_columns = 1, .column = 499,
    .scale = 1.9, .chart_text = 18, .chart_least = 18,
    .lists_tables = TRUE,
    .styles = {
      [CARE_STYLE_SERIES] = { 18, 25, 18.75, SEMIBOLD, ACCENT, 0 },
      [CARE_STYLE_TITLE] = { 36, 43, 34, BOLD, ACCENT, 0, FALSE, TRUE },
      [CARE_STYLE_STANDFIRST] = { 20, 25, 18.75, REGULAR, INK, 0 },
      [CARE_STYLE_HEADING] = { 24, 25, 18.75, BOLD, ACCENT, 0, FALSE, TRUE },
      [CARE_STYLE_BODY] = { 18, 25, 18.75, REGULAR, INK, 0 },
      [CARE_STYLE_BOX_TITLE] = { 22, 25, 18.75, BOLD, ACCENT, 0, FALSE, TRUE },
      [CARE_STYLE_BOX_HEADING] = { 18, 25, 18.75, BOLD, INK, 0, FALSE, TRUE },
      [CARE_STYLE_BOX] = { 18, 25, 18.75, REGULAR, INK, 0 },
      [CARE_STYLE_BOX_AMOUNT] = { 18, 25, 18.75, REGULAR, INK, 0, .tabular = TRUE },
      [CARE_STYLE_BOX_NOTE] = { 18, 25, 18.75, REGULAR, INK, 0 },
      [CARE_STYLE_QUOTE] = { 20, 25, 18.75, ITALIC, ACCENT, 0 },
      [CARE_STYLE_STATISTIC] = { 38, 50, 38, BOLD, ACCENT, 0 },
      [CARE_STYLE_FINDING] = { 22, 25, 18.75, BOLD, ACCENT, 0, FALSE, TRUE },
      [CARE_STYLE_MEASURE] = { 18, 25, 18.75, REGULAR, INK, 0 },
      [CARE_STYLE_SMALL] = { 18, 25, 18.75, REGULAR, INK, 0 },
      [CARE_STYLE_SMALL_HEADING] = { 22, 25, 18.75, BOLD, ACCENT, 0, FALSE, TRUE },
      [CARE_STYLE_RUNNING] = { 18, 25, 18.75, REGULAR, INK, 0 },
      [CARE_STYLE_FOLIO] = { 18, 25, 18.75, BOLD, ACCENT, 0 },
    },
  },
};

/**
 * care_page_template_find:
 * @name: (nullable): what a briefing names
 *
 * Returns: (transfer none): the template of that name; that of a Key Issue where there
 *   is none, as in a library of a newer CareBrief.
 */
const CarePageTemplate *
care_page_template_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_strcmp0 (templates[i].name, name) == 0)
      return &templates[i];
  return &templates[0];
}

/**
 * care_page_template_list:
 * @n_templates: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_templates): all templates.
 */
const CarePageTemplate *
care_page_template_list (guint *n_templates)
{
  *n_templates = G_N_ELEMENTS (templates);
  return templates;
}

/**
 * care_page_template_get_main:
 * @self: a template
 *
 * Returns: the width of all columns with what is between them.
 */
double
care_page_template_get_main (const CarePageTemplate *self)
{
  return self->n_columns * self->column + (self->n_columns - 1) * self->column_gutter;
}

/**
 * care_page_template_get_half:
 * @self: a template
 *
 * Returns: the width of a column of the sources, of which there are two.
 */
double
care_page_template_get_half (const CarePageTemplate *self)
{
  return (care_page_template_get_main (self) - self->column_gutter) / 2;
}

/**
 * care_page_template_get_inset:
 * @self: a template
 *
 * Returns: how much shorter a line is that stands beside a box: as wide as one in the
 *   sidebar, where that goes if the text is too short for it.
 */
double
care_page_template_get_inset (const CarePageTemplate *self)
{
  return self->sidebar + self->wide_gutter;
}

/**
 * care_page_template_get_measure:
 * @self: a template
 *
 * Returns: the width between the margins.
 */
double
care_page_template_get_measure (const CarePageTemplate *self)
{
  return care_page_template_get_main (self) + self->wide_gutter + self->sidebar;
}
