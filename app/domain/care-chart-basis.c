/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-chart-basis.h"

#include <glib/gi18n.h>

/* Of a field in which many differ, so many words are told. */
#define MOST_WORDS 3

/* What must be alike over years; where the rest differs the series is broken. */
#define OVER_YEARS (CARE_LEDGER_UNIT | CARE_LEDGER_BASE | CARE_LEDGER_PERIOD_BASIS)

/**
 * care_chart_has_length:
 * @figure: a figure
 *
 * Returns: whether it is of some years together: a total of three years beside one of five is no comparison;
 *   two levels are, of whatever years.
 */
gboolean
care_chart_has_length (const CareLedgerFigure *figure)
{
  return g_strcmp0 (figure->period_basis, "total") == 0 || g_strcmp0 (figure->period_basis, "change") == 0;
}

/**
 * care_chart_compare:
 * @a: a figure
 * @b: another, of the same #CareLedgerFigures
 * @over_years: whether it is for a chart over years, which is broken where most else differs
 *
 * Returns: all that keeps the two from standing on one axis; 0 if nothing does.
 */
CareLedgerFields
care_chart_compare (const CareLedgerFigure *a, const CareLedgerFigure *b, gboolean over_years)
{
  CareLedgerFields differs = care_ledger_compare (a, b, TRUE) & ~CARE_LEDGER_RECURRENCE;

  /* What counts something else has nothing else to be compared in. */
  if (differs & CARE_LEDGER_UNIT)
    return CARE_LEDGER_UNIT;
  if (g_strcmp0 (a->unit, "%") != 0)
    differs &= ~CARE_LEDGER_BASE;
  if (g_strcmp0 (a->unit, "GBP") != 0)
    differs &= ~(CARE_LEDGER_PRICE_BASIS | CARE_LEDGER_PRICE_YEAR);
  if (!care_chart_has_length (a))
    differs &= ~CARE_LEDGER_PERIOD;
  return over_years ? differs & OVER_YEARS : differs;
}

/* What figures of one group have alike. */
typedef struct
{
  const CareLedgerFigure *figure;
  CareId whole; /* that they are parts of, where that matters; else 0 */
} Key;

static guint
hash_key (gconstpointer data)
{
  const CareLedgerFigure *figure = ((const Key *) data)->figure;

  return g_direct_hash (figure->unit) * 31 + g_direct_hash (figure->period_basis);
}

static gboolean
is_alike (gconstpointer a, gconstpointer b)
{
  const Key *first = a, *second = b;

  return first->whole == second->whole && care_chart_compare (first->figure, second->figure, FALSE) == 0;
}

static gboolean
is_alike_over_years (gconstpointer a, gconstpointer b)
{
  return care_chart_compare (((const Key *) a)->figure, ((const Key *) b)->figure, TRUE) == 0;
}

static void
free_group (gpointer data)
{
  CareChartGroup *group = data;

  g_ptr_array_unref (group->figures);
  g_free (group);
}

/* More of use first; of as many, money. */
static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const CareChartGroup *first = *(CareChartGroup *const *) a, *second = *(CareChartGroup *const *) b;

  if (first->n_of_use != second->n_of_use)
    return first->n_of_use < second->n_of_use ? 1 : -1;
  return (g_strcmp0 (second->basis->unit, "GBP") == 0) - (g_strcmp0 (first->basis->unit, "GBP") == 0);
}

/* Of those that nothing can stand beside each is told in words only. */
static gboolean
is_of_use (const CareChartGroups *self, const Key *key)
{
  if (!key->figure->has_value)
    return FALSE;
  return self->over_years ? key->figure->period != NULL : care_chart_find_lack (key->figure) == 0 || key->whole != 0;
}

static void
add_figure (CareChartGroups *self, const CareChartAsk *ask, GHashTable *by_key, CareRecord *figure)
{
  CareId id = care_record_get_id (figure);
  Key key = { care_ledger_figures_find (self->known, id), 0 };
  CareChartGroup *group;

  if (!self->over_years && care_chart_find_lack (key.figure) != 0)
    key.whole = care_chart_find_whole (ask, id);
  group = g_hash_table_lookup (by_key, &key);
  if (group == NULL)
    {
      group = g_new0 (CareChartGroup, 1);
      group->basis = key.figure;
      group->whole = key.whole;
      group->figures = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (by_key, g_memdup2 (&key, sizeof key), group);
      g_ptr_array_add (self->groups, group);
    }
  g_ptr_array_add (group->figures, g_object_ref (figure));
  group->n_of_use += is_of_use (self, &key);
}

/**
 * care_chart_groups_new:
 * @ask: where records are found
 * @figures: (element-type CareRecord): figures
 * @over_years: whether they are for a chart over years
 *
 * Returns: (transfer full): those that can stand on one axis together, or are alike but for what nobody
 *   says; in each group they are in the order of @figures.
 */
CareChartGroups *
care_chart_groups_new (const CareChartAsk *ask, GPtrArray *figures, gboolean over_years)
{
  CareChartGroups *self = g_new0 (CareChartGroups, 1);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (hash_key, over_years ? is_alike_over_years : is_alike, g_free, NULL);

  self->over_years = over_years;
  self->known = care_ledger_figures_new ();
  self->groups = g_ptr_array_new_with_free_func (free_group);
  for (guint i = 0; i < figures->len; i++)
    care_ledger_figures_add_record (self->known, g_ptr_array_index (figures, i));
  for (guint i = 0; i < figures->len; i++)
    add_figure (self, ask, by_key, g_ptr_array_index (figures, i));
  g_ptr_array_sort (self->groups, compare_groups);
  return self;
}

/**
 * care_chart_groups_free:
 * @self: (transfer full): groups
 */
void
care_chart_groups_free (CareChartGroups *self)
{
  g_ptr_array_unref (self->groups);
  care_ledger_figures_free (self->known);
  g_free (self);
}

static const CareLedgerFigure *
get_basis (const CareChartGroups *self, guint group)
{
  return ((CareChartGroup *) g_ptr_array_index (self->groups, group))->basis;
}

/**
 * care_chart_groups_say:
 * @ask: where records are found
 * @self: groups
 * @group: one of them
 *
 * Returns: (transfer full): what its figures have in common, which tells it from the others.
 */
char *
care_chart_groups_say (const CareChartAsk *ask, const CareChartGroups *self, guint group)
{
  const CareLedgerFigure *basis = get_basis (self, group);
  CareLedgerFields fields = self->over_years ? OVER_YEARS : ~(CARE_LEDGER_OWNER | CARE_LEDGER_RECURRENCE);
  CareId whole = ((CareChartGroup *) g_ptr_array_index (self->groups, group))->whole;
  CareRecord *record = ask->lookup ("figure", whole, ask->data);
  g_autofree char *words
    = care_chart_say_basis (ask, basis, care_chart_has_length (basis) ? fields : fields & ~CARE_LEDGER_PERIOD);

  /* Translators: what figures have in common, and what they are parts of: "Spending, cash, in “Better Care Fund”" */
  return record == NULL ? g_steal_pointer (&words) : g_strdup_printf (_ ("%s, in “%s”"), words, care_record_get_title (record));
}

/* What keeps the figures of a group from standing beside those of the first. */
static CareLedgerFields
find_differences (const CareChartGroups *self, guint group)
{
  const CareLedgerFigure *first = get_basis (self, 0), *other = get_basis (self, group);
  CareLedgerFields lack = group == 0 || self->over_years ? 0 : care_chart_find_lack (first) & care_chart_find_lack (other);

  return care_chart_compare (first, other, self->over_years) | lack;
}

/* (transfer full) (nullable): "flow kind (spending, saving)"; NULL where all groups have the same. */
static char *
say_difference (const CareChartAsk *ask, const CareChartGroups *self, CareLedgerFields field)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = NULL;
  gboolean differs = FALSE, more;

  for (guint i = 0; i < self->groups->len; i++)
    {
      g_autofree char *value = care_ledger_say_field (get_basis (self, i), field, ask->numbers, ask->lookup, ask->data);

      differs = differs || find_differences (self, i) & field;
      if (value == NULL)
        value = g_strdup (_ ("not stated"));
      if (seen->len <= MOST_WORDS && !g_ptr_array_find_with_equal_func (seen, value, g_str_equal, NULL))
        g_ptr_array_add (seen, g_steal_pointer (&value));
    }
  if (!differs)
    return NULL;
  more = seen->len > MOST_WORDS;
  g_ptr_array_set_size (seen, MIN (seen->len, MOST_WORDS));
  g_ptr_array_add (seen, NULL);
  words = g_strjoinv (_ (", "), (char **) seen->pdata);
  return g_strdup_printf (more ? "%s (%s…)" : "%s (%s)", care_ledger_name_field (field), words);
}

/**
 * care_chart_groups_refuse:
 * @ask: where records are found
 * @self: groups
 *
 * Returns: (transfer full) (nullable): why they cannot all stand on one axis, as a sentence that
 *   names what they differ in; %NULL if there is but one.
 */
char *
care_chart_groups_refuse (const CareChartAsk *ask, const CareChartGroups *self)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = NULL;

  for (guint i = 0; i < CARE_LEDGER_N_FIELDS && self->groups->len > 1; i++)
    {
      char *difference = say_difference (ask, self, 1u << i);

      if (difference != NULL)
        g_ptr_array_add (list, difference);
    }
  if (self->groups->len < 2)
    return NULL;
  g_ptr_array_add (list, NULL);
  words = g_strjoinv (_ ("; "), (char **) list->pdata);
  return g_strdup_printf (_ ("They differ in %s."), words);
}
