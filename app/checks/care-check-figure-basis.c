/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A figure says whose it is and, where it is money or changes with time, for what period.
 * "Not stated" is an answer. */

#include "care-check.h"

#include <glib/gi18n.h>
#include <string.h>

/* An estimate needs somebody who made it; what is announced, somebody whose it is. */
static gboolean
has_owner (CareRecord *figure)
{
  const char *standing = care_record_get (figure, "standing");
  gboolean is_estimate = standing != NULL && (strcmp (standing, "estimate") == 0 || strcmp (standing, "projection") == 0);

  if (care_record_get (figure, "estimator") != NULL)
    return TRUE;
  return !is_estimate && (care_record_get (figure, "actor") != NULL || care_record_get (figure, "reporter") != NULL
                          || care_record_get (figure, "reporting_body") != NULL
                          || g_strcmp0 (care_record_get (figure, "flow"), "non-money") == 0);
}

static gboolean
has_period (CareRecord *figure)
{
  g_autoptr (CareQuantity) value = care_record_dup_quantity (figure, "value");

  if (value == NULL || g_strcmp0 (care_quantity_get_unit (value), "GBP") != 0)
    return TRUE;
  return care_record_get (figure, "period_basis") != NULL || care_record_get (figure, "period") != NULL;
}

static void
check_figure (CareCheckRun *run, const CareCheckShown *shown)
{
  CareRecord *figure = shown->record;

  if (!has_owner (figure))
    care_check_mend (care_check_report (run, shown->element, figure, "estimator", _ ("Figure “%s” does not say who estimated it"),
                                        care_record_get_title (figure)),
                     _ ("Add Estimator…"));
  if (!has_period (figure))
    care_check_mend (care_check_report (run, shown->element, figure, "period_basis",
                                        _ ("Figure “%s” does not say for what period it is"), care_record_get_title (figure)),
                     _ ("Add Period…"));
}

void
care_check_figure_basis (CareCheckRun *run)
{
  g_autoptr (GArray) shown = care_check_shown (run, "figure");

  for (guint i = 0; i < shown->len; i++)
    check_figure (run, &g_array_index (shown, CareCheckShown, i));
}
