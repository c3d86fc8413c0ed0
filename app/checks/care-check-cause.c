/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nothing is dated before what it follows from: a revision before what it revises, a deadline
 * before its pledge, a judgement before what it judges. */

#include "care-check.h"

#include "care-deadline-words.h"

#include <glib/gi18n.h>

/* Whether @date is before @cause, whichever days they are. */
static gboolean
is_before (const CareDate *date, const CareDate *cause)
{
  return date != NULL && cause != NULL && care_date_get_latest (date) != 0
         && care_date_get_latest (date) < care_date_get_earliest (cause);
}

static void
check_version (CareCheckRun *run, CareRecord *element, CareRecord *version)
{
  CareRecord *before = care_snapshot_follow (run->snapshot, version, "supersedes");
  g_autoptr (CareDate) stated = care_record_dup_date (version, "stated");
  g_autoptr (CareDate) stated_before = before == NULL ? NULL : care_record_dup_date (before, "stated");

  if (is_before (stated, stated_before))
    care_check_mend (care_check_report (run, element, version, "stated", _ ("“%s” is dated before “%s”, which it supersedes"),
                                        care_record_get_title (version), care_record_get_title (before)),
                     _ ("Change Date…"));
}

static void
check_deadline (CareCheckRun *run, const CareCheckShown *shown, CareRecord *deadline, const CareDate *made)
{
  CareDue due = care_deadline_get_due (deadline);

  if (made != NULL && due.last != 0 && due.last < care_date_get_earliest (made))
    care_check_mend (care_check_report (run, shown->element, deadline, "due", _ ("“%s” was past when the pledge “%s” was made"),
                                        care_record_get_title (deadline), care_record_get_title (shown->record)),
                     _ ("Change Date…"));
}

static void
check_pledge (CareCheckRun *run, const CareCheckShown *shown)
{
  g_autoptr (GPtrArray) deadlines = care_snapshot_list (run->snapshot, "deadline", "pledge", care_record_get_id (shown->record));
  g_autoptr (GPtrArray) verdicts = care_snapshot_list (run->snapshot, "verdict", "pledge", care_record_get_id (shown->record));
  g_autoptr (CareDate) made = care_record_dup_date (shown->record, "made");

  for (guint i = 0; i < deadlines->len; i++)
    check_deadline (run, shown, g_ptr_array_index (deadlines, i), made);
  for (guint i = 0; i < verdicts->len; i++)
    {
      CareRecord *verdict = g_ptr_array_index (verdicts, i);
      g_autoptr (CareDate) judged = care_record_dup_date (verdict, "judged");

      if (is_before (judged, made))
        care_check_mend (care_check_report (run, shown->element, verdict, "judged", _ ("“%s” was judged before it was made"),
                                            care_record_get_title (shown->record)),
                         _ ("Change Date…"));
    }
}

void
care_check_cause (CareCheckRun *run)
{
  g_autoptr (GArray) lines = care_check_shown (run, "party_line");
  g_autoptr (GArray) positions = care_check_shown (run, "position");
  g_autoptr (GArray) pledges = care_check_shown (run, "pledge");

  for (guint i = 0; i < lines->len; i++)
    {
      const CareCheckShown *shown = &g_array_index (lines, CareCheckShown, i);
      CareRecord *version = care_snapshot_follow (run->snapshot, shown->record, "version");

      if (version != NULL)
        check_version (run, shown->element, version);
    }
  for (guint i = 0; i < positions->len; i++)
    {
      const CareCheckShown *shown = &g_array_index (positions, CareCheckShown, i);
      g_autoptr (GPtrArray) versions
        = care_snapshot_list (run->snapshot, "position_version", "position", care_record_get_id (shown->record));

      for (guint v = 0; v < versions->len; v++)
        check_version (run, shown->element, g_ptr_array_index (versions, v));
    }
  for (guint i = 0; i < pledges->len; i++)
    check_pledge (run, &g_array_index (pledges, CareCheckShown, i));
}
