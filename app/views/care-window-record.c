/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-window-record.h"

#include "care-draft-form.h"
#include "care-popover-keys.h"
#include "care-window-new.h"
#include "care-window-private.h"
#include "care-window-timeline.h"

#include <glib/gi18n.h>

#define MAX_KINDS 5

/* What can be made in each view: first what it lists, then what goes with that. */
static const struct
{
  const char *view;
  const char *kinds[MAX_KINDS];
} views[] = {
  { "briefings", { "briefing" } },
  { "positions", { "position", "party_line", "theme", "actor", "person" } },
  { "figures", { "figure", "fund", "deflator", "place" } },
  { "timeline", { "pledge", "event", "legislation" } },
  { "sources", { "source", "quotation", "evidence", "actor", "person" } },
};

/* What is shown once it is saved. */
typedef struct
{
  CareWindow *window;
  CareBrowser *view;
  const CareKind *kind;
  CareId id;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_object_unref (wanted->window);
  g_object_unref (wanted->view);
  g_free (wanted);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wanted, wanted_free)

static const char *const *
kinds_of (const char *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].view, view) == 0)
      return views[i].kinds;
  return views[0].kinds;
}

static const char *const *
kinds_shown (CareWindow *self)
{
  return kinds_of (adw_view_stack_get_visible_child_name (self->views));
}

/* Whether a person is still where the record was asked for. */
static gboolean
is_awaited (Wanted *wanted)
{
  CareWindow *self = wanted->window;

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "browse") == 0
         && care_window_get_view (self) == wanted->view
         && !gtk_widget_get_visible (GTK_WIDGET (self->asking));
}

/* The first thing that a person does with it is to go on from its title. */
static void
form_done (CareDraftForm *form, const char *sentence, Wanted *wanted)
{
  CareWindow *self = wanted->window;
  CareRecord *record;

  if (gtk_popover_get_child (self->asking) == GTK_WIDGET (form))
    gtk_popover_popdown (self->asking);
  record = sentence == NULL || self->library == NULL
             ? NULL
             : care_library_find (self->library, wanted->kind->name, wanted->id);
  if (record == NULL || !is_awaited (wanted))
    return;
  care_browser_select (wanted->view, record);
  if (wanted->view == self->timeline)
    care_window_timeline_select_shown (self);
  care_browser_focus_title (wanted->view);
}

static void
form_made (CareWindow *self, GPtrArray *drafts, CareDraftForm *form)
{
  CareRecord *record = g_ptr_array_index (drafts, drafts->len - 1);
  g_autofree char *sentence = g_strdup_printf (_ ("Add “%s”"), care_record_get_title (record));
  g_autoptr (CareAct) act = care_act_new (sentence);
  Wanted *wanted = g_new0 (Wanted, 1);

  for (guint i = 0; i < drafts->len; i++)
    care_act_insert (act, g_ptr_array_index (drafts, i));
  wanted->window = g_object_ref (self);
  wanted->view = g_object_ref (care_window_get_view (self));
  wanted->kind = care_record_get_kind (record);
  wanted->id = care_record_get_id (record);
  g_signal_handlers_disconnect_matched (form, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, form_done, NULL);
  g_signal_connect_data (form, "done", G_CALLBACK (form_done), wanted, (GClosureNotify) (void (*) (void)) wanted_free, 0);
  care_draft_form_apply (form, act, NULL);
}

/* Who asks for nothing after all, by key, goes on where that was. */
static void
asking_closed (CareWindow *self)
{
  if (self->asked_from != NULL && gtk_widget_get_mapped (self->asked_from))
    gtk_window_set_focus (GTK_WINDOW (self), self->asked_from);
  g_clear_weak_pointer (&self->asked_from);
}

/**
 * care_window_record_ask:
 * @self: a window that has a library
 * @form: (transfer floating): a form in which what is known beforehand is set
 * @kept_as: what tells it from every other form of the library
 *
 * Asks for what a new record needs, below the button that makes new ones, and shows it.
 */
void
care_window_record_ask (CareWindow *self, GtkWidget *form, const char *kept_as)
{
  care_window_save (self);
  g_set_weak_pointer (&self->asked_from, gtk_window_get_focus (GTK_WINDOW (self)));
  care_draft_form_begin (CARE_DRAFT_FORM (form), kept_as);
  gtk_popover_set_child (self->asking, form);
  g_signal_connect_object (form, "made", G_CALLBACK (form_made), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (self->asking);
  care_draft_form_focus (CARE_DRAFT_FORM (form));
}

static void
new_record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const CareKind *kind = care_kind_find (g_variant_get_string (parameter, NULL));

  if (g_str_equal (kind->name, "briefing"))
    gtk_widget_activate_action (widget, "win.new-briefing", NULL);
  else
    care_window_record_ask (CARE_WINDOW (widget), care_draft_form_new (CARE_WINDOW (widget)->library, kind), kind->name);
}

/* In the editor and the search it is a briefing. */
static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareWindow *self = CARE_WINDOW (widget);
  gboolean browsing = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "browse") == 0;

  gtk_widget_activate_action (widget, "win.new-record", "s", browsing ? kinds_shown (self)[0] : "briefing");
}

static gboolean
is_of_briefings (CareWindow *self)
{
  return g_str_equal (kinds_shown (self)[0], "briefing");
}

/* (transfer full) */
static GMenuModel *
make_menu (CareWindow *self)
{
  const char *const *kinds = kinds_shown (self);
  GMenu *menu = NULL;

  if (is_of_briefings (self))
    return care_window_new_make_menu (self);
  menu = g_menu_new ();
  for (guint i = 0; i < MAX_KINDS && kinds[i] != NULL; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.new-record::%s", kinds[i]);

      g_menu_append (menu, _ (care_kind_find (kinds[i])->label), action);
    }
  return G_MENU_MODEL (menu);
}

/* About to be opened, with the templates that there are by now. */
static void
fill_menu (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu = make_menu (data);

  gtk_menu_button_set_menu_model (button, menu);
  care_popover_let_keys_through (gtk_menu_button_get_popover (button));
}

/* The button and its menu say what they make. */
static void
view_changed (CareWindow *self)
{
  g_autofree char *label = g_strdup_printf (_ ("New %s"), _ (care_kind_find (kinds_shown (self)[0])->label));
  g_autofree char *tooltip = g_strdup_printf (_ ("%s (Ctrl+N)"), label);
  const char *others = is_of_briefings (self) ? _ ("New from a Template") : _ ("New of Another Kind");

  gtk_widget_set_tooltip_text (self->new_button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->new_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->new_menu), others);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->new_menu), GTK_ACCESSIBLE_PROPERTY_LABEL, others, -1);
  fill_menu (self->new_menu, self);
}

/**
 * care_window_record_name_button:
 * @view: a view
 * @name: "briefings", "positions", "figures", "timeline" or "sources"
 *
 * Gives it the button that makes a record where there is none.
 */
void
care_window_record_name_button (CareBrowser *view, const char *name)
{
  g_autofree char *label = g_strdup_printf (_ ("New %s"), _ (care_kind_find (kinds_of (name)[0])->label));

  care_browser_set_new_label (view, label);
}

/**
 * care_window_record_set_up:
 * @self: a window that is being made
 *
 * Has its buttons follow the view that is shown.
 */
void
care_window_record_set_up (CareWindow *self)
{
  self->asking = GTK_POPOVER (gtk_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->asking), self->new_button);
  care_popover_let_keys_through (self->asking);
  g_signal_connect_swapped (self->asking, "closed", G_CALLBACK (asking_closed), self);
  gtk_menu_button_set_create_popup_func (self->new_menu, fill_menu, self, NULL);
  g_signal_connect_swapped (self->views, "notify::visible-child", G_CALLBACK (view_changed), self);
  view_changed (self);
}

/**
 * care_window_record_update:
 * @self: a window
 *
 * Makes the actions possible that are.
 */
void
care_window_record_update (CareWindow *self)
{
  gboolean writable = self->library != NULL && care_library_is_writable (self->library);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-record", writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->new_menu), writable);
}

/**
 * care_window_record_let_go:
 * @self: a window that is being destroyed
 *
 * Asks for nothing any more. In GTK 4.8 a popover that is taken away while it is open
 * stays behind.
 */
void
care_window_record_let_go (CareWindow *self)
{
  g_clear_weak_pointer (&self->asked_from);
  gtk_popover_popdown (self->asking);
  gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->asking)));
}

/**
 * care_window_record_install:
 * @widget_class: of the window
 *
 * Adds the actions.
 */
void
care_window_record_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.new-record", "s", new_record_action);
}
