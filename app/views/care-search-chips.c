/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-search-chips.h"

#include "care-stop.h"

#include <glib/gi18n.h>

struct _CareSearchChips
{
  GtkWidget parent_instance;

  GtkBox *box;
  GtkToggleButton *all;
  GPtrArray *chips;      /* of GtkToggleButton, one for each kind */
  const CareKind *kind;  /* chosen; NULL: all */
  gboolean is_resetting; /* nobody chose anything */
};

G_DEFINE_FINAL_TYPE (CareSearchChips, care_search_chips, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Those that have a view come first, and then what briefings name; the rest follows
 * in the order of care_kind_list(). */
static const char *const first_kinds[] = {
  "briefing", "position", "figure", "pledge", "event", "source", "actor", "person", "fund", "legislation",
  NULL
};

static const CareKind *
get_kind (GtkToggleButton *chip)
{
  return g_object_get_data (G_OBJECT (chip), "care-kind");
}

static void
chip_toggled (GtkToggleButton *chip, CareSearchChips *self)
{
  if (!gtk_toggle_button_get_active (chip) || self->is_resetting)
    return;
  self->kind = get_kind (chip);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static GtkToggleButton *
add_chip (CareSearchChips *self, const CareKind *kind)
{
  GtkWidget *chip = gtk_toggle_button_new ();

  g_object_set_data (G_OBJECT (chip), "care-kind", (gpointer) kind);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), self->all);
  gtk_widget_add_css_class (chip, "care-chip");
  gtk_widget_set_visible (chip, kind == NULL);
  g_signal_connect (chip, "toggled", G_CALLBACK (chip_toggled), self);
  gtk_box_append (self->box, chip);
  return GTK_TOGGLE_BUTTON (chip);
}

static void
add_chips (CareSearchChips *self)
{
  const CareKind *kinds;
  guint n_kinds;

  self->all = add_chip (self, NULL);
  gtk_toggle_button_set_active (self->all, TRUE);
  for (guint i = 0; first_kinds[i] != NULL; i++)
    g_ptr_array_add (self->chips, add_chip (self, care_kind_find (first_kinds[i])));
  kinds = care_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    if (!g_strv_contains (first_kinds, kinds[i].name))
      g_ptr_array_add (self->chips, add_chip (self, &kinds[i]));
}

/* "Positions 5" */
static void
show_count (CareSearchChips *self, GtkToggleButton *chip, guint n)
{
  const CareKind *kind = get_kind (chip);
  g_autofree char *label
    = g_strdup_printf ("%s %'u", kind == NULL ? _ ("Everything") : _ (n == 1 ? kind->label : kind->label_plural), n);

  gtk_button_set_label (GTK_BUTTON (chip), label);
  gtk_widget_set_visible (GTK_WIDGET (chip), n > 0 || kind == self->kind);
}

/**
 * care_search_chips_show_counts:
 * @self: chips
 * @tally: a count that is complete
 *
 * Shows the kinds of which there is something, and the one that was chosen.
 */
void
care_search_chips_show_counts (CareSearchChips *self, CareTally *tally)
{
  show_count (self, self->all, care_tally_get_total (tally));
  for (guint i = 0; i < self->chips->len; i++)
    {
      GtkToggleButton *chip = g_ptr_array_index (self->chips, i);

      show_count (self, chip, care_tally_get (tally, get_kind (chip)));
    }
}

/**
 * care_search_chips_reset:
 * @self: chips
 *
 * Chooses all kinds again, and tells nobody.
 */
void
care_search_chips_reset (CareSearchChips *self)
{
  self->is_resetting = TRUE;
  gtk_toggle_button_set_active (self->all, TRUE);
  self->is_resetting = FALSE;
  self->kind = NULL;
}

/**
 * care_search_chips_get_kind:
 * @self: chips
 *
 * Returns: (nullable): the kind that was chosen, or %NULL for all.
 */
const CareKind *
care_search_chips_get_kind (CareSearchChips *self)
{
  return self->kind;
}

static void
care_search_chips_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (care_search_chips_parent_class)->dispose (object);
}

static void
care_search_chips_finalize (GObject *object)
{
  g_ptr_array_unref (CARE_SEARCH_CHIPS (object)->chips);
  G_OBJECT_CLASS (care_search_chips_parent_class)->finalize (object);
}

static void
care_search_chips_class_init (CareSearchChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_search_chips_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_search_chips_finalize;

  /**
   * CareSearchChips::chosen:
   *
   * Another kind was chosen, or all of them.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", CARE_TYPE_SEARCH_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
care_search_chips_init (CareSearchChips *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_TOOLBAR, "spacing", 6, NULL);

  self->box = GTK_BOX (box);
  self->chips = g_ptr_array_new ();
  add_chips (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Kinds of Record"), -1);
  gtk_widget_add_css_class (box, "care-chips");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), care_stop_new (box));
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

/**
 * care_search_chips_new:
 *
 * Returns: (transfer floating): chips that count nothing yet.
 */
GtkWidget *
care_search_chips_new (void)
{
  return g_object_new (CARE_TYPE_SEARCH_CHIPS, NULL);
}
