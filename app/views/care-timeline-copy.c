/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-copy.h"

#include "care-copied-cell.h"
#include "care-deadline.h"
#include "care-vocabularies.h"

#include <glib/gi18n.h>

/* Rows that are written while nothing else can be done: a few thousandths of a second. */
#define PIECE 40

typedef struct
{
  GtkWidget *widget;
  CareLibrary *library;
  CareTimelineContent *content;
  GArray *agenda;
  CareTimelineAsk ask;
  GtkBitset *rows; /* of the agenda, that are still to be written */
  guint n_rows;
  GString *text;
  CareTimelineCopied copied;
} Copying;

static void
copying_free (gpointer data)
{
  Copying *copying = data;

  g_object_unref (copying->widget);
  g_object_unref (copying->library);
  care_timeline_content_unref (copying->content);
  g_array_unref (copying->agenda);
  gtk_bitset_unref (copying->rows);
  g_string_free (copying->text, TRUE);
  g_free (copying);
}

/* Takes @words. */
static void
add_cell (GString *text, char *words, gboolean is_last)
{
  g_autofree char *owned = words;

  care_copied_cell_append (text, owned, is_last);
}

static void
add_headings (GString *text)
{
  static const char *const headings[] = { N_ ("What"), N_ ("Who"), N_ ("Made"), N_ ("Due"), N_ ("Due as Read"), N_ ("Standing"),
                                          N_ ("Our Verdict"), N_ ("Verdicts of Sources"), N_ ("Late By") };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    add_cell (text, g_strdup (_ (headings[i])), i + 1 == G_N_ELEMENTS (headings));
}

static const char *
label_of (const CareVocabulary *vocabulary, guint8 index)
{
  return index == 0 ? NULL : care_vocabulary_label (vocabulary, care_timeline_entry_word (vocabulary, index));
}

static char *
say_verdict (const CareTimelineEntry *entry)
{
  const char *delivery = label_of (&care_vocabulary_delivery, entry->delivery);
  const char *timeliness = label_of (&care_vocabulary_timeliness, entry->timeliness);

  if (delivery == NULL || timeliness == NULL)
    return g_strdup (delivery != NULL ? delivery : timeliness);
  return g_strdup_printf ("%s, %s", delivery, timeliness);
}

static char *
say_sources (const CareTimelineAsk *ask, const CareTimelineEntry *entry)
{
  g_autoptr (GPtrArray) sources = NULL;

  if (!(entry->flags & CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT))
    return NULL;
  sources = care_timeline_say_sources (ask, entry);
  g_ptr_array_add (sources, NULL);
  return g_strjoinv (" ", (char **) sources->pdata);
}

static void
add_row (Copying *copying, const CareTimelineEntry *entry)
{
  GString *text = copying->text;

  add_cell (text, care_timeline_say_title (&copying->ask, entry), FALSE);
  add_cell (text, care_timeline_say_who (&copying->ask, entry), FALSE);
  add_cell (text, care_timeline_say_start (&copying->ask, entry, NULL), FALSE);
  add_cell (text, care_timeline_say_due (&copying->ask, entry), FALSE);
  add_cell (text, care_timeline_say_days (&copying->ask, entry), FALSE);
  add_cell (text, care_timeline_entry_say_state (entry), FALSE);
  add_cell (text, say_verdict (entry), FALSE);
  add_cell (text, say_sources (&copying->ask, entry), FALSE);
  add_cell (text, care_timeline_entry_say_late (entry), TRUE);
}

static void
add_next_row (Copying *copying)
{
  guint row = gtk_bitset_get_minimum (copying->rows);
  guint entry = g_array_index (copying->agenda, guint32, row);

  gtk_bitset_remove (copying->rows, row);
  add_row (copying, &g_array_index (copying->content->entries, CareTimelineEntry, entry));
}

static gboolean copy_piece (gpointer task);

/* Takes @task. */
static void
go_on (GObject *task)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, copy_piece, task, g_object_unref);
}

static gboolean
copy_piece (gpointer task)
{
  Copying *copying = g_task_get_task_data (task);

  if (!care_library_can_read (copying->library))
    {
      care_library_when_readable (copying->library, go_on, g_object_ref (task));
      return G_SOURCE_REMOVE;
    }
  for (guint i = 0; i < PIECE && !gtk_bitset_is_empty (copying->rows); i++)
    add_next_row (copying);
  if (!gtk_bitset_is_empty (copying->rows))
    return G_SOURCE_CONTINUE;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (copying->widget), copying->text->str);
  copying->copied (copying->widget, copying->n_rows);
  g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

/**
 * care_timeline_copy:
 * @widget: whose clipboard it is
 * @desk: a desk that has an outlook
 * @rows: which of its rows; all, where it has none
 * @copied: called once they are on the clipboard, which may be later
 *
 * Copies rows with their headings, columns between tabs.
 */
void
care_timeline_copy (GtkWidget *widget, CareTimelineDesk *desk, GtkBitset *rows, CareTimelineCopied copied)
{
  const CareTimelineOutlook *outlook = care_timeline_desk_get_outlook (desk);
  GTask *task = g_task_new (NULL, NULL, NULL, NULL);
  Copying *copying = g_new0 (Copying, 1);

  *copying = (Copying){ g_object_ref (widget), g_object_ref (care_timeline_desk_get_library (desk)),
                        care_timeline_content_ref (outlook->content), g_array_ref (outlook->agenda),
                        care_timeline_desk_get_ask (desk) };
  copying->rows = gtk_bitset_is_empty (rows) ? gtk_bitset_new_range (0, outlook->agenda->len) : gtk_bitset_copy (rows);
  copying->n_rows = gtk_bitset_get_size (copying->rows);
  copying->text = g_string_new (NULL);
  copying->copied = copied;
  add_headings (copying->text);
  g_task_set_task_data (task, copying, copying_free);
  go_on (G_OBJECT (task));
}
