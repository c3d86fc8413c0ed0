/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures that are recorded to follow from each other still do: 15 million, and 20% more, are
 * 18 million. Whichever of them is changed, the others are to be looked at. */

#include "care-check.h"

#include "care-calculation-words.h"

#include <glib/gi18n.h>

/* (transfer none) (nullable): the first figure of @calculation that is shown, its result first. */
static const CareCheckShown *
find_shown (GArray *shown, CareRecord *calculation)
{
  static const char *const fields[] = { "result", "first", "second" };

  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    for (guint i = 0; i < shown->len; i++)
      if (care_record_get_id (g_array_index (shown, CareCheckShown, i).record)
          == care_record_get_reference (calculation, fields[f]))
        return &g_array_index (shown, CareCheckShown, i);
  return NULL;
}

void
care_check_calculation (CareCheckRun *run)
{
  g_autoptr (GArray) shown = care_check_shown (run, "figure");
  g_autoptr (GPtrArray) calculations = care_check_records (run, "calculation");

  for (guint i = 0; i < calculations->len; i++)
    {
      CareRecord *calculation = g_ptr_array_index (calculations, i);
      const CareCheckShown *one = find_shown (shown, calculation);
      CareCalculationResult result = care_calculation_judge (calculation, care_snapshot_lookup, run->snapshot);
      g_autofree char *words = NULL;

      if (one == NULL || result != CARE_CALCULATION_FAILS)
        continue;
      words = care_calculation_say (calculation, care_snapshot_get_numbers (run->snapshot), care_snapshot_lookup,
                                    run->snapshot);
      care_check_mend (care_check_report (run, one->element, one->record, "value", "%s", words), _ ("Open Figure…"));
    }
}
