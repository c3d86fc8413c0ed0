/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One number that is recorded twice counts once: the second restates the first. */

#include "care-check.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_linked (CareCheckRun *run, CareRecord *from, CareRecord *to)
{
  g_autoptr (GPtrArray) links = care_snapshot_list (run->snapshot, "link", "from_figure", care_record_get_id (from));

  for (guint i = 0; i < links->len; i++)
    if (care_record_get_reference (g_ptr_array_index (links, i), "to_figure") == care_record_get_id (to))
      return TRUE;
  return FALSE;
}

/* Whose it is, what it is paid from or what it is for. */
static gboolean
is_of_the_same (CareRecord *a, CareRecord *b)
{
  static const char *const fields[] = { "actor", "fund", "pledge" };
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      CareId one = care_record_get_reference (a, fields[i]);
      CareId other = care_record_get_reference (b, fields[i]);

      if (one != other)
        return FALSE;
      any = any || one != 0;
    }
  return any;
}

static gboolean
is_same_number (CareRecord *a, CareRecord *b)
{
  g_autoptr (CareQuantity) one = care_record_dup_quantity (a, "value");
  g_autoptr (CareQuantity) other = care_record_dup_quantity (b, "value");

  return one != NULL && other != NULL && care_quantity_has_number (one) && care_quantity_equal (one, other)
         && g_strcmp0 (care_quantity_get_unit (one), "%") != 0;
}

/* What is quick to tell comes first: a ledger may show a thousand figures, each beside each. */
static gboolean
is_repeated (CareCheckRun *run, CareRecord *a, CareRecord *b)
{
  return is_of_the_same (a, b) && is_same_number (a, b) && !is_linked (run, a, b) && !is_linked (run, b, a);
}

void
care_check_restatement (CareCheckRun *run)
{
  g_autoptr (GArray) shown = care_check_shown (run, "figure");

  for (guint i = 0; i < shown->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const CareCheckShown *one = &g_array_index (shown, CareCheckShown, i);
        CareRecord *first = g_array_index (shown, CareCheckShown, j).record;
        CareFinding *finding;

        if (!is_repeated (run, one->record, first))
          continue;
        finding = care_check_report (run, one->element, one->record, NULL,
                                     _ ("“%s” may be “%s” once more: say that it restates it, so that it counts once"),
                                     care_record_get_title (one->record), care_record_get_title (first));
        care_check_about (finding, first);
        care_check_mend (finding, _ ("Add Link…"));
      }
}
