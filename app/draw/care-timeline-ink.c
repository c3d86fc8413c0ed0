/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks are painted part by part, all of a colour at once: a few large paths cost far less
 * than many small ones, and marks of a row never touch. */

#include "care-timeline-ink-private.h"

#include "care-mirror.h"

#include <math.h>

/**
 * care_timeline_ink_set:
 * @cr: what to paint on
 * @colour: a colour
 */
void
care_timeline_ink_set (cairo_t *cr, CareColour colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

/* @colour: as it is published. */
static void
brush_set_colour (CareTimelineBrush *self, CareColour colour, CareColour ground)
{
  self->fill = colour;
  self->thin = care_colour_legible (colour, ground, CARE_CONTRAST_GRAPHICS);
  self->pale = care_colour_mix (ground, colour, 0.3);
}

static void
brush_set_size (CareTimelineBrush *self, const CareTimelineMetrics *metrics)
{
  self->line = metrics->line;
  self->radius = care_timeline_metrics_radius (metrics);
  self->thick = MAX (round (metrics->em * 0.15), 1);
  self->slim = MAX (round (self->thick / 2), 1);
}

/* The marks of one colour. */
typedef struct
{
  const CareTimelineFrameMark *const *marks;
  guint n_marks;
} Run;

static void
trace_all (const CareTimelineBrush *brush, const Run *run, CareTimelineTrace trace)
{
  cairo_new_path (brush->cr);
  for (guint i = 0; i < run->n_marks; i++)
    trace (brush, run->marks[i], care_timeline_pack_get_entry (brush->pack, run->marks[i]->entry));
}

static void
fill_all (const CareTimelineBrush *brush, const Run *run, CareTimelineTrace trace, CareColour colour)
{
  trace_all (brush, run, trace);
  care_timeline_ink_set (brush->cr, colour);
  cairo_fill (brush->cr);
}

static void
outline_all (const CareTimelineBrush *brush, const Run *run, CareTimelineTrace trace, CareColour colour)
{
  trace_all (brush, run, trace);
  care_timeline_ink_set (brush->cr, colour);
  cairo_fill_preserve (brush->cr);
  care_timeline_ink_set (brush->cr, brush->thin);
  cairo_stroke (brush->cr);
}

/* A hole is where two parts of a path are on each other; elsewhere they are one. */
static void
paint_run (const CareTimelineBrush *brush, const Run *run)
{
  cairo_set_fill_rule (brush->cr, CAIRO_FILL_RULE_WINDING);
  fill_all (brush, run, care_timeline_trace_line, brush->thin);
  fill_all (brush, run, care_timeline_trace_between, brush->pale);
  fill_all (brush, run, care_timeline_trace_due, brush->thin);
  fill_all (brush, run, care_timeline_trace_revised, brush->thin);
  fill_all (brush, run, care_timeline_trace_doubts, brush->thin);
  cairo_set_fill_rule (brush->cr, CAIRO_FILL_RULE_EVEN_ODD);
  outline_all (brush, run, care_timeline_trace_wide, brush->pale);
  outline_all (brush, run, care_timeline_trace_point, brush->fill);
}

static int
compare_colours (gconstpointer a, gconstpointer b, gpointer data)
{
  const CareTimelineFrameMark *first = *(const CareTimelineFrameMark *const *) a;
  const CareTimelineFrameMark *second = *(const CareTimelineFrameMark *const *) b;
  const guint8 *of = data;

  return (int) of[first->entry] - of[second->entry];
}

static const CareTimelineFrameMark **
sort_by_colour (const CareTimelineFrameMark *marks, guint n_marks, const CareTimelineColours *colours)
{
  const CareTimelineFrameMark **sorted = g_new (const CareTimelineFrameMark *, n_marks + 1);

  for (guint i = 0; i < n_marks; i++)
    sorted[i] = &marks[i];
  if (n_marks > 0)
    g_qsort_with_data (sorted, (int) n_marks, sizeof *sorted, compare_colours, (gpointer) colours->of);
  return sorted;
}

static void
paint_shapes (CareTimelineBrush *brush, const CareTimelineFrameMark *marks, guint n_marks,
              const CareTimelineColours *colours)
{
  g_autofree const CareTimelineFrameMark **sorted = sort_by_colour (marks, n_marks, colours);
  guint from = 0;

  cairo_set_line_width (brush->cr, brush->slim);
  cairo_set_line_join (brush->cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 1; i <= n_marks; i++)
    if (i == n_marks || colours->of[sorted[i]->entry] != colours->of[sorted[from]->entry])
      {
        const Run run = { sorted + from, i - from };

        brush_set_colour (brush, colours->palette[colours->of[sorted[from]->entry]], colours->ground);
        paint_run (brush, &run);
        from = i;
      }
}

/* A symbol is right of the space before it, and as high as a letter. */
static void
paint_symbols (const CareTimelineBrush *brush, const CareTimelineFrameMark *marks, guint n_marks,
               const CareTimelineColours *colours)
{
  double side = round (brush->line * 0.72), top = brush->line + round ((brush->line - side) / 2);

  cairo_set_fill_rule (brush->cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_new_path (brush->cr);
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].symbol.width > 0)
      care_timeline_symbol_trace (
        care_timeline_ink_get_symbol (care_timeline_pack_get_entry (brush->pack, marks[i].entry)),
        marks[i].symbol.x + marks[i].symbol.width - side, marks[i].y + top, side, brush->cr);
  care_timeline_ink_set (brush->cr, colours->ink);
  cairo_fill (brush->cr);
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].source.width > 0)
      care_timeline_ink_symbol (
        care_timeline_ink_get_source_symbol (care_timeline_pack_get_entry (brush->pack, marks[i].entry)),
        TRUE, marks[i].source.x + marks[i].source.width - side, marks[i].y + top, side, colours->ink,
        colours->ground, brush->cr);
}

/* The widest room between two readings, or all of a single one. */
static CareTimelineStretch
find_room (const CareTimelineFrameMark *mark)
{
  CareTimelineStretch widest = { 0, 0 };
  float x = mark->between.x;

  for (guint i = 0; i < CARE_TIMELINE_ENTRY_N_DUE && mark->due[i].width > 0; i++)
    {
      float end = mark->due[i].x + mark->due[i].width;

      if (end - x > widest.width)
        widest = (CareTimelineStretch){ x, end - x };
      x = MAX (x, end);
    }
  return widest;
}

static void
paint_due_words (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark, CareTimelineTexts *texts,
                 const CareTimelineColours *colours)
{
  CareTimelineStretch room = find_room (mark);
  PangoLayout *words
    = care_timeline_texts_get (texts, mark->entry, CARE_TIMELINE_TEXT_DUE, room.width - 2 * brush->radius);

  if (words == NULL)
    return;
  care_timeline_ink_set (brush->cr, colours->ink);
  care_mirror_show_layout (brush->cr, words, room.x + (room.width - care_timeline_layout_width (words)) / 2,
                           mark->y + brush->line);
}

/* What is not cut to its room yet ends there none the less. */
static void
show_within (cairo_t *cr, PangoLayout *text, CareTimelineStretch room, double y, double height)
{
  gboolean is_wide = text != NULL && care_timeline_layout_width (text) > room.width;

  if (text == NULL)
    return;
  if (is_wide)
    {
      cairo_save (cr);
      cairo_rectangle (cr, room.x, y, room.width, height);
      cairo_clip (cr);
    }
  care_mirror_show_layout (cr, text, room.x, y);
  if (is_wide)
    cairo_restore (cr);
}

static void
paint_texts (const CareTimelineBrush *brush, const CareTimelineFrameMark *mark, CareTimelineTexts *texts,
             const CareTimelineColours *colours)
{
  if (mark->between.width > 0)
    paint_due_words (brush, mark, texts, colours);
  care_timeline_ink_set (brush->cr, colours->ink);
  show_within (brush->cr, care_timeline_texts_get (texts, mark->entry, CARE_TIMELINE_TEXT_LABEL, mark->label.width),
               mark->label, mark->y, brush->line);
  show_within (brush->cr, care_timeline_texts_get (texts, mark->entry, CARE_TIMELINE_TEXT_WORDS, mark->words.width),
               mark->words, mark->y + brush->line, brush->line);
}

/* An arrow head: some of them go on. */
static void
paint_onwards (cairo_t *cr, double x, double middle, double size)
{
  cairo_move_to (cr, x, middle - size);
  cairo_line_to (cr, x + size, middle);
  cairo_line_to (cr, x, middle + size);
  cairo_stroke (cr);
}

/* A count, within the box that was painted for it. */
static void
paint_count (const CareTimelineFrameChip *chip, CareTimelineTexts *texts, cairo_t *cr)
{
  double size = round (chip->height / 5), room = chip->width - 4 - (chip->goes_on ? 2 * size : 0);
  PangoLayout *number = care_timeline_texts_get_number (texts, chip->count, room);

  if (number != NULL)
    care_mirror_show_layout (cr, number, chip->x + (room + 4 - care_timeline_layout_width (number)) / 2,
                             chip->y + 2);
  if (chip->goes_on)
    paint_onwards (cr, chip->x + chip->width - 2 * size, chip->y + chip->height / 2, size);
}

static void
paint_chips (const CareTimelineFrame *frame, CareTimelineTexts *texts, const CareTimelineColours *colours,
             cairo_t *cr)
{
  guint n_chips;
  const CareTimelineFrameChip *chips = care_timeline_frame_get_chips (frame, &n_chips);

  if (n_chips == 0)
    return;
  cairo_new_path (cr);
  for (guint i = 0; i < n_chips; i++)
    cairo_rectangle (cr, chips[i].x + 0.5, chips[i].y + 0.5, chips[i].width - 1, chips[i].height - 1);
  care_timeline_ink_set (cr, care_colour_mix (colours->ground, colours->faint, 0.4));
  cairo_fill_preserve (cr);
  care_timeline_ink_set (cr, care_colour_legible (colours->faint, colours->ground, CARE_CONTRAST_GRAPHICS));
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  care_timeline_ink_set (cr, colours->ink);
  for (guint i = 0; i < n_chips; i++)
    paint_count (&chips[i], texts, cr);
}

/**
 * care_timeline_ink_marks:
 * @frame: what can be seen
 * @texts: the texts of its entries
 * @colours: its colours
 * @cr: what to paint on; its state is kept
 *
 * Paints the marks with their texts, and the counts.
 */
void
care_timeline_ink_marks (const CareTimelineFrame *frame, CareTimelineTexts *texts,
                         const CareTimelineColours *colours, cairo_t *cr)
{
  CareTimelinePack *pack = care_timeline_frame_get_pack (frame);
  CareTimelineBrush brush = { .cr = cr, .pack = pack };
  guint n_marks;
  const CareTimelineFrameMark *marks = care_timeline_frame_get_marks (frame, &n_marks);

  if (pack == NULL)
    return;
  brush_set_size (&brush, care_timeline_pack_get_metrics (pack));
  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  paint_shapes (&brush, marks, n_marks, colours);
  paint_symbols (&brush, marks, n_marks, colours);
  for (guint i = 0; i < n_marks; i++)
    paint_texts (&brush, &marks[i], texts, colours);
  paint_chips (frame, texts, colours, cr);
  cairo_restore (cr);
}
