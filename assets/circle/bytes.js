// Bytes as text: hex for ids, base64url without padding for everything else (sync/wire/room_messages.h).

const HEX = Array.from({length: 256}, (_, n) => n.toString(16).padStart(2, '0'));

export function toHex(bytes) {
  return Array.from(bytes, (byte) => HEX[byte]).join('');
}

/// Throws for anything that is not whole bytes of hex.
export function fromHex(text) {
  if (!/^([0-9a-f]{2})*$/i.test(text)) throw new RangeError('not hex');
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export function toBase64url(bytes) {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/// Throws for anything that is not base64url.
export function fromBase64url(text) {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

export function random(count) {
  return crypto.getRandomValues(new Uint8Array(count));
}

export function utf8(text) {
  return new TextEncoder().encode(text);
}
