/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-records.h"

#include "care-rows.h"
#include "care-timeline-facts.h"

/* The rows of one kind as they come. */
typedef struct
{
  CareTimelineFacts *facts;
  guint read;
} Taking;

static void
take_row (CareId id, const CareCell *cells, gpointer data)
{
  const Taking *taking = data;

  care_timeline_facts_add (taking->facts, taking->read, id, cells);
}

/**
 * care_timeline_records_read:
 * @library: a library
 * @as_of: the day that is looked from
 * @today: the day that it is
 * @cancellable: (nullable): ends it early
 * @error: return location for a #CareStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Reads what is in the file, in any thread.
 *
 * Returns: (transfer full) (nullable): what was known on @as_of.
 */
CareTimelineContent *
care_timeline_records_read (CareLibrary *library, CareDay as_of, CareDay today, GCancellable *cancellable, GError **error)
{
  g_autoptr (CareTimelineFacts) facts = care_timeline_facts_new ();
  const CareTimelineRead *reads;
  guint n_reads;

  reads = care_timeline_facts_get_reads (&n_reads);
  for (guint read = 0; read < n_reads; read++)
    {
      Taking taking = { facts, read };

      if (!care_rows_read (library, reads[read].kind, reads[read].fields, take_row, &taking, cancellable, error))
        return NULL;
    }
  care_rows_done (library);
  return care_timeline_facts_take_content (g_steal_pointer (&facts), as_of, today);
}

static GPtrArray *
list_children (gpointer data, const char *kind, const char *field, CareId id)
{
  return care_library_children (data, kind, field, id);
}

/**
 * care_timeline_records_ask:
 * @library: a library, which is not held
 * @as_of: the day that is looked from
 * @today: the day that it is
 * @briefing: as which dates are written; 0: as in the house
 *
 * Returns: what care_timeline_say() and its like find the records of @library with, in the
 *   main thread.
 */
CareTimelineAsk
care_timeline_records_ask (CareLibrary *library, CareDay as_of, CareDay today, CareId briefing)
{
  return (CareTimelineAsk){ care_library_lookup, list_children, library, as_of, today, briefing };
}
