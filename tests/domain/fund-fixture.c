/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fund-fixture.h"

static GPtrArray *records;

CareRecord *
fixture_add (const char *kind, CareId id)
{
  CareRecord *record = care_record_new (care_kind_find (kind), id);

  g_ptr_array_add (records, record);
  return record;
}

void
fixture_set (CareRecord *record, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  care_record_set (record, field, text, &error);
  g_assert_no_error (error);
}

CareRecord *
fixture_add_figure (CareId id, const char *label, const char *value)
{
  CareRecord *figure = fixture_add ("figure", id);

  fixture_set (figure, "label", label);
  fixture_set (figure, "value", value);
  return figure;
}

void
fixture_add_link (CareId id, const char *relation, CareId from, CareId to, const char *allocated)
{
  CareRecord *link = fixture_add ("link", id);
  g_autofree char *from_text = g_strdup_printf ("%" G_GINT64_FORMAT, from);
  g_autofree char *to_text = g_strdup_printf ("%" G_GINT64_FORMAT, to);

  fixture_set (link, "relation", relation);
  fixture_set (link, "from_figure", from_text);
  fixture_set (link, "to_figure", to_text);
  fixture_set (link, "allocated", allocated);
}

CareRecord *
fixture_lookup (const char *kind, CareId id, gpointer data)
{
  for (guint i = 0; i < records->len; i++)
    if (care_record_is (g_ptr_array_index (records, i), kind)
        && care_record_get_id (g_ptr_array_index (records, i)) == id)
      return g_ptr_array_index (records, i);
  return NULL;
}

/* Records of a library need be no longer than the list is. */
GPtrArray *
fixture_list (const char *kind, const char *field, CareId id, gpointer data)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    if (care_record_is (g_ptr_array_index (records, i), kind)
        && care_record_get_reference (g_ptr_array_index (records, i), field) == id)
      g_ptr_array_add (found, care_record_copy (g_ptr_array_index (records, i)));
  return found;
}

void
fixture_begin (void)
{
  g_clear_pointer (&records, g_ptr_array_unref);
  records = g_ptr_array_new_with_free_func (g_object_unref);
}

void
fixture_end (void)
{
  g_clear_pointer (&records, g_ptr_array_unref);
}
