/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-briefing-scope.h"

#include "care-check-scan.h"
#include "care-choice-items.h"

#include <glib/gi18n.h>

/* In pixels: the titles in its list are as wide as it is. */
#define LEAST_WIDTH 240

struct _CareBriefingScope
{
  GtkWidget parent_instance;

  GtkDropDown *choice;
  char *all; /* what is chosen first */
  CareBriefingScopeSay say; /* what others are called */

  CareLibrary *library;
  GArray *briefings; /* CareId, in the order of the choices after the first */
  CareId briefing;   /* chosen; 0: all */
  GCancellable *looking; /* for what it prints, or NULL */
  gboolean is_loading;
  gboolean is_found; /* what is shown is that of a briefing */
  gboolean is_stale; /* what it prints may be other records by now */
};

G_DEFINE_FINAL_TYPE (CareBriefingScope, care_briefing_scope, GTK_TYPE_WIDGET)

static void
stop_looking (CareBriefingScope *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static void
found (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareBriefingScope) self = data;
  g_autoptr (CareSnapshot) snapshot = NULL;
  g_autoptr (CareCheckScan) scan = care_check_scan_new_finish (result, &snapshot, NULL);

  /* Another one is looked at by now, or it is gone. */
  if (scan == NULL || self->library == NULL)
    return;
  self->is_found = TRUE;
  g_signal_emit_by_name (self, "found", care_snapshot_get_records (snapshot), care_snapshot_get_briefing (snapshot));
}

/* What a briefing prints is looked for in a thread, and only where it is seen. */
static void
look (CareBriefingScope *self)
{
  stop_looking (self);
  self->is_stale = self->briefing != 0 && !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->briefing != 0 && !self->is_stale)
    {
      self->looking = g_cancellable_new ();
      care_check_scan_new_async (self->library, self->briefing, self->looking, found, g_object_ref (self));
    }
  else if (self->briefing == 0 && self->is_found)
    {
      self->is_found = FALSE;
      g_signal_emit_by_name (self, "found", NULL, NULL);
    }
}

/* (transfer full): the choices, and the ids of the briefings among them in self. */
static GtkStringList *
list_choices (CareBriefingScope *self)
{
  GListModel *briefings = care_library_list (self->library, "briefing");
  GtkStringList *choices = gtk_string_list_new (NULL);

  g_array_set_size (self->briefings, 0);
  gtk_string_list_append (choices, self->all);
  for (guint i = 0; i < g_list_model_get_n_items (briefings); i++)
    {
      g_autoptr (CareRecord) briefing = g_list_model_get_item (briefings, i);
      CareId id = care_record_get_id (briefing);
      g_autofree char *label = self->say (care_record_get_title (briefing));

      gtk_string_list_append (choices, label);
      g_array_append_val (self->briefings, id);
    }
  return choices;
}

/* What was chosen stays, unless it is gone. */
static void
load (CareBriefingScope *self)
{
  g_autoptr (GtkStringList) choices = list_choices (self);
  guint selected = 0;

  for (guint i = 0; self->briefing != 0 && i < self->briefings->len; i++)
    if (g_array_index (self->briefings, CareId, i) == self->briefing)
      selected = i + 1;
  if (selected == 0)
    self->briefing = 0;
  self->is_loading = TRUE;
  care_choice_items_offer (self->choice, choices, selected);
  self->is_loading = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->choice), self->briefings->len > 0);
}

static void
catch_up (GObject *object)
{
  CareBriefingScope *self = CARE_BRIEFING_SCOPE (object);

  if (self->library == NULL)
    return;
  load (self);
  look (self);
}

static void
chosen (CareBriefingScope *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);
  CareId briefing = selected == 0 || selected > self->briefings->len ? 0 : g_array_index (self->briefings, CareId, selected - 1);

  if (self->is_loading || self->library == NULL || briefing == self->briefing)
    return;
  self->briefing = briefing;
  look (self);
}

/* There may be other briefings after an act, and what one prints may be other records. */
static void
library_applied (CareBriefingScope *self)
{
  if (self->briefing != 0 || care_library_has_touched (self->library, "briefing"))
    care_library_when_readable (self->library, catch_up, G_OBJECT (self));
}

static void
care_briefing_scope_map (GtkWidget *widget)
{
  CareBriefingScope *self = CARE_BRIEFING_SCOPE (widget);

  GTK_WIDGET_CLASS (care_briefing_scope_parent_class)->map (widget);
  if (self->is_stale)
    care_library_when_readable (self->library, catch_up, G_OBJECT (self));
}

/**
 * care_briefing_scope_set_library:
 * @self: a scope
 * @library: (nullable): of whose briefings one may be chosen
 *
 * Offers other briefings; all is chosen at first.
 */
void
care_briefing_scope_set_library (CareBriefingScope *self, CareLibrary *library)
{
  stop_looking (self);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  self->briefing = 0;
  self->is_found = FALSE;
  self->is_stale = FALSE;
  if (library == NULL)
    return;
  g_signal_connect_object (library, "applied", G_CALLBACK (library_applied), self, G_CONNECT_SWAPPED);
  care_library_when_readable (library, catch_up, G_OBJECT (self));
}

static void
care_briefing_scope_dispose (GObject *object)
{
  CareBriefingScope *self = CARE_BRIEFING_SCOPE (object);

  care_briefing_scope_set_library (self, NULL);
  if (self->choice != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->choice)));
  G_OBJECT_CLASS (care_briefing_scope_parent_class)->dispose (object);
}

static void
care_briefing_scope_finalize (GObject *object)
{
  g_free (CARE_BRIEFING_SCOPE (object)->all);
  g_array_unref (CARE_BRIEFING_SCOPE (object)->briefings);
  G_OBJECT_CLASS (care_briefing_scope_parent_class)->finalize (object);
}

static void
care_briefing_scope_class_init (CareBriefingScopeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_briefing_scope_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_briefing_scope_finalize;

  /**
   * CareBriefingScope::found:
   * @records: (nullable) (element-type CareRecord): all that the chosen briefing prints; %NULL: all is
   *   to be shown
   * @briefing: (nullable): that briefing
   *
   * Something else is to be shown.
   */
  g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_PTR_ARRAY, CARE_TYPE_RECORD);
  GTK_WIDGET_CLASS (klass)->map = care_briefing_scope_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
care_briefing_scope_init (CareBriefingScope *self)
{
  g_autoptr (GtkListItemFactory) factory = care_choice_items_new ();

  self->briefings = g_array_new (FALSE, FALSE, sizeof (CareId));
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_factory (self->choice, factory);
  gtk_widget_set_size_request (GTK_WIDGET (self->choice), LEAST_WIDTH, -1);
  gtk_widget_set_parent (GTK_WIDGET (self->choice), GTK_WIDGET (self));
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (chosen), self);
}

/**
 * care_briefing_scope_new:
 * @name: of the drop-down, for who hears it
 * @all: what its first choice is called
 * @say: what the others are called
 *
 * Returns: (transfer floating): a scope of no library yet.
 */
GtkWidget *
care_briefing_scope_new (const char *name, const char *all, CareBriefingScopeSay say)
{
  CareBriefingScope *self = g_object_new (CARE_TYPE_BRIEFING_SCOPE, NULL);

  self->all = g_strdup (all);
  self->say = say;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* The button in it has the focus, and no name of its own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->choice))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
