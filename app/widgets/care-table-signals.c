/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-table-private.h"

/* For the class: what it tells. */
void
care_table_add_signals (GType type)
{
  /**
   * CareTable::selected:
   * @item: what the row is about
   *
   * The cursor has come to another row, and stayed there for a moment.
   */
  g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);
  /**
   * CareTable::sort:
   * @column: the id of a column
   *
   * Its heading was clicked.
   */
  g_signal_new ("sort", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * CareTable::stopped:
   *
   * A cell is no longer typed in.
   */
  g_signal_new ("stopped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CareTable::paste:
   *
   * What is on the clipboard is to go into the cells from the first selected one on.
   */
  g_signal_new ("paste", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CareTable::empty:
   *
   * The cells that are selected are to be empty.
   */
  g_signal_new ("empty", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CareTable::refused:
   *
   * A person wants to change a cell, and none may be changed.
   */
  g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CareTable::too-large:
   * @most: how many cells can be copied, or emptied, at once
   *
   * More cells are selected than that.
   */
  g_signal_new ("too-large", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * CareTable::unknown:
   *
   * Nothing was copied, as what the cells say cannot be known now.
   */
  g_signal_new ("unknown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CareTable::details:
   *
   * All of the row that has the cursor is asked for.
   */
  g_signal_new ("details", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CareTable::resized:
   * @column: the id of a column
   * @chars: how wide it is now, in letters
   *
   * A person has made it as wide as that.
   */
  g_signal_new ("resized", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_DOUBLE);
  /**
   * CareTable::head-menu:
   * @column: the id of a column
   * @x: a point of the table
   * @y: a point of the table
   *
   * What can be done with a column is asked for at its heading.
   */
  g_signal_new ("head-menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  /**
   * CareTable::menu:
   * @x: a point of the table
   * @y: a point of the table
   *
   * What can be done with the cells that are selected is asked for.
   */
  g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}
