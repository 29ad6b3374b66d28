// The page of the preview: draws the draft, marks findings, and says where the user goes.
import { draw } from "../src/word/drawing";
import type { FromPage, Labels, ToPage } from "../src/word/messages";
import type { Block, Finding, Span } from "../src/word/model";
import { blockAt, byBlock, neighbour, sorted } from "../src/word/placing";

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** A slice of drawing takes so many milliseconds, so that the page answers meanwhile. */
const SLICE = 12;

const vscode = acquireVsCodeApi();

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) {
    throw new Error(`no #${id}`);
  }
  return found;
}

const draft = element("draft");
const count = element("count");
const notice = element("notice");

/** A block on the page. */
interface Shown {
  readonly node: HTMLElement;
  markup: string;
}

class Page {
  private blocks: readonly Block[] = [];
  private shown: Shown[] = [];
  private labels: Labels | undefined;
  private findings: readonly Finding[] | undefined;
  private lists: readonly (readonly Finding[])[] = [];
  private here: Span | undefined;
  private pending = new Set<number>();
  private drawing = false;
  /** Where the page was scrolled to when it was last hidden. */
  private scroll = scrollOf(vscode.getState());

  /** Show another text. Blocks at the start and the end that are the same keep their places. */
  setBlocks(blocks: readonly Block[], labels: Labels): void {
    const anchor = this.anchor();
    const before = this.blocks.map(looks);
    const after = blocks.map(looks);
    const start = common(before, after);
    const end = common(before.slice(start).reverse(), after.slice(start).reverse());
    for (const { node } of this.shown.slice(start, before.length - end)) {
      node.remove();
    }
    if (this.shown.length === 0) {
      draft.replaceChildren();
    }
    const following = this.shown[before.length - end]?.node ?? null;
    const fresh = after.slice(start, after.length - end).map(() => this.insert(following));
    this.shown = [...this.shown.slice(0, start), ...fresh, ...this.shown.slice(before.length - end)];
    this.blocks = blocks;
    this.labels = labels;
    this.findings = undefined;
    this.here = undefined;
    this.redraw();
    anchor();
    draft.setAttribute("aria-busy", "false");
  }

  private insert(before: Node | null): Shown {
    const node = document.createElement("div");
    node.className = "block";
    draft.insertBefore(node, before);
    return { node, markup: "" };
  }

  setFindings(findings: readonly Finding[] | undefined): void {
    this.findings = findings && sorted(findings);
    this.redraw();
    this.tally();
  }

  /** Show where the user is in the text. */
  setHere(span: Span): void {
    const before = this.here;
    this.here = span;
    const number = blockAt(this.blocks, span[0]);
    this.draw(number);
    if (before !== undefined) {
      const left = blockAt(this.blocks, before[0]);
      if (left !== number) {
        this.draw(left);
      }
    }
    const node = this.shown[number]?.node;
    const target = node?.querySelector(".here, .cursor") ?? node;
    if (target !== undefined && !isVisible(target)) {
      target.scrollIntoView({ block: "center" });
    }
  }

  /** The findings that a mark stands for. */
  marked(mark: HTMLElement): Finding[] {
    const number = this.shown.findIndex(({ node }) => node.contains(mark));
    const list = this.lists[number] ?? [];
    return (mark.dataset.f ?? "").split(" ").flatMap((index) => list[Number(index)] ?? []);
  }

  /** Go to a finding before or behind the place where the user is. */
  step(step: 1 | -1): void {
    const next = neighbour(this.findings ?? [], this.here, step);
    if (next !== undefined) {
      this.setHere(next.span);
      vscode.postMessage({ type: "jump", span: next.span });
    }
  }

  /** Keep what is seen at the top of the window there. */
  private anchor(): () => void {
    const top = this.shown.find(({ node }) => node.getBoundingClientRect().bottom > 0)?.node;
    const offset = top?.getBoundingClientRect().top ?? 0;
    return () => {
      if (top?.isConnected) {
        scrollBy(0, top.getBoundingClientRect().top - offset);
      }
    };
  }

  private redraw(): void {
    this.lists = byBlock(this.blocks, this.findings ?? []);
    this.pending = new Set(this.blocks.keys());
    if (!this.drawing) {
      this.drawing = true;
      this.drawSome();
    }
  }

  /** Draw for a while; what is to be seen comes first with the first slice, as drawing begins at the top. */
  private drawSome(): void {
    const end = performance.now() + SLICE;
    for (const number of this.pending) {
      this.draw(number);
      if (performance.now() > end) {
        break;
      }
    }
    this.drawing = this.pending.size > 0;
    if (this.drawing) {
      setTimeout(() => {
        this.drawSome();
      });
    } else if (this.scroll > 0) {
      scrollTo(0, this.scroll);
      this.scroll = 0;
    }
  }

  private draw(number: number): void {
    this.pending.delete(number);
    const [block, shown] = [this.blocks[number], this.shown[number]];
    if (block === undefined || shown === undefined || this.labels === undefined) {
      return;
    }
    const isHere = this.here !== undefined && blockAt(this.blocks, this.here[0]) === number;
    const scene = {
      findings: this.lists[number] ?? [],
      here: isHere ? this.here : undefined,
      names: this.labels.severities,
    };
    const markup = draw(block, scene);
    shown.node.classList.toggle("current", isHere);
    if (markup !== shown.markup) {
      shown.node.innerHTML = markup;
      shown.markup = markup;
    }
  }

  private tally(): void {
    const number = this.findings?.length;
    count.textContent = number === undefined ? "" : (this.labels?.[number ? "found" : "nothing"] ?? "").replace("{0}", String(number));
  }
}

function scrollOf(state: unknown): number {
  const scroll = typeof state === "object" && state !== null && "scroll" in state ? state.scroll : 0;
  return typeof scroll === "number" ? scroll : 0;
}

/** How a block looks, wherever it stands. */
function looks({ parts }: Block): string {
  return parts.map((part) => (typeof part === "string" ? part : part[2])).join("\0");
}

/** The length of what two lists have in common at the start. */
function common(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((item, index) => item !== other[index]);
  return differs < 0 ? one.length : differs;
}

function isVisible(target: Element): boolean {
  const { top, bottom } = target.getBoundingClientRect();
  return top >= element("readonly").getBoundingClientRect().bottom && bottom <= innerHeight;
}

const page = new Page();

addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case "blocks":
      page.setBlocks(data.blocks, data.labels);
      break;
    case "findings":
      page.setFindings(data.findings);
      break;
    case "here":
      page.setHere(data.span);
      break;
    case "notice":
      notice.textContent = data.text;
      notice.hidden = data.text === "";
      break;
  }
});

function markOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("mark") : null;
}

/** Go to the words that a mark stands on. */
function jump(mark: HTMLElement): void {
  const [finding] = page.marked(mark);
  if (finding !== undefined) {
    vscode.postMessage({ type: "jump", span: finding.span });
  }
}

draft.addEventListener("click", ({ target }) => {
  const beside = target instanceof Element && target.matches(".count") ? target.parentElement?.querySelector("mark") : null;
  const mark = markOf(target) ?? beside;
  if (mark && getSelection()?.isCollapsed !== false) {
    jump(mark);
  }
});
draft.addEventListener("keydown", (event) => {
  const mark = markOf(event.target);
  if (mark && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    jump(mark);
  }
});
document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("button") : null;
  switch (button?.id) {
    case "previous":
      page.step(-1);
      break;
    case "next":
      page.step(1);
      break;
    case "showText":
    case "openInWord":
      vscode.postMessage({ type: button.id });
      break;
  }
});
addEventListener("scroll", () => {
  vscode.setState({ scroll: scrollY });
});
vscode.postMessage({ type: "ready" });
