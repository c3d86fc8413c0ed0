/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A quantity as its source gave it: exact decimal numbers that keep the
 * precision reported, with ranges, bounds and the three absences as values.
 * Nothing here is ever a floating point number. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CareDecimal:
 * @mantissa: the digits as reported, with sign
 * @exponent: the power of ten that they are multiplied by
 *
 * An exact number with its precision: "3.8 billion" is 38 and 8, "3.80
 * billion" is 380 and 7, "8,000" is 8000 and 0.
 */
typedef struct
{
  gint64 mantissa;
  int exponent;
} CareDecimal;

/**
 * CareQuantityForm:
 * @CARE_QUANTITY_EXACT: one number
 * @CARE_QUANTITY_ABOUT: one number, given as approximate
 * @CARE_QUANTITY_AT_LEAST: a lower bound
 * @CARE_QUANTITY_UP_TO: an upper bound
 * @CARE_QUANTITY_RANGE: from low to high
 * @CARE_QUANTITY_NOT_SPECIFIED: the source gives no value
 * @CARE_QUANTITY_NOT_FOUND: looked for, and none found
 * @CARE_QUANTITY_NOT_ASSESSED: nobody has looked
 */
typedef enum
{
  CARE_QUANTITY_EXACT,
  CARE_QUANTITY_ABOUT,
  CARE_QUANTITY_AT_LEAST,
  CARE_QUANTITY_UP_TO,
  CARE_QUANTITY_RANGE,
  CARE_QUANTITY_NOT_SPECIFIED,
  CARE_QUANTITY_NOT_FOUND,
  CARE_QUANTITY_NOT_ASSESSED,
} CareQuantityForm;

/* How to write one: care-number-style.h. */
typedef struct _CareNumberStyle CareNumberStyle;

extern const CareNumberStyle care_number_style_house;
extern const CareNumberStyle care_number_style_trade;
extern const CareNumberStyle care_number_style_short;
extern const CareNumberStyle care_number_style_whole;

#define CARE_QUANTITY_HOUSE (&care_number_style_house)
#define CARE_QUANTITY_SHORT (&care_number_style_short)
#define CARE_QUANTITY_WHOLE (&care_number_style_whole)

/* Immutable, reference counted. */
typedef struct _CareQuantity CareQuantity;

#define CARE_TYPE_QUANTITY (care_quantity_get_type ())
GType care_quantity_get_type (void);

/* @unit: "GBP" for pounds, "%" for per cent, else the words counted, such as
 * "people", "GPs", "months"; may be NULL for a bare number. */
CareQuantity *care_quantity_new (CareQuantityForm form, CareDecimal low, CareDecimal high,
                                 const char *unit, GError **error);
CareQuantity *care_quantity_ref (CareQuantity *self);
void care_quantity_unref (CareQuantity *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareQuantity, care_quantity_unref)

CareQuantityForm care_quantity_get_form (const CareQuantity *self);
/* NULL for a bare number */
const char *care_quantity_get_unit (const CareQuantity *self);
/* FALSE where the quantity has no number */
gboolean care_quantity_has_number (const CareQuantity *self);
/* The one number, or the lower end of a range. */
CareDecimal care_quantity_get_low (const CareQuantity *self);
/* The one number, or the upper end of a range. */
CareDecimal care_quantity_get_high (const CareQuantity *self);

gboolean care_quantity_equal (const CareQuantity *a, const CareQuantity *b);
/* A total order for sorting: unit, then absences last, then low, then high. */
int care_quantity_compare (const CareQuantity *a, const CareQuantity *b);

/* Exact order of two numbers: negative, 0 or positive. */
int care_decimal_compare (CareDecimal a, CareDecimal b);

/* The stored form, independent of locale: "38e8 GBP", "~15e6 people",
 * ">=15e7 GBP", "<=2e6 GBP", "4e9..6e9 GBP", "not-specified GBP". */
char *care_quantity_to_string (const CareQuantity *self);
CareQuantity *care_quantity_from_string (const char *text, GError **error);

/* care-quantity-parse.c and care-quantity-text.c */

/* What a person types or a source prints: "£3.8bn", "£3.8 billion", "1.25m",
 * "between £4bn and £6bn", "£4bn–£6bn", "at least £150m", "up to 2%",
 * "about 15 million people", "8,000 GPs", "2 per cent", "not specified",
 * "not specified (£)".
 * @unit: what a number without one means, or NULL. */
CareQuantity *care_quantity_parse (const char *text, const char *unit, GError **error);
char *care_quantity_format (const CareQuantity *self, const CareNumberStyle *style);

G_END_DECLS
