/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts, timeline strips and images of boxes. Charts and strips come from the
 * drawing code that the window uses. */

#include "care-page-flow.h"

#include <string.h>

static char *
make_bar_note (CareFlow *self, CareRecord *figure)
{
  const char *words = care_record_get (figure, "period_words");
  g_autofree char *period = care_record_format (figure, "period");

  if (*period != '\0')
    return g_steal_pointer (&period);
  return g_strdup (words);
}

static void
free_bars (CareChartBar *bars, guint n_bars)
{
  for (guint i = 0; i < n_bars; i++)
    {
      g_free ((char *) bars[i].note);
      care_quantity_unref (bars[i].quantity);
    }
  g_free (bars);
}

/* What has no value keeps its row, and the row says so. */
static CareQuantity *
dup_value (CareRecord *figure)
{
  CareDecimal nought = { 0, 0 };
  CareQuantity *quantity = care_record_dup_quantity (figure, "value");

  return quantity != NULL ? quantity
                          : care_quantity_new (CARE_QUANTITY_NOT_ASSESSED, nought, nought, NULL, NULL);
}

static guint
collect_bars (CareFlow *self, GPtrArray *items, CareChartBar *bars)
{
  guint n_bars = 0;

  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *item = g_ptr_array_index (items, i);
      CareRecord *figure = care_snapshot_follow (self->snapshot, item, "figure");
      const char *label = care_record_get (item, "text");

      if (figure == NULL)
        continue;
      bars[n_bars++] = (CareChartBar){ .label = label != NULL ? label : care_record_get_title (figure),
                                       .note = make_bar_note (self, figure),
                                       .quantity = dup_value (figure),
                                       .colour = care_page_accent };
    }
  return n_bars;
}

static char *
list_bars (const CareFlow *self, const CareChartBar *bars, guint n_bars)
{
  GString *out = g_string_new (NULL);

  g_string_printf (out, "%g", self->template->chart_text);
  for (guint i = 0; i < n_bars; i++)
    {
      g_autofree char *quantity = care_quantity_to_string (bars[i].quantity);

      g_string_append_printf (out, "\n%s\n%s\n%s", bars[i].label, bars[i].note != NULL ? bars[i].note : "", quantity);
    }
  return g_string_free (out, FALSE);
}

/**
 * care_flow_add_chart:
 * @self: a flow
 * @element: the element of @box
 * @box: a box of the kind "chart"
 *
 * Adds a bar for each figure of @box's items, in their order.
 */
void
care_flow_add_chart (CareFlow *self, CareFlowElement *element, CareRecord *box)
{
  CareChartStyle style = { .font_family = care_page_style_get_family (),
                           .font_size = self->template->chart_text,
                           .ink = care_page_ink,
                           .faint = care_page_faint,
                           .ground = care_page_paper };
  g_autoptr (GPtrArray) items
    = care_snapshot_list (self->snapshot, "box_item", "box", care_record_get_id (box));
  CareChartBar *bars = g_new0 (CareChartBar, items->len + 1);
  guint n_bars = collect_bars (self, items, bars);

  if (n_bars > 0)
    {
      CareChart *chart
        = care_chart_new (self->context, &style, bars, n_bars, care_flow_element_get_width (element));
      g_autofree char *words = care_chart_describe (chart);
      CareFlowParagraph *picture = care_flow_add_picture (element, care_chart_get_height (chart), words);

      picture->chart = chart;
      picture->painted_from = list_bars (self, bars, n_bars);
      picture->gap = 5;
    }
  free_bars (bars, n_bars);
}

/* The words of an actor's lane; its items are told apart by their own. */
static guint
find_lane (CareFlow *self, GArray *lanes, CareRecord *record)
{
  CareRecord *actor = care_snapshot_follow (self->snapshot, record, "actor");
  CareTimelineLane lane = { actor == NULL ? "Others" : care_record_get_title (actor), care_page_accent };

  for (guint i = 0; i < lanes->len; i++)
    if (strcmp (g_array_index (lanes, CareTimelineLane, i).label, lane.label) == 0)
      return i;
  if (actor != NULL && care_record_get (actor, "colour") != NULL)
    care_colour_parse (care_record_get (actor, "colour"), &lane.colour);
  g_array_append_val (lanes, lane);
  return lanes->len - 1;
}

static void
read_days (CareRecord *record, const char *field, CareTimelineItem *item)
{
  g_autoptr (CareDate) date = care_record_dup_date (record, field);

  if (date == NULL)
    return;
  item->made_first = care_date_get_earliest (date);
  item->made_last = care_date_get_latest (date);
}

static void
read_deadline (CareFlow *self, CareRecord *pledge, CareTimelineItem *item)
{
  g_autoptr (GPtrArray) deadlines
    = care_snapshot_list (self->snapshot, "deadline", "pledge", care_record_get_id (pledge));
  CareRecord *deadline;
  g_autoptr (CareDate) date = NULL;
  CareQualifier qualifier;
  CareReading reading;

  if (deadlines->len == 0)
    return;
  deadline = g_ptr_array_index (deadlines, 0);
  date = care_record_dup_date (deadline, "due");
  qualifier = care_qualifier_from_word (care_record_get (deadline, "qualifier"));
  reading = care_reading_from_word (care_record_get (deadline, "reading"));
  item->due = care_deadline_due (qualifier, date, reading);
  item->open = reading == CARE_READING_OPEN && care_deadline_is_ambiguous (qualifier, date);
}

static void
collect_marks (CareFlow *self, CareRecord *box, GArray *lanes, GArray *marks)
{
  g_autoptr (GPtrArray) items
    = care_snapshot_list (self->snapshot, "box_item", "box", care_record_get_id (box));

  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *item = g_ptr_array_index (items, i);
      CareRecord *pledge = care_snapshot_follow (self->snapshot, item, "pledge");
      CareRecord *event = care_snapshot_follow (self->snapshot, item, "event");
      CareRecord *record = pledge != NULL ? pledge : event;
      CareTimelineItem mark = { pledge != NULL ? CARE_TIMELINE_PLEDGE : CARE_TIMELINE_EVENT };

      if (record == NULL)
        continue;
      mark.label = care_record_get_title (record);
      mark.lane = find_lane (self, lanes, record);
      read_days (record, pledge != NULL ? "made" : "happened", &mark);
      if (pledge != NULL)
        read_deadline (self, pledge, &mark);
      g_array_append_val (marks, mark);
    }
}

static char *
describe_marks (const GArray *lanes, const GArray *marks)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const CareTimelineItem *mark = &g_array_index (marks, CareTimelineItem, i);

      if (i > 0)
        g_string_append (out, "; ");
      g_string_append_printf (out, "%s: %s", g_array_index (lanes, CareTimelineLane, mark->lane).label,
                              mark->label);
    }
  return g_string_free (out, FALSE);
}

static char *
list_marks (const char *font, const GArray *lanes, const GArray *marks)
{
  GString *out = g_string_new (font);

  for (guint i = 0; i < lanes->len; i++)
    {
      const CareTimelineLane *lane = &g_array_index (lanes, CareTimelineLane, i);

      g_string_append_printf (out, "\n%s %g %g %g", lane->label, lane->colour.red, lane->colour.green, lane->colour.blue);
    }
  for (guint i = 0; i < marks->len; i++)
    {
      const CareTimelineItem *mark = &g_array_index (marks, CareTimelineItem, i);

      g_string_append_printf (out, "\n%d %u %d %d %d %d %d %s", mark->shape, mark->lane, mark->made_first,
                              mark->made_last, mark->due.first, mark->due.last, mark->open, mark->label);
    }
  return g_string_free (out, FALSE);
}

/**
 * care_flow_add_timeline:
 * @self: a flow
 * @element: the element of @box
 * @box: a box of the kind "timeline"
 *
 * Adds a strip with the pledges and events of @box's items.
 */
void
care_flow_add_timeline (CareFlow *self, CareFlowElement *element, CareRecord *box)
{
  g_autoptr (GArray) lanes = g_array_new (FALSE, FALSE, sizeof (CareTimelineLane));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (CareTimelineItem));
  g_autofree char *font = g_strdup_printf ("%s %d", care_page_style_get_family (), (int) self->template->chart_text);
  g_autofree char *words = NULL;
  CareTimeline *timeline;
  CareFlowParagraph *picture;

  collect_marks (self, box, lanes, marks);
  if (marks->len == 0)
    return;
  words = describe_marks (lanes, marks);
  timeline = care_timeline_new (self->context, font, (const CareTimelineLane *) lanes->data, lanes->len,
                                (const CareTimelineItem *) marks->data, marks->len, 0,
                                care_flow_element_get_width (element));
  picture = care_flow_add_picture (element, care_timeline_get_height (timeline), words);
  picture->timeline = timeline;
  picture->painted_from = list_marks (font, lanes, marks);
  picture->gap = 5;
}
