/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-briefing-plan.h"

#include "care-copy.h"

#include <glib/gi18n.h>

/**
 * care_briefing_plan_new:
 * @title: of the briefing
 * @section: the heading of its first section
 * @template: (nullable): a word of the vocabulary "template"; %NULL: a Key Issue
 * @id: (out): of the briefing
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that puts in a draft with one section.
 */
CareAct *
care_briefing_plan_new (const char *title, const char *section, const char *template, CareId *id, GError **error)
{
  g_autofree char *sentence = g_strdup_printf (_ ("Add “%s”"), title);
  g_autoptr (CareAct) act = care_act_new (sentence);
  g_autoptr (CareRecord) briefing = care_record_new (care_kind_find ("briefing"), care_library_make_id ());
  g_autoptr (CareRecord) first = care_record_new (care_kind_find ("section"), care_library_make_id ());
  g_autofree char *owner = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (briefing));

  if (!care_record_set (briefing, "title", title, error) || !care_record_set (briefing, "status", "draft", error)
      || !care_record_set (briefing, "template", template, error)
      || !care_record_set (first, "heading", section, error) || !care_record_set (first, "briefing", owner, error)
      || !care_record_set (first, "ordinal", "1", error))
    return NULL;
  *id = care_record_get_id (briefing);
  care_act_insert (act, briefing);
  care_act_insert (act, first);
  return g_steal_pointer (&act);
}

/* What a briefing owes to having been published, and its number, which is of one. */
static void
make_draft (CareRecord *briefing)
{
  static const char *const fields[] = { "number", "published", "amended", "corrected", "archive_after" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    care_record_set (briefing, fields[i], NULL, NULL);
  care_record_set (briefing, "status", "draft", NULL);
}

/* (transfer full) (nullable): the act that puts in another one with the same sections and
 * boxes as @briefing. */
static CareAct *
plan_like (CareLibrary *library, CareRecord *briefing, const char *title, const char *sentence, CareId *id, GError **error)
{
  static const char *const parts[] = { "section", "box" };
  g_autoptr (CareAct) act = care_act_new (sentence);
  g_autoptr (CareRecord) copy = care_copy_record (briefing, NULL, 0);

  if (!care_record_set (copy, "title", title, error))
    return NULL;
  *id = care_record_get_id (copy);
  make_draft (copy);
  care_act_insert (act, copy);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GPtrArray) found = care_library_children (library, parts[i], "briefing", care_record_get_id (briefing));

      for (guint j = 0; j < found->len; j++)
        care_copy_insert (act, library, g_ptr_array_index (found, j), *id);
    }
  return g_steal_pointer (&act);
}

/**
 * care_briefing_plan_duplicate:
 * @library: a library
 * @briefing: a briefing of it
 * @id: (out): of the one that is like it
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that puts in another one with the same
 *   sections and boxes: a draft, without editions and their dates.
 */
CareAct *
care_briefing_plan_duplicate (CareLibrary *library, CareRecord *briefing, CareId *id, GError **error)
{
  g_autofree char *sentence = g_strdup_printf (_ ("Duplicate “%s”"), care_record_get_title (briefing));
  g_autofree char *title = g_strdup_printf ("%s (copy)", care_record_get_title (briefing));

  return plan_like (library, briefing, title, sentence, id, error);
}

/**
 * care_briefing_plan_from_template:
 * @library: a library
 * @template: a briefing of it that others are to begin as
 * @title: of the new one
 * @id: (out): of the new one
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that puts in a draft that begins as @template is.
 */
CareAct *
care_briefing_plan_from_template (CareLibrary *library, CareRecord *template, const char *title, CareId *id, GError **error)
{
  g_autofree char *sentence = g_strdup_printf (_ ("Add “%s”"), title);

  return plan_like (library, template, title, sentence, id, error);
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (care_record_get_title (*(CareRecord *const *) a), care_record_get_title (*(CareRecord *const *) b));
}

/**
 * care_briefing_list_templates:
 * @library: a library that can be read
 *
 * Returns: (transfer full) (element-type CareRecord): its briefings that others are to begin
 *   as, by title.
 */
GPtrArray *
care_briefing_list_templates (CareLibrary *library)
{
  GListModel *briefings = care_library_list (library, "briefing");
  GPtrArray *templates = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (briefings); i++)
    {
      g_autoptr (CareRecord) briefing = g_list_model_get_item (briefings, i);

      if (g_strcmp0 (care_record_get (briefing, "status"), "template") == 0)
        g_ptr_array_add (templates, g_steal_pointer (&briefing));
    }
  g_ptr_array_sort (templates, compare_titles);
  return templates;
}
