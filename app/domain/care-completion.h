/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed after "@" or "#" so that a record may take its place. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gsize start;      /* byte of the line at which the sign is */
  gboolean sources; /* it is "@" */
  const char *typed; /* within the line, up to the cursor only */
} CareCompletion;

/* Whether a record is being asked for at byte @cursor of @line, which ends there. */
gboolean care_completion_find (const char *line, gsize cursor, CareCompletion *completion);

G_END_DECLS
