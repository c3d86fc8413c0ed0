/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

GPtrArray *care_matrix_records (CareLibrary *library);

G_END_DECLS
