/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-edition-plan.h"

#include "care-library-private.h"

#include <glib/gi18n.h>
#include <string.h>

static CareSnapshot *
take_dated (CareLibrary *library, CareRecord *briefing, const CareEditionDraft *draft, GError **error)
{
  g_autoptr (CareSnapshot) snapshot = care_library_snapshot (library, care_record_get_id (briefing), error);

  return snapshot == NULL ? NULL : care_edition_date (snapshot, draft);
}

static CareRecord *
make_edition (CareLibrary *library, CareRecord *briefing, const CareEditionDraft *draft, CareEditionFreeze freeze,
              CareEditionPrint print, GError **error)
{
  g_autoptr (GPtrArray) editions = care_edition_list (library, briefing);
  g_autoptr (CareSnapshot) snapshot = take_dated (library, briefing, draft, error);
  g_autoptr (GBytes) contents = snapshot == NULL ? NULL : freeze (snapshot, error);
  g_autoptr (GBytes) pdf = NULL;

  if (contents == NULL)
    return NULL;
  pdf = print (snapshot);
  return care_edition_new (care_library_make_id (), briefing, care_edition_next_number (editions), draft,
                           library->author, contents, pdf, error);
}

/**
 * care_edition_plan:
 * @library: a library
 * @briefing: a briefing of it
 * @draft: what is said about the edition
 * @freeze: care_edition_contents_write()
 * @print: care_edition_pages_write()
 * @error: return location for a #CareDomainError, a #CareStoreError or what
 *   @freeze reports
 *
 * Plans to make an edition of @briefing as it stands: to keep it and to set the
 * date of @briefing that care_edition_date_field() names. The edition holds the
 * dates as they are afterwards. An edition that @print has no pages of says so in the
 * sentence of its act.
 *
 * Returns: (transfer full) (nullable): an act to be applied before anything else
 *   is done in @library.
 */
CareAct *
care_edition_plan (CareLibrary *library, CareRecord *briefing, const CareEditionDraft *draft,
                   CareEditionFreeze freeze, CareEditionPrint print, GError **error)
{
  g_autoptr (CareRecord) edition = make_edition (library, briefing, draft, freeze, print, error);
  g_autofree char *day = care_edition_format_day (draft->made);
  g_autofree char *sentence = NULL;
  g_autoptr (CareAct) act = NULL;

  if (edition == NULL)
    return NULL;
  sentence = g_strdup_printf (care_record_get (edition, "pdf") != NULL
                                ? _ ("Make edition %d of “%s”")
                                : _ ("Make edition %d of “%s”, whose pages cannot be kept as PDF"),
                              care_record_get_number (edition, "number"), care_record_get_title (briefing));
  act = care_act_new (sentence);
  care_act_insert (act, edition);
  if (!care_act_set (act, briefing, care_edition_date_field (briefing, draft->significant), day, error))
    return NULL;
  return g_steal_pointer (&act);
}

/**
 * care_edition_list:
 * @library: a library
 * @briefing: a briefing of it
 *
 * Returns: (transfer full) (element-type CareRecord): its editions, in the order in
 *   which they were made.
 */
GPtrArray *
care_edition_list (CareLibrary *library, CareRecord *briefing)
{
  return care_library_children (library, "edition", "briefing", care_record_get_id (briefing));
}

/**
 * care_edition_find:
 * @library: a library
 * @briefing: a briefing of it
 * @label: what an edition is told by, see care_edition_get_label()
 *
 * Returns: (transfer full) (nullable): that edition of @briefing.
 */
CareRecord *
care_edition_find (CareLibrary *library, CareRecord *briefing, const char *label)
{
  g_autoptr (GPtrArray) editions = care_edition_list (library, briefing);

  for (guint i = 0; i < editions->len; i++)
    {
      g_autofree char *other = care_edition_get_label (g_ptr_array_index (editions, i), editions);

      if (strcmp (other, label) == 0)
        return g_object_ref (g_ptr_array_index (editions, i));
    }
  return NULL;
}
