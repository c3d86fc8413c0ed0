/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether some of the timeline is asked for, or all of it. */

#include "care-timeline-desk.h"

#include <string.h>

/* No words are as good as NULL. */
static gboolean
is_same_text (const char *a, const char *b)
{
  return strcmp (a == NULL ? "" : a, b == NULL ? "" : b) == 0;
}

/**
 * care_timeline_choice_finds_the_same:
 * @a: a choice
 * @b: another one
 *
 * Returns: whether they differ at most in how what is found is shown.
 */
gboolean
care_timeline_choice_finds_the_same (const CareTimelineChoice *a, const CareTimelineChoice *b)
{
  return a->as_of == b->as_of && a->by == b->by && is_same_text (a->typed, b->typed)
         && a->filter.actor == b->filter.actor && a->filter.theme == b->filter.theme && a->filter.place == b->filter.place
         && a->filter.briefing == b->filter.briefing && a->filter.shapes == b->filter.shapes
         && a->filter.kind == b->filter.kind && a->filter.chips == b->filter.chips;
}

/* The same of everything. */
static CareTimelineChoice
take_away (const CareTimelineChoice *choice)
{
  CareTimelineChoice all = *choice;

  all.filter = (CareTimelineFilter){ 0 };
  all.typed = NULL;
  return all;
}

/**
 * care_timeline_desk_is_filtered:
 * @self: a desk
 *
 * Returns: whether it is asked for some of the entries only.
 */
gboolean
care_timeline_desk_is_filtered (CareTimelineDesk *self)
{
  const CareTimelineChoice *choice = care_timeline_desk_get_choice (self);
  CareTimelineChoice all = take_away (choice);

  return !care_timeline_choice_finds_the_same (&all, choice);
}

/**
 * care_timeline_desk_show_all:
 * @self: a desk
 *
 * Asks for all entries again.
 */
void
care_timeline_desk_show_all (CareTimelineDesk *self)
{
  CareTimelineChoice all = take_away (care_timeline_desk_get_choice (self));

  care_timeline_desk_choose (self, &all);
}
