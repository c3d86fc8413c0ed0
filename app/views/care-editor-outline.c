/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The outline of the editor: the briefing, its sections and its boxes, one of which
 * is selected. */

#include "care-editor-private.h"

#include "care-menu.h"
#include "care-words.h"

#include <glib/gi18n.h>

/* (transfer full) (nullable): what a box is, unless it is called so. */
static char *
describe_kind (CareRecord *box)
{
  g_autofree char *kind = care_record_format (box, "kind");
  g_autofree char *title = g_utf8_casefold (care_record_get_title (box), -1);
  g_autofree char *said = g_utf8_casefold (kind, -1);

  return g_str_equal (title, said) ? NULL : g_steal_pointer (&kind);
}

/* Of a box only where there may be so many; of what is too long also how much. */
static void
describe_words (CareEditor *self, CareRecord *element, CareListRow *row)
{
  guint n = care_editor_count_words (self, element);
  guint budget = care_editor_get_budget (self, element);

  if (care_record_is (element, "box"))
    row->subtitle = describe_kind (element);
  if (budget > 0)
    row->trailing = g_strdup_printf ("%u/%u", n, budget);
  else if (!care_record_is (element, "box"))
    row->trailing = g_strdup_printf ("%u", n);
  if (care_words_are_over (n, budget))
    row->badge = g_strdup_printf (_ ("%u over"), n - budget);
}

static void
describe_element (gpointer item, CareListRow *row, gpointer data)
{
  CareEditor *self = data;
  CareRecord *element = item;

  if (care_record_is (element, "briefing"))
    row->title = g_strdup (_ ("Title and Standfirst"));
  else
    row->title = g_strdup (care_record_get_title (element));
  describe_words (self, element, row);
}

static void
add_children (CareEditor *self, GPtrArray *elements, const char *kind)
{
  g_autoptr (GPtrArray) children
    = care_library_children (self->library, kind, "briefing", care_record_get_id (self->briefing));

  g_ptr_array_extend (elements, children, NULL, NULL);
}

static gboolean
shows (CareEditor *self, GPtrArray *elements)
{
  GListModel *model = G_LIST_MODEL (self->elements);
  gboolean same = g_list_model_get_n_items (model) == elements->len;

  for (guint i = 0; same && i < elements->len; i++)
    {
      g_autoptr (CareRecord) element = g_list_model_get_item (model, i);
      same = element == g_ptr_array_index (elements, i);
    }
  return same;
}

/* The briefing, its sections and its boxes, where they have come, gone or moved. */
void
care_editor_outline_update (CareEditor *self)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  if (self->briefing == NULL)
    return;
  g_ptr_array_add (elements, self->briefing);
  add_children (self, elements, "section");
  add_children (self, elements, "box");
  if (!shows (self, elements))
    g_list_store_splice (self->elements, 0, g_list_model_get_n_items (G_LIST_MODEL (self->elements)),
                         elements->pdata, elements->len);
  care_editor_arrange_update (self);
}

static void
element_selected (CareEditor *self, CareRecord *element)
{
  if (self->briefing == NULL || element == NULL)
    return;
  care_editor_text_show (self, element);
  care_editor_page_scroll_to (self, element);
}

/* Goes to where @element is written. */
void
care_editor_outline_enter (CareEditor *self, CareRecord *element)
{
  care_editor_text_show (self, element);
  care_editor_show_pane (self, self->text_pane);
  if (gtk_stack_get_visible_child (self->text_stack) == GTK_WIDGET (self->record_pane))
    care_record_pane_focus_title (self->record_pane);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->text_stack), GTK_DIR_TAB_FORWARD);
}

/* The focus must not stay with what can no longer be seen, nor with what is covered. */
static void
outline_revealed (CareEditor *self)
{
  gboolean is_shown = adw_flap_get_reveal_flap (self->flap);

  if (is_shown && adw_flap_get_folded (self->flap))
    gtk_widget_grab_focus (GTK_WIDGET (self->outline));
  else if (!is_shown && gtk_widget_get_focus_child (GTK_WIDGET (self->outline)) != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->text_stack), GTK_DIR_TAB_FORWARD);
}

static void
outline_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwFlap *flap = CARE_EDITOR (widget)->flap;

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

/**
 * care_editor_select:
 * @self: an editor
 * @kind: "briefing", "section" or "box"
 * @id: of one of the briefing open
 *
 * Selects an element in the outline and shows its text.
 */
void
care_editor_select (CareEditor *self, const char *kind, CareId id)
{
  CareRecord *element = care_library_lookup_now (kind, id, self->library);

  if (element == NULL || !g_list_store_find (self->elements, element, NULL))
    return;
  care_list_select (self->outline, element);
  care_editor_text_show (self, element);
}

/**
 * care_editor_rename:
 * @self: an editor with a briefing open
 *
 * Gives the focus to the name of what is selected, so that another can be typed.
 */
void
care_editor_rename (CareEditor *self)
{
  care_editor_outline_enter (self, self->element);
  if (gtk_stack_get_visible_child (self->text_stack) != GTK_WIDGET (self->record_pane))
    gtk_widget_grab_focus (GTK_WIDGET (self->heading));
}

/* What can be done with the row, at the point that was clicked. */
static void
menu_asked (CareEditor *self, GtkWidget *row, double x, double y)
{
  if (self->part_menu == NULL)
    {
      self->part_menu = care_menu_new (GTK_WIDGET (self));
      /* Before what is chosen, which may take the focus elsewhere. */
      g_signal_connect_swapped (self->part_menu, "closed", G_CALLBACK (gtk_widget_grab_focus), self->outline);
    }
  care_menu_open_at (self->part_menu, self->parts, row, x, y);
}

/* For the class: the callbacks of the template, and the action. */
void
care_editor_outline_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "editor.outline", NULL, outline_action);
  gtk_widget_class_bind_template_callback (widget_class, element_selected);
  gtk_widget_class_bind_template_callback (widget_class, care_editor_outline_enter);
  gtk_widget_class_bind_template_callback (widget_class, outline_revealed);
  gtk_widget_class_bind_template_callback (widget_class, menu_asked);
  gtk_widget_class_bind_template_callback (widget_class, care_editor_arrange_drop);
}

/* Only in the list: in a text they are those of the text. */
static void
add_keys (CareEditor *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_F2, 0, "part.rename" },
    { GDK_KEY_Delete, 0, "part.delete" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "part.duplicate" },
    { GDK_KEY_Up, GDK_ALT_MASK, "part.move-up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "part.move-down" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self->outline), controller);
}

void
care_editor_outline_init (CareEditor *self)
{
  care_list_set_describe (self->outline, describe_element, self, NULL);
  care_list_set_label (self->outline, _ ("Outline"));
  add_keys (self);
}
