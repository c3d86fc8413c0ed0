/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief apply LIBRARY: acts as JSON, a line each, from standard input. The id
 * of an act is printed once the act is on the disk, and never before. */

#include "care-cli-command.h"

#include "care-act-json.h"
#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-clock.h"
#include "care-drafts.h"
#include "care-edition-contents.h"
#include "care-edition-pages.h"
#include "care-edition-plan.h"
#include "care-error.h"
#include "care-library.h"
#include "care-store-error.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static gboolean
set_values (CareRecord *record, const CareActLineStep *step, GError **error)
{
  for (guint i = 0; i < step->fields->len; i++)
    if (!care_record_set (record, g_ptr_array_index (step->fields, i), g_ptr_array_index (step->values, i), error))
      return FALSE;
  return care_record_check (record, error);
}

static gboolean
add_insert (CareAct *act, const CareActLineStep *step, GError **error)
{
  g_autoptr (CareRecord) record = care_record_new (step->kind, step->id != 0 ? step->id : care_library_make_id ());

  if (!set_values (record, step, error))
    return FALSE;
  care_act_insert (act, record);
  return TRUE;
}

/* An act in the making, and what it has put in or taken out so far. */
typedef struct
{
  CareLibrary *library;
  CareAct *act;
  GHashTable *own; /* "figure 17016" -> the last CareStep that put it in or took it out */
  guint n_noted;   /* steps of the act that are in it */
} Making;

static char *
make_key (const CareKind *kind, CareId id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, kind->name, id);
}

/* Looks at the steps that have been added since the last time. */
static void
note_steps (Making *self)
{
  GPtrArray *steps = care_act_get_steps (self->act);

  for (; self->n_noted < steps->len; self->n_noted++)
    {
      CareStep *step = g_ptr_array_index (steps, self->n_noted);

      if (step->what != CARE_STEP_SET)
        g_hash_table_insert (self->own, make_key (care_record_get_kind (step->record), care_record_get_id (step->record)),
                             step);
    }
}

/* The record that a step is about: of the library, or put in by the act itself. */
static CareRecord *
find (Making *self, const CareActLineStep *step, GError **error)
{
  g_autofree char *key = make_key (step->kind, step->id);
  const CareStep *own = g_hash_table_lookup (self->own, key);
  CareRecord *record;

  if (own != NULL && own->what == CARE_STEP_DELETE)
    {
      g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_RECORD,
                   _ ("There is no %s %" PRId64 " (“%s”) any more, as an earlier step of this act deletes it; "
                      "leave one of the two steps out"),
                   step->kind->name, step->id, care_record_get_title (own->record));
      return NULL;
    }
  record = own != NULL ? own->record : care_library_find (self->library, step->kind->name, step->id);
  if (record == NULL)
    g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_RECORD,
                 _ ("There is no %s %" PRId64 " in the library; `carebrief list` shows what there is"),
                 step->kind->name, step->id);
  return record;
}

static gboolean
add_set (Making *self, const CareActLineStep *step, GError **error)
{
  CareRecord *record = find (self, step, error);

  for (guint i = 0; record != NULL && i < step->fields->len; i++)
    if (!care_act_set (self->act, record, g_ptr_array_index (step->fields, i), g_ptr_array_index (step->values, i), error))
      return FALSE;
  return record != NULL;
}

static gboolean
add_step (Making *self, const CareActLineStep *step, GError **error)
{
  CareRecord *record;

  switch (step->verb)
    {
    case CARE_ACT_LINE_INSERT:
      return add_insert (self->act, step, error);
    case CARE_ACT_LINE_SET:
      return add_set (self, step, error);
    case CARE_ACT_LINE_DELETE:
    default:
      record = find (self, step, error);
      return record != NULL && care_library_plan_delete (self->library, self->act, record, error);
    }
}

static CareAct *
make_steps (CareLibrary *library, const CareActLine *line, GError **error)
{
  g_autoptr (CareAct) act = care_act_new (line->sentence);
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Making making = { library, act, own, 0 };

  for (guint i = 0; i < line->steps->len; i++)
    {
      if (!add_step (&making, g_ptr_array_index (line->steps, i), error))
        return NULL;
      note_steps (&making);
    }
  return g_steal_pointer (&act);
}

static CareAct *
make_import (CareLibrary *library, const CareActLine *line, GError **error)
{
  g_autoptr (GPtrArray) problems = care_drafts_check_references (line->records, care_library_lookup, library);
  g_autofree char *first = NULL;

  if (problems->len == 0)
    return care_library_plan_import (library, line->records, error);
  first = care_problem_describe (g_ptr_array_index (problems, 0));
  g_set_error_literal (error, CARE_STORE_ERROR, CARE_STORE_ERROR_REFERENCE, first);
  return NULL;
}

static CareAct *
make_edition (CareLibrary *library, const CareActLine *line, GError **error)
{
  CareRecord *briefing = care_library_find (library, "briefing", line->target);
  const CareEditionDraft draft = { line->significant, care_clock_today (), line->note };

  if (briefing != NULL)
    return care_edition_plan (library, briefing, &draft, care_edition_contents_write, care_edition_pages_write, error);
  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_NO_RECORD,
               _ ("There is no such briefing; `carebrief list briefings` shows those there are"));
  return NULL;
}

static CareAct *
make_act (CareLibrary *library, const CareActLine *line, GError **error)
{
  switch (line->what)
    {
    case CARE_ACT_LINE_IMPORT:
      return make_import (library, line, error);
    case CARE_ACT_LINE_RESTORE:
      return care_library_plan_restore (library, line->target, error);
    case CARE_ACT_LINE_EDITION:
      return make_edition (library, line, error);
    case CARE_ACT_LINE_STEPS:
    case CARE_ACT_LINE_UNDO:
    case CARE_ACT_LINE_REDO:
    default:
      return make_steps (library, line, error);
    }
}

/* What an undoing or redoing is called in the history. */
static gboolean
turn (CareLibrary *library, const CareActLine *line, CareId *id, GError **error)
{
  g_autofree char *sentence = line->what == CARE_ACT_LINE_REDO ? care_library_redo (library, error)
                              : line->target != 0              ? care_library_undo_act (library, line->target, error)
                                                               : care_library_undo (library, error);
  g_autoptr (GPtrArray) last = sentence == NULL ? NULL : care_library_history (library, 1, error);

  if (last == NULL || last->len == 0)
    return FALSE;
  *id = ((CareHistoryEntry *) g_ptr_array_index (last, 0))->id;
  return TRUE;
}

/* Does what @line says; *id is 0 where nothing had to change. */
static gboolean
do_line (CareLibrary *library, const CareActLine *line, CareId *id, GError **error)
{
  g_autoptr (CareAct) act = NULL;

  *id = 0;
  if (line->what == CARE_ACT_LINE_UNDO || line->what == CARE_ACT_LINE_REDO)
    return turn (library, line, id, error);
  act = make_act (library, line, error);
  if (act == NULL || !care_library_apply (library, act, error))
    return FALSE;
  *id = care_act_get_id (act);
  return TRUE;
}

static CareCliStatus
print_id (CareId id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT "\n", id);

  return care_cli_print (text);
}

/* Whether there is no sense in going on: the disk, or the file, is the trouble. */
static gboolean
is_final (CareCliStatus status)
{
  return status == CARE_CLI_DISK_FULL || status == CARE_CLI_NO_ACCESS || status == CARE_CLI_DAMAGED;
}

static CareCliStatus
fail_in_line (guint number, const GError *error)
{
  g_autofree char *place = g_strdup_printf (_ ("line %u"), number);

  /* Said of a record in a library this means that the file is damaged; here it is
   * what was typed. */
  if (error->domain == CARE_DOMAIN_ERROR)
    return care_cli_fail (CARE_CLI_REFUSED, "%s: %s", place, error->message);
  return care_cli_fail_with (error, place);
}

static CareCliStatus
run_line (CareLibrary *library, const char *text, gsize length, guint number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareActLine) line = care_act_json_read (text, length, &error);
  CareId id;

  if (line == NULL || !do_line (library, line, &id, &error))
    return fail_in_line (number, error);
  care_library_trim (library);
  return print_id (id);
}

static CareCliStatus
run_lines (CareLibrary *library, FILE *file)
{
  CareCliStatus worst = CARE_CLI_DONE;
  size_t size = 0;
  char *text = NULL;
  gssize length;

  for (guint number = 1; !is_final (worst) && (length = getline (&text, &size, file)) >= 0; number++)
    {
      CareCliStatus status;

      if (strspn (text, " \t\r\n") == (gsize) length)
        continue;
      status = run_line (library, text, (gsize) length, number);
      if (status != CARE_CLI_DONE)
        worst = is_final (status) ? status : CARE_CLI_REFUSED;
    }
  free (text);
  return worst;
}

CareCliStatus
care_cli_apply (const CareCliCommand *command, char **argv)
{
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, NULL, argv, &status);
  g_autoptr (CareLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return status;
  library = care_library_open (arguments[0], CARE_LIBRARY_WRITE, &error);
  if (library == NULL)
    return care_cli_fail_with (error, arguments[0]);
  return run_lines (library, stdin);
}
