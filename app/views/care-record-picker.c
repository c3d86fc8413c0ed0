/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-record-picker-private.h"

#include "care-popover-keys.h"

#include <glib/gi18n.h>

/* Of the list, in pixels. */
#define WIDTH 300
#define HEIGHT 200

G_DEFINE_FINAL_TYPE (CareRecordPicker, care_record_picker, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
choose (CareRecordPicker *self, CareRecord *record)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, record);
}

static void
entry_changed (CareRecordPicker *self)
{
  care_library_when_readable (self->library, care_record_picker_find, G_OBJECT (self));
}

static void
form_made (CareRecordPicker *self, GPtrArray *drafts)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_MADE], 0, drafts);
}

/* What was typed is its title; what else it needs is asked for here. */
static void
make_clicked (CareRecordPicker *self)
{
  g_autofree char *typed = care_record_picker_dup_typed (self);
  g_autofree char *kept_as = g_strdup_printf ("%s named %s", care_record_picker_get_new_kind (self)->name, typed);

  if (self->form != NULL)
    gtk_stack_remove (GTK_STACK (self->stack), GTK_WIDGET (self->form));
  self->form = CARE_DRAFT_FORM (care_draft_form_new (self->library, care_record_picker_get_new_kind (self)));
  care_draft_form_set_title (self->form, typed);
  care_draft_form_begin (self->form, kept_as);
  g_signal_connect_swapped (self->form, "made", G_CALLBACK (form_made), self);
  gtk_stack_add_child (GTK_STACK (self->stack), GTK_WIDGET (self->form));
  if (typed[0] != '\0' && !care_draft_form_asks_more (care_record_picker_get_new_kind (self))
      && care_draft_form_finish (self->form))
    return;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), GTK_WIDGET (self->form));
  care_draft_form_focus (self->form);
}

static void
none_clicked (CareRecordPicker *self)
{
  choose (self, NULL);
}

static void
list_chosen (CareRecordPicker *self, CareRecord *record)
{
  choose (self, record);
}

/* Enter takes the first that was found, which is marked; where nothing was, a new one. */
static void
entry_activated (CareRecordPicker *self)
{
  g_autofree char *typed = care_record_picker_dup_typed (self);
  CareRecord *selected;

  care_record_picker_find (G_OBJECT (self));
  selected = care_list_get_selected (self->list);
  if (typed[0] == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  else if (selected != NULL)
    choose (self, selected);
  else if (gtk_widget_get_visible (self->make))
    make_clicked (self);
}

static gboolean
down_pressed (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CareRecordPicker *self = data;

  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* GTK 4.8 would give the focus to whatever comes next. */
static void
closed (CareRecordPicker *self)
{
  care_list_set_model (self->list, NULL);
  g_clear_object (&self->current);
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
}

static void
care_record_picker_dispose (GObject *object)
{
  CareRecordPicker *self = CARE_RECORD_PICKER (object);

  if (self->list != NULL)
    care_list_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->current);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (care_record_picker_parent_class)->dispose (object);
}

static void
care_record_picker_finalize (GObject *object)
{
  g_strfreev (CARE_RECORD_PICKER (object)->kinds);
  G_OBJECT_CLASS (care_record_picker_parent_class)->finalize (object);
}

static void
care_record_picker_class_init (CareRecordPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_record_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_record_picker_finalize;

  /**
   * CareRecordPicker::chosen:
   * @record: (nullable): a record of the library, or none
   *
   * A person has chosen.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", CARE_TYPE_RECORD_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, CARE_TYPE_RECORD);
  /**
   * CareRecordPicker::made:
   * @drafts: (element-type CareRecord): the record that was made, which is not in the
   *   library yet, after those that it names and that are not either
   *
   * A person has made one. The act that uses it puts the drafts in, in this order.
   */
  signals[SIGNAL_MADE] = g_signal_new ("made", CARE_TYPE_RECORD_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static GtkWidget *
add_button (GtkWidget *box, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set (gtk_button_get_child (GTK_BUTTON (button)), "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_entry (CareRecordPicker *self, GtkWidget *box)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->entry = gtk_search_entry_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                                                          gtk_callback_action_new (down_pressed, self, NULL)));
  gtk_widget_add_controller (self->entry, keys);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), box);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  gtk_box_append (GTK_BOX (box), self->entry);
}

static void
care_record_picker_init (CareRecordPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->makes = TRUE;
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), box, "choose");
  gtk_popover_set_child (GTK_POPOVER (self), self->stack);
  add_entry (self, box);
  self->list = CARE_LIST (care_list_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->list), WIDTH, HEIGHT);
  care_record_picker_find_init (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  self->none = add_button (box, "");
  self->make = add_button (box, "");
  g_signal_connect_swapped (self->list, "activated", G_CALLBACK (list_chosen), self);
  g_signal_connect_swapped (self->list, "clicked", G_CALLBACK (list_chosen), self);
  g_signal_connect_swapped (self->none, "clicked", G_CALLBACK (none_clicked), self);
  g_signal_connect_swapped (self->make, "clicked", G_CALLBACK (make_clicked), self);
  g_signal_connect (self, "closed", G_CALLBACK (closed), NULL);
  care_popover_let_keys_through (GTK_POPOVER (self));
}

/* (transfer full): "Positions", or "Pledges, Events" of two. */
static char *
make_label (char **kinds)
{
  GString *label = g_string_new (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    g_string_append_printf (label, "%s%s", i > 0 ? ", " : "", _ (care_kind_find (kinds[i])->label_plural));
  return g_string_free (label, FALSE);
}

/**
 * care_record_picker_new:
 * @library: where the records are kept
 * @kinds: (array zero-terminated=1): names of the kinds of which one may be chosen
 *
 * Returns: (transfer floating): a popover, to be given a parent. Of one kind a new record
 *   can be made, too.
 */
GtkWidget *
care_record_picker_new (CareLibrary *library, const char *const *kinds)
{
  CareRecordPicker *self = g_object_new (CARE_TYPE_RECORD_PICKER, NULL);
  g_autofree char *label = NULL;
  g_autofree char *find_label = NULL;

  self->library = g_object_ref (library);
  self->kinds = g_strdupv ((char **) kinds);
  label = make_label (self->kinds);
  find_label = g_strdup_printf (_ ("Find in %s"), label);
  care_list_set_label (self->list, label);
  care_list_set_placeholder (self->list, _ ("Nothing Found"), _ ("Try fewer or other words."));
  g_object_set (self->entry, "placeholder-text", find_label, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, find_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/**
 * care_record_picker_set_none:
 * @self: a picker
 * @label: what a button says that chooses none, where one was chosen; at first there is no such button
 */
void
care_record_picker_set_none (CareRecordPicker *self, const char *label)
{
  g_return_if_fail (CARE_IS_RECORD_PICKER (self));

  self->optional = TRUE;
  gtk_button_set_label (GTK_BUTTON (self->none), label);
}

/**
 * care_record_picker_set_makes:
 * @self: a picker
 * @makes: whether a new record can be made, as it can at first
 */
void
care_record_picker_set_makes (CareRecordPicker *self, gboolean makes)
{
  g_return_if_fail (CARE_IS_RECORD_PICKER (self));

  self->makes = makes;
}

/**
 * care_record_picker_open:
 * @self: a picker with a parent
 * @current: (nullable): what is chosen now
 *
 * Shows it, with the focus where a person types.
 */
void
care_record_picker_open (CareRecordPicker *self, CareRecord *current)
{
  g_return_if_fail (CARE_IS_RECORD_PICKER (self));

  g_set_object (&self->current, current);
  gtk_widget_set_visible (self->none, self->optional && current != NULL);
  /* A popover takes its size before it is shown. */
  gtk_widget_set_visible (self->make, care_record_picker_get_new_kind (self) != NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "choose");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
  care_library_when_readable (self->library, care_record_picker_find, G_OBJECT (self));
}

/**
 * care_record_picker_type:
 * @self: a picker that is open
 * @typed: what was typed before it was
 *
 * Goes on from there.
 */
void
care_record_picker_type (CareRecordPicker *self, const char *typed)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), typed);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}
