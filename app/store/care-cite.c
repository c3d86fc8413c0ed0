/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-cite.h"

#include "care-role-at.h"

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
