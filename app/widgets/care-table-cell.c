/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-table-cell.h"

#include <glib/gi18n.h>

/* Between a text and its badge, and within the badge at either side, in pixels. */
#define GAP 4
#define BADGE_PADDING 5

/* How much weaker is what says that there is nothing. */
#define ABSENT 0.72f

struct _CareTableCell
{
  GtkWidget parent_instance;

  PangoLayout *layout;
  PangoLayout *badge; /* or NULL */
  char *more; /* what is to be said of it: what the badge means, or why it cannot be kept; or NULL */
  gboolean is_absent;
  float align; /* 0: at the beginning, 1: at the end */
  guint marks; /* as it was last marked */
};

#define MARK_SELECTED (1 << 0)
#define MARK_SEVERAL (1 << 1)
#define MARK_CURSOR (1 << 2)
#define MARK_NONE_YET G_MAXUINT

G_DEFINE_FINAL_TYPE (CareTableCell, care_table_cell, GTK_TYPE_WIDGET)

/* A cell is as wide as its column, whatever it says. */
static void
care_table_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static int
get_badge_width (CareTableCell *self)
{
  int width;

  if (self->badge == NULL)
    return 0;
  pango_layout_get_pixel_size (self->badge, &width, NULL);
  return width + 2 * BADGE_PADDING;
}

static void
draw_layout (GtkWidget *widget, GtkSnapshot *snapshot, PangoLayout *layout, int x)
{
  GdkRGBA ink;
  int height;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  ink.alpha *= CARE_TABLE_CELL (widget)->is_absent ? ABSENT : 1;
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) ((gtk_widget_get_height (widget) - height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/* On a ground of its own, which is a weaker shade of the ink. */
static void
draw_badge (CareTableCell *self, GtkSnapshot *snapshot, int x)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GskRoundedRect box;
  GdkRGBA ground;
  int height;

  pango_layout_get_pixel_size (self->badge, NULL, &height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ground);
  ground.alpha *= 0.12f;
  gsk_rounded_rect_init_from_rect (&box,
                                   &GRAPHENE_RECT_INIT ((float) x, (float) ((gtk_widget_get_height (widget) - height) / 2 - 1),
                                                        (float) get_badge_width (self), (float) height + 2),
                                   (float) height / 2 + 1);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, &ground, &box.bounds);
  gtk_snapshot_pop (snapshot);
  draw_layout (widget, snapshot, self->badge, x + BADGE_PADDING);
}

static void
care_table_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CareTableCell *self = CARE_TABLE_CELL (widget);
  gboolean turned = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int badge = get_badge_width (self);
  int room = MAX (0, gtk_widget_get_width (widget) - (badge > 0 ? badge + GAP : 0));
  int width, x;

  pango_layout_set_width (self->layout, room * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  width = MIN (width, room);
  x = (int) ((float) (room - width) * (turned ? 1 - self->align : self->align)) + (turned && badge > 0 ? badge + GAP : 0);
  /* Whichever way the words run, the layout begins at the left of what it takes. */
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  draw_layout (widget, snapshot, self->layout, x);
  if (badge > 0)
    draw_badge (self, snapshot, turned ? x - GAP - badge : x + width + GAP);
}

/* All of a text that has no room for it, and what is to be said of it. */
static gboolean
care_table_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  CareTableCell *self = CARE_TABLE_CELL (widget);
  const char *all = pango_layout_is_ellipsized (self->layout) ? pango_layout_get_text (self->layout) : NULL;
  g_autofree char *text = g_strconcat (all != NULL ? all : "", all != NULL && self->more != NULL ? "\n" : "",
                                       self->more != NULL ? self->more : "", NULL);

  gtk_tooltip_set_text (tooltip, text);
  return *text != '\0';
}

static void
care_table_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  CareTableCell *self = CARE_TABLE_CELL (widget);

  GTK_WIDGET_CLASS (care_table_cell_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (self->layout);
  if (self->badge != NULL)
    pango_layout_context_changed (self->badge);
}

static void
care_table_cell_finalize (GObject *object)
{
  CareTableCell *self = CARE_TABLE_CELL (object);

  g_clear_object (&self->layout);
  g_clear_object (&self->badge);
  g_free (self->more);
  G_OBJECT_CLASS (care_table_cell_parent_class)->finalize (object);
}

static void
care_table_cell_class_init (CareTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = care_table_cell_finalize;
  widget_class->measure = care_table_cell_measure;
  widget_class->snapshot = care_table_cell_snapshot;
  widget_class->query_tooltip = care_table_cell_query_tooltip;
  widget_class->css_changed = care_table_cell_css_changed;
  gtk_widget_class_set_css_name (widget_class, "care-table-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
care_table_cell_init (CareTableCell *self)
{
  self->marks = MARK_NONE_YET;
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * care_table_cell_new:
 *
 * Returns: (transfer floating): a cell that says nothing.
 */
GtkWidget *
care_table_cell_new (void)
{
  return g_object_new (CARE_TYPE_TABLE_CELL, NULL);
}

/**
 * care_table_set_class:
 * @widget: a part of a table
 * @name: of a CSS class
 * @has: whether it is to have that
 */
void
care_table_set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* (transfer full): "Value: £3.8 billion, two values held" */
static char *
make_sentence (const char *heading, const CareTableText *text, const char *more)
{
  if (more == NULL)
    /* Translators: a heading of a table, and what stands below it. */
    return g_strdup_printf (_ ("%s: %s"), heading, text->text);
  /* Translators: a heading of a table, what stands below it, and what is to be said of that. */
  return g_strdup_printf (_ ("%s: %s, %s"), heading, text->text, more);
}

/**
 * care_table_cell_show:
 * @self: a cell
 * @heading: of its column
 * @align: 0: at the beginning, 1: at the end
 * @text: what it says from now on
 */
void
care_table_cell_show (CareTableCell *self, const char *heading, float align, const CareTableText *text)
{
  const char *more = text->problem != NULL ? text->problem : text->badge_name;
  g_autofree char *sentence = make_sentence (heading, text, more);

  g_free (self->more);
  self->more = g_strdup (more);
  self->is_absent = text->is_absent;
  self->align = align;
  pango_layout_set_text (self->layout, text->text, -1);
  g_clear_object (&self->badge);
  if (text->badge != NULL)
    self->badge = gtk_widget_create_pango_layout (GTK_WIDGET (self), text->badge);
  care_table_set_class (GTK_WIDGET (self), "absent", text->is_absent);
  care_table_set_class (GTK_WIDGET (self), "error", text->problem != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * care_table_cell_mark:
 * @self: a cell
 * @selected: whether it is
 * @several: whether others are, too
 * @cursor: whether it has the cursor
 *
 * Shows and tells that, where it is new: there are many cells, and few change.
 */
void
care_table_cell_mark (CareTableCell *self, gboolean selected, gboolean several, gboolean cursor)
{
  guint marks = (selected ? MARK_SELECTED : 0) | (selected && several ? MARK_SEVERAL : 0) | (cursor ? MARK_CURSOR : 0);

  if (marks == self->marks)
    return;
  self->marks = marks;
  care_table_set_class (GTK_WIDGET (self), "block", marks & MARK_SEVERAL);
  care_table_set_class (GTK_WIDGET (self), "cursor", cursor);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * care_table_cell_get_width:
 * @self: a cell
 *
 * Returns: how wide all of what it says is, in pixels.
 */
int
care_table_cell_get_width (CareTableCell *self)
{
  int badge = get_badge_width (self);
  int room = pango_layout_get_width (self->layout);
  int width;

  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  pango_layout_set_width (self->layout, room);
  return width + (badge > 0 ? GAP + badge : 0);
}

/**
 * care_table_cell_forget:
 * @self: a cell that is out of sight
 *
 * Has it say nothing, rather than what it said of another row.
 */
void
care_table_cell_forget (CareTableCell *self)
{
  if (pango_layout_get_text (self->layout)[0] == '\0')
    return;
  pango_layout_set_text (self->layout, "", 0);
  g_clear_object (&self->badge);
  g_clear_pointer (&self->more, g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
}

/* Frees what is in @text, which says nothing then. */
void
care_table_text_clear (CareTableText *text)
{
  g_free (text->text);
  g_free (text->badge);
  g_free (text->badge_name);
  g_free (text->problem);
  *text = (CareTableText){ 0 };
}
