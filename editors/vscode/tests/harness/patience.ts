// Waiting for conditions, not for time.

/** In milliseconds; so long that a machine which is slow and busy with other things gets everything done before. */
export const PATIENCE = 180_000;
const PAUSE = 50;
/** A gesture that has shown no effect for so many milliseconds was missed. */
const MISSED = 10_000;

type Held<T> = Exclude<T, undefined | null | false>;

/**
 * Wait for a condition.
 * @param what is waited for, as the error should name it.
 * @param probe gives undefined, null or false while it does not hold.
 */
export async function until<T>(what: string, probe: () => T | Thenable<T>): Promise<Held<T>> {
  let isOver = false;
  const probing = async (): Promise<Held<T>> => {
    while (!isOver) {
      const found = await probe();
      if (found !== undefined && found !== null && found !== false) return found as Held<T>;
      await pause();
    }
    throw new Error(`No more waited for: ${what}`);
  };
  try {
    return await inTime(what, probing());
  } finally {
    isOver = true;
  }
}

/** Wait for something that tells by itself when it is there, but may never come. */
export async function inTime<T>(what: string, coming: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`In vain waited for: ${what}`));
    }, PATIENCE);
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Do what a user does with the mouse or the keys, and again where it was missed: what is drawn anew beneath the mouse
 * takes no click, and no user would leave it at that.
 * @param what should come of it, as the error should name it.
 * @param gesture does no harm when it is made twice; it may fail.
 * @param isDone says whether it has had its effect.
 */
export async function insist(what: string, gesture: () => Promise<unknown>, isDone: () => Promise<boolean>): Promise<void> {
  let failure: unknown;
  const attempt = async (): Promise<boolean> => {
    failure = await gesture().then(() => undefined, (error: unknown) => error);
    const end = Date.now() + MISSED;
    while (!(await isDone())) {
      if (Date.now() > end) return false;
      await pause();
    }
    return true;
  };
  try {
    await until(what, attempt);
  } catch (error) {
    throw failure === undefined ? error : new Error(String(error), { cause: failure });
  }
}

async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
}
