/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-ledger-view-private.h"

#include "care-number-style.h"
#include "care-wrap-layout.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (CareLedgerView, care_ledger_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* (transfer none) (nullable): the saved question that is shown. */
CareRecord *
care_ledger_view_get_ledger (CareLedgerView *self)
{
  if (self->library == NULL || self->shown.scope != CARE_LEDGER_SAVED)
    return NULL;
  return care_library_lookup_now ("ledger", self->shown.id, self->library);
}

static void
show_answer (GObject *object)
{
  CareLedgerView *self = CARE_LEDGER_VIEW (object);

  if (self->library == NULL || self->answer == NULL)
    return;
  self->answer->ledger->numbers = care_number_style_of (self->briefing);
  care_ledger_view_fill_tools (self);
  care_ledger_view_fill (self);
}

static void
found (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareLedgerView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLedgerAnswer) answer = care_ledger_find_finish (result, &error);

  /* Something else is looked for by now, or nothing any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->finding);
  if (answer == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
      return;
    }
  care_ledger_view_stop_filling (self);
  g_clear_pointer (&self->answer, care_ledger_answer_free);
  self->answer = g_steal_pointer (&answer);
  care_library_when_readable (self->library, show_answer, G_OBJECT (self));
}

static void
stop_finding (CareLedgerView *self)
{
  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
}

static void
find (GObject *object)
{
  CareLedgerView *self = CARE_LEDGER_VIEW (object);

  if (self->library == NULL)
    return;
  stop_finding (self);
  self->is_stale = FALSE;
  care_ledger_view_load_scope (self);
  self->shown.among = self->shown.scope == CARE_LEDGER_CHOSEN ? self->chosen : self->among;
  self->finding = g_cancellable_new ();
  care_ledger_find_async (self->library, &self->shown, self->finding, found, g_object_ref (self));
}

/* Adds up anew what is chosen, once it is seen. */
void
care_ledger_view_refresh (CareLedgerView *self)
{
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_stale && self->library != NULL)
    care_library_when_readable (self->library, find, G_OBJECT (self));
}

static void
care_ledger_view_map (GtkWidget *widget)
{
  CareLedgerView *self = CARE_LEDGER_VIEW (widget);

  GTK_WIDGET_CLASS (care_ledger_view_parent_class)->map (widget);
  if (self->is_stale)
    care_ledger_view_refresh (self);
}

/* However many figures an act changes, they are added up anew once. */
static void
library_applied (CareLedgerView *self)
{
  static const char *const kinds[] = { "figure",   "link",           "ledger", "ledger_item", "contradiction", "contradiction_item",
                                       "deflator", "deflator_value", "actor",  "place" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (care_library_has_touched (self->library, kinds[i]))
      {
        care_ledger_view_refresh (self);
        return;
      }
}

/**
 * care_ledger_view_set_library:
 * @self: a ledger
 * @library: (nullable): where figures are kept
 *
 * Adds up the figures of another library.
 */
void
care_ledger_view_set_library (CareLedgerView *self, CareLibrary *library)
{
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  stop_finding (self);
  care_ledger_view_stop_filling (self);
  g_clear_pointer (&self->answer, care_ledger_answer_free);
  g_set_object (&self->library, library);
  g_clear_pointer (&self->chosen, g_array_unref);
  g_clear_pointer (&self->among, g_array_unref);
  g_clear_object (&self->briefing);
  self->shown = (CareLedgerAsked){ CARE_LEDGER_SAVED, 0, NULL };
  self->is_stale = FALSE;
  if (library == NULL)
    return;
  g_signal_connect_object (library, "applied", G_CALLBACK (library_applied), self, G_CONNECT_SWAPPED);
  care_ledger_view_refresh (self);
}

/**
 * care_ledger_view_show:
 * @self: a ledger
 * @ledger: a saved question
 *
 * Shows what it comes to.
 */
void
care_ledger_view_show (CareLedgerView *self, CareRecord *ledger)
{
  self->wanted = care_record_get_id (ledger);
  care_ledger_view_refresh (self);
}

/**
 * care_ledger_view_show_figures:
 * @self: a ledger
 * @figures: (element-type CareId): those that a person has chosen
 *
 * Shows what they come to; they can then be kept as a question.
 */
void
care_ledger_view_show_figures (CareLedgerView *self, GArray *figures)
{
  g_clear_pointer (&self->chosen, g_array_unref);
  self->chosen = g_array_ref (figures);
  self->shown = (CareLedgerAsked){ CARE_LEDGER_CHOSEN, 0, NULL };
  care_ledger_view_refresh (self);
}

/**
 * care_ledger_view_set_scope:
 * @self: a ledger
 * @among: (nullable) (element-type CareId): the figures that are added up where neither a
 *   question nor a person names them; %NULL: all
 * @briefing: (nullable): that they are used in, as which numbers are written
 *
 * Adds up only those.
 */
void
care_ledger_view_set_scope (CareLedgerView *self, GArray *among, CareRecord *briefing)
{
  g_clear_pointer (&self->among, g_array_unref);
  self->among = among == NULL ? NULL : g_array_ref (among);
  g_set_object (&self->briefing, briefing);
  care_ledger_view_refresh (self);
}

static void
care_ledger_view_dispose (GObject *object)
{
  CareLedgerView *self = CARE_LEDGER_VIEW (object);

  care_ledger_view_set_library (self, NULL);
  g_clear_pointer (&self->scopes, g_array_unref);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (care_ledger_view_parent_class)->dispose (object);
}

static void
care_ledger_view_class_init (CareLedgerViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_ledger_view_dispose;

  /**
   * CareLedgerView::activated:
   * @figure: a figure
   *
   * Its row was activated.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", CARE_TYPE_LEDGER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, CARE_TYPE_RECORD);
  /**
   * CareLedgerView::prices-wanted:
   * @ledger: the question that is shown
   * @field: of it, which says in which prices it is to be counted
   *
   * That has to be chosen first.
   */
  g_signal_new ("prices-wanted", CARE_TYPE_LEDGER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                CARE_TYPE_RECORD, G_TYPE_STRING);
  widget_class->map = care_ledger_view_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  care_ledger_view_install (widget_class);
}

static GtkWidget *
make_bar (CareLedgerView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->scope = GTK_DROP_DOWN (care_ledger_view_make_scope (self));
  self->tools = care_wrap_box_new ();
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->scope));
  gtk_box_append (GTK_BOX (bar), self->tools);
  return bar;
}

static GtkWidget *
make_scroller (CareLedgerView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), self->groups);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

static void
care_ledger_view_init (CareLedgerView *self)
{
  self->scopes = g_array_new (FALSE, FALSE, sizeof (CareLedgerAsked));
  self->shown.scope = CARE_LEDGER_SAVED;
  self->content = make_scroller (self);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
}

/**
 * care_ledger_view_new:
 *
 * Returns: (transfer floating): a ledger of no library yet.
 */
GtkWidget *
care_ledger_view_new (void)
{
  return g_object_new (CARE_TYPE_LEDGER_VIEW, NULL);
}
