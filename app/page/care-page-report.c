/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What does not fit, by element. */

#include "care-page-model.h"

typedef struct
{
  CarePageOverset entry; /* first, so that one is the other */
  guint order;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->entry.title);
  g_free (entry);
}

/**
 * care_page_report_new:
 *
 * Returns: (transfer full) (element-type CarePageOverset): an empty report.
 */
GPtrArray *
care_page_report_new (void)
{
  return g_ptr_array_new_with_free_func (entry_free);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = *(Entry *const *) a;
  const Entry *second = *(Entry *const *) b;

  return (first->order > second->order) - (first->order < second->order);
}

/**
 * care_page_report_sort:
 * @overset: (element-type CarePageOverset): a report
 *
 * Puts the elements into the order in which they are read.
 */
void
care_page_report_sort (GPtrArray *overset)
{
  g_ptr_array_sort (overset, compare_entries);
}

static Entry *
find_entry (GPtrArray *overset, guint order)
{
  for (guint i = 0; i < overset->len; i++)
    if (((Entry *) g_ptr_array_index (overset, i))->order == order)
      return g_ptr_array_index (overset, i);
  return NULL;
}

/**
 * care_page_add_overset:
 * @overset: (element-type CarePageOverset): a report
 * @element: what does not fit
 * @lines: how many of its lines are outside
 * @words: how many words are in them
 *
 * Adds to what @overset says of the element.
 */
void
care_page_add_overset (GPtrArray *overset, const CareFlowElement *element, int lines, int words)
{
  Entry *entry = find_entry (overset, element->order);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->order = element->order;
      entry->entry.kind = element->kind;
      entry->entry.id = element->id;
      entry->entry.title = g_strdup (element->title);
      g_ptr_array_add (overset, entry);
    }
  entry->entry.lines += lines;
  entry->entry.words += words;
}
