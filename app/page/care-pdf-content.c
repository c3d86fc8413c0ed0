/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The content of a page is read token by token, as far as is needed to find the
 * marks: each is written anew with the number that our tree has for it, and what is
 * drawn outside them is marked as an artifact, which nobody has to be told of. */

#include "care-pdf-token.h"
#include "care-pdf.h"

#include <string.h>

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
is_drawing (const CarePdfReader *reader, gsize start)
{
  static const char *const operators[] = { "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ" };

  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (care_pdf_reader_is (reader, start, operators[i]))
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
read_mark (Marker *m, State *state, const CarePdfReader *reader)
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
read_end (Marker *m, State *state, const CarePdfReader *reader)
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
read_token (Marker *m, State *state, const CarePdfReader *reader, gsize start)
{
  if (care_pdf_reader_is (reader, start, "<<"))
    state->dictionary++;
  else if (care_pdf_reader_is (reader, start, ">>"))
    state->dictionary -= MIN (state->dictionary, 1);
  else if (care_pdf_reader_is (reader, start, "/MCID"))
    state->has_number = TRUE;
  else if (reader->data[start] == '/' && state->dictionary == 0)
    {
      state->name = start;
      state->has_number = FALSE;
    }
  else if (care_pdf_reader_is (reader, start, "BDC") || care_pdf_reader_is (reader, start, "BMC"))
    read_mark (m, state, reader);
  else if (care_pdf_reader_is (reader, start, "EMC"))
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
  CarePdfReader reader = { content, length, 0 };
  g_autoptr (GByteArray) out = g_byte_array_sized_new ((guint) length);
  Marker m = { .content = content, .out = out };
  State state = { 0 };
  gsize start;

  while (care_pdf_reader_next (&reader, &start))
    read_token (&m, &state, &reader, start);
  copy_between (&m, length);
  return m.n_marks == n_marks ? g_steal_pointer (&out) : NULL;
}
