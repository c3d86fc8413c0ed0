/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief merge MINE THEIRS */

#include "care-cli-command.h"

#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-library-merge.h"
#include "care-merge-json.h"

#include <glib/gi18n.h>

typedef struct
{
  char *base;
  gboolean mine;
  gboolean theirs;
  gboolean report;
  gboolean json;
} Options;

static CareCliStatus
check_options (const Options *options)
{
  if (options->mine + options->theirs + options->report > 1)
    return care_cli_fail (CARE_CLI_USAGE, _ ("Only one of --mine, --theirs and --report can be meant; choose one"));
  if (options->json && !options->report)
    return care_cli_fail (CARE_CLI_USAGE, _ ("Only a report can be written as JSON; say --report too"));
  return CARE_CLI_DONE;
}

static void
append_line (GString *text, const char *format, const char *line)
{
  g_autofree char *clean = care_cli_clean (line);

  g_string_append_printf (text, "%s%s\n", format, clean);
}

static void
append_conflicts (GString *text, CareMerge *merge, CareMergeLibraries *libraries)
{
  GPtrArray *conflicts = care_merge_get_conflicts (merge);

  for (guint i = 0; i < conflicts->len; i++)
    {
      g_autofree char *line
        = care_merge_conflict_describe (g_ptr_array_index (conflicts, i), care_library_merge_lookup, libraries);
      append_line (text, _ ("Conflict: "), line);
    }
}

static void
append_taken (GString *text, CareMerge *merge, CareMergeLibraries *libraries)
{
  g_autoptr (GPtrArray) taken = care_merge_taken (merge);

  for (guint i = 0; i < taken->len; i++)
    {
      g_autofree char *description
        = care_difference_describe (g_ptr_array_index (taken, i), care_library_merge_lookup, libraries);
      g_auto (GStrv) lines = g_strsplit (description, "\n", -1);

      for (guint n = 0; lines[n] != NULL; n++)
        append_line (text, _ ("Taken: "), lines[n]);
    }
}

static char *
count_taken (CareMerge *merge)
{
  guint n = care_merge_count_taken (merge);
  g_autofree char *number = care_cli_format_count (n);

  return g_strdup_printf (ngettext ("%s change taken", "%s changes taken", n), number);
}

static CareCliStatus
print_report (CareMerge *merge, CareMergeLibraries *libraries, gboolean json)
{
  guint n = care_merge_get_conflicts (merge)->len;
  g_autofree char *taken = count_taken (merge);
  g_autofree char *number = care_cli_format_count (n);
  g_autoptr (GString) text = g_string_new (NULL);

  if (json)
    {
      g_autoptr (GBytes) bytes = care_merge_json_write (merge);
      return care_cli_print_bytes (bytes);
    }
  append_taken (text, merge, libraries);
  append_conflicts (text, merge, libraries);
  g_string_append_printf (text, ngettext ("%s, %s conflict to decide\n", "%s, %s conflicts to decide\n", n), taken,
                          number);
  return care_cli_print (text->str);
}

static CareCliStatus
refuse (CareMerge *merge, CareMergeLibraries *libraries)
{
  guint n = care_merge_get_conflicts (merge)->len;
  g_autofree char *number = care_cli_format_count (n);
  g_autoptr (GString) text = g_string_new (NULL);
  CareCliStatus status;

  append_conflicts (text, merge, libraries);
  status = care_cli_print (text->str);
  if (status != CARE_CLI_DONE)
    return status;
  return care_cli_fail (CARE_CLI_REFUSED,
                        ngettext ("Nothing was merged, as %s conflict is to be decided; say --mine or --theirs",
                                  "Nothing was merged, as %s conflicts are to be decided; say --mine or --theirs", n),
                        number);
}

static CareCliStatus
do_merge (CareMerge *merge, CareMergeLibraries *libraries)
{
  guint n = care_merge_get_conflicts (merge)->len;
  g_autofree char *name = care_library_merge_name (libraries->theirs);
  g_autofree char *clean = care_cli_clean (name);
  g_autofree char *taken = count_taken (merge);
  g_autofree char *number = care_cli_format_count (n);
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;

  if (!care_library_merge_apply (libraries, merge, &error))
    return care_cli_fail_with (error, care_library_get_path (libraries->mine));
  line = g_strdup_printf (
    ngettext ("Merged “%s”: %s, %s conflict decided\n", "Merged “%s”: %s, %s conflicts decided\n", n), clean, taken,
    number);
  return care_cli_print (line);
}

static CareCliStatus
merge_libraries (CareMergeLibraries *libraries, CareLibrary *base, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareMerge) merge = care_library_merge_plan (libraries, base, &error);

  if (merge == NULL)
    return care_cli_fail_with (error, NULL);
  if (options->report)
    return print_report (merge, libraries, options->json);
  if (options->mine || options->theirs)
    care_merge_decide_all (merge, options->mine ? CARE_MERGE_KEEP_MINE : CARE_MERGE_TAKE_THEIRS);
  return care_merge_count_undecided (merge) > 0 ? refuse (merge, libraries) : do_merge (merge, libraries);
}

static CareCliStatus
open_and_merge (char **arguments, const Options *options)
{
  CareLibraryMode mode = options->report ? CARE_LIBRARY_READ : CARE_LIBRARY_WRITE;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) mine = care_library_open (arguments[0], mode, &error);
  g_autoptr (CareLibrary) theirs = NULL;
  g_autoptr (CareLibrary) base = NULL;
  CareMergeLibraries libraries;

  if (mine == NULL)
    return care_cli_fail_with (error, arguments[0]);
  theirs = care_library_open (arguments[1], CARE_LIBRARY_READ, &error);
  if (theirs == NULL)
    return care_cli_fail_with (error, arguments[1]);
  if (options->base != NULL)
    base = care_library_open (options->base, CARE_LIBRARY_READ, &error);
  if (error != NULL)
    return care_cli_fail_with (error, options->base);
  libraries = (CareMergeLibraries){ .mine = mine, .theirs = theirs };
  return merge_libraries (&libraries, base, options);
}

CareCliStatus
care_cli_merge (const CareCliCommand *command, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "base", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.base,
      N_("The library that both have grown from, where their histories do not tell"), N_("COMMON") },
    { "mine", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options.mine,
      N_("Decide every conflict as MINE has it"), NULL },
    { "theirs", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options.theirs,
      N_("Decide every conflict as THEIRS has it"), NULL },
    { "report", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options.report,
      N_("Say what would be taken and what is in conflict, and change nothing"), NULL },
    { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options.json, N_("Write the report as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, entries, argv, &status);
  g_autofree char *base = options.base;

  if (arguments == NULL)
    return status;
  status = check_options (&options);
  return status == CARE_CLI_DONE ? open_and_merge (arguments, &options) : status;
}
