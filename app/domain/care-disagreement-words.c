/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of a figure that has another value beside it. */

#include "care-disagreement.h"

#include "care-vocabularies.h"

#include <glib/gi18n.h>

/* More that are in one fund are not compared: whoever reads a list does not, either. */
#define MOST 200

static void
add (GPtrArray *others, CareRecord *figure, CareRecord *other)
{
  if (other != NULL && other != figure && !g_ptr_array_find (others, other, NULL))
    g_ptr_array_add (others, g_object_ref (other));
}

/* The other sides of each contradiction that @figure is a side of. */
static void
add_sides (GPtrArray *others, CareRecord *figure, CareLookup lookup, CareFundList list, gpointer data)
{
  g_autoptr (GPtrArray) items = list ("contradiction_item", "figure", care_record_get_id (figure), data);

  for (guint i = 0; i < items->len; i++)
    {
      CareId id = care_record_get_reference (g_ptr_array_index (items, i), "contradiction");
      g_autoptr (GPtrArray) sides = list ("contradiction_item", "contradiction", id, data);

      for (guint j = 0; j < sides->len; j++)
        {
          CareId side = care_record_get_reference (g_ptr_array_index (sides, j), "figure");

          add (others, figure, side == 0 ? NULL : lookup ("figure", side, data));
        }
    }
}

/* What disagrees with @figure of those that share its fund. */
static void
add_of_fund (GPtrArray *others, CareRecord *figure, CareFundList list, gpointer data)
{
  CareId fund = care_record_get_reference (figure, "fund");
  g_autoptr (GPtrArray) figures = fund == 0 ? NULL : list ("figure", "fund", fund, data);

  for (guint i = 0; figures != NULL && i < MIN (figures->len, MOST); i++)
    if (g_ptr_array_index (figures, i) != figure
        && care_disagreement_find (figure, g_ptr_array_index (figures, i), list, data) != CARE_DISAGREEMENT_NONE)
      add (others, figure, g_ptr_array_index (figures, i));
}

/* What disagrees with @figure of those that its sources give. */
static void
add_of_sources (GPtrArray *others, CareRecord *figure, CareLookup lookup, CareFundList list, gpointer data)
{
  g_autoptr (GPtrArray) citations = care_record_get (figure, "recurrence") == NULL
                                      ? NULL
                                      : list ("citation", "figure", care_record_get_id (figure), data);

  for (guint i = 0; citations != NULL && i < citations->len; i++)
    {
      CareId source = care_record_get_reference (g_ptr_array_index (citations, i), "source");
      g_autoptr (GPtrArray) of_source = list ("citation", "source", source, data);

      for (guint j = 0; j < MIN (of_source->len, MOST); j++)
        {
          CareId id = care_record_get_reference (g_ptr_array_index (of_source, j), "figure");
          CareRecord *other = id == 0 ? NULL : lookup ("figure", id, data);

          if (other != NULL && other != figure
              && care_disagreement_find (figure, other, list, data) != CARE_DISAGREEMENT_NONE)
            add (others, figure, other);
        }
    }
}

/**
 * care_disagreement_list:
 * @figure: a figure
 * @lookup: finds records
 * @list: lists citations, links, and the sides of contradictions
 * @data: for both
 *
 * Returns: (transfer full) (element-type CareRecord): the other figures of which it is
 *   recorded that they disagree with @figure, and then those that do.
 */
GPtrArray *
care_disagreement_list (CareRecord *figure, CareLookup lookup, CareFundList list, gpointer data)
{
  GPtrArray *others = g_ptr_array_new_with_free_func (g_object_unref);

  add_sides (others, figure, lookup, list, data);
  add_of_fund (others, figure, list, data);
  add_of_sources (others, figure, lookup, list, data);
  return others;
}

/**
 * care_disagreement_find_overlap:
 * @a: a figure
 * @b: another
 *
 * Nothing is averaged: what both can be is what is within both.
 *
 * Returns: (transfer full) (nullable): what both can be; %NULL where that is nothing, where
 *   they cannot be compared, or where neither is a range or a bound.
 */
CareQuantity *
care_disagreement_find_overlap (CareRecord *a, CareRecord *b)
{
  g_autoptr (CareQuantity) one = care_record_dup_quantity (a, "value");
  g_autoptr (CareQuantity) other = care_record_dup_quantity (b, "value");
  CareInterval both, with;

  if (one == NULL || other == NULL || g_strcmp0 (care_quantity_get_unit (one), care_quantity_get_unit (other)) != 0
      || care_quantity_equal (one, other) || !care_interval_read (&both, one) || !care_interval_read (&with, other)
      || !care_interval_meet (&both, &with))
    return NULL;
  return care_interval_to_quantity (&both, care_quantity_get_unit (one), NULL);
}

static void
say_line (GString *text, char *line)
{
  if (line != NULL)
    g_string_append_printf (text, text->len == 0 ? "%s" : "\n%s", line);
  g_free (line);
}

static char *
say_overlap (CareRecord *figure, CareRecord *other, const CareNumberStyle *numbers)
{
  g_autoptr (CareQuantity) both = care_disagreement_find_overlap (figure, other);
  g_autofree char *words = both == NULL ? NULL : care_quantity_format (both, numbers);

  return words == NULL ? NULL : g_strdup_printf (_ ("Both can be %s"), words);
}

static char *
say_estimators (CareRecord *figure, CareRecord *other, CareLookup lookup, gpointer data)
{
  CareId ours = care_record_get_reference (figure, "estimator");
  CareId theirs = care_record_get_reference (other, "estimator");
  CareRecord *one = ours == 0 || theirs == 0 || ours == theirs ? NULL : lookup ("actor", ours, data);
  CareRecord *two = one == NULL ? NULL : lookup ("actor", theirs, data);

  return two == NULL ? NULL
                     : g_strdup_printf (_ ("Estimated by %s, and this one by %s"), care_record_get_title (two),
                                        care_record_get_title (one));
}

/* "Different scope: the one is what areas pooled, …" */
static char *
say_reason (CareRecord *reason, const CareNumberStyle *numbers, CareLookup lookup, gpointer data)
{
  const char *kind = _ (care_vocabulary_label (&care_vocabulary_contradiction, care_record_get (reason, "kind")));
  const char *explanation = care_record_get (reason, "explanation");
  g_autofree char *plain
    = explanation == NULL ? NULL : care_reference_plain (explanation, numbers, lookup, data);

  return plain == NULL ? g_strdup_printf (_ ("Why: %s"), kind) : g_strdup_printf (_ ("Why: %s. %s"), kind, plain);
}

/**
 * care_disagreement_say:
 * @figure: a figure
 * @other: one of care_disagreement_list()
 * @numbers: (nullable): how numbers are written; %NULL: as in the house
 * @lookup: finds records
 * @list: as for care_disagreement_list()
 * @data: for both
 *
 * Returns: (transfer full): how @other differs and why, as lines.
 */
char *
care_disagreement_say (CareRecord *figure, CareRecord *other, const CareNumberStyle *numbers, CareLookup lookup,
                       CareFundList list, gpointer data)
{
  CareRecord *reason = care_disagreement_find_reason (figure, other, lookup, list, data);
  GString *text = g_string_new (NULL);

  say_line (text, say_overlap (figure, other, numbers));
  say_line (text, say_estimators (figure, other, lookup, data));
  say_line (text, reason == NULL ? g_strdup (_ ("It is not said why they differ")) : say_reason (reason, numbers, lookup, data));
  return g_string_free (text, FALSE);
}
