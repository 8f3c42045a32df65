// Waiting for something to be so, and for nothing else.
import assert from 'node:assert/strict';

const LIMIT = 1000 * Number(process.env.AFTERNOTE_WAIT_LIMIT ?? 90);

export async function until(what, holds, ms = LIMIT) {
  const end = Date.now() + ms;
  for (;;) {
    const now = await holds();
    if (now) return now;
    if (Date.now() > end) assert.fail(`never: ${what}`);
    await new Promise((done) => setTimeout(done, 40));
  }
}
