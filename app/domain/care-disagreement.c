/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-disagreement.h"

/* More than any budget has above it; a circle ends. */
#define MAX_WHOLES 32

static gboolean
share_source (CareRecord *a, CareRecord *b, CareFundList list, gpointer data)
{
  g_autoptr (GPtrArray) of_a = list ("citation", "figure", care_record_get_id (a), data);
  g_autoptr (GPtrArray) of_b = list ("citation", "figure", care_record_get_id (b), data);

  for (guint i = 0; i < of_a->len; i++)
    for (guint j = 0; j < of_b->len; j++)
      if (care_record_get_reference (g_ptr_array_index (of_a, i), "source")
          == care_record_get_reference (g_ptr_array_index (of_b, j), "source"))
        return TRUE;
  return FALSE;
}

static gboolean
differs (CareRecord *a, CareRecord *b, const char *field)
{
  const char *one = care_record_get (a, field);
  const char *other = care_record_get (b, field);

  return one != NULL && other != NULL && g_strcmp0 (one, other) != 0;
}

/* The figure that @link makes its figure a part of, or that it revises; 0: it does neither. */
static CareId
get_whole (CareRecord *link)
{
  const char *relation = care_record_get (link, "relation");

  return g_strcmp0 (relation, "part-of") == 0 || g_strcmp0 (relation, "revises") == 0
           ? care_record_get_reference (link, "to_figure")
           : 0;
}

/* Adds @figure and all that it is a part of, however far up. */
static void
add_wholes (GArray *wholes, CareId figure, CareFundList list, gpointer data)
{
  guint first = wholes->len;

  g_array_append_val (wholes, figure);
  for (guint i = first; i < MIN (wholes->len, MAX_WHOLES); i++)
    {
      g_autoptr (GPtrArray) links = list ("link", "from_figure", g_array_index (wholes, CareId, i), data);

      for (guint j = 0; j < links->len; j++)
        {
          CareId whole = get_whole (g_ptr_array_index (links, j));

          if (whole != 0)
            g_array_append_val (wholes, whole);
        }
    }
}

static gboolean
contains (GArray *wholes, CareId figure)
{
  for (guint i = 0; i < wholes->len; i++)
    if (g_array_index (wholes, CareId, i) == figure)
      return TRUE;
  return FALSE;
}

/* Whether what is recorded says why they differ: one is a part of the other, or revises it, or
 * both are parts of one whole, which are of the same thing only where they say so. */
static gboolean
are_apart (CareRecord *a, CareRecord *b, CareFundList list, gpointer data)
{
  g_autoptr (GArray) of_a = g_array_new (FALSE, FALSE, sizeof (CareId));
  g_autoptr (GArray) of_b = g_array_new (FALSE, FALSE, sizeof (CareId));
  gboolean count_the_same = care_record_get (a, "counts") != NULL
                            && g_strcmp0 (care_record_get (a, "counts"), care_record_get (b, "counts")) == 0;

  add_wholes (of_a, care_record_get_id (a), list, data);
  add_wholes (of_b, care_record_get_id (b), list, data);
  if (contains (of_a, care_record_get_id (b)) || contains (of_b, care_record_get_id (a)))
    return TRUE;
  for (guint i = 0; i < of_a->len && !count_the_same; i++)
    if (contains (of_b, g_array_index (of_a, CareId, i)))
      return TRUE;
  return FALSE;
}

/**
 * care_disagreement_find:
 * @a: a figure
 * @b: another
 * @list: lists citations and links
 * @data: for @list
 *
 * Returns: in what they disagree, be it explained or not.
 */
CareDisagreement
care_disagreement_find (CareRecord *a, CareRecord *b, CareFundList list, gpointer data)
{
  CareId fund = care_record_get_reference (a, "fund");
  gboolean is_one_fund = fund != 0 && fund == care_record_get_reference (b, "fund");
  g_autoptr (CareQuantity) one = NULL;
  g_autoptr (CareQuantity) other = NULL;

  /* Of many pairs most have nothing to do with each other, which is quick to tell. */
  if (!is_one_fund && !differs (a, b, "recurrence"))
    return CARE_DISAGREEMENT_NONE;
  one = care_record_dup_quantity (a, "value");
  other = care_record_dup_quantity (b, "value");
  if (one == NULL || other == NULL || !care_quantity_has_number (one) || !care_quantity_has_number (other))
    return CARE_DISAGREEMENT_NONE;
  if (care_quantity_equal (one, other) && differs (a, b, "recurrence") && share_source (a, b, list, data))
    return CARE_DISAGREEMENT_RECURRENCE;
  if (is_one_fund && !care_quantity_equal (one, other)
      && g_strcmp0 (care_quantity_get_unit (one), care_quantity_get_unit (other)) == 0
      && g_strcmp0 (care_record_get (a, "flow"), care_record_get (b, "flow")) == 0 && !are_apart (a, b, list, data))
    return CARE_DISAGREEMENT_FUND;
  return CARE_DISAGREEMENT_NONE;
}

static gboolean
has_side (CareId contradiction, CareRecord *figure, CareFundList list, gpointer data)
{
  g_autoptr (GPtrArray) items = list ("contradiction_item", "figure", care_record_get_id (figure), data);

  for (guint i = 0; i < items->len; i++)
    if (care_record_get_reference (g_ptr_array_index (items, i), "contradiction") == contradiction)
      return TRUE;
  return FALSE;
}

/**
 * care_disagreement_find_reason:
 * @a: a figure
 * @b: another
 * @lookup: finds contradictions
 * @list: lists what they are made of
 * @data: for both
 *
 * Returns: (transfer none) (nullable): the contradiction that has both as its sides and says
 *   why they differ.
 */
CareRecord *
care_disagreement_find_reason (CareRecord *a, CareRecord *b, CareLookup lookup, CareFundList list, gpointer data)
{
  g_autoptr (GPtrArray) items = list ("contradiction_item", "figure", care_record_get_id (a), data);

  for (guint i = 0; i < items->len; i++)
    {
      CareId id = care_record_get_reference (g_ptr_array_index (items, i), "contradiction");
      CareRecord *contradiction = has_side (id, b, list, data) ? lookup ("contradiction", id, data) : NULL;

      if (contradiction != NULL)
        return contradiction;
    }
  return NULL;
}

/**
 * care_disagreement_is_of_one_thing:
 * @kind: (nullable): of a contradiction: a word of the vocabulary
 *
 * Returns: whether its sides are several values for one thing: parts of a whole and things that are only of one
 *   size are not.
 */
gboolean
care_disagreement_is_of_one_thing (const char *kind)
{
  return kind != NULL && strcmp (kind, "subset") != 0 && strcmp (kind, "different-thing") != 0;
}
