/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a test found, beside what was found before and looked at. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Fails at the first line in which @found is not what tests/@room/golden/@name has. With
 * CARE_TEST_UPDATE=1 in the environment it is written there instead. */
void golden_assert (const char *room, const char *name, const char *found);

G_END_DECLS
