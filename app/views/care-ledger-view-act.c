/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a ledger; each is one act. */

#include "care-ledger-view-private.h"

#include "care-draft-form.h"
#include "care-ledger-plan.h"
#include "care-ledger-words.h"
#include "care-panel.h"
#include "care-popover-keys.h"
#include "care-record-picker.h"
#include "care-tell.h"

#include <glib/gi18n.h>

static void
applied (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareLedgerView) self = data;

  care_tell_unless_done (GTK_WIDGET (self), CARE_LIBRARY (library), result);
}

/* Does @act, or tells why there is none. */
void
care_ledger_view_apply (CareLedgerView *self, CareAct *act, const GError *error)
{
  if (act != NULL)
    care_library_apply_async (self->library, act, applied, g_object_ref (self));
  else if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
}

static gboolean
is_writable (CareLedgerView *self)
{
  return self->library != NULL && care_library_is_writable (self->library);
}

/* (transfer none) (nullable): the record that says that a figure is in the question. */
static CareRecord *
find_item (CareLedgerView *self, guint row)
{
  if (!is_writable (self) || self->answer == NULL || row >= self->answer->items->len)
    return NULL;
  return care_library_lookup_now ("ledger_item", g_array_index (self->answer->items, CareId, row), self->library);
}

static CareRecord *
find_figure (CareLedgerView *self, guint row)
{
  CareId id = g_array_index (self->answer->ledger->rows, CareLedgerRow, row).figure;

  return care_library_lookup_now ("figure", id, self->library);
}

static void
convert_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareLedgerView *self = CARE_LEDGER_VIEW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;
  CareRecord *item;
  guint row, as;

  g_variant_get (parameter, "(uu)", &row, &as);
  item = find_item (self, row);
  if (item == NULL)
    return;
  act = care_ledger_plan_convert (item, as, g_strcmp0 (name, "ledger.convert") == 0, &error);
  care_ledger_view_apply (self, act, error);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareLedgerView *self = CARE_LEDGER_VIEW (widget);
  CareRecord *item = find_item (self, g_variant_get_uint32 (parameter));
  g_autoptr (CareAct) act = item == NULL ? NULL : care_ledger_plan_remove (self->library, item);

  care_ledger_view_apply (self, act, NULL);
}

static void
basis_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareLedgerView *self = CARE_LEDGER_VIEW (widget);
  guint row = g_variant_get_uint32 (parameter);
  CareRecord *ledger = care_ledger_view_get_ledger (self);
  CareRecord *figure = find_item (self, row) == NULL ? NULL : find_figure (self, row);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;

  if (ledger == NULL || figure == NULL)
    return;
  if (care_record_get_reference (ledger, "basis") == care_record_get_id (figure))
    figure = NULL;
  act = care_ledger_plan_basis (ledger, figure, &error);
  care_ledger_view_apply (self, act, error);
}

static void
together_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareLedgerView *self = CARE_LEDGER_VIEW (widget);
  CareRecord *ledger = care_ledger_view_get_ledger (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;

  if (ledger == NULL || !is_writable (self))
    return;
  act = care_ledger_plan_owners (ledger, g_strcmp0 (care_record_get (ledger, "owners"), "together") != 0, &error);
  care_ledger_view_apply (self, act, error);
}

static void
details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareRecord *ledger = care_ledger_view_get_ledger (CARE_LEDGER_VIEW (widget));

  if (ledger != NULL)
    g_signal_emit_by_name (widget, "activated", ledger);
}

static void
append_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
append_conversions (CareLedgerView *self, GMenu *menu, guint index)
{
  const CareLedgerRow *row = &g_array_index (self->answer->ledger->rows, CareLedgerRow, index);

  for (guint as = CARE_LEDGER_AS_PER_YEAR; as <= CARE_LEDGER_AS_CASH; as <<= 1)
    {
      gboolean is_period = as == CARE_LEDGER_AS_PER_YEAR || as == CARE_LEDGER_AS_TOTAL;
      g_autofree char *words = care_ledger_say_offer (self->answer->ledger, as, is_period ? row->in_period : row->in_prices);

      if (row->offers & as)
        append_item (menu, words, "ledger.convert", g_variant_new ("(uu)", index, as));
      if ((row->as | row->failed) & as)
        append_item (menu, is_period ? _ ("Count over the Time Stated") : _ ("Count in the Prices Stated"), "ledger.unconvert",
                     g_variant_new ("(uu)", index, as));
    }
}

/* (transfer full) (nullable): what can be done with the figure of a row. */
GMenuModel *
care_ledger_view_make_menu (CareLedgerView *self, guint row)
{
  CareRecord *ledger = care_ledger_view_get_ledger (self);
  CareRecord *item = ledger == NULL ? NULL : find_item (self, row);
  GMenu *menu;
  CareId figure;

  if (item == NULL)
    return NULL;
  menu = g_menu_new ();
  figure = care_record_get_reference (item, "figure");
  append_conversions (self, menu, row);
  append_item (menu,
               care_record_get_reference (ledger, "basis") == figure ? _ ("Compare with Most of Them") : _ ("Compare Others with This"),
               "ledger.basis", g_variant_new_uint32 (row));
  append_item (menu, _ ("Take Out of the Question"), "ledger.remove", g_variant_new_uint32 (row));
  return G_MENU_MODEL (menu);
}

static void
figure_chosen (CareLedgerView *self, CareRecord *figure)
{
  CareRecord *ledger = care_ledger_view_get_ledger (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;

  if (figure == NULL || ledger == NULL)
    return;
  act = care_ledger_plan_add (self->library, ledger, figure, &error);
  care_ledger_view_apply (self, act, error);
}

static void
put_in (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareLedgerView) self = data;

  if (care_tell_unless_done (GTK_WIDGET (self), CARE_LIBRARY (library), result))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("The ledger is in the briefing; Ctrl+Z takes it out"));
}

static void
briefing_chosen (CareLedgerView *self, CareRecord *briefing)
{
  CareRecord *ledger = care_ledger_view_get_ledger (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;
  CareId box;

  if (briefing == NULL || ledger == NULL)
    return;
  act = care_ledger_plan_box (self->library, ledger, briefing, &box, &error);
  if (act == NULL)
    care_ledger_view_apply (self, NULL, error);
  else
    care_library_apply_async (self->library, act, put_in, g_object_ref (self));
}

static void
picker_shown (GtkPopover *popover)
{
  care_record_picker_open (CARE_RECORD_PICKER (popover), NULL);
}

static GtkWidget *
make_picker_button (CareLedgerView *self, const char *label, const char *tooltip, const char *const *kinds, GCallback chosen)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *picker = care_record_picker_new (self->library, kinds);

  g_signal_connect_object (picker, "chosen", chosen, self, G_CONNECT_SWAPPED);
  g_signal_connect (picker, "show", G_CALLBACK (picker_shown), NULL);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), picker);
  gtk_widget_set_tooltip_text (button, tooltip);
  return button;
}

/* Asks @drafts’ question of those figures. */
static void
ask (CareLedgerView *self, GPtrArray *drafts, CareDraftForm *form, GArray *figures)
{
  CareRecord *ledger = g_ptr_array_index (drafts, drafts->len - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act
    = care_ledger_plan_new (ledger, (const CareId *) (const void *) figures->data, figures->len, &error);

  if (act != NULL)
    self->wanted = care_record_get_id (ledger);
  care_draft_form_apply (form, act, error);
}

static void
question_made (CareLedgerView *self, GPtrArray *drafts, CareDraftForm *form)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (CareId));

  ask (self, drafts, form, none);
}

static void
question_about_these_made (CareLedgerView *self, GPtrArray *drafts, CareDraftForm *form)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (CareId));

  for (guint i = 0; i < self->answer->ledger->rows->len; i++)
    g_array_append_val (ids, g_array_index (self->answer->ledger->rows, CareLedgerRow, i).figure);
  ask (self, drafts, form, ids);
}

static void
question_done (CareDraftForm *form)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (form), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
form_shown (GtkPopover *popover)
{
  care_draft_form_focus (CARE_DRAFT_FORM (gtk_popover_get_child (popover)));
}

/* A form in a popover that asks for a question. */
static GtkWidget *
make_question_button (CareLedgerView *self, const char *label, const char *tooltip, GCallback made)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *form = care_draft_form_new (self->library, care_kind_find ("ledger"));

  care_draft_form_begin (CARE_DRAFT_FORM (form), "ledger");
  g_signal_connect_object (form, "made", made, self, G_CONNECT_SWAPPED);
  g_signal_connect (form, "done", G_CALLBACK (question_done), NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), form);
  care_popover_let_keys_through (GTK_POPOVER (popover));
  g_signal_connect (popover, "show", G_CALLBACK (form_shown), NULL);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_tooltip_text (button, tooltip);
  return button;
}

/* (transfer floating): a button of one or more lines. */
GtkWidget *
care_ledger_view_make_button (const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  return button;
}

static GtkWidget *
make_together_button (CareRecord *ledger)
{
  gboolean together = g_strcmp0 (care_record_get (ledger, "owners"), "together") == 0;

  return care_ledger_view_make_button (together ? _ ("Keep Owners Apart") : _ ("Add Owners Together"), "ledger.together",
                      _ ("Whether Figures of Different Parties or Bodies Are Added"));
}

static void
add_tool (CareLedgerView *self, GtkWidget *button)
{
  if (button != NULL)
    gtk_box_append (GTK_BOX (self->tools), button);
}

/* What can be done with all of it. */
void
care_ledger_view_fill_tools (CareLedgerView *self)
{
  static const char *const figures[] = { "figure", NULL };
  static const char *const briefings[] = { "briefing", NULL };
  CareRecord *ledger = care_ledger_view_get_ledger (self);
  CarePanelFocus *focus = care_panel_keep_focus (self->tools);

  care_panel_clear (GTK_BOX (self->tools));
  if (ledger != NULL && is_writable (self))
    add_tool (self, make_picker_button (self, _ ("Add Figure…"), _ ("Add a Figure to This Question"), figures,
                                        G_CALLBACK (figure_chosen)));
  if (is_writable (self))
    add_tool (self, make_question_button (self, _ ("New Question…"), _ ("Ask Something of Figures That You Choose"),
                                          G_CALLBACK (question_made)));
  if (self->shown.scope != CARE_LEDGER_SAVED && is_writable (self) && self->answer->ledger->rows->len > 0)
    add_tool (self, make_question_button (self, _ ("Keep as a Question…"), _ ("Ask Something of These Figures, and Keep It"),
                                          G_CALLBACK (question_about_these_made)));
  if (ledger != NULL && is_writable (self))
    {
      add_tool (self, make_together_button (ledger));
      add_tool (self, care_ledger_view_make_prices_button (self, ledger));
      add_tool (self, make_picker_button (self, _ ("Put in Briefing…"), _ ("Print This in a Box of a Briefing"), briefings,
                                          G_CALLBACK (briefing_chosen)));
    }
  if (ledger != NULL)
    add_tool (self, care_ledger_view_make_button (_ ("Details"), "ledger.details", _ ("Show Prices, Notes and Where It Is Used")));
  add_tool (self, care_ledger_view_make_button (_ ("Copy"), "ledger.copy", _ ("Copy as a Table (Ctrl+C)")));
  care_panel_give_focus (self->tools, focus);
}

/* The actions of a ledger. */
void
care_ledger_view_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "ledger.convert", "(uu)", convert_action);
  gtk_widget_class_install_action (widget_class, "ledger.unconvert", "(uu)", convert_action);
  gtk_widget_class_install_action (widget_class, "ledger.remove", "u", remove_action);
  gtk_widget_class_install_action (widget_class, "ledger.basis", "u", basis_action);
  gtk_widget_class_install_action (widget_class, "ledger.together", NULL, together_action);
  gtk_widget_class_install_action (widget_class, "ledger.details", NULL, details_action);
  care_ledger_view_install_prices (widget_class);
  care_ledger_view_install_copy (widget_class);
}
