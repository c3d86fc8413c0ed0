/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways of damaging bytes. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MUTATION_PAGE_SIZE 4096
#define N_PAGE_DAMAGES 3

void mutation_damage_page (GByteArray *bytes, guint page, guint how, GRand *random);
void mutation_damage (GByteArray *bytes, GRand *random);

G_END_DECLS
