/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The look of these widgets: their style sheet, and the theme's colours for what is drawn. */

#pragma once

#include "care-palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  CareColour ink;    /* text */
  CareColour faint;  /* lines */
  CareColour ground; /* behind */
  CareColour accent; /* what is selected */
} CareStyle;

void care_style_ensure (void);
void care_style_read (GtkWidget *widget, CareStyle *style);
char *care_style_font_family (GtkWidget *widget);
double care_style_font_size_px (GtkWidget *widget);
int care_style_scale (GtkWidget *widget, int measure);
gboolean care_style_equal (const CareStyle *a, const CareStyle *b);
GdkRGBA care_style_rgba (CareColour colour);

G_END_DECLS
