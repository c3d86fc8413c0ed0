/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-spot.h"

#include "care-date.h"

#include <glib/gi18n.h>

struct _CareTimelineSpot
{
  GtkButton parent_instance;

  guint entry;                /* or CARE_TIMELINE_NO_ENTRY */
  CareTimelineFrameChip chip; /* count 0: it is of none */
  gboolean has_sentence;
};

G_DEFINE_FINAL_TYPE (CareTimelineSpot, care_timeline_spot, GTK_TYPE_BUTTON)

static void
care_timeline_spot_class_init (CareTimelineSpotClass *klass)
{
}

static void
care_timeline_spot_init (CareTimelineSpot *self)
{
  self->entry = CARE_TIMELINE_NO_ENTRY;
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "care-mark");
}

/**
 * care_timeline_spot_new:
 *
 * Returns: (transfer floating): a button of nothing yet.
 */
GtkWidget *
care_timeline_spot_new (void)
{
  return g_object_new (CARE_TYPE_TIMELINE_SPOT, NULL);
}

/**
 * care_timeline_spot_set_entry:
 * @self: a spot
 * @entry: whose mark it is over, or %CARE_TIMELINE_NO_ENTRY
 *
 * Uses it for another mark: what was said of it is no more true.
 */
void
care_timeline_spot_set_entry (CareTimelineSpot *self, guint entry)
{
  self->entry = entry;
  self->chip.count = 0;
  care_timeline_spot_set_selected (self, FALSE);
  care_timeline_spot_set_sentence (self, NULL);
}

/**
 * care_timeline_spot_get_entry:
 * @self: a spot
 *
 * Returns: the entry whose mark it is over, or %CARE_TIMELINE_NO_ENTRY.
 */
guint
care_timeline_spot_get_entry (CareTimelineSpot *self)
{
  return self->entry;
}

/**
 * care_timeline_spot_set_used:
 * @self: a spot
 * @used: whether it is needed
 *
 * Has it be there, or be over nothing and out of reach. It is not hidden, as all of the window
 * would be measured anew for that.
 */
void
care_timeline_spot_set_used (CareTimelineSpot *self, gboolean used)
{
  if (gtk_widget_get_child_visible (GTK_WIDGET (self)) == used)
    return;
  if (!used)
    care_timeline_spot_set_entry (self, CARE_TIMELINE_NO_ENTRY);
  gtk_widget_set_child_visible (GTK_WIDGET (self), used);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, !used, -1);
}

/* “37 more end, May 2018” */
static char *
say_chip (const CareTimelineFrameChip *chip)
{
  g_autoptr (CareDate) date = care_date_from_days (chip->days.first, chip->days.last);
  g_autofree char *when = care_date_format (date, CARE_DATE_HOUSE);

  if (chip->goes_on)
    return g_strdup_printf (ngettext ("%u more, until %s or after", "%u more, until %s or after", chip->count),
                            chip->count, when);
  return g_strdup_printf (ngettext ("%u more ends, %s", "%u more end, %s", chip->count), chip->count, when);
}

/**
 * care_timeline_spot_set_chip:
 * @self: a spot
 * @chip: a count
 *
 * Uses it for that count.
 */
void
care_timeline_spot_set_chip (CareTimelineSpot *self, const CareTimelineFrameChip *chip)
{
  gboolean is_same = self->chip.count == chip->count && self->chip.goes_on == chip->goes_on
                     && self->chip.days.first == chip->days.first && self->chip.days.last == chip->days.last;
  g_autofree char *sentence = NULL;

  self->entry = CARE_TIMELINE_NO_ENTRY;
  self->chip = *chip;
  if (is_same && self->has_sentence)
    return;
  sentence = say_chip (chip);
  care_timeline_spot_set_sentence (self, sentence);
}

/**
 * care_timeline_spot_get_chip:
 * @self: a spot
 *
 * Returns: (transfer none) (nullable): the count that it is over.
 */
const CareTimelineFrameChip *
care_timeline_spot_get_chip (CareTimelineSpot *self)
{
  return self->chip.count > 0 ? &self->chip : NULL;
}

/**
 * care_timeline_spot_set_sentence:
 * @self: a spot
 * @sentence: (nullable): what is said of it; %NULL: nothing for now
 *
 * Names it for those who hear it.
 */
void
care_timeline_spot_set_sentence (CareTimelineSpot *self, const char *sentence)
{
  if (sentence == NULL && !self->has_sentence)
    return;
  self->has_sentence = sentence != NULL;
  /* Without a name it would be called by its type. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence != NULL ? sentence : _ ("Mark"), -1);
}

/**
 * care_timeline_spot_has_sentence:
 * @self: a spot
 *
 * Returns: whether it has a name.
 */
gboolean
care_timeline_spot_has_sentence (CareTimelineSpot *self)
{
  return self->has_sentence;
}

/**
 * care_timeline_spot_set_selected:
 * @self: a spot
 * @selected: whether it is
 *
 * Has it show that it is selected, or that it is not.
 */
void
care_timeline_spot_set_selected (CareTimelineSpot *self, gboolean selected)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_selected = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_SELECTED) != 0;

  if (is_selected == selected)
    return;
  if (selected)
    gtk_widget_set_state_flags (widget, GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * care_timeline_spot_is_seen:
 * @self: a spot
 *
 * Returns: whether there is anything of it to draw.
 */
gboolean
care_timeline_spot_is_seen (CareTimelineSpot *self)
{
  const GtkStateFlags flags = GTK_STATE_FLAG_SELECTED | GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE
                              | GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_ACTIVE;

  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & flags) != 0;
}
