/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-duplicates-window.h"

#include "care-compare.h"
#include "care-describe.h"
#include "care-duplicate-plan.h"
#include "care-radio.h"
#include "care-tell.h"
#include "care-wait.h"

#include <glib/gi18n.h>

/* Nobody looks through more at once; the rest comes after these. */
#define MAX_PAIRS 100

struct _CareDuplicatesWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkStack *stack; /* wait, empty, list */
  AdwStatusPage *empty;
  GtkBox *groups;
  GtkButton *merge;

  CareLibrary *library;
  GCancellable *looking;
  GArray *found;     /* of CareDuplicate, once it has been looked */
  GPtrArray *choices; /* of CareRadio: for each pair to keep the one, the other, both */
};

G_DEFINE_FINAL_TYPE (CareDuplicatesWindow, care_duplicates_window, ADW_TYPE_WINDOW)

typedef enum
{
  CHOICE_FIRST,
  CHOICE_SECOND,
  CHOICE_BOTH,
  N_CHOICES
} Choice;

static gboolean
is_chosen (CareDuplicatesWindow *self, guint pair, Choice choice)
{
  return gtk_check_button_get_active (g_ptr_array_index (self->choices, pair * N_CHOICES + choice));
}

/* (transfer full): the pairs that are to be merged, as they are chosen. */
static GArray *
list_chosen (CareDuplicatesWindow *self)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (CareDuplicate));

  for (guint i = 0; i < self->choices->len / N_CHOICES; i++)
    {
      CareDuplicate pair = g_array_index (self->found, CareDuplicate, i);

      if (is_chosen (self, i, CHOICE_SECOND))
        pair = (CareDuplicate) { pair.other, pair.keep, pair.same_link };
      if (!is_chosen (self, i, CHOICE_BOTH))
        g_array_append_val (chosen, pair);
    }
  return chosen;
}

static void
choice_toggled (CareDuplicatesWindow *self)
{
  g_autoptr (GArray) chosen = list_chosen (self);
  g_autofree char *label
    = g_strdup_printf (ngettext ("Merge %u Pair", "Merge %u Pairs", chosen->len), chosen->len);

  gtk_button_set_label (self->merge, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->merge), chosen->len > 0);
}

static void
merged (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) parent = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);

  if (sentence != NULL)
    care_tell_done (parent, _ ("The sources are merged"));
  else if (care_library_get_trouble (CARE_LIBRARY (library)) == NULL)
    care_tell_refused (parent, _ ("Nothing Was Merged"), error);
}

static void
merge_clicked (CareDuplicatesWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GArray) chosen = list_chosen (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = care_duplicate_plan_merge (self->library, chosen, &error);

  if (act == NULL)
    {
      care_tell_refused (GTK_WINDOW (self), _ ("Nothing Was Merged"), error);
      return;
    }
  care_library_apply_async (self->library, act, merged, g_object_ref (parent));
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_choice (CareDuplicatesWindow *self, GtkWidget *card, guint pair, const char *title, const char *meaning)
{
  GtkWidget *radio = care_radio_new (title, meaning);
  guint index = self->choices->len;

  if (index > pair * N_CHOICES)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (radio), g_ptr_array_index (self->choices, pair * N_CHOICES));
  g_ptr_array_add (self->choices, radio);
  g_signal_connect_object (radio, "toggled", G_CALLBACK (choice_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (card), radio);
}

static void
add_source (CareDuplicatesWindow *self, GtkWidget *card, guint pair, CareRecord *source)
{
  g_autofree char *title = g_strdup_printf (_ ("Keep “%s”"), care_record_get_title (source));
  g_autofree char *detail = care_describe_detail (self->library, source, NULL);
  g_autoptr (GPtrArray) users = care_library_users (self->library, source);
  g_autofree char *used = users->len == 0 ? g_strdup (_ ("not used"))
                                          : g_strdup_printf (ngettext ("used %u time", "used %u times", users->len), users->len);
  g_autofree char *meaning = g_strdup_printf ("%s · %s", detail, used);

  add_choice (self, card, pair, title, meaning);
}

/* A line for each field: "Link: none → https://…". */
static char *
describe_differences (CareDuplicatesWindow *self, CareRecord *keep, CareRecord *other)
{
  const CareKind *kind = care_record_get_kind (keep);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *first = care_record_get_at (keep, i);
      const char *second = care_record_get_at (other, i);
      g_autofree char *before = care_value_describe (&kind->fields[i], first, care_library_lookup, self->library);
      g_autofree char *after = care_value_describe (&kind->fields[i], second, care_library_lookup, self->library);
      g_autofree char *before_part = care_value_excerpt (before, after);
      g_autofree char *after_part = care_value_excerpt (after, before);

      if (g_strcmp0 (first, second) != 0)
        g_string_append_printf (lines, "%s%s: %s → %s", lines->len > 0 ? "\n" : "", _ (kind->fields[i].label), before_part,
                                after_part);
    }
  return g_string_free (lines, FALSE);
}

/* What they have in common, and below it what differs. */
static GtkWidget *
make_card (GtkWidget *group, const char *title, const char *differences)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  g_autofree char *markup = g_markup_escape_text (differences, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, differences, -1);
  gtk_widget_add_css_class (card, "card");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), card);
  return card;
}

static void
add_pair (CareDuplicatesWindow *self, guint index)
{
  const CareDuplicate *pair = &g_array_index (self->found, CareDuplicate, index);
  CareRecord *keep = care_library_find (self->library, "source", pair->keep);
  CareRecord *other = care_library_find (self->library, "source", pair->other);
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *lines = describe_differences (self, keep, other);
  GtkWidget *card
    = make_card (group, pair->same_link ? _ ("The Same Link") : _ ("The Same Title, Year and Maker"), lines);

  add_source (self, card, index, keep);
  add_source (self, card, index, other);
  add_choice (self, card, index, _ ("Keep Both"), _ ("They are not merged."));
  gtk_check_button_set_active (g_ptr_array_index (self->choices, index * N_CHOICES), TRUE);
  gtk_box_append (self->groups, group);
}

static void
fill (CareDuplicatesWindow *self)
{
  guint n_shown = MIN (self->found->len, MAX_PAIRS);
  g_autofree char *count
    = g_strdup_printf (ngettext ("%'u pair", "%'u pairs", self->found->len), self->found->len);
  g_autofree char *part = g_strdup_printf (_ ("%u of %s"), n_shown, count);

  for (guint i = 0; i < n_shown; i++)
    add_pair (self, i);
  gtk_stack_set_visible_child_name (self->stack, n_shown > 0 ? "list" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->merge), n_shown > 0);
  if (n_shown > 0)
    adw_window_title_set_subtitle (self->title, n_shown < self->found->len ? part : count);
  choice_toggled (self);
  gtk_widget_child_focus (GTK_WIDGET (self->groups), GTK_DIR_TAB_FORWARD);
}

/* Since it was looked one may have been deleted. */
static void
show_found (GObject *object)
{
  CareDuplicatesWindow *self = CARE_DUPLICATES_WINDOW (object);

  if (self->library == NULL)
    return;
  for (guint i = self->found->len; i > 0; i--)
    {
      const CareDuplicate *pair = &g_array_index (self->found, CareDuplicate, i - 1);

      if (i <= MAX_PAIRS && (care_library_find (self->library, "source", pair->keep) == NULL
                             || care_library_find (self->library, "source", pair->other) == NULL))
        g_array_remove_index (self->found, i - 1);
    }
  fill (self);
}

static void
looked (GObject *source, GAsyncResult *result, gpointer data)
{
  CareDuplicatesWindow *self = CARE_DUPLICATES_WINDOW (source);
  g_autoptr (GError) error = NULL;

  self->found = g_task_propagate_pointer (G_TASK (result), &error);
  /* Closed meanwhile. */
  if (self->library == NULL)
    return;
  if (self->found != NULL)
    {
      care_library_when_readable (self->library, show_found, G_OBJECT (self));
      return;
    }
  adw_status_page_set_title (self->empty, _ ("Duplicates Cannot Be Looked For"));
  adw_status_page_set_description (self->empty, error->message);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GArray *found = care_duplicate_plan_find (data, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static void
look (CareDuplicatesWindow *self)
{
  g_autoptr (GTask) task = NULL;

  self->looking = g_cancellable_new ();
  task = g_task_new (self, self->looking, looked, NULL);
  g_task_set_task_data (task, g_object_ref (self->library), g_object_unref);
  g_task_run_in_thread (task, look_in_thread);
}

static void
care_duplicates_window_dispose (GObject *object)
{
  CareDuplicatesWindow *self = CARE_DUPLICATES_WINDOW (object);

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (object), CARE_TYPE_DUPLICATES_WINDOW);
  G_OBJECT_CLASS (care_duplicates_window_parent_class)->dispose (object);
}

static void
care_duplicates_window_finalize (GObject *object)
{
  g_clear_pointer (&CARE_DUPLICATES_WINDOW (object)->found, g_array_unref);
  g_ptr_array_unref (CARE_DUPLICATES_WINDOW (object)->choices);
  G_OBJECT_CLASS (care_duplicates_window_parent_class)->finalize (object);
}

static void
care_duplicates_window_class_init (CareDuplicatesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_duplicates_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_duplicates_window_finalize;
  g_type_ensure (CARE_TYPE_WAIT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-duplicates-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CareDuplicatesWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CareDuplicatesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CareDuplicatesWindow, empty);
  gtk_widget_class_bind_template_child (widget_class, CareDuplicatesWindow, groups);
  gtk_widget_class_bind_template_child (widget_class, CareDuplicatesWindow, merge);
  gtk_widget_class_bind_template_callback (widget_class, merge_clicked);
}

static void
care_duplicates_window_init (CareDuplicatesWindow *self)
{
  self->choices = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_duplicates_window_new:
 * @parent: the window that it belongs to, which is told what comes of it
 * @library: a library that can be written
 *
 * Returns: (transfer none): a window that looks for what seems to be one source, in a thread,
 *   and lists it; GTK holds it until it is closed, which ends the looking.
 */
GtkWidget *
care_duplicates_window_new (GtkWindow *parent, CareLibrary *library)
{
  CareDuplicatesWindow *self
    = g_object_new (CARE_TYPE_DUPLICATES_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->library = g_object_ref (library);
  look (self);
  return GTK_WIDGET (self);
}
