/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-ruler.h"

#include "care-calendar.h"
#include "care-timeline-terms.h"

#include <math.h>

/* Between a stroke and the name after it, and between a name and the next stroke, in pixels. */
#define BEFORE 4
#define AFTER 6

/* What is further outside than this is cut off. */
#define OUTSIDE 512

/* How many names are kept: more than any picture has. */
#define MOST_NAMES 1024

/* From the finest: the periods, and those above them; count 0: none. */
static const struct
{
  CareCalendarStep inner, outer;
} steps[] = {
  { { CARE_CALENDAR_DAYS, 1 }, { CARE_CALENDAR_MONTHS, 1 } },
  { { CARE_CALENDAR_DAYS, 7 }, { CARE_CALENDAR_MONTHS, 1 } },
  { { CARE_CALENDAR_MONTHS, 1 }, { CARE_CALENDAR_YEARS, 1 } },
  { { CARE_CALENDAR_MONTHS, 3 }, { CARE_CALENDAR_YEARS, 1 } },
  { { CARE_CALENDAR_YEARS, 1 }, { CARE_CALENDAR_YEARS, 10 } },
  { { CARE_CALENDAR_YEARS, 2 }, { CARE_CALENDAR_YEARS, 10 } },
  { { CARE_CALENDAR_YEARS, 5 }, { CARE_CALENDAR_YEARS, 0 } },
  { { CARE_CALENDAR_YEARS, 10 }, { CARE_CALENDAR_YEARS, 0 } },
  { { CARE_CALENDAR_YEARS, 20 }, { CARE_CALENDAR_YEARS, 0 } },
  { { CARE_CALENDAR_YEARS, 50 }, { CARE_CALENDAR_YEARS, 0 } },
  { { CARE_CALENDAR_YEARS, 100 }, { CARE_CALENDAR_YEARS, 0 } },
  { { CARE_CALENDAR_YEARS, 500 }, { CARE_CALENDAR_YEARS, 0 } },
};

struct _CareTimelineRuler
{
  PangoContext *context;
  PangoFontDescription *font;
  CareTimelineRulerKind kind;
  CareDay as_of;
  GHashTable *names; /* of PangoLayout, by what they say */
  GArray *periods;   /* of CareTimelinePeriod */
  double line;
  double needed[G_N_ELEMENTS (steps)]; /* how wide the inner periods of each step must be */
};

/* Takes @name. */
static PangoLayout *
write_name (CareTimelineRuler *self, char *name)
{
  PangoLayout *layout = g_hash_table_lookup (self->names, name);

  if (layout != NULL)
    {
      g_free (name);
      return layout;
    }
  layout = pango_layout_new (self->context);
  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, name, -1);
  g_hash_table_insert (self->names, name, layout);
  return layout;
}

/* The names of a step are no wider than this. */
static double
measure_names (CareTimelineRuler *self, CareCalendarStep step)
{
  CareDay day = care_day_from_ymd (2000, 1, 1);
  double widest = 0;

  if (step.unit == CARE_CALENDAR_DAYS)
    return care_timeline_layout_width (write_name (self, g_strdup ("30")));
  for (int i = 0; i < 12; i++)
    {
      day = care_calendar_next (day, step.unit == CARE_CALENDAR_MONTHS ? (CareCalendarStep){ step.unit, 1 }
                                                                       : step);
      widest = MAX (widest, care_timeline_layout_width (write_name (self, care_calendar_name (day, step))));
    }
  return widest;
}

static CareCalendarStep
as_kind (const CareTimelineRuler *self, CareCalendarStep step)
{
  if (self->kind == CARE_TIMELINE_RULER_FINANCIAL && step.unit == CARE_CALENDAR_YEARS)
    step.unit = CARE_CALENDAR_FINANCIAL_YEARS;
  return step;
}

static gboolean
has_two_lines (const CareTimelineRuler *self)
{
  return self->kind == CARE_TIMELINE_RULER_CALENDAR || self->kind == CARE_TIMELINE_RULER_FINANCIAL;
}

/**
 * care_timeline_ruler_new:
 * @context: decides fonts and resolution
 * @font: the font of the names
 * @kind: what it divides time by
 *
 * Returns: (transfer full): a ruler that is not set yet.
 */
CareTimelineRuler *
care_timeline_ruler_new (PangoContext *context, const PangoFontDescription *font, CareTimelineRulerKind kind)
{
  CareTimelineRuler *self = g_new0 (CareTimelineRuler, 1);
  CareTimelineMetrics metrics;

  self->context = g_object_ref (context);
  self->font = pango_font_description_copy (font);
  self->kind = kind;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->periods = g_array_new (FALSE, FALSE, sizeof (CareTimelinePeriod));
  care_timeline_metrics_measure (&metrics, context, font);
  self->line = metrics.line;
  for (guint i = 0; has_two_lines (self) && i < G_N_ELEMENTS (steps); i++)
    self->needed[i] = measure_names (self, as_kind (self, steps[i].inner)) + BEFORE + AFTER;
  return self;
}

/**
 * care_timeline_ruler_free:
 * @self: (transfer full): a ruler
 */
void
care_timeline_ruler_free (CareTimelineRuler *self)
{
  g_object_unref (self->context);
  pango_font_description_free (self->font);
  g_hash_table_unref (self->names);
  g_array_unref (self->periods);
  g_free (self);
}

/**
 * care_timeline_ruler_get_line:
 * @self: a ruler
 *
 * Returns: the height of one of its lines, in pixels.
 */
double
care_timeline_ruler_get_line (const CareTimelineRuler *self)
{
  return self->line + 2;
}

/**
 * care_timeline_ruler_get_height:
 * @self: a ruler
 *
 * Returns: the height of its lines, in pixels.
 */
double
care_timeline_ruler_get_height (const CareTimelineRuler *self)
{
  return (has_two_lines (self) ? 2 : 1) * care_timeline_ruler_get_line (self);
}

/* (nullable): the first of the names that has the room. Takes both, which may be NULL. */
static PangoLayout *
choose_name (CareTimelineRuler *self, double room, char *name, char *brief)
{
  PangoLayout *layout = name == NULL ? NULL : write_name (self, name);

  if (layout == NULL)
    return NULL;
  if (care_timeline_layout_width (layout) > room && brief != NULL)
    layout = write_name (self, brief);
  else
    g_free (brief);
  return care_timeline_layout_width (layout) <= room ? layout : NULL;
}

/* @end: the first day after it; 0: it goes on. Takes @name and @brief. */
static void
add_period (CareTimelineRuler *self, const CareTimelineViewport *viewport, CareTimelinePeriod period,
            CareDay end, char *name, char *brief)
{
  double limit = end == 0 ? G_MAXDOUBLE : care_timeline_viewport_x (viewport, end);

  period.x = MAX (care_timeline_viewport_x (viewport, period.first), -OUTSIDE);
  period.width = MIN (limit, viewport->width + OUTSIDE) - period.x;
  period.name_x = MAX (period.x, 0) + BEFORE;
  if (limit <= 0 || period.x >= viewport->width || period.width <= 0)
    {
      g_free (name);
      g_free (brief);
      return;
    }
  period.name = choose_name (self, limit - AFTER - period.name_x, name, brief);
  g_array_append_val (self->periods, period);
}

static void
add_calendar (CareTimelineRuler *self, const CareTimelineViewport *viewport, CareCalendarStep step,
              gboolean is_outer)
{
  CareSpan seen = care_timeline_viewport_span (viewport);

  for (CareDay day = care_calendar_floor (seen.first, step); day <= seen.last;)
    {
      CareDay next = care_calendar_next (day, step);

      CareTimelinePeriod period = { .first = day, .is_outer = is_outer };

      period.is_odd = care_calendar_is_odd (day, step);
      add_period (self, viewport, period, next,
                  is_outer ? care_calendar_full_name (day, step) : care_calendar_name (day, step), NULL);
      day = next;
    }
}

static void
divide_calendar (CareTimelineRuler *self, const CareTimelineViewport *viewport)
{
  guint i = 0;
  CareCalendarStep inner, outer;

  while (i + 1 < G_N_ELEMENTS (steps)
         && care_calendar_shortest (as_kind (self, steps[i].inner)) * viewport->scale < self->needed[i])
    i++;
  inner = as_kind (self, steps[i].inner);
  outer = as_kind (self, steps[i].outer);
  /* Financial years have no decades. */
  if (outer.count == 1 || (outer.count > 1 && outer.unit == CARE_CALENDAR_YEARS))
    add_calendar (self, viewport, outer, TRUE);
  add_calendar (self, viewport, inner, FALSE);
}

static void
divide_terms (CareTimelineRuler *self, const CareTimelineViewport *viewport)
{
  CareTimelineTerm term;

  for (guint i = 0; i < care_timeline_terms_count (self->kind); i++)
    if (care_timeline_terms_get (self->kind, i, self->as_of, &term))
      add_period (self, viewport,
                  (CareTimelinePeriod){
                    .first = term.first, .is_odd = term.is_odd, .is_polling_day = term.is_polling_day },
                  term.end, term.name, term.brief);
}

/**
 * care_timeline_ruler_set_as_of:
 * @self: a ruler
 * @as_of: a day; 0: all that is known
 *
 * Has it divide time, once it is set again, as far as this was known on that day.
 */
void
care_timeline_ruler_set_as_of (CareTimelineRuler *self, CareDay as_of)
{
  self->as_of = as_of;
}

/**
 * care_timeline_ruler_set:
 * @self: a ruler
 * @viewport: what is looked at
 *
 * Divides what can be seen.
 */
void
care_timeline_ruler_set (CareTimelineRuler *self, const CareTimelineViewport *viewport)
{
  g_array_set_size (self->periods, 0);
  if (g_hash_table_size (self->names) > MOST_NAMES)
    g_hash_table_remove_all (self->names);
  if (has_two_lines (self))
    divide_calendar (self, viewport);
  else
    divide_terms (self, viewport);
}

/**
 * care_timeline_ruler_get_periods:
 * @self: a ruler
 * @n_periods: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_periods): those that can be seen, the outer ones
 *   first, until it is set again.
 */
const CareTimelinePeriod *
care_timeline_ruler_get_periods (const CareTimelineRuler *self, guint *n_periods)
{
  *n_periods = self->periods->len;
  return (const CareTimelinePeriod *) (void *) self->periods->data;
}
