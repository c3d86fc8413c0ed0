/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareExchangeError:
 * @CARE_EXCHANGE_ERROR_NOT_THE_FORMAT: the file is something else
 * @CARE_EXCHANGE_ERROR_SYNTAX: the file breaks off or is not well formed
 * @CARE_EXCHANGE_ERROR_NEWER: the format is of a newer CareBrief
 * @CARE_EXCHANGE_ERROR_TOO_LARGE: the file is larger than is read
 * @CARE_EXCHANGE_ERROR_TOO_DEEP: the file is nested deeper than the format is
 * @CARE_EXCHANGE_ERROR_PROBLEMS: records in it are wrong; a list says which
 * @CARE_EXCHANGE_ERROR_DAMAGED: what a library keeps in the format is broken
 *
 * Why a file could not be read; nothing of it is used then. The message is one
 * sentence for a person.
 */
typedef enum
{
  CARE_EXCHANGE_ERROR_NOT_THE_FORMAT,
  CARE_EXCHANGE_ERROR_SYNTAX,
  CARE_EXCHANGE_ERROR_NEWER,
  CARE_EXCHANGE_ERROR_TOO_LARGE,
  CARE_EXCHANGE_ERROR_TOO_DEEP,
  CARE_EXCHANGE_ERROR_PROBLEMS,
  CARE_EXCHANGE_ERROR_DAMAGED,
} CareExchangeError;

#define CARE_EXCHANGE_ERROR (care_exchange_error_quark ())
GQuark care_exchange_error_quark (void);

G_END_DECLS
