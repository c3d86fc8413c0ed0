/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-search-page-private.h"

#include "care-hit-item.h"
#include "care-search-examples.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (CareSearchPage, care_search_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
describe (gpointer item, CareListRow *row, gpointer data)
{
  CareSearchPage *self = data;

  care_hit_item_describe (item, self->library, row);
}

static void
library_applied (CareSearchPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    care_search_page_search_soon (self);
  else
    self->is_stale = TRUE;
}

static void
activate (CareSearchPage *self, CareHitItem *item)
{
  const CareHit *hit = care_hit_item_get_hit (item);
  CareRecord *record = care_library_find (self->library, hit->kind->name, hit->id);

  if (record != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, record);
}

static void
hit_chosen (CareSearchPage *self, CareHitItem *item)
{
  activate (self, item);
}

/* Enter in the entry: the best, of what is in the entry now. */
static void
entry_activated (CareSearchPage *self)
{
  g_autoptr (CareHitItem) first = NULL;

  if (self->searching != 0)
    care_search_page_search_now (self);
  first = g_list_model_get_item (G_LIST_MODEL (self->hits), 0);
  if (first != NULL)
    activate (self, first);
}

static gboolean
down_pressed (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareSearchPage *self = data;
  g_autoptr (CareHitItem) first = g_list_model_get_item (G_LIST_MODEL (self->hits), 0);

  if (first == NULL)
    return FALSE;
  if (care_list_get_selected (self->list) == NULL)
    care_list_select (self->list, first);
  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
leave (CareSearchPage *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
example_chosen (CareSearchPage *self, const char *example)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), example);
  care_search_page_focus (self);
}

static void
care_search_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (care_search_page_parent_class)->map (widget);
  if (CARE_SEARCH_PAGE (widget)->is_stale)
    care_search_page_search_soon (CARE_SEARCH_PAGE (widget));
}

static void
care_search_page_dispose (GObject *object)
{
  CareSearchPage *self = CARE_SEARCH_PAGE (object);

  care_search_page_stop (self);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_SEARCH_PAGE);
  g_clear_object (&self->library);
  g_clear_object (&self->hits);
  G_OBJECT_CLASS (care_search_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CARE_TYPE_LIST);
  g_type_ensure (CARE_TYPE_SEARCH_CHIPS);
  g_type_ensure (CARE_TYPE_SEARCH_EXAMPLES);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CareSearchPage, content);
  gtk_widget_class_bind_template_child (widget_class, CareSearchPage, entry);
  gtk_widget_class_bind_template_child (widget_class, CareSearchPage, count);
  gtk_widget_class_bind_template_child (widget_class, CareSearchPage, chips);
  gtk_widget_class_bind_template_child (widget_class, CareSearchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CareSearchPage, status);
  gtk_widget_class_bind_template_child (widget_class, CareSearchPage, list);
  gtk_widget_class_bind_template_callback_full (widget_class, "search_soon", G_CALLBACK (care_search_page_search_soon));
  gtk_widget_class_bind_template_callback (widget_class, entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, hit_chosen);
  gtk_widget_class_bind_template_callback (widget_class, example_chosen);
  gtk_widget_class_bind_template_callback (widget_class, leave);
}

static void
care_search_page_class_init (CareSearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_search_page_dispose;
  widget_class->map = care_search_page_map;

  /**
   * CareSearchPage::activated:
   * @record: what was found
   *
   * A hit is to be opened.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", CARE_TYPE_SEARCH_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, CARE_TYPE_RECORD);
  /**
   * CareSearchPage::left:
   *
   * Whatever was shown before is to be shown again.
   */
  signals[SIGNAL_LEFT] = g_signal_new ("left", CARE_TYPE_SEARCH_PAGE, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Escape, 0, "left", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "left", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
care_search_page_init (CareSearchPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->hits = g_list_store_new (CARE_TYPE_HIT_ITEM);
  care_list_set_describe (self->list, describe, self, NULL);
  care_list_set_label (self->list, _ ("Results"));
  care_list_set_model (self->list, G_LIST_MODEL (self->hits));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                                                          gtk_callback_action_new (down_pressed, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->list));
  care_search_page_search_now (self);
}

/**
 * care_search_page_new:
 *
 * Returns: (transfer floating): a search in nothing yet.
 */
GtkWidget *
care_search_page_new (void)
{
  return g_object_new (CARE_TYPE_SEARCH_PAGE, NULL);
}

/**
 * care_search_page_set_library:
 * @self: a search
 * @library: (nullable): where to search
 *
 * Searches another library, from the beginning.
 */
void
care_search_page_set_library (CareSearchPage *self, CareLibrary *library)
{
  g_return_if_fail (CARE_IS_SEARCH_PAGE (self));

  if (self->library == library)
    return;
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_list_store_remove_all (self->hits);
  g_set_object (&self->library, library);
  if (library != NULL)
    g_signal_connect_object (library, "applied", G_CALLBACK (library_applied), self, G_CONNECT_SWAPPED);
  care_search_chips_reset (self->chips);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  care_search_page_search_now (self);
}

/**
 * care_search_page_focus:
 * @self: a search
 *
 * Gives the focus to the entry, with what was typed last selected.
 */
void
care_search_page_focus (CareSearchPage *self)
{
  g_return_if_fail (CARE_IS_SEARCH_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
