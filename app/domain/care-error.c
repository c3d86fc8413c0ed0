/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-error.h"

G_DEFINE_QUARK (care-domain-error, care_domain_error)
