/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which figures are added up: those of a saved question, of a party, or all. */

#include "care-ledger-view-private.h"

#include "care-choice-items.h"
#include "care-rows.h"

#include <glib/gi18n.h>

/* No more of a kind can be chosen from. */
#define MOST 200

static void
add_choice (CareLedgerView *self, GtkStringList *labels, CareLedgerScope scope, CareId id, const char *label)
{
  CareLedgerAsked choice = { scope, id, NULL };

  g_array_append_val (self->scopes, choice);
  gtk_string_list_append (labels, label);
}

static void
add_questions (CareLedgerView *self, GtkStringList *labels)
{
  GListModel *ledgers = care_library_list (self->library, "ledger");
  guint n = MIN (g_list_model_get_n_items (ledgers), MOST);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CareRecord) ledger = g_list_model_get_item (ledgers, i);

      add_choice (self, labels, CARE_LEDGER_SAVED, care_record_get_id (ledger), care_record_get_title (ledger));
    }
}

static void
take_party (CareId id, const CareCell *cells, gpointer data)
{
  GArray *parties = data;

  if (g_strcmp0 (cells[0].text, "party") == 0 && parties->len < MOST)
    g_array_append_val (parties, id);
}

/* Among however many people and bodies they are. Why they cannot be read is told by who reads the figures. */
static void
add_parties (CareLedgerView *self, GtkStringList *labels)
{
  static const char *const fields[] = { "kind", NULL };
  g_autoptr (GArray) parties = g_array_new (FALSE, FALSE, sizeof (CareId));

  care_rows_read (self->library, "actor", fields, take_party, parties, NULL, NULL);
  for (guint i = 0; i < parties->len; i++)
    {
      CareId id = g_array_index (parties, CareId, i);
      CareRecord *party = care_library_lookup_now ("actor", id, self->library);
      g_autofree char *label = party == NULL ? NULL : g_strdup_printf (_ ("Figures of %s"), care_record_get_title (party));

      if (label != NULL)
        add_choice (self, labels, CARE_LEDGER_OF_ACTOR, id, label);
    }
}

static guint
find_shown (CareLedgerView *self)
{
  for (guint i = 0; i < self->scopes->len; i++)
    {
      const CareLedgerAsked *choice = &g_array_index (self->scopes, CareLedgerAsked, i);

      if (choice->scope == self->shown.scope && choice->id == self->shown.id)
        return i;
    }
  return G_MAXUINT;
}

static void
choose (CareLedgerView *self, guint index)
{
  const CareLedgerAsked *choice = &g_array_index (self->scopes, CareLedgerAsked, index);

  self->shown.scope = choice->scope;
  self->shown.id = choice->id;
}

/* What was chosen stays, unless it is gone; at first, a question if there is one. */
void
care_ledger_view_load_scope (CareLedgerView *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint shown;

  g_array_set_size (self->scopes, 0);
  if (self->chosen != NULL)
    add_choice (self, labels, CARE_LEDGER_CHOSEN, 0, _ ("Chosen Figures"));
  add_questions (self, labels);
  add_choice (self, labels, CARE_LEDGER_ALL, 0, _ ("All of Them"));
  add_parties (self, labels);
  if (self->wanted != 0 && care_library_lookup_now ("ledger", self->wanted, self->library) != NULL)
    {
      self->shown.scope = CARE_LEDGER_SAVED;
      self->shown.id = self->wanted;
      self->wanted = 0;
    }
  shown = find_shown (self);
  if (shown == G_MAXUINT)
    choose (self, shown = 0);
  self->is_loading = TRUE;
  care_choice_items_offer (self->scope, labels, shown);
  self->is_loading = FALSE;
}

static void
scope_chosen (CareLedgerView *self)
{
  guint selected = gtk_drop_down_get_selected (self->scope);

  if (self->is_loading || self->library == NULL || selected >= self->scopes->len || selected == find_shown (self))
    return;
  choose (self, selected);
  care_ledger_view_refresh (self);
}

/* As wide as there is room, however long a question is. */
GtkWidget *
care_ledger_view_make_scope (CareLedgerView *self)
{
  g_autoptr (GtkListItemFactory) factory = care_choice_items_new ();
  GtkWidget *scope = gtk_drop_down_new (NULL, NULL);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (scope), factory);
  gtk_widget_set_hexpand (scope, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scope), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Figures to Add Up"), -1);
  /* The button in it has the focus, and no name of its own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (scope)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Figures to Add Up"), -1);
  g_signal_connect_swapped (scope, "notify::selected", G_CALLBACK (scope_chosen), self);
  return scope;
}
