/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief export [LIBRARY] --format json|pdf|html|text|svg|png [--edition N] */

#include "care-cli-check.h"
#include "care-cli-choose.h"
#include "care-cli-command.h"
#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-edition-contents.h"
#include "care-edition-pages.h"
#include "care-edition-plan.h"
#include "care-file-name.h"
#include "care-library-json.h"
#include "care-library.h"
#include "care-page-volume.h"
#include "care-vocabularies.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_PAGES 1000
/* Sharp on paper. */
#define PNG_DPI 300

/* What a briefing can be exported as. */
typedef struct
{
  const char *name;
  const char *suffix;
  GBytes *(*write) (const CarePages *pages);                  /* all of it, whether it fits or not */
  GBytes *(*write_page) (const CarePages *pages, guint page); /* a picture of one page */
} Format;

static GBytes *
write_png (const CarePages *pages, guint page)
{
  return care_pages_to_png (pages, page, PNG_DPI);
}

/* Without a function: a PDF. */
static const Format formats[] = {
  { "pdf", "pdf", NULL, NULL },
  { "html", "html", care_pages_to_html, NULL },
  { "text", "txt", care_pages_to_text, NULL },
  { "svg", "svg", NULL, care_pages_to_svg },
  { "png", "png", NULL, write_png },
};

static const Format *
find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].name, name) == 0)
      return &formats[i];
  return NULL;
}

typedef struct
{
  char *format;
  char **briefings; /* titles or ids; NULL: the only one */
  gboolean all;     /* of them, in one file */
  char *output;   /* "-": stdout; NULL: the usual place of the format */
  char *pages;    /* a number or "any"; NULL: the usual number */
  char *look;     /* the name of a template; NULL: that of the briefing */
  char *edition;  /* a number; NULL: the briefing as it stands */
  gboolean draft; /* said on each page, as is needed where something must be fixed */
  int page;       /* which one is drawn, from 1; 0: the first */
} Options;

static void
clear_options (Options *options)
{
  g_free (options->format);
  g_strfreev (options->briefings);
  g_free (options->output);
  g_free (options->pages);
  g_free (options->look);
  g_free (options->edition);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static CareCliStatus
write_output (const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  if (strcmp (path, "-") == 0)
    return care_cli_print_bytes (bytes);
  if (!care_library_check_not_at (path, &error) || !care_cli_write_file (path, bytes, &error))
    return care_cli_fail_with (error, path);
  return CARE_CLI_DONE;
}

static CareCliStatus
export_json (CareLibrary *library, const Options *options)
{
  g_autoptr (GPtrArray) records = care_library_records (library);
  g_autoptr (GBytes) json = care_library_json_write (records);

  return write_output (options->output == NULL ? "-" : options->output, json);
}

/* "./integrating-health-and-social-care.pdf" */
static char *
make_name (CareLibrary *library, CareRecord *briefing, CareRecord *edition, const char *suffix)
{
  const char *title = care_record_get_title (briefing);
  g_autoptr (GPtrArray) editions = care_edition_list (library, briefing);
  g_autofree char *name
    = edition == NULL ? care_file_name (title, suffix)
                      : care_edition_file_name (edition, editions, title, suffix);

  return g_strconcat ("./", name, NULL);
}

static CareCliStatus
fail_to_fit (const CarePages *pages, gboolean any)
{
  guint allowed = care_pages_get_n_pages (pages);
  const GPtrArray *oversets = care_pages_get_overset (pages);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *suggestion = care_pages_suggest (pages);

  for (guint i = 0; i < oversets->len; i++)
    {
      g_autofree char *overset = care_page_overset_describe (g_ptr_array_index (oversets, i));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", overset);
    }
  if (any)
    return care_cli_fail (CARE_CLI_OVERSET, _ ("The briefing does not fit, on however many pages: %s; shorten it"),
                          text->str);
  if (suggestion != NULL)
    return care_cli_fail (CARE_CLI_OVERSET,
                          ngettext ("The briefing does not fit %u page: %s. %s, or allow more with --pages",
                                    "The briefing does not fit %u pages: %s. %s, or allow more with --pages",
                                    allowed),
                          allowed, text->str, suggestion);
  return care_cli_fail (
    CARE_CLI_OVERSET,
    ngettext ("The briefing does not fit %u page: %s; shorten it, or allow more with "
              "--pages",
              "The briefing does not fit %u pages: %s; shorten it, or allow more with "
              "--pages",
              allowed),
    allowed, text->str);
}

static CareCliStatus
write_named (const char *name, GBytes *bytes)
{
  g_autofree char *line = NULL;
  CareCliStatus status = write_output (name, bytes);

  if (status != CARE_CLI_DONE || strcmp (name, "-") == 0)
    return status;
  line = g_strdup_printf ("%s\n", name);
  return care_cli_print (line);
}

static CareCliStatus
export_pages (CarePages *pages, const Format *format, gboolean any, guint page, const char *name)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (format->write == NULL && !care_pages_fits (pages))
    return fail_to_fit (pages, any);
  if (page >= care_pages_get_n_pages (pages))
    return care_cli_fail (CARE_CLI_USAGE, ngettext ("There is no page %u; the briefing has %u page",
                                                    "There is no page %u; the briefing has %u pages",
                                                    care_pages_get_n_pages (pages)),
                          page + 1, care_pages_get_n_pages (pages));
  if (format->write_page != NULL)
    bytes = care_pages_check_printable (pages, &error) ? format->write_page (pages, page) : NULL;
  else
    bytes = format->write != NULL ? format->write (pages) : care_pages_to_pdf (pages, &error);
  return bytes == NULL ? care_cli_fail_with (error, NULL) : write_named (name, bytes);
}

static gboolean
read_pages (const char *text, guint *pages)
{
  guint64 number;

  *pages = text == NULL ? CARE_PAGES_USUAL : 0;
  if (text == NULL || strcmp (text, "any") == 0)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, MOST_PAGES, &number, NULL))
    return FALSE;
  *pages = (guint) number;
  return TRUE;
}

/* What was sent out, and not what would be made of it today. */
static gboolean
is_as_published (CareRecord *edition, const Options *options)
{
  return edition != NULL && care_edition_pages_has (edition) && strcmp (options->format, "pdf") == 0
         && options->look == NULL && options->pages == NULL;
}

static CareCliStatus
export_published (CareRecord *edition, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = care_edition_pages_open (edition, &error);

  return pdf == NULL ? care_cli_fail_with (error, NULL) : write_named (name, pdf);
}

static CareCliStatus
export_snapshot (CareLibrary *library, CareSnapshot *snapshot, CareRecord *edition, const Options *options)
{
  const Format *format = find_format (options->format);
  g_autofree char *name
    = options->output == NULL ? make_name (library, care_snapshot_get_briefing (snapshot), edition, format->suffix)
                              : g_strdup (options->output);
  g_autoptr (CarePages) pages = NULL;
  guint allowed;

  if (is_as_published (edition, options))
    return export_published (edition, name);
  read_pages (options->pages, &allowed);
  pages = options->look == NULL ? care_pages_new (snapshot, allowed)
                                : care_pages_new_as (snapshot, options->look, allowed);
  if (options->draft)
    care_pages_mark_draft (pages);
  return export_pages (pages, format, g_strcmp0 (options->pages, "any") == 0, options->page > 0 ? (guint) options->page - 1 : 0, name);
}

/* What must be fixed goes out only as a draft. An edition has gone out. */
static CareCliStatus
check_problems (CareLibrary *library, CareRecord *briefing, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = options->draft ? NULL : care_cli_find_problems (library, briefing, TRUE, &error);
  guint n = findings == NULL ? 0 : care_findings_count (findings, CARE_CHECK_MUST_FIX);

  if (error != NULL)
    return care_cli_fail_with (error, NULL);
  if (n == 0)
    return CARE_CLI_DONE;
  return care_cli_fail (CARE_CLI_MUST_FIX,
                        ngettext ("“%s” has %u problem that must be fixed first; `carebrief check` names it, and --draft "
                                  "exports it as a draft",
                                  "“%s” has %u problems that must be fixed first; `carebrief check` names them, and --draft "
                                  "exports it as a draft",
                                  n),
                        care_record_get_title (briefing), n);
}

static CareCliStatus
export_briefing (CareLibrary *library, const Options *options)
{
  CareCliStatus status;
  const char *named = options->briefings == NULL ? NULL : options->briefings[0];
  g_autoptr (CareRecord) briefing = care_cli_choose_briefing (library, named, &status);
  g_autoptr (CareRecord) edition = NULL;
  g_autoptr (CareSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  if (briefing == NULL)
    return status;
  if (options->edition != NULL)
    {
      edition = care_cli_choose_edition (library, briefing, options->edition, &status);
      if (edition == NULL)
        return status;
    }
  status = edition != NULL ? CARE_CLI_DONE : check_problems (library, briefing, options);
  if (status != CARE_CLI_DONE)
    return status;
  snapshot = edition != NULL ? care_edition_contents_open (edition, &error)
                             : care_library_snapshot (library, care_record_get_id (briefing), &error);
  if (snapshot == NULL)
    return care_cli_fail_with (error, NULL);
  return export_snapshot (library, snapshot, edition, options);
}

/* (transfer full) (nullable): those that are named, in that order, or all. */
static GPtrArray *
choose_briefings (CareLibrary *library, const Options *options, CareCliStatus *status)
{
  g_autoptr (GPtrArray) briefings = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all = care_library_list (library, "briefing");

  for (guint i = 0; options->all && i < g_list_model_get_n_items (all); i++)
    g_ptr_array_add (briefings, g_list_model_get_item (all, i));
  for (guint i = 0; !options->all && options->briefings[i] != NULL; i++)
    {
      CareRecord *briefing = care_cli_choose_briefing (library, options->briefings[i], status);

      if (briefing == NULL)
        return NULL;
      g_ptr_array_add (briefings, briefing);
    }
  if (briefings->len > 0)
    return g_steal_pointer (&briefings);
  *status = care_cli_fail (CARE_CLI_NO_RECORD, _ ("There is no briefing in the library; write one first"));
  return NULL;
}

static CareCliStatus
export_volume (CareLibrary *library, const Options *options)
{
  CareCliStatus status;
  g_autoptr (GPtrArray) briefings = choose_briefings (library, options, &status);
  g_autoptr (GPtrArray) snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) care_snapshot_unref);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree gboolean *drafts = NULL;
  guint allowed;

  if (briefings == NULL)
    return status;
  for (guint i = 0; i < briefings->len; i++)
    {
      CareSnapshot *snapshot;

      status = check_problems (library, g_ptr_array_index (briefings, i), options);
      if (status != CARE_CLI_DONE)
        return status;
      snapshot
        = care_library_snapshot (library, care_record_get_id (g_ptr_array_index (briefings, i)), &error);

      if (snapshot == NULL)
        return care_cli_fail_with (error, NULL);
      g_ptr_array_add (snapshots, snapshot);
    }
  read_pages (options->pages, &allowed);
  drafts = g_new0 (gboolean, snapshots->len);
  for (guint i = 0; i < snapshots->len; i++)
    drafts[i] = options->draft;
  pdf = care_volume_to_pdf (snapshots, options->look, allowed, drafts, NULL, NULL, NULL, &error);
  if (pdf == NULL)
    return care_cli_fail_with (error, NULL);
  title = care_volume_make_title (snapshots);
  name = care_file_name (title, "pdf");
  return write_named (options->output == NULL ? name : options->output, pdf);
}

static gboolean
is_volume (const Options *options)
{
  return options->all || (options->briefings != NULL && options->briefings[0] != NULL && options->briefings[1] != NULL);
}

static CareCliStatus
check_options (const Options *options)
{
  const Format *format = options->format == NULL ? NULL : find_format (options->format);
  guint pages;

  if (options->format == NULL)
    return care_cli_fail (CARE_CLI_USAGE, _ ("Say what to export with --format json, pdf, html, text, svg or png"));
  if (format == NULL && strcmp (options->format, "json") != 0)
    return care_cli_fail (CARE_CLI_USAGE, _ ("“%s” is no format to export; choose json, pdf, html, text, svg or png"),
                          options->format);
  if (format == NULL
      && (options->briefings != NULL || options->all || options->pages != NULL || options->edition != NULL || options->look != NULL))
    return care_cli_fail (CARE_CLI_USAGE, _ ("--briefing, --all, --edition, --template and --pages go with briefings; JSON is "
                                             "the whole library"));
  if (options->look != NULL && care_vocabulary_find (&care_vocabulary_template, options->look) == NULL)
    return care_cli_fail (CARE_CLI_USAGE, _ ("There is no template “%s”; choose key-issue, research-briefing or "
                                             "large-print"),
                          options->look);
  if (format != NULL && format->write != NULL && options->pages != NULL)
    return care_cli_fail (CARE_CLI_USAGE, _ ("--pages goes with --format pdf, svg or png; the others have no pages"));
  if (options->draft && (format == NULL || options->edition != NULL))
    return care_cli_fail (CARE_CLI_USAGE, _ ("--draft goes with briefings as they stand; an edition has gone out"));
  if (options->page < 0 || (options->page > 0 && (format == NULL || format->write_page == NULL)))
    return care_cli_fail (CARE_CLI_USAGE, _ ("--page goes with --format svg or png, and is a number from 1"));
  if (is_volume (options) && (strcmp (options->format, "pdf") != 0 || options->edition != NULL))
    return care_cli_fail (CARE_CLI_USAGE, _ ("Several briefings in one file are a PDF, as they stand: without --edition "
                                             "and with --format pdf"));
  if (options->all && options->briefings != NULL)
    return care_cli_fail (CARE_CLI_USAGE, _ ("--all and --briefing exclude each other; say one of them"));
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
  if (find_format (options->format) == NULL)
    return export_json (library, options);
  return is_volume (options) ? export_volume (library, options) : export_briefing (library, options);
}

CareCliStatus
care_cli_export (const CareCliCommand *command, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &options.format,
      N_ ("json for the library; pdf, html or text for a briefing; svg or png for a page of it"), N_ ("FORMAT") },
    { "all", 'a', 0, G_OPTION_ARG_NONE, &options.all,
      N_ ("All briefings in one PDF, with a list of them and numbered throughout"), NULL },
    { "briefing", 'b', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.briefings,
      N_ ("Title or id of the briefing, where there are several; more than once for those in one PDF"), N_ ("BRIEFING") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Where to write to, “-” for standard output; JSON goes there, what is exported of a briefing to "
          "./TITLE.pdf, .html, .txt, .svg or .png where nothing is said"),
      N_ ("FILE") },
    { "edition", 'e', 0, G_OPTION_ARG_FILENAME, &options.edition,
      N_ ("The edition of that number, as it was made, instead of the briefing as it stands"), N_ ("NUMBER") },
    { "pages", 'p', 0, G_OPTION_ARG_FILENAME, &options.pages,
      N_ ("How many pages it may have: a number or “any”; as many as its template wants where nothing is said"),
      N_ ("PAGES") },
    { "template", 't', 0, G_OPTION_ARG_FILENAME, &options.look,
      N_ ("key-issue, research-briefing or large-print, instead of what the briefing says"), N_ ("TEMPLATE") },
    { "draft", 'd', 0, G_OPTION_ARG_NONE, &options.draft,
      N_ ("Say on each page that it is a draft, and export it though something must be fixed"), NULL },
    { "page", 0, 0, G_OPTION_ARG_INT, &options.page, N_ ("Which page is drawn as svg or png, from 1"), N_ ("NUMBER") },
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
  if (find_format (options.format) != NULL)
    care_pages_prepare ();
  path = care_cli_library_argument (arguments, 0);
  return export_library (path, &options);
}
