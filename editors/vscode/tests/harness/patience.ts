// Waiting for conditions, not for time.

const PATIENCE = 60_000;
const PAUSE = 50;

/**
 * Wait for a condition.
 * @param what is waited for, as the error should name it.
 * @param probe gives undefined, null or false while it does not hold.
 */
export async function until<T>(
  what: string,
  probe: () => T | Thenable<T>,
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== null && found !== false) {
      return found as Exclude<T, undefined | null | false>;
    }
    if (Date.now() > end) throw new Error(`In vain waited for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
