/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing that is wrong with a file: where it is and what it is. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint line;   /* from 1; 0 where it is not known */
  guint column; /* in characters from 1, or in a table the cell; 0 where it is not known */
  char *place;  /* "figure 16004, value"; NULL for the file itself */
  char *what;   /* one sentence for a person */
} CareProblem;

CareProblem *care_problem_new (guint line, guint column, const char *place, const char *what);
void care_problem_free (CareProblem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareProblem, care_problem_free)

char *care_problem_describe (const CareProblem *self);

/* An empty (element-type CareProblem) that owns what is put in. */
GPtrArray *care_problem_list_new (void);
gboolean care_problem_list_check (GPtrArray *problems, GError **error);

G_END_DECLS
