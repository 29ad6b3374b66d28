// The tests' end of the line to an extension host.
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";
import type { Call, Reply, Tools } from "./protocol";

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** An extension host that calls the functions it is sent. */
export class Host {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;

  constructor(socket: Socket) {
    this.#socket = socket;
    createInterface({ input: socket }).on("line", (line) => {
      this.#settle(JSON.parse(line) as Reply);
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      for (const { reject } of this.#waiting.values()) reject(new Error("the extension host has gone"));
    });
  }

  /**
   * Call a function in the extension host.
   * @param call uses nothing but what it is given: its source is sent.
   * @param argument and the result pass as JSON.
   */
  async run<A, R>(call: (tools: Tools, argument: A) => R | Promise<R>, argument: A): Promise<R>;
  async run<R>(call: (tools: Tools) => R | Promise<R>): Promise<R>;
  async run(call: (tools: Tools, argument: never) => unknown, argument?: unknown): Promise<unknown> {
    if (this.#socket.destroyed) throw new Error("the extension host has gone");
    const id = ++this.#calls;
    const reply = new Promise<unknown>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#socket.write(`${JSON.stringify({ id, code: call.toString(), argument } satisfies Call)}\n`);
    return reply;
  }

  /** Hang up, upon which the host ends. */
  close(): void {
    this.#socket.destroy();
  }

  #settle({ id, value, error }: Reply): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(value);
    else waiting?.reject(new Error(error));
  }
}

/** Where extension hosts call. */
export class Switchboard {
  readonly #server: Server;
  readonly #arrived: Host[] = [];
  readonly #expected: ((host: Host) => void)[] = [];

  private constructor(server: Server) {
    this.#server = server;
    server.on("connection", (socket) => {
      const host = new Host(socket);
      const expecting = this.#expected.shift();
      if (expecting) expecting(host);
      else this.#arrived.push(host);
    });
  }

  /** One that listens at a free port. */
  static async open(): Promise<Switchboard> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new Switchboard(server);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** The next host that calls. */
  async next(): Promise<Host> {
    return this.#arrived.shift() ?? new Promise((resolve) => this.#expected.push(resolve));
  }

  close(): void {
    this.#server.close();
  }
}
