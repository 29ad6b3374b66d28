// Drafts to open: the examples of the documentation, in fresh folders.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { remove, temporary } from "./endings";
import { REPOSITORY } from "./places";

/** Files by their paths in a folder. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** The example in one of the three formats: an invented township's report with typical faults. */
export async function example(suffix: ".md" | ".txt"): Promise<string>;
export async function example(suffix: ".docx"): Promise<Buffer>;
export async function example(suffix: string): Promise<string | Buffer> {
  const file = join(REPOSITORY, "docs", "examples", `云溪镇2024年度报告${suffix}`);
  return suffix === ".docx" ? readFile(file) : readFile(file, "utf8");
}

/** A fresh folder with these files. */
export async function workspace(files: Files): Promise<string> {
  // Not right below the folder for temporary files, whose other content is none of the drafts' business.
  const folder = join(await temporary("gxlint-drafts-"), "政务公开");
  await mkdir(folder);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** Remove a folder of {@link workspace}. */
export async function discard(folder: string): Promise<void> {
  await remove(dirname(folder));
}
