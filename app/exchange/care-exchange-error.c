/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-exchange-error.h"

G_DEFINE_QUARK (care-exchange-error-quark, care_exchange_error)
