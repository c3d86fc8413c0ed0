/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-quantity.h"

#include "care-error.h"
#include "care-quantity-scale.h"

#include <glib/gi18n.h>
#include <string.h>

/* A number below 10^18 has at most 18 digits before its point, so that it fits
 * a mantissa again however it is written out. */
#define DIGITS_MAX 18
#define UNIT_LENGTH_MAX 100

struct _CareQuantity
{
  CareQuantityForm form;
  CareDecimal low;
  CareDecimal high;
  char *unit;
};

G_DEFINE_BOXED_TYPE (CareQuantity, care_quantity, care_quantity_ref, care_quantity_unref)

static guint64
magnitude (CareDecimal value)
{
  return value.mantissa < 0 ? 0 - (guint64) value.mantissa : (guint64) value.mantissa;
}

static int
count_digits (guint64 number)
{
  int digits = 1;

  for (; number > 9; number /= 10)
    digits++;

  return digits;
}

static int
compare_magnitudes (CareDecimal a, CareDecimal b)
{
  guint64 x = magnitude (a);
  guint64 y = magnitude (b);
  int x_digits = count_digits (x);
  int y_digits = count_digits (y);
  gint64 x_top = (gint64) x_digits + a.exponent;
  gint64 y_top = (gint64) y_digits + b.exponent;

  if (x_top != y_top)
    return x_top < y_top ? -1 : 1;

  /* Their first digits stand in the same place: give them equal length. A
   * magnitude has at most 19 digits, and any 19 digits fit 64 bits unsigned. */
  for (; x_digits < y_digits; x_digits++)
    x *= 10;
  for (; y_digits < x_digits; y_digits++)
    y *= 10;

  return x < y ? -1 : x > y;
}

/**
 * care_decimal_compare:
 * @a: a number
 * @b: another
 *
 * Compares by value, whatever the precision: 38e8 and 380e7 are the same.
 * Exact for every mantissa and exponent.
 *
 * Returns: negative, 0 or positive as @a is less than, equal to or more than @b
 */
int
care_decimal_compare (CareDecimal a, CareDecimal b)
{
  int a_sign = a.mantissa < 0 ? -1 : a.mantissa > 0;
  int b_sign = b.mantissa < 0 ? -1 : b.mantissa > 0;

  if (a_sign != b_sign)
    return a_sign < b_sign ? -1 : 1;
  if (a_sign == 0)
    return 0;

  return a_sign * compare_magnitudes (a, b);
}

static gboolean
form_has_number (CareQuantityForm form)
{
  return form <= CARE_QUANTITY_RANGE;
}

static gboolean
check_decimal (CareDecimal value, GError **error)
{
  gboolean fits = value.mantissa != G_MININT64 && value.exponent >= -DIGITS_MAX
                  && value.exponent <= DIGITS_MAX
                  && (value.exponent <= 0 || count_digits (magnitude (value)) + value.exponent <= DIGITS_MAX);

  if (!fits)
    g_set_error_literal (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_OVERFLOW,
                         _ ("The number has more digits than can be kept exactly: write at most 18 digits."));

  return fits;
}

/* A unit that begins like the rest of a number could not be read back. */
static gboolean
begins_like_number (const char *unit)
{
  static const char *const words[] = { "GBP", "percent", "pound", "pounds", "to", "and" };
  g_auto (GStrv) parts = g_strsplit (unit, " ", 3);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (parts[0], words[i]) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (care_quantity_scales); i++)
    if (g_ascii_strcasecmp (parts[0], care_quantity_scales[i].word) == 0
        || g_ascii_strcasecmp (parts[0], care_quantity_scales[i].suffix) == 0)
      return TRUE;

  return g_ascii_strcasecmp (parts[0], "per") == 0 && parts[1] != NULL
         && g_ascii_strcasecmp (parts[1], "cent") == 0;
}

/* Words with single spaces between them, so that they survive being typed. */
static gboolean
is_words (const char *unit)
{
  gboolean after_space = TRUE;

  if (!g_utf8_validate (unit, -1, NULL) || g_utf8_strlen (unit, -1) > UNIT_LENGTH_MAX
      || !g_unichar_isalpha (g_utf8_get_char (unit)))
    return FALSE;

  for (const char *at = unit; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_space = c == ' ';

      if (g_unichar_iscntrl (c) || (is_space && after_space) || (!is_space && g_unichar_isspace (c)))
        return FALSE;
      after_space = is_space;
    }

  return !after_space;
}

static gboolean
check_unit (const char *unit, GError **error)
{
  if (unit == NULL || strcmp (unit, "GBP") == 0 || strcmp (unit, "%") == 0)
    return TRUE;
  if (is_words (unit) && !begins_like_number (unit))
    return TRUE;

  g_set_error_literal (
    error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_QUANTITY,
    _ ("What is counted must be plain words that begin with a letter and not with a word for "
       "a number, such as “people”, “GPs” or “months”."));
  return FALSE;
}

static gboolean
check_numbers (CareQuantityForm form, CareDecimal low, CareDecimal high, GError **error)
{
  if (!form_has_number (form))
    return TRUE;
  if (!check_decimal (low, error))
    return FALSE;
  if (form != CARE_QUANTITY_RANGE)
    return TRUE;
  if (!check_decimal (high, error))
    return FALSE;
  if (care_decimal_compare (low, high) <= 0)
    return TRUE;

  g_set_error_literal (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_QUANTITY,
                       _ ("A range must give its smaller number first, such as “£4 billion to £6 billion”."));
  return FALSE;
}

/**
 * care_quantity_new:
 * @form: what is said of the numbers
 * @low: the one number, or the lower end of a range; ignored for an absence
 * @high: the upper end of a range; ignored for every other form
 * @unit: (nullable): "GBP", "%", the words counted, or %NULL for a bare number
 * @error: return location
 *
 * Returns: (transfer full): a quantity, or %NULL with
 *   %CARE_DOMAIN_ERROR_OVERFLOW if a number cannot be kept exactly (its value
 *   is 10^18 or more with an exponent above 0, or its exponent is below -18),
 *   or %CARE_DOMAIN_ERROR_QUANTITY if the range runs backwards or @unit is not
 *   words
 */
CareQuantity *
care_quantity_new (CareQuantityForm form, CareDecimal low, CareDecimal high, const char *unit, GError **error)
{
  const CareDecimal none = { 0, 0 };
  CareQuantity *self;

  if (!check_unit (unit, error) || !check_numbers (form, low, high, error))
    return NULL;

  self = g_atomic_rc_box_new0 (CareQuantity);
  self->form = form;
  self->low = form_has_number (form) ? low : none;
  self->high = form == CARE_QUANTITY_RANGE ? high : self->low;
  self->unit = g_strdup (unit);

  return self;
}

/**
 * care_quantity_ref:
 * @self: a quantity
 *
 * Returns: (transfer full): @self
 */
CareQuantity *
care_quantity_ref (CareQuantity *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
care_quantity_clear (gpointer data)
{
  CareQuantity *self = data;

  g_free (self->unit);
}

/**
 * care_quantity_unref:
 * @self: (transfer full): a quantity
 *
 * Gives up one reference.
 */
void
care_quantity_unref (CareQuantity *self)
{
  g_atomic_rc_box_release_full (self, care_quantity_clear);
}

/**
 * care_quantity_get_form:
 * @self: a quantity
 *
 * Returns: what is said of its numbers, or which absence it is
 */
CareQuantityForm
care_quantity_get_form (const CareQuantity *self)
{
  return self->form;
}

/**
 * care_quantity_get_unit:
 * @self: a quantity
 *
 * Returns: (nullable): "GBP", "%", the words counted, or %NULL for a bare number
 */
const char *
care_quantity_get_unit (const CareQuantity *self)
{
  return self->unit;
}

/**
 * care_quantity_has_number:
 * @self: a quantity
 *
 * Returns: %FALSE for the three absences, which are none of them zero
 */
gboolean
care_quantity_has_number (const CareQuantity *self)
{
  return form_has_number (self->form);
}

/**
 * care_quantity_get_low:
 * @self: a quantity that has a number
 *
 * Returns: the one number, or the lower end of a range
 */
CareDecimal
care_quantity_get_low (const CareQuantity *self)
{
  return self->low;
}

/**
 * care_quantity_get_high:
 * @self: a quantity that has a number
 *
 * Returns: the one number, or the upper end of a range
 */
CareDecimal
care_quantity_get_high (const CareQuantity *self)
{
  return self->high;
}

static gboolean
decimal_equal (CareDecimal a, CareDecimal b)
{
  return a.mantissa == b.mantissa && a.exponent == b.exponent;
}

/**
 * care_quantity_equal:
 * @a: a quantity
 * @b: another
 *
 * Returns: %TRUE if they say the same to the same precision: "£3.8 billion" is
 *   not "£3.80 billion"
 */
gboolean
care_quantity_equal (const CareQuantity *a, const CareQuantity *b)
{
  return a->form == b->form && decimal_equal (a->low, b->low) && decimal_equal (a->high, b->high)
         && g_strcmp0 (a->unit, b->unit) == 0;
}

/**
 * care_quantity_compare:
 * @a: a quantity
 * @b: another
 *
 * The order for sorting: unit, then numbers before absences, then low, high and
 * form. Precision does not count: "£3.8 billion" and "£3.80 billion" give 0.
 *
 * Returns: negative, 0 or positive
 */
int
care_quantity_compare (const CareQuantity *a, const CareQuantity *b)
{
  int order = g_strcmp0 (a->unit, b->unit);

  if (order == 0)
    order = form_has_number (b->form) - form_has_number (a->form);
  if (order == 0)
    order = care_decimal_compare (a->low, b->low);
  if (order == 0)
    order = care_decimal_compare (a->high, b->high);
  if (order == 0)
    order = (int) a->form - (int) b->form;

  return order;
}
