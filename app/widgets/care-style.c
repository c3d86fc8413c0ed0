/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-style.h"

#define SHEET "/com/example/CareBrief/ui/care-widgets.css"
/* 11 points, in pixels. */
#define USUAL_FONT_SIZE (11 * 96 / 72.0)

/**
 * care_style_ensure:
 *
 * Sees to it that the style sheet of these widgets is loaded for the default
 * display. Cheap after the first time; every class that needs it calls it.
 */
void
care_style_ensure (void)
{
  static gsize done = 0;
  GdkDisplay *display = gdk_display_get_default ();

  if (display == NULL || !g_once_init_enter (&done))
    return;
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, SHEET);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
  g_once_init_leave (&done, 1);
}

static CareColour
from_rgba (const GdkRGBA *rgba)
{
  return (CareColour){ rgba->red, rgba->green, rgba->blue };
}

static CareColour
look_up (GtkStyleContext *context, const char *name, CareColour otherwise)
{
  GdkRGBA rgba;

  return gtk_style_context_lookup_color (context, name, &rgba) ? from_rgba (&rgba) : otherwise;
}

/**
 * care_style_read:
 * @widget: whose theme counts
 * @style: (out): its colours now, all opaque
 *
 * Reads the theme's colours, light, dark or of high contrast, for what is
 * drawn by hand. To be asked for at every drawing: they change under the widget.
 */
void
care_style_read (GtkWidget *widget, CareStyle *style)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA ink;

  gtk_style_context_get_color (context, &ink);
  style->ground = look_up (context, "window_bg_color", (CareColour){ 1, 1, 1 });
  /* Adwaita's ink is a little transparent; what is drawn is laid out as opaque. */
  style->ink = care_colour_mix (style->ground, from_rgba (&ink), ink.alpha);
  style->faint = care_colour_mix (style->ground, style->ink, 0.3);
  style->accent = look_up (context, "accent_color", style->ink);
}

static const PangoFontDescription *
font_of (GtkWidget *widget)
{
  return pango_context_get_font_description (gtk_widget_get_pango_context (widget));
}

/**
 * care_style_font_family:
 * @widget: whose font counts
 *
 * Returns: (transfer full): the family of its text
 */
char *
care_style_font_family (GtkWidget *widget)
{
  const char *family = pango_font_description_get_family (font_of (widget));

  return g_strdup (family != NULL ? family : "sans");
}

/**
 * care_style_font_size_px:
 * @widget: whose font counts
 *
 * Returns: the size of its text in pixels, large text settings included
 */
double
care_style_font_size_px (GtkWidget *widget)
{
  const PangoFontDescription *font = font_of (widget);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  double dpi = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (widget));
  return size * (dpi > 0 ? dpi : 96) / 72;
}

/**
 * care_style_scale:
 * @widget: whose font counts
 * @measure: pixels that do where text has the usual size
 *
 * Returns: as much more where text is larger; never less.
 */
int
care_style_scale (GtkWidget *widget, int measure)
{
  return (int) (measure * MAX (1, care_style_font_size_px (widget) / USUAL_FONT_SIZE));
}

static gboolean
same (CareColour a, CareColour b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

/**
 * care_style_equal:
 * @a: a style
 * @b: another
 *
 * Returns: %TRUE if what is drawn in one looks as in the other
 */
gboolean
care_style_equal (const CareStyle *a, const CareStyle *b)
{
  return same (a->ink, b->ink) && same (a->faint, b->faint) && same (a->ground, b->ground)
         && same (a->accent, b->accent);
}

/**
 * care_style_rgba:
 * @colour: a colour
 *
 * Returns: the same for GDK
 */
GdkRGBA
care_style_rgba (CareColour colour)
{
  return (GdkRGBA){ (float) colour.red, (float) colour.green, (float) colour.blue, 1 };
}
