/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gathers what a briefing shows: the briefing, what belongs to it, and whatever
 * those records name, in a field or in a text, with what belongs to that. */

#include "care-gather.h"

#include "care-library-private.h"
#include "care-reference.h"
#include "care-store-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* Puts @record among what is gathered, unless it is NULL or there. */
void
care_gathering_add (CareGathering *g, CareRecord *record)
{
  if (record != NULL && g_hash_table_add (g->seen, record))
    g_ptr_array_add (g->records, g_object_ref (record));
}

static void
gather_named_in_text (CareGathering *g, const char *text)
{
  CareReferenceMatch match;

  for (gsize from = 0; care_reference_next (text, from, &match); from = match.end)
    care_gathering_add (g, care_library_find (g->library, match.kind->name, match.id));
}

static void
gather_named (CareGathering *g, CareRecord *record)
{
  const CareKind *kind = care_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CareField *field = &kind->fields[i];
      const char *value = care_record_get_at (record, i);

      if (value == NULL)
        continue;
      if (field->type == CARE_FIELD_REFERENCE)
        care_gathering_add (g, care_library_follow (g->library, record, field->name));
      else if (field->type == CARE_FIELD_PROSE)
        gather_named_in_text (g, value);
    }
}

/* A figure that is shown shows nothing of the ledgers that it is in, which may be of all figures. */
static gboolean
is_shown_with (const CareKind *kind, const CareField *owner)
{
  return care_snapshot_may_hold (kind) && !(strcmp (kind->name, "ledger_item") == 0 && strcmp (owner->name, "figure") == 0);
}

static void
gather_owned (CareGathering *g, CareRecord *owner)
{
  const char *owner_kind = care_record_get_kind (owner)->name;
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < kinds[k].n_fields; i++)
      {
        const CareField *field = &kinds[k].fields[i];
        g_autoptr (GPtrArray) owned = NULL;

        if (!(field->flags & CARE_FIELD_IS_OWNER) || strcmp (field->target, owner_kind) != 0
            || !is_shown_with (&kinds[k], field))
          continue;
        owned = care_library_children (g->library, kinds[k].name, field->name, care_record_get_id (owner));
        for (guint n = 0; n < owned->len; n++)
          care_gathering_add (g, g_ptr_array_index (owned, n));
      }
}

/* What came of a pledge is told by its evidence, which can be of other things, too. */
static void
gather_evidence (CareGathering *g, CareRecord *pledge)
{
  g_autoptr (GPtrArray) evidence
    = care_library_children (g->library, "evidence", "pledge", care_record_get_id (pledge));

  for (guint i = 0; i < evidence->len; i++)
    care_gathering_add (g, g_ptr_array_index (evidence, i));
}

/* What a figure of a ledger is part of, restates or revises says what is counted once, however
 * far that goes. */
static void
gather_links (CareGathering *g, CareId figure)
{
  g_autoptr (GPtrArray) links = care_library_children (g->library, "link", "from_figure", figure);

  for (guint i = 0; i < links->len; i++)
    care_gathering_add (g, g_ptr_array_index (links, i));
}

/* For what it is one of several values is not added twice. */
static void
gather_values (CareGathering *g, CareId figure)
{
  g_autoptr (GPtrArray) items = care_library_children (g->library, "contradiction_item", "figure", figure);

  for (guint i = 0; i < items->len; i++)
    care_gathering_add (g, g_ptr_array_index (items, i));
}

/* What the figures of a chart are part of says which can be compared. One by newness divides its bars by
 * the parts that they have, and counts each once. */
static void
gather_parts (CareGathering *g, CareRecord *item)
{
  CareRecord *box = care_library_follow (g->library, item, "box");
  CareId figure = care_record_get_reference (item, "figure");
  g_autoptr (GPtrArray) links = NULL;

  if (figure == 0 || box == NULL || g_strcmp0 (care_record_get (box, "kind"), "chart") != 0)
    return;
  gather_links (g, figure);
  if (g_strcmp0 (care_record_get (box, "chart"), "stacked") != 0)
    return;
  gather_values (g, figure);
  links = care_library_children (g->library, "link", "to_figure", figure);
  for (guint i = 0; i < links->len; i++)
    {
      care_gathering_add (g, g_ptr_array_index (links, i));
      gather_links (g, care_record_get_reference (g_ptr_array_index (links, i), "from_figure"));
    }
}

/* What @n records name is gathered too; returns whether there are more. */
gboolean
care_gathering_go_on (CareGathering *g, guint n)
{
  for (; n > 0 && g->done < g->records->len; g->done++, n--)
    {
      CareRecord *record = g_ptr_array_index (g->records, g->done);

      gather_named (g, record);
      gather_owned (g, record);
      if (care_record_is (record, "pledge"))
        gather_evidence (g, record);
      if (care_record_is (record, "box_item"))
        gather_parts (g, record);
      if (care_record_is (record, "ledger_item"))
        {
          gather_links (g, care_record_get_reference (record, "figure"));
          gather_values (g, care_record_get_reference (record, "figure"));
        }
      if (care_record_is (record, "link") && care_record_get_reference (record, "to_figure") != 0)
        gather_links (g, care_record_get_reference (record, "to_figure"));
    }
  return g->done < g->records->len;
}

/* The same until nothing new is named. */
void
care_gathering_complete (CareGathering *g)
{
  while (care_gathering_go_on (g, G_MAXUINT))
    continue;
}

/* (transfer none) (nullable): the briefing, which is gathered without what it shows; NULL
 * where there is none. */
CareRecord *
care_gathering_start (CareGathering *g, CareId briefing, GError **error)
{
  CareRecord *record = care_library_find (g->library, "briefing", briefing);

  if (record == NULL)
    {
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_RECORD,
                   _ ("There is no such briefing; `carebrief list briefings` shows those there are"));
      return NULL;
    }
  care_gathering_add (g, record);
  return record;
}

/* The same with all that it shows. */
CareRecord *
care_gathering_begin (CareGathering *g, CareId briefing, GError **error)
{
  CareRecord *record = care_gathering_start (g, briefing, error);

  if (record != NULL)
    care_gathering_complete (g);
  return record;
}

/* Of @library, with nothing gathered yet. */
void
care_gathering_init (CareGathering *g, CareLibrary *library)
{
  g->library = library;
  g->seen = g_hash_table_new (NULL, NULL);
  g->records = g_ptr_array_new_with_free_func (g_object_unref);
  g->done = 0;
}

void
care_gathering_clear (CareGathering *g)
{
  g_hash_table_unref (g->seen);
  g_ptr_array_unref (g->records);
}

/**
 * care_library_snapshot:
 * @self: a library
 * @briefing: the id of a briefing
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): the briefing as it stands, with every
 *   record that it shows.
 */
CareSnapshot *
care_library_snapshot (CareLibrary *self, CareId briefing, GError **error)
{
  g_auto (CareGathering) g = { 0 };
  CareRecord *record;

  care_gathering_init (&g, self);
  record = care_gathering_begin (&g, briefing, error);
  return record == NULL ? NULL : care_snapshot_new (record, g.records);
}
