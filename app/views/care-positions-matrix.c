/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-positions-matrix.h"

#include "care-briefing-scope.h"
#include "care-describe.h"
#include "care-matrix-records.h"
#include "care-matrix.h"
#include "care-position-matrix.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* More than that are not looked at: they would not fit into so few cells either. */
#define MOST_POSITIONS 1000

/* What a button is about: what is recorded, or who has nothing recorded on what. */
typedef struct
{
  CareRecord *record; /* a position or, where there is none, a pledge; or NULL */
  CareRecord *actor;
  CareRecord *theme; /* NULL where positions have none */
} Shown;

struct _CarePositionsMatrix
{
  GtkWidget parent_instance;

  GtkWidget *box;
  CareBriefingScope *scope; /* all positions, or the themes of one briefing */
  GPtrArray *printed;       /* of CareRecord: the positions that it prints, or NULL */
  GtkWidget *stack;         /* the matrix with its note, or why there is none */
  GtkWidget *status;
  GtkWidget *list; /* button that leads to the list */
  CareMatrix *matrix;
  GtkLabel *note;

  CareLibrary *library;
  GArray *shown; /* Shown, one a button */
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (CarePositionsMatrix, care_positions_matrix, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_WANTED,
  SIGNAL_LIST_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_shown (gpointer data)
{
  Shown *shown = data;

  g_clear_object (&shown->record);
  g_clear_object (&shown->actor);
  g_clear_object (&shown->theme);
}

/* (nullable): the table, or NULL where there would be too much of it. */
static CarePositionMatrix *
make_table (CarePositionsMatrix *self)
{
  CareLibrary *library = self->library;
  GPtrArray *printed = self->printed;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (CarePositionMatrix) table = NULL;

  if ((printed == NULL && care_library_count (library, "theme") > CARE_POSITION_MATRIX_MOST)
      || care_library_count (library, "position") > MOST_POSITIONS)
    return NULL;
  records = care_matrix_records (library);
  table = printed == NULL ? care_position_matrix_new (records) : care_position_matrix_new_for (records, printed);
  return care_position_matrix_is_readable (table) ? g_steal_pointer (&table) : NULL;
}

static void
add_button (CarePositionsMatrix *self, CarePositionMatrix *table, guint row, guint column, guint index)
{
  gboolean has = care_position_matrix_get_n_positions (table, row, column) > 0;
  const CareMatrixPosition *position = has ? care_position_matrix_get_position (table, row, column, index) : NULL;
  CareRecord *record = has ? position->position : care_position_matrix_get_pledge (table, row, column);
  g_autofree char *sentence = care_position_matrix_say (table, row, column, index);
  Shown shown = { .actor = g_object_ref (care_position_matrix_get_actor (table, row)) };

  g_set_object (&shown.record, record);
  g_set_object (&shown.theme, care_position_matrix_get_theme (table, column));
  care_matrix_add (self->matrix, row, column, has ? care_record_get_title (position->position) : NULL,
                   has ? position->note : care_absence_get_label (care_position_matrix_get_absence (table, row, column)),
                   sentence);
  g_array_append_val (self->shown, shown);
}

static void
add_row (CarePositionsMatrix *self, CarePositionMatrix *table, guint row)
{
  CareColour colour;
  gboolean has_colour = care_describe_colour (self->library, care_position_matrix_get_actor (table, row), &colour);

  care_matrix_add_row (self->matrix, care_position_matrix_get_actor_name (table, row), has_colour ? &colour : NULL);
}

static void
fill (CarePositionsMatrix *self, CarePositionMatrix *table)
{
  for (guint i = 0; i < care_position_matrix_get_n_themes (table); i++)
    care_matrix_add_column (self->matrix, care_position_matrix_get_theme_name (table, i));
  for (guint row = 0; row < care_position_matrix_get_n_actors (table); row++)
    add_row (self, table, row);
  for (guint row = 0; row < care_position_matrix_get_n_actors (table); row++)
    for (guint column = 0; column < care_position_matrix_get_n_themes (table); column++)
      for (guint i = 0; i < MAX (care_position_matrix_get_n_positions (table, row, column), 1); i++)
        add_button (self, table, row, column, i);
}

static void
show_status (CarePositionsMatrix *self, const char *title, const char *description)
{
  adw_status_page_set_title (ADW_STATUS_PAGE (self->status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->status), description);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "status");
}

/* Why nothing is shown of @table (nullable). */
static void
show_none (CarePositionsMatrix *self, CarePositionMatrix *table)
{
  if (table == NULL)
    show_status (self, _ ("Too Many for a Matrix"),
                 _ ("A matrix shows at most 12 parties and 12 themes. The list shows all positions."));
  else if (self->printed != NULL && care_position_matrix_get_n_themes (table) == 0)
    show_status (self, _ ("No Positions in This Briefing"),
                 _ ("Add a box of party lines to it, or type # in its text and choose a position."));
  else
    show_status (self, _ ("No Themes or Parties Yet"),
                 _ ("A matrix shows what each party holds on each theme. Record a position with its party and its theme."));
}

/* Whoever had the focus has it again, or what is in its place. */
static void
restore_focus (CarePositionsMatrix *self, gboolean had_focus)
{
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->matrix), GTK_DIR_TAB_FORWARD);
}

static void
update (GObject *object)
{
  CarePositionsMatrix *self = CARE_POSITIONS_MATRIX (object);
  g_autoptr (CarePositionMatrix) table = NULL;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->matrix)) != NULL;
  g_autofree char *note = NULL;

  if (self->library == NULL)
    return;
  table = make_table (self);
  care_matrix_clear (self->matrix);
  g_array_set_size (self->shown, 0);
  if (table == NULL || care_position_matrix_get_n_themes (table) == 0 || care_position_matrix_get_n_actors (table) == 0)
    {
      show_none (self, table);
      return;
    }
  fill (self, table);
  note = care_position_matrix_summarise (table);
  gtk_label_set_text (self->note, note);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "matrix");
  restore_focus (self, had_focus);
}

/* To make it takes long where there is much to show, so only if it is seen. */
static void
refresh (CarePositionsMatrix *self)
{
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_stale)
    care_library_when_readable (self->library, update, G_OBJECT (self));
}

static void
care_positions_matrix_map (GtkWidget *widget)
{
  CarePositionsMatrix *self = CARE_POSITIONS_MATRIX (widget);

  GTK_WIDGET_CLASS (care_positions_matrix_parent_class)->map (widget);
  if (self->is_stale)
    refresh (self);
}

/* (transfer full): those among @records. */
static GPtrArray *
list_positions (GPtrArray *records)
{
  GPtrArray *positions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    if (care_record_is (g_ptr_array_index (records, i), "position"))
      g_ptr_array_add (positions, g_object_ref (g_ptr_array_index (records, i)));
  return positions;
}

/* All positions, or those on the themes of what a briefing prints. */
static void
scope_found (CarePositionsMatrix *self, GPtrArray *records)
{
  g_clear_pointer (&self->printed, g_ptr_array_unref);
  if (records != NULL)
    self->printed = list_positions (records);
  refresh (self);
}

/* What one briefing prints is looked for anew first. */
static void
library_applied (CarePositionsMatrix *self)
{
  static const char *const kinds[] = { "actor", "theme", "position", "position_version", "pledge" };

  for (guint i = 0; self->printed == NULL && i < G_N_ELEMENTS (kinds); i++)
    if (care_library_has_touched (self->library, kinds[i]))
      {
        refresh (self);
        return;
      }
}

static void
button_activated (CarePositionsMatrix *self, guint index)
{
  const Shown *shown = &g_array_index (self->shown, Shown, index);

  if (shown->record != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, shown->record);
  else
    g_signal_emit (self, signals[SIGNAL_WANTED], 0, shown->actor, shown->theme);
}

static void
list_clicked (CarePositionsMatrix *self)
{
  g_signal_emit (self, signals[SIGNAL_LIST_WANTED], 0);
}

/**
 * care_positions_matrix_set_library:
 * @self: a matrix of positions
 * @library: (nullable): where they are kept
 *
 * Shows the positions of another library.
 */
void
care_positions_matrix_set_library (CarePositionsMatrix *self, CareLibrary *library)
{
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_pointer (&self->printed, g_ptr_array_unref);
  g_set_object (&self->library, library);
  if (self->box != NULL)
    care_briefing_scope_set_library (self->scope, library);
  self->is_stale = FALSE;
  if (library == NULL)
    return;
  g_signal_connect_object (library, "applied", G_CALLBACK (library_applied), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
care_positions_matrix_dispose (GObject *object)
{
  CarePositionsMatrix *self = CARE_POSITIONS_MATRIX (object);

  care_positions_matrix_set_library (self, NULL);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (care_positions_matrix_parent_class)->dispose (object);
}

static void
care_positions_matrix_class_init (CarePositionsMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_positions_matrix_dispose;

  /**
   * CarePositionsMatrix::activated:
   * @record: a position, or the pledge of a cell that has none
   *
   * Its button was activated.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", CARE_TYPE_POSITIONS_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, CARE_TYPE_RECORD);

  /**
   * CarePositionsMatrix::wanted:
   * @actor: a party
   * @theme: (nullable): a theme
   *
   * The button of a cell without a position was activated.
   */
  signals[SIGNAL_WANTED] = g_signal_new ("wanted", CARE_TYPE_POSITIONS_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, CARE_TYPE_RECORD, CARE_TYPE_RECORD);

  /**
   * CarePositionsMatrix::list-wanted:
   *
   * The list is to be shown instead, as there is too much for a matrix.
   */
  signals[SIGNAL_LIST_WANTED] = g_signal_new ("list-wanted", CARE_TYPE_POSITIONS_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 0);
  GTK_WIDGET_CLASS (klass)->map = care_positions_matrix_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_matrix (CarePositionsMatrix *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *note = gtk_label_new (NULL);

  self->matrix = CARE_MATRIX (care_matrix_new (_ ("Positions by Party and Theme")));
  g_signal_connect_swapped (self->matrix, "activated", G_CALLBACK (button_activated), self);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->matrix));
  gtk_box_append (GTK_BOX (box), scroller);
  self->note = GTK_LABEL (note);
  gtk_label_set_wrap (self->note, TRUE);
  gtk_label_set_wrap_mode (self->note, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->note, 0);
  gtk_widget_set_margin_start (note, 12);
  gtk_widget_set_margin_end (note, 12);
  gtk_widget_set_margin_top (note, 6);
  gtk_widget_set_margin_bottom (note, 6);
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "care-dim");
  gtk_box_append (GTK_BOX (box), note);
  return box;
}

static char *
say_scope (const char *title)
{
  return g_strdup_printf (_ ("Themes of “%s”"), title);
}

static void
care_positions_matrix_init (CarePositionsMatrix *self)
{
  self->shown = g_array_new (FALSE, TRUE, sizeof (Shown));
  g_array_set_clear_func (self->shown, clear_shown);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_matrix (self), "matrix");
  self->status = adw_status_page_new ();
  self->list = gtk_button_new_with_label (_ ("Show the List"));
  gtk_widget_set_halign (self->list, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->list, "pill");
  g_signal_connect_swapped (self->list, "clicked", G_CALLBACK (list_clicked), self);
  adw_status_page_set_child (ADW_STATUS_PAGE (self->status), self->list);
  gtk_stack_add_named (GTK_STACK (self->stack), self->status, "status");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->scope = CARE_BRIEFING_SCOPE (care_briefing_scope_new (_ ("Positions to Show"), _ ("All Positions"), say_scope));
  g_signal_connect_swapped (self->scope, "found", G_CALLBACK (scope_found), self);
  gtk_widget_set_margin_start (GTK_WIDGET (self->scope), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->scope), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->scope), 6);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->scope));
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * care_positions_matrix_new:
 *
 * Returns: (transfer floating): a matrix of no library yet.
 */
GtkWidget *
care_positions_matrix_new (void)
{
  return g_object_new (CARE_TYPE_POSITIONS_MATRIX, NULL);
}
