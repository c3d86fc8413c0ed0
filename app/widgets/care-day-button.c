/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-day-button.h"

#include "care-popover-keys.h"

#include <glib/gi18n.h>

struct _CareDayButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkEntry *entry;
  GtkLabel *message; /* what is wrong with what was typed */
  GtkCalendar *calendar;

  CareDay day;
  CareDay today;
  gboolean is_loading; /* nobody chose anything */
};

G_DEFINE_FINAL_TYPE (CareDayButton, care_day_button, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (CareDayButton *self)
{
  g_autoptr (CareDate) date = care_date_from_day (self->day);
  g_autofree char *label = care_date_format (date, CARE_DATE_SHORT);
  g_autofree char *day = care_date_format (date, CARE_DATE_HOUSE);
  /* Translators: a day: everything is shown as it stood then */
  g_autofree char *name = g_strdup_printf (_ ("As of %s"), day);

  gtk_label_set_label (self->label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
choose (CareDayButton *self, CareDay day)
{
  gtk_popover_popdown (self->popover);
  if (day == self->day)
    return;
  care_day_button_set_day (self, day);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
show_message (CareDayButton *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

/* What is typed to the month is meant to the end of it. */
static void
entry_activated (CareDayButton *self)
{
  g_autoptr (CareDate) anchor = care_date_from_day (self->today);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareDate) date = care_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), anchor, &error);

  if (date == NULL)
    show_message (self, error->message);
  else if (care_date_get_latest (date) == 0)
    show_message (self, _ ("No day follows from this. Type a date with its year."));
  else
    choose (self, care_date_get_latest (date));
}

static void
entry_changed (CareDayButton *self)
{
  show_message (self, NULL);
}

static void
day_clicked (CareDayButton *self)
{
  g_autoptr (GDateTime) when = gtk_calendar_get_date (self->calendar);

  if (!self->is_loading)
    choose (self, care_day_from_ymd (g_date_time_get_year (when), g_date_time_get_month (when),
                                     g_date_time_get_day_of_month (when)));
}

static void
today_clicked (CareDayButton *self)
{
  choose (self, self->today);
}

static void
load_calendar (CareDayButton *self)
{
  int year, month, day;
  g_autoptr (GDateTime) when = NULL;

  care_day_to_ymd (self->day, &year, &month, &day);
  when = g_date_time_new_local (year, month, day, 12, 0, 0);
  self->is_loading = TRUE;
  gtk_calendar_select_day (self->calendar, when);
  self->is_loading = FALSE;
}

static void
shown (CareDayButton *self)
{
  g_autoptr (CareDate) date = care_date_from_day (self->day);
  g_autofree char *text = date == NULL ? NULL : care_date_format (date, CARE_DATE_HOUSE);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  show_message (self, NULL);
  if (self->day != 0)
    load_calendar (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
care_day_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CARE_TYPE_DAY_BUTTON);
  G_OBJECT_CLASS (care_day_button_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-day-button.ui");
  gtk_widget_class_bind_template_child (widget_class, CareDayButton, button);
  gtk_widget_class_bind_template_child (widget_class, CareDayButton, label);
  gtk_widget_class_bind_template_child (widget_class, CareDayButton, popover);
  gtk_widget_class_bind_template_child (widget_class, CareDayButton, entry);
  gtk_widget_class_bind_template_child (widget_class, CareDayButton, message);
  gtk_widget_class_bind_template_child (widget_class, CareDayButton, calendar);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, day_clicked);
  gtk_widget_class_bind_template_callback (widget_class, today_clicked);
  gtk_widget_class_bind_template_callback (widget_class, shown);
}

static void
care_day_button_class_init (CareDayButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_day_button_dispose;
  /**
   * CareDayButton::chosen:
   *
   * A person has chosen another day.
   */
  signals[SIGNAL_CHOSEN]
    = g_signal_new ("chosen", CARE_TYPE_DAY_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
care_day_button_init (CareDayButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  care_popover_let_keys_through (self->popover);
}

/**
 * care_day_button_new:
 *
 * Returns: (transfer floating): a button with no day yet.
 */
GtkWidget *
care_day_button_new (void)
{
  return g_object_new (CARE_TYPE_DAY_BUTTON, NULL);
}

/**
 * care_day_button_set_today:
 * @self: a button
 * @today: the day that "Today" means, and "September" is read from
 */
void
care_day_button_set_today (CareDayButton *self, CareDay today)
{
  g_return_if_fail (CARE_IS_DAY_BUTTON (self));

  self->today = today;
}

/**
 * care_day_button_set_day:
 * @self: a button
 * @day: a day
 *
 * Says that day. #CareDayButton::chosen is not emitted.
 */
void
care_day_button_set_day (CareDayButton *self, CareDay day)
{
  g_return_if_fail (CARE_IS_DAY_BUTTON (self));

  self->day = day;
  if (day != 0)
    tell (self);
}

/**
 * care_day_button_get_day:
 * @self: a button
 *
 * Returns: the day that it says; 0 before it was given one.
 */
CareDay
care_day_button_get_day (CareDayButton *self)
{
  g_return_val_if_fail (CARE_IS_DAY_BUTTON (self), 0);

  return self->day;
}

/**
 * care_day_button_open:
 * @self: a button
 *
 * Has a person type another day.
 */
void
care_day_button_open (CareDayButton *self)
{
  g_return_if_fail (CARE_IS_DAY_BUTTON (self));

  gtk_menu_button_popup (self->button);
}
