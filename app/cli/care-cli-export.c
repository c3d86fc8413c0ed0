/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief export [LIBRARY] --format json|pdf */

#include "care-cli-command.h"

#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-file-name.h"
#include "care-library-json.h"
#include "care-library.h"
#include "care-page.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* As a Key Issue has. */
#define USUAL_PAGES 2
#define MOST_PAGES 1000

typedef struct
{
  char *format;
  char *briefing; /* title or id; NULL: the only one */
  char *output;   /* "-": stdout; NULL: the usual place of the format */
  char *pages;    /* a number or "any"; NULL: the usual number */
} Options;

static void
clear_options (Options *options)
{
  g_free (options->format);
  g_free (options->briefing);
  g_free (options->output);
  g_free (options->pages);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* A library must never be replaced by what is made of it. */
static gboolean
is_the_library (const char *path, CareLibrary *library)
{
  GStatBuf output;
  GStatBuf file;

  return g_stat (path, &output) == 0 && g_stat (care_library_get_path (library), &file) == 0
         && output.st_dev == file.st_dev && output.st_ino == file.st_ino;
}

static CareCliStatus
write_output (CareLibrary *library, const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  if (strcmp (path, "-") == 0)
    return care_cli_print_bytes (bytes);
  if (is_the_library (path, library))
    return care_cli_fail (CARE_CLI_NO_ACCESS, _ ("%s: This is the library itself; choose another name"),
                          path);
  if (!care_cli_write_file (path, bytes, &error))
    return care_cli_fail_with (error, path);
  return CARE_CLI_DONE;
}

static CareCliStatus
export_json (CareLibrary *library, const Options *options)
{
  g_autoptr (GPtrArray) records = care_library_records (library);
  g_autoptr (GBytes) json = care_library_json_write (records);

  return write_output (library, options->output == NULL ? "-" : options->output, json);
}

/* "“Integrating health and social care” (1001), “Another” (1002)" */
static char *
describe_briefings (GListModel *briefings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (briefings); i++)
    {
      g_autoptr (CareRecord) briefing = g_list_model_get_item (briefings, i);

      g_string_append_printf (text, _ ("%s“%s” (%" G_GINT64_FORMAT ")"), i > 0 ? ", " : "",
                              care_record_get_title (briefing), care_record_get_id (briefing));
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_named (CareRecord *briefing, const char *name)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (briefing));
  g_autofree char *wanted = NULL;
  g_autofree char *title = NULL;

  if (name == NULL || strcmp (name, id) == 0)
    return TRUE;
  wanted = g_utf8_casefold (name, -1);
  title = g_utf8_casefold (care_record_get_title (briefing), -1);
  return strcmp (wanted, title) == 0;
}

static CareCliStatus
fail_to_choose (GListModel *briefings, const char *name, guint n_found)
{
  g_autofree char *those = describe_briefings (briefings);

  if (g_list_model_get_n_items (briefings) == 0)
    return care_cli_fail (CARE_CLI_NO_RECORD, _ ("There is no briefing in the library"));
  if (name == NULL)
    return care_cli_fail (CARE_CLI_USAGE, _ ("Which briefing? Name it with --briefing; there are %s"), those);
  if (n_found == 0)
    return care_cli_fail (CARE_CLI_NO_RECORD, _ ("There is no briefing “%s”; there are %s"), name, those);
  return care_cli_fail (CARE_CLI_USAGE,
                        _ ("More than one briefing is called “%s”; name it by its number: %s"), name, those);
}

/* The one that is meant, or 0 after saying why there is none. */
static CareId
choose_briefing (CareLibrary *library, const char *name, CareCliStatus *status)
{
  GListModel *briefings = care_library_list (library, "briefing");
  CareId chosen = 0;
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (briefings); i++)
    {
      g_autoptr (CareRecord) briefing = g_list_model_get_item (briefings, i);

      if (!is_named (briefing, name))
        continue;
      chosen = care_record_get_id (briefing);
      n_found++;
    }
  if (n_found == 1)
    return chosen;
  *status = fail_to_choose (briefings, name, n_found);
  return 0;
}

/* "./integrating-health-and-social-care.pdf" */
static char *
make_name (CareRecord *briefing)
{
  g_autofree char *name = care_file_name (care_record_get_title (briefing), "pdf");

  return g_strconcat ("./", name, NULL);
}

static char *
describe_overset (const CarePageOverset *overset)
{
  g_autofree char *lines
    = g_strdup_printf (ngettext ("%d line", "%d lines", (gulong) overset->lines), overset->lines);
  g_autofree char *words
    = g_strdup_printf (ngettext ("%d word", "%d words", (gulong) overset->words), overset->words);

  return g_strdup_printf (_ ("“%s” by %s (%s)"), overset->title, lines, words);
}

static CareCliStatus
fail_to_fit (const CarePages *pages, guint allowed)
{
  const GPtrArray *oversets = care_pages_get_overset (pages);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < oversets->len; i++)
    {
      g_autofree char *overset = describe_overset (g_ptr_array_index (oversets, i));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", overset);
    }
  return care_cli_fail (
    CARE_CLI_OVERSET,
    ngettext ("The briefing does not fit %u page: %s too long; shorten it, or allow more with "
              "--pages",
              "The briefing does not fit %u pages: %s too long; shorten it, or allow more with "
              "--pages",
              allowed),
    allowed, text->str);
}

static CareCliStatus
export_pages (CareLibrary *library, CareSnapshot *snapshot, guint allowed, const char *output)
{
  g_autoptr (CarePages) pages = care_pages_new (snapshot, allowed);
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  CareCliStatus status;

  if (!care_pages_fits (pages))
    return fail_to_fit (pages, allowed);
  pdf = care_pages_to_pdf (pages, &error);
  if (pdf == NULL)
    return care_cli_fail_with (error, NULL);
  name = output == NULL ? make_name (care_snapshot_get_briefing (snapshot)) : g_strdup (output);
  status = write_output (library, name, pdf);
  if (status != CARE_CLI_DONE || strcmp (name, "-") == 0)
    return status;
  line = g_strdup_printf ("%s\n", name);
  return care_cli_print (line);
}

static gboolean
read_pages (const char *text, guint *pages)
{
  guint64 number;

  *pages = text == NULL ? USUAL_PAGES : 0;
  if (text == NULL || strcmp (text, "any") == 0)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, MOST_PAGES, &number, NULL))
    return FALSE;
  *pages = (guint) number;
  return TRUE;
}

static CareCliStatus
export_pdf (CareLibrary *library, const Options *options)
{
  g_autoptr (CareSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  CareCliStatus status;
  guint pages;
  CareId briefing = choose_briefing (library, options->briefing, &status);

  if (briefing == 0)
    return status;
  snapshot = care_library_snapshot (library, briefing, &error);
  if (snapshot == NULL)
    return care_cli_fail_with (error, NULL);
  read_pages (options->pages, &pages);
  return export_pages (library, snapshot, pages, options->output);
}

static CareCliStatus
check_options (const Options *options)
{
  gboolean is_pdf = g_strcmp0 (options->format, "pdf") == 0;
  guint pages;

  if (options->format == NULL)
    return care_cli_fail (CARE_CLI_USAGE, _ ("Say what to export with --format json or --format pdf"));
  if (!is_pdf && strcmp (options->format, "json") != 0)
    return care_cli_fail (CARE_CLI_USAGE, _ ("“%s” is no format to export; choose json or pdf"),
                          options->format);
  if (!is_pdf && (options->briefing != NULL || options->pages != NULL))
    return care_cli_fail (CARE_CLI_USAGE, _ ("--briefing and --pages go with --format pdf; JSON is the whole "
                                             "library"));
  if (options->briefing != NULL && !g_utf8_validate (options->briefing, -1, NULL))
    return care_cli_fail (CARE_CLI_USAGE,
                          _ ("The name of the briefing is not valid text; write it in UTF-8"));
  if (!read_pages (options->pages, &pages))
    return care_cli_fail (CARE_CLI_USAGE, _ ("“%s” is no number of pages; write 1 to %d, or any"),
                          options->pages, MOST_PAGES);
  return CARE_CLI_DONE;
}

static CareCliStatus
export_library (const char *path, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = care_library_open (path, CARE_LIBRARY_READ, &error);

  if (library == NULL)
    return care_cli_fail_with (error, path);
  return strcmp (options->format, "pdf") == 0 ? export_pdf (library, options)
                                              : export_json (library, options);
}

CareCliStatus
care_cli_export (const CareCliCommand *command, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &options.format,
      N_ ("json for the library, pdf for a briefing"), N_ ("FORMAT") },
    { "briefing", 'b', 0, G_OPTION_ARG_FILENAME, &options.briefing,
      N_ ("Title or id of the briefing, where there are several"), N_ ("BRIEFING") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Where to write to, “-” for standard output; JSON goes there, PDF to ./TITLE.pdf where nothing is "
          "said"),
      N_ ("FILE") },
    { "pages", 'p', 0, G_OPTION_ARG_FILENAME, &options.pages,
      N_ ("How many pages it may have: a number (2 where nothing is said) or “any”"), N_ ("PAGES") },
    { NULL },
  };
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, entries, argv, &status);
  g_autofree char *path = NULL;

  if (arguments == NULL)
    return status;
  status = check_options (&options);
  if (status != CARE_CLI_DONE)
    return status;
  path = care_cli_library_argument (arguments, 0);
  return export_library (path, &options);
}
