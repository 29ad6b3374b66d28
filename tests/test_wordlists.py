"""Word lists: their format, their conditions, the user's own, and the built-in ones as data."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from gxlint.document import Document, Paragraph
from gxlint.findings import Safety
from gxlint.prose.entries import ALMOST, Entry, WordListError, check_conditions, parse
from gxlint.prose.formulas import slips
from gxlint.prose.pairs import code, pairs
from gxlint.prose.wordlists import SLICE, WordList, WordListOptions, word_list
from gxlint.rules import wording
from gxlint.rules.wording.misspelling import check as misspelling
from gxlint.text import PlainText, Source, Span

BUILT_IN = sorted(path.name for path in Path(wording.__file__).parent.glob("*.txt"))


def plain(text: str) -> PlainText:
    return PlainText.verbatim(text, Span(0, len(text)))


def found(words: WordList, text: str) -> list[tuple[str, str]]:
    return [(hit.text, hit.entry.right) for hit in words.find(plain(text))]


def entries(text: str) -> list[Entry]:
    return list(parse(text, "词表.txt"))


def built_in(name: str) -> WordList:
    return word_list(wording.__package__ or "", name, WordListOptions())


class TestFormat:
    def test_columns_are_separated_by_any_white_space(self) -> None:
        words = WordList(entries("布署　部署\n步聚\t\t步骤   # 说明\n\n# 帐号 账号"))
        assert found(words, "布署步聚帐号") == [("布署", "部署"), ("步聚", "步骤")]

    def test_several_wrong_forms_share_a_line(self) -> None:
        assert [(entry.wrong, entry.right) for entry in entries("布署|步署 部署\n末(收到|公开) 未*")] == [
            ("布署", "部署"),
            ("步署", "部署"),
            ("末收到", "未收到"),
            ("末公开", "未公开"),
        ]

    def test_conditions_pieces_source_and_note(self) -> None:
        (entry,) = entries(
            "[某词典]\n@亲疏 = 距离|关系\n拉进 拉近 限于=拉进.{0,5}(?:{亲疏}) 除外=拉进群 须核对 说明=同音"
        )
        assert entry == Entry(
            "拉进", "拉近", Safety.UNSAFE, "拉进.{0,5}(?:距离|关系)", "拉进群", "同音", source="某词典"
        )

    @pytest.mark.parametrize(
        ("line", "fault"),
        [("布署", "缺少正确写法"), ("布署 部署 仅限=安排", "仅限=安排"), ("帐 账", "至少要两个字")],
    )
    def test_a_line_that_is_no_entry_is_named(self, line: str, fault: str) -> None:
        with pytest.raises(WordListError, match=f"词表.txt 第2行：.*{fault}"):
            entries(f"# 我的词表\n{line}")

    def test_a_broken_condition_is_named(self) -> None:
        with pytest.raises(WordListError, match="布署"):
            check_conditions(entries("布署 部署 限于=(布署")[0], "词表.txt")


class TestSearch:
    def test_only_where_the_words_lie_in_a_match(self) -> None:
        words = WordList(entries("拉进 拉近 限于=拉进[^，。]{0,8}距离"))
        assert found(words, "拉进群众的距离") == [("拉进", "拉近")]
        assert found(words, "拉进群里，距离") == []

    def test_never_where_the_words_touch_a_match(self) -> None:
        words = WordList(entries("复盖 覆盖 除外=恢复盖"))
        assert found(words, "恢复盖章后复盖全镇") == [("复盖", "覆盖")]

    def test_conditions_see_only_the_paragraph(self) -> None:
        words = WordList(entries("拉进 拉近 限于=拉进(?s:.){0,8}距离\n自已 自己 除外=各自已"))
        assert found(words, "拉进\n距离") == []
        assert found(words, "各\n自已") == [("自已", "自己")]

    def test_the_longer_of_two_overlapping_forms_is_found(self) -> None:
        words = WordList(entries("信息公开处理费 信息处理费\n政府信息公开处理费 政府信息公开信息处理费"))
        assert found(words, "收取政府信息公开处理费") == [("政府信息公开处理费", "政府信息公开信息处理费")]

    def test_a_form_whose_condition_fails_leaves_room_for_others(self) -> None:
        words = WordList(entries("做为民 作为民 限于=绝不\n做为 作为"))
        assert found(words, "做为民办实事") == [("做为", "作为")]

    def test_places_are_those_of_the_source(self) -> None:
        source = "**布**署工作"
        text = PlainText.pieces(source, [Span(2, 3), Span(5, 8)])
        (hit,) = WordList(entries("布署 部署")).find(text)
        assert source[hit.span.start : hit.span.end] == "布**署"

    def test_long_texts_are_searched_to_their_end_and_over_the_joints(self) -> None:
        words = WordList(entries("布署 部署\n年年如一日 岁岁如一日"))
        text = "好" * (SLICE - 1) + "布署" + "好" * (SLICE - 4) + "年年如一日" + "好" * SLICE + "布署"
        assert [hit.span.start for hit in words.find(plain(text))] == [SLICE - 1, 2 * SLICE - 3, 3 * SLICE + 2]

    def test_characters_outside_the_first_plane(self) -> None:
        words = WordList(entries("布署 部署\n𠮷祥 吉祥"))
        assert found(words, "😀布署😀𠮷祥") == [("布署", "部署"), ("𠮷祥", "吉祥")]

    def test_pairs_are_all_neighbours(self) -> None:
        text = "政府信息公开。"
        assert pairs(text) == {code(text[index : index + 2]) for index in range(len(text) - 1)}


class TestUsersList:
    @pytest.fixture
    def document(self) -> Document:
        text = "布署工作，对接云溪掌上通，保持帐号更新。"
        return Document(Source(text), [Paragraph(plain(text))])

    def test_adds_replaces_and_silences(self, tmp_path: Path, document: Document) -> None:
        path = tmp_path / "本机关.txt"
        path.write_text("云溪掌上通 掌上云溪通\n布署 -\n帐号 账户 须核对\n", "utf-8-sig")
        findings = list(misspelling.run(document, WordListOptions((path,))))
        assert [(document.text[slice(*finding.span)], finding.fixes[0].edits[0].text) for finding in findings] == [
            ("云溪掌上通", "掌上云溪通"),
            ("帐号", "账户"),
        ]
        assert findings[1].fixes[0].safety is Safety.UNSAFE

    def test_is_read_again_when_it_has_changed(self, tmp_path: Path, document: Document) -> None:
        import os

        path = tmp_path / "本机关.txt"
        path.write_text("布署 -\n", "utf-8")
        os.utime(path, ns=(1, 1))
        assert len(list(misspelling.run(document, WordListOptions((path,))))) == 1
        path.write_text("更新 更行\n", "utf-8")
        os.utime(path, ns=(2, 2))
        assert len(list(misspelling.run(document, WordListOptions((path,))))) == 3

    def test_faults_name_the_file(self, tmp_path: Path, document: Document) -> None:
        path = tmp_path / "本机关.txt"
        path.write_text("布署 部署 限于=[", "utf-8")
        with pytest.raises(WordListError, match="本机关"):
            list(misspelling.run(document, WordListOptions((path,))))


class TestFormulas:
    FORMULA = "以公开为常态、不公开为例外"

    @pytest.mark.parametrize(
        ("text", "slip"),
        [
            ("坚持公开为常态、不公开为例外的", "公开为常态、不公开为例外"),
            ("以公开为原则，不公开为例外", "以公开为原则，不公开为例外"),
            ("以公开为常态，不公开为列外。", "以公开为常态，不公开为列外"),
            ("以公开为为常态 不公开为例外", "以公开为为常态 不公开为例外"),
        ],
    )
    def test_slips_of_one_or_two_characters(self, text: str, slip: str) -> None:
        (place,) = slips(text, self.FORMULA, 2)
        assert text[place.start : place.end] == slip

    @pytest.mark.parametrize(
        "text",
        [
            "以公开为常态、不公开为例外",
            "“以公开为常态”，“不公开为例外”",
            "公开是常态，不公开是例外",
            "应当公开为群众服务的事项",
            "以公开为常态。不公开为例外",
            "",
        ],
    )
    def test_other_words_and_other_pointing_are_none(self, text: str) -> None:
        assert list(slips(text, self.FORMULA, 2)) == []


@pytest.mark.parametrize("name", BUILT_IN)
class TestBuiltIn:
    def test_every_condition_is_a_pattern(self, name: str) -> None:
        for entry in built_in(name).entries:
            check_conditions(entry, name)

    def test_every_entry_has_an_authority_and_changes_something(self, name: str) -> None:
        for entry in built_in(name).entries:
            assert entry.source, entry
            assert entry.wrong != entry.right, entry
            assert not set("()*{}=") & set(entry.wrong + entry.right), entry

    def test_no_form_stands_twice(self, name: str) -> None:
        data = (Path(wording.__file__).parent / name).read_text("utf-8")
        counts = Counter(entry.wrong for entry in parse(data, name) if entry.wrong != ALMOST)
        assert [wrong for wrong, count in counts.items() if count > 1] == []

    def test_forms_without_a_context_are_found(self, name: str) -> None:
        words = built_in(name)
        missed = [
            entry.wrong
            for entry in words.entries
            if entry.wrong != ALMOST and not entry.only and not found(words, f"，{entry.wrong}，")
        ]
        assert missed == []

    def test_what_is_put_in_is_not_found_again(self, name: str) -> None:
        words = [built_in(other) for other in BUILT_IN]
        for entry in built_in(name).entries:
            assert [hit for each in words for hit in found(each, f"，{entry.right}，")] == [], entry


def test_no_two_lists_have_the_same_form() -> None:
    counts = Counter(entry.wrong for name in BUILT_IN for entry in built_in(name).entries if entry.wrong != ALMOST)
    assert [wrong for wrong, count in counts.items() if count > 1] == []
