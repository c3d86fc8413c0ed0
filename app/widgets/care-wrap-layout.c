/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-wrap-layout.h"

/* Between children, and between lines. */
#define GAP 6

struct _CareWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (CareWrapLayout, care_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Some of the children, which stand beside each other. */
typedef struct
{
  GtkWidget *first, *end; /* the latter is the first of the next line, or NULL */
  int width;              /* what they ask for */
  int height;
  int n_expand;
} Line;

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

/* What a child asks for, and no more than there is. */
static int
get_width (GtkWidget *child, int most)
{
  int least, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  return most < 0 ? natural : MAX (least, MIN (natural, most));
}

static int
get_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* The line that begins with a child, where lines are so wide; below 0: as wide as they like. */
static Line
find_line (GtkWidget *first, int width)
{
  Line line = { .first = first, .end = first };

  for (GtkWidget *child = first; child != NULL; child = get_next (child))
    {
      int more = get_width (child, width) + (child == first ? 0 : GAP);

      if (width >= 0 && child != first && line.width + more > width)
        break;
      line.width += more;
      line.height = MAX (line.height, get_height (child, get_width (child, width)));
      line.n_expand += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL) ? 1 : 0;
      line.end = get_next (child);
    }
  return line;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *first = skip_hidden (gtk_widget_get_first_child (widget));

  *minimum = 0;
  for (GtkWidget *child = first; child != NULL; child = get_next (child))
    *minimum = MAX (*minimum, get_width (child, 0));
  *natural = MAX (*minimum, find_line (first, -1).width);
}

static GtkSizeRequestMode
care_wrap_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
care_wrap_layout_measure (GtkLayoutManager *layout, GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *first = skip_hidden (gtk_widget_get_first_child (widget));
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }
  while (first != NULL)
    {
      Line line = find_line (first, for_size);

      height += (height > 0 ? GAP : 0) + line.height;
      first = line.end;
    }
  *minimum = *natural = height;
}

static void
place_line (const Line *line, gboolean mirrored, int y, int width)
{
  int rest = MAX (width - line->width, 0), n_expand = line->n_expand, x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = get_next (child))
    {
      gboolean expands = gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      int more = expands ? rest / n_expand : 0, own = get_width (child, width) + more;

      gtk_widget_size_allocate (
        child, &(GtkAllocation){ mirrored ? width - x - own : x, y, own, line->height }, -1);
      x += own + GAP;
      rest -= more;
      n_expand -= expands ? 1 : 0;
    }
}

static void
care_wrap_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *first = skip_hidden (gtk_widget_get_first_child (widget));
  int y = 0;

  while (first != NULL)
    {
      Line line = find_line (first, width);

      place_line (&line, mirrored, y, width);
      y += line.height + GAP;
      first = line.end;
    }
}

static void
care_wrap_layout_class_init (CareWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = care_wrap_layout_get_request_mode;
  layout_class->measure = care_wrap_layout_measure;
  layout_class->allocate = care_wrap_layout_allocate;
}

static void
care_wrap_layout_init (CareWrapLayout *self)
{
}

/**
 * care_wrap_box_new:
 *
 * Returns: (transfer floating): an empty box, the children of which are placed so.
 */
GtkWidget *
care_wrap_box_new (void)
{
  return g_object_new (GTK_TYPE_BOX, "layout-manager", g_object_new (CARE_TYPE_WRAP_LAYOUT, NULL), NULL);
}
