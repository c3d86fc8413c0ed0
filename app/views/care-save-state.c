/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-save-state.h"

#include "care-typed.h"

#include <glib/gi18n.h>

/* What is saved sooner needs no word. */
#define PATIENCE_MS 500
/* Between two keys, what was typed before may be saved; to say so each time would be
 * a flicker. */
#define CALM_MS 1000

struct _CareSaveState
{
  GObject parent_instance;

  CareLibrary *library;
  CareTyped *typed;
  char *text;
  char *saved;        /* what to say where all is saved */
  gboolean is_typing; /* what is said is of something typed */
  guint waiting;      /* source id */
};

G_DEFINE_FINAL_TYPE (CareSaveState, care_save_state, G_TYPE_OBJECT)

enum
{
  PROP_TEXT = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
set_text (CareSaveState *self, const char *text)
{
  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
note_time (CareSaveState *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");

  g_free (self->saved);
  self->saved = g_strdup_printf (_ ("Saved %s"), time);
}

static void update (CareSaveState *self);

static gboolean
say_saving (gpointer data)
{
  CareSaveState *self = data;

  self->waiting = 0;
  set_text (self, _ ("Saving…"));
  return G_SOURCE_REMOVE;
}

static gboolean
waited (gpointer data)
{
  CareSaveState *self = data;

  self->waiting = 0;
  if (care_library_get_state (self->library) == CARE_LIBRARY_SAVING)
    set_text (self, _ ("Saving…"));
  else
    update (self);
  return G_SOURCE_REMOVE;
}

/* How long it still is until a person has paused, in milliseconds; 0: he has. */
static guint
get_rest_of_calm (CareSaveState *self)
{
  gint64 since = (g_get_monotonic_time () - care_typed_get_time (self->typed)) / G_TIME_SPAN_MILLISECOND;

  return self->is_typing && since < CALM_MS ? (guint) (CALM_MS - since) : 0;
}

static void
update_saved (CareSaveState *self)
{
  guint rest = get_rest_of_calm (self);

  if (rest > 0)
    {
      self->waiting = g_timeout_add (rest, waited, self);
      return;
    }
  self->is_typing = FALSE;
  set_text (self, self->saved);
}

/* What is typed is said to be saved once the disk has it, and not before. */
static void
update (CareSaveState *self)
{
  CareLibraryState state = care_library_get_state (self->library);
  CareEditState typed = care_typed_get_state (self->typed);

  g_clear_handle_id (&self->waiting, g_source_remove);
  if (state == CARE_LIBRARY_NOT_SAVED || typed == CARE_EDIT_REFUSED)
    set_text (self, _ ("Not saved"));
  else if (typed == CARE_EDIT_TYPED)
    {
      self->is_typing = TRUE;
      /* What was typed is seen first. */
      self->waiting = g_idle_add_full (G_PRIORITY_LOW, say_saving, self, NULL);
    }
  else if (state == CARE_LIBRARY_SAVING && self->is_typing)
    set_text (self, _ ("Saving…"));
  else if (state == CARE_LIBRARY_SAVING)
    self->waiting = g_timeout_add (PATIENCE_MS, waited, self);
  else
    update_saved (self);
}

static void
state_changed (CareSaveState *self)
{
  if (care_library_get_state (self->library) == CARE_LIBRARY_SAVED && care_library_is_writable (self->library))
    note_time (self);
  update (self);
}

static void
care_save_state_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, CARE_SAVE_STATE (object)->text);
}

static void
care_save_state_finalize (GObject *object)
{
  CareSaveState *self = CARE_SAVE_STATE (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_object (&self->library);
  g_clear_object (&self->typed);
  g_free (self->text);
  g_free (self->saved);
  G_OBJECT_CLASS (care_save_state_parent_class)->finalize (object);
}

static void
care_save_state_class_init (CareSaveStateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_save_state_finalize;
  G_OBJECT_CLASS (klass)->get_property = care_save_state_get_property;
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
}

static void
care_save_state_init (CareSaveState *self)
{
}

/**
 * care_save_state_new:
 * @library: a library
 *
 * Returns: (transfer full): what to say of whether @library is saved, from now on.
 */
CareSaveState *
care_save_state_new (CareLibrary *library)
{
  CareSaveState *self = g_object_new (CARE_TYPE_SAVE_STATE, NULL);

  self->library = g_object_ref (library);
  self->typed = g_object_ref (care_typed_of (library));
  self->saved = g_strdup (care_library_is_writable (library) ? _ ("Saved") : _ ("Read-only"));
  g_signal_connect_object (library, "state-changed", G_CALLBACK (state_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->typed, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  set_text (self, self->saved);
  update (self);
  return self;
}

/**
 * care_save_state_get_text:
 * @self: a save state
 *
 * Returns: (transfer none): a word or two, translated.
 */
const char *
care_save_state_get_text (CareSaveState *self)
{
  return self->text;
}
