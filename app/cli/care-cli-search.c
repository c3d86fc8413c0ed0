/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief search QUERY [LIBRARY] */

#include "care-cli-command.h"

#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-hits-json.h"
#include "care-search.h"

#include <glib/gi18n.h>
#include <string.h>

#define DEFAULT_LIMIT 20

static void
append_hit (GString *text, const CareHit *hit)
{
  g_autofree char *title = care_cli_clean (hit->title);
  g_autofree char *snippet = care_cli_clean (hit->snippet);

  g_string_append_printf (text, "%s %" G_GINT64_FORMAT ": %s\n", hit->kind->name, hit->id, title);
  if (snippet[0] != '\0')
    g_string_append_printf (text, "    %s\n", snippet);
}

/* "41 found: 30 Figures, 11 Sources" */
static void
append_counts (GString *text, CareTally *tally)
{
  const CareKind *kinds;
  guint n_kinds;
  guint n = 0;

  g_string_append_printf (text, ngettext ("%u found", "%u found", care_tally_get_total (tally)),
                          care_tally_get_total (tally));
  kinds = care_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    if (care_tally_get (tally, &kinds[i]) > 0)
      g_string_append_printf (text, "%s %u %s", n++ == 0 ? ":" : ",", care_tally_get (tally, &kinds[i]),
                              _ (care_tally_get (tally, &kinds[i]) == 1 ? kinds[i].label : kinds[i].label_plural));
  g_string_append_c (text, '\n');
}

static CareCliStatus
print_text (GPtrArray *hits, CareTally *tally)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    append_hit (text, g_ptr_array_index (hits, i));
  append_counts (text, tally);
  return care_cli_print (text->str);
}

static CareCliStatus
print_json (GPtrArray *hits, CareTally *tally)
{
  g_autoptr (CareHitsJson) json = care_hits_json_new (care_tally_get_total (tally));
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < hits->len; i++)
    {
      const CareHit *hit = g_ptr_array_index (hits, i);

      care_hits_json_add (json, hit->kind, hit->id, hit->title, hit->snippet);
    }
  bytes = care_hits_json_write (json);
  return care_cli_print_bytes (bytes);
}

static CareCliStatus
search (const char *path, const char *typed, guint limit, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = care_library_open (path, CARE_LIBRARY_READ, &error);
  g_autoptr (GPtrArray) hits = library == NULL ? NULL : care_library_search (library, typed, limit, &error);
  g_autoptr (CareTally) tally = hits == NULL ? NULL : care_tally_new (library, typed, &error);

  if (tally == NULL)
    return care_cli_fail_with (error, path);
  while (care_tally_go_on (tally, &error))
    ;
  if (error != NULL)
    return care_cli_fail_with (error, path);
  return json ? print_json (hits, tally) : print_text (hits, tally);
}

/* How many words the option is that @words begin with; 0 if they begin with none. */
static guint
count_option (char **words)
{
  static const char *const alone[] = { "--json", "--help", "-h", NULL };

  if (g_strv_contains (alone, words[0]) || g_str_has_prefix (words[0], "--limit="))
    return 1;
  if (strcmp (words[0], "--limit") != 0)
    return 0;
  return words[1] == NULL ? 1 : 2;
}

/* (transfer full): @argv, in which the query is not taken for an option, whatever it
 * begins with: a space before it says nothing in a query. */
static char **
guard_query (char **argv)
{
  char **words = g_strdupv (argv);
  guint query = 1;
  char *guarded;

  while (words[query] != NULL && count_option (words + query) > 0)
    query += count_option (words + query);
  if (words[query] == NULL || words[query][0] != '-' || strcmp (words[query], "--") == 0)
    return words;
  guarded = g_strconcat (" ", words[query], NULL);
  g_free (words[query]);
  words[query] = guarded;
  return words;
}

CareCliStatus
care_cli_search (const CareCliCommand *command, char **argv)
{
  int limit = DEFAULT_LIMIT;
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "limit", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &limit, N_("List so many, 20 if it is not said"), N_("N") },
    { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &json, N_("Write JSON instead of text"), NULL },
    G_OPTION_ENTRY_NULL
  };
  CareCliStatus status;
  g_auto (GStrv) words = guard_query (argv);
  g_auto (GStrv) arguments = care_cli_parse (command, options, words, &status);
  g_autofree char *path = NULL;

  if (arguments == NULL)
    return status;
  if (limit < 0)
    return care_cli_fail (CARE_CLI_USAGE, _ ("A list cannot be shorter than nothing; say how many with --limit"));
  path = care_cli_library_argument (arguments, 1);
  return search (path, arguments[0], (guint) limit, json);
}
