/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-notes-pane-private.h"

#include "care-review-note.h"
#include "care-wrap-layout.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (CareNotesPane, care_notes_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_TITLE = 1,
  N_PROPERTIES
};

enum
{
  SIGNAL_GO,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

enum
{
  GROUP_OPEN,
  GROUP_RESOLVED,
  N_GROUPS
};

static const CarePaneGroup groups[N_GROUPS] = {
  { N_("Open"), "mail-unread-symbolic" },
  { N_("Resolved"), "object-select-symbolic" },
};

/* (transfer none) (nullable): the note that is selected. */
CareRecord *
care_notes_pane_get_selected (CareNotesPane *self)
{
  return care_pane_row_get_item (gtk_list_box_get_selected_row (self->list));
}

static CareRecord *
get_element (CareNotesPane *self, CareRecord *note)
{
  CareRecord *section = care_library_follow (self->library, note, "section");
  CareRecord *box = care_library_follow (self->library, note, "box");

  return section != NULL ? section : box != NULL ? box : self->briefing;
}

static void
update_actions (CareNotesPane *self)
{
  CareRecord *note = care_notes_pane_get_selected (self);
  gboolean writable = self->library != NULL && care_library_is_writable (self->library);

  gtk_widget_set_sensitive (GTK_WIDGET (self->add), writable);
  gtk_widget_set_sensitive (self->go, note != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->turn), note != NULL && writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->edit), note != NULL && writable);
  gtk_widget_set_sensitive (self->delete, note != NULL && writable);
  gtk_button_set_label (self->turn, note == NULL || care_review_note_is_open (note) ? _ ("Resolve") : _ ("Reopen"));
}

static void
row_selected (CareNotesPane *self)
{
  CareRecord *note = care_notes_pane_get_selected (self);

  if (note != NULL)
    self->selected = care_record_get_id (note);
  update_actions (self);
}

static guint
count_open (CareNotesPane *self)
{
  guint n = 0;

  for (guint i = 0; self->notes != NULL && i < self->notes->len; i++)
    n += care_review_note_is_open (g_ptr_array_index (self->notes, i)) ? 1 : 0;
  return n;
}

static void
show_counts (CareNotesPane *self)
{
  guint n = count_open (self);
  g_autofree char *summary = n == 0 ? g_strdup (_ ("No open note"))
                                    : g_strdup_printf (ngettext ("%u open note", "%u open notes", n), n);

  gtk_label_set_text (self->summary, summary);
  g_free (self->title);
  self->title = n == 0 ? g_strdup (_ ("Notes")) : g_strdup_printf (_ ("Notes %u"), n);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static int
get_group (CareRecord *note)
{
  return care_review_note_is_open (note) ? GROUP_OPEN : GROUP_RESOLVED;
}

static void
add_rows (CareNotesPane *self, int group)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      CareRecord *note = g_ptr_array_index (self->notes, i);
      g_autofree char *told = get_group (note) == group ? care_review_note_describe (note, get_element (self, note)) : NULL;

      if (told != NULL)
        care_pane_list_add (self->list, group, care_record_get_title (note), told, note);
    }
}

static void
select_again (CareNotesPane *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (care_record_get_id (care_pane_row_get_item (row)) == self->selected)
      gtk_list_box_select_row (self->list, row);
}

/* The same note is selected; the focus stays in the list, or goes to what fills it. */
static void
fill (CareNotesPane *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->content)) != NULL;
  gboolean in_list = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  GtkListBoxRow *row;

  care_pane_list_clear (self->list);
  for (int group = 0; self->notes != NULL && group < N_GROUPS; group++)
    add_rows (self, group);
  gtk_list_box_invalidate_headers (self->list);
  select_again (self);
  row = gtk_list_box_get_selected_row (self->list);
  if (in_list && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  show_counts (self);
  update_actions (self);
  if (focused && row == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->add));
}

/* All that the list is to say. */
static char *
write_down (CareNotesPane *self, GPtrArray *notes)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      CareRecord *note = g_ptr_array_index (notes, i);
      g_autofree char *told = care_review_note_describe (note, get_element (self, note));

      g_string_append_printf (all, "%" G_GINT64_FORMAT " %d %s\n%s\n", care_record_get_id (note), get_group (note),
                              care_record_get_title (note), told);
    }
  return g_string_free (all, FALSE);
}

/* What a new note is about. */
static void
show_about (CareNotesPane *self)
{
  CareRecord *element = self->element != NULL ? self->element : self->briefing;
  g_autofree char *name = element == NULL ? g_strdup ("") : care_review_note_describe_element (element);
  g_autofree char *about = g_strdup_printf (_ ("About: %s"), name);

  gtk_label_set_text (self->about, about);
}

static void
update (CareNotesPane *self)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autofree char *shown = NULL;

  if (self->briefing == NULL)
    return;
  show_about (self);
  notes = care_library_children (self->library, "review_note", "briefing", care_record_get_id (self->briefing));
  shown = write_down (self, notes);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  before = g_steal_pointer (&self->notes);
  self->notes = g_steal_pointer (&notes);
  fill (self);
}

static void
go (CareNotesPane *self)
{
  CareRecord *note = care_notes_pane_get_selected (self);

  if (note != NULL)
    g_signal_emit (self, signals[SIGNAL_GO], 0, get_element (self, note));
}

/**
 * care_notes_pane_set_element:
 * @self: a pane
 * @element: (nullable): a section or box of the briefing, or the briefing; %NULL: the briefing
 *
 * A new note is about @element.
 */
void
care_notes_pane_set_element (CareNotesPane *self, CareRecord *element)
{
  g_set_object (&self->element, element);
  show_about (self);
}

/**
 * care_notes_pane_close:
 * @self: a pane
 *
 * Shows nothing.
 */
void
care_notes_pane_close (CareNotesPane *self)
{
  care_notes_pane_keep_begun (self);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->briefing);
  g_clear_object (&self->element);
  g_clear_object (&self->library);
  g_clear_pointer (&self->shown, g_free);
  if (self->list != NULL)
    care_pane_list_clear (self->list);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

/**
 * care_notes_pane_open:
 * @self: a pane
 * @library: where the briefing is kept
 * @briefing: a briefing
 *
 * Shows the notes of @briefing, as long as it is not closed.
 */
void
care_notes_pane_open (CareNotesPane *self, CareLibrary *library, CareRecord *briefing)
{
  care_notes_pane_close (self);
  self->library = g_object_ref (library);
  self->briefing = g_object_ref (briefing);
  g_signal_connect_object (library, "applied", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "removed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
care_notes_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    g_value_set_string (value, CARE_NOTES_PANE (object)->title);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
care_notes_pane_dispose (GObject *object)
{
  CareNotesPane *self = CARE_NOTES_PANE (object);

  care_notes_pane_keep_begun (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_NOTES_PANE);
  care_notes_pane_close (self);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (care_notes_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-notes-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CareNotesPane, content);
  gtk_widget_class_bind_template_child (widget_class, CareNotesPane, summary);
  gtk_widget_class_bind_template_child (widget_class, CareNotesPane, add);
  gtk_widget_class_bind_template_child (widget_class, CareNotesPane, about);
  gtk_widget_class_bind_template_child (widget_class, CareNotesPane, text);
  gtk_widget_class_bind_template_child (widget_class, CareNotesPane, refusal);
  gtk_widget_class_bind_template_child (widget_class, CareNotesPane, list);
  gtk_widget_class_bind_template_child (widget_class, CareNotesPane, go);
  gtk_widget_class_bind_template_child (widget_class, CareNotesPane, turn);
  gtk_widget_class_bind_template_child (widget_class, CareNotesPane, edit);
  gtk_widget_class_bind_template_child (widget_class, CareNotesPane, edited);
  gtk_widget_class_bind_template_child (widget_class, CareNotesPane, edit_refusal);
  gtk_widget_class_bind_template_child (widget_class, CareNotesPane, delete);
  gtk_widget_class_bind_template_callback (widget_class, row_selected);
  care_notes_pane_edit_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, go);
}

static void
care_notes_pane_class_init (CareNotesPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CARE_TYPE_WRAP_LAYOUT);
  G_OBJECT_CLASS (klass)->dispose = care_notes_pane_dispose;
  G_OBJECT_CLASS (klass)->get_property = care_notes_pane_get_property;
  properties[PROP_TITLE]
    = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);

  /**
   * CareNotesPane::go:
   * @element: the briefing, or a section or box of it
   *
   * What a note is about is to be shown.
   */
  signals[SIGNAL_GO] = g_signal_new ("go", CARE_TYPE_NOTES_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                     CARE_TYPE_RECORD);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
care_notes_pane_init (CareNotesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  care_pane_list_init (self->list, groups);
  care_notes_pane_edit_init (self);
  show_counts (self);
  update_actions (self);
}
