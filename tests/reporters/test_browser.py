"""The HTML report as people meet it: in a browser, without a network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gxlint.reporters.html.article import File

from .browser import Browser
from .runs import MARKDOWN, TEXT, WORD, findings, read, run, written

#: Files in the run get numbers in the order in which they come.
NUMBERS = {WORD: 1, MARKDOWN: 2, TEXT: 3}


def key(path: str, rule: str) -> str:
    """The name of a finding within the page."""
    file = File(NUMBERS[path], read(path))
    file.diagnostics = [found for result in run() if result.path == path for found in result.diagnostics]
    (number,) = [item.number for item in file.numbered() if item.diagnostic.rule == rule]
    return f"{NUMBERS[path]}-{number}"


class TestMarks:
    @pytest.mark.parametrize("path", [MARKDOWN, WORD, TEXT])
    def test_the_words_are_marked(self, shown: Browser, path: str) -> None:
        marked = {
            rule: "".join(shown.texts(f"mark[data-f~='{key(path, rule)}']"))
            for rule in ("misused-jiezhi", "overlong-sentence", "outcome-sum-mismatch", "misspelling", "empty-section")
        }
        assert marked == {
            "misused-jiezhi": "截止",
            "overlong-sentence": "止2024年12月31日，全镇",
            "outcome-sum-mismatch": "5",
            "misspelling": "a<b & “c”",
            "empty-section": "",
        }

    def test_where_two_findings_lie_both_are_told_and_the_worse_is_seen(self, shown: Browser) -> None:
        both = f"mark[data-f~='{key(TEXT, 'misused-jiezhi')}'][data-f~='{key(TEXT, 'overlong-sentence')}']"
        assert shown.texts(both) == ["止"]
        assert shown.find(both).get_attribute("class") == "many warning"
        assert shown.find(both).get_attribute("title") == "1. “截止”应为“截至”\n2. 句子太长"

    def test_a_broken_sum_has_the_right_one_beside_it(self, shown: Browser) -> None:
        mark = shown.find(f"mark[data-f~='{key(WORD, 'outcome-sum-mismatch')}']")
        cell = mark.find_element("xpath", "./ancestor::td")
        (note,) = cell.find_elements("class name", "expected")
        assert note.text == "应为 3"
        formulas = (note.get_attribute("title") or "").splitlines()
        assert "5 ≠ 2 + 0 + 0 + 0 + 0 + 1" + " + 0" * 15 in formulas
        assert "15 ≠ 11 + 5 + 0 + 1 + 0 + 0" in formulas

    def test_merged_cells_are_merged(self, shown: Browser) -> None:
        cells = "#file-1 .draft table:nth-of-type(1) [rowspan]"
        heights = {
            cell.text.replace("\n", ""): cell.get_attribute("rowspan")
            for cell in shown.all(f"{cells}, #file-1 [rowspan]")
        }
        assert heights["三、本年度办理结果"] == "22"
        assert heights["（三）不予公开"] == "8"

    def test_a_table_that_came_in_lines_is_one(self, shown: Browser) -> None:
        row = shown.run(
            "return [...document.querySelectorAll('#file-3 tr')].map((row) => [...row.cells].map((cell) =>"
            " cell.textContent)).find((row) => row[0].startsWith('一、本年新收'))"
        )
        assert row[-7:] == ["11", "3", "0", "1", "0", "0", "15"]

    def test_headings_have_their_levels(self, shown: Browser) -> None:
        for number in NUMBERS.values():
            assert len(shown.all(f"#file-{number} h3.title")) == 1
            headings = shown.texts(f"#file-{number} .draft h4")
            assert [heading[:2] for heading in headings] == ["一、", "二、", "三、", "四、", "五、", "六、"]


class TestJumps:
    def test_from_the_list_to_the_place_and_back(self, opened: Browser) -> None:
        name = key(MARKDOWN, "outcome-sum-mismatch")
        assert not opened.visible(f"#m{name}")
        opened.run("arguments[0].scrollIntoView()", opened.find(f"#f{name} .jump"))
        opened.find(f"#f{name} .jump").click()
        assert opened.visible(f"#m{name}")
        assert "current" in (opened.find(f"mark[data-f='{name}']").get_attribute("class") or "")
        opened.find(f"#m{name}").click()
        assert opened.driver.current_url.endswith(f"#f{name}")
        assert opened.visible(f"#f{name}")

    def test_related_places_are_lit_and_reached(self, opened: Browser) -> None:
        name = key(WORD, "outcome-sum-mismatch")
        assert opened.texts(".lit") == []
        opened.run("arguments[0].focus()", opened.find(f"#f{name} .jump"))
        assert opened.texts(".lit") == ["2", "1"], "by the keyboard alone"
        opened.run("arguments[0].click()", opened.find(f"#f{name} .related a"))
        assert opened.visible(f"#r{name}-1 + .lit")

    def test_the_mouse_lights_them_while_it_is_there(self, opened: Browser) -> None:
        from selenium.webdriver import ActionChains

        mark = opened.find(f"mark[data-f~='{key(WORD, 'misused-jiezhi')}']")
        ActionChains(opened.driver).scroll_to_element(mark).move_to_element(mark).perform()
        assert opened.texts(".lit") == ["12月31日"]
        ActionChains(opened.driver).move_to_element(opened.find("#filters")).perform()
        assert opened.texts(".lit") == []

    def test_every_link_within_the_page_has_its_target(self, shown: Browser) -> None:
        dangling = shown.run(
            "return [...document.querySelectorAll('a[href^=\"#\"]')].map((link) =>"
            " decodeURIComponent(link.hash.slice(1))).filter((name) => !document.getElementById(name))"
        )
        assert dangling == []

    def test_names_are_given_once(self, shown: Browser) -> None:
        names = shown.run("return [...document.querySelectorAll('[id]')].map((named) => named.id)")
        assert len(names) == len(set(names))

    def test_next_and_previous_go_round(self, opened: Browser) -> None:
        step = opened.find("[data-go='1']")
        step.click()
        first = opened.driver.current_url
        step.click()
        assert opened.driver.current_url != first
        opened.find("[data-go='-1']").click()
        assert opened.driver.current_url == first

    def test_a_rule_unfolds(self, opened: Browser) -> None:
        opened.run("location.hash = 'rule-misused-jiezhi'")
        opened.run("return new Promise((done) => setTimeout(done, 50))")
        assert opened.find("#rule-misused-jiezhi").get_attribute("open") is not None
        assert "有问题的写法" in opened.find("#rule-misused-jiezhi").text


class TestFilters:
    def test_by_severity(self, opened: Browser) -> None:
        assert opened.find("#filters output").text == "显示 18 / 18 个问题"
        opened.find("[name=severity][value=warning]").click()
        assert opened.find("#filters output").text == "显示 11 / 18 个问题"
        hidden = key(TEXT, "misused-jiezhi")
        assert not opened.find(f"#f{hidden}").is_displayed()
        assert not opened.find(f"#m{hidden}").is_displayed()
        first, second = opened.all(f"mark[data-f~='{hidden}']")
        assert first.get_attribute("class") == "off"
        assert second.get_attribute("class") == "info", "the other finding is still there"
        opened.find("[name=severity][value=warning]").click()
        assert first.get_attribute("class") == "warning"

    def test_by_rule(self, opened: Browser) -> None:
        opened.find("#filters summary").click()
        opened.find("[data-choose=none]").click()
        assert opened.find("#filters output").text == "显示 0 / 18 个问题"
        assert opened.find("#file-1 .filtered").is_displayed()
        opened.find("[name=rule][value=misspelling]").click()
        shown = [item.get_attribute("data-rule") for item in opened.all("li[data-f]") if item.is_displayed()]
        assert shown == ["misspelling"] * 3
        assert not opened.find("#file-1 .filtered").is_displayed()

    def test_next_passes_over_what_is_hidden(self, opened: Browser) -> None:
        opened.find("[name=severity][value=error]").click()
        opened.find("[name=severity][value=warning]").click()
        opened.find("[data-go='1']").click()
        assert opened.driver.current_url.endswith(f"#m{key(WORD, 'overlong-sentence')}")


class TestSafety:
    def test_the_network_is_asked_for_nothing(self, opened: Browser) -> None:
        opened.log("performance")
        opened.driver.refresh()
        asked = [
            message["params"]["request"]["url"]
            for entry in opened.log("performance")
            if (message := json.loads(entry["message"])["message"])["method"] == "Network.requestWillBeSent"
        ]
        assert len(asked) == 1
        assert asked[0].startswith("file:")

    def test_the_page_keeps_its_own_policy(self, opened: Browser) -> None:
        opened.log("browser")
        opened.driver.refresh()
        assert opened.log("browser") == []

    def test_the_policy_lets_nothing_else_run(self, opened: Browser) -> None:
        outcome = opened.run(
            "const script = document.createElement('script'); script.textContent = 'window.hacked = true';"
            "document.body.append(script); const image = new Image(); image.src = 'data:image/png;base64,';"
            "return [window.hacked === undefined, getComputedStyle(document.body).margin]"
        )
        assert outcome == [True, "0px"]

    def test_a_draft_is_text_and_nothing_else(self, browser: Browser, tmp_path: Path) -> None:
        attack = "\"'><script>window.hacked=1</script><img src=x onerror=window.hacked=1></style></script>"
        result = read(TEXT)
        found = [
            finding._replace(
                path=attack, message=attack, place=attack, rule="x/" + attack, url="javascript:window.hacked=1"
            )
            for finding in findings(result)
        ]
        path = tmp_path / "attack.html"
        path.write_text(written("html", [result._replace(path=attack, diagnostics=tuple(found))]), encoding="utf-8")
        browser.open(path)
        assert browser.run("return window.hacked") is None
        assert browser.all("script:not(:last-child), img, a[href^='javascript']") == []
        assert browser.find("h2").text == attack
        assert browser.texts("#f1-1 .jump") == [attack]
        assert browser.texts("style")[0].startswith(":root")


class TestRun:
    def test_the_index_has_all_files(self, shown: Browser) -> None:
        rows = [row.text for row in shown.all(".index tbody tr")]
        assert rows == [
            "插件与规则 1 0 0",
            "2024/云溪镇.docx 2 2 1",
            "2024/云溪镇.md 2 3 1",
            "2024/云溪镇.txt 2 2 1",
            "坏的, 旧的.docx没有检查成 1 0 0",
            "没问题.md 0 0 0",
            "空.txt跳过：没有内容 0 0 0",
            "说明.md跳过：不是年度报告 0 0 0",
        ]

    def test_what_has_no_place_is_told_all_the_same(self, shown: Browser) -> None:
        assert "插件 x 无法加载" in shown.find("#file-0").text
        assert "文件加密：请去掉密码" in shown.find("#file-4").text
        assert shown.all("#file-4 .draft") == []

    def test_a_draft_without_findings_is_folded(self, shown: Browser) -> None:
        assert "没有发现问题" in shown.find("#file-5").text
        assert not shown.find("#file-5 .draft").is_displayed()

    def test_without_the_draft_its_text_is_shown(self, browser: Browser, tmp_path: Path) -> None:
        result = read(TEXT)
        kept = result._replace(document=None, report=None, diagnostics=tuple(findings(result)))
        path = tmp_path / "cached.html"
        path.write_text(written("html", [kept]), encoding="utf-8")
        browser.open(path)
        assert browser.texts("pre mark")[:3] == ["截", "止", "2024年"]

    def test_among_many_drafts_the_last_one_is_reached(self, browser: Browser, tmp_path: Path) -> None:
        result = read(TEXT)
        many = [result._replace(path=f"{number}.txt", diagnostics=tuple(findings(result))) for number in range(30)]
        path = tmp_path / "many.html"
        path.write_text(written("html", many), encoding="utf-8")
        browser.open(path)
        assert browser.style("#file-30", "contentVisibility") == "auto"
        browser.run("location.hash = 'm30-4'")
        assert browser.wait_until_visible("#m30-4")
        assert "current" in (browser.find("#f30-4").get_attribute("class") or "")

    def test_nothing_found(self, browser: Browser, tmp_path: Path) -> None:
        path = tmp_path / "clean.html"
        path.write_text(written("html", [read(TEXT)]), encoding="utf-8")
        browser.open(path)
        assert "没有发现问题" in browser.find("main").text
        assert browser.find(".draft").is_displayed()
        assert browser.all("#filters, nav") == []
