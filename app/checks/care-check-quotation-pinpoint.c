/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A quotation can be found again: by its source, and where in it. */

#include "care-check.h"

#include <glib/gi18n.h>

static void
check_quotation (CareCheckRun *run, const CareCheckShown *shown)
{
  CareRecord *quotation = shown->record;

  if (care_record_get (quotation, "source") == NULL)
    care_check_mend (care_check_report (run, shown->element, quotation, "source", _ ("Quotation “%s” has no source"),
                                        care_record_get_title (quotation)),
                     _ ("Add Source…"));
  else if (care_record_get (quotation, "pinpoint") == NULL)
    care_check_mend (care_check_report (run, shown->element, quotation, "pinpoint",
                                        _ ("Quotation “%s” does not say where in its source it is"),
                                        care_record_get_title (quotation)),
                     _ ("Add Pinpoint…"));
}

void
care_check_quotation_pinpoint (CareCheckRun *run)
{
  g_autoptr (GArray) shown = care_check_shown (run, "quotation");

  for (guint i = 0; i < shown->len; i++)
    check_quotation (run, &g_array_index (shown, CareCheckShown, i));
}
