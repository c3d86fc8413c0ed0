/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-library-private.h"
#include "care-order.h"
#include "care-record-list.h"
#include "care-search-query.h"

G_BEGIN_DECLS

/* What is to be seen at once where the list is put in another order. */
#define CARE_RECORD_LIST_SEEN 24
/* So many have a row: to fill them all at once would hold up a frame, so many at once do not. */
#define CARE_RECORD_LIST_ROWS 240
#define CARE_RECORD_LIST_MORE 12

struct _CareRecordList
{
  GObject parent_instance;

  CareLibrary *library; /* not held; NULL once it is gone */
  GArray *items;        /* of CareChange: kind and id */
  guint n_stale;        /* of those at the end, which stood in another order and go as soon as this one fills the view */
  GPtrArray *kinds;     /* of const CareKind */
  gboolean is_sorted;   /* else by id, and of one kind */

  char *typed;            /* what the records are to match; NULL: all are listed */
  CareSearchQuery *query; /* what that means, or NULL */
  char *among;            /* a condition on the catalogue: only some are listed; or NULL */

  GArray *missed; /* of CareChange: shown as empty records while the disk was busy; or NULL */

  const CareOrder *order; /* other than by their keys in the catalogue; or NULL */
  gboolean descending;
  struct _CareOrdering *ordering; /* that order, as far as it is made; or NULL */

  char *sql;           /* of the next piece; NULL for a list by id */
  char *last_sort;     /* of the last item read; NULL before the first */
  CareId last_id;      /* of the same */
  guint reading;       /* source id; 0 when all has been read */
  GHashTable *changed; /* of CareChange: listed, and may come again where they have their place now; or NULL */
};

/* care-record-list.c */
guint care_record_list_count (CareRecordList *self);
void care_record_list_put (CareRecordList *self, GArray *items);
void care_record_list_drop_stale (CareRecordList *self);
sqlite3_stmt *care_record_list_prepare (CareRecordList *self, const char *sql, int *at, GError **error);

/* care-record-list-read.c */
guint care_record_list_read_sorted (CareRecordList *self, GArray *items, guint limit, GError **error);
void care_record_list_read (CareRecordList *self);
void care_record_list_turn (CareRecordList *self);

/* care-record-list-order.c */
void care_record_list_order_anew (CareRecordList *self, gboolean is_whole);
void care_record_list_order_stop (CareRecordList *self);

/* care-record-list-key.c */
char *care_record_list_write_key_sql (const CareOrder *order, const CareKind *kind, const CareField *field);
void care_record_list_read_key (CareRecordList *self, const CareField *field, sqlite3_stmt *statement, CareOrderKey *key,
                                char **text);
void care_record_list_find_key (CareRecordList *self, const CareChange *item, CareOrderKey *key, char **text);

G_END_DECLS
