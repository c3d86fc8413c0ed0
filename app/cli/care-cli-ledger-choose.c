/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-cli-ledger.h"

#include "care-checks.h"
#include "care-cli-output.h"
#include "care-names.h"

#include <glib/gi18n.h>

/* What is chosen from the figures of a library; an id is 0 where nothing is said. */
typedef struct
{
  CareLibrary *library;
  CareNames *names;
  CareId actor;
  CareId fund;
  CareId place;
  GHashTable *shown; /* by the briefing that is named; or NULL */
} Choice;

static GListModel *
list_kind (const char *kind, gpointer data)
{
  return care_library_list (data, kind);
}

static GPtrArray *
list_children (const char *kind, const char *field, CareId id, gpointer data)
{
  return care_library_children (data, kind, field, id);
}

/* Finds the record that is named; 0 for no name is found, too. */
static gboolean
find (const Choice *choice, const char *kind, const char *name, CareId *id, CareCliStatus *status)
{
  g_autoptr (GError) error = NULL;

  *id = name == NULL ? 0 : care_names_find (choice->names, care_kind_find (kind), name, &error);
  if (error == NULL)
    return TRUE;
  *status = care_cli_fail (CARE_CLI_NO_RECORD, "%s", error->message);
  return FALSE;
}

/* Finds what @briefing shows. */
static gboolean
find_shown (Choice *choice, CareId briefing, CareCliStatus *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSnapshot) snapshot = care_library_snapshot (choice->library, briefing, &error);
  g_autoptr (GPtrArray) figures = snapshot == NULL ? NULL : care_checks_list_shown (snapshot, "figure");

  if (figures == NULL)
    {
      *status = care_cli_fail_with (error, NULL);
      return FALSE;
    }
  choice->shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < figures->len; i++)
    {
      CareId id = care_record_get_id (g_ptr_array_index (figures, i));

      g_hash_table_add (choice->shown, g_memdup2 (&id, sizeof id));
    }
  return TRUE;
}

static gboolean
find_all (Choice *choice, const CareCliLedger *wanted, CareCliStatus *status)
{
  CareId briefing;

  return find (choice, "actor", wanted->actor, &choice->actor, status) && find (choice, "fund", wanted->fund, &choice->fund, status)
         && find (choice, "place", wanted->extent, &choice->place, status)
         && find (choice, "briefing", wanted->briefing, &briefing, status)
         && (briefing == 0 || find_shown (choice, briefing, status));
}

static gboolean
is_chosen (const Choice *choice, CareRecord *figure)
{
  CareId id = care_record_get_id (figure);

  return (choice->actor == 0 || care_record_get_reference (figure, "actor") == choice->actor)
         && (choice->fund == 0 || care_record_get_reference (figure, "fund") == choice->fund)
         && (choice->place == 0 || care_record_get_reference (figure, "place") == choice->place)
         && (choice->shown == NULL || g_hash_table_contains (choice->shown, &id));
}

static void
take (const Choice *choice, GPtrArray *figures, CareRecord *figure)
{
  if (is_chosen (choice, figure))
    g_ptr_array_add (figures, g_object_ref (figure));
}

/* (transfer full) (nullable): those that are named, or all, of those that are chosen. */
static GPtrArray *
list_figures (const Choice *choice, char **named, CareCliStatus *status)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all = care_library_list (choice->library, "figure");
  CareId id;

  for (guint i = 0; named != NULL && named[i] != NULL; i++)
    if (!find (choice, "figure", named[i], &id, status))
      return NULL;
    else
      take (choice, figures, care_library_lookup ("figure", id, choice->library));
  for (guint i = 0; named == NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (CareRecord) figure = g_list_model_get_item (all, i);

      take (choice, figures, figure);
    }
  return g_steal_pointer (&figures);
}

static gboolean
has_figure (GPtrArray *figures, CareId id)
{
  for (guint i = 0; i < figures->len; i++)
    if (care_record_get_id (g_ptr_array_index (figures, i)) == id)
      return TRUE;
  return FALSE;
}

static CareLedgerSheet *
add_chosen (const Choice *choice, const CareCliLedger *wanted, CareCliStatus *status)
{
  g_autoptr (GPtrArray) figures = list_figures (choice, wanted->figures, status);
  CareLedgerOptions options = { .add_owners = wanted->together };

  if (figures == NULL || !find (choice, "figure", wanted->basis, &options.basis, status))
    return NULL;
  if (options.basis == 0 || has_figure (figures, options.basis))
    return care_ledger_sheet_new_of (figures, &options, care_library_lookup, list_children, choice->library);
  *status = care_cli_fail (CARE_CLI_USAGE, _ ("“%s” is not among the figures that are added; choose one of them with --basis"),
                           wanted->basis);
  return NULL;
}

static CareLedgerSheet *
add_saved (const Choice *choice, const char *name, CareCliStatus *status)
{
  CareId id;

  if (!find (choice, "ledger", name, &id, status))
    return NULL;
  return care_ledger_sheet_new (care_library_lookup ("ledger", id, choice->library), care_library_lookup, list_children,
                                choice->library);
}

/* (transfer full) (nullable): what is wanted, added up; NULL if there is nothing more to do. */
CareLedgerSheet *
care_cli_ledger_choose (const CareCliLedger *self, CareLibrary *library, CareCliStatus *status)
{
  g_autoptr (CareNames) names = care_names_new (care_library_lookup, list_kind, library);
  Choice choice = { .library = library, .names = names };
  CareLedgerSheet *sheet = NULL;

  if (self->ledger != NULL)
    sheet = add_saved (&choice, self->ledger, status);
  else if (find_all (&choice, self, status))
    sheet = add_chosen (&choice, self, status);
  g_clear_pointer (&choice.shown, g_hash_table_unref);
  return sheet;
}
