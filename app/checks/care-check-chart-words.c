/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart says in words what it shows to those who see it: its author knows best what that is. */

#include "care-check.h"

#include <glib/gi18n.h>

void
care_check_chart_words (CareCheckRun *run)
{
  g_autoptr (GPtrArray) boxes = care_check_boxes (run, "chart");

  for (guint i = 0; i < boxes->len; i++)
    {
      CareRecord *box = g_ptr_array_index (boxes, i);

      if (care_record_get (box, "alternative") == NULL)
        care_check_mend (care_check_report (run, box, box, "alternative", _ ("The chart “%s” has no alternative text"),
                                            care_record_get_title (box)),
                         _ ("Write It…"));
    }
}
