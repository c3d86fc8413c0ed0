/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-outline-plan.h"

#include "care-copy.h"
#include "care-record-name.h"

#include <glib/gi18n.h>

/* The field by which @element belongs to another record. */
static const char *
find_owner (CareRecord *element)
{
  const CareKind *kind = care_record_get_kind (element);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & CARE_FIELD_IS_OWNER) != 0 && care_record_get_at (element, i) != NULL)
      return kind->fields[i].name;
  return NULL;
}

/* (transfer full): what stands in one order with @element, which may be new. */
static GPtrArray *
list_siblings (CareLibrary *library, CareRecord *element)
{
  const char *owner = find_owner (element);

  g_return_val_if_fail (owner != NULL, NULL);

  return care_library_children (library, care_record_get_kind (element)->name, owner,
                                care_record_get_reference (element, owner));
}

static guint
find (GPtrArray *siblings, CareRecord *element)
{
  for (guint i = 0; element != NULL && i < siblings->len; i++)
    if (care_record_get_kind (g_ptr_array_index (siblings, i)) == care_record_get_kind (element)
        && care_record_get_id (g_ptr_array_index (siblings, i)) == care_record_get_id (element))
      return i;
  return siblings->len;
}

/* Numbers them from 1, as steps of @act; @added is not in the library yet. */
static gboolean
number (CareAct *act, GPtrArray *siblings, CareRecord *added, GError **error)
{
  for (guint i = 0; i < siblings->len; i++)
    {
      CareRecord *sibling = g_ptr_array_index (siblings, i);
      g_autofree char *ordinal = g_strdup_printf ("%u", i + 1);

      if (g_strcmp0 (care_record_get (sibling, "ordinal"), ordinal) == 0)
        continue;
      if (sibling == added ? !care_record_set (sibling, "ordinal", ordinal, error)
                           : !care_act_set (act, sibling, "ordinal", ordinal, error))
        return FALSE;
    }
  return TRUE;
}

/* (transfer full): of a sentence, which it takes. */
static CareAct *
make_act (char *sentence)
{
  CareAct *act = care_act_new (sentence);

  g_free (sentence);
  return act;
}

/* The record comes before what is said of those that it stands among. */
static CareAct *
put_in (CareAct *act, GPtrArray *siblings, CareRecord *added, guint place, GError **error)
{
  g_ptr_array_insert (siblings, (int) MIN (place, siblings->len), g_object_ref (added));
  if (number (act, siblings, added, error) && care_record_check (added, error))
    {
      care_act_insert (act, added);
      return act;
    }
  care_act_unref (act);
  return NULL;
}

static guint
find_place_after (GPtrArray *siblings, CareRecord *added, CareRecord *after)
{
  if (after != NULL && care_record_is (after, "briefing") && care_record_is (added, "section"))
    return 0;
  return find (siblings, after) + 1;
}

/**
 * care_outline_plan_add:
 * @library: a library
 * @added: a section or box with its briefing, not in @library yet; it is given its place
 * @after: (nullable): what it is to come after; a section comes first after the briefing.
 *   After what is of another kind, or %NULL, it comes last
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that puts it in.
 */
CareAct *
care_outline_plan_add (CareLibrary *library, CareRecord *added, CareRecord *after, GError **error)
{
  g_autoptr (GPtrArray) siblings = list_siblings (library, added);
  CareAct *act = make_act (g_strdup_printf (_ ("Add “%s”"), care_record_get_title (added)));

  return put_in (act, siblings, added, find_place_after (siblings, added, after), error);
}

/* The declared place of the party whose line @item is; 0 where there is none. */
static int
get_party_order (CareLibrary *library, CareRecord *item)
{
  CareRecord *line = care_library_follow (library, item, "party_line");
  CareRecord *party = line == NULL ? NULL : care_library_follow (library, line, "actor");

  return party == NULL ? 0 : care_record_get_number (party, "ordinal");
}

/* The last, but the line of a party comes before those of parties that are declared to
 * come after it. */
static guint
find_last_place (CareLibrary *library, GPtrArray *siblings, CareRecord *added)
{
  int order = care_record_is (added, "box_item") ? get_party_order (library, added) : 0;

  for (guint i = 0; order > 0 && i < siblings->len; i++)
    if (get_party_order (library, g_ptr_array_index (siblings, i)) > order)
      return i;
  return siblings->len;
}

/**
 * care_outline_plan_append:
 * @library: a library
 * @drafts: (element-type CareRecord): what is to be put in, and last what belongs to a
 *   record, or names it; it is given its place where it has one
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that puts them in, the last one behind
 *   those of its kind that belong to the same record; the line of a party in a box where
 *   the declared order of parties has it.
 */
CareAct *
care_outline_plan_append (CareLibrary *library, GPtrArray *drafts, GError **error)
{
  CareRecord *added = g_ptr_array_index (drafts, drafts->len - 1);
  g_autofree char *name = care_record_quote (added, care_library_lookup, library);
  g_autoptr (CareAct) act = make_act (g_strdup_printf (_ ("Add %s"), name));

  for (guint i = 0; i + 1 < drafts->len; i++)
    care_act_insert (act, g_ptr_array_index (drafts, i));
  if (care_kind_field (care_record_get_kind (added), "ordinal") != NULL)
    {
      g_autoptr (GPtrArray) siblings = list_siblings (library, added);

      return put_in (g_steal_pointer (&act), siblings, added, find_last_place (library, siblings, added), error);
    }
  if (!care_record_check (added, error))
    return NULL;
  care_act_insert (act, added);
  return g_steal_pointer (&act);
}

/**
 * care_outline_plan_move:
 * @library: a library
 * @element: a record of it that belongs to another and has a place
 * @to: its place among those of its kind, from 0; no further than there are
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that moves it, with which nothing changes
 *   where it is there already.
 */
CareAct *
care_outline_plan_move (CareLibrary *library, CareRecord *element, guint to, GError **error)
{
  g_autoptr (GPtrArray) siblings = list_siblings (library, element);
  g_autoptr (CareAct) act = make_act (g_strdup_printf (_ ("Move “%s”"), care_record_get_title (element)));
  guint from = find (siblings, element);

  if (from == siblings->len)
    return g_steal_pointer (&act);
  g_ptr_array_remove_index (siblings, from);
  g_ptr_array_insert (siblings, (int) MIN (to, siblings->len), g_object_ref (element));
  return number (act, siblings, NULL, error) ? g_steal_pointer (&act) : NULL;
}

/**
 * care_outline_plan_duplicate:
 * @library: a library
 * @element: a section or box of it
 * @id: (out): of the one that is like it
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that puts in another one, with what is in
 *   it, behind @element.
 */
CareAct *
care_outline_plan_duplicate (CareLibrary *library, CareRecord *element, CareId *id, GError **error)
{
  g_autoptr (GPtrArray) siblings = list_siblings (library, element);
  g_autoptr (CareRecord) copy = care_copy_record (element, "briefing", care_record_get_reference (element, "briefing"));
  CareAct *act = make_act (g_strdup_printf (_ ("Duplicate “%s”"), care_record_get_title (element)));

  act = put_in (act, siblings, copy, find (siblings, element) + 1, error);
  *id = care_record_get_id (copy);
  if (act != NULL)
    care_copy_items (act, library, element, *id);
  return act;
}

/**
 * care_outline_find_place:
 * @library: a library
 * @element: a section or box of it
 * @place: (out): its place among those of its kind, from 0
 * @n_places: (out): how many there are
 *
 * Returns: whether it has one.
 */
gboolean
care_outline_find_place (CareLibrary *library, CareRecord *element, guint *place, guint *n_places)
{
  g_autoptr (GPtrArray) siblings = list_siblings (library, element);

  *n_places = siblings->len;
  *place = find (siblings, element);
  return *place < siblings->len;
}
