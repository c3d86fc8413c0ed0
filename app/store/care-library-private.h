/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-changeset.h"
#include "care-database.h"
#include "care-library.h"
#include "care-lock.h"
#include "care-record-list.h"

G_BEGIN_DECLS

/* Done in the thread; what it is given is the data of the task. */
typedef gboolean (*CareJob) (CareLibrary *library, gpointer data, GError **error);

/* What is to be done to a library, and what came of it. Done in any thread by
 * care_library_commit(), concluded in the main one. */
typedef struct
{
  CareAct *act;          /* to apply, or NULL: */
  CareJob job;           /* to do with the library, which it does not change, or NULL: */
  CareHistoryKind turn;  /* undo or redo, of */
  CareId target;         /* this act; 0: the one that is next */

  gboolean done;         /* committed */
  GError *error;         /* or why not */
  CareId id;             /* of the entry in the history; 0 where nothing had to change */
  char *sentence;        /* of the act done, undone or redone */
  GArray *touched;       /* of CareChange, by kind and then by id */
  GPtrArray *rows;       /* of CareRecord or NULL, one each, where they are few; else NULL */
  GTask *task;           /* to be told, or NULL */
  gboolean is_retried;   /* so that who was to be told has been, of the first refusal */
} CareDeed;

CareDeed *care_deed_new_act (CareLibrary *library, CareAct *act);
CareDeed *care_deed_new_turn (CareHistoryKind turn, CareId target);
void care_deed_tell (CareDeed *self);
void care_deed_free (CareDeed *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareDeed, care_deed_free)

struct _CareLibrary
{
  GObject parent_instance;

  char *path;
  char *author; /* of what is done from now on */
  gboolean writable;
  int version;    /* of the schema of the file */
  guint64 device; /* with inode: the file that is written, whatever its name */
  guint64 inode;
  CareId origin;  /* the first entry of the history; 0: it was not found yet */
  CareLock *file_lock; /* of a library that is written */

  /* The connection is used by one thread at a time, which holds the lock from
   * before a transaction to after it. */
  sqlite3 *db;
  GRecMutex lock;
  gboolean expects_much; /* of the transaction at hand; under the lock */

  /* care-library-read.c: the live records, each one object however it is come by */
  GHashTable *live;  /* kind and id -> CareRecord, not held */
  GQueue recent;     /* of CareRecord, held until they are many and the main loop idle */
  guint trimming;    /* source id */
  GHashTable *lists; /* kind -> CareRecordList by ascending id, once asked for */
  GSList *all_lists; /* of CareRecordList, not held */

  /* care-library-work.c */
  CareLibraryState state;
  GThread *worker;
  GAsyncQueue *to_do;    /* of CareDeed */
  GAsyncQueue *finished; /* of CareDeed; the thread goes on once it is concluded */
  GAsyncQueue *go_on;    /* a token for each that has been */
  GQueue under_way;      /* of CareDeed that are not concluded, in order; the main loop's */
  GQueue held;           /* of CareDeed, which the disk has refused */
  GError *trouble;       /* why */
  int concluding;        /* whether the main loop is to conclude; atomic */
  gboolean owes;         /* a token, as something is being concluded */
  GSList *waiting;       /* of who waits to read */
  GSList *unsettled;     /* of who waits until nothing is to be done */
  gboolean is_slow;      /* the deed at hand has kept somebody waiting */
  GError *refusal;       /* of the thread: as trouble; under the lock */
  GError *index_damage;  /* of the search index, which was made anew when the library was opened, or NULL */
  gboolean mended;       /* whether the search index has been made anew; under the lock */
  GHashTable *touched;   /* kinds that the last act touched */

  /* care-library-backup.c */
  gboolean is_private;     /* made to be thrown away: it needs no backup */
  gint64 backed_up;        /* day on which it was looked whether a backup is due */
  GError *backup_trouble;  /* that none could be made, until it is told */

  /* care-library-room.c */
  gboolean room_is_little; /* on the disk, when it was last looked */
  GError *room_trouble;    /* that it is, until it is told */
};

/* care-library-read.c */
CareRecord *care_library_find_live (CareLibrary *self, const CareKind *kind, CareId id);
CareRecord *care_library_adopt (CareLibrary *self, CareRecord *record);
void care_library_forget (CareLibrary *self, CareRecord *record);
CareRecord *care_library_find_of_kind (CareLibrary *self, const CareKind *kind, CareId id);
void care_library_add_found (CareLibrary *self, GPtrArray *records, const CareKind *kind, GArray *ids);
GArray *care_library_list_children (CareLibrary *self, const CareKind *kind, const CareField *field, CareId id);
void care_library_report_taken (CareLibrary *self, GError *problem);
void care_library_read_dispose (CareLibrary *self);
void care_library_report (CareLibrary *self, const GError *error);

/* care-library-apply.c */
gboolean care_library_commit (CareLibrary *self, CareDeed *deed);
void care_library_expect (CareLibrary *self, gsize bytes);
gboolean care_library_do_now (CareLibrary *self, CareDeed *deed, GError **error);
gboolean care_library_keep (CareLibrary *self, CareDeed *deed, CareHistoryEntry *entry, GPtrArray *inserted,
                            GBytes *changeset, GError **error);

/* care-library-turn.c */
gboolean care_library_commit_turn (CareLibrary *self, CareDeed *deed, GError **error);

/* care-library-backup.c */
gboolean care_library_back_up_for (CareLibrary *self, CareAct *act, GError **error);

/* care-library-room.c */
void care_library_look_for_room (CareLibrary *self);

/* care-library-file.c */
gboolean care_library_is_written_here (const char *file);
sqlite3 *care_library_read_file (const char *file, int *version, GError **error);

/* care-library-follow.c */
gboolean care_library_read_changes (CareLibrary *self, CareDeed *deed, GError **error);
void care_library_conclude (CareLibrary *self, CareDeed *deed);

/* care-library-work.c */
void care_library_work_dispose (CareLibrary *self);
gboolean care_library_settle_all (CareLibrary *self, GError **error);
void care_library_queue_job (CareLibrary *self, CareJob job, GTask *task);

/* care-library-readable.c */
void care_library_catch_up (CareLibrary *self);
void care_library_go_on (CareLibrary *self);
void care_library_readable_dispose (CareLibrary *self);

/* care-record-list.c, care-record-list-follow.c */
void care_record_list_follow (CareRecordList *self, GArray *touched, GPtrArray *rows);
void care_record_list_catch_up (CareRecordList *self);
void care_record_list_library_gone (CareRecordList *self);

G_END_DECLS
