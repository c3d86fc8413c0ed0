/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-cli-choose.h"

#include "care-cli-output.h"
#include "care-edition-plan.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

/* "“Integrating health and social care” (1001), “Another” (1002)" */
static char *
describe_briefings (GListModel *briefings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (briefings); i++)
    {
      g_autoptr (CareRecord) briefing = g_list_model_get_item (briefings, i);

      g_string_append_printf (text, _ ("%s“%s” (%" PRId64 ")"), i > 0 ? ", " : "",
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

/**
 * care_cli_choose_briefing:
 * @library: a library
 * @name: (nullable): the title or id of a briefing; %NULL for the only one
 * @status: (out): the exit code, if there is nothing more to do
 *
 * Finds the briefing that a command is about, or says on stderr why there is
 * none.
 *
 * Returns: (transfer full) (nullable): the briefing, or %NULL if there is nothing
 *   more to do.
 */
CareRecord *
care_cli_choose_briefing (CareLibrary *library, const char *name, CareCliStatus *status)
{
  GListModel *briefings = care_library_list (library, "briefing");
  g_autoptr (CareRecord) chosen = NULL;
  guint n_found = 0;

  if (name != NULL && !g_utf8_validate (name, -1, NULL))
    {
      *status = care_cli_fail (CARE_CLI_USAGE,
                               _ ("The name of the briefing is not valid text; write it in UTF-8"));
      return NULL;
    }

  for (guint i = 0; i < g_list_model_get_n_items (briefings); i++)
    {
      g_autoptr (CareRecord) briefing = g_list_model_get_item (briefings, i);

      if (!is_named (briefing, name))
        continue;
      g_set_object (&chosen, briefing);
      n_found++;
    }
  if (n_found == 1)
    return g_steal_pointer (&chosen);
  *status = fail_to_choose (briefings, name, n_found);
  return NULL;
}

/* "2a (Significant amendment · 25 November 2026 · A. Writer), 2b (…)" */
static char *
describe_editions (GPtrArray *editions, guint64 number)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < editions->len; i++)
    {
      CareRecord *edition = g_ptr_array_index (editions, i);
      g_autofree char *label = care_edition_get_label (edition, editions);
      g_autofree char *what = care_edition_describe (edition);

      if ((guint64) care_record_get_number (edition, "number") == number)
        g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? ", " : "", label, what);
    }
  return g_string_free (text, FALSE);
}

/* Says why no edition of @briefing is meant by @label. */
static CareCliStatus
fail_to_choose_edition (CareLibrary *library, CareRecord *briefing, const char *label)
{
  g_autoptr (GPtrArray) editions = care_edition_list (library, briefing);
  g_autofree char *those = NULL;
  guint64 number;

  /* The number of several; one alone is told by it and would have been found. */
  if (g_ascii_string_to_unsigned (label, 10, 1, G_MAXINT, &number, NULL))
    those = describe_editions (editions, number);
  if (those != NULL && *those != '\0')
    return care_cli_fail (CARE_CLI_USAGE, _ ("“%s” has more than one edition %s, as libraries were merged; choose "
                                             "one: %s"),
                          care_record_get_title (briefing), label, those);
  return care_cli_fail (CARE_CLI_NO_RECORD, _ ("“%s” has no edition %s; `carebrief edition list` shows those it has"),
                        care_record_get_title (briefing), label);
}

/* "2" or "2b" */
static gboolean
is_label (const char *text)
{
  return g_regex_match_simple ("^[1-9][0-9]*[a-z]*$", text, G_REGEX_RAW | G_REGEX_DOLLAR_ENDONLY, 0);
}

/**
 * care_cli_choose_edition:
 * @library: a library
 * @briefing: a briefing of it
 * @number: the number of an edition, as it was typed, with a letter where several
 *   have it
 * @status: (out): the exit code, if there is nothing more to do
 *
 * Finds the edition of @briefing that a command is about, or says on stderr why
 * there is none.
 *
 * Returns: (transfer full) (nullable): the edition, or %NULL if there is nothing
 *   more to do.
 */
CareRecord *
care_cli_choose_edition (CareLibrary *library, CareRecord *briefing, const char *number, CareCliStatus *status)
{
  CareRecord *edition;

  if (!is_label (number))
    {
      *status = care_cli_fail (CARE_CLI_USAGE, _ ("“%s” is no number of an edition; `carebrief edition list` shows them"),
                               number);
      return NULL;
    }
  edition = care_edition_find (library, briefing, number);
  if (edition == NULL)
    *status = fail_to_choose_edition (library, briefing, number);
  return edition;
}
