/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-fund-tree.h"

#include "care-disagreement.h"

#include <glib/gi18n.h>

/* Deeper than any budget; a circle ends. */
#define MAX_DEPTH 16

typedef struct
{
  GArray *nodes;
  GHashTable *seen; /* of CareRecord, what is in the tree or restated by what is */
  CareLookup lookup;
  CareFundList list;
  gpointer data;
} Builder;

static void
clear_node (gpointer data)
{
  CareFundNode *node = data;

  g_clear_object (&node->figure);
  g_clear_object (&node->link);
  g_clear_pointer (&node->value, care_quantity_unref);
  g_clear_pointer (&node->parts, care_quantity_unref);
  g_clear_pointer (&node->rest, care_quantity_unref);
}

static CareQuantity *
dup_value (CareRecord *figure, CareRecord *link)
{
  CareQuantity *allocated = link == NULL ? NULL : care_record_dup_quantity (link, "allocated");

  return allocated != NULL ? allocated : care_record_dup_quantity (figure, "value");
}

/* What @figure restates, or itself. */
static CareRecord *
find_restated (Builder *b, CareRecord *figure)
{
  for (guint depth = 0; depth < MAX_DEPTH; depth++)
    {
      g_autoptr (GPtrArray) links = b->list ("link", "from_figure", care_record_get_id (figure), b->data);
      CareRecord *next = NULL;

      for (guint i = 0; i < links->len && next == NULL; i++)
        if (g_strcmp0 (care_record_get (g_ptr_array_index (links, i), "relation"), "restates") == 0)
          next = b->lookup ("figure", care_record_get_reference (g_ptr_array_index (links, i), "to_figure"), b->data);
      if (next == NULL)
        return figure;
      figure = next;
    }
  return figure;
}

/* Returns the place of the new node. */
static guint
add_node (Builder *b, CareRecord *figure, CareRecord *link, guint depth)
{
  CareRecord *said = find_restated (b, figure);
  CareFundNode node = { .figure = g_object_ref (figure),
                        .link = link == NULL ? NULL : g_object_ref (link),
                        .value = dup_value (figure, link),
                        .depth = depth };

  /* It may be part of several, of each by some of it. */
  node.is_restated = g_hash_table_contains (b->seen, figure) ? link == NULL || care_record_get (link, "allocated") == NULL
                                                             : g_hash_table_contains (b->seen, said);

  g_hash_table_add (b->seen, g_object_ref (figure));
  g_hash_table_add (b->seen, g_object_ref (said));
  g_array_append_val (b->nodes, node);
  return b->nodes->len - 1;
}

/* Whether @figure is another value for what one of the parts before it says. @topics: CareId, the contradictions
 * that those stand in. */
static gboolean
is_other_value (Builder *b, GHashTable *topics, CareRecord *figure)
{
  g_autoptr (GPtrArray) items = b->list ("contradiction_item", "figure", care_record_get_id (figure), b->data);
  gboolean is_other = FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      CareId id = care_record_get_reference (g_ptr_array_index (items, i), "contradiction");
      CareRecord *contradiction = b->lookup ("contradiction", id, b->data);

      if (contradiction != NULL && care_disagreement_is_of_one_thing (care_record_get (contradiction, "kind")))
        is_other = !g_hash_table_add (topics, g_memdup2 (&id, sizeof id)) || is_other;
    }
  return is_other;
}

static CareQuantity *
to_quantity (const CareInterval *interval, const char *unit)
{
  return care_interval_to_quantity (interval, unit, NULL);
}

/* Whether what the parts come to, or come to at least, is written as the whole is; a range, or a bound far from
 * it, only can be that. */
static gboolean
is_rounding (const CareFundNode *node)
{
  CareInterval least;

  if (node->parts == NULL || care_quantity_get_form (node->value) == CARE_QUANTITY_RANGE
      || care_quantity_get_form (node->value) == CARE_QUANTITY_UP_TO || care_quantity_get_form (node->parts) == CARE_QUANTITY_RANGE
      || care_quantity_get_form (node->parts) == CARE_QUANTITY_UP_TO || !care_interval_read (&least, node->parts))
    return FALSE;
  least.high = least.low;
  least.has_high = TRUE;
  return care_interval_is_written (&least, node->value);
}

/* Says how the parts of @node, which come to @sum, stand to what it is. */
static void
judge (CareFundNode *node, const CareInterval *sum, gboolean is_known)
{
  const char *unit = node->value == NULL ? NULL : care_quantity_get_unit (node->value);
  CareInterval whole, rest;

  node->fit = CARE_FUND_OPEN;
  node->parts = to_quantity (sum, unit);
  if (!is_known || node->value == NULL || !care_interval_read (&whole, node->value) || !whole.has_high)
    return;
  if (care_interval_is_written (sum, node->value))
    {
      gboolean is_exact = sum->has_high && care_decimal_compare (sum->low, sum->high) == 0
                          && care_decimal_compare (sum->low, whole.low) == 0;

      node->fit = is_exact ? CARE_FUND_EXACT : is_rounding (node) ? CARE_FUND_ROUNDED : CARE_FUND_POSSIBLE;
      return;
    }
  rest = whole;
  if (!care_interval_subtract (&rest, sum))
    return;
  if (rest.has_high && rest.high.mantissa < 0)
    {
      rest = *sum;
      if (!care_interval_subtract (&rest, &whole))
        return;
      node->fit = CARE_FUND_OVER;
    }
  else if (rest.has_low && rest.low.mantissa > 0)
    node->fit = CARE_FUND_REMAINDER;
  else
    return;
  node->rest = to_quantity (&rest, unit);
}

static gboolean
is_like (const CareQuantity *part, const CareQuantity *whole)
{
  static const char *const units[] = { "GBP", "%" };

  /* One count may be part of another, as bids are of areas; money is part of money only. */
  for (guint i = 0; part != NULL && whole != NULL && i < G_N_ELEMENTS (units); i++)
    if ((g_strcmp0 (care_quantity_get_unit (part), units[i]) == 0)
        != (g_strcmp0 (care_quantity_get_unit (whole), units[i]) == 0))
      return FALSE;
  return part != NULL && whole != NULL;
}

/* What @whole is made of. */
typedef struct
{
  guint whole;
  GHashTable *topics;   /* CareId: the contradictions that the parts so far stand in */
  CareInterval sum;
  guint n;
  guint n_open;         /* that leave the sum open */
  CareRecord *unvalued; /* one of those, which has no value; or NULL */
} Parts;

static void add_parts (Builder *b, guint whole);

/* Adds one part and what it is made of. */
static void
add_part (Builder *b, Parts *parts, CareRecord *figure, CareRecord *link)
{
  guint depth = g_array_index (b->nodes, CareFundNode, parts->whole).depth + 1;
  gboolean is_there = g_hash_table_contains (b->seen, figure);
  guint part = add_node (b, figure, link, depth);
  CareFundNode *node = &g_array_index (b->nodes, CareFundNode, part);
  CareInterval value;

  parts->n++;
  node->is_other_value = !node->is_restated && is_other_value (b, parts->topics, figure);
  if (node->is_restated || node->is_other_value)
    return;
  if (node->value == NULL || !care_quantity_has_number (node->value))
    parts->unvalued = figure;
  if (!is_like (node->value, g_array_index (b->nodes, CareFundNode, parts->whole).value)
      || !care_interval_read (&value, node->value) || !care_interval_add (&parts->sum, &value))
    parts->n_open++;
  if (depth < MAX_DEPTH && !is_there)
    add_parts (b, part);
}

/* What the others leave is for the only one that has no value. */
static void
judge_parts (CareFundNode *node, const Parts *parts)
{
  gboolean lacks_one = parts->n_open == 1 && parts->unvalued != NULL;

  judge (node, &parts->sum, parts->n_open == 0 || lacks_one);
  if (lacks_one && node->fit == CARE_FUND_REMAINDER)
    node->rest_of = parts->unvalued;
  else if (lacks_one)
    {
      node->fit = CARE_FUND_OPEN;
      g_clear_pointer (&node->rest, care_quantity_unref);
    }
}

static void
add_parts (Builder *b, guint whole)
{
  CareId id = care_record_get_id (g_array_index (b->nodes, CareFundNode, whole).figure);
  g_autoptr (GPtrArray) links = b->list ("link", "to_figure", id, b->data);
  g_autoptr (GHashTable) topics = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Parts parts = { whole, topics, care_interval_nought (), 0, 0, NULL };

  for (guint i = 0; i < links->len; i++)
    {
      CareRecord *link = g_ptr_array_index (links, i);
      CareId from = care_record_get_reference (link, "from_figure");
      CareRecord *figure = from == 0 ? NULL : b->lookup ("figure", from, b->data);

      if (figure != NULL && g_strcmp0 (care_record_get (link, "relation"), "part-of") == 0)
        add_part (b, &parts, figure, link);
    }
  if (parts.n > 0)
    judge_parts (&g_array_index (b->nodes, CareFundNode, whole), &parts);
}

/**
 * care_fund_tree_new:
 * @figure: the whole
 * @lookup: finds figures
 * @list: lists links
 * @data: for both
 *
 * What restates another part of the tree, or is another value for what a part beside it says, stands in it and
 * is not counted again.
 *
 * Returns: (transfer full) (element-type CareFundNode): @figure and after it all that it is
 *   made of, each followed by its own parts.
 */
GArray *
care_fund_tree_new (CareRecord *figure, CareLookup lookup, CareFundList list, gpointer data)
{
  Builder b = { g_array_new (FALSE, FALSE, sizeof (CareFundNode)),
                g_hash_table_new_full (NULL, NULL, g_object_unref, NULL), lookup, list, data };

  g_array_set_clear_func (b.nodes, clear_node);
  add_parts (&b, add_node (&b, figure, NULL, 0));
  g_hash_table_unref (b.seen);
  return b.nodes;
}

/**
 * care_fund_node_say:
 * @node: a part of a tree
 * @numbers: (nullable): how numbers are written; %NULL: as in the house
 *
 * Returns: (transfer full): how its parts stand to what it is: "Its parts come to £1.884
 *   billion, which is £1.9 billion when rounded"; empty where it has none.
 */
char *
care_fund_node_say (const CareFundNode *node, const CareNumberStyle *numbers)
{
  g_autofree char *parts = node->parts == NULL ? g_strdup (_ ("a sum that is too long to keep"))
                                               : care_quantity_format (node->parts, numbers);
  g_autofree char *value = node->value == NULL ? NULL : care_quantity_format (node->value, numbers);
  g_autofree char *rest = node->rest == NULL ? NULL : care_quantity_format (node->rest, numbers);

  switch (node->fit)
    {
    case CARE_FUND_EXACT:
      return g_strdup_printf (_ ("Its parts come to %s"), parts);
    case CARE_FUND_ROUNDED:
      return g_strdup_printf (_ ("Its parts come to %s, which is %s when rounded"), parts, value);
    case CARE_FUND_POSSIBLE:
      return g_strdup_printf (_ ("Its parts come to %s, which can be %s"), parts, value);
    case CARE_FUND_REMAINDER:
      if (node->rest_of != NULL)
        return g_strdup_printf (_ ("Its other parts come to %s and leave %s for “%s”"), parts,
                                rest == NULL ? _ ("a remainder") : rest, care_record_get_title (node->rest_of));
      return g_strdup_printf (_ ("Its parts come to %s and leave %s"), parts, rest == NULL ? _ ("a remainder") : rest);
    case CARE_FUND_OVER:
      return g_strdup_printf (_ ("Its parts come to %s, which is %s more than it is"), parts, rest == NULL ? "" : rest);
    case CARE_FUND_OPEN:
      return g_strdup_printf (_ ("Its parts come to %s as far as they are known"), parts);
    case CARE_FUND_NO_PARTS:
    default:
      return g_strdup ("");
    }
}
