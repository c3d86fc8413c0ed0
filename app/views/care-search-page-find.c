/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A key starts a search before the next frame; keys that come in the meantime are
 * taken first, so that none waits for what nobody wants any more. The counts come
 * in pieces whenever there is nothing else to do. */

#include "care-search-page-private.h"

#include "care-hit-item.h"

#include <glib/gi18n.h>

/* Nobody reads on where a word more would help. */
#define MAX_SHOWN 100

void
care_search_page_stop (CareSearchPage *self)
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

void
care_search_page_search_now (CareSearchPage *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  care_search_page_stop (self);
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
    care_search_page_search_now (self);
  else
    care_library_when_readable (self->library, (CareReader) care_search_page_search_now, G_OBJECT (self));
  return G_SOURCE_REMOVE;
}

/* Behind the keys that wait already, and before the frame that shows them. */
void
care_search_page_search_soon (CareSearchPage *self)
{
  g_clear_handle_id (&self->counting, g_source_remove);
  g_clear_pointer (&self->tally, care_tally_free);
  if (self->searching == 0)
    self->searching = g_idle_add_full (G_PRIORITY_HIGH_IDLE, search_in_idle, self, NULL);
}
