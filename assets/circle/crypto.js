// The sealing of a room, exactly as sync/wire/room_messages.h says: what the hub relays and cannot read.
// tests/data/room/vectors.json holds this code and the laptops' code to the same bytes.

import {fromBase64url, fromHex, random, toBase64url, toHex, utf8} from './bytes.js';

const SALT = 'afternote room 1';
const ROUNDS = 600000;
const NONCE = 12;
const TAG = 16;
const CARD_ID = 16;

/// Every slot is as large as every other, so that sizes tell nothing.
export const SLOT_BYTES = 3 * 1024;
export const SLOTS = 3;
/// What fits in a slot, as bytes of JSON.
export const SLOT_WORDS = SLOT_BYTES - CARD_ID - NONCE - TAG;
/// The text of a card that does not come out of a box, in bytes of UTF-8 (kMostCardText of sync/room/room_words.h).
export const CARD_TEXT = 6000;

/// Sealing needs a page that came over https, or from this device itself.
export function canSeal() {
  return Boolean(globalThis.crypto?.subtle);
}

/// "Fiddle  canopy,amber drum" and a whole link both give "fiddle-canopy-amber-drum"; null for anything but four words.
export function readCode(typed) {
  const behind = typed.includes('#') ? typed.slice(typed.indexOf('#') + 1) : typed;
  const words = behind.split('&')[0].toLowerCase().split(/[^a-z]+/).filter(Boolean);
  return words.length === 4 ? words.join('-') : null;
}

/// The room that a code opens: its id as hex, and its key. Takes about a second on a phone, which is the point.
export async function openRoom(code) {
  const secret = await crypto.subtle.importKey('raw', utf8(code), 'PBKDF2', false, ['deriveBits']);
  const how = {name: 'PBKDF2', hash: 'SHA-256', salt: utf8(SALT), iterations: ROUNDS};
  const bits = new Uint8Array(await crypto.subtle.deriveBits(how, secret, 48 * 8));
  return roomOf(toHex(bits.subarray(0, 16)), bits.subarray(16));
}

export async function roomOf(id, keyBytes) {
  const key = await crypto.subtle.importKey('raw', keyBytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return {id, key};
}

function how(room, what, nonce) {
  return {name: 'AES-GCM', iv: nonce, additionalData: utf8(`afternote room 1|${room.id}|${what}`), tagLength: TAG * 8};
}

async function sealBytes(room, what, bytes, nonce) {
  const sealed = new Uint8Array(await crypto.subtle.encrypt(how(room, what, nonce), room.key, bytes));
  const whole = new Uint8Array(NONCE + sealed.length);
  whole.set(nonce);
  whole.set(sealed, NONCE);
  return whole;
}

/// `what`: "plan", "name", "card|KIND|ID|BY". Gives base64url.
export async function seal(room, what, value, nonce = random(NONCE)) {
  return toBase64url(await sealBytes(room, what, utf8(JSON.stringify(value)), nonce));
}

/// What was sealed, or null when this room's key does not open it as `what`, or it is no JSON object.
export async function open(room, what, sealed) {
  try {
    return await openBytes(room, what, fromBase64url(sealed));
  } catch {
    return null;
  }
}

async function openBytes(room, what, whole) {
  const plain = await crypto.subtle.decrypt(how(room, what, whole.subarray(0, NONCE)), room.key, whole.subarray(NONCE));
  const value = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(plain));
  return typeof value === 'object' && !Array.isArray(value) ? value : null;
}

export function cardName(kind, id, by) {
  return `card|${kind}|${id}|${by}`;
}

export function slotName(round, id) {
  return `slot|${round}|${id}`;
}

/// A secret that only the author of an anonymous card has, and the card's id, which follows from it.
export async function newSecret(secret = random(32)) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', secret));
  return {secret: toBase64url(secret), card: toHex(digest.subarray(0, CARD_ID))};
}

/// By how many bytes a card's words are too long for a slot, or for a card on its own; 0 when they fit.
export function tooLongBy(value, {slot = false} = {}) {
  const over = slot ? utf8(JSON.stringify(value)).length - SLOT_WORDS : utf8(value.text).length - CARD_TEXT;
  return Math.max(0, over);
}

/// One slot of a closed box. Throws RangeError when `value` does not fit.
export async function sealSlot(room, round, card, value, nonce = random(NONCE)) {
  const words = utf8(JSON.stringify(value));
  if (words.length > SLOT_WORDS) throw new RangeError('too long for a slot');
  const padded = new Uint8Array(SLOT_WORDS).fill(0x20);
  padded.set(words);
  const whole = new Uint8Array(SLOT_BYTES);
  whole.set(fromHex(card));
  whole.set(await sealBytes(room, slotName(round, card), padded, nonce), CARD_ID);
  return toBase64url(whole);
}

/// {card, value} of a slot, or null.
export async function openSlot(room, round, slot) {
  try {
    const whole = fromBase64url(slot);
    const card = toHex(whole.subarray(0, CARD_ID));
    const value = await openBytes(room, slotName(round, card), whole.subarray(CARD_ID));
    return value && {card, value};
  } catch {
    return null;
  }
}
