/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-still.h"

struct _CareStill
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (CareStill, care_still, ADW_TYPE_BIN)

/* A graphics card is faster with the parts. */
static gboolean
is_drawn_by_processor (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

static void
append_as_one (GtkSnapshot *snapshot, GskRenderNode *node)
{
  graphene_rect_t bounds;
  cairo_t *cr;

  gsk_render_node_get_bounds (node, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
}

static void
care_still_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GtkSnapshot *own = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  GTK_WIDGET_CLASS (care_still_parent_class)->snapshot (widget, own);
  node = gtk_snapshot_free_to_node (own);
  if (node == NULL)
    return;
  if (is_drawn_by_processor (widget))
    append_as_one (snapshot, node);
  else
    gtk_snapshot_append_node (snapshot, node);
}

static void
care_still_class_init (CareStillClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = care_still_snapshot;
}

static void
care_still_init (CareStill *self)
{
}
