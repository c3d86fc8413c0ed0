/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the pane: what must be fixed, what to look at, what is kept and which
 * checks are passed, each group with a heading that counts it. */

#include "care-checks-pane-private.h"

#include <glib/gi18n.h>

typedef enum
{
  GROUP_MUST_FIX,
  GROUP_LOOK_AT,
  GROUP_KEPT,
  GROUP_PASSED,
} Group;

static const struct
{
  const char *heading;
  const char *icon;
} groups[] = {
  { N_("Must Fix Before Export"), "dialog-warning-symbolic" },
  { N_("Look At"), "dialog-information-symbolic" },
  { N_("Kept"), "view-pin-symbolic" },
  { N_("Passed"), "object-select-symbolic" },
};

static Group
get_group (const CareFinding *finding)
{
  if (finding->exception != NULL)
    return GROUP_KEPT;
  return finding->check->level == CARE_CHECK_MUST_FIX ? GROUP_MUST_FIX : GROUP_LOOK_AT;
}

/* What @row tells of; NULL of a check that is passed. */
CareFinding *
care_checks_pane_row_get_finding (GtkListBoxRow *row)
{
  return row == NULL ? NULL : g_object_get_data (G_OBJECT (row), "care-finding");
}

static Group
row_group (GtkListBoxRow *row)
{
  return (Group) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "care-group"));
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_row (CareChecksPane *self, Group group, const char *title, const char *subtitle, CareFinding *finding)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name (groups[group].icon);
  g_autofree char *name = g_strjoin (", ", _ (groups[group].heading), title, subtitle, NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (words), make_label (title, NULL));
  if (subtitle != NULL)
    gtk_box_append (GTK_BOX (words), make_label (subtitle, "caption"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "care-check");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), finding != NULL);
  g_object_set_data (G_OBJECT (row), "care-group", GINT_TO_POINTER (group));
  g_object_set_data (G_OBJECT (row), "care-finding", finding);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

static guint
count_group (CareChecksPane *self, Group group)
{
  GtkListBoxRow *row;
  guint n = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    n += row_group (row) == group ? 1 : 0;
  return n;
}

static void
add_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  CareChecksPane *self = data;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (before != NULL && row_group (before) == row_group (row))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  text = g_strdup_printf (_ ("%s (%u)"), _ (groups[row_group (row)].heading), count_group (self, row_group (row)));
  label = make_label (text, "heading");
  gtk_widget_add_css_class (label, "care-check");
  gtk_list_box_row_set_header (row, label);
}

static char *
describe_place (const CareFinding *finding)
{
  g_autofree char *place = care_finding_describe_place (finding);
  const char *author;

  if (finding->exception == NULL)
    return g_steal_pointer (&place);
  author = care_record_get (finding->exception, "author");
  if (author == NULL)
    return g_strdup_printf (_ ("%s · kept because: %s"), place, care_record_get_title (finding->exception));
  return g_strdup_printf (_ ("%s · kept by %s because: %s"), place, author, care_record_get_title (finding->exception));
}

static void
add_findings (CareChecksPane *self, Group group)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      CareFinding *finding = g_ptr_array_index (self->findings, i);
      g_autofree char *place = get_group (finding) == group ? describe_place (finding) : NULL;

      if (place != NULL)
        add_row (self, group, finding->sentence, place, finding);
    }
}

static void
add_passed (CareChecksPane *self)
{
  guint n_checks;
  const CareCheck *checks = care_checks_list (&n_checks);

  for (guint i = 0; i < n_checks; i++)
    if (care_findings_passes (self->findings, &checks[i]))
      add_row (self, GROUP_PASSED, _ (checks[i].title), NULL, NULL);
}

static void
select_place (CareChecksPane *self, const char *check, const char *place)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      CareFinding *finding = care_checks_pane_row_get_finding (row);

      if (finding != NULL && g_strcmp0 (finding->check->id, check) == 0 && g_strcmp0 (finding->place, place) == 0)
        gtk_list_box_select_row (self->list, row);
    }
}

/* Shows what was found, with the same problem selected. The focus stays in the list. */
void
care_checks_pane_list_show (CareChecksPane *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  GtkListBoxRow *row;
  g_autofree char *check = g_strdup (self->selected_check);
  g_autofree char *place = g_strdup (self->selected_place);

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (Group group = GROUP_MUST_FIX; self->findings != NULL && group < GROUP_PASSED; group++)
    add_findings (self, group);
  if (self->findings != NULL)
    add_passed (self);
  gtk_list_box_invalidate_headers (self->list);
  select_place (self, check, place);
  row = gtk_list_box_get_selected_row (self->list);
  if (focused)
    gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
}

/* In GTK 4.8 Tab goes to the next row of a list; here it leaves. */
static gboolean
leave (GtkWidget *list, GVariant *direction, gpointer data)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (list));

  gtk_widget_set_can_focus (list, FALSE);
  gtk_widget_child_focus (root, (GtkDirectionType) g_variant_get_int32 (direction));
  gtk_widget_set_can_focus (list, TRUE);
  return TRUE;
}

static void
add_leaving_key (GtkShortcutController *controller, GdkModifierType modifiers, guint key, GtkDirectionType direction)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_callback_action_new (leave, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (direction));
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

/* Prepares the list. */
void
care_checks_pane_list_init (CareChecksPane *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_leaving_key (GTK_SHORTCUT_CONTROLLER (controller), 0, GDK_KEY_Tab, GTK_DIR_TAB_FORWARD);
  add_leaving_key (GTK_SHORTCUT_CONTROLLER (controller), GDK_SHIFT_MASK, GDK_KEY_Tab, GTK_DIR_TAB_BACKWARD);
  add_leaving_key (GTK_SHORTCUT_CONTROLLER (controller), GDK_SHIFT_MASK, GDK_KEY_ISO_Left_Tab, GTK_DIR_TAB_BACKWARD);
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
  gtk_list_box_set_header_func (self->list, add_heading, self, NULL);
}
