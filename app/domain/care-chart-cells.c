/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart as a table of the same numbers: for a spreadsheet both as people read them and as digits
 * that can be reckoned with. */

#include "care-chart-content.h"

#include <glib/gi18n.h>

/* (transfer full): all digits and no exponent: "3800000000". */
static char *
write_digits (CareDecimal number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number.mantissa < 0 ? -(guint64) number.mantissa
                                                                                       : (guint64) number.mantissa);
  GString *out = g_string_new (digits);

  if (number.mantissa != 0)
    for (int i = 0; i < number.exponent; i++)
      g_string_append_c (out, '0');
  if (number.exponent < 0)
    {
      while (out->len <= (gsize) -number.exponent)
        g_string_prepend_c (out, '0');
      g_string_insert_c (out, (gssize) out->len + number.exponent, '.');
    }
  if (number.mantissa < 0)
    g_string_prepend_c (out, '-');
  return g_string_free (out, FALSE);
}

/* (transfer full): the least that it can be, or the most; empty where nobody knows. */
static char *
write_end (const CareQuantity *quantity, gboolean least)
{
  CareQuantityForm open = least ? CARE_QUANTITY_UP_TO : CARE_QUANTITY_AT_LEAST;

  if (!care_quantity_has_number (quantity) || care_quantity_get_form (quantity) == open)
    return g_strdup ("");
  return write_digits (least ? care_quantity_get_low (quantity) : care_quantity_get_high (quantity));
}

/* Takes @label. */
static void
add_row (const CareChartContent *self, GPtrArray *rows, char *label, const char *note, const CareQuantity *quantity, const char *gap)
{
  const char *unit = care_quantity_get_unit (quantity);
  char **row = g_new0 (char *, CARE_CHART_N_CELLS + 1);

  row[0] = label;
  row[1] = g_strdup (note != NULL ? note : "");
  row[2] = care_quantity_format (quantity, self->numbers);
  row[3] = write_end (quantity, TRUE);
  row[4] = write_end (quantity, FALSE);
  row[5] = g_strdup (unit != NULL ? unit : "");
  row[6] = g_strdup (gap != NULL ? gap : "");
  g_ptr_array_add (rows, row);
}

static void
add_bar (const CareChartContent *self, GPtrArray *rows, const CareChartBar *bar)
{
  add_row (self, rows, g_strdup (bar->label), bar->note, bar->quantity, bar->gap);
  for (guint i = 0; bar->parts != NULL && i < bar->parts->len; i++)
    {
      const CareChartPart *part = &g_array_index (bar->parts, CareChartPart, i);

      add_row (self, rows, g_strdup_printf ("%s: %s", bar->label, part->label), NULL, part->quantity, NULL);
    }
}

static void
add_headings (GPtrArray *rows)
{
  static const char *const headings[CARE_CHART_N_CELLS]
    = { N_ ("Figure"), N_ ("Note"), N_ ("Value"), N_ ("Least"), N_ ("Most"), N_ ("Unit"), N_ ("Break") };
  char **row = g_new0 (char *, CARE_CHART_N_CELLS + 1);

  for (guint i = 0; i < CARE_CHART_N_CELLS; i++)
    row[i] = g_strdup (_ (headings[i]));
  g_ptr_array_add (rows, row);
}

/**
 * care_chart_content_list_cells:
 * @self: what a chart shows
 *
 * Returns: (transfer full) (element-type GStrv): rows of %CARE_CHART_N_CELLS cells, headings first; a
 *   part has a row after its bar's.
 */
GPtrArray *
care_chart_content_list_cells (const CareChartContent *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  add_headings (rows);
  for (guint i = 0; i < self->bars->len; i++)
    add_bar (self, rows, g_ptr_array_index (self->bars, i));
  return rows;
}
