/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is shown where there is room for all of it, and asks for none. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_SPARE (care_spare_get_type ())
G_DECLARE_FINAL_TYPE (CareSpare, care_spare, CARE, SPARE, AdwBin)

G_END_DECLS
