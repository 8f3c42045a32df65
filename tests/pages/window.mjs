// The real window on a virtual display, driven as by hand: found by what the program says it drew (--ui-dump), acted on
// with xdotool. Every wait is for something said there.
import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {until} from './patience.mjs';

const run = promisify(execFile);
const PROGRAM = path.join(process.env.AFTERNOTE_BUILD, 'app/desktop/afternote');

export class Window {
  #program = null;
  #ended = false;

  /// `home`: the folder of whoever's laptop it is; `work`: for what the test itself needs.
  constructor(home, work, passphrase) {
    Object.assign(this, {home, passphrase, dump: path.join(work, 'screen.tsv')});
  }

  async start() {
    await rm(this.dump, {force: true});
    this.#ended = false;
    this.#program = spawn(PROGRAM, ['--journal', this.home, '--size', '1440x900', '--theme', 'light', '--ui-dump', this.dump],
      {stdio: ['ignore', 'inherit', 'inherit'], env: {...process.env, AFTERNOTE_TESTING_FAST_KDF: '1'}});
    this.#program.once('exit', () => { this.#ended = true; });
    const found = await until('the window', async () => {
      if (this.#ended) throw new Error('the program ended by itself');
      const {stdout} = await run('xdotool', ['search', '--pid', String(this.#program.pid)]).catch(() => ({stdout: ''}));
      return stdout.trim().split('\n').pop();
    });
    await run('xdotool', ['windowfocus', found]).catch(() => {});
    await this.waitFor('unlock/form/passphrase');
    await this.type(this.passphrase);
    await this.press('Return');
    await until('the journal is open', async () => !(await this.row('unlock/form/passphrase')));
  }

  /// As when its battery is empty.
  async kill() {
    const gone = once(this.#program, 'exit');
    this.#program.kill('SIGKILL');
    await gone;
  }
  /// As a closing session asks; it saves, then ends.
  async close() {
    const gone = once(this.#program, 'exit');
    this.#program.kill('SIGTERM');
    const [code] = await gone;
    if (code !== 0) throw new Error(`the program ended with ${code}`);
  }
  get running() {
    return this.#program !== null && !this.#ended;
  }

  async rows() {
    const text = await readFile(this.dump, 'utf8').catch(() => '');
    return text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
      const [path_, role, name, value, place, state] = line.split('\t');
      return {path: path_, role, name, value, place: (place ?? '').split(',').map(Number), state: state ?? ''};
    });
  }
  async #frame() {
    const text = await readFile(this.dump, 'utf8').catch(() => '');
    return Number(/^#frame\t(\d+)/m.exec(text)?.[1] ?? -1);
  }
  /// What was just done has been drawn, and acted on.
  async nextFrame() {
    const now = await this.#frame();
    await until('the next frame', async () => (await this.#frame()) >= now + 4);
  }
  async row(pattern) {
    const wanted = new RegExp(`^(?:${pattern})$`);
    return (await this.rows()).find((one) => wanted.test(one.path));
  }
  waitFor(pattern) {
    return until(pattern, () => this.row(pattern));
  }
  async says(pattern, words) {
    const wanted = new RegExp(`^(?:${pattern})$`);
    return (await this.rows()).some((one) => wanted.test(one.path) && `${one.name}\t${one.value}`.includes(words));
  }
  waitForWords(pattern, words) {
    return until(`${pattern} says ${words}`, () => this.says(pattern, words));
  }

  async click(pattern) {
    let row = await this.waitFor(pattern);
    for (let tries = 0; row.state.includes('hidden'); tries += 1) {
      if (tries > 100) throw new Error(`${pattern} could not be scrolled into view`);
      await run('xdotool', ['mousemove', String(Math.round(row.place[0] + row.place[2] / 2)), '450', 'click', row.place[1] > 450 ? '5' : '4']);
      await this.nextFrame();
      row = await this.waitFor(pattern);
    }
    await this.#clickOn(row);
  }
  async #clickOn(row) {
    await run('xdotool', ['mousemove', String(Math.round(row.place[0] + row.place[2] / 2)), String(Math.round(row.place[1] + row.place[3] / 2))]);
    await this.nextFrame();
    await run('xdotool', ['mousedown', '1']);
    await this.nextFrame();
    await run('xdotool', ['mouseup', '1']);
    await this.nextFrame();
  }
  /// Opens a list and chooses what begins with `words`.
  async choose(pattern, words) {
    await this.click(pattern);
    const option = () => this.rows().then((rows) => rows.find((one) => one.role === 'option' && one.name.startsWith(words)));
    await this.#clickOn(await until(`the option ${words}`, option));
  }
  async press(key) {
    await run('xdotool', ['key', '--clearmodifiers', key]);
    await this.nextFrame();
  }
  async type(words) {
    await run('xdotool', ['type', '--delay', '15', '--', words]);
    await this.nextFrame();
  }
  async picture(file) {
    await rm(file, {force: true});
    await writeFile(`${this.dump}.shoot`, `${file}\n`);
    await until('the picture', () => readFile(file).then(() => true, () => false));
  }
}
