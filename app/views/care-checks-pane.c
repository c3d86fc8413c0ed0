/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-checks-pane-private.h"

#include "care-wrap-layout.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (CareChecksPane, care_checks_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_TITLE = 1,
  N_PROPERTIES
};

enum
{
  SIGNAL_GO,
  SIGNAL_MEND,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/**
 * care_checks_pane_get_selected:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the problem that is selected, until it is looked
 *   again.
 */
CareFinding *
care_checks_pane_get_selected (CareChecksPane *self)
{
  return care_checks_pane_row_get_finding (gtk_list_box_get_selected_row (self->list));
}

static void
update_actions (CareChecksPane *self)
{
  const CareFinding *finding = care_checks_pane_get_selected (self);
  const char *label = finding == NULL ? NULL : finding->mend;
  gboolean is_kept = finding != NULL && finding->exception != NULL;
  gboolean writable = self->library != NULL && care_library_is_writable (self->library);

  gtk_widget_set_sensitive (self->go, finding != NULL);
  gtk_widget_set_visible (self->mend, label != NULL && !is_kept);
  gtk_label_set_text (self->mend_label, label == NULL ? "" : label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mend), GTK_ACCESSIBLE_PROPERTY_LABEL, label == NULL ? "" : label, -1);
  gtk_widget_set_sensitive (self->mend, writable);
  gtk_widget_set_visible (GTK_WIDGET (self->keep), !is_kept);
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep), finding != NULL && writable);
  gtk_widget_set_visible (self->again, is_kept);
  gtk_widget_set_sensitive (self->again, writable);
}

static void
row_selected (CareChecksPane *self)
{
  const CareFinding *finding = care_checks_pane_get_selected (self);

  if (finding != NULL && finding->exception == NULL)
    self->step_from = gtk_list_box_row_get_index (gtk_list_box_get_selected_row (self->list));
  if (finding != NULL)
    {
      g_free (self->selected_place);
      self->selected_place = g_strdup (finding->place);
      self->selected_check = finding->check->id;
    }
  update_actions (self);
}

static void
show_counts (CareChecksPane *self)
{
  guint must = self->findings == NULL ? 0 : care_findings_count (self->findings, CARE_CHECK_MUST_FIX);
  guint look = self->findings == NULL ? 0 : care_findings_count (self->findings, CARE_CHECK_LOOK_AT);
  g_autofree char *first = must == 0 ? g_strdup (_ ("Nothing must be fixed"))
                                     : g_strdup_printf (ngettext ("%u must be fixed", "%u must be fixed", must), must);
  g_autofree char *second = g_strdup_printf (_ ("%u to look at"), look);
  g_autofree char *both = g_strdup_printf ("%s · %s", first, second);

  gtk_label_set_text (self->summary, self->findings == NULL ? _ ("Checking…") : both);
  g_free (self->title);
  self->title = must + look == 0 ? g_strdup (_ ("Checks")) : g_strdup_printf (_ ("Checks %u"), must + look);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/* Shows what was found last. */
void
care_checks_pane_show_findings (CareChecksPane *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  GtkListBoxRow *row;

  care_checks_pane_list_show (self);
  show_counts (self);
  update_actions (self);
  /* The button that was pressed may be hidden by now. */
  row = gtk_list_box_get_selected_row (self->list);
  if (focused && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
}

/**
 * care_checks_pane_close:
 * @self: a pane
 *
 * Shows nothing.
 */
void
care_checks_pane_close (CareChecksPane *self)
{
  care_checks_pane_keep_reason (self);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  care_checks_pane_stop (self);
  g_clear_object (&self->briefing);
  g_clear_object (&self->library);
  g_clear_pointer (&self->selected_place, g_free);
  g_clear_pointer (&self->forgetting, care_act_unref);
  self->step_from = 0;
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  if (self->list != NULL)
    care_checks_pane_show_findings (self);
}

/**
 * care_checks_pane_open:
 * @self: a pane
 * @library: where the briefing is kept
 * @briefing: a briefing
 *
 * Looks at @briefing, and again after each change of the library.
 */
void
care_checks_pane_open (CareChecksPane *self, CareLibrary *library, CareRecord *briefing)
{
  care_checks_pane_close (self);
  self->library = g_object_ref (library);
  self->briefing = g_object_ref (briefing);
  g_signal_connect_object (library, "applied", G_CALLBACK (care_checks_pane_queue), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "removed", G_CALLBACK (care_checks_pane_queue), self, G_CONNECT_SWAPPED);
  care_checks_pane_queue (self);
}

static void
go (CareChecksPane *self)
{
  CareFinding *finding = care_checks_pane_get_selected (self);

  if (finding != NULL)
    g_signal_emit (self, signals[SIGNAL_GO], 0, finding);
}

static void
mend (CareChecksPane *self)
{
  CareFinding *finding = care_checks_pane_get_selected (self);

  if (finding != NULL)
    g_signal_emit (self, signals[SIGNAL_MEND], 0, finding);
}

static gboolean
stands (GtkListBoxRow *row)
{
  const CareFinding *finding = care_checks_pane_row_get_finding (row);

  return finding != NULL && finding->exception == NULL;
}

/**
 * care_checks_pane_step:
 * @self: a pane
 * @step: 1 for the next problem, -1 for the one before
 *
 * Goes to another problem; after the last comes the first.
 *
 * Returns: whether there is one.
 */
gboolean
care_checks_pane_step (CareChecksPane *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  /* What was mended or kept has left its place to the one after it. */
  int at = stands (row) ? gtk_list_box_row_get_index (row) + step : self->step_from - (step < 0 ? 1 : 0);
  int last = -1;

  /* Those that stand come first. */
  while (stands (gtk_list_box_get_row_at_index (self->list, last + 1)))
    last++;
  if (last < 0)
    return FALSE;
  row = gtk_list_box_get_row_at_index (self->list, at > last ? 0 : at < 0 ? last : at);
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row)); /* so that it is in sight */
  go (self);
  return TRUE;
}

static void
care_checks_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    g_value_set_string (value, CARE_CHECKS_PANE (object)->title);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
care_checks_pane_dispose (GObject *object)
{
  CareChecksPane *self = CARE_CHECKS_PANE (object);

  care_checks_pane_keep_reason (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_CHECKS_PANE);
  care_checks_pane_close (self);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (care_checks_pane_parent_class)->dispose (object);
}

static void
care_checks_pane_class_init (CareChecksPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CARE_TYPE_WRAP_LAYOUT);
  G_OBJECT_CLASS (klass)->dispose = care_checks_pane_dispose;
  G_OBJECT_CLASS (klass)->get_property = care_checks_pane_get_property;
  properties[PROP_TITLE]
    = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);

  /**
   * CareChecksPane::go:
   * @finding: a #CareFinding
   *
   * Where it is, is to be shown.
   */
  signals[SIGNAL_GO] = g_signal_new ("go", CARE_TYPE_CHECKS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                     G_TYPE_POINTER);
  /**
   * CareChecksPane::mend:
   * @finding: a #CareFinding
   *
   * It is to be mended, or what mends it is to be opened.
   */
  signals[SIGNAL_MEND] = g_signal_new ("mend", CARE_TYPE_CHECKS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       1, G_TYPE_POINTER);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-checks-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CareChecksPane, content);
  gtk_widget_class_bind_template_child (widget_class, CareChecksPane, summary);
  gtk_widget_class_bind_template_child (widget_class, CareChecksPane, list);
  gtk_widget_class_bind_template_child (widget_class, CareChecksPane, go);
  gtk_widget_class_bind_template_child (widget_class, CareChecksPane, mend);
  gtk_widget_class_bind_template_child (widget_class, CareChecksPane, mend_label);
  gtk_widget_class_bind_template_child (widget_class, CareChecksPane, keep);
  gtk_widget_class_bind_template_child (widget_class, CareChecksPane, again);
  gtk_widget_class_bind_template_callback (widget_class, row_selected);
  gtk_widget_class_bind_template_callback (widget_class, go);
  gtk_widget_class_bind_template_callback (widget_class, mend);
  care_checks_pane_keep_bind (widget_class);
}

static void
care_checks_pane_init (CareChecksPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  care_checks_pane_list_init (self);
  care_checks_pane_keep_init (self);
  show_counts (self);
  update_actions (self);
}
