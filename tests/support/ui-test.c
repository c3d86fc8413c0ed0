/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui-test.h"

#include <stdlib.h>

/* In seconds: far more than anything takes, so that only what does not happen at all
 * is missed on a machine that does other things meanwhile. */
#define DEADLINE 30

/**
 * ui_test_init:
 * @argc: (inout): of main()
 * @argv: (inout): of main()
 *
 * To be called first. The same picture and behaviour everywhere: named font, no
 * hinting, no animation, no blinking, the light scheme. From here on warnings are fatal.
 */
void
ui_test_init (int *argc, char ***argv)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GTK_A11Y", "test", TRUE); /* no bus; gtk_test_accessible_* need it */
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  g_setenv ("GTK_USE_PORTAL", "0", TRUE);
  g_setenv ("GDK_SCALE", "1", TRUE);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE,
                "gtk-font-name", "Cantarell 11", "gtk-xft-antialias", 1, "gtk-xft-hinting", 0, "gtk-xft-rgba",
                "none", "gtk-xft-dpi", 96 * 1024, "gtk-icon-theme-name", "Adwaita", NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
}

/**
 * ui_test_deadline:
 *
 * Returns: the monotonic time by which what a test waits for must have
 *   happened. UI_TEST_SLOW in the environment, 10 for instance, gives slow tools
 *   such as valgrind so many times longer.
 */
gint64
ui_test_deadline (void)
{
  const char *slow = g_getenv ("UI_TEST_SLOW");

  return g_get_monotonic_time () + DEADLINE * G_USEC_PER_SEC * (slow != NULL ? MAX (1, atoi (slow)) : 1);
}

static gboolean
on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/**
 * ui_test_turn:
 * @deadline: a monotonic time
 *
 * Turns the main loop once, waiting at most a moment for something to happen.
 *
 * Returns: %FALSE once @deadline has passed
 */
gboolean
ui_test_turn (gint64 deadline)
{
  /* It only wakes the loop: on a busy machine it would otherwise always come before
   * what is done when there is nothing else to do. */
  guint tick = g_timeout_add_full (G_MAXINT, 10, on_tick, NULL, NULL);

  g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  return g_get_monotonic_time () < deadline;
}

/**
 * ui_test_settle:
 *
 * Does all that is waiting to be done at once.
 */
void
ui_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
on_paint (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/**
 * ui_test_draw:
 * @widget: a widget in a window that is shown
 *
 * Has it drawn again and waits until it was. (gtk_test_widget_wait_for_draw()
 * waits for ever where nothing needs drawing.)
 */
void
ui_test_draw (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_after (clock, "paint", G_CALLBACK (on_paint), &painted);

  gtk_widget_queue_draw (widget);
  ui_test_wait (painted);
  g_signal_handler_disconnect (clock, handler);
}

/**
 * ui_test_show:
 * @child: (transfer floating): what to show
 * @width: of the window
 * @height: of the window
 *
 * Returns: (transfer none): a window with @child, its first frame drawn; to be
 *   ended with gtk_window_destroy()
 */
GtkWindow *
ui_test_show (GtkWidget *child, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_decorated (window, FALSE);
  gtk_window_set_default_size (window, width, height);
  gtk_window_set_child (window, child);
  gtk_window_present (window);
  ui_test_wait (gtk_widget_get_mapped (child));
  ui_test_draw (child);
  return window;
}

typedef gboolean (*Match) (GtkWidget *widget, const char *label);

static GtkWidget *
find (GtkWidget *root, GType type, Match match, const char *label, guint *count)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  GtkWidget *found = NULL;

  g_ptr_array_add (queue, root);
  for (guint i = 0; i < queue->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (queue, i);

      if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (match == NULL || match (widget, label)))
        {
          found = found != NULL ? found : widget;
          *count += 1;
        }
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_ptr_array_add (queue, child);
    }
  return found;
}

static gboolean
has_label (GtkWidget *widget, const char *label)
{
  if (GTK_IS_LABEL (widget))
    return g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), label) == 0;
  if (GTK_IS_BUTTON (widget))
    return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
  if (ADW_IS_PREFERENCES_ROW (widget))
    return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), label) == 0;
  return FALSE;
}

/**
 * ui_test_find:
 * @root: where to look
 * @type: of widget
 *
 * Returns: (transfer none) (nullable): the first such widget in @root, breadth first
 */
GtkWidget *
ui_test_find (GtkWidget *root, GType type)
{
  guint count = 0;

  return find (root, type, NULL, NULL, &count);
}

/**
 * ui_test_find_label:
 * @root: where to look
 * @type: of widget: a label, a button or a preferences row
 * @label: its text, label or title
 *
 * Returns: (transfer none) (nullable): the first such widget in @root, breadth first
 */
GtkWidget *
ui_test_find_label (GtkWidget *root, GType type, const char *label)
{
  guint count = 0;

  return find (root, type, has_label, label, &count);
}

/**
 * ui_test_count:
 * @root: where to look
 * @type: of widget
 *
 * Returns: how many such widgets there are in @root
 */
guint
ui_test_count (GtkWidget *root, GType type)
{
  guint count = 0;

  find (root, type, NULL, NULL, &count);
  return count;
}

static gboolean
run (GtkShortcut *shortcut, GtkWidget *widget, guint keyval)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

  return GTK_IS_KEYVAL_TRIGGER (trigger)
         && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0
         && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval
         && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                          gtk_shortcut_get_arguments (shortcut));
}

static gboolean
offer (GtkEventController *controller, GtkWidget *widget, guint keyval)
{
  gboolean handled = FALSE;

  if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
    g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
  if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
    return handled;
  for (guint i = 0; !handled && i < g_list_model_get_n_items (G_LIST_MODEL (controller)); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), i);

      handled = run (shortcut, widget, keyval);
    }
  return handled;
}

/**
 * ui_test_press:
 * @widget: a widget
 * @keyval: a key, without modifiers
 *
 * Does what @widget itself does on a key. GTK 4 has no made-up events: this is
 * not input, knows no focus and goes up to no parent.
 */
void
ui_test_press (GtkWidget *widget, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      handled = offer (controller, widget, keyval);
    }
}

/* What was drawn in the last frame; NULL while a redraw is pending. */
static GskRenderNode *
last_frame (GtkWidget *widget, int *width, int *height)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  *width = gdk_paintable_get_intrinsic_width (paintable);
  *height = gdk_paintable_get_intrinsic_height (paintable);
  if (*width > 0 && *height > 0)
    gdk_paintable_snapshot (paintable, snapshot, *width, *height);
  return gtk_snapshot_free_to_node (snapshot);
}

/**
 * ui_test_render:
 * @widget: a widget in a window that is shown
 *
 * Fails the test if it draws nothing.
 *
 * Returns: (transfer full): what it looks like, on the window's own background
 */
GdkTexture *
ui_test_render (GtkWidget *widget)
{
  g_autoptr (GskRenderNode) content = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  int width = 0, height = 0;
  GdkRGBA ground = { 1, 1, 1, 1 };

  for (int i = 0; content == NULL && i < 20; i++)
    {
      ui_test_draw (widget);
      content = last_frame (widget, &width, &height);
    }
  g_assert_nonnull (content);
  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "window_bg_color", &ground);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_append_node (snapshot, content);
  node = gtk_snapshot_free_to_node (snapshot);
  return gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                      &GRAPHENE_RECT_INIT (0, 0, width, height));
}

/**
 * ui_test_pixels:
 * @widget: a widget in a window that is shown
 *
 * Returns: (transfer full): every pixel of what it looks like, to be compared
 */
GBytes *
ui_test_pixels (GtkWidget *widget)
{
  g_autoptr (GdkTexture) texture = ui_test_render (widget);
  gsize stride = (gsize) gdk_texture_get_width (texture) * 4;
  gsize size = stride * gdk_texture_get_height (texture);
  guchar *pixels = g_malloc (size);

  gdk_texture_download (texture, pixels, stride);
  return g_bytes_new_take (pixels, size);
}

/**
 * ui_test_save:
 * @widget: a widget in a window that is shown
 * @path: of a PNG file
 *
 * Writes what it looks like, for people to judge.
 */
void
ui_test_save (GtkWidget *widget, const char *path)
{
  g_autoptr (GdkTexture) texture = ui_test_render (widget);

  g_assert_true (gdk_texture_save_to_png (texture, path));
}
