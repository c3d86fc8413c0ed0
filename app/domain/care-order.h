/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The orders that a list of records can be put in, and what each is called. */

#pragma once

#include "care-kind.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;  /* tells it from the others of its list */
  const char *label; /* untranslated, in header capitals: "Amount" */
  const char *field; /* by what; NULL: the order in which the library keeps them */
  const char *field_of_event; /* where the list has events too: by what they are; or NULL */
  const char *child; /* @field is that of the newest of ours of this kind, which belongs to it; or NULL */
  CareFieldType type; /* says what the directions are called */
  gboolean is_rare; /* chosen by the heading of its column, and not offered otherwise */
} CareOrder;

/* What a record has its place by. What says nothing comes last in either direction. */
typedef struct
{
  guint group;  /* in either direction lower ones first */
  char *text;   /* or NULL; not owned */
  double number;
} CareOrderKey;

const CareOrder *care_order_list (const char *kind, guint *n_orders);
const CareOrder *care_order_find (const char *kind, const char *field);
const CareField *care_order_field (const CareOrder *self, const CareKind *kind);
gboolean care_order_begins_descending (const CareOrder *self);
const char *care_order_direction (const CareOrder *self, gboolean descending);
char *care_order_describe (const CareOrder *self, gboolean descending);

void care_order_read_key (const CareField *field, const char *value, CareOrderKey *key, char **text);
int care_order_compare (const CareOrderKey *a, const CareOrderKey *b, gboolean descending);

G_END_DECLS
