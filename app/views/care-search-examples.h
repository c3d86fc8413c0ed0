/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be typed into a search besides words, to be chosen from. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_SEARCH_EXAMPLES (care_search_examples_get_type ())
G_DECLARE_FINAL_TYPE (CareSearchExamples, care_search_examples, CARE, SEARCH_EXAMPLES, GtkWidget)

G_END_DECLS
