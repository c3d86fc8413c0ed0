/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-head.h"

#include "care-style.h"

#include <glib/gi18n.h>
#include <string.h>

#define SWATCH 4
/* As .care-dim. */
#define FAINT 0.75

struct _CareTimelineHead
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkImage *arrow;
  GtkWidget *swatch;
  GtkLabel *name; /* and after it the count */
  GtkWidget *menu;

  CareTimelineHeadState state; /* name and colour are kept here */
  char *label;
  CareColour colour;
};

struct _CareTimelineHeadBar
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (CareTimelineHead, care_timeline_head, GTK_TYPE_WIDGET)
G_DEFINE_FINAL_TYPE (CareTimelineHeadBar, care_timeline_head_bar, GTK_TYPE_WIDGET)

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  CareTimelineHead *self = data;
  CareStyle style;
  CareColour colour;

  if (self->state.colour == NULL)
    return;
  care_style_read (GTK_WIDGET (self), &style);
  colour = care_colour_legible (self->colour, style.ground, CARE_CONTRAST_GRAPHICS);
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  cairo_paint (cr);
}

static void
add_item (GMenu *menu, CareTimelineHead *self, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, g_variant_new_int64 (self->state.key));
  g_menu_append_item (menu, item);
}

/* What can be done with the lane just now. */
static void
fill_menu (GtkMenuButton *button, gpointer data)
{
  CareTimelineHead *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();

  if (self->state.mode == CARE_TIMELINE_LANE_ALL)
    add_item (menu, self, _ ("Show Fewer Rows"), "lane.fit");
  else if (self->state.n_hidden > 0)
    add_item (menu, self, _ ("Show All Rows"), "lane.all");
  add_item (menu, self, self->state.mode == CARE_TIMELINE_LANE_FOLDED ? _ ("Unfold") : _ ("Fold"), "lane.fold");
  if (!self->state.is_first)
    add_item (order, self, _ ("Move Up"), "lane.up");
  if (!self->state.is_last)
    add_item (order, self, _ ("Move Down"), "lane.down");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
unparent_children (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
}

static void
care_timeline_head_dispose (GObject *object)
{
  unparent_children (object);
  G_OBJECT_CLASS (care_timeline_head_parent_class)->dispose (object);
}

static void
care_timeline_head_finalize (GObject *object)
{
  g_free (CARE_TIMELINE_HEAD (object)->label);
  G_OBJECT_CLASS (care_timeline_head_parent_class)->finalize (object);
}

static void
care_timeline_head_bar_dispose (GObject *object)
{
  unparent_children (object);
  G_OBJECT_CLASS (care_timeline_head_bar_parent_class)->dispose (object);
}

/* Between names, what is below it is pointed at. */
static gboolean
care_timeline_head_bar_contains (GtkWidget *widget, double x, double y)
{
  return FALSE;
}

static void
care_timeline_head_bar_class_init (CareTimelineHeadBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_timeline_head_bar_dispose;
  GTK_WIDGET_CLASS (klass)->contains = care_timeline_head_bar_contains;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
care_timeline_head_bar_init (CareTimelineHeadBar *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Lanes"), -1);
}

/**
 * care_timeline_head_bar_new:
 *
 * Returns: (transfer floating): a bar of no names yet.
 */
GtkWidget *
care_timeline_head_bar_new (void)
{
  return g_object_new (CARE_TYPE_TIMELINE_HEAD_BAR, NULL);
}

static void
care_timeline_head_class_init (CareTimelineHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_timeline_head_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_timeline_head_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "care-timeline-head");
}

static GtkWidget *
make_button (CareTimelineHead *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->arrow = GTK_IMAGE (gtk_image_new ());
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->arrow));
  self->swatch = gtk_drawing_area_new ();
  gtk_widget_set_size_request (self->swatch, SWATCH, -1);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->swatch), draw_swatch, self, NULL);
  gtk_box_append (GTK_BOX (box), self->swatch);
  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_wrap_mode (self->name, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->name, 2);
  /* GTK 4.8 has a name that is shorter than "…" want less than it needs. */
  gtk_label_set_width_chars (self->name, 3);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_set_hexpand (self->button, TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), g_variant_new_int64 (0));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "lane.fold");
  return self->button;
}

static void
care_timeline_head_init (CareTimelineHead *self)
{
  gtk_widget_set_parent (make_button (self), GTK_WIDGET (self));
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->menu), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu), fill_menu, self, NULL);
  gtk_widget_add_css_class (self->menu, "care-narrow");
  gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

/**
 * care_timeline_head_new:
 *
 * Returns: (transfer floating): the name of no lane yet.
 */
GtkWidget *
care_timeline_head_new (void)
{
  return g_object_new (CARE_TYPE_TIMELINE_HEAD, NULL);
}

/* “Labour, 12 entries” */
static void
say (CareTimelineHead *self, const CareTimelineHeadState *state)
{
  g_autofree char *menu = g_strdup_printf (_ ("Menu of %s"), state->name);
  g_autofree char *sentence = g_strdup_printf (ngettext ("%s, %u entry", "%s, %u entries", state->n_entries),
                                               state->name, state->n_entries);

  gtk_widget_set_tooltip_text (self->button, state->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               state->mode != CARE_TIMELINE_LANE_FOLDED, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
}

/* The count is fainter than the name. */
static void
write_name (CareTimelineHead *self, const CareTimelineHeadState *state)
{
  g_autofree char *text = g_strdup_printf ("%s\u2002%u", state->name, state->n_entries);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *faint = pango_attr_foreground_alpha_new ((guint16) (G_MAXUINT16 * FAINT));
  PangoAttribute *plain = pango_attr_weight_new (PANGO_WEIGHT_NORMAL);

  faint->start_index = plain->start_index = (guint) strlen (state->name);
  pango_attr_list_insert (attributes, faint);
  pango_attr_list_insert (attributes, plain);
  gtk_label_set_text (self->name, text);
  gtk_label_set_attributes (self->name, attributes);
  pango_attr_list_unref (attributes);
  g_free (self->label);
  self->label = g_strdup (state->name);
}

static gboolean
is_same_colour (const CareColour *a, const CareColour *b)
{
  return a == NULL || b == NULL ? a == b : a->red == b->red && a->green == b->green && a->blue == b->blue;
}

static gboolean
is_same (const CareTimelineHead *self, const CareTimelineHeadState *state)
{
  const CareTimelineHeadState *shown = &self->state;

  return shown->key == state->key && shown->mode == state->mode && shown->n_entries == state->n_entries
         && shown->n_hidden == state->n_hidden && shown->is_first == state->is_first
         && shown->is_last == state->is_last && g_strcmp0 (shown->name, state->name) == 0
         && is_same_colour (shown->colour, state->colour);
}

/**
 * care_timeline_head_show:
 * @self: a head
 * @state: what it is to say; copied
 *
 * Has it be the name of a lane.
 */
void
care_timeline_head_show (CareTimelineHead *self, const CareTimelineHeadState *state)
{
  gboolean is_named = g_strcmp0 (self->state.name, state->name) == 0 && self->state.n_entries == state->n_entries;

  if (is_same (self, state))
    return;
  /* A label that is written is measured anew, and all of the window with it. */
  if (!is_named)
    write_name (self, state);
  gtk_image_set_from_icon_name (self->arrow, state->mode == CARE_TIMELINE_LANE_FOLDED ? "pan-end-symbolic"
                                                                                      : "pan-down-symbolic");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), g_variant_new_int64 (state->key));
  self->state = *state;
  self->state.name = self->label;
  if (state->colour != NULL)
    {
      self->colour = *state->colour;
      self->state.colour = &self->colour;
    }
  gtk_widget_queue_draw (self->swatch);
  say (self, state);
}

/**
 * care_timeline_head_get_key:
 * @self: a head
 *
 * Returns: the key of the lane that it names.
 */
CareId
care_timeline_head_get_key (CareTimelineHead *self)
{
  return self->state.key;
}

/**
 * care_timeline_head_get_button:
 * @self: a head
 *
 * Returns: (transfer none): what folds and unfolds the lane.
 */
GtkWidget *
care_timeline_head_get_button (CareTimelineHead *self)
{
  return self->button;
}

/**
 * care_timeline_head_get_menu:
 * @self: a head
 *
 * Returns: (transfer none): the button of its menu.
 */
GtkWidget *
care_timeline_head_get_menu (CareTimelineHead *self)
{
  return self->menu;
}
