/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-list-entry.h"

#include "care-style.h"

struct _CareListEntry
{
  GtkWidget parent_instance;

  GtkLabel *heading;
  GtkWidget *swatch;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *trailing;
  GtkLabel *badge;
  gboolean has_colour;
  CareColour colour;
};

G_DEFINE_TYPE (CareListEntry, care_list_entry, GTK_TYPE_WIDGET)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* The whole text of a label that has no room for it. */
static gboolean
on_query_tooltip (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

/* The party's own colour, with an outline so that it shows on any ground. */
static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  CareListEntry *self = data;
  CareStyle style;

  if (!self->has_colour)
    return;
  care_style_read (GTK_WIDGET (self), &style);
  cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
  cairo_set_source_rgb (cr, self->colour.red, self->colour.green, self->colour.blue);
  cairo_fill_preserve (cr);
  CareColour line = care_colour_legible (style.faint, style.ground, CARE_CONTRAST_GRAPHICS);
  cairo_set_source_rgb (cr, line.red, line.green, line.blue);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/**
 * care_list_entry_show:
 * @self: an entry
 * @row: what to show; copied
 */
void
care_list_entry_show (CareListEntry *self, const CareListRow *row)
{
  g_return_if_fail (CARE_IS_LIST_ENTRY (self));
  g_return_if_fail (row != NULL);

  show_text (self->heading, row->heading);
  show_text (self->title, row->title);
  show_text (self->subtitle, row->subtitle);
  show_text (self->trailing, row->trailing);
  show_text (self->badge, row->badge);
  gtk_label_set_attributes (self->title, row->title_marks);
  gtk_label_set_attributes (self->subtitle, row->subtitle_marks);
  self->colour = row->swatch;
  self->has_colour = row->has_swatch;
  gtk_widget_set_visible (self->swatch, row->has_swatch || row->has_swatch_place);
  gtk_widget_queue_draw (self->swatch);
}

/**
 * care_list_entry_say:
 * @row: what is shown
 *
 * Returns: (transfer full): the same in one line: heading, title, trailing, subtitle, badge
 */
char *
care_list_entry_say (const CareListRow *row)
{
  const char *parts[] = { row->heading, row->title, row->trailing, row->subtitle, row->badge };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", parts[i]);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
care_list_entry_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), CARE_TYPE_LIST_ENTRY);
  /* That takes only the children that have a name. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (care_list_entry_parent_class)->dispose (object);
}

static void
care_list_entry_class_init (CareListEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  care_style_ensure ();
  G_OBJECT_CLASS (klass)->dispose = care_list_entry_dispose;

  gtk_widget_class_set_css_name (widget_class, "care-list-entry");
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-list-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, CareListEntry, heading);
  gtk_widget_class_bind_template_child (widget_class, CareListEntry, swatch);
  gtk_widget_class_bind_template_child (widget_class, CareListEntry, title);
  gtk_widget_class_bind_template_child (widget_class, CareListEntry, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CareListEntry, trailing);
  gtk_widget_class_bind_template_child (widget_class, CareListEntry, badge);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip);
}

static void
care_list_entry_init (CareListEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->swatch), draw_swatch, self, NULL);
}

/**
 * care_list_entry_new:
 *
 * Returns: (transfer floating): an entry that shows nothing yet
 */
GtkWidget *
care_list_entry_new (void)
{
  return g_object_new (CARE_TYPE_LIST_ENTRY, NULL);
}
