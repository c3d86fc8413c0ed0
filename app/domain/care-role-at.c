/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A period begins at some time that "since" spans and ends at some time that "until"
 * spans. It holds on a date if it had begun by the end of the date and had not ended
 * before its start, and if no part of the date is known to be outside it:
 *
 *   since 1997, date 1997          holds: both are known to the year
 *   since 1997, date March 1997    perhaps
 *   since September 2012, date 2012 perhaps: the year began without it
 *   no until                       it goes on
 *
 * The words are those of the page, whose language is not that of the window. */

#include "care-role-at.h"

#include <string.h>

#define UNDATED " (dates of office not recorded)"

static gboolean
has_begun (const CareDate *since, const CareDate *date)
{
  CareDay earliest = care_date_get_earliest (since);
  CareDay latest = care_date_get_latest (since);

  return latest != 0 && latest <= care_date_get_latest (date)
         && (earliest == 0 || earliest <= care_date_get_earliest (date));
}

static gboolean
goes_on (const CareDate *until, const CareDate *date)
{
  CareDay earliest = care_date_get_earliest (until);
  CareDay latest = care_date_get_latest (until);

  return earliest != 0 && earliest >= care_date_get_earliest (date)
         && (latest == 0 || latest >= care_date_get_latest (date));
}

static gboolean
is_outside (const CareDate *since, const CareDate *until, const CareDate *date)
{
  CareDay first = since == NULL ? 0 : care_date_get_earliest (since);
  CareDay last = until == NULL ? 0 : care_date_get_latest (until);
  CareDay start = care_date_get_earliest (date);
  CareDay end = care_date_get_latest (date);

  return (first != 0 && end != 0 && end < first) || (last != 0 && start != 0 && start > last);
}

static gboolean
is_bounded (const CareDate *date)
{
  return date != NULL && care_date_get_earliest (date) != 0 && care_date_get_latest (date) != 0;
}

/**
 * care_role_held:
 * @role: a role
 * @date: (nullable): a date, if one is known
 *
 * Returns: whether @role was held then.
 */
CareHeld
care_role_held (CareRecord *role, const CareDate *date)
{
  g_autoptr (CareDate) since = care_record_dup_date (role, "since");
  g_autoptr (CareDate) until = care_record_dup_date (role, "until");

  if (date != NULL && is_outside (since, until, date))
    return CARE_HELD_NOT;
  if (!is_bounded (date) || since == NULL || !has_begun (since, date))
    return CARE_HELD_PERHAPS;
  return until == NULL || goes_on (until, date) ? CARE_HELD : CARE_HELD_PERHAPS;
}

/* (transfer full): an end of an interval, or any other date. */
static char *
format_edtf (const char *edtf)
{
  g_autoptr (CareDate) date = care_date_from_edtf (edtf, NULL);

  return care_date_format (date, CARE_DATE_HOUSE);
}

/* " from 1997", " until 2015 or before", " until some time in 1997 – May 2015" */
static void
append_bound (GString *words, const char *edtf, const char *preposition)
{
  g_auto (GStrv) ends = g_strsplit (edtf, "/", 2);
  gboolean is_interval = ends[1] != NULL;
  gboolean is_open_start = g_strcmp0 (ends[0], "..") == 0;
  gboolean is_open_end = g_strcmp0 (ends[1], "..") == 0;
  g_autofree char *date = format_edtf (is_open_start ? ends[1] : is_open_end ? ends[0] : edtf);

  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, preposition);
  if (is_interval && !is_open_start && !is_open_end)
    g_string_append (words, " some time in");
  g_string_append_printf (words, " %s%s", date, is_open_start ? " or before" : is_open_end ? " or later" : "");
}

/**
 * care_role_tell_period:
 * @record: a role or an alias
 *
 * Returns: (transfer full) (nullable): "from September 2012 until July 2018", as far as
 *   that is known; %NULL where nothing of it is.
 */
char *
care_role_tell_period (CareRecord *record)
{
  const char *since = care_record_get (record, "since");
  const char *until = care_record_get (record, "until");
  g_autoptr (GString) words = g_string_new (NULL);

  if (since != NULL)
    append_bound (words, since, "from");
  if (until != NULL)
    append_bound (words, until, "until");
  return words->len == 0 ? NULL : g_string_free (g_steal_pointer (&words), FALSE);
}

/* "Health Secretary (from September 2012 until July 2018)" */
static char *
tell_tenure (CareRecord *role)
{
  g_autofree char *period = care_role_tell_period (role);

  if (period == NULL)
    return g_strdup (care_record_get_title (role));
  return g_strdup_printf ("%s (%s)", care_record_get_title (role), period);
}

/* "a", "a and b", "a, b and c" */
static void
append_list (GString *words, GPtrArray *posts)
{
  for (guint i = 0; i < posts->len; i++)
    g_string_append_printf (words, "%s%s", i == 0 ? "" : i + 1 == posts->len ? " and " : ", ",
                            (const char *) g_ptr_array_index (posts, i));
}

static gboolean
is_dated (CareRecord *role)
{
  return care_record_get (role, "since") != NULL || care_record_get (role, "until") != NULL;
}

/* Without a date of the briefing, what has an end has ended. */
static gboolean
is_held_still (CareRecord *role, const CareDate *briefing)
{
  return briefing == NULL ? care_record_get (role, "until") == NULL : care_role_held (role, briefing) == CARE_HELD;
}

/* What was held then, still held at the time of the briefing or no longer. */
static char *
tell_held (GPtrArray *roles, const CareDate *date, const CareDate *briefing)
{
  g_autoptr (GPtrArray) now = g_ptr_array_new ();
  g_autoptr (GPtrArray) then = g_ptr_array_new ();
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < roles->len; i++)
    {
      CareRecord *role = g_ptr_array_index (roles, i);

      if (care_role_held (role, date) == CARE_HELD)
        g_ptr_array_add (is_held_still (role, briefing) ? now : then, (gpointer) care_record_get_title (role));
    }
  append_list (words, now);
  if (then->len > 0)
    g_string_append_printf (words, "%sthen ", now->len > 0 ? ", " : "");
  append_list (words, then);
  return g_string_free (words, FALSE);
}

/* What may have been held then, with the dates there are. */
static char *
tell_perhaps (GPtrArray *roles, const CareDate *date, gboolean dated)
{
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func (g_free);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < roles->len; i++)
    {
      CareRecord *role = g_ptr_array_index (roles, i);

      if (care_role_held (role, date) == CARE_HELD_PERHAPS && is_dated (role) == dated)
        g_ptr_array_add (posts, tell_tenure (role));
    }
  append_list (words, posts);
  if (posts->len > 0 && !dated)
    g_string_append (words, UNDATED);
  return g_string_free (words, FALSE);
}

/**
 * care_role_at:
 * @roles: (element-type CareRecord): the roles of a person
 * @date: (nullable): when the person spoke or acted, if that is known
 * @briefing: (nullable): the date of the briefing that tells of it, if it has one
 *
 * Says what somebody was at a time: "Health Secretary", or "then Health Secretary" where
 * that is not so any more at the time of @briefing. Where the dates do not tell whether
 * a role was held, they are given: "Health Secretary (from September 2012)".
 *
 * Returns: (transfer full) (nullable): the words, or %NULL if no role of that time is
 *   known.
 */
char *
care_role_at (GPtrArray *roles, const CareDate *date, const CareDate *briefing)
{
  char *words = tell_held (roles, date, briefing);

  for (int dated = TRUE; dated >= FALSE && *words == '\0'; dated--)
    {
      g_free (words);
      words = tell_perhaps (roles, date, dated);
    }
  if (*words == '\0')
    g_clear_pointer (&words, g_free);
  return words;
}

/* A name without a beginning was in use from the first. */
static gboolean
is_name_on (CareRecord *alias, const CareDate *date)
{
  g_autoptr (CareDate) since = care_record_dup_date (alias, "since");
  g_autoptr (CareDate) until = care_record_dup_date (alias, "until");

  if (since == NULL && until == NULL)
    return FALSE;
  return (since == NULL || has_begun (since, date)) && (until == NULL || goes_on (until, date));
}

/**
 * care_actor_name_on:
 * @actor: a body
 * @aliases: (element-type CareRecord): its other names
 * @date: (nullable): a date, if one is known
 *
 * Returns: (transfer none): what @actor was called then: another name where the dates of
 *   that name tell so, else its own.
 */
const char *
care_actor_name_on (CareRecord *actor, GPtrArray *aliases, const CareDate *date)
{
  for (guint i = 0; is_bounded (date) && i < aliases->len; i++)
    if (is_name_on (g_ptr_array_index (aliases, i), date))
      return care_record_get_title (g_ptr_array_index (aliases, i));
  return care_record_get_title (actor);
}
