/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-library-private.h"
#include "care-search-query.h"

G_BEGIN_DECLS

struct _CareRecordList
{
  GObject parent_instance;

  CareLibrary *library; /* not held; NULL once it is gone */
  GArray *items;        /* of CareChange: kind and id */
  GPtrArray *kinds;     /* of const CareKind */
  char *names;          /* of @kinds, for SQL; NULL for a list by id */

  char *typed;            /* what the records are to match; NULL: all are listed */
  CareSearchQuery *query; /* what that means, or NULL */

  GArray *missed; /* of CareChange: shown as empty records while the disk was busy; or NULL */

  char *sql;           /* of the next piece; NULL for a list by id */
  char *last_sort;     /* of the last item read; NULL before the first */
  CareId last_id;      /* of the same */
  guint reading;       /* source id; 0 when all has been read */
  GHashTable *changed; /* of CareChange: listed, and may come again where they have their place now; or NULL */
};

/* care-record-list.c */
sqlite3_stmt *care_record_list_prepare (CareRecordList *self, const char *sql, int *at, GError **error);
void care_record_list_read_anew (CareRecordList *self);

G_END_DECLS
