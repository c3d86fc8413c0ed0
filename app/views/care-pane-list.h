/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list beside the page, in groups with a heading that counts each. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *heading; /* untranslated */
  const char *icon;
} CarePaneGroup;

void care_pane_list_init (GtkListBox *list, const CarePaneGroup *groups);
void care_pane_list_add (GtkListBox *list, int group, const char *title, const char *subtitle, gpointer item);
void care_pane_list_clear (GtkListBox *list);
int care_pane_row_get_group (GtkListBoxRow *row);
gpointer care_pane_row_get_item (GtkListBoxRow *row);

G_END_DECLS
