/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button that says in which order a list is, and whose menu offers the others. */

#pragma once

#include "care-order.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARE_TYPE_ORDER_BUTTON (care_order_button_get_type ())
G_DECLARE_FINAL_TYPE (CareOrderButton, care_order_button, CARE, ORDER_BUTTON, GtkWidget)

void care_order_button_set_kind (CareOrderButton *self, const char *kind);
void care_order_button_choose (CareOrderButton *self, const CareOrder *order);
const CareOrder *care_order_button_get_order (CareOrderButton *self);
gboolean care_order_button_get_descending (CareOrderButton *self);

G_END_DECLS
