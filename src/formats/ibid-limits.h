/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once

/* What a file may ask for, so that a hostile one ends in a message. */
#define IBID_MAX_TEXT_BYTES (64u * 1024 * 1024)
#define IBID_MAX_ARCHIVE_BYTES (256u * 1024 * 1024)
#define IBID_MAX_UNPACKED_BYTES (1024u * 1024 * 1024)
#define IBID_MAX_PART_BYTES (128u * 1024 * 1024)         /* of one text in an archive */
#define IBID_MAX_ARCHIVE_TEXT_BYTES (256u * 1024 * 1024) /* of all of them */
#define IBID_MAX_ARCHIVE_ENTRIES 20000u
#define IBID_MAX_ARCHIVE_RATIO 200u
#define IBID_MIN_SUSPECT_BYTES (1024u * 1024) /* unpacked; below it no ratio is too high */
#define IBID_MAX_XML_DEPTH 256u
#define IBID_MAX_TEXT_LINES 1000000u /* not counting blank ones */
#define IBID_MAX_TEXT_MARKERS 250000u
#define IBID_MAX_JSON_DEPTH 256u
#define IBID_MAX_JSON_VALUES 1000000u

/* What a tree of elements takes in memory, about. */
#define IBID_MAX_TREE_BYTES (330u * 1024 * 1024)

/* In one string that is no passage's text: titles, names, labels stand on one line somewhere. */
#define IBID_MAX_JSON_LINE_BYTES 16384u

/* In one object: json-glib's table of members is slow when a file picks names that collide. */
#define IBID_MAX_JSON_MEMBERS 256u
