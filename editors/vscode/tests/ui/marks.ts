// Where the marks are on the screen.
import type { Locator, Page } from "playwright-core";

/** A rectangle on the screen, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The squiggles that the editor shows, of a severity. */
export async function squiggles(page: Page, severity: "error" | "warning" | "info"): Promise<Box[]> {
  return page.locator(`.editor-instance .squiggly-${severity}`).evaluateAll((elements) =>
    elements.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );
}

/** Where the editor shows some words, the first time; `inside` others of the same line that tell which. */
export async function placeOf(page: Page, words: string, inside = words): Promise<Box> {
  const line = page.locator(".editor-instance .view-line", { hasText: inside }).first();
  await line.waitFor();
  return line.evaluate((element, { words, inside }) => {
    // The editor cuts a line into pieces of one colour, and writes its blanks as ones that do not break.
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const ends: { node: Text; end: number }[] = [];
    let text = "";
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      text += node.data.replaceAll("\u00a0", " ");
      ends.push({ node, end: text.length });
    }
    const start = text.indexOf(inside) + inside.indexOf(words);
    const range = document.createRange();
    const at = (offset: number, isEnd: boolean): [Text, number] => {
      const piece = ends.find(({ end }) => (isEnd ? offset <= end : offset < end));
      if (piece === undefined) throw new Error(`${words} is not in ${text}`);
      return [piece.node, piece.node.length - (piece.end - offset)];
    };
    range.setStart(...at(start, false));
    range.setEnd(...at(start + words.length, true));
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, top, bottom };
  }, { words, inside });
}

/** Where an element is. */
export async function placeOfElement(element: Locator): Promise<Box> {
  return element.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom };
  });
}

/** Whether a squiggle begins and ends where some words do, on their line. */
export function isUnder(squiggle: Box, words: Box): boolean {
  const middle = (words.top + words.bottom) / 2;
  return (
    Math.abs(squiggle.left - words.left) < 2 &&
    Math.abs(squiggle.right - words.right) < 2 &&
    squiggle.top < middle &&
    middle < squiggle.bottom
  );
}
