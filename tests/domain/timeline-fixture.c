/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "timeline-fixture.h"

void
timeline_add (GPtrArray *records, const char *kind, CareId id, ...)
{
  CareRecord *record = care_record_new (care_kind_find (kind), id);
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list args;

  va_start (args, id);
  while ((field = va_arg (args, const char *)) != NULL)
    {
      care_record_set (record, field, va_arg (args, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (args);
  g_ptr_array_add (records, record);
}

CareDay
timeline_day (const char *edtf)
{
  g_autoptr (CareDate) date = care_date_from_edtf (edtf, NULL);

  g_assert_nonnull (date);
  return care_date_get_earliest (date);
}

static char *
write_day (CareDay day)
{
  g_autoptr (CareDate) date = care_date_from_day (day);

  return g_strdup (care_date_get_edtf (date));
}

char *
timeline_write_span (CareSpan span)
{
  g_autofree char *first = span.first == 0 ? NULL : write_day (span.first);
  g_autofree char *last = span.last == 0 ? NULL : write_day (span.last);

  g_assert_true ((first == NULL) == (last == NULL));
  if (first == NULL)
    return g_strdup ("-");
  return span.first == span.last ? g_steal_pointer (&first) : g_strconcat (first, "..", last, NULL);
}

static GArray *
list (GPtrArray *records, const char *as_of, CareDay today)
{
  g_autoptr (CareTimelineFacts) facts = care_timeline_facts_new_for (records);

  return care_timeline_facts_list_entries (facts, timeline_day (as_of), today);
}

GArray *
timeline_entries_then (GPtrArray *records, const char *as_of)
{
  return list (records, as_of, timeline_day ("2099-01-01"));
}

GArray *
timeline_entries_now (GPtrArray *records, const char *as_of)
{
  return list (records, as_of, timeline_day (as_of));
}

static CareRecord *
lookup (const char *kind, CareId id, gpointer data)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (care_record_is (g_ptr_array_index (records, i), kind) && care_record_get_id (g_ptr_array_index (records, i)) == id)
      return g_ptr_array_index (records, i);
  return NULL;
}

static GPtrArray *
list_children (gpointer data, const char *kind, const char *field, CareId id)
{
  GPtrArray *records = data;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);

      if (care_record_is (record, kind) && care_record_get_reference (record, field) == id)
        g_ptr_array_add (found, g_object_ref (record));
    }
  return found;
}

CareTimelineAsk
timeline_ask (GPtrArray *records, const char *as_of, const char *today)
{
  return (CareTimelineAsk){ lookup, list_children, records, timeline_day (as_of), timeline_day (today) };
}

const CareTimelineEntry *
timeline_find (GArray *entries, CareTimelineEntryShape shape, CareId id)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const CareTimelineEntry *entry = &g_array_index (entries, CareTimelineEntry, i);

      if (entry->shape == shape && entry->id == id)
        return entry;
    }
  return NULL;
}
