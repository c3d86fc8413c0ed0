/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-cli-timeline.h"

#include "care-clock.h"
#include "care-cli-output.h"
#include "care-names.h"
#include "care-vocabularies.h"

#include <glib/gi18n.h>
#include <string.h>

void
care_cli_timeline_clear (CareCliTimeline *self)
{
  g_free (self->as_of_text);
  g_free (self->by_text);
  g_free (self->actor);
  g_free (self->theme);
  g_free (self->place);
  g_free (self->briefing);
  g_strfreev (self->kinds);
  g_free (self->text);
  g_strfreev (self->chips);
  g_free (self->output);
  g_free (self->paper_text);
  g_free (self->sheet_text);
  g_clear_pointer (&self->found, care_timeline_found_free);
}

static CareCliStatus
read_as_of (CareCliTimeline *self)
{
  g_autoptr (CareDate) today = NULL;
  g_autoptr (CareDate) date = NULL;
  g_autoptr (GError) error = NULL;

  self->today = care_clock_today ();
  self->as_of = self->today;
  if (self->as_of_text == NULL)
    return CARE_CLI_DONE;
  today = care_date_from_day (self->today);
  date = care_date_parse (self->as_of_text, today, &error);
  if (date == NULL)
    return care_cli_fail (CARE_CLI_USAGE, "%s", error->message);
  /* Of a month or a year, its end. */
  self->as_of = care_date_get_latest (date);
  if (self->as_of == 0)
    return care_cli_fail (CARE_CLI_USAGE, _ ("“%s” is no day; write one such as 2019-06-01"), self->as_of_text);
  return CARE_CLI_DONE;
}

static CareCliStatus
read_by (CareCliTimeline *self)
{
  self->by = CARE_TIMELINE_LANES_PARTY;
  for (guint by = 0; self->by_text != NULL && by <= CARE_TIMELINE_N_LANES_BY; by++)
    {
      if (by == CARE_TIMELINE_N_LANES_BY)
        return care_cli_fail (CARE_CLI_USAGE, _ ("There are no lanes by “%s”; choose party, theme, promisor, briefing or none"),
                              self->by_text);
      self->by = by;
      if (strcmp (self->by_text, care_timeline_lanes_by_name (by)) == 0)
        break;
    }
  return CARE_CLI_DONE;
}

static CareCliStatus
read_chips (CareCliTimeline *self)
{
  for (guint i = 0; self->chips != NULL && self->chips[i] != NULL; i++)
    {
      guint chip = 0;

      while (chip < CARE_TIMELINE_N_CHIPS && strcmp (self->chips[i], care_timeline_chip_name (chip)) != 0)
        chip++;
      if (chip == CARE_TIMELINE_N_CHIPS)
        return care_cli_fail (CARE_CLI_USAGE, _ ("Nothing can be “%s”; choose due, overdue, slipped, lapsed or cannot-be-rated"),
                              self->chips[i]);
      self->filter.chips |= 1u << chip;
    }
  return CARE_CLI_DONE;
}

/* Kinds of pledges leave out all that is no pledge. */
static CareCliStatus
read_kinds (CareCliTimeline *self)
{
  static const char *const shapes[] = { "pledges", "limbs", "milestones", "positions", "events" };

  for (guint i = 0; self->kinds != NULL && self->kinds[i] != NULL; i++)
    {
      guint shape = 0;

      while (shape < G_N_ELEMENTS (shapes) && strcmp (self->kinds[i], shapes[shape]) != 0)
        shape++;
      if (shape < G_N_ELEMENTS (shapes))
        self->filter.shapes |= 1u << shape;
      else if (care_vocabulary_find (&care_vocabulary_pledge, self->kinds[i]) != NULL && self->filter.kind == 0)
        self->filter.kind = care_timeline_entry_index (&care_vocabulary_pledge, self->kinds[i]);
      else
        return care_cli_fail (CARE_CLI_USAGE, _ ("“%s” cannot be chosen; choose pledges, limbs, milestones, positions and events, or "
                                                 "one of outcome, action, process and restraint"),
                              self->kinds[i]);
    }
  return CARE_CLI_DONE;
}

static CareCliStatus
read_paper (CareCliTimeline *self)
{
  if (self->paper_text != NULL && g_ascii_strcasecmp (self->paper_text, "A4") != 0 && g_ascii_strcasecmp (self->paper_text, "A3") != 0)
    return care_cli_fail (CARE_CLI_USAGE, _ ("There is no paper “%s”; choose A4 or A3"), self->paper_text);
  if (self->paper_text != NULL && g_ascii_strcasecmp (self->paper_text, "A3") == 0)
    self->paper = CARE_PAPER_A3;
  return CARE_CLI_DONE;
}

static gboolean
ends_in (const char *output, const char *const *endings)
{
  for (guint i = 0; output != NULL && endings[i] != NULL; i++)
    if (g_str_has_suffix (output, endings[i]))
      return TRUE;
  return FALSE;
}

static CareCliStatus
read_output (CareCliTimeline *self)
{
  static const char *const all[] = { ".ics", ".pdf", ".svg", ".png", NULL };
  static const char *const sheets[] = { ".svg", ".png", NULL };
  static const char *const posters[] = { ".pdf", ".svg", ".png", NULL };
  gboolean is_known = self->output == NULL || strcmp (self->output, "-") == 0 || ends_in (self->output, all);

  if (self->json && self->output != NULL)
    return care_cli_fail (CARE_CLI_USAGE, _ ("--json and --output exclude each other; say one of them"));
  if (!is_known)
    return care_cli_fail (CARE_CLI_USAGE, _ ("%s: What is written is told by the name’s end: .ics, .pdf, .svg or .png"),
                          self->output);
  if (self->paper_text != NULL && !ends_in (self->output, posters))
    return care_cli_fail (CARE_CLI_USAGE, _ ("--paper goes with --output to a file that ends in .pdf, .svg or .png"));
  if (self->sheet_text != NULL
      && (!ends_in (self->output, sheets) || !g_ascii_string_to_unsigned (self->sheet_text, 10, 1, G_MAXUINT, &self->sheet, NULL)))
    return care_cli_fail (CARE_CLI_USAGE, _ ("--sheet goes with --output to a file that ends in .svg or .png, and is a number from 1"));
  return CARE_CLI_DONE;
}

/* Whether the options can be meant, before anything is read. */
CareCliStatus
care_cli_timeline_check (CareCliTimeline *self)
{
  CareCliStatus (*const checks[]) (CareCliTimeline *self) 
    = { read_as_of, read_by, read_chips, read_kinds, read_paper, read_output };
  CareCliStatus status = CARE_CLI_DONE;

  for (guint i = 0; i < G_N_ELEMENTS (checks) && status == CARE_CLI_DONE; i++)
    status = checks[i] (self);
  return status;
}

static GListModel *
list_kind (const char *kind, gpointer data)
{
  return care_library_list (data, kind);
}

/* Finds the records that are named. */
CareCliStatus
care_cli_timeline_find (CareCliTimeline *self, CareLibrary *library)
{
  g_autoptr (CareNames) names = care_names_new (care_library_lookup, list_kind, library);
  g_autoptr (GError) error = NULL;
  const struct
  {
    const char *kind;
    const char *name;
    CareId *id;
  } named[] = {
    { "actor", self->actor, &self->filter.actor },
    { "theme", self->theme, &self->filter.theme },
    { "place", self->place, &self->filter.place },
    { "briefing", self->briefing, &self->filter.briefing },
  };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      if (named[i].name == NULL)
        continue;
      *named[i].id = care_names_find (names, care_kind_find (named[i].kind), named[i].name, &error);
      if (error != NULL)
        return care_cli_fail (CARE_CLI_NO_RECORD, "%s", error->message);
    }
  if (self->text == NULL)
    return CARE_CLI_DONE;
  self->found = care_timeline_records_find (library, self->text, &error);
  self->filter.found = self->found;
  return error == NULL ? CARE_CLI_DONE : care_cli_fail_with (error, NULL);
}
