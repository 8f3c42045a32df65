// Stands in for the hub: serves the page as the hub does, with the hub's headers, and a room that the test makes up.
// What a phone sends is written down; being slow, busy, broken or gone can be asked for.
import {readFile, readdir} from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import {circle} from './page_modules.mjs';

const KINDS = {'.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8'};
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; " +
    "img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store',
};

export class StandIn {
  /// What the test sets: the room's answers, and how they come.
  door = null;
  view = null;
  member = 2;
  answers = {};  // by 'door' | 'join' | 'view' | 'event' | 'recall': {status, say}, for as long as it is there
  scriptDelayMs = 0;
  scriptsLost = 0;  // so many answers break off
  gone = false;
  /// What the phone sent.
  joins = [];
  events = [];
  recalls = [];
  asked = [];
  #number = 1;
  #waiting = new Set();
  #files = new Map();
  #server = null;

  async start() {
    for (const name of await readdir(circle)) {
      if (KINDS[path.extname(name)]) this.#files.set(name, await readFile(path.join(circle, name)));
    }
    this.#server = http.createServer((request, response) => this.#answer(request, response).catch(() => response.destroy()));
    await new Promise((done) => this.#server.listen(0, '127.0.0.1', done));
    this.address = `http://127.0.0.1:${this.#server.address().port}`;
    return this;
  }

  stop() {
    this.#server.closeAllConnections?.();
    return new Promise((done) => this.#server.close(done));
  }

  /// A new scene: nothing of the one before.
  set({door, view}) {
    Object.assign(this, {door, view, member: view?.you ?? 2, answers: {}, scriptDelayMs: 0, scriptsLost: 0, gone: false, joins: [], events: [], recalls: [], asked: []});
    this.changed();
  }

  /// Everybody who waits hears of it.
  change(edit) {
    edit(this.view);
    this.changed();
  }
  changed() {
    this.#number += 1;
    for (const wake of this.#waiting) wake();
  }

  async #answer(request, response) {
    const url = new URL(request.url, this.address);
    if (this.gone) return request.socket.destroy();
    if (url.pathname === '/circle') return this.#file(response, 'index.html');
    if (url.pathname.startsWith('/circle/')) return this.#file(response, url.pathname.slice('/circle/'.length));
    const match = /^\/room\/([0-9a-f]{32})\/(door|join|view|event|recall)$/.exec(url.pathname);
    if (!match) return this.#json(response, 404, {say: ''});
    this.asked.push({what: match[2], authorization: request.headers.authorization ?? '', room: match[1]});
    const body = request.method === 'POST' ? JSON.parse(await bodyOf(request)) : null;
    const answer = this.answers[match[2]];
    if (answer?.drop) return request.socket.destroy();
    if (answer) return this.#json(response, answer.status, {say: answer.say ?? ''});
    await this[`_${match[2]}`](response, body, url, request);
  }

  async #file(response, name) {
    if (!this.#files.has(name)) return this.#json(response, 404, {say: ''});
    if (name.endsWith('.js') && name !== 'start.js' && this.scriptsLost > 0) {
      this.scriptsLost -= 1;
      return response.destroy();
    }
    if (name.endsWith('.js') && this.scriptDelayMs > 0) await new Promise((done) => setTimeout(done, this.scriptDelayMs));
    response.writeHead(200, {...HEADERS, 'Content-Type': KINDS[path.extname(name)]});
    response.end(this.#files.get(name));
  }

  #json(response, status, value) {
    response.writeHead(status, {...HEADERS, 'Content-Type': 'application/json'});
    response.end(JSON.stringify(value));
  }

  _door(response) {
    this.#json(response, this.door ? 200 : 404, this.door ?? {say: ''});
  }
  _join(response, body) {
    this.joins.push(body);
    this.#json(response, 200, {member: this.member});
  }
  async _view(response, body, url, request) {
    const until = Date.now() + Number(url.searchParams.get('wait')) * 1000;
    const after = Number(url.searchParams.get('after'));
    while (after >= this.#number && Date.now() < until && !response.destroyed) await this.#change(until - Date.now(), request);
    this.#json(response, 200, {now: Date.now(), number: this.#number, view: this.view});
  }
  #change(ms, request) {
    return new Promise((done) => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        done();
      };
      const timer = setTimeout(wake, ms);
      request.socket.once('close', wake);
      this.#waiting.add(wake);
    });
  }
  _event(response, body) {
    this.events.push(body);
    this.onEvent?.(body);
    this.#json(response, 200, {number: this.#number});
  }
  _recall(response, body) {
    this.recalls.push(body);
    this.#json(response, 200, {number: this.#number});
  }
}

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
