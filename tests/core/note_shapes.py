# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Footnotes as programs and sites write them in HTML, each with what it says, by hand.

case (name, paragraphs of the text, markers, page, notes without a marker): a marker is (text it
stands behind, label, note); the label None where the page prints none, the note None where it is missing.
"""

CASES = []


def case(name, n_paragraphs, markers, page, unmarked=()):
    CASES.append((name, n_paragraphs, markers, page, list(unmarked)))


case(
    "libreoffice",
    2,
    [
        ('first claim.', '1', 'See Smith, History, p. 4.'),
        ('second claim.', '2', 'Ibid., p. 5.'),
        ('and the end.', 'i', 'An endnote.'),
    ],
    """<html><head><title>LO</title></head><body lang="en">
<p>This is the first claim.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> And the second claim.<a class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a></p>
<p>More text and the end.<a class="sdendnoteanc" name="sdendnote1anc" href="#sdendnote1sym"><sup>i</sup></a></p>
<div id="sdendnote1"><p class="sdendnote"><a class="sdendnotesym" name="sdendnote1sym" href="#sdendnote1anc">i</a>An endnote.</p></div>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>See Smith, History, p. 4.</p></div>
<div id="sdfootnote2"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote2sym" href="#sdfootnote2anc">2</a>Ibid., p. 5.</p></div>
</body></html>""",
)

case(
    "msword-filtered",
    2,
    [
        ('of the war', '1', 'Jones, War, 12.'),
        ('the peace', '2', 'Jones, Peace, 14.\nWith a second paragraph.'),
    ],
    """<html><head><title>Word</title></head><body lang=EN-US><div class=WordSection1>
<p class=MsoNormal>This was the story of the war<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span lang=EN-US style='font-size:12.0pt'>[1]</span></span><![endif]></span></span></a> and so on.</p>
<p class=MsoNormal>That was the peace<a href="#_ftn2" name="_ftnref2" title=""><span class=MsoFootnoteReference>[2]</span></a>.</p>
</div>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a><span lang=EN-US> Jones, <i>War</i>, 12.</span></p></div>
<div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a href="#_ftnref2" name="_ftn2" title=""><span class=MsoFootnoteReference>[2]</span></a> Jones, Peace, 14.</p><p class=MsoFootnoteText>With a second paragraph.</p></div>
</div></body></html>""",
)

case(
    "pandoc-aside",
    2,
    [
        ('with a note', '1', 'First.\nSecond paragraph.\ncode()'),
        ('another', '2', 'Short.'),
    ],
    """<html><body><p>Text with a note<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> here.</p>
<p>And another<a href="#fn2" class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a>.</p>
<aside id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr />
<ol><li id="fn1"><p>First.</p><p>Second paragraph.</p><pre><code>code()</code></pre><a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></li>
<li id="fn2"><p>Short.<a href="#fnref2" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></aside></body></html>""",
)

case(
    "pandoc-citeproc",
    2,
    [
        ('Smith 2010, 12', 'Smith 2010, 12', 'Smith, John. 2010. A Book. London.'),
        ('Jones 2011', 'Jones 2011', 'Jones, Ann. 2011. Another Book. Paris.'),
    ],
    """<html><body><p>As has been said <span class="citation" data-cites="smith2010">(<a href="#ref-smith2010" role="doc-biblioref">Smith 2010, 12</a>)</span> before.</p>
<p>And again by <span class="citation" data-cites="jones2011">(<a href="#ref-jones2011" role="doc-biblioref">Jones 2011</a>)</span>.</p>
<h2 class="unnumbered" id="bibliography">References</h2>
<div id="refs" class="references csl-bib-body hanging-indent" role="list">
<div id="ref-jones2011" class="csl-entry" role="listitem">Jones, Ann. 2011. <em>Another Book</em>. Paris.</div>
<div id="ref-smith2010" class="csl-entry" role="listitem">Smith, John. 2010. <em>A Book</em>. London.</div></div></body></html>""",
)

case(
    "kramdown",
    1,
    [
        ('once', '1', 'The note, cited twice.'),
        ('twice', '1', 'The note, cited twice.'),
        ('other', '2', 'The other.'),
    ],
    """<html><body><p>Here once<sup id="fnref:a" role="doc-noteref"><a href="#fn:a" class="footnote" rel="footnote">1</a></sup> and twice<sup id="fnref:a:1" role="doc-noteref"><a href="#fn:a" class="footnote" rel="footnote">1</a></sup> and an other<sup id="fnref:b"><a href="#fn:b" class="footnote">2</a></sup>.</p>
<div class="footnotes" role="doc-endnotes"><ol><li id="fn:a" role="doc-endnote"><p>The note, cited twice.&nbsp;<a href="#fnref:a" class="reversefootnote" role="doc-backlink">&#8617;</a>&nbsp;<a href="#fnref:a:1" class="reversefootnote" role="doc-backlink">&#8617;<sup>2</sup></a></p></li>
<li id="fn:b"><p>The other.&nbsp;<a href="#fnref:b" class="reversefootnote">&#8617;</a></p></li></ol></div></body></html>""",
)

case(
    "substack",
    2,
    [
        ('of our time.', '1', 'This is disputed.\nSee also the second part.'),
        ('in the end.', '2', 'Really.'),
    ],
    """<html><body><article><div class="available-content"><div class="body markup"><p>It is the greatest of our time.<a class="footnote-anchor" data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1-12345" href="#footnote-1-12345" target="_self">1</a> So it goes.</p>
<p>It works in the end.<a class="footnote-anchor" id="footnote-anchor-2-12345" href="#footnote-2-12345" target="_self">2</a></p>
<div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1-12345" href="#footnote-anchor-1-12345" class="footnote-number" contenteditable="false" target="_self">1</a><div class="footnote-content"><p>This is disputed.</p><p>See also the second part.</p></div></div>
<div class="footnote"><a id="footnote-2-12345" href="#footnote-anchor-2-12345" class="footnote-number" target="_self">2</a><div class="footnote-content"><p>Really.</p></div></div></div></div></article></body></html>""",
)

case(
    "mediawiki-groups",
    3,
    [
        ('a claim.', '1', 'Smith 2001, p. 3.'),
        ('a claim.', 'a', 'An explanation.'),
        ('the claim again.', '1', 'Smith 2001, p. 3.'),
        ('of all.', 'note 1', 'A remark.'),
    ],
    """<html><body><div class="mw-parser-output"><p>Here is a claim.<sup id="cite_ref-s_1-0" class="reference"><a href="#cite_note-s-1">&#91;1&#93;</a></sup><sup id="cite_ref-2" class="reference"><a href="#cite_note-2">&#91;a&#93;</a></sup></p>
<p>And the claim again.<sup id="cite_ref-s_1-1" class="reference"><a href="#cite_note-s-1">[1]</a></sup></p><p>Best of all.<sup id="cite_ref-4" class="reference"><a href="#cite_note-4">[note 1]</a></sup></p>
<h2><span class="mw-headline" id="Notes">Notes</span></h2>
<div class="reflist"><ol class="references"><li id="cite_note-2"><span class="mw-cite-backlink"><b><a href="#cite_ref-2">^</a></b></span> <span class="reference-text">An explanation.</span></li></ol></div>
<ol class="references"><li id="cite_note-4"><span class="mw-cite-backlink"><b><a href="#cite_ref-4">^</a></b></span> <span class="reference-text">A remark.</span></li></ol>
<h2><span class="mw-headline" id="References">References</span></h2>
<ol class="references"><li id="cite_note-s-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-s_1-0"><sup><i><b>a</b></i></sup></a> <a href="#cite_ref-s_1-1"><sup><i><b>b</b></i></sup></a></span> <span class="reference-text">Smith 2001, p. 3.</span></li></ol></div></body></html>""",
)

case(
    "latex2html",
    1,
    [
        ('in the paper', '1', '... paper\nThe paper is from 1992.'),
        ('theorem', '2', '... theorem\nDue to Gauss.'),
    ],
    """<HTML><BODY><P>As shown in the paper<A NAME="tex2html1" HREF="#foot15"><SUP>1</SUP></A> we have the theorem<A NAME="tex2html2" HREF="#foot16"><SUP>2</SUP></A>.</P>
<HR><H4>Footnotes</H4><DL>
<DT><A NAME="foot15">... paper</A><A HREF="#tex2html1"><SUP>1</SUP></A></DT><DD>The paper is from 1992.</DD>
<DT><A NAME="foot16">... theorem</A><A HREF="#tex2html2"><SUP>2</SUP></A></DT><DD>Due to Gauss.</DD></DL></BODY></HTML>""",
)

case(
    "tex4ht",
    1,
    [
        ('one thing', '1', 'First footnote.'),
        ('another', '2', 'Second footnote.'),
    ],
    """<html><body><p class="noindent">There is one thing<span class="footnote-mark"><a href="#fn1x0" id="fn1x0-bk"><sup class="textsuperscript">1</sup></a></span><a id="x1-2f1"></a> and another<span class="footnote-mark"><a href="#fn2x0" id="fn2x0-bk"><sup class="textsuperscript">2</sup></a></span>.</p>
<div class="footnotes"><a id="x1-3x1"></a><p class="noindent"><span class="footnote-mark"><a href="#fn1x0-bk" id="fn1x0"><sup class="textsuperscript">1</sup></a></span><span class="cmr-8">First footnote.</span></p>
<p class="indent"><span class="footnote-mark"><a href="#fn2x0-bk" id="fn2x0"><sup class="textsuperscript">2</sup></a></span><span class="cmr-8">Second footnote.</span></p></div></body></html>""",
)

case(
    "dp-below-paragraph",
    4,
    [
        ('the King', '1', 'George III.'),
        ('his minister', 'A', 'Lord North.'),
        ('the colonies', '1', 'Thirteen of them.'),
    ],
    """<html><body><h2>CHAPTER I</h2><p>Then came the King<a name="FNanchor_1_1"></a><a href="#Footnote_1_1" class="fnanchor">[1]</a> in state.</p>
<div class="footnote"><p><a name="Footnote_1_1"></a><a href="#FNanchor_1_1"><span class="label">[1]</span></a> George III.</p></div>
<p>And his minister<a name="FNanchor_A_2"></a><a href="#Footnote_A_2" class="fnanchor">[A]</a> followed.</p>
<div class="footnote"><p><a name="Footnote_A_2"></a><a href="#FNanchor_A_2"><span class="label">[A]</span></a> Lord North.</p></div>
<p>Nothing more.</p><h2>CHAPTER II</h2>
<p>Far away the colonies<a name="FNanchor_1_3"></a><a href="#Footnote_1_3" class="fnanchor">[1]</a> rose.</p>
<div class="footnote"><p><a name="Footnote_1_3"></a><a href="#FNanchor_1_3"><span class="label">[1]</span></a> Thirteen of them.</p></div></body></html>""",
)

case(
    "calibre",
    1,
    [
        ('old custom', '1', 'It was old in 1600.'),
        ('new one', '2', 'Or so they say.'),
    ],
    """<html><body class="calibre"><p class="calibre1">There is an old custom<a id="filepos1200" href="#filepos9000"><sup class="calibre3"><small class="calibre4">1</small></sup></a> and a new one<a id="filepos1300" href="#filepos9100"><sup class="calibre3">2</sup></a>.</p>
<div class="mbp_pagebreak"></div>
<p class="calibre1"><a id="filepos9000" href="#filepos1200">1</a>. It was old in 1600.</p><p class="calibre1"><a id="filepos9100" href="#filepos1300">2</a>. Or so they say.</p></body></html>""",
)

case(
    "indesign",
    2,
    [
        ('the harvest', '1', 'Bread, 44.'),
        ('the famine', '2', 'Ibid.'),
    ],
    """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><div class="_idGenObjectStyle"><p class="Body">After the harvest<span class="sup"><span id="footnote-002-backlink"><a class="_idFootnoteLink _idGenColorInherit" href="#footnote-002">1</a></span></span> they ate.</p><p>Then the famine<span id="footnote-001-backlink"><a class="_idFootnoteLink" epub:type="noteref" href="#footnote-001">2</a></span> came.</p>
<section class="_idFootnotes" epub:type="footnotes"><hr class="HorizontalRule-1"/>
<div id="footnote-002" class="_idFootnote" epub:type="footnote"><p class="FN"><a class="_idFootnoteAnchor" href="#footnote-002-backlink">1</a>	Bread, 44.</p></div><div id="footnote-001" class="_idFootnote" epub:type="footnote"><p class="FN"><a class="_idFootnoteAnchor" href="#footnote-001-backlink">2</a>	Ibid.</p></div></section></div></body></html>""",
)

case(
    "docbook-xsl",
    1,
    [
        ('a term', '1', 'Explained here.'),
        ('a tool', 'a', 'Of iron.'),
    ],
    """<html><body><div class="section"><p>There is a term<sup>[<a name="idm1" href="#ftn.idm1" class="footnote">1</a>]</sup> and a tool<a href="#ftn.idm9" class="footnote" name="idm9"><sup class="footnote">[a]</sup></a> in it.</p>
<div class="footnotes"><br><hr style="width:100; text-align:left;margin-left: 0">
<div id="ftn.idm1" class="footnote"><p><sup>[<a name="ftn.idm1" href="#idm1" class="para">1</a>] </sup>Explained here.</p></div>
<div id="ftn.idm9" class="footnote"><p><a href="#idm9" class="para"><sup class="para">[a] </sup></a>Of iron.</p></div></div></div></body></html>""",
)

case(
    "asciidoctor",
    1,
    [
        ('sentence.', '1', 'The footnote text.'),
        ('repeat.', '1', 'The footnote text.'),
        ('last.', '2', 'See https://example.org.'),
    ],
    """<html><body class="article"><div id="content"><div class="paragraph"><p>A sentence.<sup class="footnote">[<a id="_footnoteref_1" class="footnote" href="#_footnotedef_1" title="View footnote.">1</a>]</sup> A repeat.<sup class="footnoteref">[<a class="footnote" href="#_footnotedef_1" title="View footnote.">1</a>]</sup> The last.<sup class="footnote">[<a id="_footnoteref_2" class="footnote" href="#_footnotedef_2">2</a>]</sup></p></div></div>
<div id="footnotes"><hr><div class="footnote" id="_footnotedef_1"><a href="#_footnoteref_1">1</a>. The footnote text.</div>
<div class="footnote" id="_footnotedef_2"><a href="#_footnoteref_2">2</a>. See <a href="https://example.org">https://example.org</a>.</div></div></body></html>""",
)

case(
    "spip",
    1,
    [
        ('le droit', '1', 'Code civil, art. 4.'),
        ('la loi', '2', 'Loi de 1905.'),
    ],
    """<html lang="fr"><body><div class="texte"><p>Selon le droit&nbsp;<span class="spip_note_ref">[<a href="#nb1" class="spip_note" rel="appendix" title="Code civil, art. 4." id="nh1">1</a>]</span> et la loi&nbsp;<span class="spip_note_ref">[<a href="#nb2" class="spip_note" rel="appendix" id="nh2">2</a>]</span>, c'est ainsi.</p></div>
<div class="notes"><h2>Notes</h2><div id="nb1"><p><span class="spip_note_ref">[<a href="#nh1" class="spip_note" title="Notes 1" rev="appendix">1</a>]&nbsp;</span>Code civil, art. 4.</p></div><div id="nb2"><p><span class="spip_note_ref">[<a href="#nh2" class="spip_note" rev="appendix">2</a>]&nbsp;</span>Loi de 1905.</p></div></div></body></html>""",
)

case(
    "latexml-bib",
    2,
    [
        ('prior work', '1', 'A. Turing (1936) On computable numbers.'),
        ('prior work', '3', 'K. Gödel (1931) Über unentscheidbare Sätze.'),
        ('also', '2', 'A. Church (1936) An unsolvable problem.'),
    ],
    """<html><body><article class="ltx_document"><section class="ltx_section"><div class="ltx_para"><p class="ltx_p">Following prior work <cite class="ltx_cite ltx_citemacro_citep">[<a href="#bib.bib1" title="" class="ltx_ref">1</a>, <a href="#bib.bib3" class="ltx_ref">3</a>]</cite> we go.</p></div><div class="ltx_para"><p class="ltx_p">See also <cite class="ltx_cite">[<a href="#bib.bib2" class="ltx_ref">2</a>]</cite>.</p></div></section>
<section id="bib" class="ltx_bibliography"><h2 class="ltx_title ltx_title_bibliography">References</h2><ul id="bib.L1" class="ltx_biblist">
<li id="bib.bib1" class="ltx_bibitem"><span class="ltx_tag ltx_role_refnum ltx_tag_bibitem">[1]</span> <span class="ltx_bibblock">A. Turing (1936)</span> <span class="ltx_bibblock">On computable numbers.</span></li>
<li id="bib.bib2" class="ltx_bibitem"><span class="ltx_tag ltx_tag_bibitem">[2]</span> <span class="ltx_bibblock">A. Church (1936) An unsolvable problem.</span></li>
<li id="bib.bib3" class="ltx_bibitem"><span class="ltx_tag ltx_tag_bibitem">[3]</span> <span class="ltx_bibblock">K. Gödel (1931) Über unentscheidbare Sätze.</span></li></ul></section></article></body></html>""",
)

case(
    "bracket-range",
    1,
    [
        ('been shown', '3', 'Third work.'),
        ('been shown', '4', 'Fourth work.'),
        ('been shown', '5', 'Fifth work.'),
        ('been shown', '9', 'Ninth work.'),
    ],
    """<html><body><p>This has been shown [<a href="#r3">3</a>–<a href="#r5">5</a>, <a href="#r9">9</a>] and proved.</p>
<h2>References</h2><p id="r3">[3] Third work.</p><p id="r4">[4] Fourth work.</p><p id="r5">[5] Fifth work.</p><p id="r9">[9] Ninth work.</p></body></html>""",
)

case(
    "raised-comma",
    1,
    [
        ('of doctors', '1', 'Lancet 1990.'),
        ('of doctors', '2', 'BMJ 1991.'),
        ('nurses', '3', 'Nursing 1992.'),
    ],
    """<html><body><p>Said nine of ten of doctors<sup><a href="#b1">1</a>,<a href="#b2">2</a></sup> And nurses<sup>(<a href="#b3">3</a>)</sup> agree.</p>
<h3>References</h3><ol><li id="b1">Lancet 1990.</li><li id="b2">BMJ 1991.</li><li id="b3">Nursing 1992.</li></ol></body></html>""",
)

case(
    "years-and-verses",
    5,
    [
        ('the Lord', 'a', 'Heb. YHWH.'),
    ],
    """<html><body><p>In [1914] and <a href="#y">1915</a> nothing. <a href="#c1">[1]</a> <a href="#c2">[2]</a></p>
<p id="y">Year of array a[1] and x<sup>2</sup> and 10<sup>3</sup> m<sup>2</sup>.</p>
<p><sup id="v1">1</sup> In the beginning <sup id="v2">2</sup> and the earth <sup id="v3">3</sup> was void before the Lord<sup><a href="#fa" id="ra">a</a></sup>.</p>
<h2 id="c1">Chapter 1</h2><p>Text of it.</p><h2 id="c2">Chapter 2</h2><p>Text of it too.</p>
<h4>Footnotes</h4><ol type="a"><li id="fa">Heb. YHWH.</li></ol></body></html>""",
)

case(
    "chapter-restart-plain",
    4,
    [
        ('of Rome', '1', 'Livy, 1.2.'),
        ('of Carthage', '2', 'Polybius, 3.4.'),
        ('of Gaul', '1', 'Caesar, 1.1.'),
        ('of Spain', '2', 'Strabo, 3.'),
    ],
    """<html><body><h2>One</h2><p>The fall of Rome<sup>1</sup></p><p>The fall of Carthage<sup>2</sup></p><h3>Notes</h3><p>1. Livy, 1.2.</p><p>2. Polybius, 3.4.</p>
<h2>Two</h2><p>The fall of Gaul<sup>1</sup></p><p>The fall of Spain<sup>2</sup></p><h3>Notes</h3><p>1. Caesar, 1.1.</p><p>2. Strabo, 3.</p></body></html>""",
)

case(
    "stacked-end",
    2,
    [
        ('Alpha', '1', 'About alpha.'),
        ('Beta', '2', 'About beta.'),
        ('Gamma', '1', 'About gamma.'),
    ],
    """<html><body><h2>Chapter One</h2><p>Alpha<sup>1</sup> and Beta<sup>2</sup> are first.</p><h2>Chapter Two</h2><p>Gamma<sup>1</sup> is next.</p>
<h2>Notes</h2><h3>Chapter One</h3><p>1. About alpha.</p><p>2. About beta.</p><h3>Chapter Two</h3><p>1. About gamma.</p></body></html>""",
)

case(
    "asterisks",
    3,
    [
        ('a bold claim', '*', 'Not proven.'),
        ('and another', '†', 'Nor this.'),
    ],
    """<html><body><p>This is a bold claim* of his.</p><p>And here and another†.</p><hr><p>* Not proven.</p><p>† Nor this.</p><p></p><h2>More</h2><p>Five * six.</p></body></html>""",
)

case(
    "table-notes",
    4,
    [
        ('Wheat', 'a', 'In tons.'),
        ('Total', 'b', 'Estimated.'),
    ],
    """<html><body><p>See the table.</p><table><tr><th>Crop</th><th>1913</th></tr><tr><td>Wheat<sup>a</sup></td><td>12</td></tr><tr><td>Total<sup>b</sup></td><td>30</td></tr></table><p><sup>a</sup> In tons.</p><p><sup>b</sup> Estimated.</p></body></html>""",
)

case(
    "nested-note",
    1,
    [
        ('the matter', '1', 'See chapter 2; but compare the critics.'),
        ('the critics', '2', 'Chiefly Weber.'),
    ],
    """<html><body><p>So much for the matter<sup><a href="#n1" id="m1">1</a></sup>.</p><hr><p><a id="n1" href="#m1">1</a> See chapter 2; but compare the critics<sup><a href="#n2" id="m2">2</a></sup>.</p><p><a id="n2" href="#m2">2</a> Chiefly Weber.</p></body></html>""",
)

case(
    "missing-both",
    2,
    [
        ('here', '1', 'One.'),
        ('there', '2', None),
        ('elsewhere', '4', 'Four.'),
    ],
    """<html><body><p>Text here<sup><a href="#f1" id="r1">1</a></sup> and there<sup><a href="#f2" id="r2">2</a></sup> all.</p><p>And elsewhere<sup><a href="#f4" id="r4">4</a></sup>.</p>
<h2>Notes</h2><ol><li id="f1">One. <a href="#r1">↩</a></li><li value="3" id="f3">Three.</li><li value="4" id="f4">Four. <a href="#r4">↩</a></li></ol></body></html>""",
    ['Three.'],
)

case(
    "tufte",
    1,
    [
        ('the page', None, 'A side note.'),
        ('and more', None, 'Another one.'),
    ],
    """<html><body><article><p>Here is the page<label for="sn-1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-1" class="margin-toggle"/><span class="sidenote">A side note.</span> goes on and more<label for="sn-2" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-2" class="margin-toggle"/><span class="sidenote">Another one.</span> of it.</p></article></body></html>""",
)

case(
    "epub2-plain-back",
    1,
    [
        ('his mother', '3', 'She died in 1801.'),
        ('his father', '4', 'He lived on.'),
    ],
    """<html><body><p>He loved his mother<a id="b3"></a><a href="#n3">3</a> and his father<a id="b4"></a><a href="#n4">4</a> dearly.</p>
<div class="notes"><h3>NOTES</h3><p class="note"><a id="n3"></a>3 She died in 1801. [<a href="#b3">back</a>]</p><p class="note"><a id="n4"></a>4 He lived on. [<a href="#b4">back</a>]</p></div></body></html>""",
)

case(
    "table-layout-notes",
    1,
    [
        ('war', '1', 'A long war.'),
        ('peace', '2', 'A short peace.'),
    ],
    """<html><body><p>There was war <a href="#note1">[1]</a> and peace <a href="#note2">[2]</a> then.</p><h3>Endnotes</h3><table><tr><td><a name="note1">[1]</a></td><td>A long war.</td></tr><tr><td><a name="note2">[2]</a></td><td>A short peace.</td></tr></table></body></html>""",
)

case(
    "gutenberg-br-notes",
    1,
    [
        ('one', '1', 'Note one.'),
        ('two', '2', 'Note two.'),
        ('three', '3', 'Note three.'),
    ],
    """<html><body><p>So one <a href="#e1">(1)</a>, two <a href="#e2">(2)</a>, three <a href="#e3">(3)</a> it was.</p><h3>FOOTNOTES:</h3><p><a name="e1">(1)</a> Note one.<br><a name="e2">(2)</a> Note two.<br><a name="e3">(3)</a> Note three.</p></body></html>""",
)

case(
    "medium-sup-text",
    3,
    [
        ('the fact', '1', 'Source one, 2019.'),
        ('the figure', '2', 'Source two, 2020.'),
    ],
    """<html><body><article><p>Consider the fact [1] that holds.</p><p>And the figure [2], too.</p><p>Sources are below.</p><p><strong>References</strong></p><p>[1] Source one, 2019.</p><p>[2] Source two, 2020.</p></article></body></html>""",
)

case(
    "ghost-hr-list",
    3,
    [
        ('growth', '1', 'World Bank.'),
        ('decline', '2', 'OECD.'),
    ],
    """<html><body><article><p>There was growth<sup>[1]</sup> at first.</p><p>Then came decline<sup>[2]</sup>.</p><p>The end.</p><hr><ol><li>World Bank.</li><li>OECD.</li></ol></article></body></html>""",
)

case(
    "japanese",
    1,
    [
        ('である', '1', '夏目漱石『こころ』。'),
        ('という', '2', '同上。'),
    ],
    """<html lang="ja"><body><p>彼は先生である<a href="#chu1" id="bon1"><sup>（1）</sup></a>という<a href="#chu2" id="bon2"><sup>（2）</sup></a>。</p><h2>注</h2><p><a id="chu1" href="#bon1">（1）</a>夏目漱石『こころ』。</p><p><a id="chu2" href="#bon2">（2）</a>同上。</p></body></html>""",
)

case(
    "words-linked",
    2,
    [
        ('the old treaty', 'the old treaty', 'The treaty of 1648.'),
    ],
    """<html><body><p>They broke <a href="#tn" id="tr">the old treaty</a> at once.</p><p>Nothing else.</p><h2>Notes</h2><p id="tn">The treaty of 1648. <a href="#tr">↩</a></p></body></html>""",
)

case(
    "hugo-goldmark",
    1,
    [
        ('one', '1', 'First.'),
        ('two', '2', 'Second, with code.'),
    ],
    """<html><body><main><p>Here one<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup> and two<sup id="fnref:2"><a href="#fn:2" class="footnote-ref" role="doc-noteref">2</a></sup>.</p><div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>First.&#160;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a></p></li><li id="fn:2"><p>Second, with <code>code</code>.&#160;<a href="#fnref:2" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a></p></li></ol></div></main></body></html>""",
)

case(
    "footnotes-made-easy",
    1,
    [
        ('claim.', '1', 'Proof.'),
        ('other.', '2', 'More proof.'),
    ],
    """<html><body><div class="entry-content"><p>A claim.<sup><a href="#footnote_0_55" id="identifier_0_55" class="footnote-link footnote-identifier-link" title="Proof.">1</a></sup> And the other.<sup><a href="#footnote_1_55" id="identifier_1_55" class="footnote-link footnote-identifier-link">2</a></sup></p><ol class="footnotes"><li id="footnote_0_55" class="footnote">Proof.  [<a href="#identifier_0_55" class="footnote-link footnote-back-link">&#8617;</a>]</li><li id="footnote_1_55" class="footnote">More proof.  [<a href="#identifier_1_55" class="footnote-link footnote-back-link">&#8617;</a>]</li></ol></div></body></html>""",
)

case(
    "wordpress-modern-footnotes",
    1,
    [
        ('in 476.', '1', 'Gibbon, ch. 36.'),
        ('went on', '2', 'Ostrogorsky 1969.'),
    ],
    """<html><body><article><p>Rome fell in 476.<sup class="modern-footnotes-footnote " data-mfn="1"><a href="javascript:void(0)" role="button" aria-describedby="mfn-1">1</a></sup><span id="mfn-1" role="tooltip" class="modern-footnotes-footnote__note" tabindex="0" data-mfn="1">Gibbon, ch. 36.</span> The East went on<sup class="modern-footnotes-footnote "><a href="javascript:void(0)" title="Ostrogorsky 1969." role="button">2</a></sup><span role="tooltip" class="modern-footnotes-footnote__note" tabindex="0" data-mfn="2">Ostrogorsky 1969.</span> for long.</p></article></body></html>""",
)

case(
    "wordpress-footnotes-plugin",
    2,
    [
        ('in 476.', '1', 'Gibbon, ch. 36.'),
        ('went on.', '2', 'Ostrogorsky 1969.'),
    ],
    """<html><body><article><p>Rome fell in 476.<span class="footnote_referrer"><a role="button" tabindex="0" onclick="x"><sup id="footnote_plugin_tooltip_12_1" class="footnote_plugin_tooltip_text">[1]</sup></a><span id="footnote_plugin_tooltip_text_12_1" class="footnote_tooltip">Gibbon, ch. 36.</span></span> The East went on.<span class="footnote_referrer"><a role="button" tabindex="0"><sup class="footnote_plugin_tooltip_text">[2]</sup></a><span class="footnote_tooltip">Ostrogorsky 1969.</span></span></p><div class="speaker-mute footnotes_reference_container"><div class="footnote_container_prepare"><p><span role="button" class="footnote_reference_container_label pointer">References</span><span role="button" class="footnote_reference_container_collapse_button"> [<a>+</a>]</span></p></div><div id="footnote_references_container_12_1" style="display: none;"><table class="footnotes_table footnote-reference-container"><caption class="accessibility">References</caption><tbody><tr class="footnotes_plugin_reference_row"><th scope="row" class="footnote_plugin_index pointer"><a role="button" class="footnote_plugin_link"><span class="footnote_index_arrow">&#8593;</span>1</a></th> <td class="footnote_plugin_text">Gibbon, ch. 36.</td></tr><tr class="footnotes_plugin_reference_row"><th scope="row" class="footnote_plugin_index pointer"><a class="footnote_plugin_link"><span class="footnote_index_arrow">&#8593;</span>2</a></th> <td class="footnote_plugin_text">Ostrogorsky 1969.</td></tr></tbody></table></div></div></article></body></html>""",
)

case(
    "multi-paragraph-div",
    1,
    [
        ('Plato', '1', 'Rep. 514a.\nBut see Annas.\nAnd Irwin.'),
        ('Kant', '2', 'KrV A1.'),
    ],
    """<html><body><p>From Plato<a href="#n1" name="t1"><sup>1</sup></a> to Kant<a href="#n2" name="t2"><sup>2</sup></a>.</p><hr><div><p><a href="#t1" name="n1"><sup>1</sup></a> Rep. 514a.</p><p>But see Annas.</p><blockquote>And Irwin.</blockquote></div><div><p><a href="#t2" name="n2"><sup>2</sup></a> KrV A1.</p></div></body></html>""",
)

case(
    "roman-endnotes",
    1,
    [
        ('Henry', 'i', 'The Eighth.'),
        ('Anne', 'ii', 'Boleyn.'),
        ('Jane', 'iii', 'Seymour.'),
    ],
    """<html><body><p>Henry<a href="#_edn1" name="_ednref1"><sup>[i]</sup></a> loved Anne<a href="#_edn2" name="_ednref2"><sup>[ii]</sup></a> and Jane<a href="#_edn3" name="_ednref3"><sup>[iii]</sup></a>.</p><hr><p><a href="#_ednref1" name="_edn1">[i]</a> The Eighth.</p><p><a href="#_ednref2" name="_edn2">[ii]</a> Boleyn.</p><p><a href="#_ednref3" name="_edn3">[iii]</a> Seymour.</p></body></html>""",
)

case(
    "toc-and-notes",
    3,
    [
        ('begins', '1', 'Once only.'),
    ],
    """<html><body><ul><li><a href="#s1" id="t1">1</a> Beginning</li><li><a href="#s2" id="t2">2</a> End</li></ul><h2 id="s1"><a href="#t1">1</a> Beginning</h2><p>It begins<sup><a href="#f1" id="r1">1</a></sup>.</p><h2 id="s2"><a href="#t2">2</a> End</h2><h3>Notes</h3><p id="f1"><sup><a href="#r1">1</a></sup> Once only.</p></body></html>""",
)

case(
    "sciencedirect-bib",
    1,
    [
        ('cells', '12', 'Li et al. Cell 2001.'),
        ('mice', '13', 'Wu et al. Nature 2002.'),
        ('mice', '14', 'Xu et al. Science 2003.'),
    ],
    """<html><body><article><p>In cells <a class="anchor" href="#bib12" name="bbib12"><span>[12]</span></a> and mice <a href="#bib13" name="bbib13">[13]</a>, <a href="#bib14" name="bbib14">[14]</a> alike.</p><section class="bibliography"><h2>References</h2><ol><li><span class="label"><a href="#bbib12" id="ref-id-bib12">12</a></span><span class="reference" id="bib12"><div>Li et al. Cell 2001.</div></span></li><li><span class="label"><a href="#bbib13">13</a></span><span class="reference" id="bib13"><div>Wu et al. Nature 2002.</div></span></li><li><span class="label"><a href="#bbib14">14</a></span><span class="reference" id="bib14"><div>Xu et al. Science 2003.</div></span></li></ol></section></article></body></html>""",
)

case(
    "apa-words",
    2,
    [
        ('Darwin, 1859', 'Darwin, 1859', 'Darwin, C. (1859). On the Origin of Species. Murray.'),
        ('Wallace (1870)', 'Wallace (1870)', 'Wallace, A. R. (1870). Contributions. Macmillan.'),
    ],
    """<html><body><p>Species change (<a href="#ref1">Darwin, 1859</a>).</p><p>So says <a href="#ref2">Wallace (1870)</a> as well.</p><h2>References</h2><p id="ref1">Darwin, C. (1859). <i>On the Origin of Species</i>. Murray.</p><p id="ref2">Wallace, A. R. (1870). <i>Contributions</i>. Macmillan.</p></body></html>""",
)

case(
    "footnote-of-heading",
    1,
    [
        ('Method', '*', 'Funded by X.'),
    ],
    """<html><body><h1>Paper</h1><h2>Method<a href="#fn" id="fr"><sup>*</sup></a></h2><p>We did it.</p><div class="footnotes"><p id="fn"><a href="#fr">*</a> Funded by X.</p></div></body></html>""",
)

case(
    "quotes-list-marker",
    2,
    [
        ('first point', '1', 'See A.'),
        ('quoted', '2', 'See B.'),
    ],
    """<html><body><ul><li>The first point<a href="#f1" id="r1">[1]</a></li></ul><blockquote><p>As quoted<a href="#f2" id="r2">[2]</a>.</p></blockquote><p>Notes:</p><p id="f1"><a href="#r1">[1]</a>: See A.</p><p id="f2"><a href="#r2">[2]</a>: See B.</p></body></html>""",
)

case(
    "text-brackets-colon",
    2,
    [
        ('kernel', '1', 'https://lwn.net/a'),
        ('driver', '2', 'https://lwn.net/b'),
    ],
    """<html><body><p>The kernel [1] grew.</p><p>The driver [2] broke.</p><p>[1]: <a href="https://lwn.net/a">https://lwn.net/a</a><br>[2]: <a href="https://lwn.net/b">https://lwn.net/b</a></p></body></html>""",
)

case(
    "sup-in-parens-multi",
    1,
    [
        ('law', '1', 'Art. 1.'),
        ('law', '2', 'Art. 2.'),
        ('law', '3', 'Art. 3.'),
        ('rule', '3', 'Art. 3.'),
    ],
    """<html><body><p>By law<sup>1–3</sup> and rule<sup>(3)</sup> it is.</p><h3>Endnotes</h3><p>1 Art. 1.</p><p>2 Art. 2.</p><p>3 Art. 3.</p></body></html>""",
)

case(
    "ordinary-lists-kept",
    6,
    [
    ],
    """<html><body><p>In the 1<sup>st</sup> step E=mc<sup>2</sup> holds [sic] for 3<sup>2</sup>.</p><p>Do:</p><ol><li>Cut.</li><li>Glue.</li></ol><ul><li>a</li><li>b</li></ul></body></html>""",
)

case(
    "german-fussnoten",
    2,
    [
        ('Vertrag', '1', 'BGB § 433.'),
        ('Haftung', '2', 'Vgl. Fn. 1.'),
    ],
    """<html lang="de"><body><p>Der Vertrag<sup>1)</sup> gilt.</p><p>Die Haftung<sup>2)</sup> auch.</p><h3>Fußnoten</h3><p><sup>1)</sup> BGB § 433.</p><p><sup>2)</sup> Vgl. Fn. 1.</p></body></html>""",
)

case(
    "note-cites-note",
    1,
    [
        ('A', '1', 'See below note 2.'),
        ('B', '2', 'Fine.'),
    ],
    """<html><body><p>So A<sup><a href="#n1" id="r1">1</a></sup> and B<sup><a href="#n2" id="r2">2</a></sup>.</p><h2>Notes</h2><ol><li id="n1">See below <a href="#n2">note 2</a>. <a href="#r1">^</a></li><li id="n2">Fine. <a href="#r2">^</a></li></ol></body></html>""",
)

case(
    "id-on-back-arrow",
    1,
    [
        ('cat', '1', 'Felis catus.'),
        ('dog', '2', 'Canis familiaris.'),
    ],
    """<html><body><p>A cat<sup><a href="#c1" id="b1">1</a></sup> and a dog<sup><a href="#c2" id="b2">2</a></sup>.</p><hr><p>1. Felis catus. <a href="#b1" id="c1">↑</a></p><p>2. Canis familiaris. <a href="#b2" id="c2">↑</a></p></body></html>""",
)
