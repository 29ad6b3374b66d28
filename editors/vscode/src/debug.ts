// What a user can send to those who are to help.
import type { Command } from "./programs";

/** What is to be told. */
export interface Facts {
  readonly versions: Readonly<Record<string, string>>;
  readonly language: string;
  readonly trusted: boolean;
  /** The server's state. */
  readonly server: string;
  readonly command: Command | undefined;
  readonly steps: readonly string[];
  readonly settings: Readonly<Record<string, unknown>>;
  /** The user's home folder; it is written as `~`, because its name is the user's. */
  readonly home: string;
}

/** The facts as Markdown. */
export function debugInformation(facts: Facts): string {
  const settings = Object.entries(facts.settings).filter(([, value]) => !isEmpty(value));
  const lines = [
    ...Object.entries(facts.versions).map(([name, version]) => `- ${name}: ${version}`),
    `- language: ${facts.language}`,
    `- trusted: ${String(facts.trusted)}`,
    `- server: ${facts.server}`,
    ...(facts.command ? [`- command: ${[facts.command.file, ...facts.command.args].join(" ")}`] : []),
    ...facts.steps.map((step) => `  - ${step}`),
    ...settings.map(([name, value]) => `- gxlint.${name}: ${JSON.stringify(value)}`),
  ];
  return withoutHome(lines.join("\n"), facts.home) + "\n";
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

function withoutHome(text: string, home: string): string {
  const spellings = [home, JSON.stringify(home).slice(1, -1)].filter((spelling) => spelling.length > 1);
  return spellings.reduce((kept, spelling) => kept.replaceAll(spelling, "~"), text);
}
