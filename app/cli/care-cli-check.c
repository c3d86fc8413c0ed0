/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief check [LIBRARY] [--briefing BRIEFING] [--json] */

#include "care-cli-check.h"

#include "care-cli-choose.h"
#include "care-cli-command.h"
#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-clock.h"
#include "care-findings-json.h"

#include <glib/gi18n.h>

/**
 * care_cli_find_problems:
 * @library: a library
 * @briefing: a briefing of it
 * @must_fix_only: whether only what must be fixed is looked for
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CareFinding): what checks find in
 *   @briefing as it stands.
 */
GPtrArray *
care_cli_find_problems (CareLibrary *library, CareRecord *briefing, gboolean must_fix_only, GError **error)
{
  g_autoptr (CareSnapshot) snapshot = care_library_snapshot_to_check (library, care_record_get_id (briefing), error);
  g_autoptr (CareDate) today = care_date_from_day (care_clock_today ());

  if (snapshot == NULL)
    return NULL;
  return care_checks_run (snapshot, today, must_fix_only);
}

static void
append_line (GString *out, const CareFinding *finding)
{
  g_autofree char *place = care_finding_describe_place (finding);
  g_autofree char *line = g_strdup_printf (_ ("%s (%s; check %s)"), finding->sentence, place, finding->check->id);
  g_autofree char *clean = care_cli_clean (line);

  g_string_append_printf (out, "  %s\n", clean);
  if (finding->exception != NULL)
    {
      g_autofree char *reason = care_cli_clean (care_record_get_title (finding->exception));

      g_string_append_printf (out, _ ("    kept, because: %s\n"), reason);
    }
}

typedef enum
{
  GROUP_MUST_FIX,
  GROUP_LOOK_AT,
  GROUP_KEPT,
} Group;

static Group
get_group (const CareFinding *finding)
{
  if (finding->exception != NULL)
    return GROUP_KEPT;
  return finding->check->level == CARE_CHECK_MUST_FIX ? GROUP_MUST_FIX : GROUP_LOOK_AT;
}

static void
append_group (GString *out, GPtrArray *findings, Group group, const char *title)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += get_group (g_ptr_array_index (findings, i)) == group ? 1 : 0;
  if (n > 0)
    g_string_append_printf (out, "%s (%u)\n", title, n);
  for (guint i = 0; i < findings->len; i++)
    if (get_group (g_ptr_array_index (findings, i)) == group)
      append_line (out, g_ptr_array_index (findings, i));
}

static CareCliStatus
print_text (GPtrArray *findings)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint n_checks, n_passed = 0;
  const CareCheck *checks = care_checks_list (&n_checks);

  append_group (out, findings, GROUP_MUST_FIX, _ ("Must fix before export"));
  append_group (out, findings, GROUP_LOOK_AT, _ ("Look at"));
  append_group (out, findings, GROUP_KEPT, _ ("Kept"));
  for (guint i = 0; i < n_checks; i++)
    n_passed += care_findings_passes (findings, &checks[i]) ? 1 : 0;
  g_string_append_printf (out, _ ("%u of %u checks passed\n"), n_passed, n_checks);
  return care_cli_print (out->str);
}

static CareCliStatus
check (const char *path, const char *name, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = care_library_open (path, CARE_LIBRARY_READ, &error);
  g_autoptr (CareRecord) briefing = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CareCliStatus status;

  if (library == NULL)
    return care_cli_fail_with (error, path);
  briefing = care_cli_choose_briefing (library, name, &status);
  if (briefing == NULL)
    return status;
  findings = care_cli_find_problems (library, briefing, FALSE, &error);
  if (findings == NULL)
    return care_cli_fail_with (error, path);
  if (json)
    bytes = care_findings_json_write (findings);
  status = json ? care_cli_print_bytes (bytes) : print_text (findings);
  if (status == CARE_CLI_DONE && care_findings_count (findings, CARE_CHECK_MUST_FIX) > 0)
    return CARE_CLI_MUST_FIX;
  return status;
}

CareCliStatus
care_cli_check (const CareCliCommand *command, char **argv)
{
  g_autofree char *briefing = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "briefing", 'b', 0, G_OPTION_ARG_FILENAME, &briefing, N_ ("Title or id of the briefing, where there are several"),
      N_ ("BRIEFING") },
    { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &json, N_ ("Write JSON instead of text"), NULL },
    G_OPTION_ENTRY_NULL
  };
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, entries, argv, &status);
  g_autofree char *path = NULL;

  if (arguments == NULL)
    return status;
  path = care_cli_library_argument (arguments, 0);
  return check (path, briefing, json);
}
