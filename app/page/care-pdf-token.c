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

/**
 * care_pdf_reader_get_number:
 * @reader: a reader
 * @start: where its last token begins
 *
 * Returns: the number that the token is; 0 if it is none.
 */
guint
care_pdf_reader_get_number (const CarePdfReader *reader, gsize start)
{
  guint64 number = 0;

  for (gsize i = start; i < reader->at && g_ascii_isdigit (reader->data[i]); i++)
    number = MIN (number * 10 + (guint64) (reader->data[i] - '0'), G_MAXUINT32);
  return (guint) number;
}

/**
 * care_pdf_reader_read_number:
 * @reader: a reader
 *
 * Returns: the number that the next token is; 0 if it is none.
 */
guint
care_pdf_reader_read_number (CarePdfReader *reader)
{
  gsize start;

  return care_pdf_reader_next (reader, &start) ? care_pdf_reader_get_number (reader, start) : 0;
}

/**
 * care_pdf_reader_find:
 * @reader: a reader
 * @word: a token
 *
 * Goes past the next token that is @word, but not past the end of an object or of the
 * dictionary of a stream.
 *
 * Returns: whether there is one.
 */
gboolean
care_pdf_reader_find (CarePdfReader *reader, const char *word)
{
  gsize start;

  while (care_pdf_reader_next (reader, &start))
    {
      if (care_pdf_reader_is (reader, start, word))
        return TRUE;
      if (care_pdf_reader_is (reader, start, "endobj") || care_pdf_reader_is (reader, start, "stream"))
        return FALSE;
    }
  return FALSE;
}

/**
 * care_pdf_reader_get_data:
 * @reader: a reader past the word "stream"
 * @length: how many bytes the stream has
 *
 * Returns: (transfer none) (nullable): the bytes; %NULL if there are not as many.
 */
const guchar *
care_pdf_reader_get_data (const CarePdfReader *reader, gsize length)
{
  gsize at = reader->at;

  if (at < reader->length && reader->data[at] == '\r')
    at++;
  at++;
  return at + length <= reader->length ? reader->data + at : NULL;
}
