/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief edition make|list|compare [LIBRARY]; an edition is exported by
 * `carebrief export --edition`. */

#include "care-cli-command.h"

#include "care-cli-check.h"
#include "care-cli-choose.h"
#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-cli-table.h"
#include "care-clock.h"
#include "care-edition-contents.h"
#include "care-edition-pages.h"
#include "care-edition-plan.h"

#include <glib/gi18n.h>
#include <string.h>

#define BRIEFING_ENTRY(name) \
  { "briefing", 'b', 0, G_OPTION_ARG_FILENAME, name, N_ ("Title or id of the briefing, where there are several"), \
    N_ ("BRIEFING") }

static CareAct *
plan_and_apply (CareLibrary *library, CareRecord *briefing, const CareEditionDraft *draft, GError **error)
{
  g_autoptr (CareAct) act = care_edition_plan (library, briefing, draft, care_edition_contents_write, care_edition_pages_write, error);

  if (act == NULL || !care_library_apply (library, act, error))
    return NULL;
  return g_steal_pointer (&act);
}

/* An edition is for readers, and what is wrong in it would be kept for ever. */
static CareCliStatus
check_problems (CareLibrary *library, CareRecord *briefing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = care_cli_find_problems (library, briefing, TRUE, &error);
  guint n = findings == NULL ? 0 : care_findings_count (findings, CARE_CHECK_MUST_FIX);

  if (error != NULL)
    return care_cli_fail_with (error, NULL);
  if (n == 0)
    return CARE_CLI_DONE;
  return care_cli_fail (CARE_CLI_MUST_FIX,
                        ngettext ("“%s” has %u problem that must be fixed before an edition is made; `carebrief check` names it",
                                  "“%s” has %u problems that must be fixed before an edition is made; `carebrief check` names them",
                                  n),
                        care_record_get_title (briefing), n);
}

static CareCliStatus
make_edition (const char *path, const char *name, const CareEditionDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = care_library_open (path, CARE_LIBRARY_WRITE, &error);
  g_autoptr (CareRecord) briefing = NULL;
  g_autoptr (CareAct) act = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *line = NULL;
  CareCliStatus status;

  if (library == NULL)
    return care_cli_fail_with (error, path);
  briefing = care_cli_choose_briefing (library, name, &status);
  if (briefing == NULL)
    return status;
  status = check_problems (library, briefing);
  if (status != CARE_CLI_DONE)
    return status;
  act = plan_and_apply (library, briefing, draft, &error);
  if (act == NULL)
    return care_cli_fail_with (error, path);
  clean = care_cli_clean (care_act_get_sentence (act));
  line = g_strdup_printf ("%s\n", clean);
  return care_cli_print (line);
}

static CareCliStatus
run_make (const CareCliCommand *command, char **argv)
{
  g_autofree char *briefing = NULL;
  g_autofree char *note = NULL;
  gboolean significant = FALSE;
  gboolean minor = FALSE;
  const GOptionEntry entries[] = {
    BRIEFING_ENTRY (&briefing),
    { "significant", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &significant,
      N_ ("It is a significant amendment, and counts as published anew"), NULL },
    { "minor", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &minor,
      N_ ("It is a minor correction, which does not change the date of publication"), NULL },
    { "note", 'n', 0, G_OPTION_ARG_FILENAME, &note, N_ ("What has changed since the edition before"), N_ ("TEXT") },
    G_OPTION_ENTRY_NULL
  };
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, entries, argv, &status);
  g_autofree char *path = NULL;

  if (arguments == NULL)
    return status;
  if (significant == minor)
    return care_cli_fail (CARE_CLI_USAGE, _ ("Say whether the edition is a significant amendment or a minor "
                                             "correction with --significant or --minor"));
  if (note != NULL && !g_utf8_validate (note, -1, NULL))
    return care_cli_fail (CARE_CLI_USAGE, _ ("The note is not valid text; write it in UTF-8"));
  path = care_cli_library_argument (arguments, 0);
  return make_edition (path, briefing, &(CareEditionDraft){ significant, care_clock_today (), note });
}

static void
add_row (CareCliTable *table, CareRecord *briefing, CareRecord *edition, GPtrArray *editions)
{
  g_autofree char *label = care_edition_get_label (edition, editions);
  g_autofree char *made = care_record_format (edition, "made");
  g_autofree char *amendment = care_record_format (edition, "amendment");
  g_autofree char *author = care_record_format (edition, "author");
  g_autofree char *note = care_record_format (edition, "note");
  const char *const cells[] = {
    care_record_get_title (briefing), label, amendment, made, author, note, NULL,
  };

  care_cli_table_add_row (table, cells);
}

/* Newest first. */
static void
add_rows (CareCliTable *table, CareLibrary *library, CareRecord *briefing)
{
  g_autoptr (GPtrArray) editions = care_edition_list (library, briefing);

  for (guint i = editions->len; i > 0; i--)
    add_row (table, briefing, g_ptr_array_index (editions, i - 1), editions);
}

static void
add_all_rows (CareCliTable *table, CareLibrary *library)
{
  GListModel *briefings = care_library_list (library, "briefing");

  for (guint i = 0; i < g_list_model_get_n_items (briefings); i++)
    {
      g_autoptr (CareRecord) briefing = g_list_model_get_item (briefings, i);

      add_rows (table, library, briefing);
    }
}

static CareCliTable *
make_table (void)
{
  CareCliTable *table = care_cli_table_new ();

  care_cli_table_add_column (table, _ ("Briefing"), FALSE);
  care_cli_table_add_column (table, _ ("Edition"), TRUE);
  care_cli_table_add_column (table, _ ("Amendment"), FALSE);
  care_cli_table_add_column (table, _ ("Made"), FALSE);
  care_cli_table_add_column (table, _ ("Author"), FALSE);
  care_cli_table_add_column (table, _ ("What Has Changed"), FALSE);
  return table;
}

static CareCliStatus
list_editions (const char *path, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = care_library_open (path, CARE_LIBRARY_READ, &error);
  g_autoptr (CareRecord) briefing = NULL;
  g_autoptr (CareCliTable) table = make_table ();
  g_autofree char *text = NULL;
  CareCliStatus status;

  if (library == NULL)
    return care_cli_fail_with (error, path);
  if (name == NULL)
    add_all_rows (table, library);
  else
    {
      briefing = care_cli_choose_briefing (library, name, &status);
      if (briefing == NULL)
        return status;
      add_rows (table, library, briefing);
    }
  text = care_cli_table_print (table, care_cli_terminal_width ());
  return care_cli_print (text);
}

static CareCliStatus
run_list (const CareCliCommand *command, char **argv)
{
  g_autofree char *briefing = NULL;
  const GOptionEntry entries[] = {
    { "briefing", 'b', 0, G_OPTION_ARG_FILENAME, &briefing,
      N_ ("Only the editions of the briefing of this title or id"), N_ ("BRIEFING") },
    G_OPTION_ENTRY_NULL
  };
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, entries, argv, &status);
  g_autofree char *path = NULL;

  if (arguments == NULL)
    return status;
  path = care_cli_library_argument (arguments, 0);
  return list_editions (path, briefing);
}

typedef struct
{
  char *briefing;
  char *number;
  char *with; /* NULL: the briefing as it stands */
} Comparison;

static void
clear_comparison (Comparison *comparison)
{
  g_free (comparison->briefing);
  g_free (comparison->number);
  g_free (comparison->with);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, clear_comparison)

/* The briefing as an edition holds it, or as it stands. Where there is no such
 * edition, or it cannot be read, that is told. */
static CareSnapshot *
take (CareLibrary *library, CareRecord *briefing, const char *number, CareCliStatus *status)
{
  g_autoptr (CareRecord) edition = NULL;
  g_autoptr (GError) error = NULL;
  CareSnapshot *snapshot;

  if (number != NULL)
    {
      edition = care_cli_choose_edition (library, briefing, number, status);
      if (edition == NULL)
        return NULL;
    }
  snapshot = edition != NULL ? care_edition_contents_open (edition, &error)
                             : care_library_snapshot (library, care_record_get_id (briefing), &error);
  if (snapshot == NULL)
    *status = care_cli_fail_with (error, care_library_get_path (library));
  return snapshot;
}

static CareCliStatus
print_differences (CareSnapshot *before, CareSnapshot *after)
{
  g_autoptr (GPtrArray) texts = care_edition_compare (before, after);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      g_auto (GStrv) lines = g_strsplit (g_ptr_array_index (texts, i), "\n", -1);

      for (guint n = 0; lines[n] != NULL; n++)
        {
          g_autofree char *clean = care_cli_clean (lines[n]);

          g_string_append_printf (out, "%s\n", clean);
        }
    }
  return care_cli_print (out->str);
}

static CareCliStatus
compare_editions (const char *path, const Comparison *comparison)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = care_library_open (path, CARE_LIBRARY_READ, &error);
  g_autoptr (CareRecord) briefing = NULL;
  g_autoptr (CareSnapshot) before = NULL;
  g_autoptr (CareSnapshot) after = NULL;
  CareCliStatus status;

  if (library == NULL)
    return care_cli_fail_with (error, path);
  briefing = care_cli_choose_briefing (library, comparison->briefing, &status);
  if (briefing == NULL)
    return status;
  before = take (library, briefing, comparison->number, &status);
  if (before == NULL)
    return status;
  after = take (library, briefing, comparison->with, &status);
  if (after == NULL)
    return status;
  return print_differences (before, after);
}

static CareCliStatus
run_compare (const CareCliCommand *command, char **argv)
{
  g_auto (Comparison) comparison = { NULL };
  const GOptionEntry entries[] = {
    BRIEFING_ENTRY (&comparison.briefing),
    { "number", 0, 0, G_OPTION_ARG_FILENAME, &comparison.number, N_ ("The number of the edition"), N_ ("NUMBER") },
    { "with", 0, 0, G_OPTION_ARG_FILENAME, &comparison.with,
      N_ ("The number of another edition, where it is not the briefing as it stands"), N_ ("NUMBER") },
    G_OPTION_ENTRY_NULL
  };
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, entries, argv, &status);
  g_autofree char *path = NULL;

  if (arguments == NULL)
    return status;
  if (comparison.number == NULL)
    return care_cli_fail (CARE_CLI_USAGE, _ ("Which edition? Give its number with --number; `carebrief edition list` "
                                             "shows them"));
  path = care_cli_library_argument (arguments, 0);
  return compare_editions (path, &comparison);
}

static const CareCliCommand verbs[] = {
  { "edition make", N_ ("[LIBRARY]"), N_ ("Freeze a briefing with the data as it stands."), 0, 1, run_make },
  { "edition list", N_ ("[LIBRARY]"), N_ ("List the editions of the briefings, newest first."), 0, 1, run_list },
  { "edition compare", N_ ("[LIBRARY]"), N_ ("Say what has changed since an edition."), 0, 1, run_compare },
};

static const CareCliCommand *
find_verb (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name + strlen ("edition "), word) == 0)
      return &verbs[i];
  return NULL;
}

static CareCliStatus
print_help (void)
{
  g_autoptr (GString) text = g_string_new (_ ("Usage:\n"));

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (text, "  carebrief %-17s%-11s%s\n", verbs[i].name, _ (verbs[i].arguments),
                            _ (verbs[i].summary));
  g_string_append (text, _ ("\nEach explains itself with --help. An edition is exported with "
                            "`carebrief export --format pdf --edition NUMBER`.\n"));
  return care_cli_print (text->str);
}

CareCliStatus
care_cli_edition (const CareCliCommand *command, char **argv)
{
  const CareCliCommand *verb;

  if (argv[1] == NULL)
    return care_cli_fail (CARE_CLI_USAGE, _ ("Say what to do with editions: make, list or compare; "
                                             "`carebrief edition --help` explains it"));
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    return print_help ();
  verb = find_verb (argv[1]);
  if (verb == NULL)
    return care_cli_fail (CARE_CLI_USAGE, _ ("“%s” is nothing to do with editions; choose make, list or compare"),
                          argv[1]);
  return verb->run (verb, argv + 1);
}
