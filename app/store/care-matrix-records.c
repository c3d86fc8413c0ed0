/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-matrix-records.h"

#include "care-library-private.h"
#include "care-statement.h"

#define SHOWN_ACTORS "SELECT id FROM actor WHERE kind = 'party' UNION SELECT actor FROM position WHERE actor IS NOT NULL"

/* (transfer full) (nullable) */
static GArray *
list_ids (CareLibrary *library, const char *sql)
{
  GError *error = NULL;
  GArray *ids = NULL;
  CareStatement *statement;

  g_rec_mutex_lock (&library->lock);
  statement = care_statement_get (library->db, sql, &error);
  if (statement != NULL)
    {
      ids = care_statement_list_ids (statement, &error);
      care_statement_done (statement);
    }
  g_rec_mutex_unlock (&library->lock);
  care_library_report_taken (library, error);
  return ids;
}

/**
 * care_matrix_records:
 * @library: a library
 *
 * Returns: (transfer full) (element-type CareRecord): what care_position_matrix_new() makes
 *   a table of, and no other actor or pledge, of which a library may have very many.
 */
GPtrArray *
care_matrix_records (CareLibrary *library)
{
  static const struct
  {
    const char *kind;
    const char *sql;
  } lists[] = {
    { "actor", SHOWN_ACTORS },
    { "theme", "SELECT id FROM theme ORDER BY id" },
    { "position", "SELECT id FROM position ORDER BY id" },
    { "position_version", "SELECT id FROM position_version ORDER BY id" },
    /* A cell shows the last. */
    { "pledge", "SELECT max (id) FROM pledge WHERE actor IN (" SHOWN_ACTORS ") GROUP BY actor, theme" },
  };
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    care_library_add_found (library, records, care_kind_find (lists[i].kind), list_ids (library, lists[i].sql));
  return records;
}
