/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deadline or a milestone has the date that its words give once it is known when they were
 * said, as exactly as any source gives it; what slipped past it is told. */

#include "care-check.h"

#include "care-deadline-follow.h"
#include "care-deadline-words.h"

#include <glib/gi18n.h>

static void
report_open (CareCheckRun *run, CareRecord *element, CareRecord *record, CareRecord *offer)
{
  g_autofree char *date = offer == NULL ? NULL : care_record_format (offer, "due");
  const char *title = care_record_get_title (record);

  if (date != NULL)
    care_check_mend (care_check_report (run, element, record, "due", _ ("“%s” has no date, and its words say %s"), title, date),
                     _ ("Enter Date…"));
  else
    care_check_mend (care_check_report (run, element, record, "due", _ ("“%s” has a month but no year"), title), _ ("Add Year…"));
}

static gboolean
has_no_year (const CareDate *date)
{
  return date != NULL && care_date_get_precision (date) == CARE_DATE_NO_YEAR;
}

static void
check_deadline (CareCheckRun *run, CareRecord *element, CareRecord *deadline, CareRecord *pledge)
{
  g_autoptr (CareDate) due = care_record_dup_date (deadline, "due");
  g_autoptr (CareRecord) offer = care_deadline_offer (deadline, pledge);

  /* One that has a date may lack what is said of it, such as "by". */
  if (has_no_year (due) || (due == NULL && offer != NULL && care_record_get (offer, "due") != NULL))
    report_open (run, element, deadline, offer);
}

/* Whether @event is the day itself, and not what was to be done by it. */
static gboolean
is_day_due (CareRecord *event)
{
  return g_strcmp0 (care_record_get (event, "kind"), "deadline") == 0;
}

/* All of @date is within @due, which is less exact; or they differ. */
static gboolean
is_more_exact (const CareDate *date, const CareDate *due)
{
  if (care_date_get_latest (date) < care_date_get_earliest (due) || care_date_get_earliest (date) > care_date_get_latest (due))
    return TRUE;
  return care_date_get_earliest (date) >= care_date_get_earliest (due) && care_date_get_latest (date) <= care_date_get_latest (due)
         && care_date_get_latest (date) - care_date_get_earliest (date) < care_date_get_latest (due) - care_date_get_earliest (due);
}

static void
check_event (CareCheckRun *run, CareRecord *element, CareRecord *milestone, CareRecord *event, const CareDate *due)
{
  g_autoptr (CareDate) happened = care_record_dup_date (event, "happened");
  g_autofree char *when = happened == NULL ? NULL : care_date_format (happened, CARE_DATE_HOUSE);
  g_autofree char *was_due = care_date_format (due, CARE_DATE_HOUSE);
  const char *title = care_record_get_title (milestone);

  if (happened == NULL || care_date_get_earliest (happened) == 0 || care_date_get_latest (happened) == 0)
    return;
  if (is_day_due (event) && is_more_exact (happened, due))
    care_check_mend (care_check_report (run, element, milestone, "due", _ ("“%s” has %s as its date, and “%s” says %s"), title, was_due,
                                        care_record_get_title (event), when),
                     _ ("Enter Date…"));
  else if (!is_day_due (event) && care_date_get_earliest (happened) > care_date_get_latest (due)
           && care_record_get (milestone, "note") == NULL)
    care_check_mend (care_check_report (run, element, milestone, "note", _ ("“%s” slipped from %s to %s, which its note does not say"),
                                        title, was_due, when),
                     _ ("Write Note…"));
}

static void
check_milestone (CareCheckRun *run, CareRecord *element, CareRecord *milestone, CareRecord *pledge)
{
  g_autoptr (CareDate) due = care_record_dup_date (milestone, "due");
  g_autoptr (CareRecord) offer = care_deadline_offer (milestone, pledge);
  CareRecord *event = care_snapshot_follow (run->snapshot, milestone, "event");

  if (has_no_year (due) || offer != NULL)
    report_open (run, element, milestone, offer);
  else if (due != NULL && event != NULL && care_date_get_latest (due) != 0)
    check_event (run, element, milestone, event, due);
}

static void
check_pledge (CareCheckRun *run, CareRecord *element, CareRecord *pledge)
{
  static const struct
  {
    const char *kind;
    void (*check) (CareCheckRun *run, CareRecord *element, CareRecord *record, CareRecord *pledge);
  } kinds[] = { { "deadline", check_deadline }, { "milestone", check_milestone } };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) records = care_snapshot_list (run->snapshot, kinds[k].kind, "pledge", care_record_get_id (pledge));

      for (guint i = 0; i < records->len; i++)
        kinds[k].check (run, element, g_ptr_array_index (records, i), pledge);
    }
}

void
care_check_due_date (CareCheckRun *run)
{
  g_autoptr (GArray) pledges = care_check_shown (run, "pledge");
  g_autoptr (GArray) events = care_check_shown (run, "event");
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < pledges->len; i++)
    if (g_hash_table_add (seen, g_array_index (pledges, CareCheckShown, i).record))
      check_pledge (run, g_array_index (pledges, CareCheckShown, i).element, g_array_index (pledges, CareCheckShown, i).record);
  /* A timeline shows events, whose pledges are told by them. */
  for (guint i = 0; i < events->len; i++)
    {
      const CareCheckShown *shown = &g_array_index (events, CareCheckShown, i);
      CareRecord *pledge = care_snapshot_follow (run->snapshot, shown->record, "pledge");

      if (pledge != NULL && g_hash_table_add (seen, pledge))
        check_pledge (run, shown->element, pledge);
    }
}
