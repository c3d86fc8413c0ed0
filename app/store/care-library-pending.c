/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has been asked for and is not in the file yet: what the disk has refused, and
 * what is under way behind it. Records tell what is in the file; whoever shows a
 * field anew, for a person to go on with, shows what it is going to be. */

#include "care-library-private.h"

/* Goes back through what is to be done until it comes to what sets the field. */
typedef struct
{
  const CareKind *kind;
  CareId id;
  guint field;

  guint n_undone;     /* acts still to come upon that are undone later */
  guint n_redone;     /* undoings still to come upon that are redone later */
  CareAct *continued; /* what an act that is undone goes on with, or NULL */
  const CareStep *found;
} Search;

static gboolean
sets_field (const Search *search, const CareStep *step)
{
  if (care_record_get_kind (step->record) != search->kind || care_record_get_id (step->record) != search->id)
    return FALSE;
  return step->what == CARE_STEP_INSERT || (step->what == CARE_STEP_SET && step->field == search->field);
}

static void
search_act (Search *search, CareAct *act)
{
  GPtrArray *steps = care_act_get_steps (act);

  for (guint i = steps->len; i > 0 && search->found == NULL; i--)
    if (sets_field (search, g_ptr_array_index (steps, i - 1)))
      search->found = g_ptr_array_index (steps, i - 1);
}

/* Of what was done before, an undoing takes the last act with all that it goes on
 * with; one of an act that is named is of something in the file. */
static void
note_turn (Search *search, const CareDeed *deed)
{
  search->continued = NULL;
  if (deed->target != 0)
    return;
  if (deed->turn == CARE_HISTORY_REDO)
    search->n_redone++;
  else if (search->n_redone > 0)
    search->n_redone--;
  else
    search->n_undone++;
}

static gboolean
is_undone (Search *search, CareAct *act)
{
  gboolean goes_on = act == search->continued;

  /* After an act there is nothing to redo. */
  search->n_redone = 0;
  search->continued = NULL;
  if (!goes_on && search->n_undone == 0)
    return FALSE;
  if (!goes_on)
    search->n_undone--;
  search->continued = care_act_get_before (act);
  return TRUE;
}

static void
search_deeds (Search *search, const GQueue *deeds)
{
  for (GList *l = deeds->tail; l != NULL && search->found == NULL; l = l->prev)
    {
      const CareDeed *deed = l->data;

      if (deed->job != NULL)
        continue; /* changes nothing */
      if (deed->act == NULL)
        note_turn (search, deed);
      else if (!is_undone (search, deed->act))
        search_act (search, deed->act);
    }
}

/**
 * care_library_get_latest:
 * @self: a library
 * @record: a record of it
 * @field: the name of a field of its kind
 *
 * As care_record_get(), but what the field is going to be once all is done that has
 * been asked for, including what the disk refuses so far. What undoing brings back
 * from the file shows only when it is done.
 *
 * Returns: (transfer none) (nullable): the canonical value, valid until the main
 *   loop runs again or something else is asked for; %NULL for nothing.
 */
const char *
care_library_get_latest (CareLibrary *self, CareRecord *record, const char *field)
{
  const CareKind *kind = care_record_get_kind (record);
  Search search = { .kind = kind, .id = care_record_get_id (record) };
  int index = care_kind_field_index (kind, field);

  g_return_val_if_fail (index >= 0, NULL);

  search.field = (guint) index;
  search_deeds (&search, &self->under_way);
  search_deeds (&search, &self->held);
  if (search.found == NULL)
    return care_record_get_at (record, search.field);
  if (search.found->what == CARE_STEP_INSERT)
    return care_record_get_at (search.found->record, search.field);
  return search.found->value;
}
