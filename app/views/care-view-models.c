/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-view-models.h"

/**
 * care_view_models_briefings:
 * @library: a library
 *
 * Returns: (transfer full): its briefings by title.
 */
GListModel *
care_view_models_briefings (CareLibrary *library)
{
  return care_library_list_sorted (library, (const char *const[]) { "briefing", NULL });
}

/**
 * care_view_models_positions:
 * @library: a library
 *
 * Returns: (transfer full): its positions, parties in their declared order.
 */
GListModel *
care_view_models_positions (CareLibrary *library)
{
  return care_library_list_sorted (library, (const char *const[]) { "position", NULL });
}

/**
 * care_view_models_figures:
 * @library: a library
 *
 * Returns: (transfer full): its figures by what they are called, so that two
 *   values of one thing stand together.
 */
GListModel *
care_view_models_figures (CareLibrary *library)
{
  return care_library_list_sorted (library, (const char *const[]) { "figure", NULL });
}

/**
 * care_view_models_sources:
 * @library: a library
 *
 * Returns: (transfer full): its sources by title.
 */
GListModel *
care_view_models_sources (CareLibrary *library)
{
  return care_library_list_sorted (library, (const char *const[]) { "source", NULL });
}
