/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menus of what can be chosen of a timeline. */

#include "care-timeline-actions.h"

#include "care-vocabularies.h"

#include <glib/gi18n.h>

/* Takes @target. */
static void
append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
append_text (GMenu *menu, const char *label, const char *action, const char *target)
{
  append (menu, label, action, g_variant_new_string (target));
}

/* Takes @section. */
static void
append_section (GMenu *menu, const char *label, GMenu *section)
{
  g_menu_append_section (menu, label, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
append_submenu (GMenu *menu, const char *label, GMenu *submenu)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (submenu)) > 1)
    g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
  g_object_unref (submenu);
}

/**
 * care_timeline_actions_make_looks:
 *
 * Returns: (transfer full): which lanes there are, and what divides the time.
 */
GMenuModel *
care_timeline_actions_make_looks (void)
{
  static const CareTimelineLanesBy all[] = { CARE_TIMELINE_LANES_PARTY, CARE_TIMELINE_LANES_THEME, CARE_TIMELINE_LANES_PROMISOR,
                                             CARE_TIMELINE_LANES_BRIEFING, CARE_TIMELINE_LANES_NONE };
  GMenu *menu = g_menu_new ();
  GMenu *lanes = g_menu_new ();
  GMenu *ruler = g_menu_new ();
  GMenu *behind = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    append_text (lanes, care_timeline_lanes_by_label (all[i]), "desk.by", care_timeline_lanes_by_name (all[i]));
  append_text (ruler, _ ("Calendar"), "desk.ruler", "calendar");
  append_text (ruler, _ ("Financial Years"), "desk.ruler", "financial");
  append_text (ruler, _ ("Sessions of Parliament"), "desk.ruler", "sessions");
  append_text (behind, _ ("Parliaments, from Election to Dissolution"), "desk.behind", "parliaments");
  append_text (behind, _ ("Governments"), "desk.behind", "governments");
  append_text (behind, _ ("General Elections"), "desk.behind", "elections");
  append_text (behind, _ ("Nothing"), "desk.behind", "calendar");
  append_section (menu, _ ("Lanes"), lanes);
  append_section (menu, _ ("Ruler"), ruler);
  append_section (menu, _ ("Background"), behind);
  return G_MENU_MODEL (menu);
}

/* A menu of more is longer than anybody reads: one is chosen by a few letters. */
#define MOST_NAMES 30

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return care_timeline_name_compare (*(const CareTimelineName *const *) a, *(const CareTimelineName *const *) b);
}

/* (transfer full): any, and each of @names. */
static GMenu *
make_names (GArray *names, const char *any, const char *action)
{
  g_autoptr (GPtrArray) in_order = g_ptr_array_new ();
  GMenu *menu = g_menu_new ();

  append (menu, any, action, g_variant_new_int64 (0));
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (in_order, &g_array_index (names, CareTimelineName, i));
  g_ptr_array_sort (in_order, compare_names);
  for (guint i = 0; i < in_order->len; i++)
    {
      const CareTimelineName *name = g_ptr_array_index (in_order, i);

      append (menu, name->name, action, g_variant_new_int64 (name->id));
    }
  return menu;
}

static void
append_names (GMenu *menu, const CareTimelineContent *content)
{
  const struct
  {
    GArray *names;
    const char *label, *asks, *any, *action, *kind;
  } choices[] = { { content->actors, _ ("Party or Body"), _ ("Party or Body…"), _ ("Anybody"), "desk.actor", "actor" },
                  { content->themes, _ ("Theme"), _ ("Theme…"), _ ("Any Theme"), "desk.theme", "theme" },
                  { content->places, _ ("Extent"), _ ("Extent…"), _ ("Any Extent"), "desk.place", "place" },
                  { content->briefings, _ ("Briefing"), _ ("Briefing…"), _ ("Any Briefing"), "desk.briefing", "briefing" } };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].names->len > MOST_NAMES)
      append_text (menu, choices[i].asks, "names.pick", choices[i].kind);
    else
      append_submenu (menu, choices[i].label, make_names (choices[i].names, choices[i].any, choices[i].action));
}

/* Kinds of record, and below them kinds of pledge. */
static GMenu *
make_kinds (void)
{
  GMenu *menu = g_menu_new ();
  GMenu *kinds = g_menu_new ();
  GMenu *pledges = g_menu_new ();

  append_text (kinds, _ ("Any Kind"), "desk.kind", "");
  for (guint shape = 0; shape < CARE_TIMELINE_N_SHAPES; shape++)
    {
      const char *kind = care_timeline_entry_kind (shape);

      append_text (kinds, _ (care_kind_find (kind)->label_plural), "desk.kind", kind);
    }
  for (const CareTerm *term = care_vocabulary_pledge.terms; term->word != NULL; term++)
    {
      g_autofree char *target = g_strdup_printf ("pledge %s", term->word);

      append_text (pledges, _ (term->label), "desk.kind", target);
    }
  append_section (menu, NULL, kinds);
  append_section (menu, _ ("Kind of Pledge"), pledges);
  return menu;
}

/* "Slipped 3" */
static GMenu *
make_chips (const CareTimelineOutlook *outlook)
{
  GMenu *menu = g_menu_new ();

  for (guint chip = 0; chip < CARE_TIMELINE_N_CHIPS; chip++)
    {
      g_autofree char *action = g_strdup_printf ("desk.%s", care_timeline_chip_name (chip));
      g_autofree char *label
        = g_strdup_printf ("%s %'u", care_timeline_chip_label (chip), outlook == NULL ? 0 : outlook->counts.chips[chip]);

      append (menu, label, action, NULL);
    }
  return menu;
}

/**
 * care_timeline_actions_make_filters:
 * @desk: what they choose of
 *
 * Returns: (transfer full): all that can be looked for in what is there by now, with the action
 *   "names.pick" of the kind of record of which there are many.
 */
GMenuModel *
care_timeline_actions_make_filters (CareTimelineDesk *desk)
{
  const CareTimelineOutlook *outlook = care_timeline_desk_get_outlook (desk);
  GMenu *menu = g_menu_new ();
  GMenu *names = g_menu_new ();
  GMenu *others = g_menu_new ();

  append_section (menu, NULL, make_chips (outlook));
  if (outlook != NULL)
    append_names (names, outlook->content);
  append_submenu (names, _ ("Kind"), make_kinds ());
  append_section (menu, NULL, names);
  append (others, _ ("Find by Words…"), "win.find", NULL);
  append (others, _ ("Show All"), "desk.show-all", NULL);
  append_section (menu, NULL, others);
  return G_MENU_MODEL (menu);
}
