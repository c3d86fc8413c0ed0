/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The answer of a ledger: what is added above the sum, and below it what is not. What is seen at once is
 * there at once, and the other rows a few in each frame: to place all of them takes GTK longer than
 * anybody waits for. */

#include "care-ledger-view-private.h"

#include "care-ledger-words.h"
#include "care-panel.h"
#include "care-stop.h"

#include <glib/gi18n.h>

/* Of each group no more are shown; the sum is of all. */
#define MOST_ROWS 100

/* The sum of more than these is told above them, or it would be out of sight. */
#define FEW_ROWS 8

/* About as many as are seen. */
#define FIRST_ROWS 10

/* In each frame after that. */
#define NEXT_ROWS 2

/* The sum stands before or after the first. */
static const struct
{
  guint standings; /* a bit for each */
  const char *title;
} sections[] = {
  { 1u << CARE_LEDGER_ADDED, N_ ("Added") },
  { 1u << CARE_LEDGER_NO_VALUE, N_ ("Without a Value") },
  { 1u << CARE_LEDGER_RESTATED | 1u << CARE_LEDGER_WITHIN | 1u << CARE_LEDGER_REVISED, N_ ("Counted Once") },
  { 1u << CARE_LEDGER_REFUSED, N_ ("Cannot Be Added") },
};

static GtkWidget *
add_group (CareLedgerView *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (self->groups), care_stop_new (group));
  return group;
}

static void
say_more (GtkWidget *group, guint n_more)
{
  g_autofree char *text = g_strdup_printf (ngettext ("And %'u more", "And %'u more", n_more), n_more);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* What all come to, with what kind of money that is. */
static void
add_sum (CareLedgerView *self)
{
  const CareLedger *ledger = self->answer->ledger;
  g_autofree char *sum = care_ledger_say_sum (ledger);
  g_autofree char *parts = care_ledger_say_parts (ledger);
  g_autofree char *basis = ledger->n_added == 0
                             ? g_strdup (_ ("Nothing here may be added to anything else here."))
                             : care_ledger_say_basis (ledger, &ledger->basis, TRUE, care_library_lookup_now, self->library);
  g_autofree char *below = *parts == '\0' ? g_strdup (basis) : g_strdup_printf (_ ("%s\nOf that: %s"), basis, parts);
  g_autofree char *name = g_strdup_printf (_ ("Sum: %s, %s"), sum, below);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *amount = gtk_label_new (sum);
  GtkWidget *words = gtk_label_new (below);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "care-sum");
  gtk_widget_add_css_class (amount, "title-2");
  gtk_widget_add_css_class (words, "care-dim");
  for (GtkWidget *label = amount; label != NULL; label = label == amount ? words : NULL)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_selectable (GTK_LABEL (label), FALSE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_visible (words, *below != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self->groups), box);
}

static void
say_empty (CareLedgerView *self)
{
  GtkWidget *page = adw_status_page_new ();
  const char *title = _ ("No Figures"), *description = _ ("None are recorded here.");

  if (self->shown.scope == CARE_LEDGER_SAVED)
    {
      title = _ ("No Figures in This Question Yet");
      description = _ ("Add those that are to be added up.");
    }
  else if (self->briefing != NULL)
    {
      title = _ ("No Figures in the Briefing");
      description = _ ("It names none in its texts, and shows none in a box.");
    }
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "accessories-calculator-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  gtk_box_append (GTK_BOX (self->groups), page);
}

static gboolean
stands_so (CareLedgerView *self, guint index, guint standings)
{
  return (standings & (1u << g_array_index (self->answer->ledger->rows, CareLedgerRow, index).standing)) != 0;
}

static guint
count_standing (CareLedgerView *self, guint standings)
{
  guint n = 0;

  for (guint i = 0; i < self->answer->ledger->rows->len; i++)
    n += stands_so (self, i, standings);
  return n;
}

/* All that a section shows is there. */
static void
end_section (CareLedgerView *self)
{
  CareLedgerFilling *f = &self->filling;
  guint n = count_standing (self, sections[f->section].standings);

  if (n > MOST_ROWS)
    say_more (f->group, n - MOST_ROWS);
  if (f->section == 0 && self->answer->ledger->n_added <= FEW_ROWS)
    add_sum (self);
  *f = (CareLedgerFilling){ .section = f->section + 1, .tick = f->tick };
}

/* Adds the next row, or goes on to the next section. */
static void
add_next (CareLedgerView *self)
{
  CareLedgerFilling *f = &self->filling;
  guint standings = sections[f->section].standings;

  while (f->at < self->answer->ledger->rows->len && !stands_so (self, f->at, standings))
    f->at++;
  if (f->at == self->answer->ledger->rows->len || f->n_rows == MOST_ROWS)
    {
      end_section (self);
      return;
    }
  if (f->group == NULL)
    f->group = add_group (self, _ (sections[f->section].title));
  care_ledger_view_add_row (self, f->group, f->at++);
  f->n_rows++;
}

static gboolean
is_whole (CareLedgerView *self)
{
  return self->filling.section == G_N_ELEMENTS (sections);
}

/* All is there: it is as high as it is. */
static void
end (CareLedgerView *self)
{
  gtk_widget_set_size_request (self->groups, -1, -1);
}

static void resume (GObject *object);

static gboolean
fill_on (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CareLedgerView *self = CARE_LEDGER_VIEW (widget);

  if (!care_library_can_read (self->library))
    {
      self->filling.tick = 0;
      care_library_when_readable (self->library, resume, G_OBJECT (self));
      return G_SOURCE_REMOVE;
    }
  for (guint n = 0; !is_whole (self) && n < NEXT_ROWS; n++)
    add_next (self);
  if (!is_whole (self))
    return G_SOURCE_CONTINUE;
  self->filling.tick = 0;
  end (self);
  return G_SOURCE_REMOVE;
}

/* What it was to go on with may have been given up meanwhile. */
static void
resume (GObject *object)
{
  CareLedgerView *self = CARE_LEDGER_VIEW (object);

  if (self->answer != NULL && !is_whole (self) && self->filling.tick == 0)
    self->filling.tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_on, NULL, NULL);
}

/* Gives up the rows that are not there yet: their answer goes. */
void
care_ledger_view_stop_filling (CareLedgerView *self)
{
  if (self->filling.tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->filling.tick);
  self->filling = (CareLedgerFilling){ .section = G_N_ELEMENTS (sections) };
}

/* As many rows as are seen at once, or all where one of them has the focus, which it is to keep. */
static void
fill_first (CareLedgerView *self, gboolean all)
{
  if (self->answer->ledger->n_added > FEW_ROWS)
    add_sum (self);
  self->filling = (CareLedgerFilling){ 0 };
  for (guint n = 0; !is_whole (self) && (all || n < FIRST_ROWS); n++)
    add_next (self);
}

/* Shows the answer that was found. What is looked at stays in its place. */
void
care_ledger_view_fill (CareLedgerView *self)
{
  CarePanelFocus *focus = care_panel_keep_focus (self->groups);
  int height = gtk_widget_get_height (self->groups);

  care_ledger_view_stop_filling (self);
  care_panel_clear (GTK_BOX (self->groups));
  if (self->answer->ledger->rows->len == 0)
    say_empty (self);
  else
    fill_first (self, focus != NULL);
  care_panel_give_focus (self->groups, focus);
  if (is_whole (self))
    {
      end (self);
      return;
    }
  gtk_widget_set_size_request (self->groups, -1, height);
  resume (G_OBJECT (self));
}
