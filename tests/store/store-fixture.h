/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder and a library for each test of the store. */

#pragma once

#include "care-library.h"
#include "care-store-error.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder; /* empty at first; removed with what is in it */
  char *path;   /* of a library in it, which is not there yet */
} StoreFixture;

void store_fixture_set_up (StoreFixture *fixture, gconstpointer data);
void store_fixture_tear_down (StoreFixture *fixture, gconstpointer data);
char *store_fixture_list_folder (StoreFixture *fixture);
void store_fixture_create (StoreFixture *fixture, GPtrArray *records);
CareLibrary *store_fixture_open (StoreFixture *fixture, CareLibraryMode mode);
void store_assert_refused (const char *path, CareLibraryMode mode, CareStoreError code);

/* The name and value of each field, ended by NULL. */
CareRecord *store_record_new (const char *kind, CareId id, ...) G_GNUC_NULL_TERMINATED;
/* Two parties, three figures, a pledge and a section, which name each other. */
GPtrArray *store_records_few (void);
/* @n of every kind, with values and references drawn by chance. */
GPtrArray *store_records_random (guint n);

char *store_value_random (const CareField *field, GPtrArray *targets);
CareId store_id_random (void);

/* Every value of every record, as text to compare. */
char *store_dump (GPtrArray *records);
char *store_dump_library (CareLibrary *library);

void store_run_sql (const char *path, const char *sql);
char *store_read_released (int version);
void store_make_released (const char *path, int version);
void store_write_file (const char *path, const void *contents, gsize length);
void store_patch_file (const char *path, gsize offset, const void *bytes, gsize length);
GBytes *store_read_file (const char *path);

G_END_DECLS
