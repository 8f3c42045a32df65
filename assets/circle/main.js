// Where the page begins, once start.js has it: from the link or the typed words to the door, through it, and through the session.

import {random, toBase64url} from './bytes.js';
import {canSeal, openRoom, readCode, seal} from './crypto.js';
import {button, h} from './dom.js';
import {hubOf, Later, Refused} from './hub.js';
import {handset} from './icons.js';
import {openPlan} from './opened.js';
import {Room} from './room.js';
import {Store} from './store.js';
import {showCode, showDoor, showStopped, showWaking} from './view_door.js';
import {showLeft, showOver} from './view_over.js';
import {makeShell} from './view_shell.js';
import {makeWall} from './view_wall.js';
import {openLeave, openWorried} from './view_worried.js';
import {readDoor} from './wire.js';
import {claim} from './tabs.js';
import {words} from './words.js';

const PHONE_WIDTH = 700;
const ASLEEP_MS = 5000;

const main = document.getElementById('main');
let room = null;
let screen = null;

function isWall() {
  return location.hash.split('&').slice(1).includes('wall');
}

function showFoot() {
  const foot = document.getElementById('foot');
  const leave = button(words.leave, () => openLeave(room, leaveRoom), 'quiet');
  leave.hidden = room === null || room.ended !== null;
  foot.replaceChildren(worriedButton(), leave);
  foot.hidden = isWall() && room !== null;
}

function worriedButton() {
  const node = button(words.head.worried, () => openWorried(room), 'second');
  node.prepend(handset());
  return node;
}

function askForCode(fault = '') {
  room = null;
  showFoot();
  showCode(main, async (code) => {
    const wrong = await find(code);
    if (wrong === '') history.replaceState(null, '', `#${code}`);
    return wrong;
  }, {fault});
}

/// '' when the room's door is on the screen, or the room itself; else a sentence.
async function find(code) {
  const keys = await openRoom(code);
  const hub = hubOf(keys);
  let door;
  try {
    door = readDoor(await hub.door());
  } catch (reason) {
    if (reason instanceof Refused) return noDoor({code, keys, hub}, reason);
    if (reason instanceof Later) return words.code.noHub;
    throw reason;
  }
  const plan = await openPlan(keys, door.plan);
  if (plan === null) return words.door.locked;
  const found = {code, keys, hub, door, plan};
  const onTaken = () => standAside(found, onTaken);
  if (await claim(keys.id, {onTaken})) return atTheDoor({...found, store: new Store(keys.id)});
  standAside(found, onTaken);
  return '';
}

/// A room that is gone still gives back what was written in it on this phone.
function noDoor({code, keys, hub}, refused) {
  const store = new Store(keys.id);
  if (refused.status !== 404) return refused.say || words.code.notFound;
  if (!store.data.me) return words.code.notFound;
  room = new Room(keys, code, {rounds: [], title: ''}, store, hub);
  room.ended = 'gone';
  showRoomOver();
  return '';
}

function standAside(found, onTaken) {
  room?.stop();
  screen?.stop();
  const heading = h('h1', {tabindex: '-1'}, words.aGroup);
  const here = button(words.head.here, async () => {
    await claim(found.keys.id, {take: true, onTaken});
    const wrong = await atTheDoor({...found, store: new Store(found.keys.id)});
    if (wrong !== '') showStopped(main, wrong, {again: () => begin(found.code), other: () => askForCode()});
  }, 'main');
  main.dataset.stage = 'elsewhere';
  main.replaceChildren(heading, h('p', {}, words.head.elsewhere), here);
  heading.focus();
}

/// As find().
async function atTheDoor(found) {
  const {store, door, plan} = found;
  if (store.data.me) {
    return comeIn(found, store.data.me.name);
  }
  const ways = {again: () => begin(found.code), other: () => askForCode()};
  if (door.phase === 'finished') showStopped(main, words.door.finished, ways);
  else if (!door.open) showStopped(main, words.door.shut, ways);
  else if (isWall()) {
    return comeIn(found, words.wall.name);
  } else showDoor(main, {door, plan, name: ''}, (name) => comeIn(found, name));
  return '';
}

/// Joining again with the same token is the same member, so an answer that got lost does no harm.
async function comeIn(found, name) {
  const {keys, hub, store} = found;
  if (!store.data.me) store.change((data) => { data.me = {token: toBase64url(random(32)), member: 0, name}; });
  else store.change((data) => { data.me.name = name; });
  const {me} = store.data;
  if (me.member === 0) {
    try {
      const member = (await hub.join({
        token: me.token,
        name: await seal(keys, 'name', {name}),
        standing: isWall() ? 'projector' : 'guest',
        device: !isWall() && Math.min(screenWidth(), innerWidth) < PHONE_WIDTH ? 'phone' : 'laptop',
      }))?.member;
      if (!Number.isInteger(member) || member < 1) return words.door.refused;
      store.change((data) => { data.me.member = member; });
    } catch (reason) {
      if (reason instanceof Later) return words.code.noHub;
      if (!(reason instanceof Refused)) throw reason;
      store.change((data) => { data.me = null; });
      return reason.say || words.door.refused;
    }
  }
  enter(found);
  return '';
}

function screenWidth() {
  return globalThis.screen?.width ?? innerWidth;
}

function enter({code, keys, hub, plan, store}) {
  room = new Room(keys, code, plan, store, hub);
  showWaking(main, words.code.finding);
  screen?.stop();
  screen = isWall() ? makeWall(room, main) : makeShell(room, main);
  room.onChange(onRoom);
  room.start();
  showFoot();
}

function onRoom() {
  if (room.ended === null) return screen.update();
  screen.stop();
  if (room.ended !== 'left') showRoomOver();
}

function showRoomOver() {
  showFoot();
  showOver(room, main, room.ended, () => {
    room.store.clear();
    forget();
  });
}

async function leaveRoom() {
  await room.leave();
  forget();
}

function forget() {
  history.replaceState(null, '', location.pathname);
  room = null;
  showLeft(main, () => askForCode());
  showFoot();
}

async function begin(code) {
  showWaking(main, words.code.finding);
  const wrong = await find(code);
  if (wrong !== '') showStopped(main, wrong, {again: () => begin(code), other: () => askForCode()});
}

function start() {
  showFoot();
  if (!canSeal()) return showStopped(main, words.code.noSeal, {});
  const code = location.hash.length > 1 ? readCode(location.hash) : null;
  if (code === null) askForCode(location.hash.length > 1 ? words.code.four : '');
  else begin(code);
}

addEventListener('online', () => room?.nudge({dead: true}));
// A phone that slept has a connection that is dead without knowing, and a clock that stood still.
let hiddenAt = 0;
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') hiddenAt = Date.now();
  else room?.nudge({dead: Date.now() - hiddenAt > ASLEEP_MS});
});
addEventListener('hashchange', () => location.reload());
addEventListener('beforeunload', (event) => {
  if (room && room.ended === null && !room.store.keeps) event.preventDefault();
});

start();
