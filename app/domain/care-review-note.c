/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-review-note.h"

#include "care-edition.h"

#include <glib/gi18n.h>

static gboolean
set_id (CareRecord *note, const char *field, CareRecord *target, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (target));

  return care_record_set (note, field, id, error);
}

/**
 * care_review_note_new:
 * @briefing: what is reviewed
 * @element: what the note is about: @briefing, or a section or box of it
 * @id: for the note
 * @text: what it says
 * @author: (nullable): who says it
 * @written: when
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): a note that is open, to be put into the library.
 */
CareRecord *
care_review_note_new (CareRecord *briefing, CareRecord *element, CareId id, const char *text, const char *author,
                      CareDay written, GError **error)
{
  g_autoptr (CareRecord) note = care_record_new (care_kind_find ("review_note"), id);
  g_autofree char *day = care_edition_format_day (written);

  if (!set_id (note, "briefing", briefing, error) || !care_record_set (note, "text", text, error)
      || !care_record_set (note, "author", author, error) || !care_record_set (note, "written", day, error)
      || !care_record_set (note, "standing", "open", error))
    return NULL;
  if (element != briefing && !set_id (note, care_record_get_kind (element)->name, element, error))
    return NULL;
  return care_record_check (note, error) ? g_steal_pointer (&note) : NULL;
}

/**
 * care_review_note_is_open:
 * @note: a note
 *
 * Returns: whether something is still to be done about @note.
 */
gboolean
care_review_note_is_open (CareRecord *note)
{
  return g_strcmp0 (care_record_get (note, "standing"), "resolved") != 0;
}

/**
 * care_review_note_describe_element:
 * @element: a briefing, or a section or box of it
 *
 * Returns: (transfer full): what a note about @element is about: “Will it save money?”.
 */
char *
care_review_note_describe_element (CareRecord *element)
{
  if (care_record_is (element, "briefing"))
    return g_strdup (_ ("The whole briefing"));
  return g_strdup_printf (_ ("“%s”"), care_record_get_title (element));
}

/**
 * care_review_note_describe:
 * @note: a note
 * @element: what it is about
 *
 * Returns: (transfer full): what it is about, by whom and of which date, as far as that is
 *   known: "The whole briefing · A. Writer · 26 November 2026".
 */
char *
care_review_note_describe (CareRecord *note, CareRecord *element)
{
  g_autofree char *about = care_review_note_describe_element (element);
  g_autofree char *written = care_record_get (note, "written") == NULL ? NULL : care_record_format (note, "written");
  const char *author = care_record_get (note, "author");
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, about);
  if (author != NULL)
    g_ptr_array_add (parts, (gpointer) author);
  if (written != NULL)
    g_ptr_array_add (parts, written);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
