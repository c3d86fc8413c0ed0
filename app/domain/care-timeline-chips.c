/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What most is looked for in a timeline, and counts in words. */

#include "care-timeline-filter.h"

#include "care-vocabularies.h"

#include <glib/gi18n.h>

static gboolean
is_judged (const CareTimelineEntry *entry, const CareVocabulary *vocabulary, guint8 index, const char *word)
{
  return entry->state == CARE_TIMELINE_ENTRY_JUDGED && g_strcmp0 (care_timeline_entry_word (vocabulary, index), word) == 0;
}

static gboolean
is_slipped (const CareTimelineEntry *entry)
{
  return care_timeline_entry_is_slipped (entry)
         || is_judged (entry, &care_vocabulary_timeliness, entry->timeliness, "missed")
         || is_judged (entry, &care_vocabulary_timeliness, entry->timeliness, "met-late")
         || is_judged (entry, &care_vocabulary_timeliness, entry->timeliness, "revised");
}

/**
 * care_timeline_chip_takes:
 * @chip: a chip
 * @entry: an entry
 *
 * Returns: whether it is so of @entry. Milestones are not judged, so that none is overdue
 *   without a verdict.
 */
gboolean
care_timeline_chip_takes (CareTimelineChip chip, const CareTimelineEntry *entry)
{
  switch (chip)
    {
    case CARE_TIMELINE_CHIP_DUE:
      return entry->state == CARE_TIMELINE_ENTRY_NOT_DUE || entry->state == CARE_TIMELINE_ENTRY_OPEN;
    case CARE_TIMELINE_CHIP_OVERDUE:
      return entry->state == CARE_TIMELINE_ENTRY_OVERDUE && care_timeline_entry_is_pledged (entry);
    case CARE_TIMELINE_CHIP_SLIPPED:
      return is_slipped (entry);
    case CARE_TIMELINE_CHIP_LAPSED:
      return entry->state == CARE_TIMELINE_ENTRY_LAPSED;
    case CARE_TIMELINE_CHIP_CANNOT_BE_RATED:
    default:
      return is_judged (entry, &care_vocabulary_delivery, entry->delivery, "cannot-be-rated");
    }
}

static const struct
{
  const char *name;
  const char *label;
  const char *one;
  const char *many;
} chips[CARE_TIMELINE_N_CHIPS] = {
  { "due", N_("Due"), N_("%u is due"), N_("%u are due") },
  { "overdue", N_("Overdue, No Verdict"), N_("%u is overdue without a verdict"), N_("%u are overdue without a verdict") },
  { "slipped", N_("Slipped"), N_("%u has slipped"), N_("%u have slipped") },
  { "lapsed", N_("Lapsed"), N_("%u has lapsed"), N_("%u have lapsed") },
  { "cannot-be-rated", N_("Cannot Be Rated"), N_("%u cannot be rated"), N_("%u cannot be rated") },
};

/**
 * care_timeline_chip_name:
 * @chip: a chip
 *
 * Returns: (transfer none): what a command calls it.
 */
const char *
care_timeline_chip_name (CareTimelineChip chip)
{
  return chips[chip].name;
}

/**
 * care_timeline_chip_label:
 * @chip: a chip
 *
 * Returns: (transfer none): what a button says.
 */
const char *
care_timeline_chip_label (CareTimelineChip chip)
{
  return _ (chips[chip].label);
}

/**
 * care_timeline_chip_say:
 * @chip: a chip
 * @n: of how many it is so
 *
 * Returns: (transfer full): “5 are overdue without a verdict”.
 */
char *
care_timeline_chip_say (CareTimelineChip chip, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_auto (GStrv) parts = g_strsplit (ngettext (chips[chip].one, chips[chip].many, n), "%u", 2);

  return g_strjoinv (number, parts);
}

static char *
count_shape (guint shape, guint n)
{
  switch (shape)
    {
    case CARE_TIMELINE_ENTRY_PLEDGE:
      return g_strdup_printf (ngettext ("%u pledge", "%u pledges", n), n);
    case CARE_TIMELINE_ENTRY_LIMB:
      return g_strdup_printf (ngettext ("%u limb", "%u limbs", n), n);
    case CARE_TIMELINE_ENTRY_MILESTONE:
      return g_strdup_printf (ngettext ("%u milestone", "%u milestones", n), n);
    case CARE_TIMELINE_ENTRY_POSITION:
      return g_strdup_printf (ngettext ("%u position", "%u positions", n), n);
    case CARE_TIMELINE_ENTRY_EVENT:
    default:
      return g_strdup_printf (ngettext ("%u event", "%u events", n), n);
    }
}

/**
 * care_timeline_counts_say:
 * @counts: how many there are
 *
 * Returns: (transfer full): “27 pledges, 1 limb, 24 events”, and of how many that is where not
 *   all are looked for.
 */
char *
care_timeline_counts_say (const CareTimelineCounts *counts)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint shape = 0; shape < CARE_TIMELINE_N_SHAPES; shape++)
    {
      g_autofree char *count = count_shape (shape, counts->shapes[shape]);

      if (counts->shapes[shape] > 0)
        g_string_append_printf (words, "%s%s", words->len > 0 ? _ (", ") : "", count);
    }
  if (counts->n_all == 0)
    return g_strdup (_ ("Nothing yet"));
  if (counts->n_taken == 0)
    return g_strdup_printf (_ ("None of %u"), counts->n_all);
  if (counts->n_taken == counts->n_all)
    return g_strdup (words->str);
  /* Translators: “3 pledges, 1 event; 4 of 52” */
  return g_strdup_printf (_ ("%s; %u of %u"), words->str, counts->n_taken, counts->n_all);
}

/**
 * care_timeline_filter_name:
 * @self: what is looked for
 * @content: where
 *
 * Returns: (transfer full): what that is called on paper: by its briefing, theme, party or
 *   place, where one is looked for.
 */
char *
care_timeline_filter_name (const CareTimelineFilter *self, const CareTimelineContent *content)
{
  const struct
  {
    GArray *names;
    CareId id;
  } of[] = {
    { content->briefings, self->briefing },
    { content->themes, self->theme },
    { content->actors, self->actor },
    { content->places, self->place },
  };

  for (guint i = 0; i < G_N_ELEMENTS (of); i++)
    if (of[i].id != 0)
      return g_strdup (care_timeline_name_find (of[i].names, of[i].id)->name);
  return g_strdup (_ ("Timeline"));
}
