/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the text to its place on the pages, and back. */

#include "care-page-model.h"

#include "care-prose-place.h"

#include <string.h>

/* (nullable): the text that a paragraph was read from, as it is stored. */
static const char *
get_source (const CarePages *self, const CareFlowElement *element)
{
  CareRecord *record = care_snapshot_find (self->flow->snapshot, element->kind->name, element->id);

  return record == NULL ? NULL : care_record_get (record, care_flow_get_text_field (element->kind));
}

static gboolean
contains (const CarePageItem *item, double x, double y)
{
  return item->element != NULL && x >= item->x && x < item->x + item->width && y >= item->y
         && y < item->y + item->height;
}

static gboolean
has_source (const CareFlowParagraph *paragraph)
{
  return paragraph != NULL && paragraph->text != NULL && paragraph->source_end > paragraph->source_start;
}

/* The byte of the text that is printed at @x. */
static guint
find_byte (const CarePageItem *item, double x)
{
  const CareTextLine *line = care_text_get_line (item->text, item->line);

  for (guint i = line->first_run; i < line->end_run; i++)
    {
      const CareTextRun *run = &g_array_index (item->text->runs, CareTextRun, i);
      PangoItem *glyphs = run->glyphs->item;
      int index, trailing;

      /* A hyphen is of no text. */
      if (run->text != item->text->text || x < item->line_x + run->x || x >= item->line_x + run->x + run->width)
        continue;
      pango_glyph_string_x_to_index (run->glyphs->glyphs, run->text + glyphs->offset, glyphs->length, &glyphs->analysis,
                                     (int) ((x - item->line_x - run->x) * PANGO_SCALE), &index, &trailing);
      return (guint) (glyphs->offset + index);
    }
  if (x < item->line_x || line->end == line->start)
    return line->start;
  return (guint) (g_utf8_find_prev_char (item->text->text, item->text->text + line->end) - item->text->text);
}

static int
find_offset (const CarePages *self, const CarePageItem *item, double x)
{
  const CareFlowParagraph *paragraph = item->paragraph;
  const char *source = has_source (paragraph) && item->text == paragraph->text ? get_source (self, item->element) : NULL;

  if (source == NULL || strlen (source) < paragraph->source_end)
    return -1;
  return (int) care_prose_place_in_source (source, paragraph->source_start, paragraph->source_end, item->text->text,
                                           find_byte (item, x));
}

/**
 * care_pages_hit:
 * @self: pages
 * @page: one of them, from 0
 * @x: a point on it
 * @y: a point on it
 * @kind: (out): section or box, or briefing for what belongs to neither
 * @id: (out): the id of the record
 * @offset: (out): the byte of the text of that record that is printed there, as near as
 *   can be told; -1 where something else of it is
 *
 * Returns: whether a record is printed there.
 */
gboolean
care_pages_hit (const CarePages *self, guint page, double x, double y, const CareKind **kind, CareId *id, int *offset)
{
  const CarePageSheet *sheet;

  if (page >= self->sheets->len)
    return FALSE;
  sheet = g_ptr_array_index (self->sheets, page);
  for (guint i = 0; i < sheet->items->len; i++)
    {
      const CarePageItem *item = &g_array_index (sheet->items, CarePageItem, i);

      if (!contains (item, x, y))
        continue;
      *kind = item->element->kind;
      *id = item->element->id;
      *offset = item->type == CARE_PAGE_LINE ? find_offset (self, item, x) : -1;
      return TRUE;
    }
  return FALSE;
}

/* What the text at a place is printed as. */
typedef struct
{
  const CareKind *kind;
  CareId id;
  const CareFlowParagraph *paragraph; /* NULL: whatever comes first of the record */
  guint byte;                         /* of its text */
} Place;

static gboolean
is_at (const Place *place, const CarePageItem *item)
{
  if (item->element == NULL || item->element->kind != place->kind || item->element->id != place->id)
    return FALSE;
  if (place->paragraph == NULL)
    return TRUE;
  return item->type == CARE_PAGE_LINE && item->paragraph == place->paragraph && !item->is_marker
         && place->byte < care_text_get_line (item->text, item->line)->end;
}

static gboolean
find_place (const CarePages *self, const Place *place, guint *page, double *x, double *y)
{
  for (*page = 0; *page < self->sheets->len; (*page)++)
    {
      const CarePageSheet *sheet = g_ptr_array_index (self->sheets, *page);

      for (guint i = 0; i < sheet->items->len; i++)
        {
          const CarePageItem *item = &g_array_index (sheet->items, CarePageItem, i);

          if (!is_at (place, item))
            continue;
          *x = item->x;
          *y = item->y;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * care_pages_find:
 * @self: pages
 * @kind: section, box or briefing
 * @id: of a record
 * @page: (out): the page on which it begins
 * @x: (out): where on it, in points from the left
 * @y: (out): in points from the top
 *
 * Returns: whether the record is printed.
 */
gboolean
care_pages_find (const CarePages *self, const CareKind *kind, CareId id, guint *page, double *x, double *y)
{
  return find_place (self, &(Place){ kind, id }, page, x, y);
}

/* The last paragraph that begins at @offset of its text or before. */
static const CareFlowParagraph *
find_paragraph (const CarePages *self, const CareKind *kind, CareId id, guint offset, const CareFlowElement **of)
{
  const CareFlowParagraph *found = NULL;

  for (guint i = 0; i < self->flow->elements->len; i++)
    {
      const CareFlowElement *element = g_ptr_array_index (self->flow->elements, i);

      for (guint j = 0; element->kind == kind && element->id == id && j < element->paragraphs->len; j++)
        {
          const CareFlowParagraph *paragraph = g_ptr_array_index (element->paragraphs, j);

          if (!has_source (paragraph) || paragraph->source_start > offset)
            continue;
          found = paragraph;
          *of = element;
        }
    }
  return found;
}

/**
 * care_pages_find_text:
 * @self: pages
 * @kind: section, box or briefing
 * @id: of a record
 * @offset: a byte of its text, as stored
 * @page: (out): the page on which it is printed
 * @x: (out): where on it the line begins, in points from the left
 * @y: (out): in points from the top
 *
 * Returns: whether it is printed.
 */
gboolean
care_pages_find_text (const CarePages *self, const CareKind *kind, CareId id, guint offset, guint *page, double *x,
                      double *y)
{
  const CareFlowElement *element;
  const CareFlowParagraph *paragraph = find_paragraph (self, kind, id, offset, &element);
  const char *source = paragraph == NULL ? NULL : get_source (self, element);
  guint byte;

  if (source == NULL || strlen (source) < paragraph->source_end)
    return FALSE;
  byte = care_prose_place_in_text (source, paragraph->source_start, paragraph->source_end, paragraph->text->text, offset);
  return find_place (self, &(Place){ kind, id, paragraph, byte }, page, x, y);
}
