/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where every mark of a timeline is, at four widths and four scales, as text: whoever changes how
 * it is laid out sees what that does. Of many pledges there is how many are where, and the sum of
 * all. CARE_TEST_UPDATE=1 writes it anew. */

#include "care-library-json.h"
#include "care-timeline-facts.h"
#include "care-timeline-lanes.h"
#include "care-timeline-words.h"
#include "golden.h"
#include "timeline-fixture.h"

/* Of more than this many marks only the first and the last are told. */
#define ALL_LINES 40
#define SOME_LINES 3

static const double widths[] = { 360, 800, 1280, 1920 };
static const double scales[] = { 0.03125, 0.25, 1, 8 };

static void
append_stretch (GString *out, const char *name, CareTimelineStretch stretch)
{
  if (stretch.width > 0)
    g_string_append_printf (out, " %s %g+%g", name, stretch.x, stretch.width);
}

/* @names: of each entry; NULL: they have none. */
static char *
describe_mark (const CareTimelinePack *pack, const CareTimelineFrameMark *mark, GPtrArray *names)
{
  const CareTimelineEntry *entry = care_timeline_pack_get_entry (pack, mark->entry);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "  %u/%u %" G_GINT64_FORMAT " %g+%g at %g", mark->lane, mark->row, entry->id,
                          mark->x, mark->width, mark->y);
  append_stretch (out, "start", mark->start);
  append_stretch (out, "line", mark->line);
  for (guint i = 0; i < CARE_TIMELINE_ENTRY_N_DUE; i++)
    append_stretch (out, "due", mark->due[i]);
  append_stretch (out, "between", mark->between);
  append_stretch (out, "revised", mark->revised);
  append_stretch (out, "reached", mark->reached);
  append_stretch (out, "start doubt", mark->start_doubt);
  append_stretch (out, "due doubt", mark->due_doubt);
  append_stretch (out, "reached doubt", mark->reached_doubt);
  append_stretch (out, "symbol", mark->symbol);
  append_stretch (out, "source", mark->source);
  append_stretch (out, "words", mark->words);
  append_stretch (out, "label", mark->label);
  if (names != NULL)
    g_string_append_printf (out, " “%s”", (const char *) g_ptr_array_index (names, mark->entry));
  return g_string_free (out, FALSE);
}

static void
append_lanes (GString *out, const CareTimelinePack *pack)
{
  for (guint i = 0; i < care_timeline_pack_get_n_lanes (pack); i++)
    {
      const CareTimelineLanePlace *lane = care_timeline_pack_get_lane (pack, i);

      if (lane->n_entries > 0)
        g_string_append_printf (out, " lane %u at %g+%g: %u, %u rows, %u hidden\n", i, lane->y, lane->height,
                                lane->n_entries, lane->n_rows, lane->n_hidden);
    }
}

static void
append_chips (GString *out, const CareTimelineFrame *frame)
{
  guint n_chips;
  const CareTimelineFrameChip *chips = care_timeline_frame_get_chips (frame, &n_chips);

  for (guint i = 0; i < n_chips; i++)
    {
      gboolean is_first = i == 0 || chips[i].lane != chips[i - 1].lane;

      if (is_first)
        g_string_append_printf (out, "%s  counted in %u:", i > 0 ? "\n" : "", chips[i].lane);
      g_string_append_printf (out, " %g+%g %u%s", chips[i].x, chips[i].width, chips[i].count,
                              chips[i].goes_on ? "→" : "");
    }
  if (n_chips > 0)
    g_string_append_c (out, '\n');
}

static void
append_marks (GString *out, const CareTimelineFrame *frame, GPtrArray *names)
{
  const CareTimelinePack *pack = care_timeline_frame_get_pack (frame);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint n_marks;
  const CareTimelineFrameMark *marks = care_timeline_frame_get_marks (frame, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      g_autofree char *line = describe_mark (pack, &marks[i], names);

      g_checksum_update (sum, (const guchar *) line, -1);
      if (names != NULL || n_marks <= ALL_LINES || i < SOME_LINES || i >= n_marks - SOME_LINES)
        g_string_append_printf (out, "%s\n", line);
    }
  if (names == NULL && n_marks > ALL_LINES)
    g_string_append_printf (out, "  %u marks, %.16s\n", n_marks, g_checksum_get_string (sum));
}

static char *
describe (const TimelineFixture *fixture, CareDay first, GPtrArray *names)
{
  GString *out = g_string_new (NULL);

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    {
      g_autoptr (CareTimelinePack) pack = timeline_fixture_pack (fixture, scales[s]);

      g_string_append_printf (out, "%g pixels a day\n", scales[s]);
      append_lanes (out, pack);
      for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
        {
          g_autoptr (CareTimelineFrame) frame = care_timeline_frame_new ();
          const CareTimelineViewport viewport
            = { first, scales[s], widths[w], 0, care_timeline_pack_get_height (pack) };

          care_timeline_frame_set (frame, pack, &viewport);
          g_string_append_printf (out, " %g wide\n", widths[w]);
          append_marks (out, frame, names);
          append_chips (out, frame);
        }
    }
  return g_string_free (out, FALSE);
}

static void
assert_golden (const char *name, const char *found)
{
  g_autofree char *file = g_strconcat ("timeline-", name, ".txt", NULL);

  golden_assert ("draw", file, found);
}

static void
test_forms (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_forms ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *found = NULL;

  for (guint i = 0; i < fixture->entries->len; i++)
    g_ptr_array_add (names, (gpointer) timeline_fixture_form_name (i));
  found = describe (fixture, care_day_from_ymd (2013, 1, 1), names);
  assert_golden ("forms", found);
}

static GPtrArray *
read_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (g_getenv ("CAREBRIEF_SAMPLE"), FALSE, &error);
  g_autoptr (GBytes) bytes = NULL;
  GPtrArray *records;

  g_assert_no_error (error);
  bytes = g_mapped_file_get_bytes (file);
  records = care_library_json_read (bytes, NULL, &error);
  g_assert_no_error (error);
  return records;
}

static CareRecord *
look_up (const char *kind, CareId id, gpointer records)
{
  for (guint i = 0; i < ((GPtrArray *) records)->len; i++)
    {
      CareRecord *record = g_ptr_array_index ((GPtrArray *) records, i);

      if (care_record_is (record, kind) && care_record_get_id (record) == id)
        return record;
    }
  return NULL;
}

/* By parties, with labels as wide as in a font all of whose letters are. */
static TimelineFixture *
new_fixture (const CareTimelineContent *content, const CareTimelineLanes *lanes, GPtrArray *names)
{
  TimelineFixture *fixture = timeline_fixture_new (g_array_ref (content->entries), lanes->lanes->len);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *said = care_timeline_entry_say_state (&g_array_index (content->entries, CareTimelineEntry, i));

      fixture->lanes[i] = lanes->of[i];
      timeline_fixture_measure (fixture, g_ptr_array_index (names, i), said);
    }
  return fixture;
}

static void
test_sample (void)
{
  g_autoptr (GPtrArray) records = read_sample ();
  CareDay day = care_day_from_ymd (2019, 6, 1);
  g_autoptr (CareTimelineContent) content = care_timeline_facts_take_content (care_timeline_facts_new_for (records), day, day);
  g_autoptr (CareTimelineLanes) lanes = care_timeline_lanes_new (content, NULL, CARE_TIMELINE_LANES_PARTY);
  const CareTimelineAsk ask = { .lookup = look_up, .data = records, .as_of = day, .today = day };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TimelineFixture) fixture = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < content->entries->len; i++)
    g_ptr_array_add (names, care_timeline_say_title (&ask, &g_array_index (content->entries, CareTimelineEntry, i)));
  fixture = new_fixture (content, lanes, names);
  found = describe (fixture, care_day_from_ymd (2013, 1, 1), names);
  assert_golden ("sample", found);
}

static void
test_pledges (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_pledges (n, 1);
  g_autofree char *name = g_strdup_printf ("%u", n);
  CareDay first = care_timeline_entry_span (&g_array_index (fixture->entries, CareTimelineEntry, 0)).first;
  g_autofree char *found = describe (fixture, first - 20, NULL);

  assert_golden (name, found);
}

int
main (int argc, char *argv[])
{
  static const guint numbers[] = { 1, 2, 100, 10000, 100000 };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline-golden/forms", test_forms);
  g_test_add_func ("/timeline-golden/sample", test_sample);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-golden/%u", numbers[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (numbers[i]), test_pledges);
    }

  return g_test_run ();
}
