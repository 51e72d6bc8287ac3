/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-note-cutter.h"

#include <string.h>

/* "{…}" is a citation, "<…>" points back, "_…_" is emphasis; the rest is commentary. */
static const char *const cuts[] = {
    "{Smith, _History of Salt_ (London: Dent, 1998), 12.}",
    "See also {Smith, _History of Salt_, 12}; but cf. {Jones, _Annals of Ice_, 3.}",
    "{Hickok, “The Negro in Ohio,” 41, 42.}",
    "{“Tyrannical Libertymen,” 10-11}; {Locke, “Antislavery,” 31-32}; {Branagan, “Serious "
    "Remonstrance,” 18.}",
    "For a full account see {Howe, “Historical Collections of Ohio,” 225-226.}",
    "This is told at length elsewhere. See {Jones, _Annals of Ice_ (Oxford: Blackwell, 1921), 3.}",
    "He was no friend of the king.",
    "All translations are my own.",
    "{Laws of Ohio, XL, 81.}",
    "{The Washington Manuscripts in the Library of Congress.}",
    "{Letter from the Adjutant General of the U.S. War Department.}",
    "{Code Noir.}",
    "From England.",
    "EDITOR.",
    /* Semicolons that part no works. */
    "{Smith, “Salt; or, the Sea,” _Journal of Ice_ 4 (1998): 12.}",
    "{Smith, _Salt; A History_ (London: Dent, 1998), 12.}",
    "{Smith, _Works_, vol. 3; no. 2.}",
    "{_Jefferson's Writings_, III, p. 244; IX, p. 303; X, pp. 76, 290.}",
    "{_The A.M.E. Church Review_, IV, p. 309; and XX, p. 137.}",
    "{BROADFOOT, K.; BUTLER, R., 1991.}",
    "{_The Yeoman Weekly_, May 10; June 21, 22; July 8, 1861}; {_Daily Democrat_, Sept. 7, 1861.}",
    "{Niles Register, XXXV, 386; XLI, 103.}",
    "{Smith, _Salt_ (London: Dent, 1998; repr. 2001), 12.}",
    "{Ann Lee, “Salt,” https://example.org/a;b=1, accessed 3 May 2013.}",
    /* Full stops that end no citation. */
    "{Alvord, C. W. “The Ice Age.” _Journal of Ice_ 63, no. 2 (2022): 355–63, "
    "https://example.org/x.}",
    "{DECC. Draft Salt Order 2011 – Phasing. Available at: https://example.org/salt.pdf}",
    "{Bassett, _Federalist System_, chap. xii.} {Hart, _Slavery and Abolition_, pp. 153, 154.}",
    "{Lee, “What Is Salt?,” _The Tribune_, 4 May 2013.}",
    "{U.S. Census Bureau, _Salt in the U.S. South_ (Washington, D.C.: GPO, 1950), 3.}",
    "{BRANDIST, C. Dilemma: On the Roots of Salt. In: SHEPHERD, D. (ed.). The Circle of Ice. "
    "Manchester: University Press, 2004. pp.97-124.}",
    /* Author, year, title. */
    "{Roe, John (1990). _Lamps_. Oban: Light.}",
    "{Roe, J. (1990). The lamps of the northern isles. Oban: Light.}",
    "{Roe, J., & Lee, A. (1990). On lamps. _Journal of Light, 3_(2), 1–9.}",
    "{Lee, A. 2012. _Annals_. London: Press.}",
    "{Roe, John (1990). _Lamps_. Oban: Light.} {Doe, Ann (1991). _Towers_. Oban: Light.}",
    /* And. */
    "{Barber, “Report on Salt,” 1840}, and {_The Philanthropist_, July 14, 1840.}",
    "{Davidson and Stowe, _A Complete History of Illinois_, pp. 321, 322}; and {Washburn, _Edward "
    "Coles_, pp. 44 and 53.}",
    /* In sentences. */
    "It draws from the title of {Ashish Vaswani et al., “Attention Is All You Need,” _Proceedings_ "
    "(New York: ACM, 2017), 6000.}",
    "The fever was over. “It is gone,” he wrote.—{Cin. Daily Gaz., Sept. 14, 1841.}",
    "On the firing, see {Cade Metz, “Researcher Says She Was Fired,” _New York Times_, Dec. 3, "
    "2020}; on what followed, see {Zoe Schiffer, “Then the Harassment Arrived,” _The Verge_, Mar. "
    "5, 2021.}",
    "He had heard it from his father (see {Smith, _History of Salt_, 14}).",
    "{Griffin (1994, p. 107)} o fez antes de todos.",
    "Que ele tenha usado tiras é assegurado por {Stephenson (1973, p. 25)}, {Crafton (1982, p. 7)} "
    "e {Toulet (1995, p. 61)}.",
    "The painter Lü Dafang (1027–1097) was then alive.",
    "In 1066 they were beaten (see p. 12).",
    "This advertisement appears in full on pages 213-214.",
    "See chapter on “Predecessors of Beethoven.”",
    "“Any object that reflects choices about the selection of reality is a rhetorical object.” "
    "{Catherine D’Ignazio and Lauren F. Klein, _Data Feminism_ (Cambridge: MIT Press, 2020), 78.}",
    /* Languages. */
    "Vgl. {Meyer, _Geschichte des Salzes_ (München: Beck, 1965), S. 12}; siehe auch {Huber, _Das "
    "Eis_, S. 3.}",
    "Voir {Dupont, _Histoire du sel_ (Paris: Plon, 1950), p. 12.} Nous ne savons pas qui il était.",
    "Ver também: {CHOLODENKO, “The Framing of Animation”, 1991, p. 213.}",
    "Cfr. {Rossi, _Storia del sale_ (Torino: Einaudi, 1970), p. 12.}",
    "См. {Иванов, _История соли_ (Москва: Наука, 1975), с. 12.}",
    /* What points back. */
    "<Ibid., 14.>",
    "<Ibid.>, {_Journal_, I, Oct. 20, 1710.}",
    "<Ibid., 57>, and {“Special Report on Ice,” 1871, 362.}",
    "See <ibid., 14>; also {Jones, _Annals of Ice_, 3.}",
    "<_Ibid_., Oct. 18, 28; Nov. 5, 7; Dec. 4, 1916.>",
    "<Smith, op. cit., 20.>",
    "Vgl. <ebd., S. 14.>",
    "<Smith, supra note 6, at 14.>",
    "For the source, see <footnote 3.>",
    "{Schaffer, _Salt_, 2007, p. 483, n. 2.}",
    "Quigley (<ibidem, p. 148>) também o diz, mas ele não sabe disso.",
    "<Ibid., 49.> Among the resolutions passed were these.",
    "<同上,第14页。>",
    /* Nothing. */
    "",
    "…",
    "12.",
};

typedef struct {
  char *text;
  GArray *spans;  /* IbidSpan */
  GArray *pieces; /* IbidPiece; citations and what points back */
} Case;

static void
add_span (Case *self, guint start, guint end)
{
  IbidSpan span = {0};

  span.start = start;
  span.end = end;
  span.style = IBID_SPAN_EMPHASIS;
  g_array_append_val (self->spans, span);
}

static void
read_case (Case *self, const char *marked)
{
  GString *text = g_string_new (NULL);
  guint at = 0;
  guint opened = 0;
  guint emphasised = G_MAXUINT;

  self->spans = g_array_new (FALSE, TRUE, sizeof (IbidSpan));
  self->pieces = g_array_new (FALSE, TRUE, sizeof (IbidPiece));
  for (const char *p = marked; *p != '\0'; p = g_utf8_next_char (p)) {
    IbidPiece piece = {IBID_PIECE_CITATION, opened, at, {0}};

    if (*p == '{' || *p == '<') {
      opened = at;
    } else if (*p == '}' || *p == '>') {
      piece.kind = *p == '}' ? IBID_PIECE_CITATION : IBID_PIECE_BACK_REFERENCE;
      g_array_append_val (self->pieces, piece);
    } else if (*p == '_') {
      if (emphasised != G_MAXUINT)
        add_span (self, emphasised, at);
      emphasised = emphasised == G_MAXUINT ? at : G_MAXUINT;
    } else {
      g_string_append_unichar (text, g_utf8_get_char (p));
      at++;
    }
  }
  self->text = g_string_free (text, FALSE);
}

static char *
show (const char *text, GArray *pieces)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++) {
    const IbidPiece *piece = &g_array_index (pieces, IbidPiece, i);
    g_autofree char *slice = g_utf8_substring (text, piece->start, piece->end);

    if (piece->kind != IBID_PIECE_COMMENTARY)
      g_string_append_printf (shown, piece->kind == IBID_PIECE_CITATION ? "{%s} " : "<%s> ", slice);
  }
  return g_string_free (shown, FALSE);
}

static void
test_cut (gconstpointer data)
{
  Case expected = {0};
  g_autoptr (GArray) pieces = NULL;
  g_autofree char *found_text = NULL;
  g_autofree char *expected_text = NULL;
  guint end = 0;

  read_case (&expected, data);
  pieces = ibid_note_cut_text (
      expected.text, (const IbidSpan *)(void *)expected.spans->data, expected.spans->len);
  for (guint i = 0; i < pieces->len; i++) {
    const IbidPiece *piece = &g_array_index (pieces, IbidPiece, i);

    g_assert_cmpuint (piece->start, >=, end);
    g_assert_cmpuint (piece->end, >, piece->start);
    end = piece->end;
  }
  g_assert_cmpuint (end, <=, g_utf8_strlen (expected.text, -1));
  found_text = show (expected.text, pieces);
  expected_text = show (expected.text, expected.pieces);
  g_assert_cmpstr (found_text, ==, expected_text);
  g_free (expected.text);
  g_array_unref (expected.spans);
  g_array_unref (expected.pieces);
}

/* Text that is made to be slow, or to have no end of anything. */
static void
test_hostile (void)
{
  static const char *const parts[] = {"\"",
                                      "(",
                                      "[",
                                      "; ",
                                      "and ",
                                      "A. ",
                                      "Ibid. ",
                                      "see ",
                                      "“",
                                      "1, ",
                                      "1998 ",
                                      "http://",
                                      "Smith, ",
                                      "(1998) ",
                                      "hereafter ",
                                      "n. ",
                                      "同",
                                      "\n",
                                      ", and _A_ "};

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    GString *text = g_string_new (NULL);
    g_autoptr (GArray) pieces = NULL;

    while (text->len < 200000)
      g_string_append (text, parts[i]);
    pieces = ibid_note_cut_text (text->str, NULL, 0);
    g_assert_nonnull (pieces);
    g_string_free (text, TRUE);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++) {
    g_autofree char *path = g_strdup_printf ("/analysis/note-cutter/cut/%u", i);

    g_test_add_data_func (path, cuts[i], test_cut);
  }
  g_test_add_func ("/analysis/note-cutter/hostile", test_hostile);
  return g_test_run ();
}
