/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-speller.h"

#include <enchant.h>
#include <string.h>

struct _CareSpeller
{
  char *name;
  EnchantDict *dict; /* NULL where none is installed */
  gint is_read;      /* atomic: nothing else is looked at before */
};

/* Languages are named as a briefing names them; which English and Welsh there are,
 * briefings of Parliament leave in no doubt. */
static const char *
name_dictionary (const char *language)
{
  if (language == NULL || g_str_has_prefix (language, "en"))
    return "en_GB";
  return g_str_has_prefix (language, "cy") ? "cy" : language;
}

/* As Parliament writes it, and the dictionary does not. */
static void
add_house_words (EnchantDict *dict)
{
  enchant_dict_add_to_session (dict, "wellbeing", -1);
  enchant_dict_add_to_session (dict, "Wellbeing", -1);
}

/* In a thread: a dictionary is large. Each has a broker of its own, for those are not
 * to be used by two threads at a time. */
static gpointer
read_dictionary (gpointer data)
{
  CareSpeller *self = data;

  if (self->name[0] != '\0')
    self->dict = enchant_broker_request_dict (enchant_broker_init (), self->name);
  if (self->dict != NULL)
    add_house_words (self->dict);
  g_atomic_int_set (&self->is_read, 1);
  return NULL;
}

/**
 * care_speller_get:
 * @language: (nullable): such as "cy"; %NULL: British English
 *
 * Begins to read a dictionary when it is asked for first, and keeps it.
 *
 * Returns: (transfer none): the dictionary, which may not have been read yet.
 */
CareSpeller *
care_speller_get (const char *language)
{
  static GHashTable *spellers; /* name: CareSpeller */
  g_autofree char *name = g_strdelimit (g_strdup (name_dictionary (language)), "-", '_');
  CareSpeller *self;

  if (spellers == NULL)
    spellers = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (spellers, name);
  if (self != NULL)
    return self;
  self = g_new0 (CareSpeller, 1);
  self->name = g_steal_pointer (&name);
  g_hash_table_insert (spellers, self->name, self);
  g_thread_unref (g_thread_new ("care-speller", read_dictionary, self));
  return self;
}

/**
 * care_speller_is_read:
 * @self: a dictionary
 *
 * Returns: whether it has been looked for: nothing else may be asked before.
 */
gboolean
care_speller_is_read (CareSpeller *self)
{
  return g_atomic_int_get (&self->is_read) != 0;
}

/**
 * care_speller_is_installed:
 * @self: a dictionary that has been read
 *
 * Returns: whether there is one: otherwise it cannot be asked about words.
 */
gboolean
care_speller_is_installed (CareSpeller *self)
{
  return self->dict != NULL;
}

/* Dictionaries have the apostrophe of typewriters. */
static char *
straighten (const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "’", -1);

  return g_strjoinv ("'", parts);
}

/**
 * care_speller_knows:
 * @self: a dictionary
 * @word: a word
 *
 * Returns: whether @word is in it, or was added to it.
 */
gboolean
care_speller_knows (CareSpeller *self, const char *word)
{
  g_autofree char *plain = straighten (word);

  return enchant_dict_check (self->dict, plain, (gssize) strlen (plain)) == 0;
}

/**
 * care_speller_suggest:
 * @self: a dictionary
 * @word: a word that it does not know
 * @limit: how many at the most
 *
 * Returns: (transfer full): what may be meant, best first.
 */
char **
care_speller_suggest (CareSpeller *self, const char *word, guint limit)
{
  g_autofree char *plain = straighten (word);
  gsize n = 0;
  char **found = enchant_dict_suggest (self->dict, plain, (gssize) strlen (plain), &n);
  char **best = g_new0 (char *, MIN (n, limit) + 1);

  for (guint i = 0; i < MIN (n, limit); i++)
    best[i] = g_strdup (found[i]);
  if (found != NULL)
    enchant_dict_free_string_list (self->dict, found);
  return best;
}

/**
 * care_speller_add:
 * @self: a dictionary
 * @word: a word
 *
 * Adds @word to the person's own words, for every program that checks spelling so.
 */
void
care_speller_add (CareSpeller *self, const char *word)
{
  g_autofree char *plain = straighten (word);

  enchant_dict_add (self->dict, plain, (gssize) strlen (plain));
}

/**
 * care_speller_ignore:
 * @self: a dictionary
 * @word: a word
 *
 * Lets @word be right until the program ends.
 */
void
care_speller_ignore (CareSpeller *self, const char *word)
{
  g_autofree char *plain = straighten (word);

  enchant_dict_add_to_session (self->dict, plain, (gssize) strlen (plain));
}
