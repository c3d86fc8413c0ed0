/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-copy.h"

/**
 * care_copy_record:
 * @record: a record
 * @owner: (nullable): a field of it
 * @owner_id: what that refers to in the copy
 *
 * Returns: (transfer full): a record with an id of its own and the same values.
 */
CareRecord *
care_copy_record (CareRecord *record, const char *owner, CareId owner_id)
{
  const CareKind *kind = care_record_get_kind (record);
  CareRecord *copy = care_record_new (kind, care_library_make_id ());
  g_autofree char *reference = g_strdup_printf ("%" G_GINT64_FORMAT, owner_id);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *field = kind->fields[i].name;

      care_record_set (copy, field, g_strcmp0 (field, owner) == 0 ? reference : care_record_get (record, field), NULL);
    }
  return copy;
}

/**
 * care_copy_items:
 * @act: an act
 * @library: a library
 * @element: a section or box of it
 * @copy: the id of the copy of @element
 *
 * Puts copies of what is in a box into its copy.
 */
void
care_copy_items (CareAct *act, CareLibrary *library, CareRecord *element, CareId copy)
{
  g_autoptr (GPtrArray) items = NULL;

  if (!care_record_is (element, "box"))
    return;
  items = care_library_children (library, "box_item", "box", care_record_get_id (element));
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (CareRecord) item = care_copy_record (g_ptr_array_index (items, i), "box", copy);

      care_act_insert (act, item);
    }
}

/**
 * care_copy_insert:
 * @act: an act
 * @library: a library
 * @element: a section or box of it
 * @briefing: the id of the briefing that the copy is of
 *
 * Puts in a copy of @element with what is in it.
 */
void
care_copy_insert (CareAct *act, CareLibrary *library, CareRecord *element, CareId briefing)
{
  g_autoptr (CareRecord) copy = care_copy_record (element, "briefing", briefing);

  care_act_insert (act, copy);
  care_copy_items (act, library, element, care_record_get_id (copy));
}
