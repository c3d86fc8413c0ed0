/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The records of each of the five views, in the order in which it shows them. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

GListModel *care_view_models_briefings (CareLibrary *library);
GListModel *care_view_models_positions (CareLibrary *library);
GListModel *care_view_models_figures (CareLibrary *library);
GListModel *care_view_models_sources (CareLibrary *library);

G_END_DECLS
