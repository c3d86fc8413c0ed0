/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of a ledger: a figure that is added, or that is not, and why. */

#include "care-ledger-view-private.h"

#include "care-amounts.h"
#include "care-ledger-text.h"
#include "care-ledger-words.h"
#include "care-panel.h"
#include "care-wrap-layout.h"

#include <glib/gi18n.h>

/* As rows of libadwaita have beside what they say, in pixels. */
#define MARGIN 12

static CareLedgerRow *
get_row (CareLedgerView *self, guint index)
{
  return &g_array_index (self->answer->ledger->rows, CareLedgerRow, index);
}

static void
row_activated (AdwActionRow *row, CareLedgerView *self)
{
  g_signal_emit_by_name (self, "activated", care_panel_get_target (row));
}

static GtkWidget *
make_value (CareLedgerView *self, const CareQuantity *value)
{
  g_autofree char *text = care_quantity_format (value, self->answer->ledger->numbers);
  PangoAttrList *whole = care_amounts_whole (text);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_attributes (GTK_LABEL (label), whole);
  pango_attr_list_unref (whole);
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  return label;
}

/* Says, below what an added figure is called, what of it is its own. */
static char *
say_added (CareLedgerView *self, guint index)
{
  const CareLedgerRow *row = get_row (self, index);
  const CareLedger *ledger = self->answer->ledger;
  CareRecord *figure = care_library_lookup_now ("figure", row->figure, self->library);
  g_autofree char *newness = figure == NULL ? NULL : care_record_format (figure, "newness");
  CareRecord *owner = care_library_lookup_now ("actor", ledger->shown[index].owner, self->library);
  g_autofree char *stated = figure == NULL || row->as == 0 ? NULL : care_record_format_as (figure, "value", ledger->numbers);
  GString *text = g_string_new (owner == NULL ? "" : care_record_get_title (owner));

  if (newness != NULL && *newness != '\0' && ledger->shown[index].newness != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", newness);
  if (stated != NULL)
    g_string_append_printf (text, _ ("%sstated as %s"), text->len > 0 ? " · " : "", stated);
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_offer_button (CareLedgerView *self, guint index, CareLedgerConversions offer, const CareQuantity *value)
{
  g_autofree char *words = care_ledger_say_offer (self->answer->ledger, offer, value);
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "ledger.convert");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uu)", index, offer);
  return button;
}

/* Where nothing can be done about it, what it would be is told. */
static GtkWidget *
make_offer_label (CareLedgerView *self, CareLedgerConversions offer, const CareQuantity *value)
{
  g_autofree char *words = care_ledger_say_conversion (self->answer->ledger, offer, value);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static void
add_offer (CareLedgerView *self, GtkWidget *box, guint index, CareLedgerConversions offer, const CareQuantity *value, gboolean is_saved)
{
  if (value != NULL)
    gtk_box_append (GTK_BOX (box), is_saved ? make_offer_button (self, index, offer, value) : make_offer_label (self, offer, value));
}

/* From the row to its menu and on to what is below that, and back, though that is not beside it. */
static gboolean
row_key_pressed (GtkEventController *keys, guint keyval, guint keycode, GdkModifierType modifiers, gpointer data)
{
  GtkWidget *row = gtk_event_controller_get_widget (keys);
  guint forward = gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL ? GDK_KEY_Left : GDK_KEY_Right;
  guint back = forward == GDK_KEY_Left ? GDK_KEY_Right : GDK_KEY_Left;
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  if (keyval == forward)
    return gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD);
  if (keyval != back || gtk_widget_get_focus_child (box) == NULL)
    return FALSE;
  return gtk_widget_child_focus (box, GTK_DIR_TAB_BACKWARD) || gtk_widget_grab_focus (row);
}

/* The conversions that are legal, below what the row says: beside it the words of both would have
 * no room. */
static void
add_offers (CareLedgerView *self, GtkWidget *row, guint index)
{
  const CareLedgerRow *found = get_row (self, index);
  gboolean is_saved = self->shown.scope == CARE_LEDGER_SAVED && care_library_is_writable (self->library);
  GtkWidget *said = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *offers = care_wrap_box_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN / 2);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (row_key_pressed), NULL);
  gtk_widget_add_controller (row, keys);
  g_object_ref (said);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), NULL);
  gtk_box_set_spacing (GTK_BOX (said), MARGIN / 2);
  gtk_widget_set_margin_top (said, MARGIN / 2);
  gtk_widget_set_margin_start (said, MARGIN);
  gtk_widget_set_margin_end (said, MARGIN);
  gtk_widget_set_margin_start (offers, MARGIN);
  gtk_widget_set_margin_end (offers, MARGIN);
  gtk_widget_set_margin_bottom (offers, MARGIN / 2);
  gtk_box_append (GTK_BOX (box), said);
  gtk_box_append (GTK_BOX (box), offers);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_unref (said);
  add_offer (self, offers, index, found->offers & (CARE_LEDGER_AS_PER_YEAR | CARE_LEDGER_AS_TOTAL), found->in_period, is_saved);
  add_offer (self, offers, index, found->offers & (CARE_LEDGER_AS_REAL | CARE_LEDGER_AS_CASH), found->in_prices, is_saved);
}

static void
add_menu (CareLedgerView *self, GtkWidget *box, guint index)
{
  g_autoptr (GMenuModel) menu = care_ledger_view_make_menu (self, index);
  GtkWidget *button;

  if (menu == NULL)
    return;
  button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("What Can Be Done with This Figure"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Figure Menu"), -1);
  gtk_box_append (GTK_BOX (box), button);
}

/* A person reads the row as one sentence: what, how much, and how it stands. */
static void
name_row (CareLedgerView *self, GtkWidget *row, const char *title, const CareQuantity *value, const char *said)
{
  g_autofree char *amount = value == NULL ? NULL : care_quantity_format (value, self->answer->ledger->numbers);
  g_autofree char *name = g_strjoin (", ", title, amount == NULL ? said : amount, amount == NULL || *said == '\0' ? NULL : said, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What stands at the end of a row: what it is, what can be done. */
static GtkWidget *
make_end (CareLedgerView *self, guint index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (get_row (self, index)->value != NULL)
    gtk_box_append (GTK_BOX (box), make_value (self, get_row (self, index)->value));
  add_menu (self, box, index);
  return box;
}

static char *
say (CareLedgerView *self, guint index)
{
  CareLedgerStanding standing = get_row (self, index)->standing;

  if (standing == CARE_LEDGER_ADDED)
    return say_added (self, index);
  if (standing == CARE_LEDGER_REFUSED)
    return care_ledger_say_reason (self->answer->ledger, index, care_library_lookup_now, self->library);
  return care_ledger_say_standing (self->answer->ledger, index, care_library_lookup_now, self->library);
}

/* Adds a row for what stands at @index of the ledger, if it is there yet. */
void
care_ledger_view_add_row (CareLedgerView *self, GtkWidget *group, guint index)
{
  CareRecord *figure = care_library_lookup_now ("figure", get_row (self, index)->figure, self->library);
  g_autofree char *said = figure == NULL ? NULL : say (self, index);
  GtkWidget *row;

  if (figure == NULL)
    return;
  row = care_panel_make_row_with (figure, care_record_get_title (figure), said, make_end (self, index));
  if (get_row (self, index)->in_period != NULL || get_row (self, index)->in_prices != NULL)
    add_offers (self, row, index);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated), self);
  name_row (self, row, care_record_get_title (figure), get_row (self, index)->value, said);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}
