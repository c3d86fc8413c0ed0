/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words that no dictionary knows are underlined: in what is seen of the text, whenever
 * nothing else is to be done. Tags say so, and nothing of it is in the text. */

#include "care-prose-view-private.h"

#include "care-spelling.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is being typed is not yet a word. */
#define PAUSE_MS 400
#define MAX_SUGGESTIONS 5

/* What is seen of the text, in its buffer's coordinates, whatever it is scrolled by. */
static void
get_seen (CareProseView *self, int *top, int *bottom)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  double x, y;

  *top = 0;
  *bottom = gtk_widget_get_height (GTK_WIDGET (self));
  if (scroller != NULL && gtk_widget_translate_coordinates (scroller, GTK_WIDGET (self), 0, 0, &x, &y))
    {
      *top = MAX (*top, (int) y);
      *bottom = MIN (*bottom, (int) y + gtk_widget_get_height (scroller));
    }
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, 0, *top, NULL, top);
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, 0, *bottom, NULL, bottom);
}

/* The cursor is at its end, and a person may be going on. */
static gboolean
is_being_typed (CareProseView *self, int end)
{
  return gtk_widget_has_focus (GTK_WIDGET (self)) && self->edited && end == care_prose_view_get_cursor (self);
}

/* Nobody need wonder why nothing is underlined; to be told once is enough. */
static void
tell_unknown (CareProseView *self, const char *language)
{
  static GHashTable *told;
  g_autofree char *message = NULL;

  if (told == NULL)
    told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_add (told, g_strdup (language != NULL ? language : "en")))
    return;
  message = g_strdup_printf (_ ("Spelling is not checked: no dictionary for “%s” is installed"),
                             language != NULL ? language : "en-GB");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", message);
}

/* (transfer none) (nullable): what can be asked for words of @language; later, where the
 * dictionary is still being read. */
static CareSpeller *
find_speller (CareProseView *self, const char *language)
{
  CareSpeller *speller = care_speller_get (language);

  if (!care_speller_is_read (speller))
    care_prose_view_spell (self);
  else if (!care_speller_is_installed (speller))
    tell_unknown (self, language);
  else
    return speller;
  return NULL;
}

/* (transfer none) (nullable): what knows the word at byte @at of a line, some of which may be in
 * other @languages than the text. */
static CareSpeller *
find_speller_at (CareProseView *self, GArray *languages, gsize at)
{
  for (guint i = 0; i < languages->len; i++)
    {
      const CareSpellingLanguage *marked = &g_array_index (languages, CareSpellingLanguage, i);

      if (marked->start <= at && at < marked->end)
        return find_speller (self, marked->language);
    }
  return find_speller (self, self->language);
}

static void
check_line (CareProseView *self, const GtkTextIter *at)
{
  int line_start;
  g_autofree char *line = care_prose_view_get_line (self, gtk_text_iter_get_offset (at), &line_start);
  g_autoptr (GArray) words = care_spelling_words (line);
  g_autoptr (GArray) languages = care_spelling_languages (line);
  GtkTextIter to = *at;

  if (!gtk_text_iter_ends_line (&to))
    gtk_text_iter_forward_to_line_end (&to);
  g_array_set_size (self->wanted, 0);
  for (guint i = 0; i < words->len; i++)
    {
      const CareStretch *stretch = &g_array_index (words, CareStretch, i);
      CareSpeller *speller = find_speller_at (self, languages, stretch->start);
      g_autofree char *word = g_strndup (line + stretch->start, stretch->end - stretch->start);
      int start = line_start + (int) g_utf8_pointer_to_offset (line, line + stretch->start);
      int end = start + (int) g_utf8_strlen (word, -1);

      if (speller != NULL && !care_speller_knows (speller, word) && !is_being_typed (self, end))
        care_prose_view_want (self, self->misspelt, start, end);
    }
  care_prose_view_settle (self, self->misspelt, at, &to);
}

static gboolean
check_seen (gpointer data)
{
  CareProseView *self = data;
  GtkTextIter line;
  int top, bottom, y;

  self->spelling = 0;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;
  if (find_speller (self, self->language) == NULL)
    return G_SOURCE_REMOVE;
  get_seen (self, &top, &bottom);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &line, top, NULL);
  do
    {
      check_line (self, &line);
      gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &line, &y, NULL);
    }
  while (y < bottom && gtk_text_iter_forward_line (&line));
  return G_SOURCE_REMOVE;
}

/* What is seen is going to be looked through, once there is nothing else to do. */
void
care_prose_view_spell (CareProseView *self)
{
  g_clear_handle_id (&self->spelling, g_source_remove);
  self->spelling = g_timeout_add_full (G_PRIORITY_LOW, PAUSE_MS, check_seen, self, NULL);
}

/* Follows what is scrolled. */
static void
mapped (CareProseView *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (scroller != NULL && !self->follows_scroller)
    {
      self->follows_scroller = TRUE;
      g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), "value-changed",
                               G_CALLBACK (care_prose_view_spell), self, G_CONNECT_SWAPPED);
    }
  care_prose_view_spell (self);
}

/* (transfer full) (nullable): the word at @at that is underlined, and where it is. */
static char *
get_misspelt (CareProseView *self, const GtkTextIter *at, GtkTextIter *from, GtkTextIter *to)
{
  *from = *to = *at;
  if (!gtk_text_iter_has_tag (at, self->misspelt) && !gtk_text_iter_ends_tag (at, self->misspelt))
    return NULL;
  if (!gtk_text_iter_starts_tag (from, self->misspelt))
    gtk_text_iter_backward_to_tag_toggle (from, self->misspelt);
  if (!gtk_text_iter_ends_tag (to, self->misspelt))
    gtk_text_iter_forward_to_tag_toggle (to, self->misspelt);
  return gtk_text_iter_get_text (from, to);
}

static void
add_spelling (CareProseView *self, GMenu *menu, const char *word)
{
  g_auto (GStrv) suggested = care_speller_suggest (self->menu_speller, word, MAX_SUGGESTIONS);
  g_autoptr (GMenu) words = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  for (guint i = 0; suggested[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (suggested[i], NULL);

      g_menu_item_set_action_and_target (item, "spelling.correct", "s", suggested[i]);
      g_menu_append_item (words, item);
    }
  g_menu_append (rest, _ ("_Add to Dictionary"), "spelling.add");
  g_menu_append (rest, _ ("_Ignore"), "spelling.ignore");
  g_menu_append_section (menu, suggested[0] == NULL ? NULL : _ ("Spelling"), G_MENU_MODEL (words));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
}

/* What knows the word that begins at @from. */
static CareSpeller *
get_speller (CareProseView *self, const GtkTextIter *from)
{
  int line_start;
  g_autofree char *line = care_prose_view_get_line (self, gtk_text_iter_get_offset (from), &line_start);
  g_autoptr (GArray) languages = care_spelling_languages (line);
  const char *at = g_utf8_offset_to_pointer (line, gtk_text_iter_get_offset (from) - line_start);

  return find_speller_at (self, languages, (gsize) (at - line));
}

/* What the menu of the text, which is about to open, says of the word there. */
void
care_prose_view_spell_menu (CareProseView *self, const GtkTextIter *at)
{
  GtkTextIter from, to;
  g_autofree char *word = get_misspelt (self, at, &from, &to);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) inserting = g_menu_new ();

  self->menu_speller = word == NULL ? NULL : get_speller (self, &from);
  if (self->menu_speller != NULL)
    add_spelling (self, menu, word);
  g_menu_append (inserting, _ ("Insert _Record…"), "prose.insert-record");
  if (gtk_text_buffer_get_has_selection (care_prose_view_get_buffer (self)))
    g_menu_append (inserting, _ ("Mark as _Welsh"), "prose.language::cy");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (inserting));
  self->menu_offset = gtk_text_iter_get_offset (at);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self), G_MENU_MODEL (menu));
}

static void
clicked (CareProseView *self, int n, double x, double y)
{
  GtkTextIter at;
  int left, top;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &left, &top);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &at, left, top);
  care_prose_view_spell_menu (self, &at);
}

static char *
get_chosen (CareProseView *self, GtkTextIter *from, GtkTextIter *to)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_offset (care_prose_view_get_buffer (self), &at, self->menu_offset);
  return get_misspelt (self, &at, from, to);
}

static void
correct (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CareProseView *self = data;
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);
  GtkTextIter from, to;
  g_autofree char *word = get_chosen (self, &from, &to);

  if (word == NULL || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &from, &to);
  gtk_text_buffer_insert (buffer, &from, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_end_user_action (buffer);
}

static void
learn (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CareProseView *self = data;
  GtkTextIter from, to;
  g_autofree char *word = get_chosen (self, &from, &to);

  if (word == NULL || self->menu_speller == NULL)
    return;
  if (g_str_equal (g_action_get_name (G_ACTION (action)), "add"))
    care_speller_add (self->menu_speller, word);
  else
    care_speller_ignore (self->menu_speller, word);
  g_clear_handle_id (&self->spelling, g_source_remove);
  check_seen (self);
}

void
care_prose_view_spelling_init (CareProseView *self)
{
  static const GActionEntry entries[] = {
    { .name = "correct", .activate = correct, .parameter_type = "s" },
    { .name = "add", .activate = learn },
    { .name = "ignore", .activate = learn },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  /* Which has what programs need. */
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self), NULL);
  self->misspelt = gtk_text_buffer_create_tag (care_prose_view_get_buffer (self), NULL, "underline",
                                               PANGO_UNDERLINE_ERROR, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "spelling", G_ACTION_GROUP (actions));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (clicked), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "map", G_CALLBACK (mapped), NULL);
}

/**
 * care_prose_view_set_language:
 * @self: a prose view
 * @language: (nullable): what it is written in, such as "cy"; %NULL: British English
 *
 * Says which dictionary knows its words; without one nothing is underlined.
 */
void
care_prose_view_set_language (CareProseView *self, const char *language)
{
  GtkTextIter start, end;

  g_free (self->language);
  self->language = g_strdup (language);
  gtk_text_buffer_get_bounds (care_prose_view_get_buffer (self), &start, &end);
  gtk_text_buffer_remove_tag (care_prose_view_get_buffer (self), self->misspelt, &start, &end);
  care_prose_view_spell (self);
}
