/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <json-glib/json-glib.h>
#include <libxml/tree.h>

/* A citation of JATS or NLM, mixed or of elements, as a CSL-JSON item. NULL when nothing in it is
 * told apart. Free with json_object_unref(). */
JsonObject *ibid_jats_work_new (const xmlNode *citation);

/* One name as a CSL-JSON name: `node` is name, string-name, name-alternatives, collab or anonymous.
 * NULL when it is empty. Free with json_object_unref(). */
JsonObject *ibid_jats_name_new (const xmlNode *node);
