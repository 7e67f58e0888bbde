"""National laws cited by the forms of one country or language: "Pub. L. 107-347", "loi n° 78-17"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.annotate.citations.model import NO_COUNTRY, Citation

ORDER = re.compile(
    r"\b(?:Executive Orders?|Exec\. Order|[Dd]écrets? (?:exécutif|présidentiel)s?|Orden Ejecutiva"
    r"|Ordine esecutivo"
    r"|Exekutivanordnung|E\.\s?O\.|EO)(?:\s?\(E\.?O\.?\))?\s+(?:No\.?\s?|n°\s?|#)?(?P<number>1\d{4})(?!\d)"
)
NEXT_ORDER = re.compile(r"\s?(?:,|,?\s(?:and|or|&))\s(?:E\.?O\.?\s)?(?P<number>1\d{4})(?!\d)")
PUBLIC_LAW = re.compile(
    r"\b(?:Pub\.\s?L\.|Public Law(?:\s\(P\.?\s?L\.?\))?|P\.\s?L\.)\s?(?:No\.?\s?|Number\s)?"
    r"(?P<number>\d{2,3}\s?[-–‑]\s?\d{1,4})"
)
CODE = re.compile(
    r"\b(?P<title>\d{1,2})\s(?P<code>U\.?\s?S\.?\s?C\.?|C\.?F\.?R\.?)\s?(?:[Pp]arts?\s|[Ss]ec(?:tion"
    r"|\.)\s|§{1,2}\s?)?(?P<number>\d{1,5}[a-z]?)"
)
CAP = re.compile(r"\(?\bCap\.\s?(?P<number>\d{1,4}[A-Z]?)\b")
SPANISH = re.compile(
    r"\b(?P<kind>(?:Ley|Leyes)(?:\sOrgánica|\sEstatutaria|\sFederal|\sForal)?"
    r"|(?:Real\s)?Decretos?(?:[-\s][Ll]ey)?(?:\s(?:Legislativo|Supremo|Único))?)"
    r"\s+(?P<sign>n[.º°úu][\w.º°]*\s?|N[.º°][\w.º°]*\s?|No\.?\s?|Núm\.?\s?)?"
    r"(?P<number>\d{1,2}\.\d{3}|\d{1,5})"
    r"(?P<year>/(?:19|20)\d\d|\s+del?\s(?:\d{1,2}\sde\s\w+\sdel?\s)?(?:19|20)\d\d)?(?![\d/])"
)
# "Leyes 1341 de 2009, 1450 de 2011 y 1955 de 2019"
NEXT_SPANISH = re.compile(
    r"(?:,\s|\s[ye]\s|,\s[ye]\s)(?P<number>\d{1,5})(?P<year>/(?:19|20)\d\d|\s+del?\s(?:19|20)\d\d)"
)
# A law without a number is told by its date: "loi du 29 juillet 1881".
DATED_FRENCH = re.compile(
    r"\b(?P<kind>[Ll]oi|[Dd]écret|[Oo]rdonnance)\s(?P<date>du\s\d{1,2}(?:er)?\s(?:janvier|février|mars|avril|mai"
    r"|juin|juillet|août|septembre|octobre|novembre|décembre)\s(?:18|19|20)\d\d)"
)
FRENCH = re.compile(
    r"\b(?P<kind>[Ll]oi(?:\sorganique)?|[Dd]écret|[Oo]rdonnance)\sn\s?[°ºo]\s?(?P<number>\d{2,4}[-–‑]\d{1,5})"
)
PLACE = (
    r"\s?\d+\w?(?:[\s,]+(?:Abs\.|Absatz|Satz|S\.|Nr\.|Nummer|lit\.|Buchst\.|Alt\.|ff?\.|und|bis"
    r"|i\.?\s?V\.?\s?m\.|\d+\w?|[a-z]\)?))*"
    r"\s(?P<name>[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]*[A-Z](?:\s[IVX]{1,4}\b)?)(?![\w-])"
)
PARAGRAPH = re.compile(rf"§§?{PLACE}")
ARTICLE = re.compile(rf"\bArt(?:\.|ikel[sn]?\b){PLACE}")
GERMAN = re.compile(
    r"\b(?P<land>[A-ZÄÖÜ][\wäöüß-]+(?:ische|liche|erische|iner|burger|ener)[snrm]?\s)?"
    r"(?P<first>[A-ZÄÖÜ][\wäöüß]+-\s(?:und|oder)\s)?"
    r"(?P<word>[A-ZÄÖÜ][\wäöüß-]{3,}gesetz(?:buch)?)(?P<genitive>(?:e?s)?)\b(?P<behind>\s"
    r"(?:Nordrhein-Westfalen|Rheinland-Pfalz"
    r"|Baden-Württemberg|Mecklenburg-Vorpommern|Sachsen-Anhalt|Schleswig-Holstein"
    r"|[A-Z][a-z]+en(?=[\s,.;)])(?<=Hessen|achsen|ringen|Bremen)))?"
)
DUTCH = re.compile(r"\b(?P<name>(?!Wet\b)[A-Z][a-zë]{3,}wet(?:\s(?:19|20)\d\d)?)\b")
DUTCH_LONG = re.compile(r"\b(?P<name>Wet\s[a-z][\wëïé \-]{3,80}?)\s\((?P<acronym>[A-Z][A-Za-z]{1,9})\)")
ITALIAN = re.compile(
    r"\b(?P<kind>[Dd]ecreto\s[Ll]egislativo|[Dd]\.\s?[Ll]gs\.?|[Dd]ecreto-?\s?[Ll]egge|[Dd]\.\s?[Ll]\."
    r"|[Ll]egge|[Dd]\.\s?[Pp]\.\s?[Rr]\.)"
    r"\s(?:(?:del\s)?\d{1,2}°?\s(?P<month>[a-z]+)\s(?P<dated>(?:19|20)\d\d),?\s(?:n\.|n°|nr\.)\s?"
    r"(?P<number>\d+)"
    r"|(?:n\.|n°|nr\.)?\s?(?P<short>\d{1,4})(?:/|\sdel\s)(?P<year>(?:19|20)\d\d))"
)
ITALIAN_KINDS = {
    "decretolegislativo": "D.Lgs.",
    "dlgs": "D.Lgs.",
    "decretolegge": "D.L.",
    "dl": "D.L.",
    "legge": "Legge",
    "dpr": "D.P.R.",
}
PORTUGUESE = re.compile(
    r"\b(?P<kind>Lei(?:\sComplementar|\sOrgânica)?|Decreto(?:-Lei)?)\s(?:n\.?\s?[º°o]s?\.?\s?)"
    r"(?P<number>\d{1,3}(?:\.\d{3})*(?:-[A-Z])?)(?P<year>/(?:19|20)?\d\d)?"
    r"(?P<date>,?\sde\s\d{1,2}º?\sde\s\w+\sde\s(?P<dated>(?:19|20)\d\d))?"
)


def find_national_laws(text: str, language: str, no_law: frozenset[str]) -> Iterator[Citation]:
    """National laws by the forms of single countries; German and Dutch nouns only in those languages."""
    for rule, signs in FORMS:
        if any(sign in text for sign in signs):
            yield from rule(text)
    if language == "de":
        yield from find_german(text, no_law)
    if language == "nl":
        yield from find_dutch(text, no_law)


def find_orders(text: str) -> Iterator[Citation]:
    """Executive orders of the United States: "E.O. 14028", "Executive Orders 13960 and 14110"."""
    for match in ORDER.finditer(text):
        found: re.Match[str] | None = match
        while found:
            yield Citation(
                f"US:Executive Order {found['number']}", found.start(), found.end(), "national:order"
            )
            found = NEXT_ORDER.match(text, found.end())


def find_public_laws(text: str) -> Iterator[Citation]:
    """Public laws of the United States: "Pub. L. No. 107-347"."""
    for match in PUBLIC_LAW.finditer(text):
        number = re.sub(r"\s?[-–‑]\s?", "-", match["number"])
        yield Citation(f"US:Pub. L. {number}", match.start(), match.end(), "national:number")


def find_codes(text: str) -> Iterator[Citation]:
    """Codified law of the United States: "44 U.S.C. § 3502", "45 C.F.R. part 160".

    A section of the code of statutes is a place, not an instrument with a name of its own; a part of the code
    of regulations is what everybody calls the rule by.
    """
    context: tuple[str, ...]
    for match in CODE.finditer(text):
        if "U" in match["code"]:
            value, context = f"US:{match['title']} U.S.C. {match['number']}", ("codification",)
        else:
            value, context = f"US:{match['title']} CFR Part {match['number']}", ()
        yield Citation(value, match.start(), match.end(), "national:code", context=context)


def find_caps(text: str) -> Iterator[Citation]:
    """Chapters of the laws of Hong Kong and others: "(Cap. 486)"."""
    for match in CAP.finditer(text):
        yield Citation(
            f"{NO_COUNTRY}HK:Cap. {match['number']}", match.start(), match.end(), "national:number"
        )


def find_spanish(text: str) -> Iterator[Citation]:
    """Laws of Spanish-speaking countries: "Ley 1581 de 2012", "Real Decreto 43/2021", "Ley N° 19.628"."""
    for match in SPANISH.finditer(text):
        kind = re.sub(r"Leyes", "Ley", re.sub(r"Decretos", "Decreto", " ".join(match["kind"].split())))
        if not match["year"] and len(match["number"]) < 4:
            continue
        found: re.Match[str] | None = match
        while found:
            yield read_spanish(kind, found)
            found = NEXT_SPANISH.match(text, found.end()) if found["year"] else None


def read_spanish(kind: str, match: re.Match[str]) -> Citation:
    """One law of a list, its year as "de 2012" or "/2021"."""
    year = match["year"] or ""
    usual = "ES" if year.startswith("/") else "CO" if year else ""
    year = re.sub(r"\s+del?\s.*?((?:19|20)\d\d)$", r" de \1", year)
    value = f"{NO_COUNTRY}{usual}:{kind} {match['number']}{year}"
    return Citation(value, match.start(), match.end(), "national:spanish")


def find_french(text: str) -> Iterator[Citation]:
    """Laws of France by number: "loi n° 78-17 du 6 janvier 1978", "décret n° 2019-536"."""
    for match in FRENCH.finditer(text):
        number = re.sub("[–‑]", "-", match["number"])
        name = f"{match['kind'].capitalize()} n° {number}"
        yield Citation(f"FR:{name}", match.start(), match.end(), "national:french")


def find_dated_french(text: str) -> Iterator[Citation]:
    """Laws in French by date: "loi du 29 juillet 1881"."""
    for match in DATED_FRENCH.finditer(text):
        name = f"{match['kind'].capitalize()} {' '.join(match['date'].split())}"
        yield Citation(f"{NO_COUNTRY}FR:{name}", match.start(), match.end(), "national:french")


def find_german(text: str, no_law: frozenset[str]) -> Iterator[Citation]:
    """Laws in German: "§ 26 Abs. 1 StVG", "Art. 3 GG", "Hessisches Informationsfreiheitsgesetz"."""
    for pattern, rule in ((PARAGRAPH, "national:paragraph"), (ARTICLE, "national:article")):
        for match in pattern.finditer(text):
            yield Citation(f"{NO_COUNTRY}DE:{match['name']}", match.start("name"), match.end(), rule)
    for match in GERMAN.finditer(text):
        last = match["word"].rpartition("-")[2]
        if last in no_law and not (match["land"] or match["first"] or match["behind"]):
            continue
        parts = (match["land"], match["first"], match["word"], match["behind"])
        name = " ".join("".join(part for part in parts if part).split())
        yield Citation(f"{NO_COUNTRY}DE:{name}", match.start(), match.end(), "national:german")


def find_dutch(text: str, no_law: frozenset[str]) -> Iterator[Citation]:
    """Laws of the Netherlands: "Archiefwet 1995", "Wet op het onderwijstoezicht (WOT)"."""
    for pattern in (DUTCH_LONG, DUTCH):
        for match in pattern.finditer(text):
            name = " ".join(match["name"].split())
            if name not in no_law:
                yield Citation(f"{NO_COUNTRY}NL:{name}", match.start(), match.end("name"), "national:dutch")


def find_italian(text: str) -> Iterator[Citation]:
    """Laws of Italy: "decreto legislativo 30 giugno 2003, n. 196", "legge n. 241/1990"."""
    for match in ITALIAN.finditer(text):
        kind = ITALIAN_KINDS[re.sub(r"[\s.-]", "", match["kind"].lower())]
        number, year = match["number"] or match["short"], match["dated"] or match["year"]
        yield Citation(f"IT:{kind} {number}/{year}", match.start(), match.end(), "national:italian")


def find_portuguese(text: str) -> Iterator[Citation]:
    """Laws of Portugal and Brazil: "Lei n.º 58/2019", "Lei nº 13.709, de 14 de agosto de 2018"."""
    for match in PORTUGUESE.finditer(text):
        year = match["year"] or (f"/{match['dated']}" if match["dated"] else "")
        if not year:
            continue
        country = "BR" if "." in match["number"] else f"{NO_COUNTRY}PT"
        name = f"{' '.join(match['kind'].split())} n.º {match['number']}{year}"
        yield Citation(f"{country}:{name}", match.start(), match.end(), "national:portuguese")


# The forms with signs of which every citation of them has one ("" where there is none): looking for a
# sign is far quicker than the pattern, and most texts cite the laws of a country or two.
FORMS: tuple[tuple[Callable[[str], Iterator[Citation]], tuple[str, ...]], ...] = (
    (find_orders, ("Order", "écret", "Orden", "Ordine", "Exekutivanordnung", "E.", "EO")),
    (find_public_laws, ("Pub.", "Public Law", "P.")),
    (find_codes, ("",)),
    (find_caps, ("Cap.",)),
    (find_spanish, ("Ley", "Decreto")),
    (find_french, ("°", "º", "loi no", "Loi no", "loi n o", "Loi n o")),
    (find_dated_french, ("oi du ", "écret du ", "rdonnance du ")),
    (find_italian, ("egge", "ecreto", "gs.", "D.", "d.")),
    (find_portuguese, ("Lei", "Decreto")),
)
