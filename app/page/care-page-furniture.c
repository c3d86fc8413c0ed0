/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands on a page for the sake of the page: the bar or rule at its head,
 * the running head, the foot with the folio. It belongs to no record. */

#include "care-page-model.h"

#define BAR_Y_PT 34.0
#define BAR_HEIGHT_PT 5.0
#define HEAD_BASELINE_PT 42.0
#define HEAD_RULE_PT 48.0
#define FOOT_BASELINE_PT 814.0
#define FOLIO_WIDTH_PT 40.0

static double
get_left (guint page)
{
  return page % 2 == 0 ? CARE_PAGE_OUTER_PT : CARE_PAGE_WIDTH_PT - CARE_PAGE_OUTER_PT - CARE_PAGE_MEASURE_PT;
}

static void
add_bar (CarePageSheet *sheet, double x, double y, double height)
{
  CarePageItem item = { .type = CARE_PAGE_FILL,
                        .x = x,
                        .y = y,
                        .width = CARE_PAGE_MEASURE_PT,
                        .height = height,
                        .colour = care_page_accent };

  g_array_append_val (sheet->items, item);
}

static CareText *
shorten (CarePages *self, CarePageStyleName name, const char *text, double width)
{
  g_autoptr (CareText) whole = care_text_new (self->flow->context, name, text, NULL, width, 0);
  g_autofree char *first = NULL;
  g_autofree char *shortened = NULL;

  if (whole->lines->len == 1)
    return g_steal_pointer (&whole);
  care_text_unref (whole);
  whole = care_text_new (self->flow->context, name, text, NULL, width - care_page_style_get (name)->size, 0);
  first = g_strndup (whole->text, care_text_get_line (whole, 0)->end);
  shortened = g_strconcat (g_strchomp (first), "…", NULL);
  return care_text_new (self->flow->context, name, shortened, NULL, G_MAXINT16, 0);
}

/* One line, cut short where it is longer than its place: the full words are at
 * the head of the first page. */
static void
add_text (CarePages *self, CarePageSheet *sheet, CarePageStyleName name, const char *text, double x,
          double width, double baseline, gboolean at_right)
{
  const CarePageStyle *style = care_page_style_get (name);
  CareText *set = shorten (self, name, text, width);
  CarePageItem item = { .type = CARE_PAGE_LINE, .x = x, .width = width, .style = name };

  item.text = set;
  item.baseline = baseline;
  item.y = baseline - style->baseline;
  item.height = style->leading;
  item.colour = style->colour;
  item.line_x = at_right ? x + width - care_text_get_line (set, 0)->width : x;
  g_ptr_array_add (self->texts, set);
  g_array_append_val (sheet->items, item);
}

/**
 * care_pages_add_furniture:
 * @self: pages that are composed
 * @page: one of them
 *
 * Adds the head and the foot of a page.
 */
void
care_pages_add_furniture (CarePages *self, guint page)
{
  CarePageSheet *sheet = g_ptr_array_index (self->sheets, page);
  gboolean is_left = page % 2 == 0;
  double left = get_left (page);
  double text_width = CARE_PAGE_MEASURE_PT - FOLIO_WIDTH_PT;
  g_autofree char *folio = g_strdup_printf ("%u", page + 1);

  if (page == 0)
    add_bar (sheet, left, BAR_Y_PT, BAR_HEIGHT_PT);
  else
    {
      add_text (self, sheet, CARE_STYLE_RUNNING, self->flow->running_title, left, CARE_PAGE_MEASURE_PT,
                HEAD_BASELINE_PT, !is_left);
      add_bar (sheet, left, HEAD_RULE_PT, 0.75);
    }
  add_text (self, sheet, CARE_STYLE_FOLIO, folio, is_left ? left : left + text_width, FOLIO_WIDTH_PT,
            FOOT_BASELINE_PT, !is_left);
  if (*self->flow->series != '\0')
    add_text (self, sheet, CARE_STYLE_RUNNING, self->flow->series, is_left ? left + FOLIO_WIDTH_PT : left,
              text_width, FOOT_BASELINE_PT, is_left);
}
