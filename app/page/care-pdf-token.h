/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tokens that objects and contents of pages are made of (ISO 32000-1, 7.2), one
 * after the other. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const guchar *data;
  gsize length;
  gsize at; /* past the last token */
} CarePdfReader;

/* Past the next token, which begins at @start; FALSE at the end. */
gboolean care_pdf_reader_next (CarePdfReader *reader, gsize *start);
/* Whether the token that begins at @start is @word. */
gboolean care_pdf_reader_is (const CarePdfReader *reader, gsize start, const char *word);
/* The number that it is, or 0. */
guint care_pdf_reader_get_number (const CarePdfReader *reader, gsize start);
guint care_pdf_reader_read_number (CarePdfReader *reader);
/* Past the next @word in the same object. */
gboolean care_pdf_reader_find (CarePdfReader *reader, const char *word);
/* (nullable): of a stream, past the word that its data begin with */
const guchar *care_pdf_reader_get_data (const CarePdfReader *reader, gsize length);

G_END_DECLS
