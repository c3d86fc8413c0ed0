/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A quotation says what the passage kept of its source says, but for what is marked. */

#include "care-check.h"

#include <glib/gi18n.h>

/**
 * care_check_quotation_is:
 * @run: what is checked
 * @quotation: a quotation
 * @found: how it is to be found
 *
 * Returns: whether a passage is kept of the source of @quotation, and that is how the
 *   quotation is found in it.
 */
gboolean
care_check_quotation_is (CareCheckRun *run, CareRecord *quotation, CareQuotationFound found)
{
  CareRecord *source = care_snapshot_follow (run->snapshot, quotation, "source");
  const char *passage = source == NULL ? NULL : care_record_get (source, "passage");
  g_autoptr (CareQuotationMatch) match = NULL;

  if (passage == NULL)
    return FALSE;
  match = care_quotation_match (care_record_get_title (quotation), passage);
  return match->found == found;
}

void
care_check_quotation_altered (CareCheckRun *run)
{
  g_autoptr (GArray) shown = care_check_shown (run, "quotation");

  for (guint i = 0; i < shown->len; i++)
    {
      const CareCheckShown *one = &g_array_index (shown, CareCheckShown, i);

      if (care_check_quotation_is (run, one->record, CARE_QUOTATION_ALTERED))
        care_check_mend (care_check_report (run, one->element, one->record, "text",
                                            _ ("Quotation “%s” differs from the passage kept of its source"),
                                            care_record_get_title (one->record)),
                         _ ("Compare…"));
    }
  care_check_quoted (run, CARE_QUOTATION_ALTERED);
}
