/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the pages that describe the tables are damaged, nothing can be found any
 * more, though all of it may be there. But every library is made by the same steps:
 * an empty one has its tables at the same places, and the description of them on the
 * same pages, which are taken from there. VACUUM, of which copies and backups are
 * made, always puts them at certain other places. */

#include "care-salvage-private.h"

#include "care-schema.h"

#include <string.h>

#define PAGE_SIZE 4096
#define N_PAGES_OFFSET 28
#define CHANGE_COUNTER_OFFSET 24
#define VALID_FOR_OFFSET 92
#define FREE_LIST_OFFSET 32
#define TREE_OFFSET 100 /* of the first page; other trees begin at 0 */
#define INTERIOR 5
#define INTERIOR_HEADER 12

static guint32
read_number (const guint8 *bytes, guint n)
{
  guint32 number = 0;

  for (guint i = 0; i < n; i++)
    number = number << 8 | bytes[i];
  return number;
}

static void
write_number (guint8 *bytes, guint32 number)
{
  for (guint i = 0; i < 4; i++)
    bytes[i] = (guint8) (number >> (24 - 8 * i));
}

static gboolean
copy_page (guint8 *bytes, gsize size, const guint8 *ours, gsize our_size, guint32 page)
{
  gsize offset = (gsize) (page - 1) * PAGE_SIZE;

  if (page == 0 || offset + PAGE_SIZE > size || offset + PAGE_SIZE > our_size)
    return FALSE;
  memcpy (bytes + offset, ours + offset, PAGE_SIZE);
  return TRUE;
}

/* The first page, and those that it leads to. */
static gboolean
copy_schema (guint8 *bytes, gsize size, const guint8 *ours, gsize our_size)
{
  const guint8 *tree = ours + TREE_OFFSET;
  guint32 n_cells;

  if (!copy_page (bytes, size, ours, our_size, 1))
    return FALSE;
  if (tree[0] != INTERIOR)
    return TRUE;
  n_cells = read_number (tree + 3, 2);
  for (guint i = 0; i < n_cells; i++)
    {
      guint32 cell = read_number (tree + INTERIOR_HEADER + 2 * i, 2);

      if (!copy_page (bytes, size, ours, our_size, read_number (ours + cell, 4)))
        return FALSE;
    }
  return copy_page (bytes, size, ours, our_size, read_number (tree + 8, 4));
}

gboolean
care_salvage_mend_schema (guint8 *bytes, gsize size, int version, gboolean vacuumed)
{
  g_autoptr (sqlite3) db = care_schema_make (version, NULL);
  sqlite3_int64 our_size = 0;
  guint8 *ours;
  gboolean done;

  if (db == NULL || (vacuumed && !care_database_exec (db, "VACUUM", NULL)))
    return FALSE;
  ours = sqlite3_serialize (db, "main", &our_size, 0);
  done = ours != NULL && copy_schema (bytes, size, ours, (gsize) our_size);
  sqlite3_free (ours);
  if (!done)
    return FALSE;
  /* The rest of what the first page says of the file. */
  write_number (bytes + N_PAGES_OFFSET, (guint32) (size / PAGE_SIZE));
  write_number (bytes + VALID_FOR_OFFSET, read_number (bytes + CHANGE_COUNTER_OFFSET, 4));
  memset (bytes + FREE_LIST_OFFSET, 0, 8);
  return TRUE;
}
