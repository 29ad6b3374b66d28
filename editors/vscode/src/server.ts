// The server's life: found, started, watched, started again, stopped.
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import * as os from "node:os";
import * as vscode from "vscode";
import { ExecuteCommandRequest } from "vscode-languageclient/node";
import { QuietClient } from "./client";
import { discover, type Found, type Step } from "./discovery";
import { kill, reasonOf, start } from "./programs";
import { wishes } from "./settings";
import { Patience, Turns } from "./turns";
import { told } from "./wording";
import { realWorld } from "./world";

/** What the server is doing. */
export type State =
  | { readonly kind: "stopped" | "searching" | "missing" }
  | { readonly kind: "starting" | "running"; readonly found: Found; readonly pid: number | undefined }
  | Failed;

/** It was found, but does not run. */
export interface Failed {
  readonly kind: "failed";
  readonly found: Found;
  readonly reason: string;
}

/** A server that has not answered for so many milliseconds after its start never will. */
const PATIENCE = 60_000;
const GOODBYE = 3_000;

/** One server for the window. */
export class Server implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<State>();
  /** Something has become of the server. */
  readonly onDidChange = this.changed.event;
  private current: State = { kind: "stopped" };
  private tried: readonly Step[] = [];
  private client: QuietClient | undefined;
  private process: ChildProcessWithoutNullStreams | undefined;
  private readonly turns = new Turns();
  private readonly patience = new Patience();

  constructor(
    private readonly context: vscode.ExtensionContext,
    /** Where it says what it does. */
    readonly log: vscode.LogOutputChannel,
  ) {}

  /** What it is doing. */
  get state(): State {
    return this.current;
  }

  /** How it was looked for. */
  get steps(): readonly Step[] {
    return this.tried;
  }

  /** Look for a server and start it, in place of the one that runs; settles when it runs or cannot. */
  restart(): Promise<void> {
    return this.turns.take("restart", async () => {
      this.patience.forget();
      await this.end();
      await this.begin();
    });
  }

  /** Look again for a server, and change to it if it is another one. */
  reconsider(): Promise<void> {
    return this.turns.take("reconsider", async () => {
      const found = await this.find();
      const runs = this.current.kind === "running" ? this.current.found : undefined;
      if (JSON.stringify(found?.command) !== JSON.stringify(runs?.command)) {
        await this.end();
        await this.run(found);
      }
    });
  }

  /** Stop it for good. */
  stop(): Promise<void> {
    return this.turns.take("stop", async () => {
      await this.end();
      this.become({ kind: "stopped" });
    });
  }

  /**
   * Have the server obey one of its commands, once it runs.
   *
   * @throws if there is no server, or the server refuses.
   */
  async execute<Answer>(command: string, ...args: unknown[]): Promise<Answer> {
    const client = await this.running();
    return (await client.sendRequest(ExecuteCommandRequest.type, { command, arguments: args })) as Answer;
  }

  /** Tell the server something; nobody is told if it does not run. */
  async notify(method: string, params: unknown): Promise<void> {
    if (this.client?.isRunning()) {
      await this.client.sendNotification(method, params);
    }
  }

  dispose(): void {
    this.changed.dispose();
    if (this.process !== undefined) {
      kill(this.process);
    }
  }

  private async begin(): Promise<void> {
    this.become({ kind: "searching" });
    await this.run(await this.find());
  }

  private async find(): Promise<Found | undefined> {
    const { found, steps } = await discover(wishes(), realWorld(this.context), (step) => {
      this.log.info(told(step));
    });
    this.tried = steps;
    return found;
  }

  private async run(found: Found | undefined): Promise<void> {
    if (found === undefined) {
      this.become({ kind: "missing" });
      return;
    }
    this.become({ kind: "starting", found, pid: undefined });
    const launch = (): Promise<ChildProcessWithoutNullStreams> => Promise.resolve(this.launch(found));
    const client: QuietClient = new QuietClient(launch, this.log, () => {
      this.gone(client, found);
    });
    this.client = client;
    try {
      await inTime(client.start());
      this.become({ kind: "running", found, pid: this.process?.pid });
    } catch (error) {
      await this.end();
      this.become({ kind: "failed", found, reason: reasonOf(error) });
    }
  }

  private launch(found: Found): ChildProcessWithoutNullStreams {
    const child = start(found.command, os.homedir());
    child.on("error", (error) => {
      this.log.error(error);
    });
    child.stdin.on("error", () => undefined); // that the server is gone is known from its output's end
    this.process = child;
    this.log.info([found.command.file, ...found.command.args].join(" "), `[${String(child.pid)}]`);
    return child;
  }

  /** The server has gone of itself: it is started again after a pause, unless it does so all the time. */
  private gone(client: QuietClient, found: Found): void {
    if (client !== this.client || this.current.kind !== "running") {
      return; // we have stopped it, or its start has failed, which is known otherwise
    }
    const pause = this.patience.crashed(Date.now());
    if (pause === undefined) {
      this.become({ kind: "failed", found, reason: vscode.l10n.t("The server has ended unexpectedly several times.") });
      return;
    }
    this.log.warn(vscode.l10n.t("The server has ended unexpectedly. It is started again in {0} ms.", pause));
    this.become({ kind: "starting", found, pid: undefined });
    void this.turns.take("revive", async () => {
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (client === this.client) {
        await this.end();
        await this.run(found);
      }
    });
  }

  private async end(): Promise<void> {
    const { client, process: child } = this;
    this.client = undefined;
    this.process = undefined;
    try {
      await (client?.isRunning() ? client.stop(GOODBYE) : undefined);
      await client?.dispose(GOODBYE);
    } catch (error) {
      this.log.debug(reasonOf(error));
    }
    if (child !== undefined) {
      setTimeout(kill, GOODBYE / 3, child); // one that has been told to leave is gone by then
    }
  }

  private become(state: State): void {
    this.current = state;
    this.changed.fire(state);
  }

  /** The client, as soon as it runs. */
  private async running(): Promise<QuietClient> {
    if (this.current.kind === "searching" || this.current.kind === "starting") {
      await this.settled();
    }
    if (this.current.kind === "running" && this.client !== undefined) {
      return this.client;
    }
    throw new Error(vscode.l10n.t("The gxlint server does not run."));
  }

  private settled(): Promise<void> {
    return new Promise((resolve) => {
      const listening = this.onDidChange(({ kind }) => {
        if (kind !== "searching" && kind !== "starting") {
          listening.dispose();
          resolve();
        }
      });
    });
  }
}

async function inTime(started: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(vscode.l10n.t("The server does not answer.")));
    }, PATIENCE);
  });
  try {
    await Promise.race([started, late]);
  } finally {
    clearTimeout(timer);
  }
}
