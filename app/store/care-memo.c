/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-memo.h"

#include <string.h>

/* A power of two. */
#define N_PLACES 4096
/* What is longer hardly comes again. */
#define MAX_TEXT_BYTES 64

typedef struct
{
  gconstpointer about;
  char *text; /* NULL: nothing is kept here */
  char *answer;
} Note;

/* Each text has one place, where what comes later puts out what was there: so it
 * never grows, and never has to be tidied. */
struct _CareMemo
{
  Note notes[N_PLACES];
};

/**
 * care_memo_get:
 * @place: where a thread keeps it, with care_memo_free() as its notify
 *
 * Returns: (transfer none): what the thread at hand keeps there.
 */
CareMemo *
care_memo_get (GPrivate *place)
{
  CareMemo *self = g_private_get (place);

  if (self != NULL)
    return self;
  self = g_new0 (CareMemo, 1);
  g_private_set (place, self);
  return self;
}

/* A #GDestroyNotify for #CareMemo. */
void
care_memo_free (gpointer self)
{
  CareMemo *memo = self;

  for (guint i = 0; i < N_PLACES; i++)
    {
      g_free (memo->notes[i].text);
      g_free (memo->notes[i].answer);
    }
  g_free (memo);
}

static Note *
find_place (CareMemo *self, gconstpointer about, const char *text)
{
  return &self->notes[(g_str_hash (text) ^ g_direct_hash (about) >> 4) & (N_PLACES - 1)];
}

/**
 * care_memo_find:
 * @self: a memo
 * @about: what kind of answer is wanted
 * @text: a text
 *
 * Returns: (transfer none) (nullable): the answer that was kept, valid until the
 *   next one is.
 */
const char *
care_memo_find (CareMemo *self, gconstpointer about, const char *text)
{
  const Note *note = find_place (self, about, text);

  return note->text != NULL && note->about == about && strcmp (note->text, text) == 0 ? note->answer : NULL;
}

/**
 * care_memo_keep:
 * @self: a memo
 * @about: what kind of answer it is
 * @text: a text
 * @answer: what it will be to the same text each time
 *
 * Keeps @answer, for as long as no other takes its place.
 */
void
care_memo_keep (CareMemo *self, gconstpointer about, const char *text, const char *answer)
{
  Note *note = find_place (self, about, text);

  if (strlen (text) > MAX_TEXT_BYTES)
    return;
  g_free (note->text);
  g_free (note->answer);
  *note = (Note) { about, g_strdup (text), g_strdup (answer) };
}
