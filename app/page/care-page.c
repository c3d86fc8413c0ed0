/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-page-model.h"

#include "care-hyphenation.h"

#include <glib/gi18n.h>

G_DEFINE_BOXED_TYPE (CarePages, care_pages, care_pages_ref, care_pages_unref)
G_DEFINE_QUARK (care - page - error - quark, care_page_error)

/**
 * care_pages_prepare:
 *
 * Begins to read what all pages need, the list of typefaces and the dictionary of British
 * English, in threads: whoever composes some later waits for less of it.
 */
void
care_pages_prepare (void)
{
  /* Pango begins when it is asked for the first time. */
  (void) pango_cairo_font_map_get_default ();
  care_hyphenation_prepare ();
}

/* What a briefing says that it looks like. */
static const CarePageTemplate *
get_template (CareSnapshot *snapshot)
{
  return care_page_template_find (care_record_get (care_snapshot_get_briefing (snapshot), "template"));
}

/**
 * care_pages_new:
 * @snapshot: a briefing with all that it shows
 * @pages_allowed: how many pages it may have; 0 for as many as it needs,
 *   %CARE_PAGES_USUAL for what its template says
 *
 * Composes the pages. The work is done here, once; what follows only reads.
 *
 * Returns: (transfer full): the pages.
 */
CarePages *
care_pages_new (CareSnapshot *snapshot, guint pages_allowed)
{
  return care_pages_make (NULL, snapshot, get_template (snapshot), pages_allowed, 0);
}

/**
 * care_pages_new_as:
 * @snapshot: as for care_pages_new()
 * @template_name: of a template
 * @pages_allowed: as for care_pages_new()
 *
 * As care_pages_new(), but with another template than that of the briefing.
 *
 * Returns: (transfer full): the pages.
 */
CarePages *
care_pages_new_as (CareSnapshot *snapshot, const char *template_name, guint pages_allowed)
{
  return care_pages_make (NULL, snapshot, care_page_template_find (template_name), pages_allowed, 0);
}

/**
 * care_pages_new_after:
 * @before: (nullable): pages that were made in the same thread
 * @snapshot: as for care_pages_new()
 * @pages_allowed: as for care_pages_new()
 *
 * As care_pages_new(); what reads as it does in @before is not set again.
 *
 * Returns: (transfer full): the pages.
 */
CarePages *
care_pages_new_after (const CarePages *before, CareSnapshot *snapshot, guint pages_allowed)
{
  return care_pages_make (before, snapshot, get_template (snapshot), pages_allowed, 0);
}

static CarePages *
new_pages (guint allowed)
{
  CarePages *self = g_new0 (CarePages, 1);

  g_atomic_ref_count_init (&self->refs);
  self->allowed = allowed;
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) care_text_unref);
  return self;
}

/**
 * care_pages_make:
 * @before: (nullable): as for care_pages_new_after()
 * @snapshot: as for care_pages_new(), as the last
 * @template: what they are to look like
 * @pages_allowed: how many there may be
 * @first: how many pages are before them, which theirs are numbered after
 *
 * Returns: (transfer full): the pages.
 */
CarePages *
care_pages_make (const CarePages *before, CareSnapshot *snapshot, const CarePageTemplate *template, guint pages_allowed,
                 guint first)
{
  CarePages *self = new_pages (pages_allowed == CARE_PAGES_USUAL ? template->pages : pages_allowed);

  self->first = first;
  self->flow = care_flow_new (snapshot, template, before == NULL ? NULL : before->flow);
  care_pages_compose (self);
  return self;
}

/**
 * care_pages_make_list:
 * @snapshot: a briefing with a title
 * @template: what it is to look like
 * @titles: (element-type utf8): what it lists
 * @pages: (nullable) (element-type guint): how many pages are before each of these
 *
 * Returns: (transfer full): pages with a title and contents.
 */
CarePages *
care_pages_make_list (CareSnapshot *snapshot, const CarePageTemplate *template, GPtrArray *titles, const GArray *pages)
{
  CarePages *self = new_pages (0);

  self->list = pages;
  self->flow = care_flow_new_list (snapshot, template, titles);
  care_pages_compose (self);
  self->list = NULL;
  return self;
}

/**
 * care_pages_ref:
 * @self: pages
 *
 * Returns: (transfer full): @self with one more holder.
 */
CarePages *
care_pages_ref (CarePages *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * care_pages_unref:
 * @self: (transfer full): pages
 *
 * Gives @self up; the last holder's giving up frees it.
 */
void
care_pages_unref (CarePages *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->overset);
  g_ptr_array_unref (self->texts);
  care_flow_free (self->flow);
  g_free (self);
}

/**
 * care_pages_get_n_pages:
 * @self: pages
 *
 * Returns: how many there are, at least 1.
 */
guint
care_pages_get_n_pages (const CarePages *self)
{
  return self->sheets->len;
}

/**
 * care_pages_fits:
 * @self: pages
 *
 * Returns: whether everything is on the pages.
 */
gboolean
care_pages_fits (const CarePages *self)
{
  return self->overset->len == 0;
}

/**
 * care_pages_get_spare_lines:
 * @self: pages
 *
 * Returns: by how many lines the text can grow; 0 if it does not fit.
 */
int
care_pages_get_spare_lines (const CarePages *self)
{
  return self->spare_lines;
}

/**
 * care_pages_get_overset:
 * @self: pages
 *
 * Returns: (transfer none) (element-type CarePageOverset): what does not fit, in
 *   the order in which it is read; empty if everything does.
 */
const GPtrArray *
care_pages_get_overset (const CarePages *self)
{
  return self->overset;
}

static char *
describe_overset (const CarePages *self)
{
  g_autofree char *first = care_page_overset_describe (g_ptr_array_index (self->overset, 0));
  guint more = self->overset->len - 1;

  if (more == 0)
    return g_steal_pointer (&first);
  return g_strdup_printf (ngettext ("%s, and %u more element does not fit", "%s, and %u more elements do not fit", more),
                          first, more);
}

/**
 * care_pages_describe_fit:
 * @self: pages
 *
 * Returns: (transfer full): a sentence on whether everything is on the pages,
 *   without a full stop.
 */
char *
care_pages_describe_fit (const CarePages *self)
{
  guint n_pages = MAX (self->allowed, self->sheets->len);
  g_autofree char *pages = NULL;

  if (!care_pages_fits (self))
    return describe_overset (self);
  /* As many as are needed: there is nothing to spare. */
  if (self->allowed == 0)
    return g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
  if (n_pages == 2)
    pages = g_strdup (_ ("Fits two pages"));
  else
    pages = g_strdup_printf (ngettext ("Fits %u page", "Fits %u pages", n_pages), n_pages);
  if (self->spare_lines == 0)
    return g_strdup_printf (_ ("%s, no line to spare"), pages);
  return g_strdup_printf (
    ngettext ("%s, %d line to spare", "%s, %d lines to spare", (gulong) self->spare_lines), pages,
    self->spare_lines);
}

/**
 * care_pages_get_text:
 * @self: pages
 * @page: one of them, from 0
 *
 * Returns: (transfer full): all words of the page, without its head and foot, in
 *   the order in which a person reads them.
 */
char *
care_pages_get_text (const CarePages *self, guint page)
{
  GString *text = g_string_new (NULL);
  const CarePageSheet *sheet;

  g_return_val_if_fail (page < self->sheets->len, NULL);
  sheet = g_ptr_array_index (self->sheets, page);
  for (guint i = 0; i < sheet->items->len; i++)
    if (g_array_index (sheet->items, CarePageItem, i).element != NULL)
      care_page_item_get_words (&g_array_index (sheet->items, CarePageItem, i), text);
  return g_string_free (text, FALSE);
}
