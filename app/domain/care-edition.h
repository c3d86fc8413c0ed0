/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Editions: a briefing frozen with all that it shows. Which date of the briefing
 * one sets follows the editorial policy of the House of Commons Library: what is
 * shown as the date of publication is that of the last significant amendment,
 * and a minor correction does not change it. */

#pragma once

#include "care-snapshot.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean significant; /* an amendment, or else a minor correction */
  CareDay made;
  const char *note; /* what has changed, NULL if it is not said */
} CareEditionDraft;

int care_edition_next_number (GPtrArray *editions);
const char *care_edition_date_field (CareRecord *briefing, gboolean significant);
CareSnapshot *care_edition_date (CareSnapshot *snapshot, const CareEditionDraft *draft);
CareRecord *care_edition_new (CareId id, CareRecord *briefing, int number, const CareEditionDraft *draft,
                              const char *author, GBytes *contents, GBytes *pdf, GError **error);
GPtrArray *care_edition_compare (CareSnapshot *before, CareSnapshot *after);

char *care_edition_format_day (CareDay day);
char *care_edition_get_label (CareRecord *edition, GPtrArray *editions);
char *care_edition_get_name (CareRecord *edition, GPtrArray *editions);
char *care_edition_describe (CareRecord *edition);
char *care_edition_file_name (CareRecord *edition, GPtrArray *editions, const char *title, const char *suffix);

G_END_DECLS
