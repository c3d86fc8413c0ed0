/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-bar.h"

#include "care-day-button.h"
#include "care-menu.h"
#include "care-popover-keys.h"
#include "care-record-picker.h"
#include "care-spare.h"
#include "care-stop.h"
#include "care-timeline-actions.h"
#include "care-wait.h"

#include <glib/gi18n.h>

struct _CareTimelineBar
{
  GtkWidget parent_instance;

  GtkWidget *row;
  CareDayButton *day;
  GtkMenuButton *looks;
  GtkWidget *zoom;
  GtkMenuButton *more;
  GMenu *looks_menu; /* within that of @more */
  GtkWidget *below;
  GtkMenuButton *filters;
  GtkBox *chips;
  GtkWidget *found; /* box: what is looked for, and the way back to all */
  GtkLabel *words;
  GtkWidget *reading; /* where no lanes say so */
  GtkWidget *exporting;
  GtkWidget *behind; /* says that not all is shown, with a way to it */
  GtkWidget *picker; /* of one of many names; or NULL */
  gboolean are_lanes_shown;
  gboolean is_waiting;

  CareTimelineDesk *desk;
};

G_DEFINE_FINAL_TYPE (CareTimelineBar, care_timeline_bar, GTK_TYPE_WIDGET)

static void
day_chosen (CareTimelineBar *self)
{
  CareTimelineChoice choice = *care_timeline_desk_get_choice (self->desk);

  choice.as_of = care_day_button_get_day (self->day);
  care_timeline_desk_choose (self->desk, &choice);
}

static void
show_choice (CareTimelineBar *self)
{
  const CareTimelineChoice *choice = care_timeline_desk_get_choice (self->desk);

  care_day_button_set_today (self->day, care_timeline_desk_get_today (self->desk));
  care_day_button_set_day (self->day, choice->as_of);
  gtk_menu_button_set_label (self->looks, care_timeline_lanes_by_label (choice->by));
}

/* "Slipped 3": one that finds nothing can still be taken back. */
static void
show_chip (GtkWidget *button, CareTimelineChip chip, guint n)
{
  g_autofree char *label = g_strdup_printf ("%s %'u", care_timeline_chip_label (chip), n);
  g_autofree char *said = care_timeline_chip_say (chip, n);

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
drop_picker (CareTimelineBar *self)
{
  g_clear_pointer (&self->picker, gtk_widget_unparent);
}

static void
show_outlook (CareTimelineBar *self)
{
  const CareTimelineOutlook *outlook = care_timeline_desk_get_outlook (self->desk);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->chips));
  g_autofree char *words = care_timeline_desk_say (self->desk);

  for (guint chip = 0; button != NULL; chip++, button = gtk_widget_get_next_sibling (button))
    show_chip (button, chip, outlook == NULL ? 0 : outlook->counts.chips[chip]);
  gtk_label_set_label (self->words, words);
  gtk_widget_set_visible (self->found, words[0] != '\0');
  /* It holds the library, which was let go. */
  if (outlook == NULL)
    drop_picker (self);
}

static void
show_reading (CareTimelineBar *self)
{
  gboolean has_outlook = care_timeline_desk_get_outlook (self->desk) != NULL;

  gtk_widget_set_visible (self->reading, self->is_waiting && !self->are_lanes_shown);
  gtk_widget_set_visible (self->behind, has_outlook && care_timeline_desk_is_behind (self->desk));
}

static void
waiting (CareTimelineBar *self, gboolean is_waiting)
{
  self->is_waiting = is_waiting;
  show_reading (self);
}

static void
add_chips (CareTimelineBar *self)
{
  for (guint chip = 0; chip < CARE_TIMELINE_N_CHIPS; chip++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      g_autofree char *action = g_strdup_printf ("desk.%s", care_timeline_chip_name (chip));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
      gtk_widget_add_css_class (button, "care-chip");
      show_chip (button, chip, 0);
      gtk_box_append (self->chips, button);
    }
}

/* About to be opened, with what there is by now. */
static void
fill_filters (GtkMenuButton *button, gpointer data)
{
  CareTimelineBar *self = data;
  g_autoptr (GMenuModel) menu = care_timeline_actions_make_filters (self->desk);

  gtk_menu_button_set_menu_model (button, menu);
  care_popover_let_keys_through (gtk_menu_button_get_popover (button));
  /* In GTK 4.8 the focus stays in a menu within it. */
  g_signal_connect_swapped (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (gtk_widget_grab_focus), button);
  care_menu_fit (button);
}

static void
name_picked (CareTimelineBar *self, CareRecord *record, GtkWidget *picker)
{
  g_autofree char *action = g_strdup_printf ("desk.%s", (const char *) g_object_get_data (G_OBJECT (picker), "care-kind"));

  gtk_widget_activate_action (GTK_WIDGET (self), action, "x", record == NULL ? (CareId) 0 : care_record_get_id (record));
}

static void
pick_activated (GSimpleAction *action, GVariant *kind, gpointer data)
{
  CareTimelineBar *self = data;
  CareLibrary *library = care_timeline_desk_get_library (self->desk);
  const char *name = g_variant_get_string (kind, NULL);
  CareId chosen = care_timeline_actions_get_id (care_timeline_desk_get_choice (self->desk), name);

  drop_picker (self);
  self->picker = care_record_picker_new (library, (const char *const[]){ name, NULL });
  g_object_set_data_full (G_OBJECT (self->picker), "care-kind", g_strdup (name), g_free);
  care_record_picker_set_none (CARE_RECORD_PICKER (self->picker), _ ("Any"));
  care_record_picker_set_makes (CARE_RECORD_PICKER (self->picker), FALSE);
  g_signal_connect_object (self->picker, "chosen", G_CALLBACK (name_picked), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->picker, GTK_WIDGET (self->filters));
  care_record_picker_open (CARE_RECORD_PICKER (self->picker),
                           chosen == 0 ? NULL : care_library_lookup_now (name, chosen, library));
}

static void
care_timeline_bar_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (care_timeline_bar_parent_class)->map (widget);
  care_timeline_desk_set_seen (CARE_TIMELINE_BAR (widget)->desk, TRUE);
}

static void
care_timeline_bar_unmap (GtkWidget *widget)
{
  care_timeline_desk_set_seen (CARE_TIMELINE_BAR (widget)->desk, FALSE);
  GTK_WIDGET_CLASS (care_timeline_bar_parent_class)->unmap (widget);
}

/* What is shown where there is room for it asks for none, so that the bar stands beside what
 * chooses between list and lanes as long as the rest has room. */
static void
care_timeline_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (CARE_TIMELINE_BAR (widget)->row, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = *minimum;
}

static void
care_timeline_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (CARE_TIMELINE_BAR (widget)->row, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
care_timeline_bar_dispose (GObject *object)
{
  CareTimelineBar *self = CARE_TIMELINE_BAR (object);

  g_clear_object (&self->desk);
  drop_picker (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_TIMELINE_BAR);
  G_OBJECT_CLASS (care_timeline_bar_parent_class)->dispose (object);
}

static void
care_timeline_bar_class_init (CareTimelineBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_timeline_bar_dispose;
  widget_class->measure = care_timeline_bar_measure;
  widget_class->size_allocate = care_timeline_bar_size_allocate;
  widget_class->map = care_timeline_bar_map;
  widget_class->unmap = care_timeline_bar_unmap;
  g_type_ensure (CARE_TYPE_DAY_BUTTON);
  g_type_ensure (CARE_TYPE_SPARE);
  g_type_ensure (CARE_TYPE_STOP);
  g_type_ensure (CARE_TYPE_WAIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-timeline-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CareTimelineBar, row);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineBar, day);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineBar, looks);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineBar, zoom);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineBar, more);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineBar, looks_menu);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineBar, below);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineBar, filters);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineBar, chips);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineBar, found);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineBar, words);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineBar, reading);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineBar, exporting);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineBar, behind);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen);
}

static void
add_filters (CareTimelineBar *self)
{
  static const GActionEntry entries[] = { { "pick", pick_activated, "s" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->filters), "names", G_ACTION_GROUP (actions));
  gtk_menu_button_set_create_popup_func (self->filters, fill_filters, self, NULL);
  g_signal_connect_object (self->filters, "destroy", G_CALLBACK (drop_picker), self, G_CONNECT_SWAPPED);
}

static void
care_timeline_bar_init (CareTimelineBar *self)
{
  g_autoptr (GMenuModel) looks = care_timeline_actions_make_looks ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->looks, looks);
  g_menu_append_section (self->looks_menu, NULL, looks);
  add_filters (self);
  care_menu_fit_all (GTK_WIDGET (self));
  care_popover_let_keys_through (gtk_menu_button_get_popover (self->looks));
  care_popover_let_keys_through (gtk_menu_button_get_popover (self->more));
  g_signal_connect_swapped (gtk_menu_button_get_popover (self->more), "closed", G_CALLBACK (gtk_widget_grab_focus), self->more);
  add_chips (self);
}

/**
 * care_timeline_bar_new:
 * @desk: what is chosen of
 *
 * Returns: (transfer floating): the bar; its buttons have the actions "desk." of
 *   care_timeline_actions_new(), and "lanes." of the view.
 */
CareTimelineBar *
care_timeline_bar_new (CareTimelineDesk *desk)
{
  CareTimelineBar *self = g_object_new (CARE_TYPE_TIMELINE_BAR, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "chosen", G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (show_outlook), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "waiting", G_CALLBACK (waiting), self, G_CONNECT_SWAPPED);
  show_choice (self);
  return self;
}

/**
 * care_timeline_bar_get_below:
 * @self: a bar
 *
 * Returns: (transfer none): what is to stand below it: the filters.
 */
GtkWidget *
care_timeline_bar_get_below (CareTimelineBar *self)
{
  return self->below;
}

/**
 * care_timeline_bar_set_lanes_shown:
 * @self: a bar
 * @shown: whether there are lanes, which can be zoomed, rather than a list
 */
void
care_timeline_bar_set_lanes_shown (CareTimelineBar *self, gboolean shown)
{
  gtk_widget_set_visible (self->zoom, shown);
  self->are_lanes_shown = shown;
  show_reading (self);
}

/**
 * care_timeline_bar_set_exporting:
 * @self: a bar
 * @exporting: whether what is seen is being exported
 *
 * Says so, if it takes longer than a moment, with a button that ends it.
 */
void
care_timeline_bar_set_exporting (CareTimelineBar *self, gboolean exporting)
{
  gtk_widget_set_visible (self->exporting, exporting);
}
