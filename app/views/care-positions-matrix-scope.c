/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which positions a matrix shows: all of them, or those on the themes of one briefing,
 * which is looked through in a thread for what it prints. */

#include "care-positions-matrix-private.h"

#include "care-check-scan.h"
#include "care-choice-items.h"

#include <glib/gi18n.h>

/* (transfer full): the choices, and the ids of the briefings among them in self. */
static GtkStringList *
list_choices (CarePositionsMatrix *self)
{
  GListModel *briefings = care_library_list (self->library, "briefing");
  GtkStringList *choices = gtk_string_list_new (NULL);

  g_array_set_size (self->briefings, 0);
  gtk_string_list_append (choices, _ ("All Positions"));
  for (guint i = 0; i < g_list_model_get_n_items (briefings); i++)
    {
      g_autoptr (CareRecord) briefing = g_list_model_get_item (briefings, i);
      CareId id = care_record_get_id (briefing);
      g_autofree char *label = g_strdup_printf (_ ("Themes of “%s”"), care_record_get_title (briefing));

      gtk_string_list_append (choices, label);
      g_array_append_val (self->briefings, id);
    }
  return choices;
}

static gboolean
says_the_same (GListModel *shown, GListModel *choices)
{
  guint n = g_list_model_get_n_items (choices);
  gboolean same = shown != NULL && g_list_model_get_n_items (shown) == n;

  for (guint i = 0; same && i < n; i++)
    same = g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (shown), i),
                      gtk_string_list_get_string (GTK_STRING_LIST (choices), i)) == 0;
  return same;
}

/* What was chosen stays, unless it is gone. */
void
care_positions_matrix_load_scope (CarePositionsMatrix *self)
{
  g_autoptr (GtkStringList) choices = list_choices (self);
  guint selected = 0;

  for (guint i = 0; self->briefing != 0 && i < self->briefings->len; i++)
    if (g_array_index (self->briefings, CareId, i) == self->briefing)
      selected = i + 1;
  if (selected == 0)
    self->briefing = 0;
  self->is_loading = TRUE;
  if (!says_the_same (gtk_drop_down_get_model (self->scope), G_LIST_MODEL (choices)))
    gtk_drop_down_set_model (self->scope, G_LIST_MODEL (choices));
  gtk_drop_down_set_selected (self->scope, selected);
  self->is_loading = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->scope), self->briefings->len > 0);
}

/* (transfer full): the positions that a briefing prints. */
static GPtrArray *
list_printed (CareSnapshot *snapshot)
{
  GPtrArray *all = care_snapshot_get_records (snapshot);
  GPtrArray *printed = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (care_record_is (g_ptr_array_index (all, i), "position"))
      g_ptr_array_add (printed, g_object_ref (g_ptr_array_index (all, i)));
  return printed;
}

static void
update_printed (GObject *object)
{
  CarePositionsMatrix *self = CARE_POSITIONS_MATRIX (object);

  if (self->library != NULL && self->printed != NULL)
    care_positions_matrix_update (self);
}

static void
printed_found (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CarePositionsMatrix) self = data;
  g_autoptr (CareSnapshot) snapshot = NULL;
  g_autoptr (CareCheckScan) scan = care_check_scan_new_finish (result, &snapshot, NULL);

  /* Another one is looked at by now, or it is gone. */
  if (scan == NULL || self->library == NULL)
    return;
  g_clear_pointer (&self->printed, g_ptr_array_unref);
  self->printed = list_printed (snapshot);
  care_library_when_readable (self->library, update_printed, G_OBJECT (self));
}

void
care_positions_matrix_stop_looking (CarePositionsMatrix *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

/* Looks for what the chosen briefing prints, and shows that. */
void
care_positions_matrix_look (CarePositionsMatrix *self)
{
  self->looking = g_cancellable_new ();
  care_check_scan_new_async (self->library, self->briefing, self->looking, printed_found, g_object_ref (self));
}

static void
scope_chosen (CarePositionsMatrix *self)
{
  guint selected = gtk_drop_down_get_selected (self->scope);
  CareId chosen = selected == 0 || selected > self->briefings->len ? 0 : g_array_index (self->briefings, CareId, selected - 1);

  if (self->is_loading || self->library == NULL || chosen == self->briefing)
    return;
  self->briefing = chosen;
  care_positions_matrix_refresh (self);
}

/* As wide as there is room, however long a title is. */
GtkWidget *
care_positions_matrix_make_scope (CarePositionsMatrix *self)
{
  g_autoptr (GtkListItemFactory) factory = care_choice_items_new ();
  GtkWidget *scope = gtk_drop_down_new (NULL, NULL);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (scope), factory);
  gtk_widget_set_margin_start (scope, 12);
  gtk_widget_set_margin_end (scope, 12);
  gtk_widget_set_margin_bottom (scope, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scope), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Positions to Show"), -1);
  /* The button in it has the focus, and no name of its own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (scope)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Positions to Show"), -1);
  g_signal_connect_swapped (scope, "notify::selected", G_CALLBACK (scope_chosen), self);
  return scope;
}
