// A music service's hub as a process, and a way to it that takes the TLS off: what every client says and hears is kept in
// the clear. It has the hub's own key, so pins hold.
import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, readFile, readdir, writeFile} from 'node:fs/promises';
import {openSync, readSync, closeSync, readFileSync} from 'node:fs';
import path from 'node:path';
import tls from 'node:tls';
import {promisify} from 'node:util';
import {until} from './patience.mjs';

const run = promisify(execFile);
const PROGRAM = path.join(process.env.AFTERNOTE_BUILD, 'app/hub/afternote-hub');
const ENVIRONMENT = {...process.env, AFTERNOTE_TESTING_FAST_KDF: '1', AFTERNOTE_TESTING_READABLE_MEMORY: '1'};

export class ServiceHub {
  #program = null;
  #front = null;
  #port = 0;
  #through = new Set();
  #shut = false;
  log = '';
  said = [];

  async start(work) {
    this.folder = path.join(work, 'hub');
    this.config = path.join(work, 'hub.conf');
    await mkdir(this.folder, {recursive: true});
    await writeFile(path.join(work, 'hub-pass'), 'a passphrase of the hub\n');
    await writeFile(this.config, [`folder = ${this.folder}`, `passphrase_file = ${path.join(work, 'hub-pass')}`,
      'public_host = 127.0.0.1', 'listen = 127.0.0.1', 'port = 0', 'log_requests = yes', ''].join('\n'));
    await run(PROGRAM, ['init', '--service', 'Eastby', '--config', this.config], {env: ENVIRONMENT});
    this.#program = spawn(PROGRAM, ['serve', '--config', this.config], {stdio: ['ignore', 'pipe', 'pipe'], env: ENVIRONMENT});
    for (const stream of [this.#program.stdout, this.#program.stderr]) stream.on('data', (bytes) => { this.log += bytes; });
    this.#port = await until('the hub listens', () => Number(/"port":(\d+)/.exec(this.log)?.[1] ?? 0));
    const pems = await this.#pems();
    this.#front = tls.createServer(pems, (client) => this.#pass(client));
    await new Promise((done) => this.#front.listen(0, '127.0.0.1', done));
    this.port = this.#front.address().port;
    return this;
  }
  async #pems() {
    const texts = await Promise.all((await readdir(this.folder)).filter((name) => name.endsWith('.pem')).map((name) => readFile(path.join(this.folder, name), 'utf8')));
    return {cert: texts.find((text) => text.includes('BEGIN CERTIFICATE')), key: texts.find((text) => text.includes('PRIVATE KEY'))};
  }
  /// An invitation that leads through the front.
  async invitation(role) {
    const {stdout} = await run(PROGRAM, ['invite', '--role', role, '--config', this.config], {env: ENVIRONMENT});
    const [, host, pin, code] = /sv1:([^:\s]+)(?::\d+)?:([0-9a-f]{64}):(\S+)/.exec(stdout);
    return `sv1:${host}:${this.port}:${pin}:${code}`;
  }

  #pass(client) {
    if (this.#shut) return client.destroy();
    const hub = tls.connect({port: this.#port, host: '127.0.0.1', rejectUnauthorized: false});
    for (const [from, to] of [[client, hub], [hub, client]]) {
      this.#through.add(from);
      from.on('data', (bytes) => this.said.push(bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#through.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }
  /// Nobody reaches it, until open().
  shut() {
    this.#shut = true;
    for (const socket of this.#through) socket.destroy();
  }
  open() {
    this.#shut = false;
  }

  /// All that the process can write, as a core file has it.
  memory() {
    const place = `/proc/${this.#program.pid}`;
    const parts = [];
    const file = openSync(`${place}/mem`, 'r');
    for (const line of readFileSync(`${place}/maps`, 'utf8').split('\n')) {
      const match = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line);
      if (!match) continue;
      const begin = parseInt(match[1], 16);
      const part = Buffer.alloc(parseInt(match[2], 16) - begin);
      try {
        parts.push(part.subarray(0, readSync(file, part, 0, part.length, begin)));
      } catch {}  // what the system keeps there cannot be read
    }
    closeSync(file);
    return Buffer.concat(parts);
  }
  async files() {
    const names = await readdir(this.folder, {recursive: true, withFileTypes: true});
    const inside = names.filter((one) => one.isFile()).map((one) => path.join(one.parentPath ?? one.path, one.name));
    return Buffer.concat(await Promise.all(inside.map((name) => readFile(name))));
  }
  async stop() {
    this.shut();
    this.#front.close();
    if (!this.#program) return;
    const gone = once(this.#program, 'exit');
    this.#program.kill('SIGTERM');
    await gone;
  }
}

/// As it stands, wide, in hex, and in base64url, which sealed things are sent in.
export function isIn(bytes, words) {
  const plain = Buffer.from(words, 'utf8');
  const inner = plain.subarray(0, plain.length - (plain.length % 3)).toString('base64url');
  return [plain, Buffer.from(words, 'utf16le'), Buffer.from(plain.toString('hex')), Buffer.from(inner)].some((form) => bytes.includes(form));
}
