/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of sources and the furniture in small type, a band at the foot of a
 * page. A list that is longer than a page goes on over whole pages. */

#include "care-page-model.h"

#include <math.h>

#define GAP_PT 7.0

typedef struct
{
  const CareFlowElement *element;
  GArray *heights; /* of each paragraph, with the gap above it */
} Entries;

/* Where the second of two columns begins. */
static double
get_second_x (const CareFlowElement *element)
{
  return care_page_template_get_half (element->template) + element->template->column_gutter;
}

static double
get_height (const Entries *entries, guint index)
{
  return g_array_index (entries->heights, double, index);
}

static void
measure (Entries *entries)
{
  for (guint i = 0; i < entries->element->paragraphs->len; i++)
    {
      const CareFlowParagraph *paragraph = g_ptr_array_index (entries->element->paragraphs, i);
      double height
        = paragraph->gap + paragraph->text->lines->len * paragraph->style->leading;

      g_array_append_val (entries->heights, height);
    }
}

/* The entry after the last one that goes into a column of @limit. */
static guint
fill_column (const Entries *entries, guint first, guint end, double limit)
{
  double height = 0;

  while (first < end && height + get_height (entries, first) <= limit)
    height += get_height (entries, first++);
  return first;
}

static gboolean
fits (const Entries *entries, guint first, guint end, double limit)
{
  return fill_column (entries, fill_column (entries, first, end, limit), end, limit) == end;
}

/* Where the second column begins so that both end alike. */
static guint
find_middle (const Entries *entries, guint first, guint end)
{
  double low = 0, high = 0;

  for (guint i = first; i < end; i++)
    high += get_height (entries, i);
  high = ceil (high);
  while (high - low > 0.5)
    {
      double limit = (low + high) / 2;

      if (fits (entries, first, end, limit))
        high = limit;
      else
        low = limit;
    }
  return fill_column (entries, first, end, high);
}

static CarePageBlock *
make_band (const Entries *entries, guint first, guint end, gboolean has_heading)
{
  CarePageBlock *band = care_page_block_new_range (entries->element, 0, has_heading ? 1 : 0);
  guint middle = find_middle (entries, first, end);
  g_autoptr (CarePageBlock) left = care_page_block_new_range (entries->element, first, middle);
  g_autoptr (CarePageBlock) right = care_page_block_new_range (entries->element, middle, end);
  double top = band->height;

  care_page_block_append (band, left, 0, top);
  care_page_block_append (band, right, get_second_x (entries->element), top);
  return band;
}

static const CareFlowElement *
get_element (const GPtrArray *blocks, guint index)
{
  return ((const CarePageBlock *) g_ptr_array_index (blocks, index))->element;
}

/* Boxes of furniture below each other. */
static CarePageBlock *
stack (const GPtrArray *boxes, guint first, guint end)
{
  CarePageBlock *stacked = care_page_block_new_range (get_element (boxes, 0), 0, 0);

  for (guint i = first; i < end; i++)
    care_page_block_append (stacked, g_ptr_array_index (boxes, i), 0,
                            stacked->height + (i > first ? GAP_PT : 0));
  return stacked;
}

/* And in two columns, as level as their heights allow; NULL of none. */
static CarePageBlock *
pair (const GPtrArray *boxes, guint first, guint end)
{
  CarePageBlock *best = NULL;

  for (guint middle = end; middle > first; middle--)
    {
      g_autoptr (CarePageBlock) left = stack (boxes, first, middle);
      g_autoptr (CarePageBlock) right = stack (boxes, middle, end);
      CarePageBlock *both;

      if (best != NULL && MAX (left->height, right->height) >= best->height)
        continue;
      both = care_page_block_new_range (left->element, 0, 0);
      care_page_block_append (both, left, 0, 0);
      care_page_block_append (both, right, get_second_x (left->element), 0);
      g_clear_pointer (&best, care_page_block_free);
      best = both;
    }
  return best;
}

/* As many boxes as two columns of @limit hold. */
static guint
fill_pair (const GPtrArray *boxes, guint first, double limit)
{
  for (guint end = boxes->len; end > first; end--)
    {
      g_autoptr (CarePageBlock) both = pair (boxes, first, end);

      if (both->height <= limit)
        return end;
    }
  return first;
}

/* What is higher than a page has no place on any. */
static void
drop_too_high (GPtrArray *boxes, double limit, GPtrArray *overset)
{
  for (guint i = boxes->len; i > 0; i--)
    {
      CarePageBlock *box = g_ptr_array_index (boxes, i - 1);

      if (box->height <= limit)
        continue;
      care_page_block_report (box, overset);
      g_ptr_array_remove_index (boxes, i - 1);
    }
}

/* A short list has one column and the furniture the other; under a long list in
 * two columns the furniture has two as well. */
static void
add_furniture (GPtrArray *bands, const Entries *entries, const GPtrArray *boxes, guint end)
{
  CarePageBlock *band = g_ptr_array_index (bands, bands->len - 1);
  g_autoptr (CarePageBlock) beside = stack (boxes, 0, end);
  g_autoptr (CarePageBlock) below = pair (boxes, 0, end);
  g_autoptr (CarePageBlock) single = care_page_block_new (entries->element);

  if (bands->len > 1 || MAX (single->height, beside->height) > band->height + GAP_PT + below->height)
    {
      care_page_block_append (band, below, 0, band->height + GAP_PT);
      return;
    }
  care_page_block_append (single, beside, get_second_x (entries->element), 0);
  care_page_block_free (band);
  g_ptr_array_index (bands, bands->len - 1) = g_steal_pointer (&single);
}

/* The list from its end: all of its pieces but the first fill a page. */
static void
divide (GPtrArray *bands, const Entries *entries, double limit, double last_limit)
{
  double heading = get_height (entries, 0);
  guint end = entries->element->paragraphs->len;

  while (end > 2 && !fits (entries, 1, end, last_limit - heading))
    {
      guint first = end - 1;

      while (first > 1 && fits (entries, first - 1, end, last_limit - heading))
        first--;
      g_ptr_array_insert (bands, 0, make_band (entries, first, end, FALSE));
      end = first;
      last_limit = limit;
    }
  g_ptr_array_insert (bands, 0, make_band (entries, 1, end, TRUE));
}

static guint
add_sources (GPtrArray *bands, const CareFlowElement *sources, const GPtrArray *boxes, double limit)
{
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));
  Entries entries = { sources, heights };
  guint end = fill_pair (boxes, 0, limit / 2);
  g_autoptr (CarePageBlock) below = pair (boxes, 0, end);

  measure (&entries);
  divide (bands, &entries, limit, below == NULL ? limit : limit - below->height - GAP_PT);
  if (end > 0)
    add_furniture (bands, &entries, boxes, end);
  return end;
}

/**
 * care_page_bands_new:
 * @sources: (nullable): the list of sources: a heading and the entries
 * @boxes: (element-type CarePageBlock): furniture; what is too high is taken out
 * @limit: the height of a page, in points
 * @overset: (element-type CarePageOverset): a report
 *
 * Returns: (transfer full) (element-type CarePageBlock): the list, then the
 *   furniture, in as few pieces as are needed, one to a page.
 */
GPtrArray *
care_page_bands_new (const CareFlowElement *sources, GPtrArray *boxes, double limit, GPtrArray *overset)
{
  GPtrArray *bands = g_ptr_array_new_with_free_func ((GDestroyNotify) care_page_block_free);
  guint first = 0;

  drop_too_high (boxes, limit, overset);
  if (sources != NULL)
    first = add_sources (bands, sources, boxes, limit);
  while (first < boxes->len)
    {
      guint end = fill_pair (boxes, first, limit);

      g_ptr_array_add (bands, pair (boxes, first, end));
      first = end;
    }
  return bands;
}
