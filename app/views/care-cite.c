/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-cite.h"

#include "care-role-at.h"

#include <string.h>

static const char *
name_creator (CareLibrary *library, CareRecord *creator, CareRecord *source)
{
  g_autoptr (CareDate) published = care_record_dup_date (source, "published");
  g_autoptr (GPtrArray) aliases
    = care_library_children (library, "alias", "actor", care_record_get_id (creator));

  return care_actor_name_on (creator, aliases, published);
}

/**
 * care_cite:
 * @library: a library
 * @record: a source of it, or what names a place in one, such as a quotation
 *
 * Returns: (transfer full) (nullable): how the source is cited, with the place; %NULL
 *   if @record has to do with no source.
 */
CareCitationText *
care_cite (CareLibrary *library, CareRecord *record)
{
  gboolean names_place = care_record_is (record, "citation") || care_record_is (record, "quotation");
  CareRecord *source = care_record_is (record, "source") ? record
                       : names_place                     ? care_library_follow (library, record, "source")
                                                         : NULL;
  const char *const pinpoints[] = { names_place ? care_record_get (record, "pinpoint") : NULL, NULL };
  CareRecord *author = source == NULL ? NULL : care_library_follow (library, source, "author");
  CareRecord *creator = source == NULL ? NULL : care_library_follow (library, source, "creator");

  if (source == NULL)
    return NULL;
  return care_citation_text_new (source, author == NULL ? NULL : care_record_get_title (author),
                                 creator == NULL ? NULL : name_creator (library, creator, source), pinpoints);
}

/**
 * care_cite_copy:
 * @clipboard: a clipboard
 * @text: a citation
 *
 * Puts @text on @clipboard: as HTML for a word processor, and as plain words.
 */
void
care_cite_copy (GdkClipboard *clipboard, const CareCitationText *text)
{
  g_autofree char *html = care_citation_text_to_html (text);
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *both[] = { gdk_content_provider_new_typed (G_TYPE_STRING, text->words),
                                 gdk_content_provider_new_for_bytes ("text/html", bytes) };
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_union (both, G_N_ELEMENTS (both));

  gdk_clipboard_set_content (clipboard, provider);
}
