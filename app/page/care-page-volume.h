/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-page.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* @n_done of @n briefings are composed and drawn. */
typedef void (*CareVolumeProgress) (guint n_done, guint n, gpointer data);

char *care_volume_make_title (GPtrArray *snapshots);
GBytes *care_volume_to_pdf (GPtrArray *snapshots, const char *template_name, guint pages_allowed, const gboolean *drafts,
                            CareVolumeProgress progress, gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
