/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is chosen of a chart of figures: its kind, the order of its bars, and which figures stand on
 * its axis. */

#include "care-figures-chart-private.h"

#include "care-menu.h"
#include "care-popover-keys.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name;
  const char *label;
} kinds[] = {
  [CARE_CHART_BARS] = { "bars", N_ ("Bars") },
  [CARE_CHART_STACKED] = { "stacked", N_ ("Bars by Newness") },
  [CARE_CHART_YEARS] = { "years", N_ ("Change over Years") },
};

/* (nullable) */
static CareRecord *
find_owner (CareFiguresChart *self)
{
  CareId id = self->chosen.owner;

  return self->library == NULL || id == 0 ? NULL : care_library_lookup_now ("actor", id, self->library);
}

static char *
say_choice (CareFiguresChart *self)
{
  CareRecord *owner = find_owner (self);
  const char *choice = self->chosen.is_all || care_figures_chart_count_groups (self) == 0
                         ? _ ("All Figures")
                         : self->found->labels->pdata[self->found->group];

  /* Translators: whose figures, and which of them: "Labour Party: Spending, per year (3)" */
  return owner == NULL ? g_strdup (choice) : g_strdup_printf (_ ("%s: %s"), care_record_get_title (owner), choice);
}

static void
set_state (CareFiguresChart *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), state);
}

static void
name_button (GtkMenuButton *button, const char *name)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Says what is shown. */
void
care_figures_chart_bar_tell (CareFiguresChart *self)
{
  g_autofree char *choice = say_choice (self);
  /* Translators: "Chart: Bars" */
  g_autofree char *kind = g_strdup_printf (_ ("Chart: %s"), _ (kinds[self->chosen.kind].label));
  g_autofree char *figures = g_strdup_printf (_ ("Figures: %s"), choice);

  gtk_menu_button_set_label (self->kinds, _ (kinds[self->chosen.kind].label));
  gtk_label_set_label (self->choice_label, choice);
  name_button (self->kinds, kind);
  name_button (self->choice, figures);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), self->chosen.owner != 0 || care_figures_chart_count_groups (self) > 1);
  set_state (self, "kind", g_variant_new_string (kinds[self->chosen.kind].name));
  set_state (self, "order", g_variant_new_string (self->chosen.by_owner ? "owner" : "size"));
  set_state (self, "group", g_variant_new_int32 (self->chosen.is_all || self->found == NULL ? -1 : (int) self->found->group));
  set_state (self, "owner", g_variant_new_int64 (self->chosen.owner));
  set_state (self, "table", g_variant_new_boolean (care_figures_chart_is_table (self)));
}

static void
append_group (GMenu *menu, const char *label, int index)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "chart.group", "i", index);
  g_menu_append_item (menu, item);
}

static void
append_owner (GMenu *menu, const char *label, CareId id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "chart.owner", "x", id);
  g_menu_append_item (menu, item);
}

/* (transfer full) */
static GMenuModel *
make_owner_menu (CareFiguresChart *self)
{
  GMenu *menu = g_menu_new ();

  append_owner (menu, _ ("All Owners"), 0);
  for (guint i = 0; self->found != NULL && i < self->found->owners->len; i++)
    {
      CareRecord *owner = self->found->owners->pdata[i];

      append_owner (menu, care_record_get_title (owner), care_record_get_id (owner));
    }
  return G_MENU_MODEL (menu);
}

/* In GTK 4.8 the focus stays in a menu that was closed. */
static void
set_up_menu (GtkMenuButton *button)
{
  GtkPopover *menu = gtk_menu_button_get_popover (button);

  care_popover_let_keys_through (menu);
  g_signal_connect_swapped (menu, "closed", G_CALLBACK (gtk_widget_grab_focus), button);
  care_menu_fit (button);
}

/* About to be opened, with the groups that there are by now. */
static void
fill_groups (GtkMenuButton *button, gpointer data)
{
  CareFiguresChart *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) groups = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenuModel) owners = make_owner_menu (self);

  for (guint i = 0; i < care_figures_chart_count_groups (self); i++)
    append_group (groups, self->found->labels->pdata[i], (int) i);
  append_group (all, _ ("All Figures"), -1);
  g_menu_append_section (menu, _ ("Can Stand on One Axis"), G_MENU_MODEL (groups));
  g_menu_append_submenu (all, _ ("Whose"), owners);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  set_up_menu (button);
}

static void
kind_chosen (GSimpleAction *action, GVariant *name, gpointer data)
{
  CareFiguresChart *self = data;

  self->chosen.kind = care_chart_kind_find (g_variant_get_string (name, NULL));
  care_figures_chart_update (self);
}

static void
order_chosen (GSimpleAction *action, GVariant *name, gpointer data)
{
  CareFiguresChart *self = data;

  self->chosen.by_owner = g_str_equal (g_variant_get_string (name, NULL), "owner");
  care_figures_chart_update (self);
}

static void
group_chosen (GSimpleAction *action, GVariant *index, gpointer data)
{
  CareFiguresChart *self = data;
  guint group = (guint) g_variant_get_int32 (index);

  self->chosen.is_all = g_variant_get_int32 (index) < 0;
  if (!self->chosen.is_all)
    {
      g_free (self->chosen.basis);
      self->chosen.basis = group < care_figures_chart_count_groups (self) ? g_strdup (self->found->bases->pdata[group]) : NULL;
    }
  care_figures_chart_update (self);
}

/* The group that was chosen may be no group of this owner's; then its first is shown. */
static void
owner_chosen (GSimpleAction *action, GVariant *id, gpointer data)
{
  CareFiguresChart *self = data;

  self->chosen.owner = g_variant_get_int64 (id);
  self->chosen.is_all = FALSE;
  care_figures_chart_update (self);
}

static void
table_toggled (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  care_figures_chart_turn (data);
  care_figures_chart_bar_tell (data);
}

static void
copy_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  care_figures_chart_copy (data);
}

static void
export_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  care_figures_chart_export (data);
}

/* Gives the widget its actions and menus. */
void
care_figures_chart_bar_init (CareFiguresChart *self)
{
  static const GActionEntry entries[] = { { "kind", kind_chosen, "s", "'bars'" },
                                          { "order", order_chosen, "s", "'size'" },
                                          { "group", group_chosen, "i", "0" },
                                          { "owner", owner_chosen, "x", "int64 0" },
                                          { "table", table_toggled, NULL, "false" },
                                          { "copy", copy_activated },
                                          { "export", export_activated } };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "chart", G_ACTION_GROUP (self->actions));
  gtk_menu_button_set_create_popup_func (self->choice, fill_groups, self, NULL);
  set_up_menu (self->kinds);
  set_up_menu (self->more);
  care_figures_chart_bar_tell (self);
}
