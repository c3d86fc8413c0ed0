/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is printed large says where it comes from. */

#include "care-check.h"

#include "care-reference.h"

#include <glib/gi18n.h>

static gboolean
cites (const char *text)
{
  CareReferenceMatch match;

  for (gsize from = 0; text != NULL && care_reference_next (text, from, &match); from = match.end)
    if (match.is_citation)
      return TRUE;
  return FALSE;
}

static void
check_box (CareCheckRun *run, CareRecord *box)
{
  CareRecord *figure = care_snapshot_follow (run->snapshot, box, "figure");
  g_autofree char *words = NULL;

  if (figure == NULL)
    {
      care_check_mend (care_check_report (run, box, box, "figure", _ ("“%s” has no figure, and so no source"),
                                          care_record_get_title (box)),
                       _ ("Choose Figure…"));
      return;
    }
  if (cites (care_record_get (box, "text")) || care_check_has_citation (run, "figure", figure))
    return;
  words = care_reference_words (figure, care_snapshot_get_numbers (run->snapshot));
  care_check_mend (care_check_report (run, box, figure, NULL, _ ("“%s” has no source"), words), _ ("Add Source…"));
}

void
care_check_statistic_source (CareCheckRun *run)
{
  g_autoptr (GPtrArray) boxes = care_check_boxes (run, "statistic");

  for (guint i = 0; i < boxes->len; i++)
    check_box (run, g_ptr_array_index (boxes, i));
}
