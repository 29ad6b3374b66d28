// Reading a file anew when it is saved, with patience: programs write in several steps, and some by way of other names.

/** A file that was saved is left alone for so many milliseconds. */
export const SETTLING = 300;
/** Pauses, in milliseconds, before a file is tried again that could not be read. */
export const RETRIES: readonly number[] = [400, 800, 1600];

/** What a follower does with what it follows. */
export interface Followed<Reading> {
  /** Read it; a reading that failed is none that is good, but no exception. */
  read(): Promise<Reading>;
  isGood(reading: Reading): boolean;
  /** Take what was read: the last that is good, or the last of all where none is. */
  take(reading: Reading): void;
  /** Let so many milliseconds pass. */
  wait(milliseconds: number): Promise<void>;
}

/** Reads something whenever it changes. Of several changes in a row only the last is read. */
export class Follower<Reading> {
  private generation = 0;

  constructor(private readonly followed: Followed<Reading>) {}

  /** Read it as it is. */
  async now(): Promise<void> {
    this.generation += 1;
    await this.attempt(this.generation, []);
  }

  /** It is changing: read it when it has settled. */
  async stir(): Promise<void> {
    this.generation += 1;
    const mine = this.generation;
    await this.followed.wait(SETTLING);
    await this.attempt(mine, RETRIES);
  }

  /** Take nothing more. */
  stop(): void {
    this.generation += 1;
  }

  private async attempt(mine: number, pauses: readonly number[]): Promise<void> {
    if (mine !== this.generation) {
      return;
    }
    const reading = await this.followed.read();
    if (mine !== this.generation) {
      return;
    }
    const [pause, ...rest] = pauses;
    if (pause === undefined || this.followed.isGood(reading)) {
      this.followed.take(reading);
      return;
    }
    await this.followed.wait(pause);
    await this.attempt(mine, rest);
  }
}
