/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The CommonMark in a line of a text, so that it can be shown while it is typed. It is
 * not what the page is made of: it looks at one line, and only at what is simple. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareMarkupKind:
 * @CARE_MARKUP_MARK: characters that say how others are meant: "**", "- ", "> "
 * @CARE_MARKUP_STRONG: strongly emphasised words
 * @CARE_MARKUP_EMPHASIS: emphasised words
 * @CARE_MARKUP_HEADING: the words of a heading
 * @CARE_MARKUP_CODE: words that are meant as they are
 * @CARE_MARKUP_LINK: the words of a link
 * @CARE_MARKUP_ADDRESS: where a link leads
 */
typedef enum
{
  CARE_MARKUP_MARK,
  CARE_MARKUP_STRONG,
  CARE_MARKUP_EMPHASIS,
  CARE_MARKUP_HEADING,
  CARE_MARKUP_CODE,
  CARE_MARKUP_LINK,
  CARE_MARKUP_ADDRESS,
  CARE_MARKUP_N_KINDS,
} CareMarkupKind;

typedef struct
{
  CareMarkupKind kind;
  gsize start; /* bytes of the line */
  gsize end;
} CareMarkup;

/* (element-type CareMarkup) (transfer full): what is in @line, which holds no line
 * break; nothing in a reference is. */
GArray *care_markup_find (const char *line);

/* "cy" of "lang:cy": where the address of a link leads nowhere, and says in which language
 * its words are. */
const char *care_markup_get_language (const char *address);

G_END_DECLS
