/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What libadwaita 1.2 leaves out of a toast for who hears it: it is read, and its button has a name. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *care_toast_new (const char *message);

G_END_DECLS
