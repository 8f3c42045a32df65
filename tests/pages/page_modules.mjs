// The page's own modules in node, so that tests seal and open with the very code under test.
import {webcrypto} from 'node:crypto';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

globalThis.crypto ??= webcrypto;  // nodejs 18

export const folder = process.env.AFTERNOTE_PAGES;
if (!folder) throw new Error('start this through run.sh');
export const circle = path.join(folder, 'circle');
const load = (name) => import(pathToFileURL(path.join(circle, name)).href);

export const bytes = await load('bytes.js');
export const crypt = await load('crypto.js');
export const rules = await load('rules.js');
export const clock = await load('clock.js');
export const wire = await load('wire.js');
export const {words} = await load('words.js');
export const {Store} = await load('store.js');
export const {Outbox} = await load('outbox.js');
export const hub = await load('hub.js');
