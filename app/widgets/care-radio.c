/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-radio.h"

struct _CareRadio
{
  GtkCheckButton parent_instance;

  GtkLabel *title;
  GtkLabel *meaning;
};

G_DEFINE_FINAL_TYPE (CareRadio, care_radio, GTK_TYPE_CHECK_BUTTON)

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
care_radio_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CareRadio *self = CARE_RADIO (object);

  gtk_label_set_text (self->title, g_value_get_string (value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
}

static void
care_radio_class_init (CareRadioClass *klass)
{
  G_OBJECT_CLASS (klass)->set_property = care_radio_set_property;

  /**
   * CareRadio:title:
   *
   * What is chosen by it.
   */
  props[PROP_TITLE]
    = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static GtkLabel *
add_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
care_radio_init (CareRadio *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  self->title = add_label (box);
  self->meaning = add_label (box);
  gtk_widget_add_css_class (GTK_WIDGET (self->meaning), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->meaning), "care-dim");
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "care-radio");
}

/**
 * care_radio_new:
 * @title: what is chosen by it
 * @meaning: what that would mean
 *
 * Returns: (transfer floating): a radio button, once it is in a group.
 */
GtkWidget *
care_radio_new (const char *title, const char *meaning)
{
  CareRadio *self = g_object_new (CARE_TYPE_RADIO, "title", title, NULL);

  care_radio_set_meaning (self, meaning);
  return GTK_WIDGET (self);
}

/**
 * care_radio_set_meaning:
 * @self: a radio button
 * @meaning: what choosing it would mean
 *
 * Says @meaning below its title, and after its name.
 */
void
care_radio_set_meaning (CareRadio *self, const char *meaning)
{
  gtk_label_set_text (self->meaning, meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meaning, -1);
}
