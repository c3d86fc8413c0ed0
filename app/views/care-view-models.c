/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sorted once, when records come: a row stays where it is while it is edited. */

#include "care-view-models.h"

#include "care-deadline.h"

#include <gtk/gtk.h>

static GListModel *
sort (GListModel *records, GCompareDataFunc compare, CareLibrary *library)
{
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare, library, NULL));

  return G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (records), sorter));
}

static int
compare_titles (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_utf8_collate (care_record_get_title ((CareRecord *) a), care_record_get_title ((CareRecord *) b));
}

/* Parties in their declared order, then by title. */
static int
compare_by_actor (gconstpointer a, gconstpointer b, gpointer data)
{
  CareRecord *first = care_library_follow (data, (CareRecord *) a, "actor");
  CareRecord *second = care_library_follow (data, (CareRecord *) b, "actor");

  if (first != second && first != NULL && second != NULL)
    return care_record_compare (first, second);
  if ((first == NULL) != (second == NULL))
    return (first == NULL) - (second == NULL);
  return compare_titles (a, b, data);
}

/* When it is due, or happened: the field that says so, of @record or of what
 * belongs to it. */
static CareDate *
find_date (CareLibrary *library, CareRecord *record)
{
  g_autoptr (GPtrArray) deadlines = NULL;
  CareDate *date = NULL;

  if (care_record_is (record, "event"))
    return care_record_dup_date (record, "happened");
  deadlines = care_library_children (library, "deadline", "pledge", care_record_get_id (record));
  for (guint i = 0; i < deadlines->len && date == NULL; i++)
    date = care_record_dup_date (g_ptr_array_index (deadlines, i), "due");
  return date != NULL ? date : care_record_dup_date (record, "made");
}

static int
compare_dates (gconstpointer a, gconstpointer b, gpointer data)
{
  g_autoptr (CareDate) first = find_date (data, (CareRecord *) a);
  g_autoptr (CareDate) second = find_date (data, (CareRecord *) b);
  int order = 0;

  if ((first == NULL) != (second == NULL))
    return (first == NULL) - (second == NULL);
  if (first != NULL)
    order = care_date_compare (first, second);
  return order != 0 ? order : compare_titles (a, b, data);
}

/**
 * care_view_models_briefings:
 * @library: a library
 *
 * Returns: (transfer full): its briefings by title.
 */
GListModel *
care_view_models_briefings (CareLibrary *library)
{
  return sort (care_library_list (library, "briefing"), compare_titles, library);
}

/**
 * care_view_models_positions:
 * @library: a library
 *
 * Returns: (transfer full): its positions, parties in their declared order.
 */
GListModel *
care_view_models_positions (CareLibrary *library)
{
  return sort (care_library_list (library, "position"), compare_by_actor, library);
}

/**
 * care_view_models_figures:
 * @library: a library
 *
 * Returns: (transfer full): its figures by what they are called, so that two
 *   values of one thing stand together.
 */
GListModel *
care_view_models_figures (CareLibrary *library)
{
  return sort (care_library_list (library, "figure"), compare_titles, library);
}

/**
 * care_view_models_timeline:
 * @library: a library
 *
 * Returns: (transfer full): its pledges and events by date, those without one
 *   last.
 */
GListModel *
care_view_models_timeline (CareLibrary *library)
{
  g_autoptr (GListStore) lists = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListModel) all = NULL;

  g_list_store_append (lists, care_library_list (library, "pledge"));
  g_list_store_append (lists, care_library_list (library, "event"));
  all = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&lists))));
  return sort (all, compare_dates, library);
}

/**
 * care_view_models_sources:
 * @library: a library
 *
 * Returns: (transfer full): its sources by title.
 */
GListModel *
care_view_models_sources (CareLibrary *library)
{
  return sort (care_library_list (library, "source"), compare_titles, library);
}
