"""What templates pour reads as it was written, and a mistake in one is told where it stands."""

from __future__ import annotations

import re
import shutil
from types import CodeType

import jinja2
import pytest
from conftest import SITE, Press, run, small

from pressrum.make.pages import templates
from pressrum.make.pages.faults import fault

TEXT = "---\ntitle: Om <b>oss</b>\n---\nText.\n"
FIRST_AS_HTML = "{{ page.title|safe|typeset(page.lang) }}\n{{ page.title|typeset(page.lang) }}\n"


def test_text_that_is_set_like_html_before_it_is_still_text(empty: Press) -> None:
    """What is typeset is remembered by its letters; whether these are HTML they do not tell."""
    empty.write("content/pages/om.md", TEXT)
    empty.write("templates/page.html", FIRST_AS_HTML)

    empty.build()

    as_html, as_text = empty.page("/om/").splitlines()
    assert (as_html, as_text) == ("Om <b>oss</b>", "Om &lt;b&gt;oss&lt;/b&gt;")


def test_the_same_words_are_escaped_wherever_they_are_text(empty: Press) -> None:
    """What is escaped is remembered; what is HTML already, and what is no words, is not taken for it."""
    empty.write("content/pages/om.md", TEXT)
    empty.write(
        "templates/page.html",
        "{% for _ in 'ab' %}{{ page.title }} {{ page.title|safe }} {{ 1 < 2 }}, {% endfor %}",
    )

    empty.build()

    assert empty.page("/om/") == "Om &lt;b&gt;oss&lt;/b&gt; Om <b>oss</b> True, " * 2


@pytest.mark.parametrize(
    ("signup", "link"),
    [
        ("Se https://a.example/b--c...d", "https://a.example/b--c...d"),
        ("Skriv till a--b@press.example.", "mailto:a--b@press.example"),
        ("https://xn--rksmrgs-5wao1o.example/nu", "https://xn--rksmrgs-5wao1o.example/nu"),
    ],
)
def test_where_to_sign_up_is_linked_as_it_was_written(empty: Press, signup: str, link: str) -> None:
    """What is set in the words around an address is no part of it."""
    empty.write(
        "tour.yaml", f"title: T\nmeetings:\n  - {{district: A, date: 2016-12-04, signup: {signup}}}\n"
    )

    empty.build()

    assert f'<a href="{link}"' in empty.page("/turne/a/")


FOOT = '<p class="foot-title">'


def told(press: Press, file: str, old: str, new: str) -> list[str]:
    """Give what a build says of a template in which `old` has become `new`: place, message and hint."""
    press.edit(f"templates/{file}", old, new)
    return press.reports()


MEND = "mend the name, or put the template back as it was"
MEND_LINE = "mend the line, or put the template back as it was"
STOPS = "the template stops here:"
NOT_SET = "a part of what there is already cannot be set: give it a name of its own"


FAULTS = [
    ("{{ site.titel }}", 4, 'there is no "site.titel" here', "write site.title"),
    ("{{ sit.title }}", 4, 'there is no "sit" here', "write site"),
    (
        "{{ nonsens }}",
        4,
        'there is no "nonsens" here',
        "write one of these: asset, figure, frame, linked_data, page, plain, rich, root, site",
    ),
    (
        "{{ frame.common.assets[0].foo }}",
        27,
        'there is no "foo" here',
        "write one of these: link, name",
    ),
    ("{{ page.foo }}", 4, 'there is no "page.foo" here', None),
    ("{{ asset['ico.svg'] }}", 11, 'there is no "ico.svg" here', "write icon.svg"),
    ("{{ site.title.foo }}", 4, 'there is no "site.title.foo" here', MEND),
    ("{{ site.title|uper }}", 15, 'there is no filter "uper"', "write upper"),
    ("{% if 1 %}{{ site.title | uper }}{% endif %}", 27, 'there is no filter "uper"', "write upper"),
    (
        '{% include "_nix.html" %}',
        13,
        'there is no template "_nix.html"',
        "put the file templates/_nix.html there",
    ),
    (
        '{% set name = "_nix" %}{% include name %}',
        1,
        'there is no template "_nix"',
        "put the file templates/_nix there",
    ),
    ("{{ 1/0 }}", 1, "the template stops here: nothing can be divided by 0", MEND_LINE),
    ("{{ 10 ** 5000 }}", 1, "the template stops here: the number is too large", MEND_LINE),
    (
        '{{ "a" * 10 ** 15 }}',
        1,
        "the template stops here: there is not memory enough for what is asked for",
        MEND_LINE,
    ),
    (
        '{{ "abcd"|truncate(2, leeway=0) }}',
        1,
        "the template stops here: expected length >= 3, got 2",
        MEND_LINE,
    ),
    ('{{ "{}".format() }}', 1, None, MEND_LINE),
    (
        "{{ site.title|day(1, 2, 3) }}",
        1,
        f"{STOPS} more is given in the brackets than is taken",
        MEND_LINE,
    ),
    ("{{ 1 + site.title }}", 1, f"{STOPS} + cannot stand between a number and a text", MEND_LINE),
    ("{{ site.title + 1 }}", 1, f"{STOPS} + cannot stand between a text and a number", MEND_LINE),
    ("{{ site.title < 1 }}", 1, f"{STOPS} < cannot stand between a text and a number", MEND_LINE),
    ("{{ -site.title }}", 1, f"{STOPS} - cannot stand before a text", MEND_LINE),
    ("{{ site.title() }}", 1, f"{STOPS} a text is followed by brackets, and takes none", MEND_LINE),
    ("{% for x in 5 %}{% endfor %}", 1, f"{STOPS} a list is due, and this is a number", MEND_LINE),
    ("{% for x, y in [[1]] %}{% endfor %}", 1, None, MEND_LINE),
    ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(b=2) }}", 1, None, MEND_LINE),
    ("{{ rich() }}", 1, f"{STOPS} rich is not given in the brackets", MEND_LINE),
    ("{{ none|day }}", 1, f'{STOPS} nothing has no "year"', MEND_LINE),
    ("{{ 5|length }}", 1, f"{STOPS} a number has no length", MEND_LINE),
    ('{{ _("%(x)s") }}', 1, f"{STOPS} x is not given in the brackets", MEND_LINE),
    ("{{ 1 is foo }}", 1, 'the template cannot be read: there is no test "foo"', MEND_LINE),
    ('{{ "a" * "b" }}', 1, f"{STOPS} a whole number is due, and this is a text", MEND_LINE),
    ('{{ range("a") }}', 1, f"{STOPS} a whole number is due, and this is a text", MEND_LINE),
    ('{{ "x"|round }}', 1, f"{STOPS} a number is due, and this is a text", MEND_LINE),
    ('{{ "x"|abs }}', 1, f"{STOPS} a number is due, and this is a text", MEND_LINE),
    ('{{ 1 in "a" }}', 1, f"{STOPS} a text is due, and this is a number", MEND_LINE),
    ("{{ 5|spoken }}", 1, f"{STOPS} a text is due, and this is a number", MEND_LINE),
    (
        '{{ site.title[:"a"] }}',
        1,
        f"{STOPS} in square brackets with : whole numbers are due",
        MEND_LINE,
    ),
    ("{% set x = 5 %}{{ x[1:] }}", 1, f"{STOPS} a list is due, and this is a number", MEND_LINE),
    ("{% set site.title = 1 %}", 1, f"{STOPS} {NOT_SET}", MEND_LINE),
    ("{% set site.title %}A{% endset %}", 1, f"{STOPS} {NOT_SET}", MEND_LINE),
    ('{{ "a".upper(5) }}', 1, f"{STOPS} more is given in the brackets than is taken", MEND_LINE),
    ("{{ cycler() }}", 1, f"{STOPS} less is given in the brackets than is due", MEND_LINE),
    ("{{ frame|tojson }}", 1, f"{STOPS} Frame cannot be written as JSON", MEND_LINE),
    ("{% fot %}", 1, None, MEND_LINE),
]
BASE, PART = ("base.html", FOOT), ("_contacts.html", "{% endfor %}")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Give a site that was built while its templates were right, for tests that put them back."""
    press = small(tmp_path_factory.mktemp("built"))
    press.build()
    return press


@pytest.mark.parametrize(
    ("file", "at", "faulty", "column", "message", "hint"),
    [*((*PART, *fault) for fault in FAULTS), *((*BASE, *fault) for fault in FAULTS[::6])],
)
def test_a_mistake_is_told_once_in_the_file_and_line_where_it_stands(
    built: Press, file: str, at: str, faulty: str, column: int, message: str | None, hint: str | None
) -> None:
    """What all kinds of pages reach stops them all: one mistake is told, in the template that has it."""
    text = (built.root / "templates" / file).read_text(encoding="utf-8")
    try:
        (only,) = told(built, file, at, f"\n{faulty}\n{at}")
    finally:
        built.write(f"templates/{file}", text)

    place, _, words = only.partition(": ")
    line = text[: text.index(at)].count("\n") + 2
    assert place == f"templates/{file}:{line}:{column}"
    assert words.partition(" | ")[0] == (message or words.partition(" | ")[0])
    assert words.partition(" | ")[2] == (hint or words.partition(" | ")[2])


def test_a_moment_in_a_sum_is_told_in_whole_words(press: Press) -> None:
    """What Python calls by the name of its module is told as plainly."""
    (only,) = told(press, "_release_list.html", "{{ release.date|day }}", "{{ release.date + 1 }}")

    assert only.partition(": ")[2] == f"{STOPS} + cannot stand between a moment and a number | {MEND_LINE}"


def test_a_site_without_templates_is_told_where_they_are(press: Press) -> None:
    """Where the folder is missing, as beside a site.yaml of one's own, one mistake says what to copy."""
    shutil.rmtree(press.root / "templates")

    (only,) = press.reports()
    assert only == (
        "templates/:1:1: there are no templates here | copy the folder templates here from that of build.py"
    )


def test_templates_that_lead_in_a_circle_are_a_mistake(press: Press) -> None:
    """Of templates that ask for each other without end the first by name is told."""
    press.write("templates/_a.html", '\n{% include "_b.html" %}\n')
    press.write("templates/_b.html", '{% include "_a.html" %}\n')

    (only,) = told(press, "base.html", FOOT, FOOT + '{% include "_b.html" %}')

    assert only.startswith("templates/_a.html:2:13: the templates lead back to here")


def test_a_macro_that_asks_for_itself_is_told(press: Press) -> None:
    """So is one that never comes to an end."""
    (only,) = told(
        press, "base.html", FOOT, FOOT + "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}"
    )

    assert only.partition(": ")[2].startswith("the templates lead back to here")


def test_a_template_that_was_compiled_before_is_told_in_the_same_words(press: Press) -> None:
    """A mistake that shows first in a later build, with code from the notebook, has its own file and line."""
    base = (press.root / "templates/base.html").read_text(encoding="utf-8")
    late = '{% if page.body is defined and "fel" in rich(page.body)[0] %}{{ site.slogan }}{% endif %}'
    press.write("templates/base.html", base.replace(FOOT, f"{late}\n{FOOT}"))
    release = "content/releases/2016-11-28-oppet-mote.md"
    text = (press.root / release).read_text(encoding="utf-8")
    for words in ("Mer.", "Annat."):  # the second build notes what it had to compile
        press.write(release, f"{text}\n{words}\n")
        assert run(press, "build", "--now", "2016-12-01T12:00").returncode == 0
    press.write(release, f"{text}\nMer fel.\n")

    again = run(press, "build", "--now", "2016-12-01T12:00").stderr
    anew = run(press, "build", "--now", "2016-12-01T12:00", "--output", "anew").stderr

    line = base[: base.index(FOOT)].count("\n") + 1
    assert again.startswith(f"templates/base.html:{line}:")
    assert again == anew


def test_only_the_template_that_has_changed_is_compiled_again(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A later build takes the others as the one before has compiled them, be it planned or not."""
    compiled: list[str | None] = []
    compile_ = jinja2.Environment._compile  # noqa: SLF001 - what compiles, whatever asks for it

    def counted(self: jinja2.Environment, source: str, filename: str) -> CodeType:
        compiled.append(filename)
        return compile_(self, source, filename)

    def afresh(file: str, old: str, new: str) -> list[str | None]:
        press.edit(file, old, new)
        templates._environment.cache_clear()  # noqa: SLF001 - as in another process
        compiled.clear()
        press.build()
        return list(compiled)

    monkeypatch.setattr(jinja2.Environment, "_compile", counted)
    press.build()

    assert afresh("content/releases/2016-11-28-oppet-mote.md", "Välkommen", "Kom") == []
    assert afresh("content/releases/2016-11-28-oppet-mote.md", "Öppet", "Stort") == []
    assert afresh("templates/base.html", "<body", "<body data-new") == ["templates/base.html"]
    assert afresh("site.yaml", "Pressrummet", "Press") == []


SPOKEN = """\
privacy: {controller: Kansliet m.fl.}
accessibility:
  status: helt
  supervised: nej
  method: självskattning
  assessed: 2016-11-01
  reviewed: 2016-11-02
  answer: två dagar.
"""
MEETING = "{district: A, date: 2016-12-04, address: 'Gatan 1, 3 tr.', with: Bo m.fl., organiser: S. Ek m.fl.}"


def test_sentence_ends_with_one_full_stop(empty: Press) -> None:
    """Words that end with a full stop of their own, as "m.fl.", get no second one at a sentence's end."""
    empty.write("site.yaml", SITE + SPOKEN)
    empty.write("tour.yaml", f"title: T\nmeetings:\n  - {MEETING}\n")

    empty.build()

    assert ", Gatan 1, 3 tr. https://press.example/" in empty.page("/turne/a/").replace("\xa0", " ")
    pages = "".join(map(empty.page, ("/", "/turne/a/", "/integritet/", "/tillganglighet/")))
    assert re.findall(r"\w+\.\.", pages) == []
    assert pages.count("m.fl.<") == 2 + 2 + 1


def test_what_goes_wrong_in_no_template_is_no_mistake_of_one() -> None:
    """A bug of the program falls as what it is."""
    with pytest.raises(ValueError, match="ours"):
        fault(ValueError("ours"), {"templates/base.html": ""}, (), ())
