/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-notice.h"

#include "care-style.h"
#include "care-wrap-layout.h"

struct _CareNotice
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *message;
  GtkButton *button;
  GtkButton *other;
};

G_DEFINE_TYPE (CareNotice, care_notice, GTK_TYPE_WIDGET)

enum
{
  CLICKED,
  OTHER_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_clicked (CareNotice *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

static void
on_other_clicked (CareNotice *self)
{
  g_signal_emit (self, signals[OTHER_CLICKED], 0);
}

static void
care_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CARE_TYPE_NOTICE);
  G_OBJECT_CLASS (care_notice_parent_class)->dispose (object);
}

static void
care_notice_class_init (CareNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  care_style_ensure ();
  g_type_ensure (CARE_TYPE_WRAP_LAYOUT);
  G_OBJECT_CLASS (klass)->dispose = care_notice_dispose;

  /**
   * CareNotice::clicked:
   *
   * The button was. The notice stays until it is hidden.
   */
  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  /**
   * CareNotice::other-clicked:
   *
   * The button of care_notice_offer() was.
   */
  signals[OTHER_CLICKED] = g_signal_new ("other-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "care-notice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, CareNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, CareNotice, message);
  gtk_widget_class_bind_template_child (widget_class, CareNotice, button);
  gtk_widget_class_bind_template_child (widget_class, CareNotice, other);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_other_clicked);
}

static void
care_notice_init (CareNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_notice_new:
 *
 * Returns: (transfer floating): a notice, not shown
 */
GtkWidget *
care_notice_new (void)
{
  return g_object_new (CARE_TYPE_NOTICE, NULL);
}

/**
 * care_notice_show:
 * @self: a notice
 * @message: a sentence
 * @button_label: (nullable): what to do about it, or %NULL for no button
 *
 * Shows it, in place of what it said before.
 */
void
care_notice_show (CareNotice *self, const char *message, const char *button_label)
{
  g_return_if_fail (CARE_IS_NOTICE (self));
  g_return_if_fail (message != NULL);

  gtk_label_set_label (self->message, message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, message, -1);
  gtk_button_set_label (self->button, button_label != NULL ? button_label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), button_label != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->other), FALSE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * care_notice_offer:
 * @self: a notice that is shown
 * @other_label: what else to do about it
 *
 * Adds a second button, until something else is shown.
 */
void
care_notice_offer (CareNotice *self, const char *other_label)
{
  g_return_if_fail (CARE_IS_NOTICE (self));

  gtk_button_set_label (self->other, other_label);
  gtk_widget_set_visible (GTK_WIDGET (self->other), TRUE);
}

/**
 * care_notice_hide:
 * @self: a notice
 */
void
care_notice_hide (CareNotice *self)
{
  g_return_if_fail (CARE_IS_NOTICE (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/**
 * care_notice_get_shown:
 * @self: a notice
 *
 * Returns: %TRUE from when it is shown until it is hidden
 */
gboolean
care_notice_get_shown (CareNotice *self)
{
  g_return_val_if_fail (CARE_IS_NOTICE (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}
