/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which figures of a chart have a bar: those that can stand beside its first. Of money of which nobody says
 * what period it is for only the parts of one whole can. */

#include "care-chart-basis.h"

/* Who makes a part of what is part of it gets no further. */
#define MOST_LEVELS 16

/**
 * care_chart_find_lack:
 * @figure: a figure
 *
 * Two sums of £2.5 billion may be a year's and five years'. Where nobody says which, neither is more
 * than the other, nor as much.
 *
 * Returns: what nobody says of its period, without which it can be compared with parts of itself only;
 *   0 where enough is said.
 */
CareLedgerFields
care_chart_find_lack (const CareLedgerFigure *figure)
{
  if (figure->period_basis == NULL)
    return g_strcmp0 (figure->unit, "GBP") == 0 ? CARE_LEDGER_PERIOD_BASIS : 0;
  return care_chart_has_length (figure) && figure->period == NULL ? CARE_LEDGER_PERIOD : 0;
}

/* A link by which one figure is part of another, at this end of it. */
static CareRecord *
find_part_link (const CareChartAsk *ask, const char *end, CareId id)
{
  g_autoptr (GPtrArray) links = ask->list (ask->data, "link", end, id);

  for (guint i = 0; i < links->len; i++)
    if (g_strcmp0 (care_record_get (links->pdata[i], "relation"), "part-of") == 0
        && care_record_get_reference (links->pdata[i], "to_figure") != 0)
      return links->pdata[i];
  return NULL;
}

/**
 * care_chart_find_whole:
 * @ask: where records are found
 * @id: of a figure
 *
 * Returns: the figure that it is in the end a part of, or itself where others are parts of it: whatever
 *   period that is for, so are they. 0 for neither.
 */
CareId
care_chart_find_whole (const CareChartAsk *ask, CareId id)
{
  CareRecord *link = find_part_link (ask, "from_figure", id);

  if (link == NULL)
    return find_part_link (ask, "to_figure", id) == NULL ? 0 : id;
  for (guint i = 0; link != NULL && i < MOST_LEVELS; i++)
    {
      id = care_record_get_reference (link, "to_figure");
      link = find_part_link (ask, "from_figure", id);
    }
  return id;
}

static const CareLedgerFigure *
find_known (const CareLedgerFigures *known, CareRecord *figure)
{
  return care_ledger_figures_find (known, care_record_get_id (figure));
}

/* What keeps @figure from standing beside @first; 0 if nothing does. */
static CareLedgerFields
find_differences (const CareChartAsk *ask, const CareLedgerFigure *figure, const CareLedgerFigure *first, gboolean over_years)
{
  CareLedgerFields differs = care_chart_compare (figure, first, over_years);
  CareLedgerFields lack = care_chart_find_lack (figure);
  CareId whole;

  if (differs != 0 || lack == 0 || over_years || figure == first)
    return differs;
  whole = care_chart_find_whole (ask, first->id);
  return whole != 0 && whole == care_chart_find_whole (ask, figure->id) ? 0 : lack;
}

/**
 * care_chart_list_alike:
 * @ask: where records are found
 * @known: what is known of @figures
 * @figures: (element-type CareRecord): those of a chart; the first says what its axis is of
 * @over_years: whether it is a chart over years
 *
 * Among figures of which nobody says what period they are for none has a bar that the others have not.
 *
 * Returns: (transfer full) (element-type CareRecord): those that stand on the axis.
 */
GPtrArray *
care_chart_list_alike (const CareChartAsk *ask, const CareLedgerFigures *known, GPtrArray *figures, gboolean over_years)
{
  GPtrArray *alike = g_ptr_array_new ();
  gboolean is_lacking = FALSE;

  for (guint i = 0; i < figures->len; i++)
    {
      const CareLedgerFigure *first = find_known (known, figures->pdata[0]), *figure = find_known (known, figures->pdata[i]);

      if (find_differences (ask, figure, first, over_years) == 0)
        g_ptr_array_add (alike, figures->pdata[i]);
      else
        is_lacking = is_lacking || care_chart_compare (figure, first, over_years) == 0;
    }
  if (is_lacking && alike->len == 1)
    g_ptr_array_set_size (alike, 0);
  return alike;
}

/**
 * care_chart_say_apart:
 * @ask: where records are found
 * @known: what is known of figures
 * @figure: one that has no bar
 * @first: that says what the axis is of, perhaps the same
 * @note: what is said beside a bar of @figure, perhaps ""
 *
 * Returns: (transfer full): why it has none: "saving, not spending"; where that is for what nobody says of
 *   the others either, after what it is: "Labour · period basis: not stated".
 */
char *
care_chart_say_apart (const CareChartAsk *ask, const CareLedgerFigures *known, CareRecord *figure, CareRecord *first,
                      const char *note)
{
  const CareLedgerFigure *it = find_known (known, figure), *basis = find_known (known, first);
  CareLedgerFields differs = care_chart_compare (it, basis, FALSE);
  g_autofree char *why = care_chart_say_other (ask, it, basis, differs != 0 ? differs : care_chart_find_lack (it));

  return differs != 0 || *note == '\0' ? g_steal_pointer (&why) : g_strdup_printf ("%s · %s", note, why);
}
