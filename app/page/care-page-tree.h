/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the pages say to those who do not see them: headings, lists, quotations,
 * pictures in words and links, in the order in which a person reads them. It is
 * made from the flow and does not depend on where on the pages anything is. */

#pragma once

#include "care-page-flow.h"

G_BEGIN_DECLS

typedef enum
{
  CARE_ROLE_DOCUMENT,
  CARE_ROLE_PART,
  CARE_ROLE_SECTION,
  CARE_ROLE_HEADING_1,
  CARE_ROLE_HEADING_2,
  CARE_ROLE_HEADING_3,
  CARE_ROLE_PARAGRAPH,
  CARE_ROLE_LIST,
  CARE_ROLE_ITEM,
  CARE_ROLE_LABEL,
  CARE_ROLE_BODY,
  CARE_ROLE_QUOTE,
  CARE_ROLE_FIGURE,
  CARE_ROLE_TABLE,
  CARE_ROLE_ROW,
  CARE_ROLE_HEADER_CELL,
  CARE_ROLE_CELL,
  CARE_ROLE_LINK,
  CARE_ROLE_LANGUAGE,
} CarePageRole;

/* A child of a node: another node, or content of a page. */
typedef struct
{
  int node; /* -1 for content */
  guint page;
  guint mark; /* its number on the page */
} CarePageKid;

/* Where a part of a link is, in points from the top left corner of its page. */
typedef struct
{
  guint page;
  double x, y, width, height;
} CarePageSpot;

/* What links within a briefing may lead to. */
typedef struct
{
  int title;        /* the node of its heading, or -1 */
  GArray *sources;  /* of int: the node of each entry in the list of sources */
  GArray *sections; /* of int: the node of each section's heading */
} CarePageTargets;

typedef struct
{
  CarePageRole role;
  int parent;      /* -1 of the first */
  GArray *kids;    /* of CarePageKid */
  GArray *spots;   /* of CarePageSpot, of a link */
  const CareFlowElement *element;     /* that a section is */
  const CareFlowParagraph *paragraph; /* that it is of; of a label, that it is before; NULL of what holds others */
  const CareProseSpan *span;          /* that it is of, of a link or another language */
  gboolean is_painted;
  guint page;      /* where it begins */
  double y;
} CarePageNode;

typedef struct
{
  GPtrArray *nodes; /* of CarePageNode; the first is the document, or the part of one */
  GHashTable *of;     /* of CareFlowParagraph to node + 1 */
  GHashTable *labels; /* the same for what marks a paragraph */
  CarePageTargets targets;
} CarePageTree;

CarePageTree *care_page_tree_new (const CareFlow *flow);
CarePageTree *care_page_tree_new_part (const CareFlow *flow);
void care_page_tree_free (CarePageTree *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarePageTree, care_page_tree_free)

CarePageNode *care_page_tree_get (const CarePageTree *self, int node);
int care_page_tree_find (const CarePageTree *self, const CareFlowParagraph *paragraph);
int care_page_tree_find_label (const CarePageTree *self, const CareFlowParagraph *paragraph);
int care_page_tree_get_span (CarePageTree *self, int node, const CareProseSpan *span);
void care_page_tree_add_content (CarePageTree *self, int node, guint page, guint mark, double y);
const char *care_page_tree_get_label (const CarePageTree *self, const CarePageNode *list);
const char *care_page_role_get_name (CarePageRole role);

/* care-page-link.c */
char *care_page_link_to_uri (const char *address);

G_END_DECLS
