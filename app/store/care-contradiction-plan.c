/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-contradiction-plan.h"

#include <glib/gi18n.h>

static void
add_side (CareAct *act, CareLibrary *library, CareRecord *contradiction, CareRecord *figure)
{
  g_autoptr (CareRecord) item = care_record_new (care_kind_find ("contradiction_item"), care_library_make_id ());
  g_autofree char *of = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (contradiction));
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (figure));

  care_record_set (item, "contradiction", of, NULL);
  care_record_set (item, "figure", id, NULL);
  care_act_insert (act, item);
}

/**
 * care_contradiction_plan:
 * @library: a library
 * @contradiction: a draft that says why
 * @a: a figure
 * @b: the other
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that puts @contradiction in, with both figures
 *   as its sides; %NULL where something that it must say is missing.
 */
CareAct *
care_contradiction_plan (CareLibrary *library, CareRecord *contradiction, CareRecord *a, CareRecord *b, GError **error)
{
  g_autofree char *sentence
    = g_strdup_printf (_ ("Explain why “%s” and “%s” differ"), care_record_get_title (a), care_record_get_title (b));
  g_autoptr (CareAct) act = care_act_new (sentence);

  if (!care_record_check (contradiction, error))
    return NULL;
  care_act_insert (act, contradiction);
  add_side (act, library, contradiction, a);
  add_side (act, library, contradiction, b);
  return g_steal_pointer (&act);
}
