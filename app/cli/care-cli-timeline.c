/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief timeline [LIBRARY] */

#include "care-cli-command.h"

#include "care-deadline-calendar.h"
#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-cli-table.h"
#include "care-cli-timeline.h"
#include "care-timeline-json.h"
#include "care-vocabularies.h"

#include <glib/gi18n.h>
#include <string.h>

#define PNG_DPI 150

/* What is to be printed, once it is read. */
typedef struct
{
  const CareTimelineContent *content;
  const CareTimelineLanes *lanes;
  CareTimelineCounts counts;
  CareTimelineAsk ask;
} Report;

static char *
format_state (const Report *report, const CareTimelineEntry *entry)
{
  g_autofree char *state = care_timeline_entry_say_state (entry);
  g_autoptr (GPtrArray) sources = entry->flags & CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT
                                    ? care_timeline_say_sources (&report->ask, entry) : g_ptr_array_new ();
  GString *text = g_string_new (entry->state == CARE_TIMELINE_ENTRY_NOT_DUE ? _ ("not yet due") : state);

  for (guint i = 0; i < sources->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", (char *) g_ptr_array_index (sources, i));
  return g_string_free (text, FALSE);
}

static const char *
name_shape (const CareTimelineEntry *entry)
{
  return _ (care_kind_find (care_timeline_entry_kind (entry->shape))->label);
}

static void
add_row (const Report *report, CareCliTable *table, const CareTimelineLaneOf *lane, const CareTimelineEntry *entry)
{
  g_autofree char *title = care_timeline_say_title (&report->ask, entry);
  /* As a briefing writes its years, where one is chosen. */
  const CareDateStyle *style = report->ask.briefing == 0 ? CARE_DATE_SHORT : NULL;
  g_autofree char *start = care_timeline_say_start (&report->ask, entry, style);
  g_autofree char *due = care_timeline_say_due (&report->ask, entry);
  g_autofree char *state = format_state (report, entry);
  const char *const cells[] = { lane->name, title, name_shape (entry), start, due, state, NULL };

  care_cli_table_add_row (table, cells);
}

static void
append_counts (GString *text, const CareTimelineCounts *counts)
{
  g_autofree char *all = care_timeline_counts_say (counts);

  g_string_append_printf (text, "%s\n", all);
  for (guint chip = 0; chip < CARE_TIMELINE_N_CHIPS; chip++)
    {
      g_autofree char *said = care_timeline_chip_say (chip, counts->chips[chip]);

      if (counts->chips[chip] > 0)
        g_string_append_printf (text, "%s\n", said);
    }
}

static CareCliStatus
print_table (const Report *report)
{
  static const char *const columns[] = { N_("Lane"), N_("Title"), N_("Kind"), N_("From"), N_("Due"), N_("Standing") };
  g_autoptr (CareCliTable) table = care_cli_table_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *printed = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    care_cli_table_add_column (table, _ (columns[i]), FALSE);
  for (guint i = 0; i < report->lanes->lanes->len; i++)
    {
      g_autoptr (GPtrArray) entries = care_timeline_lanes_list (report->lanes, report->content, i);

      for (guint e = 0; e < entries->len; e++)
        add_row (report, table, &g_array_index (report->lanes->lanes, CareTimelineLaneOf, i), g_ptr_array_index (entries, e));
    }
  printed = care_cli_table_print (table, care_cli_terminal_width ());
  g_string_append (text, printed);
  append_counts (text, &report->counts);
  return care_cli_print (text->str);
}

static CareCliStatus
print_json (const Report *report)
{
  g_autoptr (GBytes) json = care_timeline_json_write (report->content, report->lanes, &report->counts, &report->ask);

  return care_cli_print_bytes (json);
}

static GBytes *
draw_all (CareTimelinePoster *poster, const CareCliTimeline *wanted, CareCliStatus *status)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = care_timeline_poster_to_pdf (poster, &error);

  if (pdf == NULL)
    *status = care_cli_fail_making (error, wanted->output);
  return pdf;
}

/* A poster, or a sheet of one. */
static GBytes *
draw (const Report *report, const CareCliTimeline *wanted, CareCliStatus *status)
{
  g_autofree char *title = care_timeline_filter_name (&wanted->filter, report->content);
  g_autofree char *only = care_timeline_filter_say (&wanted->filter, report->content, wanted->text);
  g_autoptr (CareTimelinePoster) poster
    = care_timeline_poster_new (report->content, report->lanes, &report->ask, title, only, wanted->paper);
  guint n_sheets = care_timeline_poster_get_n_sheets (poster);
  guint sheet = (guint) MAX (wanted->sheet, 1);

  if (g_str_has_suffix (wanted->output, ".pdf"))
    return draw_all (poster, wanted, status);
  if (sheet > n_sheets)
    *status = care_cli_fail (CARE_CLI_USAGE, ngettext ("There is no sheet %u; there is %u", "There is no sheet %u; there are %u",
                                                       n_sheets), sheet, n_sheets);
  if (sheet > n_sheets)
    return NULL;
  if (g_str_has_suffix (wanted->output, ".svg"))
    return care_timeline_poster_to_svg (poster, sheet - 1);
  return care_timeline_poster_to_png (poster, sheet - 1, PNG_DPI);
}

static CareCliStatus
write_file (const Report *report, const CareCliTimeline *wanted)
{
  gboolean to_out = strcmp (wanted->output, "-") == 0;
  gboolean is_calendar = to_out || g_str_has_suffix (wanted->output, ".ics");
  CareCliStatus status = CARE_CLI_DONE;
  g_autoptr (GBytes) bytes = is_calendar ? care_deadline_calendar_write (report->content, report->lanes, &report->ask)
                                         : draw (report, wanted, &status);
  g_autoptr (GError) error = NULL;

  if (bytes == NULL)
    return status;
  if (to_out)
    return care_cli_print_bytes (bytes);
  return care_cli_write_file (wanted->output, bytes, &error) ? CARE_CLI_DONE : care_cli_fail_making (error, wanted->output);
}

static CareCliStatus
report (CareLibrary *library, const CareCliTimeline *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareTimelineContent) content
    = care_timeline_records_read (library, wanted->as_of, wanted->today, NULL, &error);
  g_autoptr (CareTimelineLanes) lanes = NULL;
  Report report = { .content = content, .ask = care_timeline_records_ask (library, wanted->as_of, wanted->today, wanted->filter.briefing) };

  if (content == NULL)
    return care_cli_fail_with (error, NULL);
  lanes = care_timeline_lanes_new (content, &wanted->filter, wanted->by);
  report.lanes = lanes;
  report.counts = care_timeline_filter_count (&wanted->filter, content);
  if (wanted->output != NULL)
    return write_file (&report, wanted);
  return wanted->json ? print_json (&report) : print_table (&report);
}

CareCliStatus
care_cli_timeline (const CareCliCommand *command, char **argv)
{
  g_auto (CareCliTimeline) wanted = { NULL };
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &wanted.as_of_text, N_ ("What was known on that day; today where nothing is said"),
      N_ ("DATE") },
    { "lanes", 'l', 0, G_OPTION_ARG_FILENAME, &wanted.by_text,
      N_ ("party, which it is where nothing is said, theme, promisor, briefing or none"), N_ ("LANES") },
    { "actor", 0, 0, G_OPTION_ARG_FILENAME, &wanted.actor, N_ ("Only what is of that party or body: its name or id"), N_ ("ACTOR") },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &wanted.theme, N_ ("Only what is of that theme"), N_ ("THEME") },
    { "extent", 0, 0, G_OPTION_ARG_FILENAME, &wanted.place, N_ ("Only what is for that place, or a part of it"), N_ ("PLACE") },
    { "briefing", 'b', 0, G_OPTION_ARG_FILENAME, &wanted.briefing, N_ ("Only what that briefing shows"), N_ ("BRIEFING") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &wanted.kinds,
      N_ ("Only pledges, limbs, milestones, positions or events, or pledges of that kind: outcome, action, process or restraint; "
          "more than once for several"), N_ ("KIND") },
    { "find", 'f', 0, G_OPTION_ARG_FILENAME, &wanted.text, N_ ("Only what a search for that finds"), N_ ("QUERY") },
    { "only", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &wanted.chips,
      N_ ("Only what is due, overdue, slipped, lapsed or cannot-be-rated; more than once for any of several"), N_ ("STANDING") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &wanted.json, N_ ("Write JSON instead of text"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wanted.output,
      N_ ("Write to that file what the end of its name says: .pdf, .svg or .png for a poster, .ics for the deadlines as a calendar, "
          "which goes to standard output for “-”"), N_ ("FILE") },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &wanted.paper_text, N_ ("A4, which it is where nothing is said, or A3"), N_ ("PAPER") },
    { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &wanted.sheet_text, N_ ("Which sheet of the poster is drawn as svg or png, from 1"), N_ ("NUMBER") },
    { NULL },
  };
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, entries, argv, &status);
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (arguments == NULL)
    return status;
  status = care_cli_timeline_check (&wanted);
  if (status != CARE_CLI_DONE)
    return status;
  path = care_cli_library_argument (arguments, 0);
  library = care_library_open (path, CARE_LIBRARY_READ, &error);
  if (library == NULL)
    return care_cli_fail_with (error, path);
  status = care_cli_timeline_find (&wanted, library);
  return status == CARE_CLI_DONE ? report (library, &wanted) : status;
}
