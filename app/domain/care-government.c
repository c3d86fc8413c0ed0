/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-government.h"

#include <glib/gi18n.h>
#include <string.h>

#define CON CARE_GOVERNMENT_CONSERVATIVE
#define LAB CARE_GOVERNMENT_LABOUR
#define LIB CARE_GOVERNMENT_LIBERAL_DEMOCRAT

/* A line is added when a government comes into office. One that is made anew after an
 * election with the same Prime Minister and parties goes on. */
static const struct
{
  const char *leader;
  guint parties;
  int year;
  int month;
  int day;
} governments[] = {
  { "Thatcher", CON, 1979, 5, 4 },       { "Major", CON, 1990, 11, 28 },   { "Blair", LAB, 1997, 5, 2 },
  { "Brown", LAB, 2007, 6, 27 },         { "Cameron", CON | LIB, 2010, 5, 11 }, { "Cameron", CON, 2015, 5, 8 },
  { "May", CON, 2016, 7, 13 },           { "Johnson", CON, 2019, 7, 24 },  { "Truss", CON, 2022, 9, 6 },
  { "Sunak", CON, 2022, 10, 25 },        { "Starmer", LAB, 2024, 7, 5 },
};

/**
 * care_government_count:
 *
 * Returns: how many care_government_get() knows.
 */
guint
care_government_count (void)
{
  return G_N_ELEMENTS (governments);
}

/**
 * care_government_get:
 * @index: from 0, the earliest first
 *
 * Returns: that government.
 */
CareGovernment
care_government_get (guint index)
{
  static CareGovernment known[G_N_ELEMENTS (governments)];
  static gsize is_known;

  /* A timeline asks for a hundred thousand pledges. */
  if (g_once_init_enter (&is_known))
    {
      for (guint i = G_N_ELEMENTS (governments); i-- > 0;)
        known[i] = (CareGovernment){ governments[i].leader, governments[i].parties,
                                     care_day_from_ymd (governments[i].year, governments[i].month, governments[i].day),
                                     i + 1 == G_N_ELEMENTS (governments) ? 0 : known[i + 1].formed };
      g_once_init_leave (&is_known, 1);
    }
  return known[index];
}

/* At the beginning or at the end: the party of the whole country or of a part of it, such
 * as “Welsh Labour”, and not the Social Democratic and Labour Party. */
static gboolean
is_called (const char *name, const char *word)
{
  gsize length = strlen (word);

  return (g_str_has_prefix (name, word) && !g_ascii_isalpha (name[length]))
         || (g_str_has_suffix (name, word) && name[strlen (name) - length - 1] == ' ');
}

/**
 * care_government_party_from_name:
 * @name: (nullable): what a party is called
 *
 * Returns: the #CareGovernmentParty, or 0 where it is none of these.
 */
guint
care_government_party_from_name (const char *name)
{
  static const struct
  {
    const char *word;
    guint party;
  } words[] = {
    { "conservative", CON }, { "conservatives", CON },     { "tory", CON },              { "tories", CON },
    { "labour", LAB },       { "liberal democrat", LIB }, { "liberal democrats", LIB }, { "lib dem", LIB },
    { "lib dems", LIB },
  };
  g_autofree char *folded = name == NULL ? NULL : g_strstrip (g_utf8_strdown (name, -1));

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (words); i++)
    if (is_called (folded, words[i].word))
      return words[i].party;
  return 0;
}

/**
 * care_government_party_from_names:
 * @name: (nullable): what a party is called
 * @short_name: (nullable): what it is called for short
 *
 * Returns: the #CareGovernmentParty that either means, or 0.
 */
guint
care_government_party_from_names (const char *name, const char *short_name)
{
  guint party = care_government_party_from_name (name);

  return party != 0 ? party : care_government_party_from_name (short_name);
}

/**
 * care_government_parties_between:
 * @first: a day
 * @last: a day that is not before it
 *
 * Returns: of #CareGovernmentParty: all that were in office on any day from @first to @last.
 */
guint
care_government_parties_between (CareDay first, CareDay last)
{
  guint parties = 0;

  for (guint i = 0; i < G_N_ELEMENTS (governments); i++)
    {
      CareGovernment government = care_government_get (i);

      if (government.formed <= last && (government.ended == 0 || government.ended > first))
        parties |= government.parties;
    }
  return parties;
}

/**
 * care_government_describe:
 * @self: a government
 *
 * Returns: (transfer full): “Cameron (Conservative and Liberal Democrat)”.
 */
char *
care_government_describe (const CareGovernment *self)
{
  static const struct
  {
    guint party;
    const char *name;
  } names[] = { { CON, N_ ("Conservative") }, { LAB, N_ ("Labour") }, { LIB, N_ ("Liberal Democrat") } };
  g_autoptr (GString) parties = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (!(self->parties & names[i].party))
        continue;
      if (parties->len > 0)
        g_string_append (parties, _ (" and "));
      g_string_append (parties, _ (names[i].name));
    }
  /* Translators: a Prime Minister and the parties of the government */
  return g_strdup_printf (_ ("%s (%s)"), self->leader, parties->str);
}
