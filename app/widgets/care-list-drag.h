/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-list.h"

G_BEGIN_DECLS

void care_list_drag_add (GtkWidget *entry, GtkListItem *list_item);

G_END_DECLS
