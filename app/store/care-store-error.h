/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareStoreError:
 * @CARE_STORE_ERROR_MISSING: there is no such file
 * @CARE_STORE_ERROR_EXISTS: there is such a file already
 * @CARE_STORE_ERROR_NOT_A_LIBRARY: the file is something else
 * @CARE_STORE_ERROR_NEWER: made by a newer CareBrief
 * @CARE_STORE_ERROR_DAMAGED: the file is broken
 * @CARE_STORE_ERROR_IN_USE: another program is writing to it
 * @CARE_STORE_ERROR_IN_USE_ELSEWHERE: somebody on another machine has it open, or
 *   had it when that machine was switched off: it can be taken over
 * @CARE_STORE_ERROR_MOVED: its file has been moved or replaced while it was open
 * @CARE_STORE_ERROR_NO_ACCESS: the file or its folder may not be read or written
 * @CARE_STORE_ERROR_DISK_FULL: there is no room for it
 * @CARE_STORE_ERROR_IO: the disk reports an error
 * @CARE_STORE_ERROR_REFERENCE: a record would name one that is not there
 * @CARE_STORE_ERROR_CONFLICT: the library holds a different record of the same id
 * @CARE_STORE_ERROR_NO_RECORD: there is no such record
 * @CARE_STORE_ERROR_FROZEN: the record is an edition, which is never changed
 * @CARE_STORE_ERROR_TOO_LARGE: what an act changes is more than the history can hold
 *
 * Why a library could not be opened or an act not be done; nothing has changed
 * then. The message is one sentence for a person, saying what to do next.
 */
typedef enum
{
  CARE_STORE_ERROR_MISSING,
  CARE_STORE_ERROR_EXISTS,
  CARE_STORE_ERROR_NOT_A_LIBRARY,
  CARE_STORE_ERROR_NEWER,
  CARE_STORE_ERROR_DAMAGED,
  CARE_STORE_ERROR_IN_USE,
  CARE_STORE_ERROR_IN_USE_ELSEWHERE,
  CARE_STORE_ERROR_MOVED,
  CARE_STORE_ERROR_NO_ACCESS,
  CARE_STORE_ERROR_DISK_FULL,
  CARE_STORE_ERROR_IO,
  CARE_STORE_ERROR_REFERENCE,
  CARE_STORE_ERROR_CONFLICT,
  CARE_STORE_ERROR_NO_RECORD,
  CARE_STORE_ERROR_FROZEN,
  CARE_STORE_ERROR_TOO_LARGE,
} CareStoreError;

#define CARE_STORE_ERROR (care_store_error_quark ())
GQuark care_store_error_quark (void);

G_END_DECLS
