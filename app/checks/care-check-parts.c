/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a figure come to no more than the whole; where they come to less, what the
 * rest is is said: 9 and 14 of 29 leave 6. */

#include "care-check.h"

#include "care-decimal.h"
#include "care-fund-tree.h"

#include <glib/gi18n.h>
#include <string.h>

/* Money is no part of a percentage; one count may be part of another: bids of areas. */
static gboolean
is_commensurable (const CareQuantity *part, const CareQuantity *whole)
{
  static const char *const units[] = { "GBP", "%" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if ((g_strcmp0 (care_quantity_get_unit (part), units[i]) == 0) != (g_strcmp0 (care_quantity_get_unit (whole), units[i]) == 0))
      return FALSE;
  return TRUE;
}

/* How much of @whole @part is: what was said of it, or all that it is. */
static CareQuantity *
dup_share (CareRecord *link, CareRecord *part)
{
  CareQuantity *allocated = link == NULL ? NULL : care_record_dup_quantity (link, "allocated");

  return allocated != NULL ? allocated : care_record_dup_quantity (part, "value");
}

typedef struct
{
  CareRecord *whole;
  CareQuantity *value;
  CareDecimal left;    /* of the whole, by the least that each part is */
  gboolean is_exact;   /* all of them are numbers, and no bounds */
  gboolean is_sound;   /* all of them can be reckoned with */
  guint n_parts;
} Parts;

static void
parts_begin (Parts *self, CareRecord *whole)
{
  *self = (Parts){ whole, care_record_dup_quantity (whole, "value"), { 0, 0 }, FALSE, FALSE, 0 };
  if (self->value == NULL || !care_quantity_has_number (self->value))
    return;
  self->left = care_quantity_get_high (self->value);
  self->is_exact = care_quantity_get_form (self->value) == CARE_QUANTITY_EXACT;
  self->is_sound = care_quantity_get_form (self->value) != CARE_QUANTITY_AT_LEAST;
}

static void
parts_take (Parts *self, CareRecord *part, CareRecord *link)
{
  g_autoptr (CareQuantity) share = dup_share (link, part);

  if (!self->is_sound || share == NULL || !care_quantity_has_number (share) || !is_commensurable (share, self->value))
    {
      self->is_sound = FALSE;
      return;
    }
  self->n_parts++;
  self->is_exact = self->is_exact && care_quantity_get_form (share) == CARE_QUANTITY_EXACT;
  if (care_quantity_get_form (share) != CARE_QUANTITY_UP_TO)
    self->is_sound = care_decimal_add (&self->left, care_decimal_negate (care_quantity_get_low (share)));
}

/* "£2.5 billion" is anything that is written so. */
static gboolean
is_rounding (const Parts *self)
{
  CareDecimal step = { 1, care_quantity_get_high (self->value).exponent };
  CareDecimal left = self->left;

  left.mantissa = ABS (left.mantissa);
  return step.exponent > 0 && care_decimal_multiply (&left, (CareDecimal){ 2, 0 }) && care_decimal_compare (left, step) <= 0;
}

static char *
format_left (const Parts *self)
{
  CareDecimal left = self->left;
  g_autoptr (CareQuantity) rest = NULL;

  left.mantissa = ABS (left.mantissa);
  rest = care_quantity_new (CARE_QUANTITY_EXACT, left, left, care_quantity_get_unit (self->value), NULL);
  return rest == NULL ? NULL : care_quantity_format (rest, CARE_QUANTITY_HOUSE);
}

/* Whether @text says what is left, as a quantity or its number alone: "the other six". */
static gboolean
says (CareCheckRun *run, const char *text, const char *left)
{
  static const char *const words[] = { "one",   "two",   "three", "four", "five",   "six",
                                       "seven", "eight", "nine",  "ten",  "eleven", "twelve" };
  g_autofree char *plain = text == NULL ? NULL : care_check_plain (run, text, 0, strlen (text));
  g_autofree char *number = g_strndup (left, strcspn (left, " "));
  gint64 n = g_ascii_strtoll (number, NULL, 10);

  return plain != NULL
         && (care_check_find_words (plain, left) != NULL || care_check_find_words (plain, number) != NULL
             || (n >= 1 && n <= (gint64) G_N_ELEMENTS (words) && care_check_find_words (plain, words[n - 1]) != NULL));
}

static void
report (CareCheckRun *run, const CareCheckShown *shown, const Parts *parts, const char *explanation)
{
  const char *title = care_record_get_title (parts->whole);
  g_autofree char *left = parts->is_sound && parts->n_parts > 0 && !is_rounding (parts) ? format_left (parts) : NULL;

  if (left == NULL || parts->left.mantissa == 0)
    return;
  if (parts->left.mantissa < 0)
    care_check_mend (care_check_report (run, shown->element, parts->whole, "value", _ ("The parts of “%s” come to %s more than it is"),
                                        title, left),
                     _ ("Open Figure…"));
  else if (parts->n_parts > 1 && parts->is_exact && !says (run, explanation, left)
           && !says (run, care_record_get (parts->whole, "note"), left))
    care_check_mend (care_check_report (run, shown->element, parts->whole, "note",
                                        _ ("The parts of “%s” leave %s: say in its note what they are, or add the part"), title, left),
                     _ ("Write Note…"));
}

static CareRecord *
lookup (const char *kind, CareId id, gpointer run)
{
  return care_snapshot_find (((CareCheckRun *) run)->snapshot, kind, id);
}

static GPtrArray *
list (const char *kind, const char *field, CareId id, gpointer run)
{
  return care_snapshot_list (((CareCheckRun *) run)->snapshot, kind, field, id);
}

static void
check_links (CareCheckRun *run, const CareCheckShown *shown)
{
  g_autoptr (GArray) nodes = care_fund_tree_new (shown->record, lookup, list, run);
  Parts parts;

  parts_begin (&parts, shown->record);
  for (guint i = 1; i < nodes->len; i++)
    {
      const CareFundNode *node = &g_array_index (nodes, CareFundNode, i);

      if (node->depth == 1 && !node->is_restated && !node->is_other_value)
        parts_take (&parts, node->figure, node->link);
    }
  report (run, shown, &parts, NULL);
  g_clear_pointer (&parts.value, care_quantity_unref);
}

static gboolean
is_larger (CareRecord *figure, CareRecord *than)
{
  g_autoptr (CareQuantity) one = care_record_dup_quantity (figure, "value");
  g_autoptr (CareQuantity) other = than == NULL ? NULL : care_record_dup_quantity (than, "value");

  return one != NULL && care_quantity_has_number (one)
         && (other == NULL || care_decimal_compare (care_quantity_get_high (one), care_quantity_get_high (other)) > 0);
}

/* Figures that disagree because they are part and whole: the largest is the whole. */
static void
check_subset (CareCheckRun *run, GArray *shown, CareRecord *contradiction)
{
  g_autoptr (GPtrArray) items
    = care_snapshot_list (run->snapshot, "contradiction_item", "contradiction", care_record_get_id (contradiction));
  const CareCheckShown *seen = NULL;
  CareRecord *whole = NULL;
  Parts parts;

  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *figure = care_snapshot_follow (run->snapshot, g_ptr_array_index (items, i), "figure");

      if (figure != NULL && is_larger (figure, whole))
        whole = figure;
    }
  for (guint i = 0; i < shown->len && whole != NULL; i++)
    if (g_array_index (shown, CareCheckShown, i).record == whole)
      seen = &g_array_index (shown, CareCheckShown, i);
  if (seen == NULL)
    return;
  parts_begin (&parts, whole);
  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *figure = care_snapshot_follow (run->snapshot, g_ptr_array_index (items, i), "figure");

      if (figure != NULL && figure != whole)
        parts_take (&parts, figure, NULL);
    }
  report (run, seen, &parts, care_record_get (contradiction, "explanation"));
  g_clear_pointer (&parts.value, care_quantity_unref);
}

void
care_check_parts (CareCheckRun *run)
{
  g_autoptr (GArray) shown = care_check_shown (run, "figure");
  g_autoptr (GPtrArray) contradictions = care_check_records (run, "contradiction");

  for (guint i = 0; i < shown->len; i++)
    check_links (run, &g_array_index (shown, CareCheckShown, i));
  for (guint i = 0; i < contradictions->len; i++)
    if (g_strcmp0 (care_record_get (g_ptr_array_index (contradictions, i), "kind"), "subset") == 0)
      check_subset (run, shown, g_ptr_array_index (contradictions, i));
}
