// Draws a block of a draft with its findings marked.
import { isExact, overlap, worst, type Block, type Finding, type Severity, type Span, type Words } from "./model";

/** What is to be seen in a block. */
export interface Scene {
  /** Of the block, in the order of the text. */
  readonly findings: readonly Finding[];
  /** Where the user is in the text; an empty range is a mere cursor. */
  readonly here: Span | undefined;
  /** What each severity is called. */
  readonly names: Readonly<Record<Severity, string>>;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as markup. Characters that would reorder or break the page around them become visible signs. */
export function escape(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
    .replace(/[\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, "\u2426");
}

/** A block as markup. Marks name findings by their number in the scene, in `data-f`. */
export function draw(block: Block, scene: Scene): string {
  const drawing = new Drawing(block, scene);
  const content = block.parts.map((part) => (typeof part === "string" ? part : drawing.words(part))).join("");
  return drawing.margin() + content;
}

class Drawing {
  /** Findings that a mark of this block already leads to. */
  private readonly reached = new Set<number>();
  /** Findings that are marked on words; all others are marked on the block as a whole. */
  private readonly onWords: Set<number>;

  constructor(
    block: Block,
    private readonly scene: Scene,
  ) {
    const words = block.parts.filter((part) => typeof part !== "string");
    this.onWords = new Set(
      [...scene.findings.keys()].filter((number) => {
        const span = spanOf(scene, number);
        return !(isTable(block) && takesIn(span, words)) && words.some((piece) => touches(span, piece));
      }),
    );
  }

  /** What stands beside the block: how much was found in it, and marks for what lies on none of its words. */
  margin(): string {
    const { findings } = this.scene;
    const severity = worst(findings.map((finding) => finding.severity));
    if (severity === undefined) {
      return "";
    }
    const whole = [...findings.keys()].filter((number) => !this.onWords.has(number));
    const count = `<span class="count ${severity}" aria-hidden="true">${String(findings.length)}</span>`;
    return count + whole.map((number) => this.mark("", [number], "whole")).join("");
  }

  /** Words cut where findings begin and end. */
  words(words: Words): string {
    const [start, end] = words;
    const touching = [...this.onWords].filter((number) => touches(spanOf(this.scene, number), words));
    if (touching.length === 0 && !this.isHere([start, end])) {
      return escape(words[2]);
    }
    return isExact(words) && start < end ? this.cut(words, touching) : this.run(words[2], [start, end], touching);
  }

  private cut([start, end, shown]: Words, touching: readonly number[]): string {
    const spans = touching.map((number) => spanOf(this.scene, number));
    const ends = [...spans, this.scene.here ?? []].flat().filter((offset) => offset > start && offset < end);
    const cuts = [...new Set([start, ...ends, end])].sort((one, other) => one - other);
    const drawn = cuts.slice(0, -1).map((low, index) => {
      const run: Span = [low, cuts[index + 1] ?? end];
      const points = touching.filter((number) => isPoint(spanOf(this.scene, number), low));
      const on = touching.filter((number) => covers(spanOf(this.scene, number), run));
      return this.points(points) + this.run(shown.slice(run[0] - start, run[1] - start), run, on);
    });
    return drawn.join("") + this.points(touching.filter((number) => isPoint(spanOf(this.scene, number), end)));
  }

  /** Places without characters, where something is missing. */
  private points(numbers: readonly number[]): string {
    const fresh = numbers.filter((number) => !this.reached.has(number));
    return fresh.length > 0 ? this.mark("", fresh, "point") : "";
  }

  private run(shown: string, span: Span, on: readonly number[]): string {
    const text = escape(shown);
    const marked = on.length > 0 ? this.mark(text, on, shown === "" ? "point" : "") : text;
    if (!this.isHere(span)) {
      return marked;
    }
    const cursor = this.scene.here?.[0] === this.scene.here?.[1];
    return `<span class="${cursor ? "cursor" : "here"}">${marked}</span>`;
  }

  private isHere(span: Span): boolean {
    const { here } = this.scene;
    return here !== undefined && overlap(here, span);
  }

  /** Only the first mark of a finding takes the focus: one stop for each finding. */
  private mark(content: string, numbers: readonly number[], kind: string): string {
    const found = numbers.flatMap((number) => this.scene.findings[number] ?? []);
    const severity = worst(found.map((finding) => finding.severity)) ?? "info";
    const classes = [severity, kind, found.length > 1 ? "many" : ""].filter(Boolean).join(" ");
    const title = found.map(({ message, rule }) => `${message} (${rule})`).join("\n");
    const label = found.map((finding) => `${this.scene.names[finding.severity]}: ${finding.message}`).join("\n");
    const first = numbers.some((number) => !this.reached.has(number));
    for (const number of numbers) {
      this.reached.add(number);
    }
    const focus = first ? ` tabindex="0" role="button" aria-label="${escape(label)}"` : "";
    return `<mark class="${classes}" data-f="${numbers.join(" ")}" title="${escape(title)}"${focus}>${content}</mark>`;
  }
}

function spanOf(scene: Scene, number: number): Span {
  return scene.findings[number]?.span ?? [0, 0];
}

function isPoint(span: Span, offset: number): boolean {
  return span[0] === span[1] && span[0] === offset;
}

function covers(span: Span, run: Span): boolean {
  return span[0] !== span[1] && span[0] <= run[0] && run[1] <= span[1];
}

/** Whether a range is to be marked on words. Blank ones, as those of a cell, are marked only where they are meant. */
function touches(span: Span, [start, end]: Words): boolean {
  return overlap(span, [start, end]) && (start < end || span[0] === span[1]);
}

function isTable(block: Block): boolean {
  return block.parts.some((part) => typeof part === "string" && part.includes("<table"));
}

/** Whether a range is a whole of several pieces, such as a table, rather than words in it. */
function takesIn(span: Span, words: readonly Words[]): boolean {
  const [first, last] = [words[0], words.at(-1)];
  return words.length > 1 && first !== undefined && last !== undefined && span[0] <= first[0] && span[1] >= last[1];
}
