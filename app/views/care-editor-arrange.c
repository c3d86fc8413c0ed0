/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done in the outline: sections and boxes are added, moved, duplicated and
 * deleted, each by an act. They are done one after the other, as what comes next depends
 * on what was done before. */

#include "care-editor-private.h"

#include "care-outline-plan.h"
#include "care-tell.h"
#include "care-vocabularies.h"

#include <glib/gi18n.h>
#include <string.h>

typedef enum
{
  ARRANGE_ADD,
  ARRANGE_UP,
  ARRANGE_DOWN,
  ARRANGE_TO,
  ARRANGE_DUPLICATE,
  ARRANGE_DELETE,
} What;

/* Something to be done when it is its turn. */
typedef struct
{
  What what;
  CareRecord *element; /* what it is done with; of ARRANGE_ADD what is to be before the new one */
  CareRecord *onto;    /* of ARRANGE_TO: the one that has the place that it is to have */
  char *box;           /* the kind of box that is added; NULL: a section */
} Arrangement;

/* What is shown once it is done. */
typedef struct
{
  CareEditor *editor;
  const char *kind;
  CareId id;     /* of what is selected then, or 0 */
  char *message; /* or NULL */
} Outcome;

static void
arrangement_free (Arrangement *self)
{
  g_clear_object (&self->element);
  g_clear_object (&self->onto);
  g_free (self->box);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Arrangement, arrangement_free)

static void
outcome_free (Outcome *self)
{
  g_object_unref (self->editor);
  g_free (self->message);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outcome, outcome_free)

static void
done (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (Outcome) outcome = data;
  CareEditor *self = outcome->editor;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);

  if (self->briefing == NULL)
    return;
  if (sentence == NULL && care_library_get_trouble (CARE_LIBRARY (library)) == NULL)
    care_editor_tell (self, error);
  if (sentence != NULL && outcome->message != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", outcome->message);
      /* What had the focus is gone. */
      if (gtk_widget_get_focus_child (GTK_WIDGET (self->text_stack)) == NULL)
        gtk_widget_grab_focus (GTK_WIDGET (self->outline));
    }
  if (sentence == NULL || outcome->id == 0)
    return;
  care_editor_select (self, outcome->kind, outcome->id);
  /* Another briefing may be open by now. */
  if (self->element != NULL && care_record_get_id (self->element) == outcome->id)
    care_editor_rename (self);
}

static void
apply (CareEditor *self, CareAct *act, const char *kind, CareId id, char *message, const GError *error)
{
  Outcome *outcome;

  if (act == NULL)
    {
      g_free (message);
      care_editor_tell (self, error);
      return;
    }
  outcome = g_new0 (Outcome, 1);
  outcome->editor = g_object_ref (self);
  outcome->kind = kind;
  outcome->id = id;
  outcome->message = message;
  care_library_apply_async (self->library, act, done, outcome);
}

/* What it is called until somebody calls it otherwise is printed, and so is English. */
static CareRecord *
make_element (CareEditor *self, const char *box)
{
  CareRecord *added = care_record_new (care_kind_find (box == NULL ? "section" : "box"), care_library_make_id ());
  const CareTerm *term = box == NULL ? NULL : care_vocabulary_find (&care_vocabulary_box, box);
  g_autofree char *briefing = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (self->briefing));

  care_record_set (added, "briefing", briefing, NULL);
  if (box != NULL)
    care_record_set (added, "kind", box, NULL);
  care_record_set (added, box == NULL ? "heading" : "title", term == NULL ? "New section" : term->label, NULL);
  return added;
}

static void
add (CareEditor *self, const Arrangement *arrangement)
{
  g_autoptr (CareRecord) added = make_element (self, arrangement->box);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = care_outline_plan_add (self->library, added, arrangement->element, &error);

  apply (self, act, care_record_get_kind (added)->name, care_record_get_id (added), NULL, error);
}

static void
move_to (CareEditor *self, CareRecord *element, guint place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = care_outline_plan_move (self->library, element, place, &error);

  apply (self, act, NULL, 0, NULL, error);
}

static void
move (CareEditor *self, CareRecord *element, int by)
{
  guint place, n_places;

  if (!care_outline_find_place (self->library, element, &place, &n_places) || (by < 0 && place == 0)
      || (by > 0 && place + 1 == n_places))
    return;
  move_to (self, element, (guint) ((int) place + by));
}

/* Sections and boxes have an order each. */
static void
move_onto (CareEditor *self, CareRecord *element, CareRecord *onto)
{
  guint place, n_places;

  if (care_record_get_kind (element) == care_record_get_kind (onto)
      && care_outline_find_place (self->library, onto, &place, &n_places))
    move_to (self, element, place);
}

static void
duplicate (CareEditor *self, CareRecord *element)
{
  g_autoptr (GError) error = NULL;
  CareId id;
  g_autoptr (CareAct) act = care_outline_plan_duplicate (self->library, element, &id, &error);

  apply (self, act, care_record_get_kind (element)->name, id, NULL, error);
}

/* The outline goes on with what stands beside it. */
static void
select_beside (CareEditor *self, CareRecord *element)
{
  GListModel *elements = G_LIST_MODEL (self->elements);
  g_autoptr (CareRecord) beside = NULL;
  guint at;

  if (self->element != element || !g_list_store_find (self->elements, element, &at))
    return;
  beside = g_list_model_get_item (elements, at + 1 < g_list_model_get_n_items (elements) ? at + 1 : at - 1);
  care_editor_select (self, care_record_get_kind (beside)->name, care_record_get_id (beside));
}

static void
delete (CareEditor *self, CareRecord *element)
{
  g_autoptr (CareAct) act = care_act_new (NULL);
  g_autoptr (GError) error = NULL;
  char *message = care_tell_deleted (GTK_WIDGET (self), self->library, element);
  gboolean can = care_library_plan_delete (self->library, act, element, &error);

  if (can)
    select_beside (self, element);
  apply (self, can ? act : NULL, NULL, 0, message, error);
}

/* What was done before may have taken it out, or it is of another library. */
static gboolean
is_there (CareEditor *self, CareRecord *record)
{
  return record == NULL
         || care_library_find (self->library, care_record_get_kind (record)->name, care_record_get_id (record)) == record;
}

static void
do_it (CareEditor *self, const Arrangement *arrangement)
{
  switch (arrangement->what)
    {
    case ARRANGE_ADD:
      add (self, arrangement);
      break;
    case ARRANGE_UP:
    case ARRANGE_DOWN:
      move (self, arrangement->element, arrangement->what == ARRANGE_UP ? -1 : 1);
      break;
    case ARRANGE_TO:
      move_onto (self, arrangement->element, arrangement->onto);
      break;
    case ARRANGE_DUPLICATE:
      duplicate (self, arrangement->element);
      break;
    case ARRANGE_DELETE:
    default:
      delete (self, arrangement->element);
      break;
    }
}

static void
arrange (GObject *object)
{
  CareEditor *self = CARE_EDITOR (object);
  g_autoptr (Arrangement) arrangement = g_queue_pop_head (&self->arrangements);

  if (arrangement == NULL || self->briefing == NULL)
    return;
  if (is_there (self, arrangement->element) && is_there (self, arrangement->onto))
    do_it (self, arrangement);
  if (!g_queue_is_empty (&self->arrangements))
    care_library_when_settled (self->library, arrange, object);
}

/* What was typed comes first. */
static void
queue (CareEditor *self, What what, CareRecord *element, CareRecord *onto, const char *box)
{
  Arrangement *arrangement;

  if (element == NULL || !care_library_is_writable (self->library) || (what != ARRANGE_ADD && element == self->briefing))
    return;
  arrangement = g_new0 (Arrangement, 1);
  arrangement->what = what;
  g_set_object (&arrangement->element, element);
  g_set_object (&arrangement->onto, onto);
  arrangement->box = g_strdup (box);
  g_queue_push_tail (&self->arrangements, arrangement);
  care_editor_text_flush (self);
  care_library_when_settled (self->library, arrange, G_OBJECT (self));
}

/* Drops @element on @onto, to have its place. */
void
care_editor_arrange_drop (CareEditor *self, CareRecord *element, CareRecord *onto)
{
  queue (self, ARRANGE_TO, element, onto, NULL);
}

static void
add_section_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  queue (CARE_EDITOR (widget), ARRANGE_ADD, CARE_EDITOR (widget)->element, NULL, NULL);
}

static void
add_box_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  queue (CARE_EDITOR (widget), ARRANGE_ADD, CARE_EDITOR (widget)->element, NULL, g_variant_get_string (parameter, NULL));
}

static void
arrange_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    const char *name;
    What what;
  } actions[] = { { "part.move-up", ARRANGE_UP }, { "part.move-down", ARRANGE_DOWN },
                  { "part.duplicate", ARRANGE_DUPLICATE }, { "part.delete", ARRANGE_DELETE } };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (strcmp (name, actions[i].name) == 0)
      queue (CARE_EDITOR (widget), actions[i].what, CARE_EDITOR (widget)->element, NULL, NULL);
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_editor_rename (CARE_EDITOR (widget));
}

static gboolean
is_part (CareEditor *self)
{
  return self->element != NULL && self->element != self->briefing && care_library_is_writable (self->library);
}

static void
update_moves (GObject *object)
{
  CareEditor *self = CARE_EDITOR (object);
  guint place = 0, n_places = 0;

  if (is_part (self))
    care_outline_find_place (self->library, self->element, &place, &n_places);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "part.move-up", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "part.move-down", place + 1 < n_places);
}

/* Makes the actions possible that are, for what is selected. */
void
care_editor_arrange_update (CareEditor *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = self->element != NULL && care_library_is_writable (self->library);

  care_list_set_reorderable (self->outline, writable);
  gtk_widget_action_set_enabled (widget, "part.add-section", writable);
  gtk_widget_action_set_enabled (widget, "part.add-box", writable);
  gtk_widget_action_set_enabled (widget, "part.rename", writable);
  gtk_widget_action_set_enabled (widget, "part.add-note", writable);
  gtk_widget_action_set_enabled (widget, "part.duplicate", is_part (self));
  gtk_widget_action_set_enabled (widget, "part.delete", is_part (self));
  if (self->library != NULL)
    care_library_when_readable (self->library, update_moves, G_OBJECT (self));
  else
    update_moves (G_OBJECT (self));
}

/**
 * care_editor_is_arranging:
 * @self: an editor
 *
 * Returns: whether something waits that is to be done in the outline.
 */
gboolean
care_editor_is_arranging (CareEditor *self)
{
  return !g_queue_is_empty (&self->arrangements);
}

/* Nothing that waits is done any more. */
void
care_editor_arrange_forget (CareEditor *self)
{
  g_queue_clear_full (&self->arrangements, (GDestroyNotify) arrangement_free);
}

/* For the class: the actions. */
void
care_editor_arrange_bind (GtkWidgetClass *widget_class)
{
  static const char *const names[] = { "part.move-up", "part.move-down", "part.duplicate", "part.delete" };

  gtk_widget_class_install_action (widget_class, "part.add-section", NULL, add_section_action);
  gtk_widget_class_install_action (widget_class, "part.add-box", "s", add_box_action);
  gtk_widget_class_install_action (widget_class, "part.rename", NULL, rename_action);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, arrange_action);
}
