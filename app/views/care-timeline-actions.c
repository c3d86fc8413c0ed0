/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-actions.h"

#include "care-vocabularies.h"

#include <string.h>

static const char *const rulers[] = { "calendar", "financial", "sessions", "parliaments", "governments", "elections" };

/* The ids that are chosen, by the names of their actions. */
static const struct
{
  const char *name;
  gsize offset; /* in the choice */
} ids[] = {
  { "actor", G_STRUCT_OFFSET (CareTimelineChoice, filter.actor) },
  { "theme", G_STRUCT_OFFSET (CareTimelineChoice, filter.theme) },
  { "place", G_STRUCT_OFFSET (CareTimelineChoice, filter.place) },
  { "briefing", G_STRUCT_OFFSET (CareTimelineChoice, filter.briefing) },
};

/**
 * care_timeline_actions_get_id:
 * @choice: what is chosen
 * @name: the name of an action that has an id, which is that of a kind of record, too
 *
 * Returns: the id that is chosen, or 0.
 */
CareId
care_timeline_actions_get_id (const CareTimelineChoice *choice, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (ids[i].name, name))
      return G_STRUCT_MEMBER (CareId, choice, ids[i].offset);
  return 0;
}

static GSimpleAction *
get_action (GActionMap *actions, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (actions, name));
}

static void
set_text (GActionMap *actions, const char *name, const char *value)
{
  g_simple_action_set_state (get_action (actions, name), g_variant_new_string (value));
}

/* (transfer full): "" any kind; "event", a kind of record; "pledge outcome", a kind of pledge. */
static char *
name_kind (const CareTimelineFilter *filter)
{
  if (filter->kind != 0)
    return g_strdup_printf ("pledge %s", care_timeline_entry_word (&care_vocabulary_pledge, filter->kind));
  for (guint shape = 0; shape < CARE_TIMELINE_N_SHAPES; shape++)
    if (filter->shapes == 1u << shape)
      return g_strdup (care_timeline_entry_kind (shape));
  return g_strdup ("");
}

static void
read_kind (CareTimelineFilter *filter, const char *name)
{
  const char *word = strchr (name, ' ');

  filter->kind = word == NULL ? 0 : care_timeline_entry_index (&care_vocabulary_pledge, word + 1);
  filter->shapes = 0;
  for (guint shape = 0; word == NULL && shape < CARE_TIMELINE_N_SHAPES; shape++)
    if (g_str_equal (name, care_timeline_entry_kind (shape)))
      filter->shapes = 1u << shape;
}

/* The states say what is chosen. */
static void
show_choice (CareTimelineDesk *desk, GActionMap *actions)
{
  const CareTimelineChoice *choice = care_timeline_desk_get_choice (desk);
  g_autofree char *kind = name_kind (&choice->filter);

  set_text (actions, "by", care_timeline_lanes_by_name (choice->by));
  set_text (actions, "ruler", rulers[choice->ruler]);
  set_text (actions, "behind", rulers[choice->behind]);
  set_text (actions, "kind", kind);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_simple_action_set_state (get_action (actions, ids[i].name),
                               g_variant_new_int64 (G_STRUCT_MEMBER (CareId, choice, ids[i].offset)));
  for (guint chip = 0; chip < CARE_TIMELINE_N_CHIPS; chip++)
    g_simple_action_set_state (get_action (actions, care_timeline_chip_name (chip)),
                               g_variant_new_boolean ((choice->filter.chips & (1u << chip)) != 0));
  g_simple_action_set_enabled (get_action (actions, "show-all"), care_timeline_desk_is_filtered (desk));
}

static guint
find_ruler (GVariant *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (rulers); i++)
    if (g_str_equal (rulers[i], g_variant_get_string (value, NULL)))
      return i;
  return 0;
}

static void
by_chosen (GSimpleAction *action, GVariant *value, gpointer data)
{
  CareTimelineChoice choice = *care_timeline_desk_get_choice (data);

  for (guint by = 0; by < CARE_TIMELINE_N_LANES_BY; by++)
    if (g_str_equal (care_timeline_lanes_by_name (by), g_variant_get_string (value, NULL)))
      choice.by = by;
  care_timeline_desk_choose (data, &choice);
}

static void
ruler_chosen (GSimpleAction *action, GVariant *value, gpointer data)
{
  CareTimelineChoice choice = *care_timeline_desk_get_choice (data);

  choice.ruler = find_ruler (value);
  care_timeline_desk_choose (data, &choice);
}

static void
behind_chosen (GSimpleAction *action, GVariant *value, gpointer data)
{
  CareTimelineChoice choice = *care_timeline_desk_get_choice (data);

  choice.behind = find_ruler (value);
  care_timeline_desk_choose (data, &choice);
}

static void
kind_chosen (GSimpleAction *action, GVariant *value, gpointer data)
{
  CareTimelineChoice choice = *care_timeline_desk_get_choice (data);

  read_kind (&choice.filter, g_variant_get_string (value, NULL));
  care_timeline_desk_choose (data, &choice);
}

static void
id_chosen (GSimpleAction *action, GVariant *value, gpointer data)
{
  CareTimelineChoice choice = *care_timeline_desk_get_choice (data);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (ids[i].name, g_action_get_name (G_ACTION (action))))
      G_STRUCT_MEMBER (CareId, &choice, ids[i].offset) = g_variant_get_int64 (value);
  care_timeline_desk_choose (data, &choice);
}

static void
chip_toggled (GSimpleAction *action, GVariant *value, gpointer data)
{
  CareTimelineChoice choice = *care_timeline_desk_get_choice (data);

  for (guint chip = 0; chip < CARE_TIMELINE_N_CHIPS; chip++)
    if (g_str_equal (care_timeline_chip_name (chip), g_action_get_name (G_ACTION (action))))
      choice.filter.chips ^= 1u << chip;
  care_timeline_desk_choose (data, &choice);
}

static void
show_all_activated (GSimpleAction *action, GVariant *value, gpointer data)
{
  care_timeline_desk_show_all (data);
}

static void
today_activated (GSimpleAction *action, GVariant *value, gpointer data)
{
  CareTimelineChoice choice = *care_timeline_desk_get_choice (data);

  choice.as_of = care_timeline_desk_get_today (data);
  care_timeline_desk_choose (data, &choice);
}

static void
cancel_activated (GSimpleAction *action, GVariant *value, gpointer data)
{
  care_timeline_desk_cancel (data);
}

static void
read_again_activated (GSimpleAction *action, GVariant *value, gpointer data)
{
  care_timeline_desk_read_again (data);
}

/**
 * care_timeline_actions_new:
 * @desk: what they choose of
 *
 * Returns: (transfer full): "by", "ruler", "behind" and "kind" with the name of what is
 *   chosen; "actor", "theme", "place" and "briefing" with its id, 0 for any; one for each
 *   chip, by its name, with whether it is pressed; "show-all", "cancel" and "read-again". They
 *   live as long as @desk.
 */
GSimpleActionGroup *
care_timeline_actions_new (CareTimelineDesk *desk)
{
  static const GActionEntry entries[] = {
    { "by", NULL, "s", "''", by_chosen },           { "ruler", NULL, "s", "''", ruler_chosen },
    { "behind", NULL, "s", "''", behind_chosen },   { "kind", NULL, "s", "''", kind_chosen },
    { "actor", NULL, "x", "int64 0", id_chosen },   { "theme", NULL, "x", "int64 0", id_chosen },
    { "place", NULL, "x", "int64 0", id_chosen },   { "briefing", NULL, "x", "int64 0", id_chosen },
    { "show-all", show_all_activated },             { "cancel", cancel_activated },
    { "read-again", read_again_activated },         { "today", today_activated },
  };
  GSimpleActionGroup *actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), desk);
  for (guint chip = 0; chip < CARE_TIMELINE_N_CHIPS; chip++)
    {
      GActionEntry entry = { care_timeline_chip_name (chip), NULL, NULL, "false", chip_toggled };

      g_action_map_add_action_entries (G_ACTION_MAP (actions), &entry, 1, desk);
    }
  g_signal_connect_object (desk, "chosen", G_CALLBACK (show_choice), actions, 0);
  show_choice (desk, G_ACTION_MAP (actions));
  return actions;
}
