/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-typed.h"

struct _CareTyped
{
  GObject parent_instance;

  GHashTable *fields;  /* object, not held -> CareEditState; only what is not kept */
  CareEditState state; /* the worst of them */
  gint64 time;         /* when something was typed last */
};

G_DEFINE_FINAL_TYPE (CareTyped, care_typed, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static CareEditState
find_worst (CareTyped *self)
{
  CareEditState worst = CARE_EDIT_KEPT;
  GHashTableIter iter;
  gpointer state;

  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, NULL, &state))
    worst = MAX (worst, (CareEditState) GPOINTER_TO_INT (state));
  return worst;
}

static void
update (CareTyped *self)
{
  CareEditState state = find_worst (self);

  if (state == self->state)
    return;
  self->state = state;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What was typed in it has gone with it. */
static void
field_gone (gpointer data, GObject *field)
{
  CareTyped *self = data;

  g_hash_table_remove (self->fields, field);
  update (self);
}

static void
care_typed_finalize (GObject *object)
{
  CareTyped *self = CARE_TYPED (object);
  GHashTableIter iter;
  gpointer field;

  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, &field, NULL))
    g_object_weak_unref (field, field_gone, self);
  g_hash_table_unref (self->fields);
  G_OBJECT_CLASS (care_typed_parent_class)->finalize (object);
}

static void
care_typed_class_init (CareTypedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_typed_finalize;

  /**
   * CareTyped::changed:
   *
   * care_typed_get_state() has another answer.
   */
  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", CARE_TYPE_TYPED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
care_typed_init (CareTyped *self)
{
  self->fields = g_hash_table_new (NULL, NULL);
}

/**
 * care_typed_of:
 * @library: a library
 *
 * Returns: (transfer none): what is typed in all the views of @library; it lives as
 *   long as that.
 */
CareTyped *
care_typed_of (CareLibrary *library)
{
  CareTyped *self = g_object_get_data (G_OBJECT (library), "care-typed");

  if (self == NULL)
    {
      self = g_object_new (CARE_TYPE_TYPED, NULL);
      g_object_set_data_full (G_OBJECT (library), "care-typed", self, g_object_unref);
    }
  return self;
}

/**
 * care_typed_set:
 * @library: a library
 * @field: the object that somebody types in, which is not held
 * @state: how it is with what he has typed
 *
 * To be called each time that something is typed, and once it is given to @library.
 */
void
care_typed_set (CareLibrary *library, gpointer field, CareEditState state)
{
  CareTyped *self = care_typed_of (library);
  gboolean known = g_hash_table_contains (self->fields, field);

  if (state == CARE_EDIT_TYPED)
    self->time = g_get_monotonic_time ();
  if (state != CARE_EDIT_KEPT)
    g_hash_table_insert (self->fields, field, GINT_TO_POINTER (state));
  else
    g_hash_table_remove (self->fields, field);
  if (!known && state != CARE_EDIT_KEPT)
    g_object_weak_ref (field, field_gone, self);
  else if (known && state == CARE_EDIT_KEPT)
    g_object_weak_unref (field, field_gone, self);
  update (self);
}

/**
 * care_typed_get_state:
 * @self: what is typed
 *
 * Returns: how it is with it: %CARE_EDIT_REFUSED where anything cannot be kept, else
 *   %CARE_EDIT_TYPED where anything is yet to be.
 */
CareEditState
care_typed_get_state (CareTyped *self)
{
  return self->state;
}

/**
 * care_typed_get_time:
 * @self: what is typed
 *
 * Returns: the monotonic time at which something was typed last, or 0.
 */
gint64
care_typed_get_time (CareTyped *self)
{
  return self->time;
}
