/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What does not fit, by element. */

#include "care-page-model.h"

#include <glib/gi18n.h>

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

static CarePagePart
get_part (const CareFlowElement *element)
{
  /* An inset has no place only if the lines beside it have none. */
  if (care_flow_element_is_running (element) || element->place == CARE_FLOW_INSET)
    return CARE_PAGE_PART_COLUMNS;
  switch (element->place)
    {
    case CARE_FLOW_TITLE:
    case CARE_FLOW_HEAD:
      return CARE_PAGE_PART_HEAD;
    case CARE_FLOW_SIDEBAR:
      return CARE_PAGE_PART_SIDEBAR;
    case CARE_FLOW_WIDE:
      return CARE_PAGE_PART_BELOW;
    case CARE_FLOW_CONTENTS:
    case CARE_FLOW_COLUMNS:
    case CARE_FLOW_INSET:
    case CARE_FLOW_SOURCES:
    case CARE_FLOW_FURNITURE:
    default:
      return CARE_PAGE_PART_FOOT;
    }
}

/**
 * care_page_overset_describe:
 * @self: what does not fit
 *
 * Returns: (transfer full): what it is, where it has no room and how much of it, without
 *   a full stop.
 */
char *
care_page_overset_describe (const CarePageOverset *self)
{
  g_autofree char *lines = g_strdup_printf (ngettext ("%d line", "%d lines", (gulong) self->lines), self->lines);
  g_autofree char *words = g_strdup_printf (ngettext ("%d word", "%d words", (gulong) self->words), self->words);
  const char *title = self->title;

  switch (self->part)
    {
    case CARE_PAGE_PART_HEAD:
      return g_strdup_printf (_ ("“%s” overflows the head of the first page by %s (%s)"), title, lines, words);
    case CARE_PAGE_PART_SIDEBAR:
      return g_strdup_printf (_ ("“%s” overflows the sidebar by %s (%s)"), title, lines, words);
    case CARE_PAGE_PART_BELOW:
      return g_strdup_printf (_ ("“%s” overflows the space below the text by %s (%s)"), title, lines, words);
    case CARE_PAGE_PART_FOOT:
      return g_strdup_printf (_ ("“%s” overflows the foot of the page by %s (%s)"), title, lines, words);
    case CARE_PAGE_PART_COLUMNS:
    default:
      return g_strdup_printf (_ ("“%s” overflows the text columns by %s (%s)"), title, lines, words);
    }
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
      entry->entry.part = get_part (element);
      g_ptr_array_add (overset, entry);
    }
  entry->entry.lines += lines;
  entry->entry.words += words;
}
