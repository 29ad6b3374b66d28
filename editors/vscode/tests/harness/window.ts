// A window of VS Code, in a browser.
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import type { Host } from "./host";
import { inTime, PATIENCE } from "./patience";
import { ARTEFACTS, CHROMIUM, EXTENSION } from "./places";
import type { VSCodeServer } from "./server";

let browser: Promise<Browser> | undefined;

/** The browser of all windows. */
async function theBrowser(): Promise<Browser> {
  return (browser ??= chromium.launch({
    executablePath: CHROMIUM,
    timeout: PATIENCE,
    args: ["--disable-dev-shm-usage", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  }));
}

/** Close the browser, if there is one. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
}

/** A page with VS Code, and the extension host behind it. */
export class Window {
  readonly page: Page;
  readonly host: Host;

  private constructor(page: Page, host: Host) {
    this.page = page;
    this.host = host;
  }

  /**
   * Open a folder.
   * @param file of the folder, shown from the start.
   */
  static async open(server: VSCodeServer, folder: string, file?: string): Promise<Window> {
    const context = await (await theBrowser()).newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    // Nothing but the server is asked for anything.
    await context.route(
      (url) => url.hostname !== "127.0.0.1" && !url.hostname.endsWith(".localhost"),
      (route) => route.abort(),
    );
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const remote = (path: string): string => `vscode-remote://127.0.0.1:${String(server.port)}${path}`;
    const payload = [["extensionDevelopmentPath", remote(join(EXTENSION, "tests", "harness", "driver"))]];
    if (file !== undefined) payload.push(["openFile", remote(join(folder, file))]);
    const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
    const host = server.switchboard.next();
    await page.goto(`${server.url}?${query.toString()}`);
    await page.waitForSelector(".monaco-workbench");
    return new Window(page, await inTime("the extension host", host));
  }

  /** Keep what is seen. */
  async shoot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(ARTEFACTS, `${name}.png`) });
  }

  /** Close the page, and the host with it. */
  async close(): Promise<void> {
    this.host.close();
    await this.page.context().close();
  }
}
