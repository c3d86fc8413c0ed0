/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-merge-window.h"

#include "care-library-merge.h"
#include "care-merge-taken.h"
#include "care-notice.h"
#include "care-wait.h"
#include "care-wheel.h"

#include <glib/gi18n.h>
#include <string.h>

/* More of a value is not needed to tell one from the other. */
#define MAX_LINES 8

struct _CareMergeWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  CareNotice *notice;
  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *taken;
  GtkExpander *taken_expander;
  GtkScrolledWindow *taken_scroller;
  GtkListView *taken_list;
  GtkLabel *summary;
  GtkWidget *merge_button;
  AdwStatusPage *clear_page;
  AdwStatusPage *failed_page;
  CareMergeLibraries libraries;
  CareMerge *merge; /* NULL until the libraries have been compared */
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (CareMergeWindow, care_merge_window, ADW_TYPE_WINDOW)

/* "12 changes taken, 3 conflicts to decide" */
static char *
make_summary (CareMergeWindow *self)
{
  guint n_taken = care_merge_count_taken (self->merge);
  guint n_undecided = care_merge_count_undecided (self->merge);
  g_autofree char *taken = g_strdup_printf (ngettext ("%u change taken", "%u changes taken", n_taken), n_taken);

  return g_strdup_printf (ngettext ("%s, %u conflict to decide", "%s, %u conflicts to decide", n_undecided), taken,
                          n_undecided);
}

static void
update (CareMergeWindow *self)
{
  g_autofree char *summary = make_summary (self);
  guint n = care_merge_count_taken (self->merge) + care_merge_get_conflicts (self->merge)->len;

  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_sensitive (self->merge_button, n > 0 && care_merge_count_undecided (self->merge) == 0);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
choice_toggled (GtkCheckButton *button, CareMergeConflict *conflict)
{
  CareMergeWindow *self = CARE_MERGE_WINDOW (gtk_widget_get_root (GTK_WIDGET (button)));

  if (!gtk_check_button_get_active (button))
    return;
  conflict->choice = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "care-choice"));
  update (self);
}

static GtkWidget *
make_choice (CareMergeWindow *self, CareMergeConflict *conflict, CareMergeSide side)
{
  const CareMergePart *part = g_ptr_array_index (conflict->parts, 0);
  const char *whose = side == CARE_MERGE_MINE ? _ ("Mine") : _ ("Theirs");
  CareMergeChoice choice = side == CARE_MERGE_MINE ? CARE_MERGE_KEEP_MINE : CARE_MERGE_TAKE_THEIRS;
  g_autofree char *value = care_merge_part_describe (part, side, care_library_merge_lookup, &self->libraries);
  g_autofree char *name = care_merge_part_name (part, care_library_merge_lookup, &self->libraries);
  g_autofree char *label = g_strdup_printf ("%s: %s: %s", name, whose, value);
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_label (whose, "caption-heading"));
  gtk_box_append (GTK_BOX (box), make_label (value, NULL));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "care-choice", GINT_TO_POINTER (choice));
  g_signal_connect (button, "toggled", G_CALLBACK (choice_toggled), conflict);
  return button;
}

static void
append_choices (CareMergeWindow *self, GtkWidget *box, CareMergeConflict *conflict)
{
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *mine = make_choice (self, conflict, CARE_MERGE_MINE);
  GtkWidget *theirs = make_choice (self, conflict, CARE_MERGE_THEIRS);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (theirs), GTK_CHECK_BUTTON (mine));
  gtk_box_set_homogeneous (GTK_BOX (choices), TRUE);
  gtk_box_append (GTK_BOX (choices), mine);
  gtk_box_append (GTK_BOX (choices), theirs);
  gtk_box_append (GTK_BOX (box), choices);
}

static GtkWidget *
make_row (CareMergeWindow *self, CareMergeConflict *conflict)
{
  const CareMergePart *part = g_ptr_array_index (conflict->parts, 0);
  g_autofree char *name = care_merge_part_name (part, care_library_merge_lookup, &self->libraries);
  g_autofree char *base = care_merge_part_describe (part, CARE_MERGE_BASE, care_library_merge_lookup, &self->libraries);
  gboolean is_list = strchr (base, '\n') != NULL;
  g_autofree char *before = g_strdup_printf (is_list ? _ ("Before:\n%s") : _ ("Before: %s"), base);
  g_autofree char *others
    = care_merge_conflict_list_others (conflict, care_library_merge_lookup, &self->libraries);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "care-conflict");
  gtk_box_append (GTK_BOX (box), make_label (name, "heading"));
  gtk_box_append (GTK_BOX (box), make_label (before, "care-dim"));
  append_choices (self, box, conflict);
  if (others[0] != '\0')
    {
      g_autofree char *with = g_strdup_printf (_ ("Decided with it: %s"), others);
      gtk_box_append (GTK_BOX (box), make_label (with, "care-dim"));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  /* The choices in it are what the keyboard goes to. */
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static GtkWidget *
find_choices (GtkWidget *row)
{
  GtkWidget *child = gtk_widget_get_first_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));

  while (!GTK_IS_BOX (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Chooses in every row; what follows is as if a person had done so. */
static void
choose_all (CareMergeWindow *self, gboolean mine)
{
  GtkWidget *row;

  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *choices = find_choices (row);
      GtkWidget *button = mine ? gtk_widget_get_first_child (choices) : gtk_widget_get_last_child (choices);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
    }
}

static void
all_mine_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_all (CARE_MERGE_WINDOW (widget), TRUE);
}

static void
all_theirs_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_all (CARE_MERGE_WINDOW (widget), FALSE);
}

static void
merged (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareMergeWindow) self = data;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  /* It may have been closed meanwhile. */
  if (self->closed)
    return;
  if (sentence == NULL)
    {
      gtk_widget_set_sensitive (self->taken, TRUE);
      care_notice_show (self->notice, error->message, NULL);
      return;
    }
  name = care_library_merge_name (self->libraries.theirs);
  message = g_strdup_printf (_ ("Merged “%s”"), name);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.tell", "s", message);
  gtk_window_close (GTK_WINDOW (self));
}

static void
merge_now (GObject *object)
{
  CareMergeWindow *self = CARE_MERGE_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = care_library_merge_act (&self->libraries, self->merge, &error);

  if (act == NULL)
    {
      care_notice_show (self->notice, error->message, NULL);
      return;
    }
  /* To show more of it, the library would have to be read, and the disk waited for. */
  gtk_widget_set_sensitive (self->taken, FALSE);
  care_library_apply_async (self->libraries.mine, act, merged, g_object_ref (self));
}

static void
merge_clicked (GtkButton *button, CareMergeWindow *self)
{
  care_library_when_readable (self->libraries.mine, merge_now, G_OBJECT (self));
}

static void
make_taken_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = make_label (NULL, "care-taken");

  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
fill_taken_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *line = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (line));
}

static void
care_merge_window_dispose (GObject *object)
{
  CareMergeWindow *self = CARE_MERGE_WINDOW (object);

  self->closed = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_MERGE_WINDOW);
  g_clear_pointer (&self->merge, care_merge_free);
  g_clear_object (&self->libraries.mine);
  g_clear_object (&self->libraries.theirs);
  G_OBJECT_CLASS (care_merge_window_parent_class)->dispose (object);
}

static void
care_merge_window_class_init (CareMergeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_merge_window_dispose;
  g_type_ensure (CARE_TYPE_NOTICE);
  g_type_ensure (CARE_TYPE_WAIT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_install_action (widget_class, "merge.all-mine", NULL, all_mine_action);
  gtk_widget_class_install_action (widget_class, "merge.all-theirs", NULL, all_theirs_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-merge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CareMergeWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CareMergeWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, CareMergeWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CareMergeWindow, list);
  gtk_widget_class_bind_template_child (widget_class, CareMergeWindow, taken);
  gtk_widget_class_bind_template_child (widget_class, CareMergeWindow, taken_expander);
  gtk_widget_class_bind_template_child (widget_class, CareMergeWindow, taken_scroller);
  gtk_widget_class_bind_template_child (widget_class, CareMergeWindow, taken_list);
  gtk_widget_class_bind_template_child (widget_class, CareMergeWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, CareMergeWindow, merge_button);
  gtk_widget_class_bind_template_child (widget_class, CareMergeWindow, clear_page);
  gtk_widget_class_bind_template_child (widget_class, CareMergeWindow, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, merge_clicked);
  gtk_widget_class_bind_template_callback (widget_class, make_taken_row);
  gtk_widget_class_bind_template_callback (widget_class, fill_taken_row);
}

static void
care_merge_window_init (CareMergeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  care_wheel_add (self->taken_scroller);
}

static void
show_failure (CareMergeWindow *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_status_page_set_description (self->failed_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* With nothing else to look at, it is open and has the room. */
static void
show_taken (CareMergeWindow *self, gboolean is_all)
{
  CareMergeTaken *taken = care_merge_taken_new (&self->libraries, self->merge);
  gboolean is_any = g_list_model_get_n_items (G_LIST_MODEL (taken)) > 0;
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (taken));

  gtk_list_view_set_model (self->taken_list, GTK_SELECTION_MODEL (model));
  gtk_widget_set_visible (self->taken, is_any);
  gtk_expander_set_expanded (self->taken_expander, is_all);
  gtk_widget_set_vexpand (GTK_WIDGET (self->taken_scroller), is_all);
}

static void
show_merge (CareMergeWindow *self)
{
  GPtrArray *conflicts = care_merge_get_conflicts (self->merge);

  for (guint i = 0; i < conflicts->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (conflicts, i)));
  update (self);
  show_taken (self, conflicts->len == 0);
  if (conflicts->len == 0)
    adw_status_page_set_description (self->clear_page, gtk_label_get_text (self->summary));
  gtk_stack_set_visible_child_name (self->stack, conflicts->len > 0 ? "conflicts" : "clear");
  if (conflicts->len == 0 || !gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->merge_button);
}

static void
planned (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareMergeWindow) self = data;
  g_autoptr (GError) error = NULL;
  CareMergeLibraries libraries = { 0 };
  g_autoptr (CareMerge) merge = care_library_merge_plan_finish (result, &libraries, &error);

  /* It may have been closed meanwhile. */
  if (self->closed)
    {
      g_clear_object (&libraries.mine);
      g_clear_object (&libraries.theirs);
      return;
    }
  self->merge = g_steal_pointer (&merge);
  self->libraries = libraries;
  if (self->merge == NULL)
    show_failure (self, error->message);
  else
    show_merge (self);
}

/**
 * care_merge_window_new:
 * @parent: the window that it belongs to
 * @mine: the library that is to be changed
 * @path: the library that is to be brought in
 *
 * Returns: (transfer none): a window in which conflicts are decided, once the
 *   libraries have been compared; GTK holds it until it is closed.
 */
GtkWidget *
care_merge_window_new (GtkWindow *parent, CareLibrary *mine, const char *path)
{
  CareMergeWindow *self = g_object_new (CARE_TYPE_MERGE_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  g_autofree char *name = g_filename_display_basename (path);

  adw_window_title_set_subtitle (self->title, name);
  care_library_merge_plan_async (mine, path, planned, g_object_ref (self));
  return GTK_WIDGET (self);
}
