/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareDomainError:
 * @CARE_DOMAIN_ERROR_QUANTITY: text is not a quantity
 * @CARE_DOMAIN_ERROR_DATE: text is not a date
 * @CARE_DOMAIN_ERROR_OVERFLOW: a number is larger than can be held exactly
 * @CARE_DOMAIN_ERROR_CHOICE: a word is not of the field's vocabulary
 * @CARE_DOMAIN_ERROR_REQUIRED: a required field is empty
 * @CARE_DOMAIN_ERROR_REFERENCE: not the id of a record
 * @CARE_DOMAIN_ERROR_NUMBER: not a whole number of 0 or more
 * @CARE_DOMAIN_ERROR_TEXT: not valid UTF-8, or holds a NUL, or too long
 * @CARE_DOMAIN_ERROR_COLOUR: not a colour as #rrggbb
 *
 * What can be wrong with a value. The message is one sentence for a person,
 * translated, saying what to do.
 */
typedef enum
{
  CARE_DOMAIN_ERROR_QUANTITY,
  CARE_DOMAIN_ERROR_DATE,
  CARE_DOMAIN_ERROR_OVERFLOW,
  CARE_DOMAIN_ERROR_CHOICE,
  CARE_DOMAIN_ERROR_REQUIRED,
  CARE_DOMAIN_ERROR_REFERENCE,
  CARE_DOMAIN_ERROR_NUMBER,
  CARE_DOMAIN_ERROR_TEXT,
  CARE_DOMAIN_ERROR_COLOUR,
} CareDomainError;

#define CARE_DOMAIN_ERROR (care_domain_error_quark ())
GQuark care_domain_error_quark (void);

G_END_DECLS
