/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A box at the right of the first lines of its section: these are shorter, stay together
 * and are as many as it is high. Where they are fewer it is in the sidebar. */

#include "care-page-model.h"

/* Below an inset, before lines run across the whole column again. */
#define GAP_PT 6.0

static CarePageBlock *
make_block (const CareFlowElement *inset)
{
  CarePageBlock *block = care_page_block_new (inset);

  care_page_block_frame (block);
  return block;
}

/**
 * care_flow_add_beside:
 * @self: a flow
 * @section: a section of it that has its heading
 * @paragraphs: (element-type CareProseParagraph): its text
 * @box: what is to stand beside that
 *
 * Adds @paragraphs to @section, and an element for @box, which is read after them.
 */
void
care_flow_add_beside (CareFlow *self, CareFlowElement *section, const GPtrArray *paragraphs, CareRecord *box)
{
  const CarePageTemplate *template = self->template;
  guint first = section->paragraphs->len;
  CareFlowElement *inset = care_flow_add_box (self, box);
  g_autoptr (CarePageBlock) block = make_block (inset);
  double rows = (block->height + GAP_PT) / template->row;

  if (rows <= template->rows / 2.0 && care_flow_add_parsed (self, section, CARE_STYLE_BODY, paragraphs, rows) <= 0)
    {
      CareFlowParagraph *paragraph = g_ptr_array_index (section->paragraphs, first);

      inset->place = CARE_FLOW_INSET;
      paragraph->inset = inset;
      return;
    }
  g_ptr_array_set_size (section->paragraphs, (int) first);
  care_flow_add_parsed (self, section, CARE_STYLE_BODY, paragraphs, 0);
}

static const CareFlowElement *
get_inset (const CareColumnUnit *unit)
{
  return unit->line == 0 ? unit->paragraph->inset : NULL;
}

/**
 * care_columns_place_inset:
 * @unit: a line that is being placed
 * @sheet: a page
 * @x: the left edge of the column there, in points
 * @y: the top of the line
 *
 * Adds what begins beside the line, if anything does.
 */
void
care_columns_place_inset (const CareColumnUnit *unit, CarePageSheet *sheet, double x, double y)
{
  const CareFlowElement *inset = get_inset (unit);
  g_autoptr (CarePageBlock) block = NULL;

  if (inset == NULL)
    return;
  block = make_block (inset);
  care_page_block_place (block, sheet, x + inset->template->column - inset->template->sidebar, y);
}

/**
 * care_columns_report_inset:
 * @unit: a line that has no place
 * @overset: (element-type CarePageOverset): a report
 *
 * Adds to @overset what begins beside the line, if anything does.
 */
void
care_columns_report_inset (const CareColumnUnit *unit, GPtrArray *overset)
{
  const CareFlowElement *inset = get_inset (unit);
  g_autoptr (CarePageBlock) block = NULL;

  if (inset == NULL)
    return;
  block = make_block (inset);
  care_page_block_report (block, overset);
}
