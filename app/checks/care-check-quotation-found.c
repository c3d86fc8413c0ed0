/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a passage is kept of a source, what is quoted from it is there. */

#include "care-check.h"

#include <glib/gi18n.h>

void
care_check_quotation_found (CareCheckRun *run)
{
  g_autoptr (GArray) shown = care_check_shown (run, "quotation");

  for (guint i = 0; i < shown->len; i++)
    {
      const CareCheckShown *one = &g_array_index (shown, CareCheckShown, i);

      if (care_check_quotation_is (run, one->record, CARE_QUOTATION_NOT_FOUND))
        care_check_mend (care_check_report (run, one->element, one->record, "source",
                                            _ ("Quotation “%s” is not in the passage kept of its source"),
                                            care_record_get_title (one->record)),
                         _ ("Open Quotation…"));
    }
  care_check_quoted (run, CARE_QUOTATION_NOT_FOUND);
}
