/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-save-state.h"

#include <glib/gi18n.h>

/* What is saved sooner needs no word. */
#define PATIENCE_MS 500

struct _CareSaveState
{
  GObject parent_instance;

  CareLibrary *library;
  char *text;
  guint waiting; /* source id */
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
set_saved (CareSaveState *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");
  g_autofree char *text = g_strdup_printf (_ ("Saved %s"), time);

  set_text (self, text);
}

static gboolean
waited (gpointer data)
{
  CareSaveState *self = data;

  self->waiting = 0;
  set_text (self, _ ("Saving…"));
  return G_SOURCE_REMOVE;
}

static void
state_changed (CareSaveState *self)
{
  CareLibraryState state = care_library_get_state (self->library);

  if (state == CARE_LIBRARY_SAVING)
    {
      if (self->waiting == 0)
        self->waiting = g_timeout_add (PATIENCE_MS, waited, self);
      return;
    }
  g_clear_handle_id (&self->waiting, g_source_remove);
  if (state == CARE_LIBRARY_SAVED)
    set_saved (self);
  else
    set_text (self, _ ("Not saved"));
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
  g_free (self->text);
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
  g_signal_connect_object (library, "state-changed", G_CALLBACK (state_changed), self, G_CONNECT_SWAPPED);
  set_text (self, care_library_is_writable (library) ? _ ("Saved") : _ ("Read-only"));
  if (care_library_get_state (library) != CARE_LIBRARY_SAVED)
    state_changed (self);
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
