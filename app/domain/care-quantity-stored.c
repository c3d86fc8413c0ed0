/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quantities as they are kept, whatever the locale. */

#include "care-quantity.h"

#include "care-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* By form: what stands before the number. */
static const char *const stored_forms[] = {
  "", "~", ">=", "<=", "", "not-specified", "not-found", "not-assessed",
};

static void
append_decimal (GString *text, CareDecimal value)
{
  g_string_append_printf (text, "%" G_GINT64_FORMAT, value.mantissa);
  if (value.exponent != 0)
    g_string_append_printf (text, "e%d", value.exponent);
}

/**
 * care_quantity_to_string:
 * @self: a quantity
 *
 * Returns: (transfer full): the stored form, which
 *   care_quantity_from_string() reads back as an equal quantity
 */
char *
care_quantity_to_string (const CareQuantity *self)
{
  GString *text = g_string_new (stored_forms[care_quantity_get_form (self)]);

  if (care_quantity_has_number (self))
    append_decimal (text, care_quantity_get_low (self));
  if (care_quantity_get_form (self) == CARE_QUANTITY_RANGE)
    {
      g_string_append (text, "..");
      append_decimal (text, care_quantity_get_high (self));
    }
  if (care_quantity_get_unit (self) != NULL)
    g_string_append_printf (text, " %s", care_quantity_get_unit (self));

  return g_string_free (text, FALSE);
}

static gboolean
decimal_from_string (const char *text, CareDecimal *value)
{
  const char *e = strchr (text, 'e');
  g_autofree char *mantissa = e == NULL ? NULL : g_strndup (text, (gsize) (e - text));
  gint64 exponent = 0;

  if (strchr (text, '+') != NULL
      || !g_ascii_string_to_signed (e == NULL ? text : mantissa, 10, G_MININT64, G_MAXINT64, &value->mantissa, NULL))
    return FALSE;
  if (e != NULL && !g_ascii_string_to_signed (e + 1, 10, -999, 999, &exponent, NULL))
    return FALSE;

  value->exponent = (int) exponent;
  return TRUE;
}

static gboolean
form_from_string (const char *text, CareQuantityForm *form, CareDecimal *low, CareDecimal *high)
{
  const char *dots = strstr (text, "..");
  g_autofree char *first = dots == NULL ? NULL : g_strndup (text, (gsize) (dots - text));

  for (guint i = CARE_QUANTITY_NOT_SPECIFIED; i < G_N_ELEMENTS (stored_forms); i++)
    if (strcmp (text, stored_forms[i]) == 0)
      {
        *form = i;
        return TRUE;
      }

  for (guint i = CARE_QUANTITY_ABOUT; i < CARE_QUANTITY_RANGE; i++)
    if (g_str_has_prefix (text, stored_forms[i]))
      {
        *form = i;
        return decimal_from_string (text + strlen (stored_forms[i]), low);
      }

  *form = dots != NULL ? CARE_QUANTITY_RANGE : CARE_QUANTITY_EXACT;
  return decimal_from_string (dots != NULL ? first : text, low)
         && (dots == NULL || decimal_from_string (dots + 2, high));
}

/**
 * care_quantity_from_string:
 * @text: the stored form
 * @error: return location
 *
 * Returns: (transfer full): the quantity, or %NULL with
 *   %CARE_DOMAIN_ERROR_QUANTITY if @text is not of the stored form, or an error
 *   of care_quantity_new()
 */
CareQuantity *
care_quantity_from_string (const char *text, GError **error)
{
  const char *space = strchr (text, ' ');
  g_autofree char *number = g_strndup (text, space == NULL ? strlen (text) : (gsize) (space - text));
  CareDecimal low = { 0, 0 };
  CareDecimal high = { 0, 0 };
  CareQuantityForm form;

  if (!g_utf8_validate (text, -1, NULL)
      || !form_from_string (number, &form, &low, &high))
    {
      g_autofree char *shown = g_utf8_make_valid (text, -1);

      g_set_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_QUANTITY,
                   _ ("“%s” is not the stored form of a quantity, such as “38e8 GBP” or “4e9..6e9 GBP”."),
                   shown);
      return NULL;
    }

  return care_quantity_new (form, low, high, space == NULL ? NULL : space + 1, error);
}
