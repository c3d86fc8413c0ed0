/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-list.h"

#include "care-describe.h"

#include <glib/gi18n.h>

struct _CareTimelineList
{
  GObject parent_instance;

  CareTimelineDesk *desk;
  /* The rows that the list was told of; NULL: none yet. */
  CareTimelineContent *content;
  GArray *agenda;
  gboolean is_missing; /* some could not be read at once */
};

static void care_timeline_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CareTimelineList, care_timeline_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, care_timeline_list_model_init))

static const CareTimelineEntry *
get_entry (const CareTimelineContent *content, GArray *agenda, guint row)
{
  return &g_array_index (content->entries, CareTimelineEntry, g_array_index (agenda, guint32, row));
}

static guint
get_n_rows (CareTimelineList *self)
{
  return self->agenda == NULL ? 0 : self->agenda->len;
}

/* Of different shapes two may have the same id. */
static gboolean
is_same (const CareTimelineEntry *a, const CareTimelineEntry *b)
{
  return a->id == b->id && a->shape == b->shape;
}

static void
clear_rows (CareTimelineList *self)
{
  g_clear_pointer (&self->content, care_timeline_content_unref);
  g_clear_pointer (&self->agenda, g_array_unref);
}

static void
take_rows (CareTimelineList *self)
{
  const CareTimelineOutlook *outlook = care_timeline_desk_get_outlook (self->desk);

  clear_rows (self);
  if (outlook == NULL)
    return;
  self->content = care_timeline_content_ref (outlook->content);
  self->agenda = g_array_ref (outlook->agenda);
}

/* Only what is between rows that stay is told, so that the list keeps its place. */
static void
update (CareTimelineList *self)
{
  g_autoptr (CareTimelineContent) content = g_steal_pointer (&self->content);
  g_autoptr (GArray) old = g_steal_pointer (&self->agenda);
  guint n_old = old == NULL ? 0 : old->len;
  guint start = 0, end = 0, n_new, least;

  take_rows (self);
  n_new = get_n_rows (self);
  least = MIN (n_old, n_new);
  while (start < least && is_same (get_entry (content, old, start), get_entry (self->content, self->agenda, start)))
    start++;
  while (end < least - start
         && is_same (get_entry (content, old, n_old - 1 - end), get_entry (self->content, self->agenda, n_new - 1 - end)))
    end++;
  g_list_model_items_changed (G_LIST_MODEL (self), start, n_old - start - end, n_new - start - end);
}

static GType
get_item_type (GListModel *list)
{
  return CARE_TYPE_RECORD;
}

static guint
get_n_items (GListModel *list)
{
  return get_n_rows (CARE_TIMELINE_LIST (list));
}

static void
read_missing (GObject *object)
{
  CareTimelineList *self = CARE_TIMELINE_LIST (object);

  self->is_missing = FALSE;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, get_n_rows (self), get_n_rows (self));
}

/* (transfer none) (nullable): what cannot be read at once is asked for again as soon as it can. */
static CareRecord *
find_record (CareTimelineList *self, const CareTimelineEntry *entry)
{
  CareLibrary *library = care_timeline_desk_get_library (self->desk);
  CareRecord *record = care_library_lookup_now (care_timeline_entry_kind (entry->shape), entry->id, library);

  if (record != NULL || care_library_can_read (library) || self->is_missing)
    return record;
  self->is_missing = TRUE;
  care_library_when_readable (library, read_missing, G_OBJECT (self));
  return NULL;
}

/* What cannot be read, as the library has told by then, is an empty record. */
static gpointer
get_item (GListModel *list, guint position)
{
  CareTimelineList *self = CARE_TIMELINE_LIST (list);
  const CareTimelineEntry *entry;
  CareRecord *record;

  if (position >= get_n_rows (self))
    return NULL;
  entry = get_entry (self->content, self->agenda, position);
  record = find_record (self, entry);
  return record != NULL ? g_object_ref (record)
                        : care_record_new (care_kind_find (care_timeline_entry_kind (entry->shape)), entry->id);
}

static void
care_timeline_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
find_row (CareTimelineList *self, CareRecord *record, guint *row)
{
  const CareTimelineOutlook *outlook = care_timeline_desk_get_outlook (self->desk);

  return outlook != NULL && care_timeline_outlook_locate (outlook, record, row) && *row < get_n_rows (self);
}

/**
 * care_timeline_list_locate:
 * @list: a #CareTimelineList
 * @record: a #CareRecord
 *
 * Returns: where it is, or %GTK_INVALID_LIST_POSITION.
 */
guint
care_timeline_list_locate (GListModel *list, gpointer record)
{
  guint row;

  return find_row (CARE_TIMELINE_LIST (list), record, &row) ? row : GTK_INVALID_LIST_POSITION;
}

static guint
get_group (const CareTimelineOutlook *outlook, guint row)
{
  return care_timeline_agenda_group (care_timeline_outlook_get (outlook, row), outlook->content->as_of);
}

static guint
count_group (const CareTimelineOutlook *outlook, guint row)
{
  guint group = get_group (outlook, row);
  guint end = row;

  while (end < outlook->agenda->len && get_group (outlook, end) == group)
    end++;
  return end - row;
}

/* (nullable): "Overdue (5)" above the first of them. */
static char *
write_heading (const CareTimelineOutlook *outlook, guint row)
{
  guint group = get_group (outlook, row);
  g_autofree char *label = NULL;

  if (row > 0 && get_group (outlook, row - 1) == group)
    return NULL;
  label = care_timeline_agenda_label (group);
  /* Translators: what is due when, such as “Overdue” or “2018”, and how many that are */
  return g_strdup_printf (_ ("%s (%u)"), label, count_group (outlook, row));
}

static char *
join (char *first, char *second)
{
  g_autofree char *before = first;
  g_autofree char *after = second;

  if (before == NULL || before[0] == '\0')
    return g_steal_pointer (&after);
  return after == NULL || after[0] == '\0' ? g_steal_pointer (&before) : g_strdup_printf ("%s · %s", before, after);
}

/**
 * care_timeline_list_describe:
 * @record: a #CareRecord
 * @row: what it shows
 * @list: (type CareTimelineList): the list
 *
 * Says what of it is seen in the list: above the first of a group, what is due when.
 */
void
care_timeline_list_describe (gpointer record, CareListRow *row, gpointer list)
{
  CareTimelineList *self = list;
  const CareTimelineOutlook *outlook = care_timeline_desk_get_outlook (self->desk);
  CareTimelineAsk ask = care_timeline_desk_get_ask (self->desk);
  const CareTimelineEntry *entry;
  guint at;

  row->title = g_strdup (care_record_get_title (record));
  row->has_swatch_place = TRUE;
  if (!find_row (self, record, &at))
    return;
  entry = care_timeline_outlook_get (outlook, at);
  row->heading = write_heading (outlook, at);
  row->subtitle = join (care_timeline_say_who (&ask, entry), care_timeline_say_when (&ask, entry));
  row->badge = care_timeline_entry_say_state (entry);
  row->has_swatch = care_describe_colour (care_timeline_desk_get_library (self->desk), record, &row->swatch);
}

static void
care_timeline_list_dispose (GObject *object)
{
  CareTimelineList *self = CARE_TIMELINE_LIST (object);

  g_clear_object (&self->desk);
  clear_rows (self);
  G_OBJECT_CLASS (care_timeline_list_parent_class)->dispose (object);
}

static void
care_timeline_list_class_init (CareTimelineListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_timeline_list_dispose;
}

static void
care_timeline_list_init (CareTimelineList *self)
{
}

/**
 * care_timeline_list_new:
 * @desk: what is shown
 *
 * Returns: (transfer full): its list, which follows it.
 */
CareTimelineList *
care_timeline_list_new (CareTimelineDesk *desk)
{
  CareTimelineList *self = g_object_new (CARE_TYPE_TIMELINE_LIST, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}
