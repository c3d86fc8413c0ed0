/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whoever works is told before the disk is full, not when it is. */

#include "care-library-private.h"

#include "care-store-error.h"

#include <glib/gi18n.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

/* A change to all of it needs the journal and a backup beside the library. */
#define FACTOR 3

static gboolean
has_room (CareLibrary *self, guint64 *room)
{
  struct statvfs disk;
  struct stat file;

  /* What cannot be found out is no reason to worry anybody. */
  if (statvfs (self->path, &disk) != 0 || stat (self->path, &file) != 0)
    return TRUE;
  *room = (guint64) disk.f_bavail * disk.f_frsize;
  return *room / FACTOR >= (guint64) file.st_size;
}

/* Looks, in the thread that has committed something, whether what is done next will
 * find room. That there is little is told once, and again only after there was enough. */
void
care_library_look_for_room (CareLibrary *self)
{
  g_autofree char *left = NULL;
  guint64 room = 0;

  if (self->is_private)
    return;
  if (has_room (self, &room))
    {
      self->room_is_little = FALSE;
      return;
    }
  if (self->room_is_little)
    return;
  self->room_is_little = TRUE;
  left = g_format_size (room);
  g_set_error (&self->room_trouble, CARE_STORE_ERROR, CARE_STORE_ERROR_DISK_FULL,
               _ ("Only %s are left on the disk of this library; make room there before it is full"), left);
}
