/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-quantity.h"

#include "care-error.h"
#include "care-number-style.h"

static CareQuantity *
new_quantity (const char *stored)
{
  g_autoptr (GError) error = NULL;
  CareQuantity *quantity = care_quantity_from_string (stored, &error);

  g_assert_no_error (error);
  g_assert_nonnull (quantity);
  return quantity;
}

/* Each line is what a source prints, as stored, and as the house prints it. */
static void
test_parse (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *unit;
    const char *stored;
    const char *house;
    const char *brief;
  } cases[] = {
    { "D07", "£3.8 billion", NULL, "38e8 GBP", "£3.8 billion", "£3.8bn" },
    { "trade press", "£3.8bn", NULL, "38e8 GBP", "£3.8 billion", "£3.8bn" },
    { "precision reported", "£3.80bn", NULL, "380e7 GBP", "£3.80 billion", "£3.80bn" },
    { "A22", "£30m", NULL, "30e6 GBP", "£30 million", "£30m" },
    { "A21", "£300 million", NULL, "300e6 GBP", "£300 million", "£300m" },
    { "0.9 of a billion", "£0.9bn", NULL, "9e8 GBP", "£900 million", "£900m" },
    { "T4", "£1,884 million", NULL, "1884e6 GBP", "£1.884 billion", "£1.884bn" },
    { "T4, four decimals", "£3.8842 billion", NULL, "38842e5 GBP", "£3,884.2 million", "£3,884.2m" },
    { "trillion", "£1.2 trillion", NULL, "12e11 GBP", "£1.2 trillion", "£1.2tn" },
    { "tn", "£2tn", NULL, "2e12 GBP", "£2 trillion", "£2tn" },
    { "below a million", "£250k", NULL, "250e3 GBP", "£250,000", "£250,000" },
    { "thousand", "500 thousand pounds", NULL, "500e3 GBP", "£500,000", "£500,000" },
    { "OSR", "£2,000", NULL, "2000 GBP", "£2,000", "£2,000" },
    { "E09, £37 a patient", "£37", NULL, "37 GBP", "£37", "£37" },
    { "the unit asked for", "1.25m", "GBP", "125e4 GBP", "£1.25 million", "£1.25m" },
    { "the unit said", "8,000 GPs", "GBP", "8000 GPs", "8,000 GPs", "8,000 GPs" },
    { "B17, range", "between £4bn and £6bn", NULL, "4e9..6e9 GBP", "£4 billion to £6 billion", "£4bn–£6bn" },
    { "B17, en dash", "£4bn–£6bn", NULL, "4e9..6e9 GBP", "£4 billion to £6 billion", "£4bn–£6bn" },
    { "B17, hyphen", "£4bn - £6bn", NULL, "4e9..6e9 GBP", "£4 billion to £6 billion", "£4bn–£6bn" },
    { "B17, said once", "£4–6bn", NULL, "4e9..6e9 GBP", "£4 billion to £6 billion", "£4bn–£6bn" },
    { "B17, from", "from £4 to £6 billion", NULL, "4e9..6e9 GBP", "£4 billion to £6 billion", "£4bn–£6bn" },
    { "range across a million", "£500,000 to £1 million", NULL, "500000..1e6 GBP", "£500,000 to £1 million",
      "£500,000–£1m" },
    { "range that must not be misread", "£3 to £5,000,000", NULL, "3..5000000 GBP", "£3 to £5,000,000",
      "£3–£5,000,000" },
    { "range of per cent", "2 to 4%", NULL, "2..4 %", "2% to 4%", "2%–4%" },
    { "range of a duration", "4 to 6 months", NULL, "4..6 months", "4 to 6 months", "4–6 months" },
    { "range, words twice", "4 months to 6 months", NULL, "4..6 months", "4 to 6 months", "4–6 months" },
    { "words that hold a range", "5 people aged 65 to 74", NULL, "5 people aged 65 to 74",
      "5 people aged 65 to 74", "5 people aged 65 to 74" },
    { "A17, unspecified", "not specified", "GBP", "not-specified GBP", "not specified", "not specified" },
    { "unspecified of what", "Not specified", NULL, "not-specified", "not specified", "not specified" },
    { "not found", "not found", "GBP", "not-found GBP", "not found", "not found" },
    { "not researched", "not assessed", "GBP", "not-assessed GBP", "not assessed", "not assessed" },
    { "absence of pounds", "not specified (£)", NULL, "not-specified GBP", "not specified", "not specified" },
    { "absence, pounds in a word", "not found (pounds)", NULL, "not-found GBP", "not found", "not found" },
    { "absence of per cent", "not assessed (per cent)", "GBP", "not-assessed %", "not assessed", "not assessed" },
    { "absence of what is counted", "Not stated (full-time staff)", NULL, "not-specified full-time staff",
      "not specified", "not specified" },
    { "brackets within", "not found (GPs (in post))", NULL, "not-found GPs (in post)", "not found", "not found" },
    { "zero is a number", "£0", NULL, "0 GBP", "£0", "£0" },
    { "zero millions", "£0m", NULL, "0e6 GBP", "£0", "£0" },
    { "T2, lower bound", "at least £150m", NULL, ">=150e6 GBP", "at least £150 million", "at least £150m" },
    { "lower bound, sign", "≥ £150m", NULL, ">=150e6 GBP", "at least £150 million", "at least £150m" },
    { "E10", "at least 20 years", NULL, ">=20 years", "at least 20 years", "at least 20 years" },
    { "upper bound", "up to 2%", NULL, "<=2 %", "up to 2%", "up to 2%" },
    { "upper bound, words", "no more than £2 million", NULL, "<=2e6 GBP", "up to £2 million", "up to £2m" },
    { "more than", "more than £1bn", NULL, ">=1e9 GBP", "at least £1 billion", "at least £1bn" },
    { "over", "over 2,000 GPs", NULL, ">=2000 GPs", "at least 2,000 GPs", "at least 2,000 GPs" },
    { "or more", "£2bn or more", NULL, ">=2e9 GBP", "at least £2 billion", "at least £2bn" },
    { "plus", "8,000+ GPs", NULL, ">=8000 GPs", "at least 8,000 GPs", "at least 8,000 GPs" },
    { "less than", "less than 5%", NULL, "<=5 %", "up to 5%", "up to 5%" },
    { "or fewer", "5 or fewer sites", NULL, "<=5 sites", "up to 5 sites", "up to 5 sites" },
    { "nearly", "nearly £2bn", NULL, "~2e9 GBP", "about £2 billion", "about £2bn" },
    { "minus in words", "minus 5%", NULL, "-5 %", "−5%", "−5%" },
    { "D27, about", "about 15 million people", NULL, "~15e6 people", "about 15 million people",
      "about 15m people" },
    { "about, words", "around 2%", NULL, "~2 %", "about 2%", "about 2%" },
    { "about, shortened", "c. £5m", NULL, "~5e6 GBP", "about £5 million", "about £5m" },
    { "E02, per cent", "2 per cent", NULL, "2 %", "2%", "2%" },
    { "percent", "20 percent", NULL, "20 %", "20%", "20%" },
    { "per cent with decimals", "0.5%", NULL, "5e-1 %", "0.5%", "0.5%" },
    { "decimals reported", "0.50%", NULL, "50e-2 %", "0.50%", "0.50%" },
    { "B07, T6, count", "8,000 GPs", NULL, "8000 GPs", "8,000 GPs", "8,000 GPs" },
    { "no comma", "8000 GPs", NULL, "8000 GPs", "8,000 GPs", "8,000 GPs" },
    { "thin space", "8\u2009000 GPs", NULL, "8000 GPs", "8,000 GPs", "8,000 GPs" },
    { "no-break spaces", "\u00a015\u00a0million\u202fpeople ", NULL, "15e6 people", "15 million people",
      "15m people" },
    { "D13, count", "29 areas", NULL, "29 areas", "29 areas", "29 areas" },
    { "A24, T11, count", "14 sites", NULL, "14 sites", "14 sites", "14 sites" },
    { "hyphen in the words", "8,000 full-time staff", NULL, "8000 full-time staff", "8,000 full-time staff",
      "8,000 full-time staff" },
    { "a count in full", "1,234,567 people", NULL, "1234567 people", "1,234,567 people", "1,234,567 people" },
    { "B13, duration", "48 hours", NULL, "48 hours", "48 hours", "48 hours" },
    { "B11, duration", "10 years", NULL, "10 years", "10 years", "10 years" },
    { "A19, duration", "7 days", NULL, "7 days", "7 days", "7 days" },
    { "bare number", "29", NULL, "29", "29", "29" },
    { "minus", "−£5 million", NULL, "-5e6 GBP", "−£5 million", "−£5m" },
    { "hyphen as minus", "-£5m", NULL, "-5e6 GBP", "−£5 million", "−£5m" },
    { "minus after the sign", "£-5m", NULL, "-5e6 GBP", "−£5 million", "−£5m" },
    { "range of minus", "−£5m to −£3m", NULL, "-5e6..-3e6 GBP", "−£5 million to −£3 million",
      "−£5m to −£3m" },
    { "the most digits", "9223372036854775807", NULL, "9223372036854775807", "9,223,372,036,854,775,807",
      "9,223,372,036,854,775,807" },
    { "the most digits, minus", "-9223372036854775807", NULL, "-9223372036854775807",
      "−9,223,372,036,854,775,807", "−9,223,372,036,854,775,807" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CareQuantity) quantity = care_quantity_parse (cases[i].text, cases[i].unit, &error);
      g_autofree char *stored = NULL;
      g_autofree char *house = NULL;
      g_autofree char *brief = NULL;

      g_test_message ("%s: “%s”", cases[i].name, cases[i].text);
      g_assert_no_error (error);
      stored = care_quantity_to_string (quantity);
      house = care_quantity_format (quantity, CARE_QUANTITY_HOUSE);
      brief = care_quantity_format (quantity, CARE_QUANTITY_SHORT);
      g_assert_cmpstr (stored, ==, cases[i].stored);
      g_assert_cmpstr (house, ==, cases[i].house);
      g_assert_cmpstr (brief, ==, cases[i].brief);
    }
}

static void
test_parse_refuses (void)
{
  static const char *const cases[] = {
    "",
    "  ",
    "most of which",
    "£",
    "bn",
    "£bn",
    "3.8.1",
    "1,88",
    "1,8842",
    "1884,000",
    "3,8 billion",
    "£5 people",
    "£500m a year",
    "20% of funding",
    "$5m",
    "€5m",
    ".5",
    "5.",
    "--5",
    "£6bn to £4bn",
    "not specified by them",
    "not specified ()",
    "not specified (£",
    "not specified (£ a year)",
    "not specified (2%)",
    "between 4",
    "between 4bn and",
    "4 to",
    "about 4 to 6",
    "at least",
    "£4bn to 6%",
    "fifteen million",
    "1e9",
    "0x10",
    "48-hour",
    "5 !",
    "\xff",
    "5 \xff",
    "12/5",
    "£5 £6",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = g_utf8_make_valid (cases[i], -1);
      g_autoptr (GError) error = NULL;

      g_test_message ("“%s”", shown);
      g_assert_null (care_quantity_parse (cases[i], NULL, &error));
      g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_QUANTITY);
    }
}

static void
test_overflow (void)
{
  static const char *const typed[] = {
    "9223372036854775808",
    "99999999999999999999 people",
    "£9,223,372,036,854,775,808",
    "£9,999,999 trillion",
    "£4bn to £99999999999999999999",
    "0.0000000000000000001",
    "between 1 and 99999999999999999999",
  };
  static const char *const stored[] = { "1e99", "1e-99", "1e18", "1e-19", "-9223372036854775808", "1..1e18" };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("“%s”", typed[i]);
      g_assert_null (care_quantity_parse (typed[i], NULL, &error));
      g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_OVERFLOW);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (stored); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("“%s”", stored[i]);
      g_assert_null (care_quantity_from_string (stored[i], &error));
      g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_OVERFLOW);
    }
}

static void
test_stored_refuses (void)
{
  static const char *const cases[] = {
    "",          " GBP",       "GBP", "38e GBP", "e8",      "3.8e9 GBP", "38e8  GBP", "38e8 ",
    "+5",        "6..4",       "4..", "..4",     "4..5..6", "~4..6",     ">5",        "not-specified-GBP",
    "5 million", "5 per cent", "5 k", "5 5",     "5 -",     "5 a\nb",    "5 \xff",    "9223372036854775808",
    "38e8e1",    "£5",         "5 £", "5 gbp",   "5 to go",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = g_utf8_make_valid (cases[i], -1);
      g_autoptr (GError) error = NULL;

      g_test_message ("“%s”", shown);
      g_assert_null (care_quantity_from_string (cases[i], &error));
      g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_QUANTITY);
    }
}

static void
test_format_exact (void)
{
  static const struct
  {
    const char *stored;
    const char *house;
  } cases[] = {
    { "38e8 GBP", "£3.8 billion" },
    { "380e7 GBP", "£3.80 billion" },
    { "1884e6 GBP", "£1.884 billion" },
    { "5e5 GBP", "£500,000" },
    { "999999 GBP", "£999,999" },
    { "1e6 GBP", "£1 million" },
    { "1000000 GBP", "£1,000,000" },
    { "245e7 GBP", "£2.45 billion" },
    { "18e6 people", "18 million people" },
    { "5 months", "5 months" },
    { "12e-1 %", "1.2%" },
    { "1e-18", "0.000000000000000001" },
    { "9223372036854775807e-18", "9.223372036854775807" },
    { "999999999999999999 GBP", "£999,999,999,999,999,999" },
    { "1e17 GBP", "£100,000 trillion" },
    { "-1234e-2", "−12.34" },
    { "3..5e6 GBP", "£3 to £5,000,000" },
    { "0..5e6 GBP", "£0 to £5 million" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareQuantity) quantity = new_quantity (cases[i].stored);
      g_autofree char *house = care_quantity_format (quantity, CARE_QUANTITY_HOUSE);

      g_assert_cmpstr (house, ==, cases[i].house);
    }
}

static void
test_decimal_compare (void)
{
  static const struct
  {
    CareDecimal a;
    CareDecimal b;
    int order;
  } cases[] = {
    { { 38, 8 }, { 380, 7 }, 0 },
    { { 38, 8 }, { 53, 8 }, -1 },
    { { 53, 8 }, { 38, 8 }, 1 },
    { { 1, 9 }, { 999, 6 }, 1 },
    { { 0, 5 }, { 0, -5 }, 0 },
    { { 0, 0 }, { -1, -18 }, 1 },
    { { -2, 0 }, { -1, 0 }, -1 },
    { { -38, 8 }, { -380, 7 }, 0 },
    { { G_MAXINT64, 0 }, { G_MAXINT64 - 1, 0 }, 1 },
    { { G_MININT64, 0 }, { G_MAXINT64, 0 }, -1 },
    { { G_MININT64, 0 }, { -G_MAXINT64, 0 }, -1 },
    { { 1, G_MAXINT }, { G_MAXINT64, G_MININT }, 1 },
    { { G_MAXINT64, G_MAXINT }, { G_MAXINT64, G_MAXINT }, 0 },
    { { 1, 18 }, { G_MAXINT64, 0 }, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (care_decimal_compare (cases[i].a, cases[i].b), ==, cases[i].order);
      g_assert_cmpint (care_decimal_compare (cases[i].b, cases[i].a), ==, -cases[i].order);
    }
}

/* Equal in value is not equal in what was said. */
static void
test_precision (void)
{
  g_autoptr (CareQuantity) two = new_quantity ("38e8 GBP");
  g_autoptr (CareQuantity) three = new_quantity ("380e7 GBP");
  g_autoptr (CareQuantity) again = new_quantity ("38e8 GBP");

  g_assert_cmpint (care_quantity_compare (two, three), ==, 0);
  g_assert_false (care_quantity_equal (two, three));
  g_assert_true (care_quantity_equal (two, again));
  g_assert_cmpint (care_quantity_get_low (three).mantissa, ==, 380);
  g_assert_cmpint (care_quantity_get_low (three).exponent, ==, 7);
  g_assert_cmpint (care_quantity_get_high (three).mantissa, ==, 380);
}

static void
test_absences (void)
{
  g_autoptr (CareQuantity) zero = new_quantity ("0 GBP");
  g_autoptr (CareQuantity) not_specified = new_quantity ("not-specified GBP");
  g_autoptr (CareQuantity) not_found = new_quantity ("not-found GBP");
  g_autoptr (CareQuantity) not_assessed = new_quantity ("not-assessed GBP");

  g_assert_true (care_quantity_has_number (zero));
  g_assert_false (care_quantity_has_number (not_specified));
  g_assert_false (care_quantity_has_number (not_found));
  g_assert_false (care_quantity_has_number (not_assessed));
  g_assert_false (care_quantity_equal (zero, not_specified));
  g_assert_false (care_quantity_equal (not_specified, not_found));
  g_assert_false (care_quantity_equal (not_found, not_assessed));
  g_assert_cmpint (care_quantity_get_form (not_found), ==, CARE_QUANTITY_NOT_FOUND);
  g_assert_cmpstr (care_quantity_get_unit (not_specified), ==, "GBP");
}

static void
test_order (void)
{
  static const char *const sorted[] = {
    "29",
    "not-specified",
    "5e-1 %",
    "2 %",
    "-5e6 GBP",
    "0 GBP",
    "900e6 GBP",
    "38e8 GBP",
    "~38e8 GBP",
    "4e9 GBP",
    "4e9..6e9 GBP",
    "53e8 GBP",
    "not-specified GBP",
    "not-found GBP",
    "not-assessed GBP",
    "8000 GPs",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        g_autoptr (CareQuantity) a = new_quantity (sorted[i]);
        g_autoptr (CareQuantity) b = new_quantity (sorted[j]);

        g_assert_cmpint (CLAMP (care_quantity_compare (a, b), -1, 1), ==, i < j ? -1 : i > j);
        g_assert_cmpint (care_quantity_equal (a, b), ==, i == j);
      }
}

static CareDecimal
random_decimal (void)
{
  int digits = g_test_rand_int_range (1, 18);
  CareDecimal value = { 0, 0 };

  for (int i = 0; i < digits; i++)
    value.mantissa = value.mantissa * 10 + g_test_rand_int_range (0, 10);
  if (g_test_rand_int_range (0, 4) == 0)
    value.mantissa = -value.mantissa;
  value.exponent = g_test_rand_int_range (-6, 19 - digits);

  return value;
}

static CareQuantity *
random_quantity (void)
{
  static const char *const units[] = { NULL, "GBP", "%", "people", "GPs", "whole-time nurses", "months" };
  CareDecimal low = random_decimal ();
  CareDecimal high = random_decimal ();
  gboolean in_order = care_decimal_compare (low, high) <= 0;
  g_autoptr (GError) error = NULL;
  CareQuantity *quantity = care_quantity_new (g_test_rand_int_range (0, CARE_QUANTITY_NOT_ASSESSED + 1),
                                              in_order ? low : high, in_order ? high : low,
                                              units[g_test_rand_int_range (0, G_N_ELEMENTS (units))], &error);

  g_assert_no_error (error);
  return quantity;
}

static void
test_stored_round_trip (void)
{
  for (int i = 0; i < 5000; i++)
    {
      g_autoptr (CareQuantity) quantity = random_quantity ();
      g_autofree char *stored = care_quantity_to_string (quantity);
      g_autoptr (CareQuantity) read = new_quantity (stored);

      g_assert_true (care_quantity_equal (quantity, read));
    }
}

/* What is printed is read back as the same value, and prints the same again. */
static void
test_printed_round_trip (void)
{
  const CareNumberStyle *const styles[]
    = { CARE_QUANTITY_HOUSE, CARE_QUANTITY_SHORT, CARE_QUANTITY_WHOLE, &care_number_style_trade };

  for (int i = 0; i < 10000; i++)
    {
      g_autoptr (CareQuantity) quantity = random_quantity ();
      const CareNumberStyle *style = styles[i % G_N_ELEMENTS (styles)];
      /* What is whole says of itself what it is of. */
      const char *unit = style == CARE_QUANTITY_WHOLE ? NULL : care_quantity_get_unit (quantity);
      g_autofree char *printed = care_quantity_format (quantity, style);
      g_autoptr (GError) error = NULL;
      g_autoptr (CareQuantity) read = care_quantity_parse (printed, unit, &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      again = care_quantity_format (read, style);
      g_assert_cmpint (care_quantity_compare (quantity, read), ==, 0);
      g_assert_cmpstr (again, ==, printed);
    }
}

/* Order agrees with its own reverse and with scaling by ten. */
static void
test_decimal_compare_property (void)
{
  for (int i = 0; i < 5000; i++)
    {
      CareDecimal a = random_decimal ();
      CareDecimal b = random_decimal ();
      CareDecimal tenfold = { a.mantissa * 10, a.exponent - 1 };
      int order = care_decimal_compare (a, b);

      g_assert_cmpint (care_decimal_compare (b, a), ==, -order);
      g_assert_cmpint (care_decimal_compare (a, tenfold), ==, 0);
      g_assert_cmpint (care_decimal_compare (tenfold, b), ==, order);
    }
}

/* Whatever is typed is a quantity or an error, never a crash. */
static void
test_parse_any_text (void)
{
  static const char *const pieces[]
    = { "£",   "5",    "000",      ",",      ".", " ",        "bn",     "m",         "–",    "-",
        "to ", "and ", "between ", "about ", "%", "per cent", "people", "999999999", "not ", "specified",
        "(",   ")" };

  for (int i = 0; i < 10000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (CareQuantity) quantity = NULL;

      for (int n = g_test_rand_int_range (0, 9); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

      quantity = care_quantity_parse (text->str, i % 2 == 0 ? "GBP" : NULL, &error);
      g_assert_true ((quantity == NULL) == (error != NULL));
    }
}

/* What a briefing chooses is for its text; a label has less room. */
static void
test_brief (void)
{
  g_assert_true (care_number_style_find (NULL) == CARE_QUANTITY_HOUSE);
  g_assert_true (care_number_style_find ("trade") == &care_number_style_trade);
  g_assert_true (care_number_style_get_brief (NULL) == CARE_QUANTITY_SHORT);
  g_assert_true (care_number_style_get_brief (CARE_QUANTITY_HOUSE) == CARE_QUANTITY_SHORT);
  g_assert_true (care_number_style_get_brief (&care_number_style_trade) == CARE_QUANTITY_SHORT);
  g_assert_true (care_number_style_get_brief (CARE_QUANTITY_SHORT) == CARE_QUANTITY_SHORT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quantity/parse", test_parse);
  g_test_add_func ("/quantity/parse/refuses", test_parse_refuses);
  g_test_add_func ("/quantity/parse/any-text", test_parse_any_text);
  g_test_add_func ("/quantity/overflow", test_overflow);
  g_test_add_func ("/quantity/stored/refuses", test_stored_refuses);
  g_test_add_func ("/quantity/stored/round-trip", test_stored_round_trip);
  g_test_add_func ("/quantity/format/exact", test_format_exact);
  g_test_add_func ("/quantity/format/round-trip", test_printed_round_trip);
  g_test_add_func ("/quantity/decimal-compare", test_decimal_compare);
  g_test_add_func ("/quantity/decimal-compare/property", test_decimal_compare_property);
  g_test_add_func ("/quantity/precision", test_precision);
  g_test_add_func ("/quantity/absences", test_absences);
  g_test_add_func ("/quantity/order", test_order);
  g_test_add_func ("/quantity/brief", test_brief);

  return g_test_run ();
}
