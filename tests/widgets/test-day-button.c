/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-day-button.h"

#include "ui-test.h"

typedef struct
{
  GtkWindow *window;
  CareDayButton *button;
  GtkWidget *popover;
  guint n_chosen;
} Fixture;

static void
chosen (Fixture *fixture)
{
  fixture->n_chosen++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = care_day_button_new ();

  fixture->button = CARE_DAY_BUTTON (button);
  care_day_button_set_today (fixture->button, care_day_from_ymd (2019, 6, 3));
  care_day_button_set_day (fixture->button, care_day_from_ymd (2019, 6, 3));
  g_signal_connect_swapped (button, "chosen", G_CALLBACK (chosen), fixture);
  fixture->window = ui_test_show (button, 400, 500);
  fixture->popover = GTK_WIDGET (gtk_widget_get_template_child (button, CARE_TYPE_DAY_BUTTON, "popover"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
}

static GtkWidget *
get_entry (Fixture *fixture)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->button), CARE_TYPE_DAY_BUTTON, "entry"));
}

static void
type (Fixture *fixture, const char *text)
{
  care_day_button_open (fixture->button);
  ui_test_wait (gtk_widget_get_mapped (fixture->popover));
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), text);
  g_signal_emit_by_name (get_entry (fixture), "activate");
}

/* A day that is typed to the month or the year is the last of it. */
static void
test_typed (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    int year, month, day;
  } cases[] = { { "1 June 2018", 2018, 6, 1 }, { "February 2016", 2016, 2, 29 }, { "2017", 2017, 12, 31 },
                { "2015-05-07", 2015, 5, 7 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (fixture, cases[i].text);
      g_assert_cmpuint (care_day_button_get_day (fixture->button), ==,
                        care_day_from_ymd (cases[i].year, cases[i].month, cases[i].day));
      g_assert_cmpuint (fixture->n_chosen, ==, i + 1);
      ui_test_wait (!gtk_widget_get_mapped (fixture->popover));
    }
}

/* What is no date is told where it was typed, and stays there. */
static void
test_no_date (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[] = { "soon", "" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *message
        = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->button), CARE_TYPE_DAY_BUTTON, "message"));

      type (fixture, cases[i]);
      g_assert_true (gtk_widget_get_visible (fixture->popover));
      g_assert_true (gtk_widget_get_visible (message));
      g_assert_cmpint (strlen (gtk_label_get_label (GTK_LABEL (message))), >, 0);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, cases[i]);
      gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), "2018");
      g_assert_false (gtk_widget_get_visible (message));
    }
  g_assert_cmpuint (fixture->n_chosen, ==, 0);
  g_assert_cmpuint (care_day_button_get_day (fixture->button), ==, care_day_from_ymd (2019, 6, 3));
}

static void
test_today (Fixture *fixture, gconstpointer data)
{
  GtkWidget *today;

  type (fixture, "2016");
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "31 Dec 2016"));
  care_day_button_open (fixture->button);
  today = ui_test_find_label (fixture->popover, GTK_TYPE_BUTTON, "Today");
  g_signal_emit_by_name (today, "clicked");
  g_assert_cmpuint (care_day_button_get_day (fixture->button), ==, care_day_from_ymd (2019, 6, 3));
  g_assert_cmpuint (fixture->n_chosen, ==, 2);
  /* The same again is no other choice. */
  g_signal_emit_by_name (today, "clicked");
  g_assert_cmpuint (fixture->n_chosen, ==, 2);
}

/* The calendar shows the day that there is, and that is no choice of a person. */
static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  GtkCalendar *calendar
    = GTK_CALENDAR (gtk_widget_get_template_child (GTK_WIDGET (fixture->button), CARE_TYPE_DAY_BUTTON, "calendar"));
  g_autoptr (GDateTime) shown = NULL;
  g_autoptr (GDateTime) other = g_date_time_new_local (2019, 6, 17, 0, 0, 0);

  care_day_button_open (fixture->button);
  ui_test_wait (gtk_widget_get_mapped (fixture->popover));
  shown = gtk_calendar_get_date (calendar);
  g_assert_cmpint (g_date_time_get_year (shown), ==, 2019);
  g_assert_cmpint (g_date_time_get_day_of_month (shown), ==, 3);
  g_assert_cmpuint (fixture->n_chosen, ==, 0);
  gtk_calendar_select_day (calendar, other);
  g_assert_cmpuint (care_day_button_get_day (fixture->button), ==, care_day_from_ymd (2019, 6, 17));
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
}

#define ADD(path, function) g_test_add ("/day-button/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("typed", test_typed);
  ADD ("no-date", test_no_date);
  ADD ("today", test_today);
  ADD ("calendar", test_calendar);
  return g_test_run ();
}
