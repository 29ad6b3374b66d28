// Where the server is. Knows nothing of VS Code: what it asks of the world is handed in, so that tests can do so too.
import { isName } from "./paths";
import type { Command, Ran } from "./programs";

/** Where a server may come from, in the order in which they are asked. */
export type Source = "path" | "interpreter" | "environments" | "python" | "command" | "system" | "bundled";

/** How it went with one candidate. */
export type Outcome =
  | "found"
  | "unset"
  | "untrusted"
  | "absent"
  | "missing"
  | "overdue"
  | "unrunnable"
  | "outdated"
  | "without-gxlint"
  | "python-outdated"
  | "no-python";

/** One thing tried. */
export interface Step {
  readonly source: Source;
  readonly outcome: Outcome;
  readonly file?: string;
  /** The version found, or what went wrong in the words of the system. */
  readonly detail?: string;
}

/** A server that can be run. */
export interface Found {
  readonly source: Source;
  readonly command: Command;
  readonly version: string;
  /** Of the Python that runs it, where that is known. */
  readonly python?: string;
}

/** What was found, and how. */
export interface Discovery {
  readonly found: Found | undefined;
  readonly steps: readonly Step[];
}

/** What the user wants: absolute paths, or mere names to be looked for; empty where nothing is said. */
export interface Wishes {
  readonly path: string;
  readonly interpreter: string;
  readonly trusted: boolean;
}

/** What discovery asks of the world. */
export interface World {
  /** Run a program for a moment. */
  run(command: Command): Promise<Ran>;
  /** Where programs of these names are, in the order of preference. */
  whereAre(names: readonly string[]): Promise<readonly string[]>;
  /** The interpreter that the extension Python Environments has chosen; `undefined` if it is not installed. */
  environments(): Promise<string | undefined>;
  /** The interpreter that the extension Python has chosen. */
  python(): Promise<string | undefined>;
  readonly platform: NodeJS.Platform;
  /** The script that tells what a Python has. */
  readonly probe: string;
  /** The script that runs what comes with the extension. */
  readonly bundled: string;
}

/** The oldest gxlint that this extension can work with. */
export const MINIMAL_VERSION = "0.1.0";
/** The oldest Python that gxlint runs in. */
export const MINIMAL_PYTHON = "3.11";
/** A program that has not answered after so many seconds is passed over; a scanner for viruses may hold up the first. */
export const ANSWER_LIMIT = 30;

/** Find a server; each step is noted as it is made. */
export async function discover(wishes: Wishes, world: World, note: (step: Step) => void): Promise<Discovery> {
  const steps: Step[] = [];
  const search = new Search(wishes, world, (step) => {
    steps.push(step);
    note(step);
  });
  return { found: await search.first(), steps };
}

interface Python {
  readonly executable: string;
  readonly version: string;
}

class Search {
  /** Those in which the bundled server could run, the best first. */
  private readonly pythons: Python[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly wishes: Wishes,
    private readonly world: World,
    private readonly note: (step: Step) => void,
  ) {}

  async first(): Promise<Found | undefined> {
    return (
      (await this.configured("path", this.wishes.path, (file) => this.tool("path", file))) ??
      (await this.configured("interpreter", this.wishes.interpreter, (file) => this.inPython("interpreter", file))) ??
      (await this.chosen("environments")) ??
      (await this.chosen("python")) ??
      (await this.commands()) ??
      (await this.system()) ??
      (await this.bundled())
    );
  }

  private async configured(
    source: Source,
    file: string,
    look: (file: string) => Promise<Found | undefined>,
  ): Promise<Found | undefined> {
    if (!file) {
      this.note({ source, outcome: "unset" });
      return undefined;
    }
    const [program] = isName(file) ? await this.world.whereAre([file]) : [file];
    if (program === undefined) {
      this.note({ source, file, outcome: "missing" });
      return undefined;
    }
    return look(program);
  }

  /** A Python that another extension has chosen. In a stranger's workspace it may be the stranger's. */
  private async chosen(source: "environments" | "python"): Promise<Found | undefined> {
    if (!this.wishes.trusted) {
      this.note({ source, outcome: "untrusted" });
      return undefined;
    }
    const file = await this.world[source]();
    if (file === undefined) {
      this.note({ source, outcome: "absent" });
      return undefined;
    }
    return this.inPython(source, file);
  }

  private async commands(): Promise<Found | undefined> {
    const files = await this.world.whereAre(["gxlint"]);
    if (files.length === 0) {
      this.note({ source: "command", outcome: "missing" });
    }
    return firstOf(files, (file) => this.tool("command", file));
  }

  private async system(): Promise<Found | undefined> {
    const isWindows = this.world.platform === "win32";
    const files = await this.world.whereAre(isWindows ? ["py", "python", "python3"] : POSIX_PYTHONS);
    if (files.length === 0) {
      this.note({ source: "system", outcome: "missing" });
    }
    return firstOf(files, (file) => {
      const isLauncher = isWindows && /[\\/]py\.exe$/i.test(file);
      return this.inPython("system", file, isLauncher ? ["-3"] : []);
    });
  }

  private async bundled(): Promise<Found | undefined> {
    if (this.pythons.length === 0) {
      this.note({ source: "bundled", outcome: "no-python" });
    }
    return firstOf(this.pythons, ({ executable, version }) =>
      this.tool("bundled", executable, ["-I", this.world.bundled], version),
    );
  }

  private async tool(
    source: Source,
    file: string,
    args: readonly string[] = [],
    python?: string,
  ): Promise<Found | undefined> {
    const output = await this.output(source, { file, args: [...args, "--version"] });
    if (output === undefined) {
      return undefined;
    }
    const version = /^gxlint (\d\S*)/m.exec(output)?.[1];
    if (version === undefined) {
      this.note({ source, file, outcome: "unrunnable", detail: lastLine(output) });
      return undefined;
    }
    const found = { source, version, command: { file, args: [...args, "server"] } };
    return this.accepted(python === undefined ? found : { ...found, python }, file);
  }

  private async inPython(source: Source, file: string, args: readonly string[] = []): Promise<Found | undefined> {
    const output = await this.output(source, { file, args: [...args, this.world.probe] });
    const told = output === undefined ? undefined : parsed(output);
    if (told === undefined) {
      if (output !== undefined) {
        this.note({ source, file, outcome: "unrunnable", detail: lastLine(output) });
      }
      return undefined;
    }
    if (isOlder(told.python, MINIMAL_PYTHON)) {
      this.note({ source, file, outcome: "python-outdated", detail: told.python });
      return undefined;
    }
    if (!this.seen.has(told.executable)) {
      this.seen.add(told.executable);
      this.pythons.push({ executable: told.executable, version: told.python });
    }
    if (told.gxlint === null) {
      this.note({ source, file, outcome: "without-gxlint", detail: told.python });
      return undefined;
    }
    const command = { file: told.executable, args: ["-m", "gxlint", "server"] };
    return this.accepted({ source, command, version: told.gxlint, python: told.python }, file);
  }

  private accepted(found: Found, file: string): Found | undefined {
    const isOld = isOlder(found.version, MINIMAL_VERSION);
    this.note({ source: found.source, file, outcome: isOld ? "outdated" : "found", detail: found.version });
    return isOld ? undefined : found;
  }

  private async output(source: Source, command: Command): Promise<string | undefined> {
    const ran = await this.world.run(command);
    if (ran.kind === "ended" && ran.status === 0) {
      return ran.output;
    }
    const step = { source, file: command.file };
    if (ran.kind === "ended") {
      const detail = lastLine(ran.complaint) || `exit status ${String(ran.status)}`;
      this.note({ ...step, outcome: "unrunnable", detail });
    } else {
      this.note(ran.kind === "overdue" ? { ...step, outcome: "overdue" } : { ...step, outcome: "unrunnable", detail: ran.reason });
    }
    return undefined;
  }
}

const POSIX_PYTHONS = ["python3", "python", "python3.14", "python3.13", "python3.12", "python3.11"];

/** Where programs say what went wrong. */
function lastLine(output: string): string {
  return output.trim().split("\n").at(-1) ?? "";
}

async function firstOf<Item>(
  items: readonly Item[],
  look: (item: Item) => Promise<Found | undefined>,
): Promise<Found | undefined> {
  for (const item of items) {
    const found = await look(item);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

interface Told {
  readonly python: string;
  readonly executable: string;
  readonly gxlint: string | null;
}

function parsed(output: string): Told | undefined {
  try {
    const told = JSON.parse(output) as Partial<Told> | null;
    return typeof told?.python === "string" && typeof told.executable === "string"
      ? { python: told.python, executable: told.executable, gxlint: told.gxlint ?? null }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a version is older than another; whatever follows the numbers does not count. */
export function isOlder(version: string, than: string): boolean {
  const [numbers, others] = [version, than].map((text) => /^\d+(\.\d+)*/.exec(text)?.[0].split(".").map(Number) ?? []);
  const length = Math.max(numbers?.length ?? 0, others?.length ?? 0);
  for (let index = 0; index < length; index++) {
    const difference = (numbers?.[index] ?? 0) - (others?.[index] ?? 0);
    if (difference !== 0) {
      return difference < 0;
    }
  }
  return false;
}
