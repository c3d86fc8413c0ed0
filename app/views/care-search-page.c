/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A key starts a search before the next frame; keys that come in the meantime are
 * taken first, so that none waits for what nobody wants any more. The counts come
 * in pieces whenever there is nothing else to do. */

#include "care-search-page.h"

#include "care-hit-item.h"
#include "care-list.h"
#include "care-search-chips.h"
#include "care-search-examples.h"

#include <glib/gi18n.h>

/* Nobody reads on where a word more would help. */
#define MAX_SHOWN 100

struct _CareSearchPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkSearchEntry *entry;
  GtkLabel *count;
  CareSearchChips *chips;
  GtkStack *stack;
  AdwStatusPage *status;
  CareList *list;

  CareLibrary *library;
  GListStore *hits;  /* of CareHitItem */
  CareTally *tally;  /* that is going on, or NULL */
  guint searching;   /* source id */
  guint counting;    /* source id */
  gboolean is_stale; /* something was done while the page was not shown */
};

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
stop (CareSearchPage *self)
{
  g_clear_handle_id (&self->searching, g_source_remove);
  g_clear_handle_id (&self->counting, g_source_remove);
  g_clear_pointer (&self->tally, care_tally_free);
}

static void
show_status (CareSearchPage *self, const char *icon, const char *title, const char *description)
{
  /* The title of a status page is a text, its description markup. */
  g_autofree char *markup = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (self->status, icon);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, markup);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
show_nothing_typed (CareSearchPage *self)
{
  g_list_store_remove_all (self->hits);
  gtk_label_set_label (self->count, "");
  gtk_widget_set_visible (GTK_WIDGET (self->chips), FALSE);
  show_status (self, "system-search-symbolic", _ ("Search Everywhere"),
               _ ("Type words of anything that is in the library, or one of these."));
}

static void
show_nothing_found (CareSearchPage *self, const char *typed)
{
  const CareKind *kind = care_search_chips_get_kind (self->chips);
  g_autofree char *title = kind == NULL ? g_strdup_printf (_ ("No Results for “%s”"), typed)
                                        : g_strdup_printf (_ ("No %s for “%s”"), _ (kind->label_plural), typed);

  show_status (self, "edit-find-symbolic", title, _ ("Try fewer or other words, or one of these."));
}

static void
show_count (CareSearchPage *self, guint n)
{
  g_autofree char *label = NULL;
  g_autofree char *tooltip = NULL;

  if (n > MAX_SHOWN)
    {
      label = g_strdup_printf (_ ("%'u of %'u"), MAX_SHOWN, n);
      tooltip = g_strdup_printf (_ ("The first %'u of %'u results; more words find fewer"), MAX_SHOWN, n);
    }
  else
    label = g_strdup_printf (ngettext ("%'u result", "%'u results", n), n);
  gtk_label_set_label (self->count, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), tooltip);
}

/* What is the same at the beginning and the end stays, and with it where the list
 * stands and what is selected. */
static void
show_hits (CareSearchPage *self, GPtrArray *items)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->hits));
  guint first = 0;
  guint last = 0;

  for (; first < MIN (n_old, items->len); first++)
    {
      g_autoptr (CareHitItem) old = g_list_model_get_item (G_LIST_MODEL (self->hits), first);

      if (!care_hit_item_equal (old, g_ptr_array_index (items, first)))
        break;
    }
  for (; last < MIN (n_old, items->len) - first; last++)
    {
      g_autoptr (CareHitItem) old = g_list_model_get_item (G_LIST_MODEL (self->hits), n_old - 1 - last);

      if (!care_hit_item_equal (old, g_ptr_array_index (items, items->len - 1 - last)))
        break;
    }
  g_list_store_splice (self->hits, first, n_old - first - last, items->pdata + first, items->len - first - last);
  care_list_refresh (self->list, NULL);
}

static gboolean count_on (gpointer data);

/* Something else may have been typed since, or the page been left. */
static void
go_on_counting (GObject *object)
{
  CareSearchPage *self = CARE_SEARCH_PAGE (object);

  if (self->tally != NULL && self->counting == 0)
    self->counting = g_idle_add_full (G_PRIORITY_LOW, count_on, self, NULL);
}

static gboolean
count_on (gpointer data)
{
  CareSearchPage *self = data;
  g_autoptr (GError) error = NULL;
  const CareKind *kind = care_search_chips_get_kind (self->chips);

  if (!care_library_can_read (self->library))
    {
      self->counting = 0;
      care_library_when_readable (self->library, go_on_counting, G_OBJECT (self));
      return G_SOURCE_REMOVE;
    }
  if (care_tally_go_on (self->tally, &error))
    return G_SOURCE_CONTINUE;
  self->counting = 0;
  if (error == NULL)
    {
      show_count (self, kind == NULL ? care_tally_get_total (self->tally) : care_tally_get (self->tally, kind));
      care_search_chips_show_counts (self->chips, self->tally);
      gtk_widget_set_visible (GTK_WIDGET (self->chips), care_tally_get_total (self->tally) > 0 || kind != NULL);
    }
  g_clear_pointer (&self->tally, care_tally_free);
  return G_SOURCE_REMOVE;
}

/* The kinds are counted in all that was typed, whichever of them was chosen. */
static void
start_counting (CareSearchPage *self, const char *typed)
{
  self->tally = care_tally_new (self->library, typed, NULL);
  if (self->tally != NULL)
    self->counting = g_idle_add_full (G_PRIORITY_LOW, count_on, self, NULL);
}

/* The kind comes first: before the last word, which is still being typed, and
 * before quotation marks that are still open. */
static GPtrArray *
find (CareSearchPage *self, const char *typed, GError **error)
{
  const CareKind *kind = care_search_chips_get_kind (self->chips);
  g_autofree char *query = kind == NULL ? g_strdup (typed) : g_strdup_printf ("kind:%s %s", kind->name, typed);
  g_autoptr (GPtrArray) hits = care_library_search (self->library, query, MAX_SHOWN, error);
  GPtrArray *items;

  if (hits == NULL)
    return NULL;
  items = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_set_free_func (hits, NULL);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (items, care_hit_item_new (g_ptr_array_index (hits, i)));
  return items;
}

static void
search (CareSearchPage *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  stop (self);
  self->is_stale = FALSE;
  if (self->library == NULL || typed[0] == '\0')
    {
      show_nothing_typed (self);
      return;
    }
  items = find (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &error);
  if (items == NULL)
    {
      show_status (self, "dialog-warning-symbolic", _ ("The Library Cannot Be Read"), error->message);
      return;
    }
  show_hits (self, items);
  if (items->len < MAX_SHOWN)
    show_count (self, items->len);
  if (items->len == 0)
    show_nothing_found (self, typed);
  else
    gtk_stack_set_visible_child_name (self->stack, "list");
  start_counting (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static gboolean
search_in_idle (gpointer data)
{
  CareSearchPage *self = data;

  self->searching = 0;
  if (self->library == NULL)
    search (self);
  else
    care_library_when_readable (self->library, (CareReader) search, G_OBJECT (self));
  return G_SOURCE_REMOVE;
}

/* Behind the keys that wait already, and before the frame that shows them. */
static void
search_soon (CareSearchPage *self)
{
  g_clear_handle_id (&self->counting, g_source_remove);
  g_clear_pointer (&self->tally, care_tally_free);
  if (self->searching == 0)
    self->searching = g_idle_add_full (G_PRIORITY_HIGH_IDLE, search_in_idle, self, NULL);
}

static void
library_applied (CareSearchPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    search_soon (self);
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
    search (self);
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
    search_soon (CARE_SEARCH_PAGE (widget));
}

static void
care_search_page_dispose (GObject *object)
{
  CareSearchPage *self = CARE_SEARCH_PAGE (object);

  stop (self);
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
  gtk_widget_class_bind_template_callback (widget_class, search_soon);
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
  show_nothing_typed (self);
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
  search (self);
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
