// Somebody's laptop without its window (desk.cpp) as a process. Killed and started again it is the same laptop.
import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import readline from 'node:readline';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {until} from './patience.mjs';

const PROGRAM = path.join(process.env.AFTERNOTE_BUILD, 'tests/pages/desk');
const ASSETS = fileURLToPath(new URL('../../assets', import.meta.url));
export const PASSPHRASE = 'harbour willow tenor lantern';

export class Desk {
  #program = null;
  #lines = null;

  constructor(home, name) {
    Object.assign(this, {home, name});
  }

  async start() {
    this.#program = spawn(PROGRAM, [this.home, ASSETS, this.name],
      {stdio: ['pipe', 'pipe', 'inherit'], env: {...process.env, AFTERNOTE_TESTING_FAST_KDF: '1'}});
    this.#lines = readline.createInterface({input: this.#program.stdout})[Symbol.asyncIterator]();
    await this.until('its journal is open', (seen) => seen.open);
    return this;
  }
  async kill() {
    if (this.#program.exitCode !== null || this.#program.signalCode !== null) return;
    const gone = once(this.#program, 'exit');
    this.#program.kill('SIGKILL');
    await gone;
  }
  /// Locks, so that everything is saved, and ends.
  async close() {
    await this.tell('lock');
    await this.until('it is locked', (seen) => !seen.open);
    const gone = once(this.#program, 'exit');
    this.#program.stdin.end();
    await gone;
  }
  async tell(line) {
    this.#program.stdin.write(`${line}\n`);
    const {value, done} = await this.#lines.next();
    if (done) throw new Error(`${this.name}'s laptop stopped`);
    return JSON.parse(value);
  }
  see() {
    return this.tell('look');
  }
  /// Its journal has these words, for when it comes back into the room.
  keeps(text) {
    return until(`${this.name} keeps ${text}`, async () => (await this.tell(`kept ${text}`)).kept);
  }
  until(what, holds) {
    return until(`${this.name}: ${what}`, async () => {
      const seen = await this.see();
      return holds(seen) && seen;
    });
  }
}

/// What a journal holds; while nobody has it open.
export async function journalOf(home) {
  const {stdout} = await promisify(execFile)(PROGRAM, [home, ASSETS, '--read']);
  return JSON.parse(stdout);
}
