/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-link-plan.h"

#include "care-error.h"

#include <glib/gi18n.h>

/**
 * care_link_draft:
 * @from: a figure or a fund
 *
 * Returns: (transfer full): a link from @from that leads nowhere yet; a fund pays for pledges.
 */
CareRecord *
care_link_draft (CareRecord *from)
{
  CareRecord *link = care_record_new (care_kind_find ("link"), care_library_make_id ());
  g_autofree char *field = g_strdup_printf ("from_%s", care_record_get_kind (from)->name);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (from));

  care_record_set (link, field, id, NULL);
  if (care_record_is (from, "fund"))
    care_record_set (link, "relation", "funds", NULL);
  return link;
}

/* Money is for a pledge; whatever else is said of a figure is said of it and another one. */
static gboolean
check_end (CareRecord *link, GError **error)
{
  gboolean is_money = g_strcmp0 (care_record_get (link, "relation"), "funds") == 0;
  CareId end = care_record_get_reference (link, is_money ? "to_pledge" : "to_figure");

  if (end != 0 && (is_money || end != care_record_get_reference (link, "from_figure")))
    return TRUE;
  g_set_error_literal (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED,
                       is_money ? _ ("Choose the pledge that it pays for.") : _ ("Choose the other figure."));
  return FALSE;
}

/**
 * care_link_plan:
 * @link: a draft of care_link_draft() with its other end
 * @drafts: (nullable) (element-type CareRecord): what was made to be named by it
 * @error: return location for a #CareDomainError
 *
 * Only that end counts which @link's relation has.
 *
 * Returns: (transfer full) (nullable): the act that puts @link in; %NULL where its other end
 *   is missing, or is the figure itself.
 */
CareAct *
care_link_plan (CareRecord *link, GPtrArray *drafts, GError **error)
{
  g_autoptr (CareAct) act = care_act_new (NULL);
  g_autoptr (CareRecord) kept = care_record_copy (link);

  if (!care_record_check (link, error) || !check_end (link, error))
    return NULL;
  care_record_set (kept, g_strcmp0 (care_record_get (link, "relation"), "funds") == 0 ? "to_figure" : "to_pledge", NULL, NULL);
  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    care_act_insert (act, g_ptr_array_index (drafts, i));
  care_act_insert (act, kept);
  return g_steal_pointer (&act);
}
