/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-position-matrix.h"

#include "care-position-versions.h"
#include "care-sort-key.h"

#include <glib/gi18n.h>

struct _CarePositionMatrix
{
  GPtrArray *actors; /* CareRecord, in the declared order */
  GPtrArray *themes; /* CareRecord, or NULL for positions without one */
  GArray *cells;     /* Cell, row by row */
  GHashTable *printed; /* ids of the positions that a briefing prints; NULL: it is about none */
};

typedef struct
{
  GPtrArray *positions; /* CareMatrixPosition */
  CareRecord *pledge; /* the last one on it, or NULL */
} Cell;

static void
position_free (CareMatrixPosition *position)
{
  g_object_unref (position->position);
  g_free (position->note);
  g_free (position);
}

static void
clear_cell (gpointer cell)
{
  g_ptr_array_unref (((Cell *) cell)->positions);
  g_clear_object (&((Cell *) cell)->pledge);
}

static GPtrArray *
pick (GPtrArray *records, const char *kind)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    if (care_record_is (g_ptr_array_index (records, i), kind))
      g_ptr_array_add (picked, g_ptr_array_index (records, i));
  return picked;
}

/* What has no place comes after what has one. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  CareRecord *first = *(CareRecord *const *) a;
  CareRecord *second = *(CareRecord *const *) b;
  gboolean first_has = care_record_get (first, "ordinal") != NULL;
  gboolean second_has = care_record_get (second, "ordinal") != NULL;
  int one = first_has ? care_record_get_number (first, "ordinal") : 0;
  int other = second_has ? care_record_get_number (second, "ordinal") : 0;
  g_autofree char *name = NULL;
  g_autofree char *other_name = NULL;

  if (first_has != second_has)
    return first_has ? -1 : 1;
  if (one != other)
    return one < other ? -1 : 1;
  name = care_sort_key_for_text (care_record_get_title (first));
  other_name = care_sort_key_for_text (care_record_get_title (second));
  return g_strcmp0 (name, other_name);
}

static gboolean
holds_any (CareRecord *actor, GPtrArray *positions)
{
  for (guint i = 0; i < positions->len; i++)
    if (care_record_get_reference (g_ptr_array_index (positions, i), "actor") == care_record_get_id (actor))
      return TRUE;
  return FALSE;
}

/* A party is there whether it has said anything or not: that it has not is to be seen. */
static void
find_actors (CarePositionMatrix *self, GPtrArray *records, GPtrArray *positions)
{
  g_autoptr (GPtrArray) actors = pick (records, "actor");

  for (guint i = 0; i < actors->len; i++)
    {
      CareRecord *actor = g_ptr_array_index (actors, i);

      if (g_strcmp0 (care_record_get (actor, "kind"), "party") == 0 || holds_any (actor, positions))
        g_ptr_array_add (self->actors, g_object_ref (actor));
    }
  g_ptr_array_sort (self->actors, compare_places);
}

static guint
find_column (CarePositionMatrix *self, CareRecord *record)
{
  CareId theme = care_record_get_reference (record, "theme");

  for (guint i = 0; i < self->themes->len; i++)
    {
      CareRecord *other = g_ptr_array_index (self->themes, i);

      if ((other == NULL ? 0 : care_record_get_id (other)) == theme)
        return i;
    }
  return self->themes->len;
}

static void
find_themes (CarePositionMatrix *self, GPtrArray *records, GPtrArray *positions)
{
  g_autoptr (GPtrArray) themes = pick (records, "theme");

  g_ptr_array_sort (themes, compare_places);
  for (guint i = 0; i < themes->len; i++)
    g_ptr_array_add (self->themes, g_object_ref (g_ptr_array_index (themes, i)));
  for (guint i = 0; i < positions->len; i++)
    if (find_column (self, g_ptr_array_index (positions, i)) == self->themes->len)
      g_ptr_array_add (self->themes, NULL);
}

static Cell *
get_cell (CarePositionMatrix *self, guint row, guint column)
{
  g_assert (row < self->actors->len && column < self->themes->len);

  return &g_array_index (self->cells, Cell, row * self->themes->len + column);
}

/* (nullable): the cell that @record, a position or a pledge, is in. */
static Cell *
find_cell (CarePositionMatrix *self, CareRecord *record)
{
  CareId actor = care_record_get_reference (record, "actor");
  guint column = find_column (self, record);

  for (guint row = 0; column < self->themes->len && row < self->actors->len; row++)
    if (care_record_get_id (g_ptr_array_index (self->actors, row)) == actor)
      return get_cell (self, row, column);
  return NULL;
}

static void
append_words (GString *words, const char *text)
{
  if (words->len > 0)
    g_string_append (words, ", ");
  g_string_append (words, text);
}

/* A summary that leaves out "could" says more than was said. */
static void
append_strength (GString *words, GPtrArray *versions)
{
  static const char *const hedges[] = { "could", "potentially", "consider", "would-not", NULL };
  g_autoptr (GPtrArray) ordered = care_position_versions_order (versions);
  const char *strength = ordered->len == 0 ? NULL : care_record_get (g_ptr_array_index (ordered, 0), "strength");
  g_autofree char *label = NULL;

  if (strength == NULL || !g_strv_contains (hedges, strength))
    return;
  label = care_record_format (g_ptr_array_index (ordered, 0), "strength");
  append_words (words, label);
}

static char *
describe_versions (CareRecord *position, GPtrArray *versions)
{
  GString *words = g_string_new (NULL);

  append_strength (words, versions);
  if (care_position_versions_are_changed (versions))
    append_words (words, _ ("changed"));
  if (versions->len > 1)
    {
      g_autofree char *count = g_strdup_printf (ngettext ("%u version", "%u versions", versions->len), versions->len);
      append_words (words, count);
    }
  if (care_record_get (position, "currency") != NULL && g_strcmp0 (care_record_get (position, "currency"), "current") != 0)
    {
      g_autofree char *currency = care_record_format (position, "currency");
      append_words (words, currency);
    }
  return g_string_free (words, FALSE);
}

/* What the briefing leaves out is to be seen. */
static void
mark_left_out (CarePositionMatrix *self, CareMatrixPosition *made)
{
  CareId id = care_record_get_id (made->position);
  GString *words;

  if (self->printed == NULL || g_hash_table_contains (self->printed, &id))
    return;
  words = g_string_new (made->note);
  append_words (words, _ ("not in this briefing"));
  g_free (made->note);
  made->note = g_string_free (words, FALSE);
}

static CareMatrixPosition *
make_position (CarePositionMatrix *self, CareRecord *position, GPtrArray *all_versions)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new ();
  CareMatrixPosition *made = g_new0 (CareMatrixPosition, 1);

  for (guint i = 0; i < all_versions->len; i++)
    if (care_record_get_reference (g_ptr_array_index (all_versions, i), "position") == care_record_get_id (position))
      g_ptr_array_add (versions, g_ptr_array_index (all_versions, i));
  made->position = g_object_ref (position);
  if (versions->len == 0)
    made->absence
      = care_record_get (position, "note") != NULL ? CARE_ABSENCE_NOT_FOUND : CARE_ABSENCE_NOT_SPECIFIED;
  made->note = versions->len == 0 ? g_strdup (care_absence_get_label (made->absence)) : describe_versions (position, versions);
  mark_left_out (self, made);
  return made;
}

static void
fill (CarePositionMatrix *self, GPtrArray *records, GPtrArray *positions)
{
  g_autoptr (GPtrArray) versions = pick (records, "position_version");
  g_autoptr (GPtrArray) pledges = pick (records, "pledge");

  for (guint i = 0; i < self->actors->len * self->themes->len; i++)
    {
      Cell cell = { g_ptr_array_new_with_free_func ((GDestroyNotify) position_free), NULL };
      g_array_append_val (self->cells, cell);
    }
  for (guint i = 0; i < positions->len; i++)
    {
      Cell *cell = find_cell (self, g_ptr_array_index (positions, i));

      if (cell != NULL)
        g_ptr_array_add (cell->positions, make_position (self, g_ptr_array_index (positions, i), versions));
    }
  for (guint i = 0; i < pledges->len; i++)
    {
      Cell *cell = find_cell (self, g_ptr_array_index (pledges, i));

      if (cell != NULL)
        g_set_object (&cell->pledge, g_ptr_array_index (pledges, i));
    }
}

/* @printed (transfer full) (nullable): as of the matrix. */
static CarePositionMatrix *
make (GPtrArray *records, GHashTable *printed)
{
  CarePositionMatrix *self = g_new0 (CarePositionMatrix, 1);
  g_autoptr (GPtrArray) positions = pick (records, "position");

  self->printed = printed;
  self->actors = g_ptr_array_new_with_free_func (g_object_unref);
  self->themes = g_ptr_array_new ();
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  find_actors (self, records, positions);
  find_themes (self, records, positions);
  fill (self, records, positions);
  return self;
}

/**
 * care_position_matrix_new:
 * @records: (element-type CareRecord): actors, themes, positions, their versions and
 *   pledges; others do not matter
 *
 * Every party has a row, and so has whoever else holds a position: in the declared
 * order, those without a place after them by name.
 *
 * Returns: (transfer full): the table.
 */
CarePositionMatrix *
care_position_matrix_new (GPtrArray *records)
{
  return make (records, NULL);
}

/* Whether one of @printed is on the theme that @record is, or is on. */
static gboolean
is_on_theme_of (CareRecord *record, GPtrArray *printed)
{
  CareId theme = care_record_is (record, "theme") ? care_record_get_id (record) : care_record_get_reference (record, "theme");

  for (guint i = 0; i < printed->len; i++)
    if (care_record_get_reference (g_ptr_array_index (printed, i), "theme") == theme)
      return TRUE;
  return FALSE;
}

/**
 * care_position_matrix_new_for:
 * @records: (element-type CareRecord): as of care_position_matrix_new()
 * @printed: (element-type CareRecord): the positions that a briefing prints
 *
 * The themes of @printed, with what each party holds on them; what is not printed says so.
 *
 * Returns: (transfer full): the table.
 */
CarePositionMatrix *
care_position_matrix_new_for (GPtrArray *records, GPtrArray *printed)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < printed->len; i++)
    {
      gint64 id = care_record_get_id (g_ptr_array_index (printed, i));

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);
      gboolean has_theme = care_record_is (record, "theme") || care_record_is (record, "position");

      if (!has_theme || is_on_theme_of (record, printed))
        g_ptr_array_add (kept, record);
    }
  return make (kept, ids);
}

/**
 * care_position_matrix_free:
 * @self: (transfer full): a matrix
 */
void
care_position_matrix_free (CarePositionMatrix *self)
{
  for (guint i = 0; i < self->themes->len; i++)
    if (g_ptr_array_index (self->themes, i) != NULL)
      g_object_unref (g_ptr_array_index (self->themes, i));
  g_ptr_array_unref (self->themes);
  g_ptr_array_unref (self->actors);
  g_array_unref (self->cells);
  g_clear_pointer (&self->printed, g_hash_table_unref);
  g_free (self);
}

/**
 * care_position_matrix_get_n_actors:
 * @self: a matrix
 *
 * Returns: how many rows it has.
 */
guint
care_position_matrix_get_n_actors (CarePositionMatrix *self)
{
  return self->actors->len;
}

/**
 * care_position_matrix_get_n_themes:
 * @self: a matrix
 *
 * Returns: how many columns it has.
 */
guint
care_position_matrix_get_n_themes (CarePositionMatrix *self)
{
  return self->themes->len;
}

/**
 * care_position_matrix_is_readable:
 * @self: a matrix
 *
 * Returns: whether it has no more rows and columns than can be taken in.
 */
gboolean
care_position_matrix_is_readable (CarePositionMatrix *self)
{
  return self->actors->len <= CARE_POSITION_MATRIX_MOST && self->themes->len <= CARE_POSITION_MATRIX_MOST;
}

/**
 * care_position_matrix_get_actor:
 * @self: a matrix
 * @row: one of its rows
 *
 * Returns: (transfer none): whose row it is.
 */
CareRecord *
care_position_matrix_get_actor (CarePositionMatrix *self, guint row)
{
  return g_ptr_array_index (self->actors, row);
}

/**
 * care_position_matrix_get_theme:
 * @self: a matrix
 * @column: one of its columns
 *
 * Returns: (transfer none) (nullable): the theme of the column; %NULL for that of
 *   positions without one.
 */
CareRecord *
care_position_matrix_get_theme (CarePositionMatrix *self, guint column)
{
  return g_ptr_array_index (self->themes, column);
}

/**
 * care_position_matrix_get_actor_name:
 * @self: a matrix
 * @row: one of its rows
 *
 * Returns: (transfer none): what whose row it is is called, in short.
 */
const char *
care_position_matrix_get_actor_name (CarePositionMatrix *self, guint row)
{
  CareRecord *actor = g_ptr_array_index (self->actors, row);
  const char *name = care_record_get (actor, "short_name");

  return name != NULL ? name : care_record_get_title (actor);
}

/**
 * care_position_matrix_get_theme_name:
 * @self: a matrix
 * @column: one of its columns
 *
 * Returns: (transfer none): the heading of the column.
 */
const char *
care_position_matrix_get_theme_name (CarePositionMatrix *self, guint column)
{
  CareRecord *theme = g_ptr_array_index (self->themes, column);

  return theme == NULL ? _ ("No theme") : care_record_get_title (theme);
}

/**
 * care_position_matrix_get_n_positions:
 * @self: a matrix
 * @row: one of its rows
 * @column: one of its columns
 *
 * Returns: how many positions are in the cell.
 */
guint
care_position_matrix_get_n_positions (CarePositionMatrix *self, guint row, guint column)
{
  return get_cell (self, row, column)->positions->len;
}

/**
 * care_position_matrix_get_position:
 * @self: a matrix
 * @row: one of its rows
 * @column: one of its columns
 * @index: less than care_position_matrix_get_n_positions()
 *
 * Returns: (transfer none): a position of the cell.
 */
const CareMatrixPosition *
care_position_matrix_get_position (CarePositionMatrix *self, guint row, guint column, guint index)
{
  return g_ptr_array_index (get_cell (self, row, column)->positions, index);
}

/**
 * care_position_matrix_get_absence:
 * @self: a matrix
 * @row: one of its rows
 * @column: one of its columns
 *
 * Returns: how the cell has no position; %CARE_ABSENCE_NONE where it has one.
 */
CareAbsence
care_position_matrix_get_absence (CarePositionMatrix *self, guint row, guint column)
{
  const Cell *cell = get_cell (self, row, column);

  if (cell->positions->len > 0)
    return CARE_ABSENCE_NONE;
  return cell->pledge != NULL ? CARE_ABSENCE_NOT_SPECIFIED : CARE_ABSENCE_NOT_ASSESSED;
}

/**
 * care_position_matrix_get_pledge:
 * @self: a matrix
 * @row: one of its rows
 * @column: one of its columns
 *
 * Returns: (transfer none) (nullable): what has been pledged on it, where that is why a
 *   cell without a position is not specified.
 */
CareRecord *
care_position_matrix_get_pledge (CarePositionMatrix *self, guint row, guint column)
{
  const Cell *cell = get_cell (self, row, column);

  return cell->positions->len > 0 ? NULL : cell->pledge;
}

/**
 * care_position_matrix_say:
 * @self: a matrix
 * @row: one of its rows
 * @column: one of its columns
 * @index: of a position of the cell; 0 where it has none
 *
 * Returns: (transfer full): the whole of it for a screen reader: "Labour, Commissioning:
 *   The future of CCGs, 2 versions, unclear whether still held".
 */
char *
care_position_matrix_say (CarePositionMatrix *self, guint row, guint column, guint index)
{
  const Cell *cell = get_cell (self, row, column);
  GString *words = g_string_new (NULL);
  const CareMatrixPosition *position;

  g_string_printf (words, "%s, %s: ", care_position_matrix_get_actor_name (self, row),
                   care_position_matrix_get_theme_name (self, column));
  if (cell->positions->len == 0)
    {
      g_string_append (words, care_absence_get_label (care_position_matrix_get_absence (self, row, column)));
      if (cell->pledge != NULL)
        g_string_append_printf (words, _ (" beyond the pledge “%s”"), care_record_get_title (cell->pledge));
      return g_string_free (words, FALSE);
    }
  position = g_ptr_array_index (cell->positions, index);
  g_string_append (words, care_record_get_title (position->position));
  if (position->note[0] != '\0')
    append_words (words, position->note);
  if (cell->positions->len > 1)
    g_string_append_printf (words, _ (" (%u of %u)"), index + 1, cell->positions->len);
  return g_string_free (words, FALSE);
}

/**
 * care_position_matrix_summarise:
 * @self: a matrix
 *
 * Returns: (transfer full): what its order is, and what its absences mean.
 */
char *
care_position_matrix_summarise (CarePositionMatrix *self)
{
  guint n_empty = 0;

  for (guint i = 0; i < self->cells->len; i++)
    n_empty += g_array_index (self->cells, Cell, i).positions->len == 0;
  return g_strdup_printf (ngettext ("In the declared order, then by name. %u cell has no position. Not specified: "
                                    "recorded without a wording. Not found: looked for, as its note says. Not assessed: "
                                    "nobody has looked.",
                                    "In the declared order, then by name. %u cells have no position. Not specified: "
                                    "recorded without a wording. Not found: looked for, as its note says. Not assessed: "
                                    "nobody has looked.",
                                    n_empty),
                          n_empty);
}

/**
 * care_absence_get_label:
 * @absence: how something is absent
 *
 * Returns: (nullable) (transfer none): the word for it.
 */
const char *
care_absence_get_label (CareAbsence absence)
{
  switch (absence)
    {
    case CARE_ABSENCE_NOT_SPECIFIED:
      return _ ("not specified");
    case CARE_ABSENCE_NOT_FOUND:
      return _ ("not found");
    case CARE_ABSENCE_NOT_ASSESSED:
      return _ ("not assessed");
    case CARE_ABSENCE_NONE:
    default:
      return NULL;
    }
}
