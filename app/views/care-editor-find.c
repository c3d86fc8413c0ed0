/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Find and replace in all of the briefing: its title, standfirst, headings and texts,
 * those of its boxes too. What is replaced at once is one act. */

#include "care-editor-private.h"

#include "care-number-style.h"

#include <glib/gi18n.h>
#include <string.h>

/* A place of what is looked for. */
typedef struct
{
  CareRecord *element;
  const CareField *field;
  CareFound place;
} Hit;

static void
clear_hit (gpointer data)
{
  g_clear_object (&((Hit *) data)->element);
}

static const char *
get_wanted (CareEditor *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->find_entry));
}

/* Which texts a kind of element has that are printed, in the order of the page. */
static const char *const *
list_fields (CareRecord *element)
{
  static const char *const of_briefings[] = { "title", "standfirst", NULL };
  static const char *const of_sections[] = { "heading", "text", NULL };
  static const char *const of_boxes[] = { "title", "subtitle", "text", NULL };

  if (care_record_is (element, "briefing"))
    return of_briefings;
  return care_record_is (element, "section") ? of_sections : of_boxes;
}

/* (transfer full): a field's text as it is going to be, with the words of references. */
static char *
show_field (CareEditor *self, CareRecord *element, const CareField *field)
{
  const char *text = care_library_get_latest (self->library, element, field->name);

  if (text == NULL)
    return g_strdup ("");
  return field->type == CARE_FIELD_PROSE ? care_reference_show (text, care_number_style_of (self->briefing), care_library_lookup_now, self->library)
                                         : g_strdup (text);
}

/* Calls @each for every text of the briefing. */
static void
for_each_text (CareEditor *self,
               void (*each) (CareEditor *self, CareRecord *element, const CareField *field, const char *shown,
                             gpointer data),
               gpointer data)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->elements));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CareRecord) element = g_list_model_get_item (G_LIST_MODEL (self->elements), i);
      const char *const *fields = list_fields (element);

      for (guint f = 0; fields[f] != NULL; f++)
        {
          const CareField *field = care_kind_field (care_record_get_kind (element), fields[f]);
          g_autofree char *shown = show_field (self, element, field);

          each (self, element, field, shown, data);
        }
    }
}

static void
collect (CareEditor *self, CareRecord *element, const CareField *field, const char *shown, gpointer data)
{
  g_autoptr (GArray) found = care_find_text (shown, get_wanted (self));

  for (guint i = 0; i < found->len; i++)
    {
      Hit hit = { g_object_ref (element), field, g_array_index (found, CareFound, i) };

      g_array_append_val (self->finds, hit);
    }
}

static const Hit *
get_hit (CareEditor *self)
{
  return self->find_at < 0 ? NULL : &g_array_index (self->finds, Hit, self->find_at);
}

static void
enable_actions (CareEditor *self)
{
  gboolean writable = self->library != NULL && care_library_is_writable (self->library);
  const Hit *hit = get_hit (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.replace", writable && hit != NULL && !hit->place.is_record);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.replace-all", writable && self->finds->len > 0);
}

/* (transfer full): "5 places replaced · 1 left" */
static char *
say_replaced (CareEditor *self)
{
  guint left = self->finds->len;
  g_autofree char *replaced
    = g_strdup_printf (ngettext ("%u place replaced", "%u places replaced", self->replaced), self->replaced);
  g_autofree char *kept = g_strdup_printf (ngettext ("%u left", "%u left", left), left);

  return left == 0 ? g_steal_pointer (&replaced) : g_strdup_printf ("%s · %s", replaced, kept);
}

static void
show_count (CareEditor *self)
{
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;
  const Hit *hit = get_hit (self);

  if (get_wanted (self)[0] == '\0')
    text = g_strdup (_ ("Type words of the title, a heading, a text or a box"));
  else if (self->replaced > 0)
    text = say_replaced (self);
  else if (self->finds->len == 0)
    text = g_strdup (_ ("Not in this briefing"));
  else if (hit == NULL)
    text = g_strdup_printf (ngettext ("%u place", "%u places", self->finds->len), self->finds->len);
  else
    {
      count = g_strdup_printf (_ ("%d of %u"), self->find_at + 1, self->finds->len);
      text = hit->place.is_record ? g_strdup_printf (_ ("%s · in the words of a record, which are changed there"), count)
                                  : g_steal_pointer (&count);
    }
  gtk_label_set_text (self->find_count, text);
  enable_actions (self);
}

/* Looks again: what is looked for has changed, or the briefing. */
static void
look_again (CareEditor *self)
{
  g_array_set_size (self->finds, 0);
  if (self->briefing != NULL)
    for_each_text (self, collect, NULL);
  self->find_at = MIN (self->find_at, (int) self->finds->len - 1);
}

static void
select_in_heading (CareEditor *self, const CareFound *place)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->heading));

  if (place->end <= strlen (text))
    gtk_editable_select_region (GTK_EDITABLE (self->heading), (int) g_utf8_pointer_to_offset (text, text + place->start),
                                (int) g_utf8_pointer_to_offset (text, text + place->end));
}

/* Shows the place that it is at; the focus stays where it is. */
static void
go_there (CareEditor *self)
{
  g_autoptr (CareRecord) element = NULL;
  const Hit *hit;

  self->replaced = 0;
  show_count (self);
  if (self->find_at < 0)
    return;
  hit = &g_array_index (self->finds, Hit, self->find_at);
  element = g_object_ref (hit->element);
  care_editor_select (self, care_record_get_kind (element)->name, care_record_get_id (element));
  care_editor_show_pane (self, self->text_pane);
  if (care_record_is (element, "box"))
    return;
  if (hit->field->type == CARE_FIELD_PROSE)
    care_prose_view_select (self->prose, hit->place.start, hit->place.end);
  else
    select_in_heading (self, &hit->place);
}

/* To the next place or the one before; after the last comes the first. */
static void
step (CareEditor *self, int by)
{
  care_editor_text_flush (self);
  look_again (self);
  if (self->finds->len > 0)
    self->find_at = self->find_at < 0 ? (by > 0 ? 0 : (int) self->finds->len - 1)
                                      : (self->find_at + by + (int) self->finds->len) % (int) self->finds->len;
  go_there (self);
}

static void
wanted_changed (CareEditor *self)
{
  self->find_at = 0;
  look_again (self);
  go_there (self);
}

static void
apply (CareEditor *self, CareAct *act)
{
  care_library_apply_async (self->library, act, care_editor_saved, g_object_ref (self));
  care_editor_text_changed (self);
}

/* Adds a step; returns whether the field can be so, and says it where it cannot. */
static gboolean
set_field (CareEditor *self, CareAct *act, CareRecord *element, const CareField *field, const char *shown)
{
  g_autofree char *stored = field->type == CARE_FIELD_PROSE ? care_reference_store (shown) : g_strdup (shown);
  g_autoptr (GError) error = NULL;

  if (care_act_set (act, element, field->name, stored, &error))
    return TRUE;
  care_editor_tell (self, error);
  return FALSE;
}

static void
replace_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareEditor *self = CARE_EDITOR (widget);
  const char *replacement = gtk_editable_get_text (GTK_EDITABLE (self->replace_entry));
  g_autofree char *sentence = g_strdup_printf (_ ("Replace “%s” with “%s”"), get_wanted (self), replacement);
  g_autoptr (CareAct) act = care_act_new (sentence);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const Hit *hit;

  care_editor_text_flush (self);
  look_again (self);
  hit = get_hit (self);
  if (hit == NULL || hit->place.is_record)
    return;
  before = show_field (self, hit->element, hit->field);
  after = care_find_replace (before, &hit->place, replacement);
  if (!set_field (self, act, hit->element, hit->field, after))
    return;
  apply (self, act);
  look_again (self);
  go_there (self);
}

typedef struct
{
  CareAct *act;
  guint n;
  gboolean refused;
} Replacing;

static void
replace_in (CareEditor *self, CareRecord *element, const CareField *field, const char *shown, gpointer data)
{
  Replacing *replacing = data;
  guint before = replacing->n;
  g_autofree char *after = care_find_replace_all (
    shown, get_wanted (self), gtk_editable_get_text (GTK_EDITABLE (self->replace_entry)), &replacing->n);

  if (replacing->n > before && !replacing->refused)
    replacing->refused = !set_field (self, replacing->act, element, field, after);
}

static void
replace_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareEditor *self = CARE_EDITOR (widget);
  g_autofree char *sentence
    = g_strdup_printf (_ ("Replace all “%s” with “%s”"), get_wanted (self),
                       gtk_editable_get_text (GTK_EDITABLE (self->replace_entry)));
  g_autoptr (CareAct) act = care_act_new (sentence);
  Replacing replacing = { act, 0, FALSE };

  care_editor_text_flush (self);
  for_each_text (self, replace_in, &replacing);
  if (replacing.n == 0 || replacing.refused)
    return;
  apply (self, act);
  self->find_at = -1;
  self->replaced = replacing.n;
  look_again (self);
  show_count (self);
  /* The button has nothing more to do, and would leave the focus to nobody. */
  gtk_widget_grab_focus (GTK_WIDGET (self->replace_entry));
}

static void
open_bar (CareEditor *self, gboolean replace)
{
  if (self->briefing == NULL)
    return;
  gtk_revealer_set_reveal_child (self->find_bar, TRUE);
  gtk_widget_set_visible (self->replace_row, replace && care_library_is_writable (self->library));
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->find_entry), 0, -1);
  self->replaced = 0;
  look_again (self);
  show_count (self);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_bar (CARE_EDITOR (widget), strcmp (name, "editor.find-replace") == 0);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareEditor *self = CARE_EDITOR (widget);

  if (!gtk_revealer_get_reveal_child (self->find_bar))
    open_bar (self, FALSE);
  else
    step (self, strcmp (name, "editor.find-next") == 0 ? 1 : -1);
}

static void
next_wanted (CareEditor *self)
{
  step (self, 1);
}

static void
replacement_activated (CareEditor *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "editor.replace", NULL);
}

/* The focus goes to what was found. */
static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareEditor *self = CARE_EDITOR (widget);

  gtk_revealer_set_reveal_child (self->find_bar, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->text_stack), GTK_DIR_TAB_FORWARD);
  if (self->element != NULL && !care_record_is (self->element, "box"))
    gtk_widget_grab_focus (GTK_WIDGET (self->prose));
}

/* The briefing has changed, or another one is open. */
void
care_editor_find_update (CareEditor *self)
{
  if (!gtk_revealer_get_reveal_child (self->find_bar))
    return;
  if (self->briefing == NULL)
    gtk_revealer_set_reveal_child (self->find_bar, FALSE);
  look_again (self);
  show_count (self);
}

/* For the class. */
void
care_editor_find_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CareEditor, find_bar);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, find_entry);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, find_count);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, replace_row);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, replace_entry);
  gtk_widget_class_bind_template_callback (widget_class, wanted_changed);
  gtk_widget_class_bind_template_callback (widget_class, next_wanted);
  gtk_widget_class_bind_template_callback (widget_class, replacement_activated);
  gtk_widget_class_install_action (widget_class, "editor.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "editor.find-replace", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "editor.find-next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "editor.find-previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "editor.find-close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "editor.replace", NULL, replace_action);
  gtk_widget_class_install_action (widget_class, "editor.replace-all", NULL, replace_all_action);
}

void
care_editor_find_init (CareEditor *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->finds = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_array_set_clear_func (self->finds, clear_hit);
  self->find_at = -1;
  enable_actions (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("editor.find-close")));
  gtk_widget_add_controller (GTK_WIDGET (self->find_bar), keys);
}
