/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands on a page for the sake of the page: the bar or rule at its head,
 * the running head, the foot with the folio. It belongs to no record. */

#include "care-page-model.h"

#define BAR_Y_PT 34.0
#define BAR_HEIGHT_PT 5.0
#define DRAFT_BASELINE_PT 26.0
#define HEAD_BASELINE_PT 42.0
#define HEAD_RULE_PT 6.0 /* below its baseline */
#define FOOT_BASELINE_PT 814.0
#define FOLIO_WIDTH_PT 40.0
#define HEAD_FOLIO_WIDTH_PT 26.0

static double
get_left (const CarePageTemplate *template, guint page)
{
  return page % 2 == 0 ? template->outer
                       : CARE_PAGE_WIDTH_PT - template->outer - care_page_template_get_measure (template);
}

/* Below the mark of a draft, in large text too. */
static double
get_head_baseline (const CarePageTemplate *template)
{
  return MAX (HEAD_BASELINE_PT, DRAFT_BASELINE_PT + template->styles[CARE_STYLE_RUNNING].leading);
}

static void
add_bar (CarePageSheet *sheet, double x, double y, double width, double height)
{
  CarePageItem item = { .type = CARE_PAGE_FILL,
                        .x = x,
                        .y = y,
                        .width = width,
                        .height = height,
                        .colour = care_page_accent };

  g_array_append_val (sheet->items, item);
}

static CareText *
shorten (CarePages *self, const CarePageStyle *style, const char *text, double width)
{
  g_autoptr (CareText) whole = care_text_new (self->flow->context, style, text, NULL, &(CareTextMeasure){ width });
  g_autofree char *first = NULL;
  g_autofree char *shortened = NULL;

  if (whole->lines->len == 1)
    return g_steal_pointer (&whole);
  care_text_unref (whole);
  whole = care_text_new (self->flow->context, style, text, NULL, &(CareTextMeasure){ width - style->size });
  first = g_strndup (whole->text, care_text_get_line (whole, 0)->end);
  shortened = g_strconcat (g_strchomp (first), "…", NULL);
  return care_text_new (self->flow->context, style, shortened, NULL, &(CareTextMeasure){ G_MAXINT16 });
}

/* One line, cut short where it is longer than its place: the full words are at
 * the head of the first page. */
static void
add_text (CarePages *self, CarePageSheet *sheet, CarePageStyleName name, const char *text, double x,
          double width, double baseline, gboolean at_right)
{
  const CarePageStyle *style = &self->flow->template->styles[name];
  CareText *set = shorten (self, style, text, width);
  CarePageItem item = { .type = CARE_PAGE_LINE, .x = x, .width = width, .style = style };

  item.text = set;
  item.baseline = baseline;
  item.y = baseline - style->baseline;
  item.height = style->leading;
  item.colour = style->colour;
  item.line_x = at_right ? x + width - care_text_get_line (set, 0)->width : x;
  g_ptr_array_add (self->texts, set);
  g_array_append_val (sheet->items, item);
}

/* Where what stands on a page for its sake begins, how wide it is, and on which side. */
typedef struct
{
  double x;
  double width;
  gboolean is_left;
} Margins;

/* The number of the page at the outer margin. */
static void
add_folio (CarePages *self, guint page, const Margins *margins, double width, double baseline)
{
  g_autofree char *folio = g_strdup_printf ("%u", self->first + page + 1);

  add_text (self, g_ptr_array_index (self->sheets, page), CARE_STYLE_FOLIO, folio,
            margins->is_left ? margins->x : margins->x + margins->width - width, width, baseline, !margins->is_left);
}

/* Beside the number of a page, @width from the outer margin; or towards the inner one. */
static void
add_running (CarePages *self, guint page, const Margins *margins, const char *text, double width, double baseline,
             gboolean is_inner)
{
  if (*text != '\0')
    add_text (self, g_ptr_array_index (self->sheets, page), CARE_STYLE_RUNNING, text,
              margins->is_left ? margins->x + width : margins->x, margins->width - width, baseline,
              margins->is_left == is_inner);
}

/* The title on the left and, where a briefing with a cover has them, number and date on
 * the right, with the number of the page. */
static void
add_head (CarePages *self, guint page, const Margins *margins)
{
  const CareFlow *flow = self->flow;
  gboolean has_edition = flow->template->has_cover && !margins->is_left && *flow->running_edition != '\0';
  double width = flow->template->has_cover ? HEAD_FOLIO_WIDTH_PT : 0, baseline = get_head_baseline (flow->template);

  add_running (self, page, margins, has_edition ? flow->running_edition : flow->running_title, width, baseline, FALSE);
  if (flow->template->has_cover)
    add_folio (self, page, margins, width, baseline);
  add_bar (g_ptr_array_index (self->sheets, page), margins->x, baseline + HEAD_RULE_PT, margins->width, 0.75);
}

/**
 * care_pages_add_furniture:
 * @self: pages that are composed
 * @page: one of them
 *
 * Adds the head and the foot of a page. A cover has neither.
 */
void
care_pages_add_furniture (CarePages *self, guint page)
{
  const CarePageTemplate *template = self->flow->template;
  Margins margins = { get_left (template, self->first + page), care_page_template_get_measure (template),
                      (self->first + page) % 2 == 0 };
  double folio_width = FOLIO_WIDTH_PT * template->scale;

  if (page == 0)
    add_bar (g_ptr_array_index (self->sheets, page), margins.x, BAR_Y_PT, margins.width, BAR_HEIGHT_PT);
  else
    add_head (self, page, &margins);
  if (page == 0 && template->has_cover)
    return;
  if (!template->has_cover)
    add_folio (self, page, &margins, folio_width, FOOT_BASELINE_PT);
  add_running (self, page, &margins, self->flow->running_foot, template->has_cover ? 0 : folio_width, FOOT_BASELINE_PT,
               !template->has_cover);
}

/**
 * care_pages_mark_draft:
 * @self: pages that nobody else holds
 *
 * Says at the head of each page, above everything, that it is a draft; a web page and
 * plain text begin with it.
 */
void
care_pages_mark_draft (CarePages *self)
{
  self->is_draft = TRUE;
  for (guint page = 0; page < self->sheets->len; page++)
    {
      Margins margins = { get_left (self->flow->template, self->first + page),
                          care_page_template_get_measure (self->flow->template), (self->first + page) % 2 == 0 };

      add_running (self, page, &margins, CARE_PAGE_DRAFT, 0, DRAFT_BASELINE_PT, FALSE);
    }
}
