/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-record-picker.h"

#include "care-draft-form.h"
#include "care-list.h"

G_BEGIN_DECLS

struct _CareRecordPicker
{
  GtkPopover parent_instance;

  GtkWidget *stack; /* what is chosen from, or the form of a new one */
  GtkWidget *entry;
  CareList *list;
  GtkWidget *none;
  GtkWidget *make; /* button: a new one; hidden where none can be made here */
  CareDraftForm *form;

  CareLibrary *library;
  char **kinds;
  CareRecord *current; /* what was chosen before, or NULL */
  gboolean optional;
  gboolean makes; /* a new one, where that can be */
};

/* care-record-picker-find.c: what it offers */
const CareKind *care_record_picker_get_new_kind (CareRecordPicker *self);
char *care_record_picker_dup_typed (CareRecordPicker *self);
void care_record_picker_find (GObject *object);
void care_record_picker_find_init (CareRecordPicker *self);

G_END_DECLS
