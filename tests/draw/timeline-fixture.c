/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "timeline-fixture.h"

#include "care-vocabularies.h"

#include <math.h>

void
timeline_fixture_free (TimelineFixture *self)
{
  g_array_unref (self->entries);
  g_clear_pointer (&self->extents, g_array_unref);
  g_free (self->lanes);
  g_free (self->lane);
  g_free (self);
}

TimelineFixture *
timeline_fixture_new (GArray *entries, guint n_lanes)
{
  TimelineFixture *self = g_new0 (TimelineFixture, 1);

  self->entries = entries;
  self->lanes = g_new0 (guint16, entries->len + 1);
  self->lane = g_new0 (CareTimelinePackLane, n_lanes + 1);
  self->n_lanes = n_lanes;
  return self;
}

void
timeline_fixture_measure (TimelineFixture *self, const char *label, const char *words)
{
  const CareTimelineExtent extent = { 7 * (float) g_utf8_strlen (label, -1), 7 * (float) g_utf8_strlen (words, -1) };

  if (self->extents == NULL)
    self->extents = g_array_new (FALSE, FALSE, sizeof (CareTimelineExtent));
  g_array_append_val (self->extents, extent);
}

static TimelineFixture *
create (guint n_entries, guint n_lanes)
{
  GArray *entries = g_array_sized_new (FALSE, TRUE, sizeof (CareTimelineEntry), n_entries);

  g_array_set_size (entries, n_entries);
  return timeline_fixture_new (entries, n_lanes);
}

static CareSpan
span (const char *edtf)
{
  g_autoptr (CareDate) date = edtf == NULL ? NULL : care_date_from_edtf (edtf, NULL);

  g_assert_true (edtf == NULL || date != NULL);
  return date == NULL ? (CareSpan){ 0, 0 }
                      : (CareSpan){ care_date_get_earliest (date), care_date_get_latest (date) };
}

static guint8
doubt (const char *edtf)
{
  g_autoptr (CareDate) date = edtf == NULL ? NULL : care_date_from_edtf (edtf, NULL);

  if (date == NULL)
    return 0;
  return (care_date_is_approximate (date) ? CARE_TIMELINE_ABOUT : 0)
         | (care_date_is_uncertain (date) ? CARE_TIMELINE_UNCERTAIN : 0);
}

/* A form in a line: a name, dates in EDTF, and how it stands. */
typedef struct
{
  const char *name;
  CareTimelineEntryShape shape;
  const char *start;
  const char *due[CARE_TIMELINE_ENTRY_N_DUE];
  const char *revised;
  const char *reached;
  CareTimelineEntryState state;
  const char *delivery;
  const char *timeliness;
  const char *source_delivery;
  guint flags;
  int late_least, late_most;
} Form;

#define PLEDGE CARE_TIMELINE_ENTRY_PLEDGE
#define LIMB CARE_TIMELINE_ENTRY_LIMB
#define MILESTONE CARE_TIMELINE_ENTRY_MILESTONE
#define POSITION CARE_TIMELINE_ENTRY_POSITION
#define EVENT CARE_TIMELINE_ENTRY_EVENT
#define SAID CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT
#define LATE CARE_TIMELINE_ENTRY_IS_LATE

static const Form forms[] = {
  { "by 2018",
    PLEDGE,
    "2013-05-14",
    { "2017-12-31", "2018-03-31", "2018-12-31" },
    .state = CARE_TIMELINE_ENTRY_OPEN },
  { "in time for the start of the 2018 financial year",
    PLEDGE,
    "2013-05-14",
    { "2018-04-01" },
    .state = CARE_TIMELINE_ENTRY_OVERDUE },
  { "before April 2018",
    PLEDGE,
    "2017-05-18",
    { "2018-03-31" },
    .reached = "2019-01",
    .state = CARE_TIMELINE_ENTRY_JUDGED,
    .delivery = "in-progress",
    .timeliness = "missed",
    .source_delivery = "not-delivered",
    .flags = SAID | LATE,
    .late_least = 9,
    .late_most = 9 },
  { "April 2018",
    PLEDGE,
    "2017-05",
    { "2018-04" },
    .reached = "2019-01",
    .state = CARE_TIMELINE_ENTRY_JUDGED,
    .delivery = "in-part",
    .timeliness = "met-late",
    .flags = LATE,
    .late_least = 8,
    .late_most = 9 },
  { "end of June",
    PLEDGE,
    "2013-05",
    { "2013-06-30" },
    .reached = "2013-06-28",
    .state = CARE_TIMELINE_ENTRY_JUDGED,
    .delivery = "delivered",
    .timeliness = "met" },
  { "September",
    PLEDGE,
    "2013-05",
    { "2013-09" },
    .reached = "2013-11-01",
    .state = CARE_TIMELINE_ENTRY_JUDGED,
    .delivery = "delivered",
    .timeliness = "met-late",
    .flags = LATE,
    .late_least = 1,
    .late_most = 2 },
  { "next winter",
    PLEDGE,
    "2014-10",
    { "2015-24" },
    .state = CARE_TIMELINE_ENTRY_JUDGED,
    .delivery = "cannot-be-rated" },
  { "immediately", PLEDGE, "2015-01-27", { "2015-01-27" }, .state = CARE_TIMELINE_ENTRY_OVERDUE },
  { "over the next three years", PLEDGE, "2015-03", { "2018-03" }, .state = CARE_TIMELINE_ENTRY_LAPSED },
  { "10-year", PLEDGE, "2014-09-23", { "2024-09-23" }, .state = CARE_TIMELINE_ENTRY_NOT_DUE },
  { "each year", PLEDGE, "2014-10-23", .state = CARE_TIMELINE_ENTRY_UNDATED,
    .flags = CARE_TIMELINE_ENTRY_RECURS },
  { "no deadline", PLEDGE, "2014-02", .state = CARE_TIMELINE_ENTRY_UNDATED },
  { "no day follows", PLEDGE, "2014", .state = CARE_TIMELINE_ENTRY_UNDATED,
    .flags = CARE_TIMELINE_ENTRY_HAS_WORDS },
  { "revised",
    PLEDGE,
    "2013-05-14",
    { "2016-03-31" },
    .revised = "2015-03-31",
    .state = CARE_TIMELINE_ENTRY_JUDGED,
    .delivery = "stalled",
    .timeliness = "revised" },
  { "not known when made",
    PLEDGE,
    NULL,
    { "2016-12-31" },
    .state = CARE_TIMELINE_ENTRY_OVERDUE,
    .flags = SAID },
  { "a limb", LIMB, "2013-05-14", { "2015-04" }, .state = CARE_TIMELINE_ENTRY_JUDGED, .delivery = "blocked" },
  { "a limb withdrawn",
    LIMB,
    "2013-05-14",
    { "2016-04-30" },
    .state = CARE_TIMELINE_ENTRY_JUDGED,
    .delivery = "withdrawn" },
  { "a milestone", MILESTONE, NULL, { "2013-06-28" }, .reached = "2013-06-28" },
  { "a milestone to come", MILESTONE, NULL, { "2019-09" }, .state = CARE_TIMELINE_ENTRY_NOT_DUE },
  { "a position", POSITION, "2014-09-23" },
  { "a position revised", POSITION, "2015-01-27", .flags = CARE_TIMELINE_ENTRY_IS_REVISION },
  { "a day", EVENT, "2015-05-07" },
  { "a month", EVENT, "2014-10" },
  { "a year", EVENT, "2016" },
  { "nobody knows when", EVENT, NULL },
  { "about then, due then or not", PLEDGE, "2013~", { "2016?" }, .state = CARE_TIMELINE_ENTRY_OVERDUE },
  { "reached about then, if so", PLEDGE, "2013-05-14?", { "2015-03-31~" }, .reached = "2017-05%" },
  { "an uncertain day", EVENT, "2015-05-07?" },
};

static CareTimelineEntry
make_form (const Form *form, guint index)
{
  CareTimelineEntry entry = { .id = index + 1,
                              .start = span (form->start),
                              .revised = span (form->revised),
                              .reached = span (form->reached),
                              .start_doubt = doubt (form->start),
                              .due_doubt = doubt (form->due[0]),
                              .reached_doubt = doubt (form->reached),
                              .shape = (guint8) form->shape,
                              .state = (guint8) form->state,
                              .flags = (guint16) form->flags,
                              .late_least = (gint16) form->late_least,
                              .late_most = (gint16) form->late_most };

  for (guint i = 0; i < CARE_TIMELINE_ENTRY_N_DUE; i++)
    entry.due[i] = span (form->due[i]);
  entry.delivery = care_timeline_entry_index (&care_vocabulary_delivery, form->delivery);
  entry.timeliness = care_timeline_entry_index (&care_vocabulary_timeliness, form->timeliness);
  entry.source_delivery = care_timeline_entry_index (&care_vocabulary_delivery, form->source_delivery);
  return entry;
}

TimelineFixture *
timeline_fixture_new_forms (void)
{
  TimelineFixture *self = create (G_N_ELEMENTS (forms), CARE_TIMELINE_ENTRY_EVENT + 1);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      CareTimelineEntry *entry = &g_array_index (self->entries, CareTimelineEntry, i);
      g_autofree char *said = NULL;

      *entry = make_form (&forms[i], i);
      said = care_timeline_entry_say_state (entry);
      timeline_fixture_measure (self, forms[i].name, said);
      self->lanes[i] = (guint16) entry->shape;
    }
  return self;
}

const char *
timeline_fixture_form_name (guint entry)
{
  return forms[entry].name;
}

#define FIRST_YEAR 1945
#define DAYS 29200

TimelineFixture *
timeline_fixture_new_pledges (guint n, guint32 seed)
{
  TimelineFixture *self = create (n, 8);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  CareDay origin = care_day_from_ymd (FIRST_YEAR, 1, 1);

  for (guint i = 0; i < n; i++)
    {
      CareTimelineEntry *entry = &g_array_index (self->entries, CareTimelineEntry, i);
      CareDay made = origin + (CareDay) g_rand_int_range (rand, 0, DAYS);
      CareDay due = made + (CareDay) g_rand_int_range (rand, 30, 2000);
      guint wide = g_rand_int_range (rand, 0, 4) == 0 ? 30 : 0;

      entry->id = i + 1;
      entry->start = (CareSpan){ made, made + (g_rand_int_range (rand, 0, 4) == 0 ? 30u : 0u) };
      entry->state
        = (guint8) g_rand_int_range (rand, CARE_TIMELINE_ENTRY_UNDATED, CARE_TIMELINE_ENTRY_LAPSED + 1);
      if (entry->state != CARE_TIMELINE_ENTRY_UNDATED)
        entry->due[0] = (CareSpan){ due, due + wide };
      if (entry->state == CARE_TIMELINE_ENTRY_JUDGED)
        entry->delivery = (guint8) g_rand_int_range (rand, 2, 12);
      self->lanes[i] = (guint16) g_rand_int_range (rand, 0, 8);
    }
  return self;
}

static CareSpan
random_span (GRand *rand, CareDay from, int days)
{
  static const guint widths[] = { 0, 0, 0, 29, 364 };
  CareDay first = from + (CareDay) g_rand_int_range (rand, 0, days);

  return (CareSpan){ first, first + widths[g_rand_int_range (rand, 0, 5)] };
}

static gboolean
one_in (GRand *rand, int n)
{
  return g_rand_int_range (rand, 0, n) == 0;
}

static void
make_random (CareTimelineEntry *entry, GRand *rand, int days)
{
  CareDay origin = care_day_from_ymd (1990, 1, 1);
  int n_due = g_rand_int_range (rand, 0, 4);

  entry->shape = (guint8) g_rand_int_range (rand, 0, CARE_TIMELINE_ENTRY_EVENT + 1);
  if (!one_in (rand, 8))
    entry->start = random_span (rand, origin, days);
  entry->start_doubt = (guint8) g_rand_int_range (rand, 0, 4);
  if (entry->shape == CARE_TIMELINE_ENTRY_POSITION || entry->shape == CARE_TIMELINE_ENTRY_EVENT)
    return;
  entry->state = (guint8) g_rand_int_range (rand, 0, CARE_TIMELINE_ENTRY_LAPSED + 1);
  entry->flags = one_in (rand, 6) ? CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT : 0;
  for (int i = 0; i < n_due; i++)
    entry->due[i] = random_span (rand, MAX (entry->start.last, origin) + (CareDay) i * 400, 400);
  if (one_in (rand, 5))
    entry->revised = random_span (rand, origin, days);
  if (one_in (rand, 5))
    entry->reached = random_span (rand, origin, days);
  entry->due_doubt = (guint8) g_rand_int_range (rand, 0, 4);
  entry->reached_doubt = (guint8) g_rand_int_range (rand, 0, 4);
}

TimelineFixture *
timeline_fixture_new_random (GRand *rand, guint most)
{
  guint n = (guint) g_rand_int_range (rand, 0, (gint32) most + 1);
  TimelineFixture *self = create (n, (guint) g_rand_int_range (rand, 1, 6));
  int days = one_in (rand, 3) ? 60 : one_in (rand, 2) ? 2500 : 20000;
  gboolean measured = one_in (rand, 2);

  if (measured)
    self->extents = g_array_new (FALSE, FALSE, sizeof (CareTimelineExtent));
  for (guint i = 0; i < n; i++)
    {
      CareTimelineEntry *entry = &g_array_index (self->entries, CareTimelineEntry, i);
      CareTimelineExtent extent
        = { (float) g_rand_int_range (rand, 0, 300), (float) g_rand_int_range (rand, -50, 150) };

      make_random (entry, rand, days);
      entry->id = i + 1;
      self->lanes[i] = (guint16) g_rand_int_range (rand, 0, (gint32) self->n_lanes + 1);
      extent.words = MAX (extent.words, 0);
      if (measured)
        g_array_append_val (self->extents, extent);
    }
  for (guint i = 0; i < self->n_lanes; i++)
    self->lane[i] = (CareTimelinePackLane){ .mode = (CareTimelineLaneMode) g_rand_int_range (rand, 0, 3),
                                            .most = (guint) g_rand_int_range (rand, 0, 9),
                                            .head = g_rand_int_range (rand, 0, 20),
                                            .least = g_rand_int_range (rand, 0, 60) };
  return self;
}

CareTimelineMetrics
timeline_fixture_metrics (void)
{
  return (CareTimelineMetrics){ .em = 13, .line = 18 };
}

CareTimelinePack *
timeline_fixture_pack (const TimelineFixture *self, double scale)
{
  return timeline_fixture_pack_to_edge (self, scale, 0);
}

CareTimelinePack *
timeline_fixture_pack_to_edge (const TimelineFixture *self, double scale, double edge)
{
  const CareTimelinePackInput input = { .entries = self->entries,
                                        .lanes = self->lanes,
                                        .extents = self->extents,
                                        .lane = self->lane,
                                        .n_lanes = self->n_lanes,
                                        .metrics = timeline_fixture_metrics (),
                                        .scale = scale,
                                        .edge = edge };

  return care_timeline_pack_new (&input);
}

TimelineFixture *
timeline_fixture_shuffle (const TimelineFixture *of, GRand *rand)
{
  TimelineFixture *self = g_new0 (TimelineFixture, 1);
  guint n = of->entries->len;

  self->entries = g_array_copy (of->entries);
  self->extents = of->extents == NULL ? NULL : g_array_copy (of->extents);
  self->lanes = g_memdup2 (of->lanes, (n + 1) * sizeof *of->lanes);
  self->lane = g_memdup2 (of->lane, (of->n_lanes + 1) * sizeof *of->lane);
  self->n_lanes = of->n_lanes;
  for (guint i = n; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i);
      CareTimelineEntry entry = g_array_index (self->entries, CareTimelineEntry, j);
      guint16 lane = self->lanes[j];

      g_array_index (self->entries, CareTimelineEntry, j)
        = g_array_index (self->entries, CareTimelineEntry, i - 1);
      g_array_index (self->entries, CareTimelineEntry, i - 1) = entry;
      self->lanes[j] = self->lanes[i - 1];
      self->lanes[i - 1] = lane;
      if (self->extents != NULL)
        {
          CareTimelineExtent extent = g_array_index (self->extents, CareTimelineExtent, j);

          g_array_index (self->extents, CareTimelineExtent, j)
            = g_array_index (self->extents, CareTimelineExtent, i - 1);
          g_array_index (self->extents, CareTimelineExtent, i - 1) = extent;
        }
    }
  return self;
}

double
timeline_fixture_random_scale (GRand *rand)
{
  return pow (2, g_rand_double_range (rand, -7, 8));
}

CareSpan
timeline_fixture_span (const TimelineFixture *self)
{
  CareSpan all = { 0, 0 };

  for (guint i = 0; i < self->entries->len; i++)
    {
      CareSpan span = care_timeline_entry_span (&g_array_index (self->entries, CareTimelineEntry, i));

      if (self->lanes[i] >= self->n_lanes || span.first == 0)
        continue;
      all.first = all.first == 0 ? span.first : MIN (all.first, span.first);
      all.last = MAX (all.last, span.last);
    }
  return all;
}
