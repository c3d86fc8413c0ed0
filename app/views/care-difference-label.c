/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-difference-label.h"

#include "care-compare.h"

#include <glib/gi18n.h>
#include <string.h>

/* As much of what stayed is told beside a change: characters, up to the next word. */
#define CONTEXT_CHARS 60

/* Where the first words of @text end. */
static const char *
find_head_end (const char *text)
{
  const char *end
    = g_utf8_strlen (text, -1) <= CONTEXT_CHARS ? NULL : g_utf8_offset_to_pointer (text, CONTEXT_CHARS);

  while (end != NULL && *end != '\0' && *end != ' ')
    end = g_utf8_next_char (end);
  return end == NULL ? text + strlen (text) : end;
}

/* Where the last words of @text begin. */
static const char *
find_tail (const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  const char *start
    = length <= CONTEXT_CHARS ? text : g_utf8_offset_to_pointer (text, length - CONTEXT_CHARS);

  while (start > text && *start != ' ')
    start = g_utf8_prev_char (start);
  return start;
}

/* What stayed, without its middle, or its end that is far from any change. */
static char *
shorten (const char *text, gboolean follows, gboolean precedes)
{
  const char *head_end = follows ? find_head_end (text) : text;
  const char *tail = precedes ? find_tail (text) : text + strlen (text);
  g_autofree char *head = NULL;

  if (tail <= head_end)
    return g_strdup (text);
  head = g_strndup (text, (gsize) (head_end - text));
  return g_strconcat (head, follows && precedes ? " …" : "…", tail, NULL);
}

static char *
get_shown (GPtrArray *runs, guint index)
{
  const CareRun *run = g_ptr_array_index (runs, index);

  return run->what == CARE_RUN_SAME ? shorten (run->text, index > 0, index + 1 < runs->len)
                                    : g_strdup (run->text);
}

static void
mark (PangoAttrList *attributes, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

static void
append_run (GString *text, PangoAttrList *attributes, CareRunWhat what, const char *shown)
{
  gsize start;

  /* What comes must not run into what went. */
  if (what == CARE_RUN_AFTER && text->len > 0 && text->str[text->len - 1] != ' ')
    g_string_append_c (text, ' ');
  start = text->len;
  g_string_append (text, shown);
  if (what == CARE_RUN_BEFORE)
    mark (attributes, pango_attr_strikethrough_new (TRUE), start, text->len);
  if (what == CARE_RUN_AFTER)
    {
      mark (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, text->len);
      mark (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, text->len);
    }
}

static char *
say_runs (GPtrArray *runs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const CareRun *run = g_ptr_array_index (runs, i);
      g_autofree char *shown = g_strstrip (get_shown (runs, i));

      if (i > 0)
        g_string_append_c (text, ' ');
      if (run->what == CARE_RUN_SAME)
        g_string_append (text, shown);
      else
        g_string_append_printf (text, run->what == CARE_RUN_BEFORE ? _ ("(removed: %s)") : _ ("(added: %s)"),
                                shown);
    }
  return g_string_free (text, FALSE);
}

/**
 * care_difference_label_new_for_runs:
 * @runs: (element-type CareRun): what two texts have
 *
 * Returns: (transfer floating): a label that shows what differs, word by word.
 */
GtkWidget *
care_difference_label_new_for_runs (GPtrArray *runs)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *said = say_runs (runs);
  GtkWidget *label;

  for (guint i = 0; i < runs->len; i++)
    {
      g_autofree char *shown = get_shown (runs, i);

      append_run (text, attributes, ((CareRun *) g_ptr_array_index (runs, i))->what, shown);
    }
  label = g_object_new (GTK_TYPE_LABEL, "label", text->str, "attributes", attributes, "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return label;
}

/**
 * care_difference_label_say:
 * @before: a text
 * @after: another
 *
 * Returns: (transfer full): what the label shows, for a screen reader, which tells
 *   nothing of lines through and under words.
 */
char *
care_difference_label_say (const char *before, const char *after)
{
  g_autoptr (GPtrArray) runs = care_compare_texts (before, after);

  return say_runs (runs);
}

/**
 * care_difference_label_new:
 * @before: a text
 * @after: another
 *
 * Returns: (transfer floating): a label that shows what differs, word by word.
 */
GtkWidget *
care_difference_label_new (const char *before, const char *after)
{
  g_autoptr (GPtrArray) runs = care_compare_texts (before, after);

  return care_difference_label_new_for_runs (runs);
}
