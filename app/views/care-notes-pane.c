/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-notes-pane.h"

#include "care-clock.h"
#include "care-pane-list.h"
#include "care-review-note.h"
#include "care-tell.h"
#include "care-unfinished.h"

#include <glib/gi18n.h>

struct _CareNotesPane
{
  GtkWidget parent_instance;

  GtkWidget *content; /* all of it */
  GtkLabel *summary;
  GtkMenuButton *add;
  GtkLabel *about;
  GtkEntry *text;
  GtkLabel *refusal;
  GtkListBox *list;
  GtkWidget *go;
  GtkButton *turn; /* "Resolve" or "Reopen" */
  GtkMenuButton *edit;
  GtkEntry *edited;
  GtkLabel *edit_refusal;
  GtkWidget *delete;

  CareLibrary *library;
  CareRecord *briefing;
  CareRecord *element; /* what a new note is about */
  GPtrArray *notes;    /* of CareRecord, that are shown */
  char *shown;         /* all that the list says, to know whether it says it still */
  CareId selected;     /* to be found again */
  char *begun;         /* what the note that is being written is kept as, or NULL */
  GtkEntry *begun_in;  /* where it is written */
  char *begun_from;    /* what it said at first */
  char *title;         /* "Notes 2" */
};

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

static CareRecord *
get_selected (CareNotesPane *self)
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
  CareRecord *note = get_selected (self);
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
  CareRecord *note = get_selected (self);

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
  CareRecord *note = get_selected (self);

  if (note != NULL)
    g_signal_emit (self, signals[SIGNAL_GO], 0, get_element (self, note));
}

/* @data holds the pane. */
static void
done (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareNotesPane) self = data;

  care_tell_unless_done (GTK_WIDGET (self), CARE_LIBRARY (library), result);
}

static void
apply (CareNotesPane *self, CareAct *act)
{
  care_library_apply_async (self->library, act, done, g_object_ref (self));
}

/* Resolves the note that is selected, or opens it again. */
static void
turn (CareNotesPane *self)
{
  CareRecord *note = get_selected (self);
  gboolean open = note != NULL && care_review_note_is_open (note);
  g_autofree char *sentence = NULL;
  g_autoptr (CareAct) act = NULL;

  if (note == NULL)
    return;
  sentence = g_strdup_printf (open ? _ ("Resolve Note “%s”") : _ ("Reopen Note “%s”"), care_record_get_title (note));
  act = care_act_new (sentence);
  if (care_act_set (act, note, "standing", open ? "resolved" : "open", NULL))
    apply (self, act);
}

/* What is selected once the note that is has gone. */
static void
select_beside (CareNotesPane *self)
{
  int at = gtk_list_box_row_get_index (gtk_list_box_get_selected_row (self->list));
  GtkListBoxRow *after = gtk_list_box_get_row_at_index (self->list, at + 1);
  GtkListBoxRow *beside = after != NULL || at == 0 ? after : gtk_list_box_get_row_at_index (self->list, at - 1);

  self->selected = beside == NULL ? 0 : care_record_get_id (care_pane_row_get_item (beside));
}

static void
delete (CareNotesPane *self)
{
  CareRecord *note = get_selected (self);
  g_autoptr (CareAct) act = care_act_new (NULL);
  g_autofree char *message = NULL;

  if (note == NULL || !care_library_is_writable (self->library)
      || !care_library_plan_delete (self->library, act, note, NULL))
    return;
  message = care_tell_deleted (GTK_WIDGET (self), care_record_get_title (note));
  select_beside (self);
  apply (self, act);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", message);
}

static gboolean
delete_key (GtkWidget *list, GVariant *arguments, gpointer data)
{
  delete (data);
  return TRUE;
}

static void
refuse (GtkLabel *refusal, const char *message)
{
  gtk_label_set_text (refusal, message);
  gtk_widget_set_visible (GTK_WIDGET (refusal), message != NULL);
}

/* It is in the library or on its way, or kept. */
static void
end_begun (CareNotesPane *self)
{
  g_clear_pointer (&self->begun, g_free);
  g_clear_pointer (&self->begun_from, g_free);
}

/* What was not finished is still there the next time that it is asked for. */
static void
keep_begun (CareNotesPane *self)
{
  const char *text = self->begun == NULL ? NULL : gtk_editable_get_text (GTK_EDITABLE (self->begun_in));

  if (text != NULL)
    care_unfinished_keep_text (self->library, self->begun, g_strcmp0 (text, self->begun_from) == 0 ? NULL : text);
  end_begun (self);
}

/* Takes @form: what the note is kept as. */
static void
begin (CareNotesPane *self, char *form, GtkEntry *entry, const char *text)
{
  const char *before = care_unfinished_get_text (self->library, form);

  end_begun (self);
  self->begun = form;
  self->begun_in = entry;
  self->begun_from = g_strdup (text);
  gtk_editable_set_text (GTK_EDITABLE (entry), before != NULL ? before : text);
}

static void
forget_begun (CareNotesPane *self)
{
  if (self->begun != NULL)
    care_unfinished_forget (self->library, self->begun);
  end_begun (self);
}

/* All of it is selected: a person may write it anew, or go on with it. */
static void
edit_asked (CareNotesPane *self)
{
  CareRecord *note = get_selected (self);

  if (note != NULL)
    begin (self, g_strdup_printf ("edit-note:%" G_GINT64_FORMAT, care_record_get_id (note)), self->edited,
           care_record_get (note, "text"));
  refuse (self->edit_refusal, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->edited));
}

/* Whose note it is and of which day stays. */
static void
edit_note (CareNotesPane *self)
{
  CareRecord *note = get_selected (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->edited));
  g_autofree char *sentence = note == NULL ? NULL : g_strdup_printf (_ ("Change Note “%s”"), care_record_get_title (note));
  g_autoptr (CareAct) act = care_act_new (sentence);
  g_autoptr (GError) error = NULL;

  if (note != NULL && !care_act_set (act, note, "text", text, &error))
    {
      refuse (self->edit_refusal, error->message);
      return;
    }
  if (note != NULL && g_strcmp0 (care_record_get (note, "text"), text) != 0)
    apply (self, act);
  forget_begun (self);
  gtk_menu_button_popdown (self->edit);
}

static gboolean
edit_key (GtkWidget *list, GVariant *arguments, gpointer data)
{
  CareNotesPane *self = data;

  if (gtk_widget_is_sensitive (GTK_WIDGET (self->edit)))
    gtk_menu_button_popup (self->edit);
  return TRUE;
}

/* A note that was begun about the same goes on. */
static void
asked (CareNotesPane *self)
{
  CareRecord *element = self->element != NULL ? self->element : self->briefing;

  if (element != NULL)
    begin (self, g_strdup_printf ("note:%s:%" G_GINT64_FORMAT, care_record_get_kind (element)->name, care_record_get_id (element)),
           self->text, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* While nobody sees it: a popover takes its size before it is shown. */
static void
answered (CareNotesPane *self)
{
  keep_begun (self);
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  refuse (self->refusal, NULL);
}

static void
add (CareNotesPane *self)
{
  CareRecord *element = self->element != NULL ? self->element : self->briefing;
  CareId id = care_library_make_id ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CareRecord) note
    = care_review_note_new (self->briefing, element, id, gtk_editable_get_text (GTK_EDITABLE (self->text)),
                            care_library_get_author (self->library), care_clock_today (), &error);
  g_autofree char *sentence = NULL;
  g_autoptr (CareAct) act = NULL;

  if (note == NULL)
    {
      refuse (self->refusal, error->message);
      return;
    }
  sentence = g_strdup_printf (_ ("Add Note “%s”"), care_record_get_title (note));
  act = care_act_new (sentence);
  care_act_insert (act, note);
  self->selected = id;
  forget_begun (self);
  gtk_menu_button_popdown (self->add);
  apply (self, act);
}

/* What has no place yet has none to point to. */
static gboolean
ask_once_placed (GtkWidget *add, GdkFrameClock *clock, gpointer data)
{
  if (gtk_widget_get_width (add) == 0)
    return G_SOURCE_CONTINUE;
  gtk_menu_button_popup (GTK_MENU_BUTTON (add));
  return G_SOURCE_REMOVE;
}

/**
 * care_notes_pane_ask:
 * @self: a pane that is shown, or about to be
 *
 * Asks for a note about what is selected.
 */
void
care_notes_pane_ask (CareNotesPane *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self->add), ask_once_placed, NULL, NULL);
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
  keep_begun (self);
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

  keep_begun (self);
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
  gtk_widget_class_bind_template_callback (widget_class, asked);
  gtk_widget_class_bind_template_callback (widget_class, answered);
  gtk_widget_class_bind_template_callback (widget_class, add);
  gtk_widget_class_bind_template_callback (widget_class, go);
  gtk_widget_class_bind_template_callback (widget_class, turn);
  gtk_widget_class_bind_template_callback (widget_class, keep_begun);
  gtk_widget_class_bind_template_callback (widget_class, edit_asked);
  gtk_widget_class_bind_template_callback (widget_class, edit_note);
  gtk_widget_class_bind_template_callback (widget_class, delete);
}

static void
care_notes_pane_class_init (CareNotesPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

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
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  care_pane_list_init (self->list, groups);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                          gtk_callback_action_new (delete_key, self, NULL)));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F2, 0),
                                                          gtk_callback_action_new (edit_key, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
  show_counts (self);
  update_actions (self);
}
