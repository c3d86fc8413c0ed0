/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures of different years: one series after the other, each from its first year to its last.
 * Where two that follow each other were not counted alike, the series is broken between them and
 * says why, so that nobody reads a change into it. */

#include "care-chart-content.h"

#include "care-vocabularies.h"

#include <glib/gi18n.h>

/* Two bars of one series are of one owner and count one thing. */
typedef struct
{
  CareRecord *figure;
  CareDate *period; /* or NULL */
  guint place;      /* of its series, in the order of the figures */
} Point;

static void
clear_point (gpointer data)
{
  g_clear_pointer (&((Point *) data)->period, care_date_unref);
}

/* (transfer full) */
static char *
make_key (CareRecord *figure)
{
  CareId fund = care_record_get_reference (figure, "fund");
  const char *counts = care_record_get (figure, "counts");
  const char *what = counts != NULL ? counts : care_record_get_title (figure);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", care_record_get_reference (figure, "actor"), fund,
                          fund != 0 ? "" : what);
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const Point *first = a, *second = b;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  return care_date_compare (first->period, second->period);
}

static gboolean
has_year (const CareDate *period)
{
  return period != NULL && care_date_get_earliest (period) != 0;
}

/* (transfer full): of those of a known year, by series and year; the others are added to @undated. */
static GArray *
list_points (GPtrArray *figures, GPtrArray *undated)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (Point));
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_array_set_clear_func (points, clear_point);
  for (guint i = 0; i < figures->len; i++)
    {
      CareRecord *figure = g_ptr_array_index (figures, i);
      Point point = { figure, care_record_dup_date (figure, "period"), 0 };
      char *key = make_key (figure);

      if (!has_year (point.period))
        {
          g_clear_pointer (&point.period, care_date_unref);
          g_free (key);
          g_ptr_array_add (undated, figure);
          continue;
        }
      if (!g_hash_table_contains (places, key))
        g_hash_table_insert (places, g_strdup (key), GUINT_TO_POINTER (g_hash_table_size (places)));
      point.place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));
      g_free (key);
      g_array_append_val (points, point);
    }
  g_array_sort (points, compare_points);
  return points;
}

static void
append_reason (GString *reasons, char *reason)
{
  if (reasons->len > 0)
    g_string_append (reasons, "; ");
  g_string_append (reasons, reason);
  g_free (reason);
}

/* Whole years between the end of one and the beginning of the other, of which nothing is known. */
static void
append_missing (GString *reasons, const Point *before, const Point *after)
{
  CareDay end = care_date_get_latest (before->period), begin = care_date_get_earliest (after->period);

  if (end == 0 || begin < end + 366)
    return;
  append_reason (reasons, g_strdup (_ ("no figure for the years between")));
}

static void
append_estimator (GString *reasons, const CareChartAsk *ask, const Point *before, const Point *after)
{
  CareRecord *was, *is;

  if (care_record_get_reference (before->figure, "estimator") == care_record_get_reference (after->figure, "estimator"))
    return;
  was = ask->lookup ("actor", care_record_get_reference (before->figure, "estimator"), ask->data);
  is = ask->lookup ("actor", care_record_get_reference (after->figure, "estimator"), ask->data);
  append_reason (reasons, g_strdup_printf (_ ("estimated by %s, before by %s"),
                                           is != NULL ? care_record_get_title (is) : _ ("nobody named"),
                                           was != NULL ? care_record_get_title (was)
                                                       : _ ("nobody named")));
}

/* (transfer full) (nullable): why @after does not go on from @before. */
static char *
find_gap (const CareChartAsk *ask, const CareLedgerFigures *known, const Point *before, const Point *after)
{
  const CareLedgerFigure *was = care_ledger_figures_find (known, care_record_get_id (before->figure));
  const CareLedgerFigure *is = care_ledger_figures_find (known, care_record_get_id (after->figure));
  CareLedgerFields differs = care_chart_compare (is, was, FALSE) & ~CARE_LEDGER_PERIOD;
  g_autoptr (GString) reasons = g_string_new (NULL);

  if (differs != 0)
    append_reason (reasons, care_chart_say_other (ask, is, was, differs));
  append_estimator (reasons, ask, before, after);
  append_missing (reasons, before, after);
  return reasons->len == 0 ? NULL : g_strdup_printf (_ ("Break: %s"), reasons->str);
}

/* (transfer full): what a bar is beside its year: an estimate, a projection, and whose. */
static char *
make_note (const CareChartAsk *ask, CareRecord *figure)
{
  const char *standing
    = care_vocabulary_label (&care_vocabulary_figure_standing, care_record_get (figure, "standing"));
  g_autofree char *attribution = care_chart_say_attribution (ask, figure);

  if (standing == NULL || attribution == NULL)
    return g_strdup (standing != NULL ? standing : attribution);
  return g_strdup_printf ("%s · %s", standing, attribution);
}

/* Where there are several series each says what it is. */
static char *
make_heading (const CareChartAsk *ask, CareRecord *figure)
{
  CareRecord *owner = ask->lookup ("actor", care_record_get_reference (figure, "actor"), ask->data);
  CareRecord *fund = ask->lookup ("fund", care_record_get_reference (figure, "fund"), ask->data);
  const char *what = care_record_get_title (fund != NULL ? fund : figure);

  return owner == NULL ? g_strdup (what) : g_strdup_printf ("%s: %s", care_record_get_title (owner), what);
}

static void
add_point (CareChartContent *self, const CareChartAsk *ask, const CareLedgerFigures *known, const Point *before,
           const Point *point, gboolean is_one)
{
  CareChartBar *bar = care_chart_content_add_figure (self, ask, point->figure);
  gboolean begins = before == NULL || before->place != point->place;

  g_free (bar->label);
  bar->label = care_record_format_as (point->figure, "period", ask->numbers);
  g_free (bar->note);
  bar->note = make_note (ask, point->figure);
  if (begins && !is_one)
    bar->heading = make_heading (ask, point->figure);
  if (!begins)
    bar->gap = find_gap (ask, known, before, point);
}

/* Those of other units or periods are told in words, as are those of no known year. */
static void
add_apart (CareChartContent *self, const CareChartAsk *ask, CareRecord *figure, char *why)
{
  CareChartBar *bar = care_chart_content_add_figure (self, ask, figure);

  bar->is_apart = TRUE;
  g_free (bar->note);
  bar->note = why;
}

/* (transfer full): those that can stand beside the first; the others are added to @others. */
static GPtrArray *
divide (const CareLedgerFigures *known, GPtrArray *figures, GPtrArray *others)
{
  GPtrArray *alike = g_ptr_array_new ();

  for (guint i = 0; i < figures->len; i++)
    {
      const CareLedgerFigure *first = care_ledger_figures_find (known, care_record_get_id (figures->pdata[0]));
      const CareLedgerFigure *figure = care_ledger_figures_find (known, care_record_get_id (figures->pdata[i]));

      g_ptr_array_add (care_chart_compare (figure, first, TRUE) == 0 ? alike : others, figures->pdata[i]);
    }
  return alike;
}

/* (transfer full): why @figure has no place beside @first. */
static char *
say_other (const CareChartAsk *ask, const CareLedgerFigures *known, CareRecord *figure, CareRecord *first)
{
  const CareLedgerFigure *it = care_ledger_figures_find (known, care_record_get_id (figure));
  const CareLedgerFigure *basis = care_ledger_figures_find (known, care_record_get_id (first));

  return care_chart_say_other (ask, it, basis, care_chart_compare (it, basis, TRUE));
}

/**
 * care_chart_content_add_years:
 * @self: a chart over years, of nothing yet
 * @ask: where records are found
 * @known: the figures
 * @figures: (element-type CareRecord): their records; the first says what the axis is of
 * @most: how many bars there may be
 *
 * Adds a bar for each figure of a known year, and after these in words those that have no place.
 */
void
care_chart_content_add_years (CareChartContent *self, const CareChartAsk *ask, const CareLedgerFigures *known,
                              GPtrArray *figures, guint most)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new (), undated = g_ptr_array_new ();
  g_autoptr (GPtrArray) alike = divide (known, figures, others);
  g_autoptr (GArray) points = list_points (alike, undated);
  gboolean is_one = points->len == 0 || g_array_index (points, Point, points->len - 1).place == 0;

  for (guint i = 0; i < points->len && self->bars->len < most; i++)
    add_point (self, ask, known, i == 0 ? NULL : &g_array_index (points, Point, i - 1), &g_array_index (points, Point, i),
               is_one);
  for (guint i = 0; i < undated->len && self->bars->len < most; i++)
    add_apart (self, ask, undated->pdata[i], g_strdup (_ ("no year is stated")));
  for (guint i = 0; i < others->len && self->bars->len < most; i++)
    add_apart (self, ask, others->pdata[i], say_other (ask, known, others->pdata[i], figures->pdata[0]));
}
