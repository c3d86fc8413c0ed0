/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file of a library as the operating system sees it: what it is before SQLite
 * may touch it, and how one is put into place. Nothing here may be used on a file
 * that this process has open to be written: to close any descriptor of a file
 * drops every lock that the process has on it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "Care" */
#define CARE_APPLICATION_ID 0x43617265

/**
 * CareFileHeader:
 * @version: of the schema
 * @size: how many bytes the database has, which may be fewer than the file's
 * @is_wal: whether another program has set the file to write-ahead logging
 *
 * What the first bytes of a library say.
 */
typedef struct
{
  int version;
  guint64 size;
  gboolean is_wal;
} CareFileHeader;

char *care_file_resolve (const char *path, GError **error);
gboolean care_file_check (const char *path, CareFileHeader *header, GError **error);
gboolean care_file_is_library (const char *path);
guint64 care_file_get_claimed_size (const guint8 *header);
gboolean care_file_has_journal (const char *path);
gboolean care_file_is_locked (const char *path);

char *care_file_make_temporary (const char *path, GError **error);
gboolean care_file_check_free (const char *path, GError **error);
gboolean care_file_move (const char *from, const char *to, GError **error);
gboolean care_file_replace (const char *from, const char *to, GError **error);
gboolean care_file_copy (const char *from, const char *to, GError **error);
gboolean care_file_write (const char *path, gconstpointer bytes, gsize size, GError **error);
void care_file_remove (const char *path);
void care_file_set_error (const char *path, int code, GError **error);

G_END_DECLS
