/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the application share. */

#pragma once

#include "care-application.h"

#include "care-opening.h"
#include "care-window.h"

G_BEGIN_DECLS

struct _CareApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  GHashTable *opening; /* paths of libraries that are being opened */
  gboolean ahead;      /* whether one is opened before it is asked for */
  char *argument;      /* of the command line, or NULL */
  guint signals[2];    /* source ids */
};

/* care-application.c */
void care_application_show_library (CareApplication *self, CareWindow *window, const char *path, CareLibraryMode mode,
                                    CareOpeningMake make);

/* care-application-actions.c */
void care_application_add_actions (CareApplication *self);

/* care-application-files.c */
void care_application_add_files (CareApplication *self);

G_END_DECLS
