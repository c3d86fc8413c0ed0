/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-adaptive.h"

#include "care-style.h"

/* Both fit from 601 pixels on. */
#define LEAST_LIST 280
#define GREATEST_LIST 420
#define LEAST_DETAIL 320
/* Beside a picture, which wants all the room there is. */
#define DETAIL_BESIDE_PICTURE 400
/* A table beside the detail has room for what it says from here on. */
#define ROOM_FOR_TABLE 900
/* Wider than any window; AdwClamp reckons with it, so not G_MAXINT. */
#define NO_LIMIT 10000

struct _CareSplit
{
  GtkWidget parent_instance;

  AdwLeaflet *leaflet;
  AdwClamp *list;
  GtkWidget *line;
  AdwClamp *detail;
  gboolean list_is_picture;
  gboolean has_room;
  guint tick; /* id of a callback; 0: none */
};

G_DEFINE_TYPE (CareSplit, care_split, GTK_TYPE_WIDGET)

enum
{
  PROP_FOLDED = 1,
  PROP_HAS_ROOM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_limit (AdwClamp *clamp, int most, gboolean expand)
{
  adw_clamp_set_maximum_size (clamp, most);
  adw_clamp_set_tightening_threshold (clamp, most);
  gtk_widget_set_hexpand (GTK_WIDGET (clamp), expand);
}

/* Folded, or where there is nothing to say of what is chosen, each has the window to itself. */
static void
limit_widths (CareSplit *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  gboolean alone = folded || !gtk_widget_get_visible (GTK_WIDGET (self->detail));
  int most = alone || self->list_is_picture ? NO_LIMIT : care_style_scale (GTK_WIDGET (self), GREATEST_LIST);

  set_limit (self->list, most, alone || self->list_is_picture);
  set_limit (self->detail, !folded && self->list_is_picture ? DETAIL_BESIDE_PICTURE : NO_LIMIT,
             folded || !self->list_is_picture);
}

static void
on_folded (CareSplit *self)
{
  limit_widths (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

/* The list has more room where text is larger. */
static void
care_split_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (care_split_parent_class)->css_changed (widget, change);
  if (CARE_SPLIT (widget)->leaflet != NULL)
    limit_widths (CARE_SPLIT (widget));
}

static void
care_split_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (CARE_SPLIT (widget)->leaflet), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* What is seen then may be another widget, which is not put in while others are being placed. */
static gboolean
measure_room (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CareSplit *self = CARE_SPLIT (widget);
  gboolean has_room = gtk_widget_get_width (widget) >= ROOM_FOR_TABLE;

  self->tick = 0;
  if (has_room != self->has_room)
    {
      self->has_room = has_room;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_ROOM]);
    }
  return G_SOURCE_REMOVE;
}

static void
care_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CareSplit *self = CARE_SPLIT (widget);

  if ((width >= ROOM_FOR_TABLE) != self->has_room && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, measure_room, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (self->leaflet), width, height, baseline, NULL);
}

static void
care_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    g_value_set_boolean (value, care_split_get_folded (CARE_SPLIT (object)));
  else if (id == PROP_HAS_ROOM)
    g_value_set_boolean (value, care_split_get_has_room (CARE_SPLIT (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
care_split_dispose (GObject *object)
{
  CareSplit *self = CARE_SPLIT (object);

  if (self->leaflet != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->leaflet)));
  G_OBJECT_CLASS (care_split_parent_class)->dispose (object);
}

static void
care_split_class_init (CareSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = care_split_get_property;
  object_class->dispose = care_split_dispose;
  GTK_WIDGET_CLASS (klass)->css_changed = care_split_css_changed;
  GTK_WIDGET_CLASS (klass)->measure = care_split_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = care_split_size_allocate;

  /**
   * CareSplit:folded:
   *
   * Whether list and detail take turns.
   */
  properties[PROP_FOLDED]
    = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * CareSplit:has-room:
   *
   * Whether a table has room beside the detail.
   */
  properties[PROP_HAS_ROOM]
    = g_param_spec_boolean ("has-room", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
care_split_init (CareSplit *self)
{
  GtkWidget *leaflet = adw_leaflet_new ();
  GtkWidget *list = adw_clamp_new ();
  GtkWidget *detail = adw_clamp_new ();
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  self->has_room = TRUE;
  self->leaflet = ADW_LEAFLET (leaflet);
  self->list = ADW_CLAMP (list);
  self->line = line;
  self->detail = ADW_CLAMP (detail);
  gtk_widget_set_size_request (list, LEAST_LIST, -1);
  gtk_widget_set_size_request (detail, LEAST_DETAIL, -1);
  adw_leaflet_append (self->leaflet, list);
  adw_leaflet_page_set_navigatable (adw_leaflet_append (self->leaflet, line), FALSE);
  adw_leaflet_append (self->leaflet, detail);
  adw_leaflet_set_can_navigate_back (self->leaflet, TRUE);
  gtk_widget_set_parent (leaflet, GTK_WIDGET (self));
  g_signal_connect_swapped (leaflet, "notify::folded", G_CALLBACK (on_folded), self);
  on_folded (self);
}

/**
 * care_split_new:
 *
 * Returns: (transfer floating): an empty split
 */
GtkWidget *
care_split_new (void)
{
  return g_object_new (CARE_TYPE_SPLIT, NULL);
}

/**
 * care_split_set_list:
 * @self: a split
 * @list: (nullable): what is chosen from
 */
void
care_split_set_list (CareSplit *self, GtkWidget *list)
{
  g_return_if_fail (CARE_IS_SPLIT (self));

  adw_clamp_set_child (self->list, list);
}

/**
 * care_split_set_detail:
 * @self: a split
 * @detail: (nullable): what is said of the chosen
 */
void
care_split_set_detail (CareSplit *self, GtkWidget *detail)
{
  g_return_if_fail (CARE_IS_SPLIT (self));

  adw_clamp_set_child (self->detail, detail);
}

/**
 * care_split_set_has_detail:
 * @self: a split
 * @has_detail: whether there is anything that could be said of something chosen
 *
 * An empty list has the window to itself.
 */
void
care_split_set_has_detail (CareSplit *self, gboolean has_detail)
{
  g_return_if_fail (CARE_IS_SPLIT (self));

  gtk_widget_set_visible (self->line, has_detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), has_detail);
  limit_widths (self);
}

/**
 * care_split_set_list_is_picture:
 * @self: a split
 * @is_picture: whether what is chosen from is a picture
 *
 * Gives the room to spare to the picture rather than to the detail.
 */
void
care_split_set_list_is_picture (CareSplit *self, gboolean is_picture)
{
  g_return_if_fail (CARE_IS_SPLIT (self));

  self->list_is_picture = is_picture;
  limit_widths (self);
}

/* The focus must not stay with what can no longer be seen; where both can be seen it
 * stays where it is, though the leaflet would take it along. */
static void
show (CareSplit *self, GtkWidget *pane)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (adw_leaflet_get_visible_child (self->leaflet) == pane)
    return;
  adw_leaflet_set_visible_child (self->leaflet, pane);
  if (adw_leaflet_get_folded (self->leaflet) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      focus = gtk_root_get_focus (root);
      /* What had it there before may have it again: to be asked once more, it would go on. */
      if (focus == NULL || !gtk_widget_is_ancestor (focus, pane))
        gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
    }
  else if (focus != NULL && gtk_root_get_focus (root) != focus)
    gtk_widget_grab_focus (focus);
}

/**
 * care_split_show_list:
 * @self: a split
 *
 * Goes back to the list, where they take turns.
 */
void
care_split_show_list (CareSplit *self)
{
  g_return_if_fail (CARE_IS_SPLIT (self));

  show (self, GTK_WIDGET (self->list));
}

/**
 * care_split_show_detail:
 * @self: a split
 *
 * Goes to the detail, where they take turns.
 */
void
care_split_show_detail (CareSplit *self)
{
  g_return_if_fail (CARE_IS_SPLIT (self));

  show (self, GTK_WIDGET (self->detail));
}

/**
 * care_split_get_showing_detail:
 * @self: a split
 *
 * Returns: %TRUE if folded and the detail has its turn, so that there is a list to go back to
 */
gboolean
care_split_get_showing_detail (CareSplit *self)
{
  g_return_val_if_fail (CARE_IS_SPLIT (self), FALSE);

  return adw_leaflet_get_folded (self->leaflet)
         && adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->detail);
}

/**
 * care_split_get_folded:
 * @self: a split
 *
 * Returns: whether list and detail take turns
 */
gboolean
care_split_get_folded (CareSplit *self)
{
  g_return_val_if_fail (CARE_IS_SPLIT (self), FALSE);

  return adw_leaflet_get_folded (self->leaflet);
}

/**
 * care_split_get_has_room:
 * @self: a split
 *
 * Returns: whether a table has room beside the detail; before it is laid out it is taken to.
 */
gboolean
care_split_get_has_room (CareSplit *self)
{
  g_return_val_if_fail (CARE_IS_SPLIT (self), FALSE);

  return self->has_room;
}

/**
 * care_split_fits:
 * @window: a window, which may not be shown yet
 *
 * Returns: whether it has room for list and detail side by side.
 */
gboolean
care_split_fits (GtkWindow *window)
{
  int width = gtk_widget_get_width (GTK_WIDGET (window)), height;

  if (width == 0)
    gtk_window_get_default_size (window, &width, &height);
  return width > LEAST_LIST + LEAST_DETAIL;
}
