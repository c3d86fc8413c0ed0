/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The content of a page is read token by token, as far as is needed to find the
 * marks, and each mark is written anew: with its number if our tree has it, as an
 * artifact if it says nothing. */

#include "care-pdf.h"

#include <string.h>

typedef struct
{
  const guchar *data;
  gsize length;
  gsize at;
} Reader;

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
skip_string (Reader *reader)
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
follows (const Reader *reader, const char *word)
{
  gsize length = strlen (word);

  return reader->at + length <= reader->length && memcmp (reader->data + reader->at, word, length) == 0;
}

/* Past the next token, which begins at @start; FALSE at the end. */
static gboolean
next_token (Reader *reader, gsize *start)
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
  else
    {
      reader->at++;
      while (reader->at < reader->length && !is_space (reader->data[reader->at])
             && !is_delimiter (reader->data[reader->at]))
        reader->at++;
    }
  return TRUE;
}

static gboolean
is_token (const Reader *reader, gsize start, const char *word)
{
  return reader->at - start == strlen (word) && memcmp (reader->data + start, word, reader->at - start) == 0;
}

static void
append (GByteArray *out, const char *text)
{
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text));
}

/* The name in a mark is for those who read the content alone. */
static void
append_mark (GByteArray *out, const CarePdfMark *mark)
{
  g_autofree char *numbered = NULL;

  if (mark->node < 0)
    {
      append (out, mark->is_furniture ? "/Artifact <</Type /Pagination>> BDC" : "/Artifact <</Type /Layout>> BDC");
      return;
    }
  numbered = g_strdup_printf ("/P <</MCID %u>> BDC", mark->number);
  append (out, numbered);
}

/**
 * care_pdf_content_mark:
 * @content: the content of a page, with Cairo's marks in it
 * @length: its bytes
 * @marks: (element-type CarePdfMark): what each mark is to become, in their order
 *
 * Returns: (transfer full) (nullable): the content with those marks; %NULL if it does
 *   not have as many.
 */
GByteArray *
care_pdf_content_mark (const guchar *content, gsize length, const GArray *marks)
{
  Reader reader = { content, length, 0 };
  g_autoptr (GByteArray) out = g_byte_array_sized_new ((guint) length);
  gsize start, copied = 0, name = 0;
  gboolean is_numbered = FALSE;
  guint n = 0, depth = 0;

  while (next_token (&reader, &start))
    {
      if (is_token (&reader, start, "<<"))
        depth++;
      else if (is_token (&reader, start, ">>"))
        depth--;
      else if (is_token (&reader, start, "/MCID"))
        is_numbered = TRUE;
      else if (content[start] == '/' && depth == 0)
        {
          name = start;
          is_numbered = FALSE;
        }
      else if (is_token (&reader, start, "BDC") && is_numbered)
        {
          if (n == marks->len)
            return NULL;
          g_byte_array_append (out, content + copied, (guint) (name - copied));
          append_mark (out, &g_array_index (marks, CarePdfMark, n++));
          copied = reader.at;
          is_numbered = FALSE;
        }
    }
  g_byte_array_append (out, content + copied, (guint) (length - copied));
  return n == marks->len ? g_steal_pointer (&out) : NULL;
}
