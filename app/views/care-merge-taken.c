/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-merge-taken.h"

#include <gtk/gtk.h>

/* A field of a record that is changed, or a record that is put in or taken out. */
typedef struct
{
  const CareDifference *difference;
  guint field;
} Line;

struct _CareMergeTaken
{
  GObject parent_instance;

  CareMergeLibraries libraries;
  GPtrArray *differences;
  GArray *lines;
};

static GType
get_item_type (GListModel *model)
{
  return GTK_TYPE_STRING_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return CARE_MERGE_TAKEN (model)->lines->len;
}

static char *
describe (CareMergeTaken *self, const Line *line)
{
  if (line->difference->what == CARE_DIFFERENCE_CHANGED)
    return care_difference_describe_field (line->difference, line->field, care_library_merge_lookup,
                                           &self->libraries);
  return care_difference_describe (line->difference, care_library_merge_lookup, &self->libraries);
}

static gpointer
get_item (GListModel *model, guint position)
{
  CareMergeTaken *self = CARE_MERGE_TAKEN (model);
  g_autofree char *text = NULL;

  if (position >= self->lines->len)
    return NULL;
  text = describe (self, &g_array_index (self->lines, Line, position));
  return gtk_string_object_new (text);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CareMergeTaken, care_merge_taken, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
care_merge_taken_finalize (GObject *object)
{
  CareMergeTaken *self = CARE_MERGE_TAKEN (object);

  g_array_unref (self->lines);
  g_ptr_array_unref (self->differences);
  g_object_unref (self->libraries.mine);
  g_object_unref (self->libraries.theirs);
  G_OBJECT_CLASS (care_merge_taken_parent_class)->finalize (object);
}

static void
care_merge_taken_class_init (CareMergeTakenClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_merge_taken_finalize;
}

static void
care_merge_taken_init (CareMergeTaken *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
}

static void
add_lines (CareMergeTaken *self, const CareDifference *difference)
{
  Line line = { .difference = difference };

  if (difference->what != CARE_DIFFERENCE_CHANGED)
    g_array_append_val (self->lines, line);
  for (guint i = 0; difference->fields != NULL && i < difference->fields->len; i++)
    {
      line.field = g_array_index (difference->fields, guint, i);
      g_array_append_val (self->lines, line);
    }
}

/**
 * care_merge_taken_new:
 * @libraries: those that were compared
 * @merge: what came of it
 *
 * Returns: (transfer full): a #GListModel of #GtkStringObject: what @merge takes
 *   without asking, a line each, as `carebrief merge --report` tells it.
 */
CareMergeTaken *
care_merge_taken_new (const CareMergeLibraries *libraries, CareMerge *merge)
{
  CareMergeTaken *self = g_object_new (CARE_TYPE_MERGE_TAKEN, NULL);

  self->libraries = *libraries;
  g_object_ref (self->libraries.mine);
  g_object_ref (self->libraries.theirs);
  self->differences = care_merge_taken (merge);
  for (guint i = 0; i < self->differences->len; i++)
    add_lines (self, g_ptr_array_index (self->differences, i));
  return self;
}
