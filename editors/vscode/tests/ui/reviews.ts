// Word files under review.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Frame } from "playwright-core";
import { until } from "../harness/patience";
import type { Found, Scene } from "../harness/scene";

/** Open the review of a Word file. */
export async function review(it: Scene, file: string): Promise<void> {
  await it.host.run(
    async ({ vscode }, path) => {
      await vscode.commands.executeCommand("gxlint.reviewWord", vscode.Uri.file(path));
    },
    join(it.folder, file),
  );
}

/** The address of the text that a Word file is reviewed as. */
export function text(it: Scene, file: string): string {
  return `${pathToFileURL(join(it.folder, file)).href.replace("file:", "gxlint-docx:")}.txt`;
}

/** The page of a preview, once the draft is in it. */
export async function preview(it: Scene, file: string): Promise<Frame> {
  return until(`the preview of ${file}`, async () => (await previews(it, file))[0]);
}

/** The pages of all previews of a file. */
export async function previews(it: Scene, file: string): Promise<Frame[]> {
  const shown = await Promise.all(
    it.page.frames().map(async (frame) => {
      // a frame may go while it is asked
      const isShown = await frame.locator("#draft").count().then(Boolean, () => false);
      return isShown && (await frame.title().catch(() => "")) === file ? [frame] : [];
    }),
  );
  return shown.flat();
}

/** The findings in a Word file, once they are as they should be and its preview counts as many. */
export async function agreed(
  it: Scene,
  file: string,
  page: Frame,
  asExpected = (found: Found[]): boolean => found.length > 0,
): Promise<Found[]> {
  return until(`findings, and as many in the preview of ${file}`, async () => {
    const found = await it.findings(text(it, file));
    const [count] = /\d+/.exec((await page.locator("#count").textContent()) ?? "") ?? [];
    return asExpected(found) && count === String(found.length) && found;
  });
}
