/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is looked for in a timeline, in words. */

#include "care-timeline-filter.h"

#include "care-kind.h"
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
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (filter->kind != 0)
    return g_strdup_printf (_ ("pledges of the kind “%s”"),
                            care_vocabulary_label (&care_vocabulary_pledge,
                                                   care_timeline_entry_word (&care_vocabulary_pledge, filter->kind)));
  for (guint shape = 0; shape < CARE_TIMELINE_N_SHAPES; shape++)
    if (filter->shapes & (1u << shape))
      g_ptr_array_add (parts, (gpointer) _ (care_kind_find (care_timeline_entry_kind (shape))->label_plural));
  return parts->len == 0 ? NULL : join (parts, _ (" or "));
}

/**
 * care_timeline_filter_say:
 * @self: what is looked for
 * @content: where
 * @typed: (nullable): the words that were looked for
 *
 * Returns: (transfer full): "overdue without verdict, Labour"; "" where everything is.
 */
char *
care_timeline_filter_say (const CareTimelineFilter *self, const CareTimelineContent *content, const char *typed)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add (parts, say_chips (self->chips));
  add (parts, say_name (content->actors, self->actor));
  add (parts, say_name (content->themes, self->theme));
  add (parts, say_name (content->places, self->place));
  add (parts, say_name (content->briefings, self->briefing));
  add (parts, say_kind (self));
  add (parts, typed == NULL ? NULL : g_strdup_printf ("“%s”", typed));
  return join (parts, _ (", "));
}
