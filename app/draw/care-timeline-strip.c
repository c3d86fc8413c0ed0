/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-strip-private.h"

#include "care-timeline-pack-private.h"

#include <math.h>

static char *
say (guint entry, CareTimelineText text, gpointer data)
{
  CareTimelineStrip *self = data;

  if (text == CARE_TIMELINE_TEXT_LABEL)
    return g_strdup (g_ptr_array_index (self->labels, entry));
  return text == CARE_TIMELINE_TEXT_DUE ? g_strdup (g_ptr_array_index (self->dues, entry)) : NULL;
}

static gboolean
is_same (CareColour a, CareColour b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

/* Its index in the palette; 0: an entry can name no more of them. */
static guint8
find_colour (CareTimelineStrip *self, CareColour colour)
{
  guint i = 1;

  while (i < self->n_colours && !is_same (self->palette[i], colour))
    i++;
  if (i > G_MAXUINT8)
    return 0;
  self->palette[i] = colour;
  self->n_colours = MAX (self->n_colours, i + 1);
  return (guint8) i;
}

static void
keep_colours (CareTimelineStrip *self, const CareTimelineStripInput *input)
{
  static const CareColour other = { 0.4, 0.4, 0.4 };
  g_autofree guint8 *of_lane = g_new (guint8, input->n_lanes + 1);

  self->colour_of = g_new0 (guint8, input->entries->len + 1);
  self->palette = g_new (CareColour, G_MAXUINT8 + 1);
  self->palette[0] = other;
  self->n_colours = 1;
  for (guint i = 0; i < input->n_lanes; i++)
    of_lane[i] = find_colour (self, input->names[i].colour);
  for (guint i = 0; i < input->entries->len; i++)
    if (input->lanes[i] < input->n_lanes)
      self->colour_of[i] = of_lane[input->lanes[i]];
}

static void
keep_entries (CareTimelineStrip *self, const CareTimelineStripInput *input)
{
  guint n = input->entries->len;

  self->entries = g_array_copy ((GArray *) input->entries);
  self->dues = g_ptr_array_new_with_free_func (g_free);
  self->lanes = g_memdup2 (input->lanes, n * sizeof *input->lanes);
  self->n_lanes = input->n_lanes;
  self->most_rows = input->most_rows;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->dues, g_strdup (input->dues[i]));
  keep_colours (self, input);
}

/* The words of a deadline are in the label, or where this has no room for them between brackets. */
static void
label_entries (CareTimelineStrip *self, PangoLayout *scratch, const CareTimelineStripInput *input)
{
  double room = self->width - self->gutter;

  self->labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < input->entries->len; i++)
    {
      const CareTimelineEntry *entry = &g_array_index (input->entries, CareTimelineEntry, i);
      const char *title = input->titles[i], *state = input->states[i], *due = input->dues[i];
      char *label = due == NULL
                      ? NULL
                      : care_timeline_axis_label_due (&self->axis, entry, title, due, state, scratch, room);

      if (label != NULL)
        g_clear_pointer (&g_ptr_array_index (self->dues, i), g_free);
      else
        label = care_timeline_axis_label (&self->axis, entry, title, state, scratch, room);
      g_ptr_array_add (self->labels, label);
    }
}

/* How far marks stand out after their last day. */
static double
find_tail (const CareTimelineStrip *self)
{
  double tail = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const CareTimelineEntry *entry = &g_array_index (self->entries, CareTimelineEntry, i);
      gboolean is_sourced = (entry->flags & CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT) != 0;
      double symbols = (care_timeline_entry_has_symbol (entry) + is_sourced)
                       * care_timeline_metrics_symbol (&self->metrics);

      symbols += care_timeline_metrics_doubt (&self->metrics, entry->due_doubt | entry->reached_doubt);
      if (care_timeline_entry_fades (entry))
        symbols += care_timeline_metrics_fade (&self->metrics);
      tail = MAX (tail, symbols);
    }
  return tail + care_timeline_metrics_edge (&self->metrics);
}

/* How far marks stand out before their first day. */
static double
find_head (const CareTimelineStrip *self)
{
  double head = 0;

  for (guint i = 0; i < self->entries->len; i++)
    head = MAX (head, care_timeline_metrics_doubt (
                        &self->metrics, g_array_index (self->entries, CareTimelineEntry, i).start_doubt));
  return head + care_timeline_metrics_edge (&self->metrics);
}

/* The room beyond a break of the axis. */
static double
get_beyond (const CareTimelineStrip *self)
{
  return 2 * care_timeline_metrics_edge (&self->metrics) + self->metrics.em;
}

static CareTimelineViewport
place_axis (CareTimelineStrip *self)
{
  double before = find_head (self) + (self->axis.cut_before ? get_beyond (self) : 0);
  double after = find_tail (self) + (self->axis.cut_after ? get_beyond (self) : 0);
  CareTimelineViewport viewport = { .width = self->width - self->gutter };

  self->axis_x = before;
  self->axis_width = MAX (viewport.width - before - after, 1);
  viewport.scale = self->axis_width / (self->axis.days.last + 1.0 - self->axis.days.first);
  viewport.first = self->axis.days.first - before / viewport.scale;
  return viewport;
}

static CareSpan
clamp_span (const CareTimelineStrip *self, CareSpan span, CareDay beyond)
{
  CareDay before = self->axis.days.first - MIN (beyond, self->axis.days.first - 1),
          after = self->axis.days.last + beyond;

  if (span.first == 0)
    return span;
  if (span.last < self->axis.days.first)
    return (CareSpan){ before, before };
  if (span.first > self->axis.days.last)
    return (CareSpan){ after, after };
  return span;
}

static void
clamp_entries (CareTimelineStrip *self, double scale)
{
  CareDay beyond = (CareDay) MAX (round (get_beyond (self) / 2 / scale), 1);

  for (guint i = 0; i < self->entries->len; i++)
    {
      CareTimelineEntry *entry = &g_array_index (self->entries, CareTimelineEntry, i);

      entry->start = clamp_span (self, entry->start, beyond);
      for (guint j = 0; j < CARE_TIMELINE_ENTRY_N_DUE; j++)
        entry->due[j] = clamp_span (self, entry->due[j], beyond);
      entry->revised = clamp_span (self, entry->revised, beyond);
      entry->reached = clamp_span (self, entry->reached, beyond);
    }
}

static GArray *
measure_entries (CareTimelineStrip *self)
{
  GArray *extents = g_array_new (FALSE, FALSE, sizeof (CareTimelineExtent));

  for (guint i = 0; i < self->entries->len; i++)
    {
      CareTimelineExtent extent = care_timeline_texts_measure (self->texts, i);

      g_array_append_val (extents, extent);
    }
  return extents;
}

static CareTimelinePack *
pack (CareTimelineStrip *self, const CareTimelineViewport *viewport)
{
  g_autoptr (GArray) extents = measure_entries (self);
  g_autofree CareTimelinePackLane *wanted = g_new0 (CareTimelinePackLane, self->n_lanes + 1);
  const CareTimelinePackInput input = { .entries = self->entries,
                                        .lanes = self->lanes,
                                        .extents = extents,
                                        .lane = wanted,
                                        .n_lanes = self->n_lanes,
                                        .metrics = self->metrics,
                                        .scale = viewport->scale,
                                        .edge = viewport->first * viewport->scale + viewport->width };

  for (guint i = 0; i < self->n_lanes; i++)
    {
      wanted[i].mode = self->most_rows > 0 ? CARE_TIMELINE_LANE_FITTED : CARE_TIMELINE_LANE_ALL;
      wanted[i].most = self->most_rows;
      care_timeline_headings_reserve (self->names, i, &wanted[i]);
    }
  return care_timeline_pack_new (&input);
}

static void
set_rulers (CareTimelineStrip *self, const CareTimelineViewport *viewport)
{
  const CareTimelineViewport axis = { self->axis.days.first, viewport->scale, self->axis_width, 0, 0 };

  care_timeline_ruler_set (self->ruler, &axis);
  care_timeline_ruler_set (self->strokes, viewport);
}

static void
lay_out (CareTimelineStrip *self)
{
  CareTimelineViewport viewport = place_axis (self);
  g_autoptr (CareTimelinePack) packed = NULL;

  clamp_entries (self, viewport.scale);
  packed = pack (self, &viewport);
  viewport.height = care_timeline_pack_get_height (packed);
  care_timeline_frame_set (self->frame, packed, &viewport);
  if (self->axis.days.first != 0)
    set_rulers (self, &viewport);
}

/**
 * care_timeline_strip_new:
 * @context: decides fonts and resolution
 * @font: the font of all text, as pango_font_description_from_string() reads it
 * @input: what is shown; copied
 * @width: of the whole, in the units of @context
 *
 * Returns: (transfer full): the strip, laid out.
 */
CareTimelineStrip *
care_timeline_strip_new (PangoContext *context, const char *font, const CareTimelineStripInput *input,
                         double width)
{
  CareTimelineStrip *self = g_new0 (CareTimelineStrip, 1);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);
  g_autoptr (PangoLayout) scratch = pango_layout_new (context);

  self->axis = care_timeline_axis_find (input->entries);
  self->width = width;
  keep_entries (self, input);
  care_timeline_metrics_measure (&self->metrics, context, description);
  self->names = care_timeline_headings_new (context, description, input->names, input->n_lanes, width);
  self->gutter = care_timeline_headings_get_gutter (self->names);
  pango_layout_set_font_description (scratch, description);
  label_entries (self, scratch, input);
  self->texts = care_timeline_texts_new (context, description, width - self->gutter, say, self);
  self->ruler = care_timeline_ruler_new (context, description, CARE_TIMELINE_RULER_CALENDAR);
  self->strokes = care_timeline_ruler_new (context, description, CARE_TIMELINE_RULER_CALENDAR);
  self->header = care_timeline_ruler_get_height (self->ruler);
  self->frame = care_timeline_frame_new ();
  lay_out (self);
  return self;
}

/**
 * care_timeline_strip_free:
 * @self: (transfer full): a strip
 */
void
care_timeline_strip_free (CareTimelineStrip *self)
{
  g_array_unref (self->entries);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->dues);
  g_free (self->lanes);
  g_free (self->colour_of);
  g_free (self->palette);
  care_timeline_headings_free (self->names);
  care_timeline_texts_free (self->texts);
  care_timeline_ruler_free (self->ruler);
  care_timeline_ruler_free (self->strokes);
  care_timeline_frame_free (self->frame);
  g_free (self);
}

/**
 * care_timeline_strip_get_height:
 * @self: a strip
 *
 * Returns: the height of the whole, axis included.
 */
double
care_timeline_strip_get_height (const CareTimelineStrip *self)
{
  return self->header + care_timeline_frame_get_viewport (self->frame)->height;
}

/**
 * care_timeline_strip_get_header:
 * @self: a strip
 *
 * Returns: the height of the axis.
 */
double
care_timeline_strip_get_header (const CareTimelineStrip *self)
{
  return self->header;
}

/**
 * care_timeline_strip_get_frame:
 * @self: a strip
 *
 * Returns: (transfer none): where its marks are.
 */
const CareTimelineFrame *
care_timeline_strip_get_frame (const CareTimelineStrip *self)
{
  return self->frame;
}
