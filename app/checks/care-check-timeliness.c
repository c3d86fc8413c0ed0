/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a pledge was in time is said only as far as its deadline has been read, and
 * not against it. */

#include "care-check.h"

#include "care-deadline.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
says (CareRecord *verdict, const char *timeliness)
{
  return g_strcmp0 (care_record_get (verdict, "timeliness"), timeliness) == 0;
}

static void
check_against (CareCheckRun *run, const CareCheckShown *shown, CareRecord *verdict, CareRecord *deadline)
{
  g_autoptr (CareDate) date = care_record_dup_date (deadline, "due");
  g_autoptr (CareDate) judged = care_record_dup_date (verdict, "judged");
  CareQualifier qualifier = care_qualifier_from_word (care_record_get (deadline, "qualifier"));
  CareReading reading = care_reading_from_word (care_record_get (deadline, "reading"));
  CareDue due = care_deadline_due (qualifier, date, reading);
  g_autofree char *timeliness = care_record_format (verdict, "timeliness");
  const char *words = care_record_get_title (deadline);

  if (due.first == 0)
    return;
  if (says (verdict, "not-yet-due"))
    {
      if (judged != NULL && care_date_get_earliest (judged) > due.last)
        care_check_mend (care_check_report (run, shown->element, verdict, "timeliness",
                                            _ ("“%s” was past when the pledge was judged “%s”"), words, timeliness),
                         _ ("Change Timeliness…"));
    }
  else if (reading == CARE_READING_OPEN && care_deadline_is_ambiguous (qualifier, date))
    care_check_mend (care_check_report (run, shown->element, deadline, "reading",
                                        _ ("“%s” can be read in more than one way, so “%s” cannot be said yet"), words,
                                        timeliness),
                     _ ("Choose Reading…"));
  else if (says (verdict, "missed") && judged != NULL && care_date_get_latest (judged) != 0
           && care_date_get_latest (judged) <= due.first)
    care_check_mend (care_check_report (run, shown->element, verdict, "timeliness",
                                        _ ("“%s” was not past yet when the pledge was judged “%s”"), words, timeliness),
                     _ ("Change Timeliness…"));
}

static void
check_verdict (CareCheckRun *run, const CareCheckShown *shown, CareRecord *verdict)
{
  g_autoptr (GPtrArray) deadlines
    = care_snapshot_list (run->snapshot, "deadline", "pledge", care_record_get_id (shown->record));

  if (g_strcmp0 (care_record_get (verdict, "whose"), "ours") != 0
      || !(says (verdict, "met") || says (verdict, "met-late") || says (verdict, "missed") || says (verdict, "not-yet-due")))
    return;
  for (guint i = 0; i < deadlines->len; i++)
    {
      CareRecord *deadline = g_ptr_array_index (deadlines, i);

      if (care_record_get_reference (deadline, "limb") == care_record_get_reference (verdict, "limb"))
        check_against (run, shown, verdict, deadline);
    }
}

void
care_check_timeliness (CareCheckRun *run)
{
  g_autoptr (GArray) shown = care_check_shown (run, "pledge");

  for (guint i = 0; i < shown->len; i++)
    {
      const CareCheckShown *one = &g_array_index (shown, CareCheckShown, i);
      g_autoptr (GPtrArray) verdicts
        = care_snapshot_list (run->snapshot, "verdict", "pledge", care_record_get_id (one->record));

      for (guint v = 0; v < verdicts->len; v++)
        check_verdict (run, one, g_ptr_array_index (verdicts, v));
    }
}
