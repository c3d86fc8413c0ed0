/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-error.h"
#include "care-figure-follow.h"
#include "care-figure-read.h"

#include <string.h>

typedef struct
{
  const char *words;
  const char *said;
  const char *value;
  const char *basis;
  const char *period;
  const char *more; /* recurrence, prices, base */
  const char *left;
} Case;

static CareDate *
new_date (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  CareDate *date = edtf == NULL ? NULL : care_date_from_edtf (edtf, &error);

  g_assert_no_error (error);
  return date;
}

/* (transfer full) (nullable): the rest that is understood. */
static char *
say_more (const CareFigureMeaning *read)
{
  GString *more = g_string_new (NULL);
  const char *const parts[] = { read->recurrence, read->price_basis, read->price_year, read->base };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (more, more->len == 0 ? "%s" : ", %s", parts[i]);
  return g_string_free (more, more->len == 0);
}

static void
check (const Case *one)
{
  g_autoptr (CareDate) said = new_date (one->said);
  g_autoptr (CareFigureMeaning) read = care_figure_read (one->words, said);
  g_autofree char *value = read->value == NULL ? NULL : care_quantity_to_string (read->value);
  g_autofree char *more = say_more (read);

  g_test_message ("%s, said %s", one->words, one->said == NULL ? "nobody knows when" : one->said);
  g_assert_cmpstr (value, ==, one->value);
  g_assert_cmpstr (read->period_basis, ==, one->basis);
  g_assert_cmpstr (read->period == NULL ? NULL : care_date_get_edtf (read->period), ==, one->period);
  g_assert_cmpstr (more, ==, one->more);
  g_assert_cmpstr (read->left, ==, one->left);
}

static void
test_values (void)
{
  static const Case cases[] = {
    { "£3.8bn", NULL, "38e8 GBP", NULL, NULL, NULL, NULL },
    { "3.8 billion", NULL, "38e8", NULL, NULL, NULL, NULL },
    { "£4bn-£6bn", NULL, "4e9..6e9 GBP", NULL, NULL, NULL, NULL },
    { "between £4bn and £6bn", NULL, "4e9..6e9 GBP", NULL, NULL, NULL, NULL },
    { "at least £150m", NULL, ">=150e6 GBP", NULL, NULL, NULL, NULL },
    { "up to 2%", NULL, "<=2 %", NULL, NULL, NULL, NULL },
    { "8,000 GPs", NULL, "8000 GPs", NULL, NULL, NULL, NULL },
    { "4 months to 6 months", NULL, "4..6 months", NULL, NULL, NULL, NULL },
    { "8,000 people over 65", NULL, "8000 people over 65", NULL, NULL, NULL, NULL },
    { "not specified", NULL, "not-specified", NULL, NULL, NULL, NULL },
    { "not specified (£) over five years", NULL, "not-specified GBP", "total", NULL, NULL, NULL },
    { "2013/14", NULL, NULL, NULL, "2013-04-01/2014-03-31", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

static void
test_bases (void)
{
  static const Case cases[] = {
    { "£500m a year", NULL, "500e6 GBP", "per-year", NULL, NULL, NULL },
    { "8,000 GPs a year", NULL, "8000 GPs", "per-year", NULL, NULL, NULL },
    { "£500m per annum", NULL, "500e6 GBP", "per-year", NULL, NULL, NULL },
    { "£500m p.a.", NULL, "500e6 GBP", "per-year", NULL, NULL, NULL },
    { "£500m each year", NULL, "500e6 GBP", "per-year", NULL, "each-year", NULL },
    { "£4bn to £6bn a year", NULL, "4e9..6e9 GBP", "per-year", NULL, NULL, NULL },
    { "£1bn one-off", NULL, "1e9 GBP", "one-off", NULL, NULL, NULL },
    { "£1bn (non-recurrent)", NULL, "1e9 GBP", NULL, NULL, "non-recurrent", NULL },
    { "£8bn in real terms", NULL, "8e9 GBP", NULL, NULL, "real", NULL },
    { "£8bn a year (cash terms)", NULL, "8e9 GBP", "per-year", NULL, "cash", NULL },
    { "£8bn in 2014-15 prices", NULL, "8e9 GBP", NULL, NULL, "real, 2014/15", NULL },
    { "£8bn at 2010/11 prices", NULL, "8e9 GBP", NULL, NULL, "real, 2010/11", NULL },
    { "£8bn at 1999/00 prices", NULL, "8e9 GBP", NULL, NULL, "real, 1999/00", NULL },
    { "£8bn, 2010 prices", NULL, "8e9 GBP", NULL, NULL, "real, 2010", NULL },
    { "2% of CCG funding each year", NULL, "2 %", "per-year", NULL, "each-year, CCG funding", NULL },
    { "up to 2% of CCG funding in 2014/15", NULL, "<=2 %", "level", "2014-04-01/2015-03-31", "CCG funding", NULL },
    { "£2.5bn in total", NULL, "25e8 GBP", "total", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

static void
test_periods (void)
{
  static const Case cases[] = {
    { "£500m a year for five years", "2015-04", "500e6 GBP", "per-year", NULL, NULL, NULL },
    { "for five years, £500m a year", NULL, "500e6 GBP", "per-year", NULL, NULL, NULL },
    { "£500m for five years", NULL, "500e6 GBP", NULL, NULL, NULL, NULL },
    { "£300m over the next three years", "2015-03", "300e6 GBP", "total", "2015-03/2018-03", NULL, NULL },
    { "£300m over the next three years", "2015", "300e6 GBP", "total", NULL, NULL, NULL }, /* 2015 to 2018 are four */
    { "£300m over the next three years", "2015-03-27", "300e6 GBP", "total", "2015-03-27/2018-03-26", NULL, NULL },
    { "£300m over the next 18 months", "2015-03-27", "300e6 GBP", "total", "2015-03-27/2016-09-26", NULL, NULL },
    { "£300m in each of the next three years", "2015-03-27", "300e6 GBP", "per-year", "2015-03-27/2018-03-26", NULL, NULL },
    { "over 5 years £2bn", NULL, "2e9 GBP", "total", NULL, NULL, NULL },
    { "£300m over the next three years", NULL, "300e6 GBP", "total", NULL, NULL, NULL },
    { "£500m a year for five years from 2015/16", NULL, "500e6 GBP", "per-year", "2015-04-01/2020-03-31", NULL, NULL },
    { "£500m per year from 2015/16 to 2019/20", NULL, "500e6 GBP", "per-year", "2015-04-01/2020-03-31", NULL, NULL },
    { "£2bn between 2015/16 and 2019/20", NULL, "2e9 GBP", NULL, "2015-04-01/2020-03-31", NULL, NULL },
    { "£2bn over 2015/16 to 2019/20", NULL, "2e9 GBP", "total", "2015-04-01/2020-03-31", NULL, NULL },
    { "£500m a year from 2015/16", NULL, "500e6 GBP", "per-year", "2015-04-01/..", NULL, NULL },
    { "£500m a year until 2020", NULL, "500e6 GBP", "per-year", "../2020", NULL, NULL },
    { "£2bn by 2020", NULL, "2e9 GBP", NULL, NULL, NULL, NULL },
    { "£8bn a year by 2020", NULL, "8e9 GBP", "per-year", NULL, NULL, NULL },
    { "£3.8bn in 2015/16", NULL, "38e8 GBP", "level", "2015-04-01/2016-03-31", NULL, NULL },
    { "£3.8bn, 2015/16", NULL, "38e8 GBP", "level", "2015-04-01/2016-03-31", NULL, NULL },
    { "in 2015/16, £3.8bn", NULL, "38e8 GBP", "level", "2015-04-01/2016-03-31", NULL, NULL },
    { "15 million people in 2012", NULL, "15e6 people", "level", "2012", NULL, NULL },
    { "£1bn one-off in 2015/16", NULL, "1e9 GBP", "one-off", "2015-04-01/2016-03-31", NULL, NULL },
    { "£8bn over this Parliament", "2015-06", "8e9 GBP", "total", "2015-05-18/2017-05-03", NULL, NULL },
    { "£500m next year", "2015-03", "500e6 GBP", NULL, NULL, NULL, "next year" },
    { "£500m in the next financial year", "2015-03", "500e6 GBP", "level", "2015-04-01/2016-03-31", NULL, NULL },
    { "£500m in the next financial year", "2015", "500e6 GBP", NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

static void
test_left (void)
{
  static const Case cases[] = {
    { "£3.8bn of joy", NULL, "38e8 GBP", NULL, NULL, NULL, "of joy" },
    { "an extra £8bn a year for the NHS", NULL, "8e9 GBP", "per-year", NULL, NULL, "an extra … for the NHS" },
    { "£2.5bn (£500m a year for five years)", NULL, "25e8 GBP", NULL, NULL, NULL, "(£500m a year for five years)" },
    { "£1bn in 2015/16, £2bn in 2016/17", NULL, "1e9 GBP", "level", "2015-04-01/2016-03-31", NULL, "£2bn in 2016/17" },
    { "£300 million: £100m in 2015/16 and £200m in 2016/17", NULL, "300e6 GBP", NULL, NULL, NULL,
      "£100m in 2015/16 and £200m in 2016/17" },
    { "2%, then 3% a year", NULL, "2 %", NULL, NULL, NULL, "then 3% a year" },
    { "£1bn in 2015/16 and 2016/17", NULL, "1e9 GBP", NULL, NULL, NULL, "and" },
    { "£8bn more a year in 2020 than in 2015", NULL, "8e9 GBP", "per-year", NULL, NULL, "more … than" },
    { "plenty", NULL, NULL, NULL, NULL, NULL, "plenty" },
    { "", NULL, NULL, NULL, NULL, NULL, NULL },
    { "99999999999999999999 GPs a year", NULL, NULL, "per-year", NULL, NULL, "99999999999999999999 GPs" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

/* What is no text is left, in letters that can be shown. */
static void
test_no_text (void)
{
  g_autoptr (CareFigureMeaning) read = care_figure_read ("£5bn \xff", NULL);

  g_assert_null (read->value);
  g_assert_cmpstr (read->left, ==, "£5bn \357\277\275");
}

static CareDecimal
random_decimal (void)
{
  CareDecimal value = { 0, 0 };
  int digits = g_test_rand_int_range (1, 18);

  for (int i = 0; i < digits; i++)
    value.mantissa = value.mantissa * 10 + g_test_rand_int_range (0, 10);
  value.exponent = g_test_rand_int_range (-6, 19 - digits);
  return value;
}

/* What is printed, in each style, is read back as the same, and nothing is left. */
static void
test_printed_round_trip (void)
{
  static const char *const units[] = { NULL, "GBP", "%", "people", "whole-time nurses", "people over 65" };
  static const struct
  {
    const char *words;
    const char *basis;
  } tails[] = { { "", NULL }, { " a year", "per-year" }, { " in 2015/16", "level" }, { " over the next three years", "total" } };

  const CareNumberStyle *const styles[]
    = { CARE_QUANTITY_HOUSE, CARE_QUANTITY_SHORT, &care_number_style_trade };

  for (guint i = 0; i < 4000; i++)
    {
      CareDecimal a = random_decimal ();
      CareDecimal b = random_decimal ();
      gboolean in_order = care_decimal_compare (a, b) <= 0;
      g_autoptr (CareQuantity) value
        = care_quantity_new (g_test_rand_int_range (0, CARE_QUANTITY_NOT_ASSESSED + 1), in_order ? a : b, in_order ? b : a,
                             units[g_test_rand_int_range (0, G_N_ELEMENTS (units))], NULL);
      const CareNumberStyle *style
        = care_quantity_has_number (value) ? styles[i % G_N_ELEMENTS (styles)] : CARE_QUANTITY_WHOLE;
      g_autofree char *printed = care_quantity_format (value, style);
      guint tail = i % G_N_ELEMENTS (tails);
      g_autofree char *words = g_strconcat (printed, tails[tail].words, NULL);
      g_autoptr (CareFigureMeaning) read = care_figure_read (words, NULL);

      g_test_message ("%s", words);
      g_assert_nonnull (read->value);
      g_assert_cmpint (care_quantity_compare (value, read->value), ==, 0);
      g_assert_cmpint (care_quantity_get_form (value), ==, care_quantity_get_form (read->value));
      g_assert_cmpstr (read->period_basis, ==, tails[tail].basis);
      g_assert_null (read->left);
    }
}

/* Whatever the words are, each is understood or left, in their order. */
static void
test_any_words (void)
{
  static const char *const words[] = { "£500m", "a", "year", "over", "the", "next", "three", "years", "from", "2015/16", "to",
                                       "of", "CCG", "funding", "(real", "terms)", "2%", "in", "prices,", "up", "not", "specified",
                                       "–", "£", "8,000", "GPs", "by", "end", "2020", "until", "each", "(", "between", "and" };

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (CareDate) said = new_date (i % 2 == 0 ? "2015-03" : NULL);
      g_autoptr (CareFigureMeaning) read = NULL;
      g_auto (GStrv) left = NULL;
      const char *at;

      for (int n = g_test_rand_int_range (1, 10); n > 0; n--)
        g_string_append_printf (text, " %s", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      read = care_figure_read (text->str, said);
      left = g_strsplit (read->left == NULL ? "" : read->left, " ", -1);
      at = text->str;
      for (guint w = 0; left[w] != NULL; w++)
        {
          at = strcmp (left[w], "…") == 0 ? at : strstr (at, left[w]);
          g_assert_nonnull (at);
        }
    }
}

static CareRecord *
new_figure (void)
{
  CareRecord *figure = care_record_new (care_kind_find ("figure"), 1);

  care_record_set (figure, "label", "Healthcare fund", NULL);
  return figure;
}

static CareRecord *
type (CareRecord *figure, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  CareRecord *read = care_figure_understand (figure, NULL, field, text, &error);

  g_assert_no_error (error);
  return read;
}

/* Words typed as the value go into the fields that they say something of. */
static void
test_value_fills (void)
{
  g_autoptr (CareRecord) figure = new_figure ();
  g_autoptr (CareRecord) read = type (figure, "value", "£500m a year for five years");

  g_assert_cmpstr (care_record_get (read, "value"), ==, "500e6 GBP");
  g_assert_cmpstr (care_record_get (read, "as_stated"), ==, "£500m a year for five years");
  g_assert_cmpstr (care_record_get (read, "period_basis"), ==, "per-year");
  g_assert_cmpstr (care_record_get (read, "period_words"), ==, "for five years");
  g_assert_null (care_record_get (read, "period"));
}

/* What is counted from the day on which it was said is counted from when the pledge was made. */
static void
test_of_pledge (void)
{
  g_autoptr (CareRecord) figure = new_figure ();
  g_autoptr (CareRecord) pledge = care_record_new (care_kind_find ("pledge"), 2);
  g_autoptr (CareRecord) read = NULL;
  g_autofree char *says = NULL;

  care_record_set (pledge, "made", "2015-03", NULL);
  read = care_figure_understand (figure, pledge, "value", "£300m over the next three years", NULL);
  g_assert_cmpstr (care_record_get (read, "period"), ==, "2015-03/2018-03");
  g_assert_cmpstr (care_record_get (read, "period_words"), ==, "over the next three years");
  says = care_figure_explain (figure, pledge, "value", "£300m over the next three years");
  g_assert_cmpstr (says, ==, "Understood: £300 million, total over stated years, March 2015 – March 2018.");
}

/* What a person has entered stays. */
static void
test_entered_stays (void)
{
  g_autoptr (CareRecord) figure = new_figure ();
  g_autoptr (CareRecord) typed = NULL;
  g_autoptr (CareRecord) stated = NULL;

  care_record_set (figure, "period_basis", "not-stated", NULL);
  care_record_set (figure, "as_stated", "half a billion a year", NULL);
  typed = type (figure, "value", "£500m a year in real terms");
  g_assert_cmpstr (care_record_get (typed, "period_basis"), ==, "not-stated");
  g_assert_cmpstr (care_record_get (typed, "as_stated"), ==, "half a billion a year");
  g_assert_cmpstr (care_record_get (typed, "price_basis"), ==, "real");

  stated = type (typed, "as_stated", "£600m in cash");
  g_assert_cmpstr (care_record_get (stated, "value"), ==, "500e6 GBP");
  g_assert_cmpstr (care_record_get (stated, "price_basis"), ==, "real");
}

/* What followed from the words follows what they become. */
static void
test_words_change (void)
{
  g_autoptr (CareRecord) figure = new_figure ();
  g_autoptr (CareRecord) first = type (figure, "as_stated", "£500m a year for five years");
  g_autoptr (CareRecord) second = type (first, "as_stated", "£600m one-off");

  g_assert_cmpstr (care_record_get (second, "value"), ==, "600e6 GBP");
  g_assert_cmpstr (care_record_get (second, "period_basis"), ==, "one-off");
  g_assert_null (care_record_get (second, "period_words"));
}

/* Words that say nothing but the fields follow when another value is typed; those of a source
 * that say more stay. */
static void
test_value_changes (void)
{
  g_autoptr (CareRecord) figure = new_figure ();
  g_autoptr (CareRecord) first = type (figure, "value", "£500m a year");
  g_autoptr (CareRecord) second = type (first, "value", "£600m over five years");
  g_autoptr (CareRecord) year = type (second, "value", "2013/14");
  g_autoptr (CareRecord) third = NULL;
  g_autoptr (CareRecord) kept = NULL;

  g_assert_cmpstr (care_record_get (second, "as_stated"), ==, "£600m over five years");
  g_assert_cmpstr (care_record_get (second, "period_basis"), ==, "total");
  g_assert_cmpstr (care_record_get (year, "value"), ==, "600e6 GBP");
  g_assert_cmpstr (care_record_get (year, "period"), ==, "2013-04-01/2014-03-31");
  g_assert_cmpstr (care_record_get (year, "period_basis"), ==, "total");

  care_record_set (year, "as_stated", "£600m", NULL);
  kept = type (year, "value", "£700m one-off");
  g_assert_cmpstr (care_record_get (kept, "as_stated"), ==, "£600m");
  care_record_set (second, "as_stated", "£600m 'time to care' fund over five years", NULL);
  third = type (second, "value", "£700m one-off");
  g_assert_cmpstr (care_record_get (third, "value"), ==, "700e6 GBP");
  g_assert_cmpstr (care_record_get (third, "as_stated"), ==, "£600m 'time to care' fund over five years");
  g_assert_cmpstr (care_record_get (third, "period_basis"), ==, "one-off");
  g_assert_cmpstr (care_record_get (third, "period_words"), ==, "over five years");
}

static void
test_refused (void)
{
  g_autoptr (CareRecord) figure = new_figure ();
  g_autoptr (GError) error = NULL;

  g_assert_null (care_figure_understand (figure, NULL, "value", "plenty a year", &error));
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_QUANTITY);
  g_clear_error (&error);
  care_record_set (figure, "as_stated", "£3.8 billion, most of it existing", NULL);
  g_assert_null (care_figure_understand (figure, NULL, "value", "£3.8bn of joy", &error));
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_QUANTITY);
  g_assert_nonnull (strstr (error->message, "“of joy”"));
}

static void
test_explained (void)
{
  static const struct
  {
    const char *text;
    const char *says;
  } cases[] = {
    { "£500m", NULL },
    { "£500m a year for five years", "Understood: £500 million, per year, 5 years: not stated which." },
    { "£500m each year", "Understood: £500 million, per year." },
    { "2% of CCG funding each year", "Understood: 2%, of CCG funding, per year." },
    { "£8bn in 2014/15 prices", "Understood: £8 billion, real terms, 2014/15 prices." },
    { "2013/14", "Understood: 2013/14." },
    { "£3.8bn of joy", "Understood: £3.8 billion. “of joy” is not understood: it is kept under As Stated." },
    { "£300m over the next three years",
      "Understood: £300 million, total over stated years, 3 years: not stated which. “the next three years” is counted from the "
      "day on which it was said: enter that under Made of the pledge, or enter the Period." },
    { "plenty", NULL },
  };
  g_autoptr (CareRecord) figure = new_figure ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *says = care_figure_explain (figure, NULL, "value", cases[i].text);

      g_assert_cmpstr (says, ==, cases[i].says);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-read/values", test_values);
  g_test_add_func ("/figure-read/bases", test_bases);
  g_test_add_func ("/figure-read/periods", test_periods);
  g_test_add_func ("/figure-read/left", test_left);
  g_test_add_func ("/figure-read/no-text", test_no_text);
  g_test_add_func ("/figure-read/printed-round-trip", test_printed_round_trip);
  g_test_add_func ("/figure-read/any-words", test_any_words);
  g_test_add_func ("/figure-read/value-fills", test_value_fills);
  g_test_add_func ("/figure-read/of-pledge", test_of_pledge);
  g_test_add_func ("/figure-read/entered-stays", test_entered_stays);
  g_test_add_func ("/figure-read/words-change", test_words_change);
  g_test_add_func ("/figure-read/value-changes", test_value_changes);
  g_test_add_func ("/figure-read/refused", test_refused);
  g_test_add_func ("/figure-read/explained", test_explained);
  return g_test_run ();
}
