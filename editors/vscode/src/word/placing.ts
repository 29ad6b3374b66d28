// Which block of a draft a place in its text belongs to.
import { overlap, type Block, type Finding, type Span } from "./model";

/** The number of the last block that starts at or before an offset; the first, if none does. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.span[0] ?? 0) <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return Math.max(0, low - 1);
}

/** The numbers of the blocks that a range touches; at least the one before it, for what stands between blocks. */
export function blocksOf(blocks: readonly Block[], span: Span): number[] {
  const first = blockAt(blocks, span[0]);
  const touched: number[] = [];
  for (let number = first; number < blocks.length; number += 1) {
    const block = blocks[number];
    if (block === undefined || block.span[0] > span[1]) {
      break;
    }
    if (overlap(block.span, span)) {
      touched.push(number);
    }
  }
  return touched.length > 0 || blocks.length === 0 ? touched : [first];
}

/** The findings of each block, each list in the order of the text. */
export function byBlock(blocks: readonly Block[], findings: readonly Finding[]): Finding[][] {
  const lists: Finding[][] = blocks.map(() => []);
  for (const finding of sorted(findings)) {
    for (const number of blocksOf(blocks, finding.span)) {
      lists[number]?.push(finding);
    }
  }
  return lists;
}

/** Findings in the order of the text. */
export function sorted(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((one, other) => one.span[0] - other.span[0] || one.span[1] - other.span[1]);
}

/** Of findings in the order of the text, the next one behind a place or before it; round the ends. */
export function neighbour(findings: readonly Finding[], from: Span | undefined, step: 1 | -1): Finding | undefined {
  const order = step > 0 ? findings : [...findings].reverse();
  const beyond = ({ span }: Finding): boolean =>
    from === undefined || step * (span[0] - from[0] || span[1] - from[1]) > 0;
  return order.find(beyond) ?? order[0];
}
