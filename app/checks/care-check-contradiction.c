/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two figures that disagree are both right only for a reason, which is recorded. */

#include "care-check.h"

#include "care-disagreement.h"

#include <glib/gi18n.h>

static GPtrArray *
list (const char *kind, const char *field, CareId id, gpointer data)
{
  return care_snapshot_list (data, kind, field, id);
}

/* (transfer full) (nullable): in what @a and @b disagree, unless that is explained. */
static char *
find_disagreement (CareCheckRun *run, CareRecord *a, CareRecord *b)
{
  CareDisagreement disagreement = care_disagreement_find (a, b, list, run->snapshot);

  if (disagreement == CARE_DISAGREEMENT_NONE
      || care_disagreement_find_reason (a, b, care_snapshot_lookup, list, run->snapshot) != NULL)
    return NULL;
  return g_strdup_printf (disagreement == CARE_DISAGREEMENT_FUND
                            ? _ ("“%s” and “%s” are two values for one fund: explain why they differ")
                            : _ ("“%s” and “%s” are one number from one source, once each year and once not: explain why"),
                          care_record_get_title (a), care_record_get_title (b));
}

/* Whether @record is one of the first @n: what it disagrees with is told already. */
static gboolean
is_among (GArray *shown, guint n, CareRecord *record)
{
  for (guint i = 0; i < n; i++)
    if (g_array_index (shown, CareCheckShown, i).record == record)
      return TRUE;
  return FALSE;
}

void
care_check_contradiction (CareCheckRun *run)
{
  g_autoptr (GArray) shown = care_check_shown (run, "figure");
  g_autoptr (GPtrArray) figures = care_check_records (run, "figure");

  for (guint i = 0; i < shown->len; i++)
    for (guint j = 0; j < figures->len; j++)
      {
        const CareCheckShown *one = &g_array_index (shown, CareCheckShown, i);
        CareRecord *other = g_ptr_array_index (figures, j);
        g_autofree char *sentence = other == one->record ? NULL : find_disagreement (run, one->record, other);
        CareFinding *finding;

        if (sentence == NULL || is_among (shown, i, other))
          continue;
        finding = care_check_report (run, one->element, one->record, NULL, "%s", sentence);
        care_check_about (finding, other);
        care_check_mend (finding, _ ("Explain…"));
      }
}
