/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-json-check.h"

#include "care-exchange-error.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  guint depth;
  CareExchangeError code;
  const char *what; /* what is wrong at @at, translated; NULL: nothing */
} Reader;

static gboolean check_value (Reader *r);

static gboolean
fail (Reader *r, const char *what)
{
  r->code = CARE_EXCHANGE_ERROR_SYNTAX;
  r->what = r->at < r->end ? what : _ ("the file breaks off here");
  return FALSE;
}

/* The byte at hand; 0 at the end, as no text that is checked holds one. */
static char
peek (const Reader *r)
{
  return r->at < r->end ? *r->at : '\0';
}

static void
skip_space (Reader *r)
{
  while (r->at < r->end && strchr (" \t\r\n", *r->at) != NULL)
    r->at++;
}

static gboolean
take (Reader *r, char byte)
{
  if (peek (r) != byte)
    return FALSE;
  r->at++;
  return TRUE;
}

static gboolean
check_word (Reader *r, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (r->end - r->at) < length || strncmp (r->at, word, length) != 0)
    return fail (r, _ ("this is not a value"));
  r->at += length;
  return TRUE;
}

static gboolean
check_digits (Reader *r)
{
  if (!g_ascii_isdigit (peek (r)))
    return fail (r, _ ("this is not a number"));
  while (g_ascii_isdigit (peek (r)))
    r->at++;
  return TRUE;
}

static gboolean
check_number (Reader *r)
{
  take (r, '-');
  if (!take (r, '0') && !check_digits (r))
    return FALSE;
  if (take (r, '.') && !check_digits (r))
    return FALSE;
  if (!take (r, 'e') && !take (r, 'E'))
    return TRUE;
  if (!take (r, '+'))
    take (r, '-');
  return check_digits (r);
}

static gboolean
read_hex (Reader *r, guint *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (peek (r)))
        return fail (r, _ ("“\\u” needs four hexadecimal digits"));
      *unit = *unit * 16 + (guint) g_ascii_xdigit_value (*r->at++);
    }
  return TRUE;
}

/* After "\u". Half of a surrogate pair is no character, and a NUL would end the
 * text that it stands in. */
static gboolean
check_code (Reader *r)
{
  const char *digits = r->at;
  guint unit;
  guint second = 0;

  if (!read_hex (r, &unit))
    return FALSE;
  if (unit >= 0xd800 && unit < 0xdc00 && take (r, '\\') && take (r, 'u') && !read_hex (r, &second))
    return FALSE;
  if (unit != 0 && (unit < 0xd800 || unit > 0xdfff))
    return TRUE;
  if (second >= 0xdc00 && second <= 0xdfff)
    return TRUE;
  r->at = digits;
  return fail (r, _ ("“\\u” is followed by no character"));
}

static gboolean
check_string (Reader *r)
{
  if (!take (r, '"'))
    return fail (r, _ ("a text in double quotation marks is missing here"));
  while (!take (r, '"'))
    {
      if ((guchar) peek (r) < ' ')
        return fail (r, _ ("a text holds a control character or a line break; write it as “\\n”"));
      if (!take (r, '\\'))
        r->at++;
      else if (take (r, 'u'))
        {
          if (!check_code (r))
            return FALSE;
        }
      else if (peek (r) == '\0' || strchr ("\"\\/bfnrt", *r->at) == NULL)
        return fail (r, _ ("a backslash is followed by a character that it does not go with"));
      else
        r->at++;
    }
  return TRUE;
}

static gboolean
check_member (Reader *r)
{
  skip_space (r);
  if (!check_string (r))
    return FALSE;
  skip_space (r);
  if (!take (r, ':'))
    return fail (r, _ ("a colon is missing here"));
  return check_value (r);
}

/* An array or an object, after its opening bracket. */
static gboolean
check_items (Reader *r, char closing, gboolean (*check_item) (Reader *))
{
  if (++r->depth > CARE_JSON_MAX_DEPTH)
    {
      r->what = _ ("the file is nested too deeply");
      r->code = CARE_EXCHANGE_ERROR_TOO_DEEP;
      return FALSE;
    }
  skip_space (r);
  if (!take (r, closing))
    {
      do
        if (!check_item (r))
          return FALSE;
      while (take (r, ','));
      if (!take (r, closing))
        return fail (r, _ ("a comma or a closing bracket is missing here"));
    }
  r->depth--;
  return TRUE;
}

static gboolean
check_value_itself (Reader *r)
{
  if (take (r, '{'))
    return check_items (r, '}', check_member);
  if (take (r, '['))
    return check_items (r, ']', check_value);
  if (peek (r) == '"')
    return check_string (r);
  if (peek (r) == '-' || g_ascii_isdigit (peek (r)))
    return check_number (r);
  if (peek (r) == 't')
    return check_word (r, "true");
  if (peek (r) == 'f')
    return check_word (r, "false");
  return check_word (r, "null");
}

static gboolean
check_value (Reader *r)
{
  skip_space (r);
  if (!check_value_itself (r))
    return FALSE;
  skip_space (r);
  return TRUE;
}

static gboolean
check_text (Reader *r)
{
  const char *valid;

  if (!g_utf8_validate_len (r->start, (gsize) (r->end - r->start), &valid))
    {
      r->at = valid;
      return fail (r, _ ("this is not valid text; save the file as UTF-8"));
    }
  if (!check_value (r))
    return FALSE;
  return r->at == r->end || fail (r, _ ("there is more after the end"));
}

static CareProblem *
make_problem (const Reader *r)
{
  const char *line_start = r->start;
  guint line = 1;

  for (const char *p = r->start; p < r->at; p++)
    if (*p == '\n')
      {
        line++;
        line_start = p + 1;
      }
  return care_problem_new (line, (guint) g_utf8_strlen (line_start, r->at - line_start) + 1, NULL, r->what);
}

/**
 * care_json_check:
 * @text: what may be JSON
 * @length: its length in bytes
 * @problem: (out) (transfer full): the first thing wrong with it
 * @error: return location for a #CareExchangeError of code
 *   %CARE_EXCHANGE_ERROR_SYNTAX or %CARE_EXCHANGE_ERROR_TOO_DEEP
 *
 * Returns: whether @text is well formed and not too deep.
 */
gboolean
care_json_check (const char *text, gsize length, CareProblem **problem, GError **error)
{
  Reader r = { text, text, text + length, 0, CARE_EXCHANGE_ERROR_SYNTAX, NULL };
  g_autofree char *description = NULL;

  if (check_text (&r))
    return TRUE;
  *problem = make_problem (&r);
  description = care_problem_describe (*problem);
  g_set_error (error, CARE_EXCHANGE_ERROR, r.code, _ ("The file cannot be read: %s"), description);
  return FALSE;
}
