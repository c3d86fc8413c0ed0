/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-store-error.h"

G_DEFINE_QUARK (care-store-error, care_store_error)
