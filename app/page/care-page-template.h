/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a kind of briefing looks like on paper, as data: its measures, and the styles
 * of its texts. Lengths are in points. */

#pragma once

#include "care-page-style.h"

G_BEGIN_DECLS

/**
 * CarePageTemplate:
 * @name: as a briefing has it in its field "template"
 * @pages: how many pages there are to be at most; 0 for as many as are needed
 * @row: the pitch of the baseline grid
 * @rows: how many rows a page has
 * @top: from the top of the page to the first row
 * @outer: the margin at the side of the sidebar
 * @n_columns: of running text
 * @column: the width of one
 * @column_gutter: between two, and between those of the sources
 * @sidebar: the width of the sidebar; 0 for none: all stands in the running text then
 * @wide_gutter: between the sidebar and the columns
 * @scale: of indents and other small measures, which are given for a Key Issue
 * @chart_text: the size of the text in charts
 * @chart_least: the least size of text in them; 0 for what looks best
 * @has_cover: title, standfirst and contents have the first page for themselves
 * @numbers_sections: sections are numbered
 * @lists_tables: a table whose words its columns have no room for is set as lists
 * @insets_boxes: a small box stands in the section that speaks of it, if that is long
 *   enough to run beside it
 * @styles: of text
 */
typedef struct
{
  const char *name;
  guint pages;
  double row;
  guint rows;
  double top;
  double outer;
  guint n_columns;
  double column;
  double column_gutter;
  double sidebar;
  double wide_gutter;
  double scale;
  double chart_text;
  double chart_least;
  gboolean has_cover;
  gboolean numbers_sections;
  gboolean lists_tables;
  gboolean insets_boxes;
  CarePageStyle styles[CARE_N_STYLES];
} CarePageTemplate;

const CarePageTemplate *care_page_template_find (const char *name);
const CarePageTemplate *care_page_template_list (guint *n_templates);
double care_page_template_get_main (const CarePageTemplate *self);
double care_page_template_get_half (const CarePageTemplate *self);
double care_page_template_get_inset (const CarePageTemplate *self);
double care_page_template_get_measure (const CarePageTemplate *self);

G_END_DECLS
