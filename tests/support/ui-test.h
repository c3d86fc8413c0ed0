/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of widgets and views have in common. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Runs the main loop until @condition holds; fails the test if it does not in time. */
#define ui_test_wait(condition) \
  G_STMT_START \
  { \
    gint64 ui_test_end_ = ui_test_deadline (); \
    while (!(condition) && ui_test_turn (ui_test_end_)) \
      ; \
    g_assert_true (condition); \
  } \
  G_STMT_END

void ui_test_init (int *argc, char ***argv);
gint64 ui_test_deadline (void);
gboolean ui_test_turn (gint64 deadline);
void ui_test_settle (void);

GtkWindow *ui_test_show (GtkWidget *child, int width, int height);
void ui_test_draw (GtkWidget *widget);

GtkWidget *ui_test_find (GtkWidget *root, GType type);
GtkWidget *ui_test_find_label (GtkWidget *root, GType type, const char *label);
guint ui_test_count (GtkWidget *root, GType type);
void ui_test_press (GtkWidget *widget, guint keyval);

GdkTexture *ui_test_render (GtkWidget *widget);
GBytes *ui_test_pixels (GtkWidget *widget);
void ui_test_save (GtkWidget *widget, const char *path);

G_END_DECLS
