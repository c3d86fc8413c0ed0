/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who holds what on which theme: positions as a table of parties by themes. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

/* More of either than that nobody takes in at once. */
#define CARE_POSITION_MATRIX_MOST 12

/**
 * CareAbsence:
 * @CARE_ABSENCE_NONE: there is a wording
 * @CARE_ABSENCE_NOT_SPECIFIED: a position or a pledge is recorded, and no wording of a position
 * @CARE_ABSENCE_NOT_FOUND: somebody has looked, and says so in the note of a position
 * @CARE_ABSENCE_NOT_ASSESSED: nobody has looked
 */
typedef enum
{
  CARE_ABSENCE_NONE,
  CARE_ABSENCE_NOT_SPECIFIED,
  CARE_ABSENCE_NOT_FOUND,
  CARE_ABSENCE_NOT_ASSESSED,
} CareAbsence;

/* A position in a cell. */
typedef struct
{
  CareRecord *position;
  CareAbsence absence; /* of its wording */
  char *note;          /* "changed, 2 versions", or how it is absent; may be empty */
} CareMatrixPosition;

typedef struct _CarePositionMatrix CarePositionMatrix;

CarePositionMatrix *care_position_matrix_new (GPtrArray *records);
CarePositionMatrix *care_position_matrix_new_for (GPtrArray *records, GPtrArray *printed);
void care_position_matrix_free (CarePositionMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarePositionMatrix, care_position_matrix_free)

guint care_position_matrix_get_n_actors (CarePositionMatrix *self);
guint care_position_matrix_get_n_themes (CarePositionMatrix *self);
gboolean care_position_matrix_is_readable (CarePositionMatrix *self);
CareRecord *care_position_matrix_get_actor (CarePositionMatrix *self, guint row);
CareRecord *care_position_matrix_get_theme (CarePositionMatrix *self, guint column);
const char *care_position_matrix_get_actor_name (CarePositionMatrix *self, guint row);
const char *care_position_matrix_get_theme_name (CarePositionMatrix *self, guint column);
guint care_position_matrix_get_n_positions (CarePositionMatrix *self, guint row, guint column);
const CareMatrixPosition *care_position_matrix_get_position (CarePositionMatrix *self, guint row, guint column,
                                                             guint index);
CareAbsence care_position_matrix_get_absence (CarePositionMatrix *self, guint row, guint column);
CareRecord *care_position_matrix_get_pledge (CarePositionMatrix *self, guint row, guint column);
char *care_position_matrix_say (CarePositionMatrix *self, guint row, guint column, guint index);
char *care_position_matrix_summarise (CarePositionMatrix *self);

const char *care_absence_get_label (CareAbsence absence);

G_END_DECLS
