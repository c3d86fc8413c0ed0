/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Libraries that are as large as they are unlikely: what a timeline costs does not grow with the
 * square of anything. */

#include "care-timeline-facts.h"
#include "care-timeline-lanes.h"
#include "timeline-fixture.h"

#include <time.h>

#define MANY 20000
/* In seconds of the processor, where the square would take minutes. */
#define MOST 10

static void
add (CareTimelineFacts *facts, const char *kind, CareId id, const CareCell *cells)
{
  guint n_reads;
  const CareTimelineRead *reads = care_timeline_facts_get_reads (&n_reads);

  for (guint i = 0; i < n_reads; i++)
    if (g_str_equal (reads[i].kind, kind))
      care_timeline_facts_add (facts, i, id, cells);
}

static CareTimelineContent *
take (CareTimelineFacts *facts)
{
  return care_timeline_facts_take_content (facts, timeline_day ("2030-01-01"), timeline_day ("2030-01-01"));
}

static void
assert_quick (clock_t since)
{
  g_assert_cmpint (clock () - since, <, (clock_t) MOST * CLOCKS_PER_SEC);
}

/* A party, a theme, a nation with a parliament, a pledge and a briefing that shows that one and
 * the first. */
static void
add_one_of_each (CareTimelineFacts *facts, CareId id)
{
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *shows = g_strdup_printf ("{pledge:%" G_GINT64_FORMAT "} {pledge:1}", id);

  add (facts, "place", id, (CareCell[CARE_TIMELINE_MAX_FIELDS]){ { "Scotland" }, { NULL, id - 1 } });
  add (facts, "actor", id, (CareCell[CARE_TIMELINE_MAX_FIELDS]){ { "party" }, { name }, { NULL }, { NULL, id } });
  add (facts, "theme", id, (CareCell[CARE_TIMELINE_MAX_FIELDS]){ { name } });
  add (facts, "pledge", id,
       (CareCell[CARE_TIMELINE_MAX_FIELDS]){ { NULL, id }, { NULL, id }, { NULL, id }, { "2010" }, { "action" } });
  add (facts, "briefing", id, (CareCell[CARE_TIMELINE_MAX_FIELDS]){ { name }, { shows } });
}

static void
test_lanes (void)
{
  static const CareTimelineLanesBy ways[] = { CARE_TIMELINE_LANES_PARTY, CARE_TIMELINE_LANES_THEME, CARE_TIMELINE_LANES_BRIEFING };
  CareTimelineFacts *facts = care_timeline_facts_new ();
  g_autoptr (CareTimelineContent) content = NULL;
  clock_t since = clock ();

  for (CareId id = 1; id <= MANY; id++)
    add_one_of_each (facts, id);
  content = take (facts);
  g_assert_cmpuint (content->entries->len, ==, MANY);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (CareTimelineLanes) lanes = care_timeline_lanes_new (content, NULL, ways[i]);

      g_assert_cmpuint (lanes->lanes->len, ==, MANY);
      for (guint lane = 0; lane < lanes->lanes->len; lane++)
        {
          g_autoptr (GPtrArray) entries = care_timeline_lanes_list (lanes, content, lane);

          g_assert_cmpuint (entries->len, ==, 1);
        }
    }
  assert_quick (since);
}

/* Each part of one pledge with a deadline, and evidence and a verdict of it. */
static void
add_part (CareTimelineFacts *facts, CareId id)
{
  add (facts, "limb", id, (CareCell[CARE_TIMELINE_MAX_FIELDS]){ { NULL, 1 } });
  add (facts, "deadline", id,
       (CareCell[CARE_TIMELINE_MAX_FIELDS]){ { NULL, 1 }, { NULL, id }, { "by" }, { "2015" } });
  add (facts, "verdict", id,
       (CareCell[CARE_TIMELINE_MAX_FIELDS]){ { NULL, 1 }, { NULL, id }, { "ours" }, { "2020" }, { "delivered" } });
  add (facts, "evidence", id,
       (CareCell[CARE_TIMELINE_MAX_FIELDS]){ { NULL, 1 }, { "delivered" }, { "2016" }, { NULL }, { NULL, id } });
  add (facts, "milestone", id, (CareCell[CARE_TIMELINE_MAX_FIELDS]){ { NULL, 1 }, { NULL }, { "2014" } });
}

static void
test_parts (void)
{
  CareTimelineFacts *facts = care_timeline_facts_new ();
  g_autoptr (CareTimelineContent) content = NULL;
  clock_t since = clock ();

  add (facts, "pledge", 1, (CareCell[CARE_TIMELINE_MAX_FIELDS]){ { NULL }, { NULL }, { NULL }, { "2010" } });
  for (CareId id = 1; id <= MANY; id++)
    add_part (facts, id);
  content = take (facts);
  g_assert_cmpuint (content->entries->len, ==, 1 + 2 * MANY);
  for (guint i = 1; i <= MANY; i++)
    g_assert_cmpuint (g_array_index (content->entries, CareTimelineEntry, i).state, ==, CARE_TIMELINE_ENTRY_JUDGED);
  assert_quick (since);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/timeline-many/lanes", test_lanes);
  g_test_add_func ("/timeline-many/parts", test_parts);
  return g_test_run ();
}
