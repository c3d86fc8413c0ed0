/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The symbols of how a pledge stands. Each is a shape of its own, so that neither colour nor
 * shade is needed to tell them apart. They are drawn within a square of 16 by 16. */

#include "care-timeline-ink-private.h"

#include "care-vocabularies.h"

#include <string.h>

#define SIDE 16

static void
trace_polygon (cairo_t *cr, const double (*points)[2], guint n_points)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[i][0], points[i][1]);
  cairo_close_path (cr);
}

#define POLYGON(cr, ...)                                                                                     \
  trace_polygon (cr, (const double[][2]){ __VA_ARGS__ },                                                     \
                 sizeof ((const double[][2]){ __VA_ARGS__ }) / sizeof (double[2]))

static void
trace_circle (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_close_path (cr);
}

/* Filled by the even-odd rule, a ring. */
static void
trace_ring (cairo_t *cr, double radius, double thickness)
{
  trace_circle (cr, 8, 8, radius);
  trace_circle (cr, 8, 8, radius - thickness);
}

static void
trace_tick (cairo_t *cr, double scale)
{
  cairo_save (cr);
  cairo_translate (cr, 8, 8);
  cairo_scale (cr, scale, scale);
  POLYGON (cr, { -7, 0.5 }, { -4.8, -1.8 }, { -2, 1 }, { 4.6, -5.8 }, { 7, -3.5 }, { -2, 5.6 });
  cairo_restore (cr);
}

static void
trace_cross (cairo_t *cr, double scale)
{
  cairo_save (cr);
  cairo_translate (cr, 8, 8);
  cairo_scale (cr, scale, scale);
  POLYGON (cr, { -6, -3.6 }, { -3.6, -6 }, { 0, -2.4 }, { 3.6, -6 }, { 6, -3.6 }, { 2.4, 0 }, { 6, 3.6 },
           { 3.6, 6 }, { 0, 2.4 }, { -3.6, 6 }, { -6, 3.6 }, { -2.4, 0 });
  cairo_restore (cr);
}

static void
trace_chevron (cairo_t *cr, double x)
{
  POLYGON (cr, { x, 2 }, { x + 2.6, 2 }, { x + 7, 8 }, { x + 2.6, 14 }, { x, 14 }, { x + 4.4, 8 });
}

static void
trace_quotation_mark (cairo_t *cr, double x)
{
  trace_circle (cr, x, 9.5, 2.6);
  POLYGON (cr, { x - 2.6, 9.5 }, { x + 1.5, 3 }, { x + 3, 3.8 }, { x, 7.2 });
}

static void
trace (CareTimelineSymbol symbol, cairo_t *cr)
{
  switch (symbol)
    {
    case CARE_TIMELINE_SYMBOL_TOO_EARLY: /* an hourglass */
      POLYGON (cr, { 2.5, 1 }, { 13.5, 1 }, { 8.6, 8 }, { 13.5, 15 }, { 2.5, 15 }, { 7.4, 8 });
      break;
    case CARE_TIMELINE_SYMBOL_CANNOT_BE_RATED: /* a ring that is struck through */
      trace_ring (cr, 7.2, 2);
      POLYGON (cr, { 2.8, 4.8 }, { 4.6, 3 }, { 13.2, 11.2 }, { 11.4, 13 });
      break;
    case CARE_TIMELINE_SYMBOL_NOT_STARTED: /* an empty box */
      cairo_rectangle (cr, 2, 2, 12, 12);
      cairo_rectangle (cr, 4, 4, 8, 8);
      break;
    case CARE_TIMELINE_SYMBOL_IN_PROGRESS: /* onwards */
      POLYGON (cr, { 3, 1.5 }, { 14.5, 8 }, { 3, 14.5 });
      break;
    case CARE_TIMELINE_SYMBOL_STALLED: /* a pause */
      cairo_rectangle (cr, 3, 2, 3.6, 12);
      cairo_rectangle (cr, 9.4, 2, 3.6, 12);
      break;
    case CARE_TIMELINE_SYMBOL_BLOCKED: /* no entry */
      trace_circle (cr, 8, 8, 7.2);
      cairo_rectangle (cr, 3.6, 6.4, 8.8, 3.2);
      break;
    case CARE_TIMELINE_SYMBOL_IN_PART: /* half full */
      trace_ring (cr, 7.2, 1.6);
      cairo_new_sub_path (cr);
      cairo_arc (cr, 8, 8, 5.6, G_PI / 2, 3 * G_PI / 2);
      cairo_close_path (cr);
      break;
    case CARE_TIMELINE_SYMBOL_DELIVERED:
      trace_tick (cr, 1);
      break;
    case CARE_TIMELINE_SYMBOL_NOT_DELIVERED:
      trace_cross (cr, 1.1);
      break;
    case CARE_TIMELINE_SYMBOL_WITHDRAWN: /* back */
      POLYGON (cr, { 1, 8 }, { 8, 2 }, { 8, 6 }, { 15, 6 }, { 15, 10 }, { 8, 10 }, { 8, 14 });
      break;
    case CARE_TIMELINE_SYMBOL_MET:
      trace_ring (cr, 7.5, 1.3);
      trace_tick (cr, 0.6);
      break;
    case CARE_TIMELINE_SYMBOL_MET_LATE: /* a clock */
      trace_ring (cr, 7.5, 1.6);
      POLYGON (cr, { 7.1, 3.4 }, { 8.9, 3.4 }, { 8.9, 7.4 }, { 12, 9.6 }, { 11, 11.2 }, { 7.1, 8.6 });
      break;
    case CARE_TIMELINE_SYMBOL_MISSED:
      trace_ring (cr, 7.5, 1.3);
      trace_cross (cr, 0.6);
      break;
    case CARE_TIMELINE_SYMBOL_REVISED: /* further on */
      trace_chevron (cr, 1);
      trace_chevron (cr, 7.4);
      break;
    case CARE_TIMELINE_SYMBOL_OVERDUE: /* attention */
      POLYGON (cr, { 8, 0 }, { 16, 8 }, { 8, 16 }, { 0, 8 });
      cairo_rectangle (cr, 7.1, 3.6, 1.8, 5.2);
      cairo_rectangle (cr, 7.1, 10.4, 1.8, 1.8);
      break;
    case CARE_TIMELINE_SYMBOL_OPEN: /* the same, and nothing is decided */
      POLYGON (cr, { 8, 0 }, { 16, 8 }, { 8, 16 }, { 0, 8 });
      POLYGON (cr, { 8, 2.6 }, { 13.4, 8 }, { 8, 13.4 }, { 2.6, 8 });
      break;
    case CARE_TIMELINE_SYMBOL_LAPSED:
      trace_ring (cr, 6.4, 1.8);
      break;
    case CARE_TIMELINE_SYMBOL_REPORTED:
      trace_quotation_mark (cr, 4.6);
      trace_quotation_mark (cr, 11);
      break;
    case CARE_TIMELINE_SYMBOL_NONE:
    default:
      break;
    }
}

/* Those that point somewhere point there from right to left as well; the others are not turned
 * round with the picture. */
static gboolean
points_onwards (CareTimelineSymbol symbol)
{
  return symbol == CARE_TIMELINE_SYMBOL_IN_PROGRESS || symbol == CARE_TIMELINE_SYMBOL_WITHDRAWN
         || symbol == CARE_TIMELINE_SYMBOL_REVISED;
}

/**
 * care_timeline_symbol_trace:
 * @symbol: a symbol
 * @x: left edge
 * @y: top
 * @size: width and height
 * @cr: what to paint on
 *
 * Adds the symbol to the path, to be filled by the even-odd rule.
 */
void
care_timeline_symbol_trace (CareTimelineSymbol symbol, double x, double y, double size, cairo_t *cr)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / SIDE, size / SIDE);
  if (matrix.xx < 0 && !points_onwards (symbol))
    {
      cairo_translate (cr, SIDE, 0);
      cairo_scale (cr, -1, 1);
    }
  trace (symbol, cr);
  cairo_restore (cr);
}

/* A speech bubble. */
static void
paint_bubble (double x, double y, double size, CareColour ink, CareColour ground, cairo_t *cr)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / SIDE, size / SIDE);
  POLYGON (cr, { 0.5, 0.5 }, { 15.5, 0.5 }, { 15.5, 13 }, { 7, 13 }, { 3.5, 16 }, { 3.5, 13 }, { 0.5, 13 });
  care_timeline_ink_set (cr, ground);
  cairo_fill_preserve (cr);
  care_timeline_ink_set (cr, ink);
  cairo_set_line_width (cr, 1.1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * care_timeline_ink_symbol:
 * @symbol: a symbol
 * @is_source: whether a source says so, and not we: then it is in a bubble
 * @x: left edge
 * @y: top
 * @size: width and height
 * @ink: its colour
 * @ground: what is behind it
 * @cr: what to paint on; its state is kept
 */
void
care_timeline_ink_symbol (CareTimelineSymbol symbol, gboolean is_source, double x, double y, double size,
                          CareColour ink, CareColour ground, cairo_t *cr)
{
  double inner = size * 0.62;

  if (symbol == CARE_TIMELINE_SYMBOL_NONE)
    return;
  if (is_source)
    paint_bubble (x, y, size, ink, ground, cr);
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  care_timeline_ink_set (cr, ink);
  if (is_source)
    care_timeline_symbol_trace (symbol, x + (size - inner) / 2, y + size * 0.11, inner, cr);
  else
    care_timeline_symbol_trace (symbol, x, y, size, cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* Both lists are in the order of their vocabulary, after "not assessed". */
static CareTimelineSymbol
symbol_of_delivery (guint8 delivery)
{
  return delivery <= 1 ? CARE_TIMELINE_SYMBOL_NONE
                       : (CareTimelineSymbol) (CARE_TIMELINE_SYMBOL_TOO_EARLY + delivery - 2);
}

static CareTimelineSymbol
symbol_of_timeliness (guint8 timeliness)
{
  const char *word = care_timeline_entry_word (&care_vocabulary_timeliness, timeliness);

  if (g_strcmp0 (word, "met") == 0)
    return CARE_TIMELINE_SYMBOL_MET;
  if (g_strcmp0 (word, "met-late") == 0)
    return CARE_TIMELINE_SYMBOL_MET_LATE;
  if (g_strcmp0 (word, "missed") == 0)
    return CARE_TIMELINE_SYMBOL_MISSED;
  return g_strcmp0 (word, "revised") == 0 ? CARE_TIMELINE_SYMBOL_REVISED : CARE_TIMELINE_SYMBOL_NONE;
}

/**
 * care_timeline_ink_get_symbol:
 * @entry: an entry
 *
 * Returns: how it stands by our verdict, or without one: by what was delivered, or where that
 *   is not said by whether it was in time.
 */
CareTimelineSymbol
care_timeline_ink_get_symbol (const CareTimelineEntry *entry)
{
  CareTimelineSymbol symbol;

  switch ((CareTimelineEntryState) entry->state)
    {
    case CARE_TIMELINE_ENTRY_OPEN:
      return CARE_TIMELINE_SYMBOL_OPEN;
    case CARE_TIMELINE_ENTRY_OVERDUE:
      return CARE_TIMELINE_SYMBOL_OVERDUE;
    case CARE_TIMELINE_ENTRY_LAPSED:
      return CARE_TIMELINE_SYMBOL_LAPSED;
    case CARE_TIMELINE_ENTRY_JUDGED:
      symbol = symbol_of_delivery (entry->delivery);
      return symbol != CARE_TIMELINE_SYMBOL_NONE ? symbol : symbol_of_timeliness (entry->timeliness);
    case CARE_TIMELINE_ENTRY_NO_STATE:
    case CARE_TIMELINE_ENTRY_UNDATED:
    case CARE_TIMELINE_ENTRY_NOT_DUE:
    default:
      return CARE_TIMELINE_SYMBOL_NONE;
    }
}

/**
 * care_timeline_ink_get_source_symbol:
 * @entry: an entry
 *
 * Returns: what the newest verdict of a source says, or only that there is one.
 */
CareTimelineSymbol
care_timeline_ink_get_source_symbol (const CareTimelineEntry *entry)
{
  CareTimelineSymbol symbol = symbol_of_delivery (entry->source_delivery);

  if (!(entry->flags & CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT))
    return CARE_TIMELINE_SYMBOL_NONE;
  return symbol != CARE_TIMELINE_SYMBOL_NONE ? symbol : CARE_TIMELINE_SYMBOL_REPORTED;
}
