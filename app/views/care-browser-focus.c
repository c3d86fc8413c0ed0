/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the keys of a view go, and the way back. */

#include "care-browser-private.h"

#include "care-adaptive.h"

/* A view with nothing in it is not waited for longer. */
#define FRAMES_TO_FOCUS 4

/* On the button that opens the record, or the way back: not on the one that deletes, as a
 * person may press Enter twice. */
gboolean
care_browser_focus_detail (CareBrowser *self)
{
  return (gtk_widget_get_visible (GTK_WIDGET (self->open)) && gtk_widget_grab_focus (GTK_WIDGET (self->open)))
         || gtk_widget_grab_focus (self->back);
}

/* Whether what is chosen from has the focus. */
gboolean
care_browser_has_focus (CareBrowser *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));
}

/* What had the focus when the view was left has got it again from GTK: to be asked once more,
 * it would go on to the next stop. It may no longer be seen. */
static gboolean
focus_now (CareBrowser *self)
{
  gboolean detail = care_split_get_showing_detail (CARE_SPLIT (self->split));
  GtkWidget *place = detail ? self->detail : gtk_stack_get_visible_child (self->stack);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_is_ancestor (focus, place))
    return TRUE;
  /* A cell that was typed in is none any more: from there it would go on, too. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, place))
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  return detail ? care_browser_focus_detail (self) : gtk_widget_child_focus (place, GTK_DIR_TAB_FORWARD);
}

static gboolean
is_asked (CareBrowser *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

static gboolean
focus_in_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CareBrowser *self = CARE_BROWSER (widget);
  gboolean asked = is_asked (self);

  /* Something else has been wanted meanwhile. */
  if (self->frames_to_focus == 0)
    return G_SOURCE_REMOVE;
  /* A person may have gone on meanwhile. */
  self->frames_to_focus = asked ? 0 : self->frames_to_focus - 1;
  return !asked && !focus_now (self) && self->frames_to_focus > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * care_browser_focus:
 * @self: a browser
 *
 * Gives the focus to what is chosen from, or to the detail where that alone is
 * shown. A picture that was never shown before has nothing to take it until it
 * has been laid out, in the next frame.
 */
void
care_browser_focus (CareBrowser *self)
{
  gboolean waits = self->frames_to_focus > 0;

  self->frames_to_focus = focus_now (self) ? 0 : FRAMES_TO_FOCUS;
  if (self->frames_to_focus == 0)
    return;
  if (!waits)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_in_frame, NULL, NULL);
}

/**
 * care_browser_focus_title:
 * @self: a browser
 *
 * Gives the focus to what the record beside the list is called.
 */
void
care_browser_focus_title (CareBrowser *self)
{
  care_browser_focus_field (self, NULL);
}

/**
 * care_browser_focus_field:
 * @self: a browser
 * @field: (nullable): a field of the record beside the list
 *
 * Gives the focus to @field, or to what the record is called where that has no row.
 */
void
care_browser_focus_field (CareBrowser *self, const char *field)
{
  self->frames_to_focus = 0;
  care_record_pane_focus_field (self->pane, field);
}

/**
 * care_browser_find:
 * @self: a browser
 *
 * Lets a person find records by their words.
 */
void
care_browser_find (CareBrowser *self)
{
  self->frames_to_focus = 0;
  care_split_show_list (CARE_SPLIT (self->split));
  care_find_bar_open (self->find);
}

/**
 * care_browser_back:
 * @self: a browser
 *
 * Goes back to the record before, or from the detail to the list where only one
 * of them is shown.
 *
 * Returns: whether there was anything to go back to.
 */
gboolean
care_browser_back (CareBrowser *self)
{
  CareSplit *split = CARE_SPLIT (self->split);

  if (care_record_pane_back (self->pane))
    return TRUE;
  if (!care_split_get_folded (split) || !care_split_get_showing_detail (split))
    return FALSE;
  care_split_show_list (split);
  return TRUE;
}
