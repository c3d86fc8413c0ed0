/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One strip as high as all lanes, of which each sheet shows as many whole lanes as it has room
 * for. A lane that is higher than a sheet has as many rows as fit, and counts the rest. */

#include "care-timeline-poster-private.h"

#include "care-page-style.h"

#include <glib/gi18n.h>

/**
 * care_paper_get_size:
 * @paper: a paper
 * @width: (out): of the sheet as it lies, in points
 * @height: (out): of it
 *
 * Says how large it is.
 */
void
care_paper_get_size (CarePaper paper, double *width, double *height)
{
  *width = (paper == CARE_PAPER_A3 ? 420 : 297) * 72 / 25.4;
  *height = (paper == CARE_PAPER_A3 ? 297 : 210) * 72 / 25.4;
}

static void
add_entry (CareTimelinePoster *self, const CareTimelineAsk *ask, const CareTimelineEntry *entry, guint16 lane)
{
  g_array_append_vals (self->entries, entry, 1);
  g_array_append_val (self->lane_of, lane);
  g_ptr_array_add (self->titles, care_timeline_say_title (ask, entry));
  g_ptr_array_add (self->states, care_timeline_entry_say_state (entry));
  g_ptr_array_add (self->dues, care_timeline_say_due (ask, entry));
  g_ptr_array_add (self->sentences, care_timeline_say (ask, entry));
}

static void
add_heading (CareTimelinePoster *self, const CareTimelineLaneOf *lane)
{
  CareTimelineHeading heading = { g_strdup (lane->name), care_page_accent };

  g_ptr_array_add (self->names, (char *) heading.name);
  if (lane->colour != NULL)
    care_colour_parse (lane->colour, &heading.colour);
  g_array_append_val (self->headings, heading);
}

/* Lanes of which nothing has a day are left out, as their entries are, and named in @left_out;
 * returns how many these are. */
static guint
collect (CareTimelinePoster *self, const CareTimelineContent *content, const CareTimelineLanes *lanes,
         const CareTimelineAsk *ask, GString *left_out)
{
  guint n_undated = 0;

  for (guint lane = 0; lane < lanes->lanes->len; lane++)
    {
      g_autoptr (GPtrArray) entries = care_timeline_lanes_list (lanes, content, lane);
      guint before = self->entries->len;

      for (guint i = 0; i < entries->len; i++)
        {
          const CareTimelineEntry *entry = g_ptr_array_index (entries, i);

          if (care_timeline_entry_span (entry).first != 0)
            add_entry (self, ask, entry, (guint16) self->headings->len);
          else
            n_undated++;
        }
      if (self->entries->len > before)
        add_heading (self, &g_array_index (lanes->lanes, CareTimelineLaneOf, lane));
      else if (entries->len > 0)
        g_string_append_printf (left_out, "%s%s", left_out->len > 0 ? ", " : "",
                                g_array_index (lanes->lanes, CareTimelineLaneOf, lane).name);
    }
  return n_undated;
}

/* (nullable): that @n_undated are not shown, and of whom nothing is. */
static char *
write_note (guint n_undated, const GString *left_out)
{
  g_autofree char *note = g_strdup_printf (ngettext ("%u more has no date and is not shown.",
                                                     "%u more have no date and are not shown.", n_undated), n_undated);

  if (n_undated == 0)
    return NULL;
  if (left_out->len == 0)
    return g_steal_pointer (&note);
  /* Translators: “3 more have no date and are not shown.”, and parties of which that is all there is */
  return g_strdup_printf (_ ("%s Nothing with a date: %s."), note, left_out->str);
}

static double
get_room (const CareTimelinePoster *self)
{
  return self->height - 2 * CARE_POSTER_MARGIN - CARE_POSTER_HEAD - CARE_POSTER_FOOT - care_timeline_strip_get_header (self->strip);
}

static void
make_strip (CareTimelinePoster *self, guint most_rows)
{
  g_autofree char *font = g_strdup_printf ("%s %g", care_page_style_get_family (), CARE_POSTER_TYPE);
  const CareTimelineStripInput input = { .entries = self->entries,
                                         .lanes = (const guint16 *) (void *) self->lane_of->data,
                                         .titles = (const char *const *) self->titles->pdata,
                                         .states = (const char *const *) self->states->pdata,
                                         .dues = (const char *const *) self->dues->pdata,
                                         .names = (const CareTimelineHeading *) (void *) self->headings->data,
                                         .n_lanes = self->headings->len,
                                         .most_rows = most_rows };

  g_clear_pointer (&self->strip, care_timeline_strip_free);
  self->strip = care_timeline_strip_new (self->context, font, &input, self->width - 2 * CARE_POSTER_MARGIN);
}

static double
find_highest (const CareTimelinePoster *self)
{
  guint n_lanes;
  const CareTimelineFrameLane *lanes = care_timeline_frame_get_lanes (care_timeline_strip_get_frame (self->strip), &n_lanes);
  double highest = 0;

  for (guint i = 0; i < n_lanes; i++)
    highest = MAX (highest, lanes[i].height);
  return highest;
}

/* With fewer rows until the highest lane has room on a sheet. */
static void
fit_strip (CareTimelinePoster *self)
{
  guint most_rows;

  make_strip (self, 0);
  if (find_highest (self) <= get_room (self))
    return;
  most_rows = (guint) (get_room (self) / care_timeline_metrics_pitch (care_timeline_pack_get_metrics (
                         care_timeline_frame_get_pack (care_timeline_strip_get_frame (self->strip)))));
  for (; most_rows > 0; most_rows--)
    {
      make_strip (self, most_rows);
      if (find_highest (self) <= get_room (self))
        return;
    }
}

static void
divide (CareTimelinePoster *self)
{
  guint n_lanes;
  const CareTimelineFrameLane *lanes = care_timeline_frame_get_lanes (care_timeline_strip_get_frame (self->strip), &n_lanes);
  CareTimelineSheet sheet = { 0 };

  for (guint i = 0; i < n_lanes; i++)
    {
      if (sheet.n_lanes > 0 && lanes[i].y + lanes[i].height - sheet.y > get_room (self))
        {
          g_array_append_val (self->sheets, sheet);
          sheet = (CareTimelineSheet){ i, 0, lanes[i].y, 0 };
        }
      sheet.n_lanes++;
      sheet.height = lanes[i].y + lanes[i].height - sheet.y;
    }
  g_array_append_val (self->sheets, sheet);
}

/* @only: what is looked for; "" where everything is. */
static char *
say_as_of (const CareTimelineContent *content, const char *only)
{
  g_autoptr (CareDate) date = care_date_from_day (content->as_of);
  g_autofree char *day = care_date_format (date, CARE_DATE_HOUSE);

  if (only[0] == '\0')
    return g_strdup_printf (_ ("As of %s. Filled shapes are our verdicts; outlined ones are what sources say."), day);
  /* Translators: a day, and what of the timeline is shown: “overdue without verdict, Labour” */
  return g_strdup_printf (_ ("As of %s. Only what is looked for: %s. Filled shapes are our verdicts; outlined ones are what sources say."),
                          day, only);
}

/**
 * care_timeline_poster_new:
 * @content: what there is
 * @lanes: which lane each entry is in
 * @ask: where their records are found
 * @title: what stands above
 * @only: what of the timeline is in @lanes, as care_timeline_filter_say() has it
 * @paper: how large a sheet is
 *
 * Returns: (transfer full): the sheets, laid out; at least one. Nothing that is given is needed
 *   any more.
 */
CareTimelinePoster *
care_timeline_poster_new (const CareTimelineContent *content, const CareTimelineLanes *lanes, const CareTimelineAsk *ask,
                          const char *title, const char *only, CarePaper paper)
{
  CareTimelinePoster *self = g_new0 (CareTimelinePoster, 1);
  g_autoptr (GString) left_out = g_string_new (NULL);

  self->context = care_page_style_create_context (NULL);
  self->paper = paper;
  self->title = g_strdup (title);
  self->subtitle = say_as_of (content, only);
  care_paper_get_size (paper, &self->width, &self->height);
  self->sheets = g_array_new (FALSE, FALSE, sizeof (CareTimelineSheet));
  self->entries = g_array_new (FALSE, FALSE, sizeof (CareTimelineEntry));
  self->lane_of = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->states = g_ptr_array_new_with_free_func (g_free);
  self->dues = g_ptr_array_new_with_free_func (g_free);
  self->sentences = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->headings = g_array_new (FALSE, FALSE, sizeof (CareTimelineHeading));
  self->note = write_note (collect (self, content, lanes, ask, left_out), left_out);
  fit_strip (self);
  divide (self);
  return self;
}

/**
 * care_timeline_poster_free:
 * @self: (transfer full): a poster
 */
void
care_timeline_poster_free (CareTimelinePoster *self)
{
  care_timeline_strip_free (self->strip);
  g_array_unref (self->sheets);
  g_array_unref (self->entries);
  g_array_unref (self->lane_of);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->states);
  g_ptr_array_unref (self->dues);
  g_ptr_array_unref (self->sentences);
  g_array_unref (self->headings);
  g_ptr_array_unref (self->names);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->note);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * care_timeline_poster_get_n_sheets:
 * @self: a poster
 *
 * Returns: how many sheets it has.
 */
guint
care_timeline_poster_get_n_sheets (const CareTimelinePoster *self)
{
  return self->sheets->len;
}

/**
 * care_timeline_poster_get_type:
 * @self: a poster
 *
 * Returns: the size of its smallest type, in points.
 */
double
care_timeline_poster_get_type (const CareTimelinePoster *self)
{
  return CARE_POSTER_TYPE;
}

/**
 * care_timeline_poster_get_lanes:
 * @self: a poster
 * @sheet: one of its sheets, from 0
 * @n_lanes: (out): how many lanes it has
 *
 * Returns: the first of them, of those that are shown.
 */
guint
care_timeline_poster_get_lanes (const CareTimelinePoster *self, guint sheet, guint *n_lanes)
{
  *n_lanes = g_array_index (self->sheets, CareTimelineSheet, sheet).n_lanes;
  return g_array_index (self->sheets, CareTimelineSheet, sheet).first;
}

/**
 * care_timeline_poster_get_paper:
 * @self: a poster
 *
 * Returns: what it is on.
 */
CarePaper
care_timeline_poster_get_paper (const CareTimelinePoster *self)
{
  return self->paper;
}

/**
 * care_timeline_poster_get_title:
 * @self: a poster
 *
 * Returns: (transfer none): what stands above.
 */
const char *
care_timeline_poster_get_title (const CareTimelinePoster *self)
{
  return self->title;
}
