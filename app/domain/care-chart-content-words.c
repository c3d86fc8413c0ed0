/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart says where its author has written nothing: what is measured, and all of it for those
 * who do not see it. */

#include "care-chart-content.h"

#include <glib/gi18n.h>

/* What all of them count, in the author's words; NULL if they do not count the same. */
static const char *
find_counts (GPtrArray *figures)
{
  const char *counts = figures->len == 0 ? NULL : care_record_get (figures->pdata[0], "counts");

  for (guint i = 1; i < figures->len; i++)
    if (g_strcmp0 (counts, care_record_get (figures->pdata[i], "counts")) != 0)
      return NULL;
  return counts;
}

/**
 * care_chart_content_say_measure:
 * @ask: where records are found
 * @known: the figures
 * @figures: (element-type CareRecord): those of them that stand on the axis
 *
 * Returns: (transfer full): what they all have: measure, period and place.
 */
char *
care_chart_content_say_measure (const CareChartAsk *ask, const CareLedgerFigures *known, GPtrArray *figures)
{
  const char *counts = find_counts (figures);
  CareLedgerFields alike = ~(CARE_LEDGER_OWNER | CARE_LEDGER_RECURRENCE);
  const CareLedgerFigure *first = NULL;
  char *words;

  for (guint i = 0; i < figures->len; i++)
    {
      const CareLedgerFigure *figure = care_ledger_figures_find (known, care_record_get_id (figures->pdata[i]));

      first = first != NULL ? first : figure;
      alike &= ~care_ledger_compare (first, figure, TRUE);
    }
  words = first == NULL ? g_strdup ("") : care_chart_say_basis (ask, first, alike);
  if (counts != NULL)
    {
      g_autofree char *basis = words;

      words = *basis == '\0' ? g_strdup (counts) : g_strdup_printf (_ ("%s: %s"), basis, counts);
    }
  return words;
}

/* What is all of its bar needs no value of its own. */
static void
append_parts (const CareChartContent *self, GString *words, const CareChartBar *bar)
{
  if (bar->parts != NULL && bar->parts->len == 1)
    {
      g_string_append_printf (words, ", %s", g_array_index (bar->parts, CareChartPart, 0).label);
      return;
    }
  for (guint i = 0; bar->parts != NULL && i < bar->parts->len; i++)
    {
      const CareChartPart *part = &g_array_index (bar->parts, CareChartPart, i);
      g_autofree char *share = care_quantity_format (part->quantity, self->numbers);

      g_string_append_printf (words, "%s%s %s", i == 0 ? _ (", of which ") : ", ", part->label, share);
    }
}

/* "; " between bars, but a break says so itself. */
static void
append_bar (const CareChartContent *self, GString *words, const CareChartBar *bar)
{
  g_autofree char *value = care_quantity_format (bar->quantity, self->numbers);

  if (words->len > 0)
    g_string_append (words, "; ");
  if (bar->heading != NULL)
    g_string_append_printf (words, "%s: ", bar->heading);
  if (bar->gap != NULL)
    g_string_append_printf (words, "(%s) ", bar->gap);
  if (bar->note != NULL && *bar->note != '\0')
    g_string_append_printf (words, "%s (%s): %s", bar->label, bar->note, value);
  else
    g_string_append_printf (words, "%s: %s", bar->label, value);
  append_parts (self, words, bar);
}

/**
 * care_chart_content_describe:
 * @self: what a chart shows
 *
 * Returns: (transfer full): all bars in words, for those who do not see them.
 */
char *
care_chart_content_describe (const CareChartContent *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->bars->len; i++)
    append_bar (self, words, g_ptr_array_index (self->bars, i));
  return g_string_free (words, FALSE);
}
