/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-ledger-plan.h"

#include "care-outline-plan.h"

#include <glib/gi18n.h>

static gboolean
set_id (CareRecord *record, const char *field, CareId id, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return care_record_set (record, field, text, error);
}

/* @sentence: (transfer full) */
static CareAct *
new_act (char *sentence)
{
  CareAct *act = care_act_new (sentence);

  g_free (sentence);
  return act;
}

static gboolean
add_item (CareAct *act, CareRecord *ledger, CareId figure, guint place, GError **error)
{
  g_autoptr (CareRecord) item = care_record_new (care_kind_find ("ledger_item"), care_library_make_id ());
  g_autofree char *ordinal = g_strdup_printf ("%u", place);

  if (!set_id (item, "ledger", care_record_get_id (ledger), error) || !set_id (item, "figure", figure, error)
      || !care_record_set (item, "ordinal", ordinal, error))
    return FALSE;
  care_act_insert (act, item);
  return TRUE;
}

/**
 * care_ledger_plan_new:
 * @ledger: a ledger that is not in the library yet, with its question
 * @figures: the ids of figures
 * @n_figures: how many
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that asks the question of @figures.
 */
CareAct *
care_ledger_plan_new (CareRecord *ledger, const CareId *figures, guint n_figures, GError **error)
{
  g_autoptr (CareAct) act = NULL;

  if (!care_record_check (ledger, error))
    return NULL;
  act = new_act (g_strdup_printf (_ ("Ask “%s”"), care_record_get_title (ledger)));
  care_act_insert (act, ledger);
  for (guint i = 0; i < n_figures; i++)
    if (!add_item (act, ledger, figures[i], i + 1, error))
      return NULL;
  return g_steal_pointer (&act);
}

static guint
find_last_place (GPtrArray *items)
{
  int last = 0;

  for (guint i = 0; i < items->len; i++)
    last = MAX (last, care_record_get_number (g_ptr_array_index (items, i), "ordinal"));
  return (guint) last;
}

/**
 * care_ledger_plan_add:
 * @library: a library
 * @ledger: a ledger of it
 * @figure: a figure of it
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that adds @figure at the end.
 */
CareAct *
care_ledger_plan_add (CareLibrary *library, CareRecord *ledger, CareRecord *figure, GError **error)
{
  const char *title = care_record_get_title (figure);
  g_autoptr (CareAct) act = new_act (g_strdup_printf (_ ("Add “%s” to a ledger"), title));
  g_autoptr (GPtrArray) items = care_library_children (library, "ledger_item", "ledger", care_record_get_id (ledger));

  return add_item (act, ledger, care_record_get_id (figure), find_last_place (items) + 1, error) ? g_steal_pointer (&act)
                                                                                                : NULL;
}

/**
 * care_ledger_plan_remove:
 * @library: a library
 * @item: a figure in a ledger of it
 *
 * Returns: (transfer full): the act that takes it out of the ledger.
 */
CareAct *
care_ledger_plan_remove (CareLibrary *library, CareRecord *item)
{
  CareRecord *figure = care_library_follow (library, item, "figure");
  const char *title = figure == NULL ? "" : care_record_get_title (figure);
  CareAct *act = new_act (g_strdup_printf (_ ("Take “%s” out of a ledger"), title));

  care_act_delete (act, item);
  return act;
}

/**
 * care_ledger_plan_convert:
 * @item: a figure in a ledger
 * @as: one conversion
 * @on: whether it is made; else it is made no longer
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that counts it so.
 */
CareAct *
care_ledger_plan_convert (CareRecord *item, CareLedgerConversions as, gboolean on, GError **error)
{
  gboolean is_period = as == CARE_LEDGER_AS_PER_YEAR || as == CARE_LEDGER_AS_TOTAL;
  const char *word = as == CARE_LEDGER_AS_PER_YEAR ? "per-year"
                     : as == CARE_LEDGER_AS_TOTAL  ? "total"
                     : as == CARE_LEDGER_AS_REAL   ? "real"
                                                   : "cash";
  g_autoptr (CareAct) act = care_act_new (on ? _ ("Convert a figure of a ledger") : _ ("Count a figure of a ledger as it is stated"));

  return care_act_set (act, item, is_period ? "as_period" : "as_price", on ? word : NULL, error) ? g_steal_pointer (&act)
                                                                                                 : NULL;
}

/**
 * care_ledger_plan_prices:
 * @items: (element-type CareRecord): figures in a ledger
 * @real: whether they are counted in the prices of the year of the ledger; else in those that
 *   each states
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that counts all of them so.
 */
CareAct *
care_ledger_plan_prices (GPtrArray *items, gboolean real, GError **error)
{
  g_autoptr (CareAct) act = care_act_new (real ? _ ("Count a ledger in real terms") : _ ("Count a ledger in the prices stated"));

  for (guint i = 0; i < items->len; i++)
    if (!care_act_set (act, items->pdata[i], "as_price", real ? "real" : NULL, error))
      return NULL;
  return g_steal_pointer (&act);
}

/**
 * care_ledger_plan_basis:
 * @ledger: a ledger
 * @figure: (nullable): that others are compared with; %NULL: those that most are like
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that compares with it.
 */
CareAct *
care_ledger_plan_basis (CareRecord *ledger, CareRecord *figure, GError **error)
{
  const char *title = figure == NULL ? "" : care_record_get_title (figure);
  g_autoptr (CareAct) act
    = new_act (figure == NULL ? g_strdup (_ ("Compare the figures of a ledger with most of them"))
                              : g_strdup_printf (_ ("Compare the figures of a ledger with “%s”"), title));
  g_autofree char *id = figure == NULL ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (figure));

  return care_act_set (act, ledger, "basis", id, error) ? g_steal_pointer (&act) : NULL;
}

/**
 * care_ledger_plan_owners:
 * @ledger: a ledger
 * @together: whether money of different owners is added
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that says so.
 */
CareAct *
care_ledger_plan_owners (CareRecord *ledger, gboolean together, GError **error)
{
  g_autoptr (CareAct) act = care_act_new (together ? _ ("Add different owners together in a ledger")
                                                   : _ ("Keep different owners apart in a ledger"));

  return care_act_set (act, ledger, "owners", together ? "together" : NULL, error) ? g_steal_pointer (&act) : NULL;
}

/**
 * care_ledger_plan_box:
 * @library: a library
 * @ledger: a ledger of it
 * @briefing: a briefing of it
 * @box: (out): the id that the box is going to have
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that prints @ledger in a box at the end of
 *   @briefing.
 */
CareAct *
care_ledger_plan_box (CareLibrary *library, CareRecord *ledger, CareRecord *briefing, CareId *box, GError **error)
{
  g_autoptr (CareRecord) record = care_record_new (care_kind_find ("box"), care_library_make_id ());
  g_autoptr (GPtrArray) drafts = g_ptr_array_new ();

  if (!set_id (record, "briefing", care_record_get_id (briefing), error) || !care_record_set (record, "kind", "ledger", error)
      || !care_record_set (record, "title", care_record_get_title (ledger), error)
      || !set_id (record, "ledger", care_record_get_id (ledger), error))
    return NULL;
  *box = care_record_get_id (record);
  g_ptr_array_add (drafts, record);
  return care_outline_plan_append (library, drafts, error);
}
