/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A figure is printed only with a source. Those of statistic boxes have a check of their
 * own. */

#include "care-check.h"

#include <glib/gi18n.h>

void
care_check_figure_source (CareCheckRun *run)
{
  g_autoptr (GArray) shown = care_check_shown (run, "figure");

  for (guint i = 0; i < shown->len; i++)
    {
      const CareCheckShown *one = &g_array_index (shown, CareCheckShown, i);

      if (care_check_has_citation (run, "figure", one->record)
          || (care_record_is (one->element, "box") && g_strcmp0 (care_record_get (one->element, "kind"), "statistic") == 0))
        continue;
      care_check_mend (care_check_report (run, one->element, one->record, NULL, _ ("Figure “%s” has no source"),
                                          care_record_get_title (one->record)),
                       _ ("Add Source…"));
    }
}
