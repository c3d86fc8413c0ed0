/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-terms.h"

#include "care-government.h"
#include "care-parliament.h"
#include "care-session.h"

#include <glib/gi18n.h>

/* That a term ends is known when it has. */
static CareDay
known_end (CareDay end, CareDay as_of)
{
  return as_of != 0 && end > as_of ? 0 : end;
}

static gboolean
is_known (CareDay first, CareDay as_of)
{
  return first != 0 && (as_of == 0 || first <= as_of);
}

static gboolean
get_session (guint index, CareDay as_of, CareTimelineTerm *term)
{
  CareSession session = care_session_get (index);

  if (!is_known (session.opened, as_of))
    return FALSE;
  *term = (CareTimelineTerm){ session.opened, known_end (session.ended, as_of), index % 2 == 1, FALSE };
  term->name = care_session_format_years (term->first, term->end);
  return TRUE;
}

static gboolean
get_parliament (guint index, CareDay as_of, CareTimelineTerm *term)
{
  CareParliament parliament = care_parliament_get (index);

  if (!is_known (parliament.elected, as_of))
    return FALSE;
  parliament.dissolved = known_end (parliament.dissolved, as_of);
  *term = (CareTimelineTerm){ parliament.elected, parliament.dissolved, index % 2 == 1, FALSE };
  term->name = care_parliament_describe (&parliament);
  term->brief = care_session_format_years (term->first, term->end);
  return TRUE;
}

static gboolean
get_government (guint index, CareDay as_of, CareTimelineTerm *term)
{
  CareGovernment government = care_government_get (index);

  if (!is_known (government.formed, as_of))
    return FALSE;
  *term = (CareTimelineTerm){ government.formed, known_end (government.ended, as_of), index % 2 == 1, FALSE };
  term->name = care_government_describe (&government);
  term->brief = g_strdup (government.leader);
  return TRUE;
}

static void
name_election (CareDay polling_day, CareTimelineTerm *term)
{
  g_autoptr (CareDate) date = care_date_from_day (polling_day);

  term->brief = care_date_format (date, CARE_DATE_SHORT);
  /* Translators: the day of a general election: “Election 7 May 2015” */
  term->name = g_strdup_printf (_ ("Election %s"), term->brief);
}

/* By turns, from polling day to the next dissolution, and the campaign after it. With the
 * dissolution the next polling day is known. */
static gboolean
get_election (guint index, CareDay as_of, CareTimelineTerm *term)
{
  CareParliament parliament = care_parliament_get (index / 2);
  CareDay called = index < 2 ? parliament.elected : care_parliament_get (index / 2 - 1).dissolved;
  gboolean is_last = index / 2 + 1 == care_parliament_count ();

  if (index % 2 == 0)
    {
      *term = (CareTimelineTerm){ parliament.elected, known_end (parliament.dissolved, as_of), FALSE, TRUE };
      if (is_known (called, as_of))
        name_election (parliament.elected, term);
      return term->name != NULL;
    }
  *term = (CareTimelineTerm){ .first = parliament.dissolved, .is_odd = TRUE };
  term->end = is_last ? 0 : care_parliament_get (index / 2 + 1).elected;
  return is_known (parliament.dissolved, as_of);
}

/**
 * care_timeline_terms_count:
 * @kind: what divides time
 *
 * Returns: how many terms it divides it into; 0: it does so by the calendar.
 */
guint
care_timeline_terms_count (CareTimelineRulerKind kind)
{
  switch (kind)
    {
    case CARE_TIMELINE_RULER_SESSIONS:
      return care_session_count ();
    case CARE_TIMELINE_RULER_PARLIAMENTS:
      return care_parliament_count ();
    case CARE_TIMELINE_RULER_GOVERNMENTS:
      return care_government_count ();
    case CARE_TIMELINE_RULER_ELECTIONS:
      return 2 * care_parliament_count ();
    case CARE_TIMELINE_RULER_CALENDAR:
    case CARE_TIMELINE_RULER_FINANCIAL:
    default:
      return 0;
    }
}

/**
 * care_timeline_terms_get:
 * @kind: what divides time
 * @index: less than care_timeline_terms_count()
 * @as_of: the day that is looked from; 0: all that is known
 * @term: (out): that term; its names are the caller's
 *
 * Returns: whether it was known on @as_of; where it was not, @term has nothing.
 */
gboolean
care_timeline_terms_get (CareTimelineRulerKind kind, guint index, CareDay as_of, CareTimelineTerm *term)
{
  switch (kind)
    {
    case CARE_TIMELINE_RULER_SESSIONS:
      return get_session (index, as_of, term);
    case CARE_TIMELINE_RULER_PARLIAMENTS:
      return get_parliament (index, as_of, term);
    case CARE_TIMELINE_RULER_GOVERNMENTS:
      return get_government (index, as_of, term);
    case CARE_TIMELINE_RULER_ELECTIONS:
      return get_election (index, as_of, term);
    case CARE_TIMELINE_RULER_CALENDAR:
    case CARE_TIMELINE_RULER_FINANCIAL:
    default:
      g_return_val_if_reached (FALSE);
    }
}
