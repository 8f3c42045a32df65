// A facilitator's laptop (room_host) as a process, behind an address that stays the same when it is killed and started again.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, readFile, readdir, rm} from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import {circle} from './page_modules.mjs';

const PROGRAM = path.join(process.env.AFTERNOTE_BUILD, 'tests/pages/room_host');

export class Laptop {
  #program = null;
  #lines = null;
  #port = 0;
  #front = null;
  #through = new Set();

  constructor(code, naming) {
    this.code = code;
    this.naming = naming;
  }

  async start() {
    this.folder = await mkdtemp(path.join(os.tmpdir(), 'afternote-room-'));
    this.#front = net.createServer((phone) => this.#pass(phone));
    await new Promise((done) => this.#front.listen(0, '127.0.0.1', done));
    this.address = `https://127.0.0.1:${this.#front.address().port}`;
    await this.wake();
    return this;
  }

  async wake() {
    this.#program = spawn(PROGRAM, [path.join(this.folder, 'hub'), circle, this.code, this.naming],
      {stdio: ['pipe', 'pipe', 'inherit'], env: {...process.env, AFTERNOTE_TESTING_FAST_KDF: '1'}});
    this.#lines = readline.createInterface({input: this.#program.stdout})[Symbol.asyncIterator]();
    this.#port = (await this.#line()).port;
  }

  /// As when its battery is empty.
  async kill() {
    this.#program.kill('SIGKILL');
    await once(this.#program, 'exit');
    for (const socket of this.#through) socket.destroy();
  }

  async stop() {
    await this.kill();
    await new Promise((done) => this.#front.close(done));
    await rm(this.folder, {recursive: true, force: true});
  }

  /// One line to the facilitator; what their screen shows after it.
  async tell(line) {
    this.#program.stdin.write(`${line}\n`);
    return this.#line();
  }
  see() {
    return this.tell('look');
  }

  async #line() {
    const {value, done} = await this.#lines.next();
    if (done) throw new Error('the laptop stopped');
    return JSON.parse(value);
  }

  #pass(phone) {
    const hub = net.connect(this.#port, '127.0.0.1');
    for (const [from, to] of [[phone, hub], [hub, phone]]) {
      this.#through.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#through.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }

  /// What lies in its folder, all of it.
  async files() {
    const names = await readdir(this.folder, {recursive: true, withFileTypes: true});
    return Promise.all(names.filter((one) => one.isFile()).map((one) => readFile(path.join(one.parentPath ?? one.path, one.name))));
  }
}
