// Two things that keep a server's restarts in order.

/** Jobs of which one runs at a time, in the order in which they are asked for. */
export class Turns {
  private last: Promise<void> = Promise.resolve();
  private readonly waiting = new Map<string, Promise<void>>();

  /** Have a job done after all others; settles when it is done. One of a kind that waits already is that one. */
  take(kind: string, job: () => Promise<void>): Promise<void> {
    const waiting = this.waiting.get(kind);
    if (waiting !== undefined) {
      return waiting;
    }
    const turn = this.last.then(() => {
      this.waiting.delete(kind);
      return job();
    });
    this.waiting.set(kind, turn);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** How often a server that crashes is started again, and after what pause. */
export class Patience {
  private crashes: number[] = [];

  /**
   * @param most crashes within the window that are put up with.
   * @param window in milliseconds.
   * @param pause before the first new start, in milliseconds; it doubles with each.
   */
  constructor(
    private readonly most = 4,
    private readonly window = 180_000,
    private readonly pause = 250,
  ) {}

  /** Take note of a crash: the pause until the next start, or `undefined` if that is enough. */
  crashed(now: number): number | undefined {
    this.crashes = [...this.crashes.filter((time) => now - time < this.window), now];
    return this.crashes.length > this.most ? undefined : this.pause * 2 ** (this.crashes.length - 1);
  }

  /** Begin anew. */
  forget(): void {
    this.crashes = [];
  }
}
