/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-figure-panel.h"

#include "care-calculation-words.h"
#include "care-disagreement.h"
#include "care-explain-dialog.h"
#include "care-panel.h"
#include "care-record-pane-private.h"

#include <glib/gi18n.h>

/* How far a part is moved in from what it is part of, in pixels. */
#define INDENT 18

/* Beyond that it says no more, and there is little room. */
#define MAX_INDENT 4

/* More figures of a fund than are read in a panel. */
#define MAX_SUMS 100

static GPtrArray *
list (const char *kind, const char *field, CareId id, gpointer library)
{
  return care_library_children (library, kind, field, id);
}

/* "£3.8 billion · Better Care Fund: announced minimum" */
static char *
name_figure (CarePanel *self, CareRecord *figure, const CareQuantity *value)
{
  g_autofree char *words = value == NULL ? g_strdup (_ ("no value recorded")) : care_quantity_format (value, self->pane->numbers);

  return g_strdup_printf (_ ("%s · %s"), words, care_record_get_title (figure));
}

static GtkWidget *
add_row (CarePanel *self, GtkWidget *group, CareRecord *target, const char *title, const char *subtitle)
{
  GtkWidget *row = care_panel_make_row (target, title, subtitle);

  g_signal_connect (row, "activated", G_CALLBACK (care_panel_open_target), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
indent (GtkWidget *row, guint depth)
{
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (space, INDENT * (int) MIN (depth, MAX_INDENT), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), space);
}

/* What @node says, and of what it is a part: the eye sees that by where it stands. */
static char *
describe_node (CarePanel *self, const CareFundNode *node, const CareFundNode *whole)
{
  g_autofree char *parts = care_fund_node_say (node, self->pane->numbers);
  GString *text = g_string_new (NULL);

  if (node->is_restated)
    g_string_append (text, _ ("Named once more, and counted once"));
  else if (node->is_other_value)
    g_string_append (text, _ ("Another value for a part that is counted already"));
  else if (whole != NULL)
    g_string_append_printf (text, _ ("Part of “%s”"), care_record_get_title (whole->figure));
  if (*parts != '\0')
    g_string_append_printf (text, text->len == 0 ? "%s" : "\n%s", parts);
  return g_string_free (text, FALSE);
}

/* (nullable): the node that the one at @index is part of. */
static const CareFundNode *
find_whole (GArray *nodes, guint index)
{
  guint depth = g_array_index (nodes, CareFundNode, index).depth;

  while (index-- > 0)
    if (g_array_index (nodes, CareFundNode, index).depth < depth)
      return &g_array_index (nodes, CareFundNode, index);
  return NULL;
}

static void
add_nodes (CarePanel *self, GtkWidget *group, GArray *nodes, guint first)
{
  for (guint i = first; i < nodes->len; i++)
    {
      const CareFundNode *node = &g_array_index (nodes, CareFundNode, i);
      g_autofree char *title = name_figure (self, node->figure, node->value);
      g_autofree char *subtitle = describe_node (self, node, find_whole (nodes, i));

      indent (add_row (self, group, node->figure, title, subtitle), node->depth - first);
    }
}

static void
add_parts (CarePanel *self)
{
  g_autoptr (GArray) nodes = care_fund_tree_new (self->record, care_library_lookup, list, self->library);
  g_autofree char *says = care_fund_node_say (&g_array_index (nodes, CareFundNode, 0), self->pane->numbers);

  if (nodes->len > 1)
    add_nodes (self, care_panel_add_group (self, _ ("Made Up Of"), says), nodes, 1);
}

static void
explain (AdwActionRow *row, CarePanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    gtk_window_present (GTK_WINDOW (
      care_explain_dialog_new (GTK_WINDOW (root), self->library, self->record, care_panel_get_target (row))));
}

/* Below the figure that it is about. */
static void
add_explain_row (CarePanel *self, GtkWidget *group, CareRecord *other)
{
  GtkWidget *row = care_panel_make_row (other, _ ("Explain Why They Differ…"), "");

  g_signal_connect (row, "activated", G_CALLBACK (explain), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_others (CarePanel *self)
{
  g_autoptr (GPtrArray) others = care_disagreement_list (self->record, care_library_lookup, list, self->library);
  GtkWidget *group
    = others->len == 0 ? NULL
                       : care_panel_add_group (self, ngettext ("Two Values Are Held", "Several Values Are Held", others->len),
                                               _ ("To print the reason as a note, type # in a text and choose it there."));

  for (guint i = 0; i < others->len; i++)
    {
      CareRecord *other = g_ptr_array_index (others, i);
      g_autofree char *says = care_disagreement_say (self->record, other, self->pane->numbers, care_library_lookup, list, self->library);
      g_autoptr (CareQuantity) value = care_record_dup_quantity (other, "value");
      g_autofree char *title = name_figure (self, other, value);

      add_row (self, group, other, title, says);
      if (care_disagreement_find_reason (self->record, other, care_library_lookup, list, self->library) == NULL
          && care_library_is_writable (self->library))
        add_explain_row (self, group, other);
    }
}

/* Each opens another figure than that which is shown: its result, or what that follows from. */
static void
add_calculations (CarePanel *self)
{
  static const char *const fields[] = { "result", "first", "second" };
  GtkWidget *group = NULL;

  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    {
      g_autoptr (GPtrArray) calculations
        = care_library_children (self->library, "calculation", fields[f], care_record_get_id (self->record));

      for (guint i = 0; i < calculations->len; i++)
        {
          CareRecord *calculation = g_ptr_array_index (calculations, i);
          CareCalculationResult result = care_calculation_judge (calculation, care_library_lookup, self->library);
          g_autofree char *says = care_calculation_say (calculation, self->pane->numbers, care_library_lookup, self->library);

          if (group == NULL)
            group = care_panel_add_group (self, _ ("Follows From Each Other"), NULL);
          add_row (self, group, calculation, says,
                   result == CARE_CALCULATION_FAILS ? _ ("No longer so: look at each of the three figures") : "");
        }
    }
}

/* Whether @figure is @relation to another of the fund. */
static gboolean
is_linked (CarePanel *self, CareRecord *figure, const char *relation)
{
  g_autoptr (GPtrArray) links = care_library_children (self->library, "link", "from_figure", care_record_get_id (figure));

  for (guint i = 0; i < links->len; i++)
    {
      CareRecord *link = g_ptr_array_index (links, i);
      CareRecord *to = g_strcmp0 (care_record_get (link, "relation"), relation) == 0
                         ? care_library_follow (self->library, link, "to_figure")
                         : NULL;

      if (to != NULL && care_record_get_reference (to, "fund") == care_record_get_id (self->record))
        return TRUE;
    }
  return FALSE;
}

static void
add_sum (CarePanel *self, GtkWidget *group, CareRecord *figure)
{
  g_autoptr (GArray) nodes = care_fund_tree_new (figure, care_library_lookup, list, self->library);

  if (is_linked (self, figure, "restates"))
    g_array_index (nodes, CareFundNode, 0).is_restated = TRUE;
  add_nodes (self, group, nodes, 0);
}

/* Each sum of the fund that is not part of another, with what it is made of; and a button that
 * adds one. */
static void
add_sums (CarePanel *self)
{
  g_autoptr (GPtrArray) figures = care_library_children (self->library, "figure", "fund", care_record_get_id (self->record));
  g_autofree char *more = figures->len <= MAX_SUMS ? NULL : g_strdup_printf (_ ("The first %d of %u figures."), MAX_SUMS, figures->len);
  GtkWidget *group = figures->len == 0 && !care_library_is_writable (self->library)
                       ? NULL
                       : care_panel_add_group_with (self, _ ("Sums and Their Parts"), more,
                                                    care_record_pane_make_adder (self->pane, care_kind_find ("figure")));

  for (guint i = 0; i < MIN (figures->len, MAX_SUMS); i++)
    if (!is_linked (self, g_ptr_array_index (figures, i), "part-of"))
      add_sum (self, group, g_ptr_array_index (figures, i));
}

static void
fill (CarePanel *self)
{
  if (care_record_is (self->record, "fund"))
    add_sums (self);
  else
    {
      add_parts (self);
      add_others (self);
      add_calculations (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}

/**
 * care_figure_panel_new:
 * @pane: what shows a figure or a fund
 *
 * Returns: (transfer floating): what that is made of, and how it stands to other values.
 */
GtkWidget *
care_figure_panel_new (CareRecordPane *pane)
{
  static const char *const kinds[] = { "figure",   "fund",        "link",  "contradiction", "contradiction_item",
                                       "citation", "calculation", "actor", NULL };

  return care_panel_new (pane, kinds, fill);
}
