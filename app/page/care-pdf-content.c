/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The content of a page is read token by token, as far as is needed to find the
 * marks: each is written anew with the number that our tree has for it, and what is
 * drawn outside them is marked as an artifact, which nobody has to be told of. */

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

/* What the content of a page is being turned into. */
typedef struct
{
  const guchar *content;
  GByteArray *out;
  gsize copied; /* bytes of @content */
  guint n_marks;
  gboolean is_artifact; /* what is being copied draws something outside all marks */
} Marker;

static void
copy (Marker *m, gsize end)
{
  g_byte_array_append (m->out, m->content + m->copied, (guint) (end - m->copied));
  m->copied = end;
}

/* What is drawn between marks says nothing. */
static void
copy_between (Marker *m, gsize end)
{
  if (m->is_artifact)
    append (m->out, "/Artifact BMC\n");
  copy (m, end);
  if (m->is_artifact)
    append (m->out, "EMC\n");
  m->is_artifact = FALSE;
}

/* The name in a mark is for those who read the content alone. */
static void
append_mark (Marker *m)
{
  g_autofree char *mark = g_strdup_printf ("/P <</MCID %u>> BDC", m->n_marks++);

  append (m->out, mark);
}

static gboolean
is_drawing (const Reader *reader, gsize start)
{
  static const char *const operators[] = { "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ" };

  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (is_token (reader, start, operators[i]))
      return TRUE;
  return FALSE;
}

/* How deep in marks the reader is, and which it is reading. */
typedef struct
{
  guint depth;       /* in all marks */
  guint numbered;    /* @depth of Cairo's own mark, 0 outside */
  guint dictionary;  /* how deep in dictionaries */
  gsize name;        /* where the last name outside them began */
  gboolean has_number;
} State;

static void
read_mark (Marker *m, State *state, const Reader *reader)
{
  state->depth++;
  if (!state->has_number || state->numbered > 0)
    return;
  copy_between (m, state->name);
  append_mark (m);
  m->copied = reader->at;
  state->numbered = state->depth;
}

static void
read_end (Marker *m, State *state, const Reader *reader)
{
  if (state->numbered == state->depth)
    {
      copy (m, reader->at);
      append (m->out, "\n");
      state->numbered = 0;
    }
  state->depth -= MIN (state->depth, 1);
}

static void
read_token (Marker *m, State *state, const Reader *reader, gsize start)
{
  if (is_token (reader, start, "<<"))
    state->dictionary++;
  else if (is_token (reader, start, ">>"))
    state->dictionary -= MIN (state->dictionary, 1);
  else if (is_token (reader, start, "/MCID"))
    state->has_number = TRUE;
  else if (reader->data[start] == '/' && state->dictionary == 0)
    {
      state->name = start;
      state->has_number = FALSE;
    }
  else if (is_token (reader, start, "BDC") || is_token (reader, start, "BMC"))
    read_mark (m, state, reader);
  else if (is_token (reader, start, "EMC"))
    read_end (m, state, reader);
  else if (state->numbered == 0 && is_drawing (reader, start))
    m->is_artifact = TRUE;
}

/**
 * care_pdf_content_mark:
 * @content: the content of a page, with Cairo's marks in it
 * @length: its bytes
 * @n_marks: how many marks there are to be
 *
 * Returns: (transfer full) (nullable): the content with its marks numbered in their
 *   order, and everything outside them marked as an artifact; %NULL if it has more or
 *   fewer.
 */
GByteArray *
care_pdf_content_mark (const guchar *content, gsize length, guint n_marks)
{
  Reader reader = { content, length, 0 };
  g_autoptr (GByteArray) out = g_byte_array_sized_new ((guint) length);
  Marker m = { .content = content, .out = out };
  State state = { 0 };
  gsize start;

  while (next_token (&reader, &start))
    read_token (&m, &state, &reader, start);
  copy_between (&m, length);
  return m.n_marks == n_marks ? g_steal_pointer (&out) : NULL;
}
