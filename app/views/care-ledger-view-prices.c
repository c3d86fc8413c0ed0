/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole question in real terms, or in the prices that its figures state. */

#include "care-ledger-view-private.h"

#include "care-ledger-plan.h"

#include <glib/gi18n.h>

static gboolean
is_real (CareLedgerView *self)
{
  const CareLedger *ledger = self->answer->ledger;

  for (guint i = 0; i < ledger->rows->len; i++)
    {
      const CareLedgerRow *row = &g_array_index (ledger->rows, CareLedgerRow, i);

      if ((row->as | row->failed) & CARE_LEDGER_AS_REAL)
        return TRUE;
    }
  return FALSE;
}

/* (transfer full): what says that its figures are in the question, of those whose prices are stated. */
static GPtrArray *
list_items (CareLedgerView *self)
{
  const CareLedger *ledger = self->answer->ledger;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->answer->items->len; i++)
    {
      CareId id = g_array_index (self->answer->items, CareId, i);
      CareRecord *item = care_library_lookup_now ("ledger_item", id, self->library);

      if (item != NULL && ledger->shown[i].price_basis != NULL && g_strcmp0 (ledger->shown[i].unit, "GBP") == 0)
        g_ptr_array_add (items, g_object_ref (item));
    }
  return items;
}

/* By which index, and in the prices of which year, has to be chosen before. */
static gboolean
has_deflator (CareRecord *ledger)
{
  return care_record_get (ledger, "deflator") != NULL && care_record_get (ledger, "price_year") != NULL;
}

static void
prices_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareLedgerView *self = CARE_LEDGER_VIEW (widget);
  CareRecord *ledger = care_ledger_view_get_ledger (self);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;

  if (ledger == NULL || self->answer == NULL || !care_library_is_writable (self->library))
    return;
  if (!is_real (self) && !has_deflator (ledger))
    {
      g_signal_emit_by_name (self, "prices-wanted", ledger, care_record_get (ledger, "deflator") == NULL ? "deflator" : "price_year");
      gtk_widget_activate_action (widget, "win.tell", "s",
                                  _ ("Choose a deflator and a price year first; a deflator can be imported as CSV"));
      return;
    }
  items = list_items (self);
  act = care_ledger_plan_prices (items, !is_real (self), &error);
  care_ledger_view_apply (self, act, error);
}

/* (transfer floating) (nullable): what counts all of it in other prices; NULL where none are stated. */
GtkWidget *
care_ledger_view_make_prices_button (CareLedgerView *self, CareRecord *ledger)
{
  g_autoptr (GPtrArray) items = list_items (self);

  if (items->len == 0)
    return NULL;
  if (is_real (self))
    return care_ledger_view_make_button (_ ("Prices as Stated"), "ledger.prices", _ ("Count Each Figure in the Prices That It Is Stated In"));
  return care_ledger_view_make_button (has_deflator (ledger) ? _ ("Real Terms") : _ ("Real Terms…"), "ledger.prices",
                                       _ ("Count Every Figure in the Prices of One Year, by a Deflator"));
}

/* The action that does so. */
void
care_ledger_view_install_prices (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "ledger.prices", NULL, prices_action);
}
