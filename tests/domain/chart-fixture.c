/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-fixture.h"

GPtrArray *chart_records;

CareRecord *
chart_lookup (const char *kind, CareId id, gpointer data)
{
  for (guint i = 0; i < chart_records->len; i++)
    if (care_record_is (chart_records->pdata[i], kind) && care_record_get_id (chart_records->pdata[i]) == id)
      return chart_records->pdata[i];
  return NULL;
}

static GPtrArray *
list (gpointer data, const char *kind, const char *field, CareId id)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < chart_records->len; i++)
    if (care_record_is (chart_records->pdata[i], kind) && care_record_get_reference (chart_records->pdata[i], field) == id)
      g_ptr_array_add (found, chart_records->pdata[i]);
  return found;
}

const CareChartAsk chart_ask = { chart_lookup, list, NULL, CARE_QUANTITY_HOUSE };

CareRecord *
chart_add (const char *kind, CareId id, ...)
{
  CareRecord *record = care_record_new (care_kind_find (kind), id);
  va_list fields;

  va_start (fields, id);
  for (const char *field; (field = va_arg (fields, const char *)) != NULL;)
    {
      g_autoptr (GError) error = NULL;

      care_record_set (record, field, va_arg (fields, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (fields);
  g_ptr_array_add (chart_records, record);
  return record;
}

void
chart_set (CareRecord *record, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  care_record_set (record, field, text, &error);
  g_assert_no_error (error);
}

CareRecord *
chart_add_figure (CareId id, const char *label, const char *value)
{
  return chart_add ("figure", id, "label", label, "value", value, "flow", "spend", "period_basis", "per-year", "price_basis", "cash",
              NULL);
}

CareRecord *
chart_add_year (CareId id, const char *year, const char *value)
{
  return chart_add ("figure", id, "label", "Spending", "value", value, "flow", "spend", "period_basis", "level", "price_basis", "cash",
                    "period", year, NULL);
}

void
chart_add_part_of (CareId id, const char *part, const char *whole)
{
  chart_add ("link", id, "relation", "part-of", "from_figure", part, "to_figure", whole, NULL);
}

GPtrArray *
chart_list_figures (void)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < chart_records->len; i++)
    if (care_record_is (chart_records->pdata[i], "figure"))
      g_ptr_array_add (figures, g_object_ref (chart_records->pdata[i]));
  return figures;
}

CareChartContent *
chart_make (CareChartKind kind)
{
  g_autoptr (GPtrArray) figures = chart_list_figures ();

  return care_chart_content_new (&chart_ask, figures, kind, 20);
}

const CareChartBar *
chart_get_bar (const CareChartContent *content, guint index)
{
  g_assert_cmpuint (index, <, content->bars->len);
  return content->bars->pdata[index];
}

static void
set_up (gpointer fixture, gconstpointer data)
{
  chart_records = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (gpointer fixture, gconstpointer data)
{
  g_clear_pointer (&chart_records, g_ptr_array_unref);
}

static void
run (gpointer fixture, gconstpointer test)
{
  ((void (*) (void)) test) ();
}

void
chart_add_test (const char *path, void (*test) (void))
{
  g_test_add_vtable (path, 0, (gconstpointer) test, set_up, run, tear_down);
}
