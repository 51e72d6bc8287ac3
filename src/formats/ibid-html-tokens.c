/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-tokens.h"

#include "formats/ibid-html-entity.h"

#include <string.h>

/* Every attribute is compared with every other one of its element, so that elements with more than
 * these lose the rest. */
#define MAX_ATTRIBUTES 200u

/* What may be known to be missing in the rest of a page, so that it is not looked for again. */
enum {
  MISSING_COMMENT_END = 1 << 0,
  MISSING_QUOTE = 1 << 1,
  MISSING_APOSTROPHE = 1 << 2,
  MISSING_PLAIN_END = 1 << 3,
  MISSING_BRACKET = 1 << 4,
};

void
ibid_html_tokens_init (IbidHtmlTokens *self, const char *data, gsize size)
{
  *self = (IbidHtmlTokens){
      .p = data,
      .end = data + size,
      .attributes = g_array_new (FALSE, FALSE, sizeof (IbidHtmlTokenAttribute)),
  };
}

void
ibid_html_tokens_clear (IbidHtmlTokens *self)
{
  g_clear_pointer (&self->attributes, g_array_unref);
}

static inline gboolean
is_blank (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static IbidHtmlSpan
make_span (const char *start, const char *end)
{
  return (IbidHtmlSpan){start, (gsize)(end - start)};
}

/* The first `c` from `p` on, or the end of the page. */
static const char *
find (const IbidHtmlTokens *self, const char *p, char c)
{
  const char *found = p < self->end ? memchr (p, c, (gsize)(self->end - p)) : NULL;

  return found != NULL ? found : self->end;
}

/* --- Attributes ---------------------------------------------------------------------------- */

/* The end of the quoted value that starts at `p`; without a closing quote it goes up to the '>'. */
static const char *
find_quote (IbidHtmlTokens *self, const char *p, char quote)
{
  guint missing = quote == '"' ? MISSING_QUOTE : MISSING_APOSTROPHE;
  const char *end = (self->known_missing & missing) != 0 ? self->end : find (self, p, quote);

  if (end < self->end)
    return end;
  self->known_missing |= missing;
  return find (self, p, '>');
}

static const char *
read_value (IbidHtmlTokens *self, const char *p, IbidHtmlSpan *value)
{
  const char *start;

  while (p < self->end && is_blank (*p))
    p++;
  if (p < self->end && (*p == '"' || *p == '\'')) {
    const char *end = find_quote (self, p + 1, *p);

    *value = make_span (p + 1, end);
    return end < self->end && *end == *p ? end + 1 : end;
  }
  for (start = p; p < self->end && !is_blank (*p) && *p != '>'; p++)
    ;
  *value = make_span (start, p);
  return p;
}

/* Of two attributes with one name the first counts. */
static void
add_attribute (IbidHtmlTokens *self, const IbidHtmlTokenAttribute *attribute)
{
  if (self->attributes->len >= MAX_ATTRIBUTES)
    return;
  for (guint i = 0; i < self->attributes->len; i++) {
    const IbidHtmlTokenAttribute *other = &g_array_index (
        self->attributes, IbidHtmlTokenAttribute, i);

    if (other->name.length == attribute->name.length &&
        g_ascii_strncasecmp (other->name.start, attribute->name.start, other->name.length) == 0)
      return;
  }
  g_array_append_val (self->attributes, *attribute);
}

/* Reads what is in a tag from behind its name; `p` becomes what is behind the tag. FALSE if the
 * page ends before it does: then there was no tag. */
static gboolean
read_attributes (IbidHtmlTokens *self, const char **p, gboolean *has_no_end)
{
  const char *q = *p;

  g_array_set_size (self->attributes, 0);
  *has_no_end = FALSE;
  while (q < self->end && *q != '>') {
    IbidHtmlTokenAttribute attribute = {0};
    const char *start = q;

    *has_no_end = *q == '/';
    if (is_blank (*q) || *q == '/') {
      q++;
      continue;
    }
    for (q++; q < self->end && !is_blank (*q) && *q != '/' && *q != '>' && *q != '='; q++)
      ;
    attribute.name = make_span (start, q);
    while (q < self->end && is_blank (*q))
      q++;
    if (q < self->end && *q == '=')
      q = read_value (self, q + 1, &attribute.value);
    add_attribute (self, &attribute);
  }
  *p = q + 1;
  return q < self->end;
}

/* --- Tokens -------------------------------------------------------------------------------- */

static void
read_tag (IbidHtmlTokens *self, IbidHtmlToken *token, const char *name, IbidHtmlTokenKind kind)
{
  const char *p = name;

  while (p < self->end && !is_blank (*p) && *p != '/' && *p != '>')
    p++;
  token->kind = kind;
  token->span = make_span (name, p);
  if (!read_attributes (self, &p, &token->has_no_end)) {
    token->kind = IBID_HTML_TOKEN_END;
    p = self->end;
  }
  token->attributes = self->attributes;
  self->p = p;
}

/* What is no comment but is treated as one: up to the next '>'. */
static void
read_bogus (IbidHtmlTokens *self, IbidHtmlToken *token, const char *p)
{
  const char *end = find (self, p, '>');

  token->kind = IBID_HTML_TOKEN_COMMENT;
  token->span = make_span (p, end);
  self->p = end < self->end ? end + 1 : end;
}

/* `p` is behind "<!--". */
static void
read_comment (IbidHtmlTokens *self, IbidHtmlToken *token, const char *p)
{
  const char *q = p;

  if (q < self->end && *q == '>')
    return read_bogus (self, token, p);
  if (self->end - q >= 2 && *q == '-' && q[1] == '>')
    return read_bogus (self, token, p);
  if ((self->known_missing & MISSING_COMMENT_END) == 0)
    while ((q = find (self, q, '-')) < self->end) {
      const char *close = q + 1 < self->end && q[1] == '-' ? q + 2 : self->end;

      close += close < self->end && *close == '!' ? 1 : 0;
      if (close < self->end && *close == '>') {
        token->kind = IBID_HTML_TOKEN_COMMENT;
        token->span = make_span (p, q);
        self->p = close + 1;
        return;
      }
      q++;
    }
  self->known_missing |= MISSING_COMMENT_END;
  read_bogus (self, token, p);
}

/* The bracket that closes the one at `p`; the end of the page without either. */
static const char *
find_bracket (IbidHtmlTokens *self, const char *p)
{
  const char *close;

  if (p == NULL || (self->known_missing & MISSING_BRACKET) != 0)
    return self->end;
  close = find (self, p, ']');
  if (close == self->end)
    self->known_missing |= MISSING_BRACKET;
  return close;
}

/* `p` is behind "<!". A document type may bring declarations along, between brackets. */
static void
read_declaration (IbidHtmlTokens *self, IbidHtmlToken *token, const char *p)
{
  const char *end = find (self, p, '>');
  gboolean is_type = self->end - p > 7 && g_ascii_strncasecmp (p, "doctype", 7) == 0;
  const char *close = is_type ? find_bracket (self, memchr (p, '[', (gsize)(end - p))) : self->end;

  read_bogus (self, token, close < self->end ? close : p);
  if (is_type)
    token->kind = IBID_HTML_TOKEN_DOCUMENT_TYPE;
}

/* `self->p` is at a '<'. FALSE if it is no markup. */
static gboolean
read_markup (IbidHtmlTokens *self, IbidHtmlToken *token)
{
  const char *p = self->p + 1;

  if (p >= self->end)
    return FALSE;
  if (g_ascii_isalpha (*p)) {
    read_tag (self, token, p, IBID_HTML_TOKEN_START_TAG);
    return TRUE;
  }
  if (*p == '/') {
    if (p + 1 >= self->end)
      return FALSE;
    if (g_ascii_isalpha (p[1]))
      read_tag (self, token, p + 1, IBID_HTML_TOKEN_END_TAG);
    else
      read_bogus (self, token, p + 1);
    return TRUE;
  }
  if (*p == '?') {
    read_bogus (self, token, p);
    return TRUE;
  }
  if (*p != '!')
    return FALSE;
  if (self->end - p > 2 && p[1] == '-' && p[2] == '-')
    read_comment (self, token, p + 3);
  else
    read_declaration (self, token, p + 1);
  return TRUE;
}

void
ibid_html_tokens_next (IbidHtmlTokens *self, IbidHtmlToken *token)
{
  const char *p;

  *token = (IbidHtmlToken){0};
  if (self->pending.length > 0) {
    token->kind = IBID_HTML_TOKEN_TEXT;
    token->span = self->pending;
    token->is_raw = self->is_pending_raw;
    self->p = self->pending.start + self->pending.length;
    self->pending.length = 0;
    return;
  }
  if (self->p >= self->end || (*self->p == '<' && read_markup (self, token)))
    return;
  /* A '<' that starts nothing is text. */
  p = find (self, self->p + 1, '<');
  token->kind = IBID_HTML_TOKEN_TEXT;
  token->span = make_span (self->p, p);
  self->p = p;
}

/* --- Texts that are no markup -------------------------------------------------------------- */

static gboolean
is_end_tag (const IbidHtmlTokens *self, const char *p, const char *name, gsize length)
{
  return (gsize)(self->end - p) > length + 2 && p[1] == '/' &&
         g_ascii_strncasecmp (p + 2, name, length) == 0 &&
         (is_blank (p[length + 2]) || p[length + 2] == '/' || p[length + 2] == '>');
}

/* The '<' of the end tag, or the end of the page. */
static const char *
find_end_tag (const IbidHtmlTokens *self, const char *name)
{
  gsize length = strlen (name);
  const char *p = self->p;

  while ((p = find (self, p, '<')) < self->end && !is_end_tag (self, p, name, length))
    p++;
  return p;
}

void
ibid_html_tokens_set_text (IbidHtmlTokens *self, IbidHtmlTextKind kind, const char *name)
{
  const char *end;

  if (kind == IBID_HTML_TEXT_MARKUP ||
      (kind == IBID_HTML_TEXT_PLAIN && (self->known_missing & MISSING_PLAIN_END) != 0))
    return;
  end = find_end_tag (self, name);
  if (end == self->end && kind == IBID_HTML_TEXT_PLAIN) {
    self->known_missing |= MISSING_PLAIN_END;
    return;
  }
  self->pending = make_span (self->p, end);
  self->is_pending_raw = kind == IBID_HTML_TEXT_RAW;
}

/* --- Text ---------------------------------------------------------------------------------- */

/* In an attribute "&copy=1" is part of an address. */
static gboolean
is_in_address (const IbidHtmlEntity *entity, const char *p, const char *end)
{
  const char *next = p + entity->length;

  return !entity->is_closed && p[1] != '#' && next < end &&
         (*next == '=' || g_ascii_isalnum (*next));
}

/* What is behind the control character or reference at `p`. */
static const char *
append_special (GString *text, const char *p, const char *end, gboolean is_attribute)
{
  IbidHtmlEntity entity;

  if (*p == '\r') {
    g_string_append_c (text, '\n');
    return p + 1 < end && p[1] == '\n' ? p + 2 : p + 1;
  }
  if (*p == '\f')
    g_string_append_c (text, ' ');
  if (*p != '&')
    return p + 1;
  if (!ibid_html_entity_read (p, end, &entity) ||
      (is_attribute && is_in_address (&entity, p, end))) {
    g_string_append_c (text, '&');
    return p + 1;
  }
  if ((guchar)entity.text[0] >= ' ' || is_blank (entity.text[0]))
    g_string_append (text, entity.text);
  return p + entity.length;
}

static gboolean
is_special (char c)
{
  return c == '&' || c == 127 || ((guchar)c < ' ' && c != '\n' && c != '\t');
}

void
ibid_html_append_text (GString *text, IbidHtmlSpan span, gboolean is_attribute)
{
  const char *p = span.start;
  const char *end = p + span.length;

  while (p < end) {
    const char *start = p;

    while (p < end && !is_special (*p))
      p++;
    g_string_append_len (text, start, p - start);
    if (p < end)
      p = append_special (text, p, end, is_attribute);
  }
}
