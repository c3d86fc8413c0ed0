/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an edition holds: the records of a snapshot in the library format,
 * compressed with gzip. An edition is kept for as long as its library is, so
 * whatever was ever written must be read for ever. */

#pragma once

#include "care-snapshot.h"

G_BEGIN_DECLS

/* In base64 this is as much as a record's field holds. */
#define CARE_EDITION_CONTENTS_MAX_BYTES (12 * 1024 * 1024)

GBytes *care_edition_contents_write (CareSnapshot *snapshot, GError **error);
CareSnapshot *care_edition_contents_read (GBytes *bytes, CareId briefing, GError **error);
CareSnapshot *care_edition_contents_open (CareRecord *edition, GError **error);

G_END_DECLS
