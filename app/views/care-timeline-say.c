/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is looked for in a timeline, in words. */

#include "care-timeline-desk.h"

#include "care-vocabularies.h"

#include <glib/gi18n.h>

static const char *const chips[CARE_TIMELINE_N_CHIPS]
  = { N_ ("due"), N_ ("overdue without verdict"), N_ ("slipped"), N_ ("lapsed"), N_ ("cannot be rated") };

/* Takes @words. */
static void
add (GPtrArray *parts, char *words)
{
  if (words != NULL)
    g_ptr_array_add (parts, words);
}

static char *
join (GPtrArray *parts, const char *between)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (between, (char **) parts->pdata);
}

/* One of several is enough. */
static char *
say_chips (guint chosen)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint chip = 0; chip < CARE_TIMELINE_N_CHIPS; chip++)
    if (chosen & (1u << chip))
      g_ptr_array_add (parts, (gpointer) _ (chips[chip]));
  return parts->len == 0 ? NULL : join (parts, _ (" or "));
}

static char *
say_name (GArray *names, CareId id)
{
  const CareTimelineName *name = id == 0 ? NULL : care_timeline_name_find (names, id);

  return name == NULL ? NULL : g_strdup (name->name);
}

static char *
say_kind (const CareTimelineFilter *filter)
{
  if (filter->kind != 0)
    return g_strdup_printf (_ ("pledges of the kind “%s”"),
                            care_vocabulary_label (&care_vocabulary_pledge,
                                                   care_timeline_entry_word (&care_vocabulary_pledge, filter->kind)));
  for (guint shape = 0; shape < CARE_TIMELINE_N_SHAPES; shape++)
    if (filter->shapes == 1u << shape)
      return g_strdup (_ (care_kind_find (care_timeline_entry_kind (shape))->label_plural));
  return NULL;
}

/**
 * care_timeline_desk_say:
 * @self: a desk that has an outlook
 *
 * Returns: (transfer full): "5 of 51 shown: overdue without verdict, Labour"; "" where
 *   everything is.
 */
char *
care_timeline_desk_say (CareTimelineDesk *self)
{
  const CareTimelineChoice *choice = care_timeline_desk_get_choice (self);
  const CareTimelineOutlook *outlook = care_timeline_desk_get_outlook (self);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = NULL;

  if (!care_timeline_desk_is_filtered (self))
    return g_strdup ("");
  add (parts, say_chips (choice->filter.chips));
  add (parts, say_name (outlook->content->actors, choice->filter.actor));
  add (parts, say_name (outlook->content->themes, choice->filter.theme));
  add (parts, say_name (outlook->content->places, choice->filter.place));
  add (parts, say_name (outlook->content->briefings, choice->filter.briefing));
  add (parts, say_kind (&choice->filter));
  add (parts, choice->typed == NULL ? NULL : g_strdup_printf ("“%s”", choice->typed));
  words = join (parts, _ (", "));
  /* Translators: how many of all entries, and what is looked for: “5 of 51 shown: slipped, Labour” */
  return g_strdup_printf (_ ("%u of %u shown: %s"), outlook->counts.n_taken, outlook->counts.n_all, words);
}
