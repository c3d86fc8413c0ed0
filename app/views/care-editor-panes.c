/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text, and what stands beside it: the page, what checks find, notes. */

#include "care-editor-private.h"

#include "care-switcher-keys.h"

/* The outline stands beside the text, or where there is little room over it. */
void
care_editor_show_pane (CareEditor *self, GtkWidget *pane)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  adw_leaflet_set_visible_child (self->panes, pane);
}

static void
page_picked (CareEditor *self, const CareKind *kind, CareId id, int offset)
{
  care_editor_select (self, kind->name, id);
  care_editor_show_pane (self, self->text_pane);
  /* It may be there no more. */
  if (self->element == NULL || care_record_get_kind (self->element) != kind || care_record_get_id (self->element) != id)
    return;
  if (offset >= 0)
    care_editor_text_go_to (self, (gsize) offset);
  else if (!care_record_is (self->element, "briefing"))
    care_editor_rename (self);
}

static GtkToggleButton *
get_side_toggle (CareEditor *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->side_stack);

  if (shown == GTK_WIDGET (self->notes))
    return self->notes_toggle;
  return shown == GTK_WIDGET (self->checks) ? self->checks_toggle : self->page_toggle;
}

/* Narrow: one pane at a time, chosen at the foot of the window. */
static void
panes_changed (CareEditor *self)
{
  gboolean folded = adw_leaflet_get_folded (self->panes);
  gboolean side = adw_leaflet_get_visible_child (self->panes) == self->page_pane;

  gtk_widget_set_visible (self->pane_switch, folded);
  gtk_widget_set_visible (self->side_switch, !folded);
  gtk_toggle_button_set_active (side ? get_side_toggle (self) : self->write_toggle, TRUE);
}

static void
pane_toggled (CareEditor *self)
{
  const char *side = gtk_toggle_button_get_active (self->page_toggle)     ? "page"
                     : gtk_toggle_button_get_active (self->checks_toggle) ? "checks"
                     : gtk_toggle_button_get_active (self->notes_toggle)  ? "notes"
                                                                          : NULL;

  if (side != NULL)
    gtk_stack_set_visible_child_name (self->side_stack, side);
  care_editor_show_pane (self, side != NULL ? self->page_pane : self->text_pane);
}

/* What the template calls. */
void
care_editor_panes_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CareEditor, panes);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, text_pane);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, page_pane);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, pane_switch);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, write_toggle);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, page_toggle);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, checks_toggle);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, side_stack);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, side_switch);
  gtk_widget_class_bind_template_callback (widget_class, page_picked);
  gtk_widget_class_bind_template_callback (widget_class, panes_changed);
  gtk_widget_class_bind_template_callback (widget_class, pane_toggled);
}

/* Where text is large, rather than be wider than a small window. How many checks there are
 * is what is looked for: that goes below the word. */
static void
let_wrap (GtkToggleButton *button)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

void
care_editor_panes_init (CareEditor *self)
{
  GtkToggleButton *const toggles[] = { self->write_toggle, self->page_toggle, self->checks_toggle, self->notes_toggle };

  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    let_wrap (toggles[i]);
  care_switcher_bind_keys (GTK_STACK_SWITCHER (self->side_switch));
}
