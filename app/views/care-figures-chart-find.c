/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-figures-chart-find.h"

#include "care-aside.h"
#include "care-memory.h"
#include "care-number-style.h"

#include <glib/gi18n.h>

/* More than these nobody looks through in a chart; that there are others is told. */
#define MOST_FIGURES 2000
/* More bars than these nobody compares; the others are counted. */
#define MOST_BARS 20

typedef struct
{
  CareAside *aside; /* until it is finished in the main thread */
  GArray *among;    /* of CareId, or NULL */
  const CareNumberStyle *numbers;
  CareFiguresChoice choice;
} Search;

/**
 * care_figures_choice_copy:
 * @self: a choice, or what is nothing yet
 * @other: another
 *
 * Chooses as @other does.
 */
void
care_figures_choice_copy (CareFiguresChoice *self, const CareFiguresChoice *other)
{
  g_autofree char *before = self->basis;

  *self = *other;
  self->basis = g_strdup (other->basis);
}

/**
 * care_figures_found_free:
 * @self: (transfer full): what was found
 */
void
care_figures_found_free (CareFiguresFound *self)
{
  g_free (self->choice.basis);
  g_clear_pointer (&self->owners, g_ptr_array_unref);
  g_clear_pointer (&self->groups, care_chart_groups_free);
  g_clear_pointer (&self->bases, g_ptr_array_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->content, care_chart_content_free);
  g_free (self->why);
  g_free (self);
}

static void
search_free (gpointer data)
{
  Search *self = data;

  g_clear_pointer (&self->aside, care_aside_free);
  g_clear_pointer (&self->among, g_array_unref);
  g_free (self->choice.basis);
  g_free (self);
}

/* (transfer full): those that may be shown. */
static GPtrArray *
list_figures (const Search *search)
{
  GPtrArray *figures;

  if (search->among == NULL)
    return care_aside_list (search->aside, "figure", MOST_FIGURES);
  figures = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < search->among->len; i++)
    {
      CareRecord *figure = care_aside_lookup ("figure", g_array_index (search->among, CareId, i), search->aside);

      if (figure != NULL)
        g_ptr_array_add (figures, g_object_ref (figure));
    }
  return figures;
}

static int
compare_owners (gconstpointer a, gconstpointer b)
{
  return care_record_compare (*(CareRecord *const *) a, *(CareRecord *const *) b);
}

static GPtrArray *
list_owners (const Search *search, GPtrArray *figures)
{
  GPtrArray *owners = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < figures->len; i++)
    {
      CareId id = care_record_get_reference (figures->pdata[i], "actor");
      CareRecord *owner = care_aside_lookup ("actor", id, search->aside);

      if (owner != NULL && g_hash_table_add (seen, owner))
        g_ptr_array_add (owners, g_object_ref (owner));
    }
  g_ptr_array_sort (owners, compare_owners);
  return owners;
}

/* Leaves of @figures those of the owner that was chosen; where it has none any more, all of them. */
static void
keep_owned (CareFiguresChoice *choice, GPtrArray *figures)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new ();

  for (guint i = 0; i < figures->len && choice->owner != 0; i++)
    if (care_record_get_reference (figures->pdata[i], "actor") == choice->owner)
      g_ptr_array_add (owned, g_object_ref (figures->pdata[i]));
  if (owned->len == 0)
    {
      choice->owner = 0;
      return;
    }
  g_ptr_array_set_size (figures, 0);
  g_ptr_array_extend_and_steal (figures, g_steal_pointer (&owned));
}

static CareChartGroup *
get_group (const CareFiguresFound *self, guint index)
{
  return g_ptr_array_index (self->groups->groups, index);
}

/* Says what the groups are. */
static void
name_groups (CareFiguresFound *self, const CareChartAsk *ask)
{
  CareChartAsk house = *ask;

  house.numbers = CARE_QUANTITY_HOUSE;
  self->bases = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->groups->groups->len; i++)
    {
      g_autofree char *words = care_chart_groups_say (ask, self->groups, i);

      g_ptr_array_add (self->bases, care_chart_groups_say (&house, self->groups, i));
      g_ptr_array_add (self->labels, g_strdup_printf ("%s (%'u)", *words == '\0' ? _ ("Bare numbers") : words,
                                                      get_group (self, i)->figures->len));
    }
}

/* The group that was chosen is found again by what it is, wherever it is now and however its numbers are
 * written; else the first is shown. */
static void
find_group (CareFiguresFound *self)
{
  CareFiguresChoice *choice = &self->choice;

  if (choice->is_all)
    return;
  if (choice->basis == NULL
      || !g_ptr_array_find_with_equal_func (self->bases, choice->basis, g_str_equal, &self->group))
    self->group = 0;
  g_free (choice->basis);
  choice->basis = self->bases->len == 0 ? NULL : g_strdup (self->bases->pdata[self->group]);
}

static void
fill_chart (CareFiguresFound *self, const CareChartAsk *ask)
{
  CareChartGroup *group;

  if (self->groups->groups->len == 0 || (self->choice.is_all && self->groups->groups->len > 1))
    return;
  group = get_group (self, self->group);
  care_chart_sort (ask, group->figures, self->choice.by_owner);
  self->content = care_chart_content_new (ask, group->figures, self->choice.kind, MOST_BARS);
}

/* (transfer full) */
static CareFiguresFound *
find (const Search *search)
{
  const CareChartAsk ask = { care_aside_lookup, care_aside_children, search->aside, search->numbers };
  CareFiguresFound *self = g_new0 (CareFiguresFound, 1);
  g_autoptr (GPtrArray) figures = list_figures (search);

  care_figures_choice_copy (&self->choice, &search->choice);
  self->n_read = figures->len;
  self->n_all = search->among == NULL ? care_aside_count (search->aside, "figure") : figures->len;
  self->owners = list_owners (search, figures);
  keep_owned (&self->choice, figures);
  self->groups = care_chart_groups_new (&ask, figures, self->choice.kind == CARE_CHART_YEARS);
  self->why = care_chart_groups_refuse (&ask, self->groups);
  name_groups (self, &ask);
  find_group (self);
  fill_chart (self, &ask);
  return self;
}

static void
find_in_thread (GTask *task, gpointer source, gpointer search, GCancellable *cancellable)
{
  g_task_return_pointer (task, find (search), (GDestroyNotify) care_figures_found_free);
  care_memory_give_back ();
}

/**
 * care_figures_chart_find_async:
 * @library: a library
 * @among: (nullable) (element-type CareId): the figures that may be shown; %NULL: all
 * @numbers: how they are written
 * @choice: what is chosen; copied
 * @cancellable: ends it early
 * @callback: called with what care_figures_chart_find_finish() takes, also when it ended early
 * @data: for @callback
 *
 * Finds out in a thread what there is to show.
 */
void
care_figures_chart_find_async (CareLibrary *library, GArray *among, const CareNumberStyle *numbers,
                               const CareFiguresChoice *choice, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer data)
{
  /* The task does not hold the library, as the thread may be the last to hold the task. */
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Search *search = g_new0 (Search, 1);

  search->aside = care_aside_new (library, cancellable);
  search->among = among == NULL ? NULL : g_array_copy (among);
  search->numbers = numbers;
  care_figures_choice_copy (&search->choice, choice);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * care_figures_chart_find_finish:
 * @result: what the callback was given; it has to be finished once
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was found.
 */
CareFiguresFound *
care_figures_chart_find_finish (GAsyncResult *result, GError **error)
{
  Search *search = g_task_get_task_data (G_TASK (result));

  g_clear_pointer (&search->aside, care_aside_free);
  return g_task_propagate_pointer (G_TASK (result), error);
}
