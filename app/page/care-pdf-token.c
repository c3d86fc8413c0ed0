/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-pdf-token.h"

#include <string.h>

static gboolean
is_space (guchar c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (guchar c)
{
  return strchr ("()<>[]{}/%", c) != NULL && c != '\0';
}

static void
skip_string (CarePdfReader *reader)
{
  guint depth = 0;

  do
    {
      guchar c = reader->data[reader->at++];

      if (c == '\\')
        reader->at++;
      else if (c == '(')
        depth++;
      else if (c == ')')
        depth--;
    }
  while (depth > 0 && reader->at < reader->length);
  reader->at = MIN (reader->at, reader->length);
}

static gboolean
follows (const CarePdfReader *reader, const char *word)
{
  gsize length = strlen (word);

  return reader->at + length <= reader->length && memcmp (reader->data + reader->at, word, length) == 0;
}

/**
 * care_pdf_reader_next:
 * @reader: a reader
 * @start: (out): where the next token begins
 *
 * Goes past the next token.
 *
 * Returns: whether there is one.
 */
gboolean
care_pdf_reader_next (CarePdfReader *reader, gsize *start)
{
  while (reader->at < reader->length && is_space (reader->data[reader->at]))
    reader->at++;
  *start = reader->at;
  if (reader->at == reader->length)
    return FALSE;
  if (reader->data[reader->at] == '(')
    skip_string (reader);
  else if (follows (reader, "<<") || follows (reader, ">>"))
    reader->at += 2;
  else if (strchr ("[]{}>", reader->data[reader->at]) != NULL)
    reader->at++;
  else
    {
      reader->at++;
      while (reader->at < reader->length && !is_space (reader->data[reader->at])
             && !is_delimiter (reader->data[reader->at]))
        reader->at++;
    }
  return TRUE;
}

/**
 * care_pdf_reader_is:
 * @reader: a reader
 * @start: where its last token begins
 * @word: a token
 *
 * Returns: whether the last token is @word.
 */
gboolean
care_pdf_reader_is (const CarePdfReader *reader, gsize start, const char *word)
{
  return reader->at - start == strlen (word) && memcmp (reader->data + start, word, reader->at - start) == 0;
}
