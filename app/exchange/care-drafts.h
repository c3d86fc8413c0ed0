/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drafts are records that have been read from a file and are in no library
 * yet. What they refer to may be among them or in the library. */

#pragma once

#include "care-problem.h"
#include "care-reference.h"

G_BEGIN_DECLS

GPtrArray *care_drafts_check_references (GPtrArray *drafts, CareLookup lookup, gpointer data);

G_END_DECLS
