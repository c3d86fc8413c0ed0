/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading what a person types as a quantity. */

#include "care-quantity.h"

#include "care-error.h"
#include "care-quantity-misread.h"
#include "care-quantity-scale.h"
#include "care-typed-text.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *at;
  gboolean overflow;
} Reader;

typedef struct
{
  CareDecimal value; /* as written, before its scale word */
  const CareQuantityScale *scale;
  const char *unit; /* "GBP", "%" or NULL */
} Amount;

static void
skip_space (Reader *reader)
{
  while (*reader->at == ' ')
    reader->at++;
}

static gboolean
skip_mark (Reader *reader, const char *mark)
{
  if (!g_str_has_prefix (reader->at, mark))
    return FALSE;

  reader->at += strlen (mark);
  skip_space (reader);
  return TRUE;
}

static gboolean
skip_word (Reader *reader, const char *word)
{
  const char *after = reader->at + strlen (word);

  if (g_ascii_strncasecmp (reader->at, word, strlen (word)) != 0
      || g_unichar_isalnum (g_utf8_get_char (after)))
    return FALSE;

  reader->at = after;
  skip_space (reader);
  return TRUE;
}

static gboolean
add_digit (Reader *reader, gint64 *number, char digit)
{
  guint64 sum;

  if (!g_uint64_checked_mul (&sum, (guint64) *number, 10) || !g_uint64_checked_add (&sum, sum, digit - '0')
      || sum > G_MAXINT64)
    {
      reader->overflow = TRUE;
      return FALSE;
    }

  *number = (gint64) sum;
  return TRUE;
}

/* Three digits and no fourth after a comma or a space, as thousands are set off. */
static gboolean
at_group (const char *at)
{
  return (*at == ',' || *at == ' ') && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2])
         && g_ascii_isdigit (at[3]) && !g_ascii_isdigit (at[4]);
}

static gboolean
read_whole (Reader *reader, gint64 *number)
{
  const char *start = reader->at;

  for (; g_ascii_isdigit (*reader->at); reader->at++)
    if (!add_digit (reader, number, *reader->at))
      return FALSE;
  if (reader->at == start)
    return FALSE;

  /* "1,884" or "1 884", but nothing after "1884" */
  for (gboolean grouped = reader->at - start <= 3; grouped && at_group (reader->at); reader->at += 4)
    for (int i = 1; i <= 3; i++)
      if (!add_digit (reader, number, reader->at[i]))
        return FALSE;

  return TRUE;
}

static gboolean
read_decimals (Reader *reader, CareDecimal *value)
{
  if (*reader->at != '.')
    return TRUE;
  if (!g_ascii_isdigit (*++reader->at))
    return FALSE;

  for (; g_ascii_isdigit (*reader->at); reader->at++, value->exponent--)
    if (!add_digit (reader, &value->mantissa, *reader->at))
      return FALSE;

  return TRUE;
}

static const CareQuantityScale *
read_scale (Reader *reader)
{
  for (guint i = 0; i < G_N_ELEMENTS (care_quantity_scales); i++)
    if (skip_word (reader, care_quantity_scales[i].word)
        || skip_word (reader, care_quantity_scales[i].suffix))
      return &care_quantity_scales[i];

  return NULL;
}

static const char *
read_unit_mark (Reader *reader)
{
  if (skip_mark (reader, "%") || skip_word (reader, "per cent") || skip_word (reader, "percent"))
    return "%";
  if (skip_word (reader, "pounds") || skip_word (reader, "pound") || skip_word (reader, "GBP"))
    return "GBP";

  return NULL;
}

/* "-£3.80 billion": sign, pounds, digits, scale word, mark of the unit. */
static gboolean
read_amount (Reader *reader, Amount *amount)
{
  gboolean negative = skip_mark (reader, "-") || skip_word (reader, "minus");
  gboolean pounds = skip_mark (reader, "£") || skip_word (reader, "GBP");
  const char *mark;

  *amount = (Amount){ .unit = pounds ? "GBP" : NULL };
  negative = negative || skip_mark (reader, "-");
  if (!read_whole (reader, &amount->value.mantissa) || !read_decimals (reader, &amount->value))
    return FALSE;
  if (negative)
    amount->value.mantissa = -amount->value.mantissa;

  skip_space (reader);
  amount->scale = read_scale (reader);
  mark = read_unit_mark (reader);
  if (pounds && mark != NULL)
    return FALSE;

  amount->unit = pounds ? "GBP" : mark;
  return TRUE;
}

static gboolean
skip_any_word (Reader *reader, const char *const *words)
{
  for (; *words != NULL; words++)
    if (skip_word (reader, *words))
      return TRUE;

  return FALSE;
}

static CareQuantityForm
read_form (Reader *reader)
{
  static const char *const about[]
    = { "about", "around", "approximately", "roughly", "circa", "c.", "some", "nearly", "almost", NULL };
  static const char *const at_least[] = { "at least",   "no less than", "not less than", "no fewer than", "more than",
                                          "upwards of", "in excess of", "over",          "above",         NULL };
  static const char *const up_to[]
    = { "up to", "at most", "no more than", "not more than", "less than", "fewer than", "under", "below", NULL };

  if (skip_any_word (reader, about) || skip_mark (reader, "~"))
    return CARE_QUANTITY_ABOUT;
  if (skip_any_word (reader, at_least) || skip_mark (reader, ">=") || skip_mark (reader, "≥"))
    return CARE_QUANTITY_AT_LEAST;
  if (skip_any_word (reader, up_to) || skip_mark (reader, "<=") || skip_mark (reader, "≤"))
    return CARE_QUANTITY_UP_TO;
  if (skip_word (reader, "between") || skip_word (reader, "from"))
    return CARE_QUANTITY_RANGE;

  return CARE_QUANTITY_EXACT;
}

/* "£2bn or more", "8,000+ GPs" */
static CareQuantityForm
read_form_after (Reader *reader)
{
  static const char *const at_least[] = { "or more", "or over", NULL };
  static const char *const up_to[] = { "or less", "or fewer", "or under", NULL };

  if (skip_mark (reader, "+") || skip_any_word (reader, at_least))
    return CARE_QUANTITY_AT_LEAST;
  return skip_any_word (reader, up_to) ? CARE_QUANTITY_UP_TO : CARE_QUANTITY_EXACT;
}

/* "4 months to 6 months": the words counted, said twice. */
static gboolean
read_high_after_words (Reader *reader, Amount *high)
{
  static const char *const separators[] = { " to ", " - ", " and " };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *found = strstr (reader->at, separators[i]);
      g_autofree char *words = found != NULL ? g_strndup (reader->at, found - reader->at) : NULL;
      Reader rest = { found != NULL ? found + strlen (separators[i]) : "", FALSE };

      if (words != NULL && read_amount (&rest, high) && strcmp (rest.at, words) == 0)
        {
          *reader = rest;
          return TRUE;
        }
    }

  return FALSE;
}

/* Leaves @reader where it was if no second number follows. */
static gboolean
read_high (Reader *reader, gboolean between, Amount *high)
{
  Reader rest = *reader;

  if ((skip_word (&rest, "to") || skip_mark (&rest, "-") || (between && skip_word (&rest, "and")))
      && read_amount (&rest, high))
    {
      *reader = rest;
      return TRUE;
    }
  if (rest.overflow)
    reader->overflow = TRUE;

  return read_high_after_words (reader, high);
}

/* What only one end of a range says holds for both: "£4–6bn", "2 to 4%". */
static gboolean
share_unit (Amount *low, Amount *high)
{
  if (low->unit == NULL)
    low->unit = high->unit;
  if (high->unit == NULL)
    high->unit = low->unit;
  if (care_quantity_scale_is_borrowed (low->value, low->scale, high->value, high->scale))
    low->scale = high->scale;

  return g_strcmp0 (low->unit, high->unit) == 0;
}

/* The unit after the number, in the mark beside the number, or else @unit; FALSE if
 * words are left over that are no unit. */
static gboolean
read_unit (Reader *reader, const char *mark, const char **unit)
{
  if (*reader->at == '\0')
    {
      *unit = mark != NULL ? mark : *unit;
      return TRUE;
    }
  /* A word that touches the number, as in "1e9", is not one that is counted. */
  if (mark != NULL || reader->at[-1] != ' ' || !g_unichar_isalpha (g_utf8_get_char (reader->at)))
    return FALSE;

  *unit = reader->at;
  return TRUE;
}

/* CARE_QUANTITY_EXACT if none of the absences is there. */
static CareQuantityForm
read_absence (Reader *reader)
{
  static const struct
  {
    const char *words;
    CareQuantityForm form;
  } absences[] = {
    { "not specified", CARE_QUANTITY_NOT_SPECIFIED }, { "not-specified", CARE_QUANTITY_NOT_SPECIFIED },
    { "not stated", CARE_QUANTITY_NOT_SPECIFIED },    { "unspecified", CARE_QUANTITY_NOT_SPECIFIED },
    { "not found", CARE_QUANTITY_NOT_FOUND },         { "not-found", CARE_QUANTITY_NOT_FOUND },
    { "not assessed", CARE_QUANTITY_NOT_ASSESSED },   { "not-assessed", CARE_QUANTITY_NOT_ASSESSED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (absences); i++)
    if (skip_word (reader, absences[i].words))
      return absences[i].form;

  return CARE_QUANTITY_EXACT;
}

/* What an absence is of, in brackets: "(£)", "(people)", or else @unit. Takes the
 * closing bracket off. */
static gboolean
read_absent_unit (char *rest, const char **unit)
{
  gsize length = strlen (rest);
  Reader reader = { rest + 1, FALSE };
  const char *mark;

  if (length == 0)
    return TRUE;
  if (length < 3 || rest[0] != '(' || rest[length - 1] != ')')
    return FALSE;
  rest[length - 1] = '\0';
  mark = skip_mark (&reader, "£") ? "GBP" : read_unit_mark (&reader);
  if (mark != NULL && *reader.at != '\0')
    return FALSE;
  *unit = mark != NULL ? mark : rest + 1;
  return TRUE;
}

/* FALSE if the text is no quantity, or if the reader met an overflow. */
static gboolean
read_quantity (Reader *reader, CareQuantityForm *form, Amount *low, Amount *high, const char **unit)
{
  gboolean between;

  *form = read_absence (reader);
  if (*form != CARE_QUANTITY_EXACT)
    return read_absent_unit ((char *) reader->at, unit);

  *form = read_form (reader);
  between = *form == CARE_QUANTITY_RANGE;
  if (!read_amount (reader, low))
    return FALSE;

  if (between || *form == CARE_QUANTITY_EXACT)
    {
      if (read_high (reader, between, high))
        *form = CARE_QUANTITY_RANGE;
      else if (between || reader->overflow)
        return FALSE;
    }
  if (*form == CARE_QUANTITY_EXACT)
    *form = read_form_after (reader);
  if (*form == CARE_QUANTITY_RANGE && !share_unit (low, high))
    return FALSE;

  return read_unit (reader, low->unit, unit);
}

static void
set_parse_error (GError **error, const char *text, gboolean overflow)
{
  g_autofree char *shown = care_typed_text_quote (text);

  if (overflow)
    g_set_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_OVERFLOW,
                 _ ("“%s” has more digits than can be kept exactly: write at most 18 digits."), shown);
  else
    g_set_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_QUANTITY,
                 _ ("“%s” cannot be read as a quantity: write it like “£3.8 billion”, “£4bn–£6bn”, "
                    "“at least £150m”, “20%%”, “8,000 GPs” or “not specified”."),
                 shown);
}

/**
 * care_quantity_parse:
 * @text: what a person typed or a source prints
 * @unit: (nullable): what a number without a unit counts, such as "GBP"
 * @error: return location
 *
 * Reads digits with commas, spaces or nothing between thousands and a full stop
 * before decimals, whatever the locale. In a range, the unit and the scale word
 * of the second number hold for the first where it has none: "£4–6bn". An absence
 * says in brackets what it is of: "not specified (£)". "More than" and "less than" are the
 * bounds that hold for both: "at least", "up to". A word after a number that may be
 * meant for million or billion, and is not, is refused: see care_quantity_find_misread().
 *
 * Returns: (transfer full): the quantity, or %NULL with
 *   %CARE_DOMAIN_ERROR_QUANTITY or %CARE_DOMAIN_ERROR_OVERFLOW
 */
CareQuantity *
care_quantity_parse (const char *text, const char *unit, GError **error)
{
  g_autofree char *plain = care_typed_text_normalise (text, '-');
  g_autofree char *misread = plain == NULL ? NULL : care_quantity_find_misread (plain);
  Reader reader = { plain, FALSE };
  Amount low = { .unit = NULL };
  Amount high = { .unit = NULL };
  CareQuantityForm form;

  if (misread != NULL)
    {
      g_set_error_literal (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_QUANTITY, misread);
      return NULL;
    }
  if (plain == NULL || !read_quantity (&reader, &form, &low, &high, &unit))
    {
      set_parse_error (error, text, reader.overflow);
      return NULL;
    }

  return care_quantity_new (form, care_quantity_scale_apply (low.value, low.scale),
                            care_quantity_scale_apply (high.value, high.scale), unit, error);
}
