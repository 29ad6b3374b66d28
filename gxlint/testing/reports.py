"""Correct reports as data: nothing is wrong in them until a test puts a fault there.

So does a test::

    report = CorrectReport()  # 青禾县云溪镇人民政府, 2024
    faulty = report.with_cell("applications", "total", "business", 5).without_section("六")
    data = PIPE_MARKDOWN.write(faulty)
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Self

from gxlint.form.editions import EDITION_2021
from gxlint.testing.bodies import body
from gxlint.testing.drafts import Draft, Part
from gxlint.testing.facts import facts
from gxlint.testing.figures import FIGURES_2024, Figures, preceding, random_figures
from gxlint.testing.grids import official_grid
from gxlint.testing.pieces import Grid, Line, Piece
from gxlint.testing.wording import ASPECTS, WORDINGS

AGENCY = "青禾县云溪镇人民政府"
YEAR = 2024


class CorrectReport(Draft):
    """A report in which nothing is wrong: every identity holds, and the prose agrees with the tables.

    Args:
        agency: 机关全称; its kind decides how the report speaks.
        year: reported on, 2021 or later.
        figures: of the three tables.
        wording: which wording to use, by place of :data:`~gxlint.testing.wording.WORDINGS`; the first unless given.
        seed: decides the numbers that stand in no table.
    """

    def __init__(
        self,
        agency: str = AGENCY,
        year: int = YEAR,
        figures: Figures = FIGURES_2024,
        wording: Mapping[str, int] | None = None,
        seed: int = 0,
    ) -> None:
        self.agency = agency
        self.year = year
        self.figures = figures
        self._wording = wording or {}
        self._facts = facts(body(agency), year, figures, random.Random(f"{agency}{year}{seed}"))
        super().__init__(
            title=[Line.of(text, 1) for text in self._say("title")],
            preamble=[Line.of(text) for place in ("basis", "period", "contact") for text in self._say(place)],
            parts=self._parts(),
            signature=[Line.of(agency), *(Line.of(text) for text in self._say("date"))],
        )

    @classmethod
    def random(cls, rng: random.Random, agency: str, year: int = YEAR) -> Self:
        """Some correct report of that body: its figures and words are the generator's choice."""
        writer = body(agency)
        figures = random_figures(rng, rules=writer.rules, busy=writer.size)
        wording = {place: rng.randrange(len(ways)) for place, ways in WORDINGS.items()}
        return cls(agency, year, figures, wording, seed=rng.randrange(1000))

    def preceding(self) -> CorrectReport:
        """A correct report of the year before that agrees with this one, in other words."""
        figures = preceding(self.figures, random.Random(self.year))
        wording = {place: (self._wording.get(place, 0) + 1) % len(ways) for place, ways in WORDINGS.items()}
        return CorrectReport(self.agency, self.year - 1, figures, wording)

    def _say(self, place: str) -> list[str]:
        return [text.format_map(self._facts) for text in WORDINGS[place][self._wording.get(place, 0)]]

    def _parts(self) -> list[Part]:
        content: dict[str, list[Piece]] = {
            "overview": self._overview(),
            "disclosure": [self._grid("disclosure")],
            "applications": [self._grid("applications")],
            "disputes": [*map(Line.of, self._say(self._disputes())), self._grid("disputes")],
            "problems": [Line.of(text, 3 if text.startswith("（") else None) for text in self._say("problems")],
            "other_matters": [*map(Line.of, self._say("fee" if self._facts["notices"] else "no_fee"))],
        }
        return [Part(form.key, Line.of(form.heading, 2), tuple(content[form.key])) for form in EDITION_2021.sections]

    def _overview(self) -> list[Piece]:
        pieces: list[Piece] = []
        for number, (aspect, place) in zip("一二三四五", ASPECTS, strict=True):
            self._facts.update(number=number, aspect=aspect)
            (heading,) = self._say("aspects")
            (text,) = self._say("no_request" if place == "on_request" and self._idle() else place)
            run_in = heading.endswith("。")
            pieces += [Line.of(heading + text)] if run_in else [Line.of(heading, 3), Line.of(text)]
        return pieces

    def _idle(self) -> bool:
        return not any(self.figures.applications.values())

    def _disputes(self) -> str:
        return "disputes" if any(self.figures.disputes.values()) else "no_disputes"

    def _grid(self, table: str) -> Grid:
        return official_grid(table, self.figures.table(table))
