/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A source as it is cited, in the one form of the house: in the list of sources of a
 * briefing, and where a citation is copied. A body is one name, never a family name
 * and initials. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

typedef struct
{
  char *words;
  gsize title_start; /* byte offsets of the title in it, without quotation marks */
  gsize title_end;
  gsize link_start;  /* of the link; both are 0 if there is none */
  gsize link_end;
} CareCitationText;

CareCitationText *care_citation_text_new (CareRecord *source, const char *author, const char *creator,
                                          const char *const *pinpoints);
void care_citation_text_free (CareCitationText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareCitationText, care_citation_text_free)
char *care_citation_text_to_html (const CareCitationText *self);

G_END_DECLS
