/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-figures.h"

#include "care-csv.h"

static const char *const measures[] = {
  "Spending on", "Savings expected from", "Pooled budget for", "Allocation to", "Cost of", "New money for",
  "Funding gap in", "Staff employed in", "People waiting for", "Share of budget spent on", "Growth in demand for",
  "Reduction in", "Capital for", "Fund for",
};

static const char *const services[] = {
  "hospital beds", "social care for older people", "GP appointments", "community nursing", "mental health services",
  "integrated care", "telehealth", "care homes", "delayed discharges", "emergency admissions", "public health",
  "district nurses", "carers' breaks", "housing adaptations", "care coordinators", "personal health budgets",
  "reablement", "dementia care", "end-of-life care", "out-of-hours cover",
};

static const char *const places[] = { "England", "Scotland", "Greater Manchester", "Torbay", "London" };

static const char *const actors[] = {
  "Conservative Party", "Labour Party", "Liberal Democrats", "UKIP", "Green Party", "Scottish National Party",
  "NHS England", "Monitor", "Department of Health", "Nuffield Trust", "The King's Fund", "Local authorities",
};

static const char *const flows[] = { "spending", "saving", "allocation", "pooled budget", "not money" };

static const char *const notes[] = {
  "The estimate assumes that the programme runs as announced",
  "The source does not say whether the money is new",
  "Local authorities and Clinical Commissioning Groups pool part of it",
  "The figure counts the first year only",
  "A later statement gives a larger sum for the same period",
  "The evaluation found no effect on emergency admissions",
  "The manifesto gives no breakdown by place",
  "It replaces what was announced in the year before",
};

#define PICK(random, words) words[g_rand_int_range ((random), 0, (gint32) G_N_ELEMENTS (words))]

static char *
make_value (GRand *random)
{
  gint32 number = g_rand_int_range (random, 1, 1000);

  switch (g_rand_int_range (random, 0, 5))
    {
    case 0:
      return g_strdup_printf ("£%d.%dbn", number / 100, number % 10);
    case 1:
      return g_strdup_printf ("£%dm", number);
    case 2:
      return g_strdup_printf ("%d%%", number % 100);
    case 3:
      return g_strdup_printf ("at least £%dm", number);
    default:
      return g_strdup_printf ("%d,%03d people", number, number);
    }
}

static void
append_row (GString *csv, GRand *random)
{
  int year = g_rand_int_range (random, 2005, 2025);
  const char *place = PICK (random, places);
  g_autofree char *value = make_value (random);
  g_autofree char *period = g_strdup_printf ("%d/%02d", year, (year + 1) % 100);
  g_autofree char *label
    = g_strdup_printf ("%s %s in %s, %s", PICK (random, measures), PICK (random, services), place, period);
  g_autofree char *note = g_strdup_printf ("%s. %s.", PICK (random, notes), PICK (random, notes));
  const char *const cells[]
    = { label, value, value, PICK (random, actors), PICK (random, flows), period, place, note, NULL };

  care_csv_append_row (csv, cells);
}

GBytes *
bench_figures_csv (guint n, guint32 seed)
{
  static const char *const header[]
    = { "Figure", "Value", "As Stated", "Whose", "Flow Kind", "Period", "Extent", "Note", NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  GString *csv = g_string_new (NULL);

  care_csv_append_row (csv, header);
  for (guint i = 0; i < n; i++)
    append_row (csv, random);
  return g_string_free_to_bytes (csv);
}
