// The page's modules without a browser: sealing, sentences, counting, and the outbox.
import assert from 'node:assert/strict';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {bytes, circle, clock, crypt, hub, Outbox, rules, Store, wire} from './page_modules.mjs';

const VECTORS = fileURLToPath(new URL('../data/room/vectors.json', import.meta.url));

/// Nonces that are no secret, so that the file is the same each time.
const nonce = (n) => Uint8Array.from({length: 12}, (_, at) => (n * 31 + at) % 256);
const someId = (n) => n.toString(16).padStart(2, '0').repeat(16);

async function vectorsOf(code, first) {
  const room = await crypt.openRoom(code);
  const digest = await crypto.subtle.importKey('raw', bytes.utf8(code), 'PBKDF2', false, ['deriveBits']);
  const how = {name: 'PBKDF2', hash: 'SHA-256', salt: bytes.utf8('afternote room 1'), iterations: 600000};
  const key = bytes.toHex(new Uint8Array(await crypto.subtle.deriveBits(how, digest, 384)).subarray(16));
  const texts = [
    ['plan', {title: 'Dydd Iau, caf\u00e9 \u2013 llai', agreement: ['Nobody is being assessed.'], rounds: [{name: 'Reveal', prompts: ['What runs through \u201cthese\u201d?'], who: 'All'}]}],
    ['name', {name: 'Si\u00e2n \u0141ucja'}],
    [crypt.cardName('moment', someId(first), 2), {text: 'I counted to ten in my head. By seven they had started without me.', tags: [{domain: 'personal', outcome: 'P4'}]}],
    [crypt.cardName('action', someId(first + 1), 0), {text: 'Swap one lesson \ud83c\udfb5', owner: 3, due: '2026-12-08'}],
  ];
  const sealed = [];
  for (const [what, value] of texts) {
    sealed.push({what, plain: JSON.stringify(value), sealed: await crypt.seal(room, what, value, nonce(first + sealed.length))});
  }
  for (const [round, value] of [[3, {text: 'They chose the second verse.'}, 'moment'], [9, {dots: {[someId(7)]: 2, [someId(8)]: 1}}], [3, {}]]) {
    const card = someId(first + 10 + sealed.length);
    const slot = bytes.fromBase64url(await crypt.sealSlot(room, round, card, value, nonce(first + sealed.length)));
    assert.equal(bytes.toHex(slot.subarray(0, 16)), card);
    sealed.push({what: crypt.slotName(round, card), plain: JSON.stringify(value).padEnd(crypt.SLOT_WORDS, ' '), sealed: bytes.toBase64url(slot.subarray(16))});
  }
  return {code, room: room.id, key, sealed};
}

test('the room, its key and what is sealed are, byte for byte, those that laptops are held to', async () => {
  const rooms = [];
  for (const [at, code] of ['fiddle-canopy-amber-drum', 'abacus-tulip-anchor-kite', 'drift-drift-motto-uncle'].entries()) rooms.push(await vectorsOf(code, at * 40 + 1));
  const about = 'Made by the script of the page (tests/pages/modules_test.mjs). "sealed": nonce, ciphertext and tag as base64url, bound to "afternote room 1|ROOM|WHAT"; of a slot, what follows the card\'s id.';
  if (process.env.AFTERNOTE_WRITE_VECTORS) await writeFile(VECTORS, `${JSON.stringify({about, rooms}, null, 1)}\n`);
  assert.deepEqual(JSON.parse(await readFile(VECTORS, 'utf8')), {about, rooms});
});

test('what is sealed as one thing opens as nothing else, and in no other room', async () => {
  const room = await crypt.openRoom('fiddle-canopy-amber-drum');
  const other = await crypt.roomOf(room.id, new Uint8Array(32));
  const sealed = await crypt.seal(room, 'card|moment|aa|2', {text: 'mine'});
  assert.deepEqual(await crypt.open(room, 'card|moment|aa|2', sealed), {text: 'mine'});
  assert.equal(await crypt.open(room, 'card|moment|aa|3', sealed), null);
  assert.equal(await crypt.open(other, 'card|moment|aa|2', sealed), null);
  assert.equal(await crypt.open(room, 'name', 'not even base64 \u2026'), null);
  assert.equal(await crypt.open(room, 'name', ''), null);
});

test('every slot is as large as every other, and one that would not fit is refused before it is sealed', async () => {
  const room = await crypt.openRoom('fiddle-canopy-amber-drum');
  for (const value of [{}, {text: 'a'}, {text: '\u0142'.repeat(1500)}]) {
    const {card} = await crypt.newSecret();
    assert.equal(bytes.fromBase64url(await crypt.sealSlot(room, 3, card, value)).length, 3 * 1024);
  }
  const {card} = await crypt.newSecret();
  await assert.rejects(crypt.sealSlot(room, 3, card, {text: '\u0142'.repeat(1600)}), RangeError);
  assert.equal(crypt.tooLongBy({text: 'short'}, {slot: true}), 0);
  assert.ok(crypt.tooLongBy({text: '\u0142'.repeat(1600)}, {slot: true}) > 0);
});

test('four words are read however they are typed, and anything else is not', () => {
  for (const typed of ['fiddle canopy amber drum', ' Fiddle, CANOPY-amber  drum. ', 'https://hub.example/circle#fiddle-canopy-amber-drum', '#fiddle-canopy-amber-drum&wall'])
    assert.equal(crypt.readCode(typed), 'fiddle-canopy-amber-drum', typed);
  for (const typed of ['', 'fiddle canopy amber', 'one two three four five', '1234']) assert.equal(crypt.readCode(typed), null, typed);
});

test('a text falls into its sentences, and nothing of it is lost but the blanks', () => {
  const text = 'I waited. Then \u201cWhy not?\u201d she said!\nNo piano\u2026 So we clapped (twice).\n\nIt was 2.5 minutes';
  const sentences = rules.sentencesOf(text);
  assert.deepEqual(sentences, ['I waited.', 'Then \u201cWhy not?\u201d', 'she said!', 'No piano\u2026', 'So we clapped (twice).', 'It was 2.5 minutes']);
  assert.equal(sentences.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
});

test('a line that is no question, or begins as advice does, raises the hint, and an open question does not', () => {
  for (const line of ['You could try counting', 'Have you tried a drum?', 'I would wait', 'Why don\u2019t you ask them?', 'Nice idea']) assert.ok(rules.readsAsAdvice(line), line);
  for (const line of ['What were you hoping would happen?', '', 'How did it sound? I lost the thread.']) assert.ok(!rules.readsAsAdvice(line), line);
});

test('a ballot with too many dots, fewer than none or half a dot does not count, and dots for what is gone count for nothing', () => {
  const {sums, people, total} = rules.countDots([{dots: {a: 2, b: 1}}, {dots: {a: 4}}, {dots: {a: -1, b: 3}}, {dots: {a: 0.5}}, {dots: {c: 3}}, null, {}], 3, ['a', 'b']);
  assert.deepEqual([...sums], [['a', 2], ['b', 1]]);
  assert.equal(people, 2);
  assert.equal(total, 3);
});

test('the clock speaks at half, at one minute and at the end, and never else', () => {
  const said = [];
  for (let left = 600000; left > -5000; left -= 500) {
    const due = clock.toSay(600000, left, left - 500);
    if (due) said.push([due, left - 500]);
  }
  assert.deepEqual(said, [['half', 300000], ['minute', 60000], ['end', 0]]);
  assert.equal(clock.minutesText(61001), '1:02');
  assert.equal(clock.leftNow({leftMs: 5000, stands: true}, 0, 99999), 5000);
  assert.equal(clock.leftNow({leftMs: 5000, stands: false}, 1000, 3000), 3000);
});

test('an answer in which anything is missing, or of the wrong kind, is read as a room in which nothing may be done', () => {
  for (const odd of [null, 7, [], {view: 3}, {view: {people: 'x', cards: [null], may: [1], pause: {}}}]) {
    const {view} = wire.readAnswer(odd);
    assert.equal(view.may.size, 0);
    assert.equal(view.you, 0);
    assert.equal(view.pause, null);
  }
});

function memory() {
  const kept = new Map();
  return {kept, getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value), removeItem: (name) => kept.delete(name)};
}

test('what waits in the outbox outlives the page and goes out in order, once each, with the ids it had', async () => {
  const storage = memory();
  const away = {event: async () => { throw new hub.Later('away'); }};
  const first = new Outbox(new Store('ab', storage), away, {onRefused: assert.fail, onChange: () => {}});
  first.event({kind: 'agreed'});
  first.event({kind: 'hand-raised', on: true});
  const ids = first.waiting.map((entry) => entry.body.id);
  first.stop();

  const sent = [];
  let lose = 1;
  const back = {event: async (me, body) => {
    sent.push(body);
    if (lose-- > 0) throw new hub.Later('the answer was lost');
    return {number: 1};
  }};
  const second = new Outbox(new Store('ab', storage), back, {onRefused: assert.fail, onChange: () => {}});
  await second.flush();
  assert.deepEqual(sent.map((body) => body.id), [ids[0], ids[0], ids[1]]);
  assert.equal(second.waiting.length, 0);
  assert.deepEqual(JSON.parse(storage.kept.get('afternote.circle.ab')).outbox, []);
});

test('what the hub refuses is said and given back, and what comes after it still goes out', async () => {
  const refused = [];
  const sent = [];
  const strict = {event: async (me, body) => {
    if (body.kind === 'shared') throw new hub.Refused(409, 'The group has moved on.');
    sent.push(body.kind);
  }};
  const outbox = new Outbox(new Store('ab', memory()), strict, {onRefused: (entry, reason) => refused.push([entry.note.text, reason.say]), onChange: () => {}});
  outbox.event({kind: 'shared'}, {text: 'my words'});
  outbox.event({kind: 'agreed'});
  await outbox.flush();
  await new Promise((done) => setImmediate(done));
  assert.deepEqual(refused, [['my words', 'The group has moved on.']]);
  assert.deepEqual(sent, ['agreed']);
});

test('of what somebody is doing only the newest word waits to be sent', () => {
  const store = new Store('ab', memory());
  const never = {event: () => new Promise(() => {})};
  const outbox = new Outbox(store, never, {onRefused: assert.fail, onChange: () => {}});
  for (const activity of ['writing', 'thinking', 'writing', 'ready']) outbox.activity(activity, 2);
  assert.deepEqual(outbox.waiting.map((entry) => entry.body.activity), ['writing', 'ready']);
});

test('a browser that will not keep anything says so and loses nothing while the page is open', () => {
  const store = new Store('ab', {getItem: () => null, setItem: () => { throw new Error('full'); }, removeItem: () => {}});
  store.change((data) => { data.drafts[2] = 'words'; });
  assert.equal(store.keeps, false);
  assert.equal(store.draft(2), 'words');
});

test('the page asks for all its modules at once, so that a slow network is waited for once', async () => {
  const page = await readFile(`${circle}/index.html`, 'utf8');
  const modules = (await readdir(circle)).filter((name) => name.endsWith('.js'));
  for (const name of modules) assert.ok(page.includes(`"/circle/${name}"`), name);
  assert.equal(page.match(/"\/circle\/\w+\.js"/g).length, modules.length);
});

test('nothing in the page is from anywhere else, and nothing sets markup', async () => {
  for (const name of await readdir(circle)) {
    const text = await readFile(`${circle}/${name}`, 'utf8');
    assert.doesNotMatch(text.replaceAll('http://www.w3.org/2000/svg', ''), /https?:\/\/(?!-)/, name);
    assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|style="/, name);
    assert.ok(text.split('\n').length <= 301, `${name} has one idea`);
  }
});
