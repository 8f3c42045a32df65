// What this page asks the hub. Every answer is one of three: it is done, it was refused with a sentence, or the hub could
// not be reached and the same may be asked again.

/// The hub could not be reached, or asked to be left alone for a while: ask again later.
export class Later extends Error {}

/// The hub will not do this, however often it is asked. `say`: its sentence, may be empty.
export class Refused extends Error {
  constructor(status, say) {
    super(`refused ${status}`);
    this.status = status;
    this.say = say;
  }
}

const ASK_AGAIN = new Set([408, 425, 429, 500, 502, 503, 504]);

async function ask(path, {body, authorization, signal, patienceMs = 15000} = {}) {
  const giveUp = new AbortController();
  const patience = setTimeout(() => giveUp.abort(), patienceMs);
  const stop = () => giveUp.abort();
  signal?.addEventListener('abort', stop, {once: true});
  try {
    return await askOnce(path, body, authorization, giveUp.signal);
  } finally {
    clearTimeout(patience);
    signal?.removeEventListener('abort', stop);
  }
}

async function askOnce(path, body, authorization, signal) {
  const headers = {};
  if (authorization) headers.Authorization = authorization;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let answer;
  let value;
  try {
    answer = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    value = await answer.json();
  } catch (reason) {
    // An answer that is no JSON comes from something between here and the hub, or was cut short.
    if (!answer || answer.ok || ASK_AGAIN.has(answer.status)) throw new Later(String(reason?.name ?? 'network'));
    value = null;
  }
  if (answer.ok) return value;
  if (ASK_AGAIN.has(answer.status)) throw new Later(`answer ${answer.status}`);
  throw new Refused(answer.status, typeof value?.say === 'string' ? value.say : '');
}

/// `token`, `member`: as joined with.
export function hubOf(room) {
  const at = `/room/${room.id}`;
  return {
    door: () => ask(`${at}/door`),
    join: (joining) => ask(`${at}/join`, {body: joining}),
    view: (me, after, wait, signal) =>
      ask(`${at}/view?after=${after}&wait=${wait}`, {authorization: authorizationOf(me), signal, patienceMs: (wait + 15) * 1000}),
    event: (me, event) => ask(`${at}/event`, {authorization: authorizationOf(me), body: event}),
    recall: (me, recall) => ask(`${at}/recall`, {authorization: authorizationOf(me), body: recall}),
  };
}

function authorizationOf(me) {
  return `Room ${me.member}.${me.token}`;
}
