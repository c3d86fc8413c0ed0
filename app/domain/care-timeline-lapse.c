/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-lapse.h"

#include "care-government.h"
#include "care-parliament.h"

#include <glib/gi18n.h>

/* A government that leaves stays in office until the next one is formed, which has taken up
 * to this many days after an election. */
#define FORMING 10

/* What a party in office says earlier than so many days before an election is not yet of what it
 * would do after that. */
#define CAMPAIGN 365

/* Of a pledge that was made on one day. */
static gboolean
lapses (CareDay made, CareDay due, guint parties, CareDay as_of, CareSpan *out_of_office)
{
  CareParliament parliament;
  CareDay formed;
  CareDay last;

  if (!care_parliament_elected_after (made, &parliament))
    return FALSE;
  if (due == 0 && made + CAMPAIGN < parliament.elected && (care_government_parties_between (made, made) & parties) != 0)
    return FALSE;
  formed = parliament.elected + FORMING;
  last = due != 0 ? due : parliament.dissolved;
  *out_of_office = (CareSpan){ parliament.elected, last };
  return last >= formed && last < as_of && (care_government_parties_between (formed, last) & parties) == 0;
}

/**
 * care_timeline_lapse:
 * @made: when the pledge was made; where no day is known, it is not said to have lapsed
 * @due: the last day on which it was due; 0: it has no deadline, and was meant for the
 *   Parliament that was elected next, unless its party governed and no election was near
 * @parties: of #CareGovernmentParty: which party made it; 0: one that was never in office
 * @as_of: the day that is looked from
 * @out_of_office: (out): from the election that followed to the deadline or the end of that
 *   Parliament; unspecified where %FALSE is returned
 *
 * Where the day on which it was made is not known, both the first and the last that it can
 * have been must come to this.
 *
 * Returns: whether it came due, before @as_of, while its party had been in no government
 *   formed since the election that followed.
 */
gboolean
care_timeline_lapse (CareSpan made, CareDay due, guint parties, CareDay as_of, CareSpan *out_of_office)
{
  return made.first != 0 && lapses (made.first, due, parties, as_of, out_of_office)
         && (made.last == made.first || lapses (made.last, due, parties, as_of, out_of_office));
}

/**
 * care_timeline_lapse_explain:
 * @party: what the party is called
 * @out_of_office: as of care_timeline_lapse()
 *
 * Returns: (transfer full): why, in a sentence.
 */
char *
care_timeline_lapse_explain (const char *party, CareSpan out_of_office)
{
  CareSpan first = { out_of_office.first, out_of_office.first };
  CareSpan last = { out_of_office.last, out_of_office.last };
  g_autofree char *election = care_span_format (first, CARE_DATE_HOUSE);
  g_autofree char *end = care_span_format (last, CARE_DATE_HOUSE);

  /* Translators: a party, the day of an election, and the day of a deadline or a dissolution */
  return g_strdup_printf (_ ("%s was in no government from the election of %s to %s."), party, election, end);
}
