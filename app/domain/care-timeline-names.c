/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of what entries are of: actors, themes, places and briefings. */

#include "care-timeline-facts-private.h"

#include "care-government.h"

static const char *
keep_text (CareTimelineFacts *self, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert_const (self->texts, text);
}

static int
read_ordinal (const char *text)
{
  gint64 ordinal;

  return text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT, &ordinal, NULL) ? (int) ordinal : G_MAXINT;
}

static gboolean
is_devolved (const char *name)
{
  static const char *const names[] = { "Scotland", "Wales", "Cymru", "Northern Ireland" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static CareTimelineName
make_name (CareTimelineFacts *self, CareId id, const char *name)
{
  return (CareTimelineName){ .id = id, .name = name == NULL ? "" : keep_text (self, name), .ordinal = G_MAXINT };
}

void
care_timeline_facts_add_place (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  CareTimelineName place = make_name (self, id, cells[0].text);

  place.place = cells[1].id;
  place.is_devolved = is_devolved (place.name);
  g_array_append_val (self->places, place);
}

/* Governments are told apart by their whole names only. */
void
care_timeline_facts_add_actor (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  gboolean governs = g_strcmp0 (cells[0].text, "government") == 0;
  CareTimelineName actor = make_name (self, id, cells[2].text != NULL && !governs ? cells[2].text : cells[1].text);

  if (governs)
    actor.role = CARE_TIMELINE_ROLE_GOVERNMENT;
  else if (g_strcmp0 (cells[0].text, "party") == 0)
    actor.role = CARE_TIMELINE_ROLE_PARTY;
  actor.parties = (guint8) care_government_party_from_names (cells[1].text, cells[2].text);
  actor.place = cells[3].id;
  actor.ordinal = read_ordinal (cells[4].text);
  actor.colour = keep_text (self, cells[5].text);
  g_array_append_val (self->actors, actor);
}

void
care_timeline_facts_add_theme (CareTimelineFacts *self, CareId id, const CareCell *cells)
{
  CareTimelineName theme = make_name (self, id, cells[0].text);

  theme.ordinal = read_ordinal (cells[1].text);
  g_array_append_val (self->themes, theme);
}
