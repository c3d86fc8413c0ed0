/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mutations.h"

#include <string.h>

static void
randomise (guint8 *data, gsize length, GRand *random)
{
  for (gsize i = 0; i < length; i++)
    data[i] = (guint8) g_rand_int_range (random, 0, 256);
}

/**
 * mutation_damage_page:
 * @bytes: a file
 * @page: one of its pages, from 0
 * @how: below %N_PAGE_DAMAGES
 * @random: what to take chance from
 *
 * Makes a page zero or random, or turns one bit of it.
 */
void
mutation_damage_page (GByteArray *bytes, guint page, guint how, GRand *random)
{
  guint8 *start = bytes->data + (gsize) page * MUTATION_PAGE_SIZE;

  if (how == 0)
    memset (start, 0, MUTATION_PAGE_SIZE);
  else if (how == 1)
    randomise (start, MUTATION_PAGE_SIZE, random);
  else
    start[g_rand_int_range (random, 0, MUTATION_PAGE_SIZE)] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
}

static guint
any_place (GByteArray *bytes, GRand *random)
{
  return (guint) g_rand_int_range (random, 0, (gint32) bytes->len);
}

/* The start of a page is where its structure is: it is hit more often. */
static guint
any_place_of_structure (GByteArray *bytes, GRand *random)
{
  guint place = any_place (bytes, random);

  if (g_rand_boolean (random))
    place = place / MUTATION_PAGE_SIZE * MUTATION_PAGE_SIZE + (guint) g_rand_int_range (random, 0, 120);
  return MIN (place, bytes->len - 1);
}

static void
set_number (GByteArray *bytes, GRand *random)
{
  static const guint32 numbers[] = { 0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff };
  guint32 number = GUINT32_TO_BE (numbers[g_rand_int_range (random, 0, G_N_ELEMENTS (numbers))]);
  guint place = any_place_of_structure (bytes, random);
  guint length = 1u << g_rand_int_range (random, 0, 3);

  length = MIN (length, bytes->len - place);
  memcpy (bytes->data + place, (guint8 *) &number + 4 - length, length);
}

static void
copy_part (GByteArray *bytes, GRand *random)
{
  guint from = any_place (bytes, random);
  guint to = any_place (bytes, random);
  guint length = (guint) g_rand_int_range (random, 1, 2 * MUTATION_PAGE_SIZE);

  memmove (bytes->data + to, bytes->data + from, MIN (length, bytes->len - MAX (from, to)));
}

static void
fill_part (GByteArray *bytes, GRand *random, gboolean zero)
{
  guint place = any_place_of_structure (bytes, random);
  guint length = (guint) g_rand_int_range (random, 1, zero ? 5000 : 64);

  length = MIN (length, bytes->len - place);
  if (zero)
    memset (bytes->data + place, 0, length);
  else
    randomise (bytes->data + place, length, random);
}

static void
damage_once (GByteArray *bytes, GRand *random)
{
  switch (g_rand_int_range (random, 0, 12))
    {
    case 0:
      g_byte_array_set_size (bytes, 1 + any_place (bytes, random));
      break;
    case 1:
      fill_part (bytes, random, TRUE);
      break;
    case 2:
      fill_part (bytes, random, FALSE);
      break;
    case 3:
      copy_part (bytes, random);
      break;
    case 4:
    case 5:
    case 6:
      set_number (bytes, random);
      break;
    default:
      bytes->data[any_place_of_structure (bytes, random)] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
    }
}

/**
 * mutation_damage:
 * @bytes: some bytes, at least one
 * @random: what to take chance from
 *
 * Damages @bytes in one place or some.
 */
void
mutation_damage (GByteArray *bytes, GRand *random)
{
  gint32 times = g_rand_boolean (random) ? 1 : g_rand_int_range (random, 1, 12);

  while (times-- > 0)
    damage_once (bytes, random);
}
