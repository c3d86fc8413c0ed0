/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A party that the library has a position of, or that the briefing speaks of, is in the
 * party lines, or a note says why not. */

#include "care-check.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
has_line (CareCheckRun *run, GPtrArray *items, CareRecord *party)
{
  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *line = care_snapshot_follow (run->snapshot, g_ptr_array_index (items, i), "party_line");

      if (line != NULL && care_record_get_reference (line, "actor") == care_record_get_id (party))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_explained (CareCheckRun *run, CareRecord *box, CareRecord *party)
{
  const char *note = care_record_get (box, "coverage_note");
  g_autofree char *plain = note == NULL ? NULL : care_check_plain (run, note, 0, strlen (note));

  return plain != NULL && care_check_names (run, plain, party);
}

static void
check_box (CareCheckRun *run, CareRecord *box, GPtrArray *actors)
{
  g_autoptr (GPtrArray) items = care_check_items (run, box);

  for (guint i = 0; i < actors->len; i++)
    {
      CareRecord *actor = g_ptr_array_index (actors, i);
      CareFinding *finding;

      if (g_strcmp0 (care_record_get (actor, "kind"), "party") != 0 || has_line (run, items, actor)
          || is_explained (run, box, actor))
        continue;
      finding = care_check_report (run, box, box, "coverage_note", _ ("%s is not in “%s”, and no coverage note says why"),
                                   care_record_get_title (actor), care_record_get_title (box));
      care_check_about (finding, actor);
      care_check_mend (finding, _ ("Write Note…"));
    }
}

void
care_check_coverage (CareCheckRun *run)
{
  g_autoptr (GPtrArray) boxes = care_check_boxes (run, "party-lines");
  g_autoptr (GPtrArray) actors = care_check_records (run, "actor");

  for (guint i = 0; i < boxes->len; i++)
    check_box (run, g_ptr_array_index (boxes, i), actors);
}
