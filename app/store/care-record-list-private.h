/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-first-row.h"
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
/* How long the main loop is kept, in microseconds. */
#define CARE_RECORD_LIST_TURN 3000

typedef struct
{
  CareChange change; /* kind and id */
  gint64 entry;      /* in the catalogue; of a list by id not known */
} CareListItem;

/* With what it has its place by in an order. */
typedef struct
{
  CareListItem item;
  CareOrderKey key;
} CareListEntry;

typedef enum
{
  CARE_LIST_BASIS_COLLECT, /* the records */
  CARE_LIST_BASIS_READ,    /* the keys of one kind */
  CARE_LIST_BASIS_JOIN,    /* both, and then the next kind */
  CARE_LIST_BASIS_WHOLE,
} CareListBasisStage;

/* What an order is made of. */
typedef struct
{
  CareListBasisStage stage;
  const CareOrder *order; /* what the keys are of */
  GArray *items;          /* of CareListItem, while they are collected */
  gboolean is_collected;  /* they are all there */
  GArray *entries;        /* of CareListEntry, in the order of the catalogue */
  GArray *keyed;          /* the keys of one kind, by id, until they are joined */
  guint kind;
  GStringChunk *texts;
  GHashTable *targets; /* id to text: of what is referred to */
  guint at;            /* how far the stage has come */
} CareListBasis;

struct _CareRecordList
{
  GObject parent_instance;

  CareLibrary *library; /* not held; NULL once it is gone */
  GArray *items;        /* of CareListItem */
  guint n_stale;        /* of those at the end, which stood in another order and go as soon as this one fills the view */
  GPtrArray *kinds;     /* of const CareKind */
  gboolean is_sorted;   /* else by id, and of one kind */

  char *typed;            /* what the records are to match; NULL: all are listed */
  CareSearchQuery *query; /* what that means, or NULL */
  sqlite3_stmt *seeking;  /* finds what matches; NULL once all is found */
  CareFirstRow *first;    /* its first row, while that is being found; or NULL */
  GByteArray *found;      /* a bit for each entry of the catalogue; NULL where any may be listed */
  guint n_found;
  GHashTable *among;      /* of CareId: what else is not listed; or NULL */

  GArray *missed; /* of CareChange: shown as empty records while the disk was busy; or NULL */

  const CareOrder *order; /* other than by their keys in the catalogue; or NULL */
  gboolean descending;
  CareListBasis *basis;   /* what such an order is made of, as long as it is so; or NULL */
  struct _CareOrdering *ordering; /* that order, as far as it is made; or NULL */

  gboolean is_waiting; /* what is listed is older than what was asked for */
  gboolean is_other;   /* something else is looked for than what is listed */
  GArray *piece;       /* of CareListItem: read, and not listed yet */
  gboolean reads_all;  /* whatever was typed */
  char *sql;           /* of the next rows; NULL: they have not been begun with */
  char *few;           /* the entries that it reads, as a JSON array; NULL: all */
  char *last_sort;     /* of the last row read; NULL before the first */
  CareId last_id;      /* of the same */
  gboolean is_reading; /* there is more */
  guint reading;       /* source id; 0: nothing is to be read, or the disk is waited for */
  GHashTable *changed; /* of CareChange: listed, and may come again where they have their place now; or NULL */
};

/* The record at a place. */
#define CARE_RECORD_LIST_AT(self, i) (&g_array_index ((self)->items, CareListItem, i).change)

/* care-record-list.c */
guint care_record_list_count (CareRecordList *self);
void care_record_list_put (CareRecordList *self, GArray *items);
void care_record_list_drop_stale (CareRecordList *self);
char *care_record_list_name_kinds (CareRecordList *self);

/* care-record-list-seek.c */
void care_record_list_seek (CareRecordList *self);
gboolean care_record_list_seek_first (CareRecordList *self, gint64 until, GError **error);
gboolean care_record_list_seek_some (CareRecordList *self, gint64 until, GError **error);
char *care_record_list_name_found (CareRecordList *self);
gboolean care_record_list_has (CareRecordList *self, const CareListItem *item);
gboolean care_record_list_matches (CareRecordList *self, const CareChange *item);
void care_record_list_seek_stop (CareRecordList *self);

/* care-record-list-read.c */
gboolean care_record_list_read_sorted (CareRecordList *self, GArray *items, guint most, gint64 until, GError **error);
void care_record_list_read (CareRecordList *self);
void care_record_list_read_stop (CareRecordList *self);
void care_record_list_turn (CareRecordList *self);

/* care-record-list-basis.c */
void care_record_list_basis_begin (CareRecordList *self, gboolean is_listed);
gboolean care_record_list_basis_some (CareRecordList *self, gint64 until, GError **error);
GArray *care_record_list_basis_list (CareRecordList *self);
void care_record_list_basis_stop (CareRecordList *self);
void care_record_list_basis_free (CareRecordList *self);

/* care-record-list-mend.c */
gboolean care_record_list_basis_follow (CareRecordList *self, GArray *touched);

/* care-record-list-order.c */
void care_record_list_order_anew (CareRecordList *self, gboolean is_listed);
void care_record_list_order_stop (CareRecordList *self);

/* care-record-list-key.c */
char *care_record_list_write_key_sql (const CareOrder *order, const CareKind *kind, const CareField *field);
void care_record_list_read_key (CareRecordList *self, const CareField *field, sqlite3_stmt *statement, CareOrderKey *key,
                                char **text);
void care_record_list_find_key (CareRecordList *self, const CareOrder *order, const CareChange *item, CareOrderKey *key,
                                char **text);
char *care_record_list_find_sort (CareRecordList *self, const CareChange *item, gint64 *entry);

G_END_DECLS
