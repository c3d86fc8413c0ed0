/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A panel of the record pane: groups of rows that open a record, made anew when an act
 * touches what they tell of. What is in them, each kind of panel says in a file of its own. */

#pragma once

#include "care-record-pane.h"

#include "care-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CARE_TYPE_PANEL (care_panel_get_type ())
G_DECLARE_FINAL_TYPE (CarePanel, care_panel, CARE, PANEL, GtkBox)

/* Puts all groups into a panel that is empty. */
typedef void (*CarePanelFill) (CarePanel *self);

struct _CarePanel
{
  GtkBox parent_instance;

  CareRecordPane *pane; /* that it is in */
  CareLibrary *library;
  CareRecord *record; /* that it is about */

  const char *const *kinds; /* of the records that it tells of */
  CarePanelFill fill;
};

/* Where the focus was in a panel. */
typedef struct _CarePanelFocus CarePanelFocus;

GtkWidget *care_panel_new (CareRecordPane *pane, const char *const *kinds, CarePanelFill fill);
GtkWidget *care_panel_add_group (CarePanel *self, const char *title, const char *description);
GtkWidget *care_panel_add_group_with (CarePanel *self, const char *title, const char *description, GtkWidget *actions);
GtkWidget *care_panel_make_action (const char *label, const char *action, const char *tooltip);
GtkWidget *care_panel_make_row (CareRecord *target, const char *title, const char *subtitle);
GtkWidget *care_panel_make_row_with (CareRecord *target, const char *title, const char *subtitle, GtkWidget *suffix);
CareRecord *care_panel_get_target (gpointer row);
void care_panel_clear (GtkBox *panel);
void care_panel_open_target (AdwActionRow *row, CarePanel *self);

/* care-panel-focus.c */
CarePanelFocus *care_panel_keep_focus (GtkWidget *panel);
void care_panel_give_focus (GtkWidget *panel, CarePanelFocus *kept);
void care_panel_focus_free (CarePanelFocus *kept);

G_END_DECLS
