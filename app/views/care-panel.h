/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the panels of the record pane have in common: groups of rows that open a record. */

#pragma once

#include "care-record-pane.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Makes all groups of a panel anew. */
typedef void (*CarePanelFill) (GtkWidget *panel);

/* Where the focus was in a panel. */
typedef struct _CarePanelFocus CarePanelFocus;

GtkWidget *care_panel_add_group (GtkBox *panel, const char *title, const char *description);
GtkWidget *care_panel_add_group_with (GtkBox *panel, const char *title, const char *description, GtkWidget *actions);
GtkWidget *care_panel_make_action (const char *label, const char *action, const char *tooltip);
GtkWidget *care_panel_make_row (CareRecord *target, const char *title, const char *subtitle);
CareRecord *care_panel_get_target (gpointer row);
void care_panel_clear (GtkBox *panel);
void care_panel_applied (GtkWidget *panel, CareRecordPane *pane, CareRecord *record, const char *const *kinds,
                         CarePanelFill fill);

/* care-panel-focus.c */
CarePanelFocus *care_panel_keep_focus (GtkWidget *panel);
void care_panel_give_focus (GtkWidget *panel, CarePanelFocus *kept);
void care_panel_focus_free (CarePanelFocus *kept);

G_END_DECLS
