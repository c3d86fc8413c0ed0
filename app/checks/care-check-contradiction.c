/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two figures that disagree are both right only for a reason, which is recorded. */

#include "care-check.h"

#include <glib/gi18n.h>

static gboolean
is_side (CareCheckRun *run, CareId contradiction, CareRecord *figure)
{
  g_autoptr (GPtrArray) items
    = care_snapshot_list (run->snapshot, "contradiction_item", "contradiction", contradiction);

  for (guint i = 0; i < items->len; i++)
    if (care_record_get_reference (g_ptr_array_index (items, i), "figure") == care_record_get_id (figure))
      return TRUE;
  return FALSE;
}

static gboolean
is_explained (CareCheckRun *run, CareRecord *a, CareRecord *b)
{
  g_autoptr (GPtrArray) contradictions = care_check_records (run, "contradiction");

  for (guint i = 0; i < contradictions->len; i++)
    {
      CareId id = care_record_get_id (g_ptr_array_index (contradictions, i));

      if (is_side (run, id, a) && is_side (run, id, b))
        return TRUE;
    }
  return FALSE;
}

static gboolean
share_source (CareCheckRun *run, CareRecord *a, CareRecord *b)
{
  g_autoptr (GPtrArray) of_a = care_snapshot_list (run->snapshot, "citation", "figure", care_record_get_id (a));
  g_autoptr (GPtrArray) of_b = care_snapshot_list (run->snapshot, "citation", "figure", care_record_get_id (b));

  for (guint i = 0; i < of_a->len; i++)
    for (guint j = 0; j < of_b->len; j++)
      if (care_record_get_reference (g_ptr_array_index (of_a, i), "source")
          == care_record_get_reference (g_ptr_array_index (of_b, j), "source"))
        return TRUE;
  return FALSE;
}

static gboolean
differs (CareRecord *a, CareRecord *b, const char *field)
{
  const char *one = care_record_get (a, field);
  const char *other = care_record_get (b, field);

  return one != NULL && other != NULL && g_strcmp0 (one, other) != 0;
}

/* (transfer full) (nullable): in what @a and @b disagree. */
static char *
find_disagreement (CareCheckRun *run, CareRecord *a, CareRecord *b)
{
  g_autoptr (CareQuantity) one = care_record_dup_quantity (a, "value");
  g_autoptr (CareQuantity) other = care_record_dup_quantity (b, "value");
  CareId fund = care_record_get_reference (a, "fund");

  if (one == NULL || other == NULL || !care_quantity_has_number (one) || !care_quantity_has_number (other))
    return NULL;
  if (care_quantity_equal (one, other) && differs (a, b, "recurrence") && share_source (run, a, b))
    return g_strdup_printf (_ ("“%s” and “%s” are one number from one source, once each year and once not: explain why"),
                            care_record_get_title (a), care_record_get_title (b));
  if (fund != 0 && fund == care_record_get_reference (b, "fund") && !care_quantity_equal (one, other)
      && g_strcmp0 (care_quantity_get_unit (one), care_quantity_get_unit (other)) == 0
      && g_strcmp0 (care_record_get (a, "flow"), care_record_get (b, "flow")) == 0)
    return g_strdup_printf (_ ("“%s” and “%s” are two values for one fund: explain why they differ"),
                            care_record_get_title (a), care_record_get_title (b));
  return NULL;
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
        gboolean is_told = FALSE;
        CareFinding *finding;

        for (guint k = 0; k < i; k++)
          is_told = is_told || g_array_index (shown, CareCheckShown, k).record == other;
        if (sentence == NULL || is_told || is_explained (run, one->record, other))
          continue;
        finding = care_check_report (run, one->element, one->record, NULL, "%s", sentence);
        care_check_about (finding, other);
        care_check_mend (finding, _ ("Explain…"));
      }
}
