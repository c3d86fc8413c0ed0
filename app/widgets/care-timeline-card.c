/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-card.h"

#include <glib/gi18n.h>

struct _CareTimelineCard
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *text;
  GtkButton *open;
};

G_DEFINE_FINAL_TYPE (CareTimelineCard, care_timeline_card, GTK_TYPE_WIDGET)

enum
{
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* “24 entries, 3 of them without a date” */
static char *
summarise (const CareTimelineScene *scene)
{
  guint n = scene->n_shown, undated = scene->n_undated;
  g_autofree char *all = g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);

  if (undated == 0)
    return g_steal_pointer (&all);
  /* Translators: “24 entries” of which 3 have no date */
  return g_strdup_printf (ngettext ("%s, %u without a date", "%s, %u without a date", undated), all, undated);
}

static void
on_open (GtkButton *button, CareTimelineCard *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
care_timeline_card_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), CARE_TYPE_TIMELINE_CARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (care_timeline_card_parent_class)->dispose (object);
}

static void
care_timeline_card_class_init (CareTimelineCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_timeline_card_dispose;

  /**
   * CareTimelineCard::opened:
   *
   * What it shows is to be opened.
   */
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-timeline-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CareTimelineCard, title);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineCard, text);
  gtk_widget_class_bind_template_child (widget_class, CareTimelineCard, open);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
}

static void
care_timeline_card_init (CareTimelineCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_timeline_card_show:
 * @self: a card
 * @scene: (nullable): what there is
 * @entry: an entry of it, or %CARE_TIMELINE_NO_ENTRY
 *
 * Tells of @entry, or where there is none, how much there is.
 */
void
care_timeline_card_show (CareTimelineCard *self, const CareTimelineScene *scene, guint entry)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (CARE_IS_TIMELINE_CARD (self));

  if (scene != NULL && entry == CARE_TIMELINE_NO_ENTRY)
    text = summarise (scene);
  else if (scene != NULL)
    {
      title = scene->say (entry, CARE_TIMELINE_TEXT_LABEL, scene->data);
      text = scene->describe (entry, scene->data);
    }
  gtk_label_set_text (self->title, title != NULL ? title : "");
  gtk_label_set_text (self->text, text != NULL ? text : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->open), scene != NULL && entry != CARE_TIMELINE_NO_ENTRY);
}
