// Every sentence of the page; those of the rounds are in words_rounds.js. Plain British English: what is safe, what
// happened, what to do.

import {roundWords} from './words_rounds.js';

export const words = {
  product: 'Afternote',
  pageTitle: (title) => `${title} - Afternote`,
  ok: 'OK',
  close: 'Close',
  cancel: 'Not now',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'This browser would not copy it. Press and hold the words to copy them yourself.',
  share: 'Send it to yourself',
  leave: 'Leave',
  aGroup: 'Reflection group',
  somebody: 'Somebody',

  code: {
    title: 'Come into a reflection group',
    say: 'You need the four words that your facilitator shows or reads out. You don\u2019t need an account.',
    label: 'The four words',
    hint: 'For example: fiddle canopy amber drum. Capitals and dashes don\u2019t matter.',
    go: 'Find the room',
    finding: 'Finding the room',
    four: 'That needs four words. Check them on the facilitator\u2019s screen.',
    notFound: 'That room isn\u2019t open. Check the four words on the facilitator\u2019s screen.',
    noHub: 'The room can\u2019t be reached just now. Check that this phone is on the network, then try again.',
    noSeal: 'This page was not opened over a safe connection, so it can\u2019t seal your words. Open the link that begins with https.',
  },

  door: {
    when: (when) => when,
    inside: (n) => (n === 0 ? 'Nobody is in the room yet.' : n === 1 ? 'One person is in the room.' : `${n} people are in the room.`),
    running: 'The session has begun. You can still come in.',
    name: 'Your name, as the others will see it',
    nameHint: 'A first name is plenty.',
    nameMissing: 'Type the name that the others will see.',
    nameLong: 'That name is too long. Use up to 60 letters.',
    seesTitle: 'What the others will see of you',
    seesName: 'Your name, and that you are on a phone.',
    seesState: 'Whether you are thinking, writing or ready. Never what or how much you write.',
    seesShared: 'Only the words that you choose to share, exactly as you see them first.',
    named: 'Your name stands beside what you share. That was chosen before anyone wrote, and can\u2019t be changed now.',
    anonymous: 'No name stands beside anything that is shared. That was chosen before anyone wrote, and can\u2019t be changed now.',
    sealed: 'What you write is sealed on this phone. The hub passes it on and can\u2019t read it.',
    agreementTitle: 'What we agree',
    noAgreement: 'The facilitator will read out what you agree on.',
    comeIn: 'Come in',
    comingIn: 'Coming in',
    shut: 'The door is shut. Nobody new can come in now. Ask the facilitator to open it, then try again.',
    finished: 'This session has finished. Your facilitator can tell you when the next one is.',
    locked: 'These four words don\u2019t open what is in this room. Check them on the facilitator\u2019s screen.',
    again: 'Try again',
    other: 'Use other words',
    refused: 'The room would not let you in. Ask the facilitator.',
  },

  head: {
    worried: 'Worried about someone?',
    reconnecting: 'Reconnecting. Your words are still on this phone.',
    back: 'You\u2019re back. Your words are still on this phone.',
    notKept: 'This browser won\u2019t keep your words if the page closes. Keep this page open.',
    waiting: (n) => (n === 1 ? 'One thing is waiting to be sent.' : `${n} things are waiting to be sent.`),
    refused: 'That could not be done now. Your words are still here.',
    elsewhere: 'This room is open in another tab of this browser.',
    here: 'Use it here',
  },

  ...roundWords,

  pause: {
    asked: 'Paused. The clock stands still.',
    noFacilitator: (name) => `${name}\u2019s device has dropped off. Your words are safe. The clock is paused.`,
    aFacilitator: 'The facilitator',
    resumed: 'We go on.',
    cardTitle: 'We are stopping here',
    cardLines: [
      'Somebody may be at risk. We stop talking about it now.',
      'Nothing of it goes into the notes.',
      'Whoever knows about it speaks to the DSL today, now if they can. This page does not tell anyone for you.',
      'If someone is in danger now, call 999.',
      'The facilitator checks that it has been done, asks how everybody is, and then we decide whether to go on.',
    ],
    cardWait: 'Only the facilitator can go on from here. Your words are still on this phone.',
  },

  worried: {
    title: 'Worried about someone?',
    first: 'Stop writing. If someone is in danger now, call 999. Otherwise speak to the DSL now - do not wait until you have finished. This page does not tell anyone for you.',
    call: 'Call 999',
    child: 'A child, or an adult at risk',
    childSay: 'Speak to the DSL of the setting where it happened. No number is known here: ask at the front desk for the DSL, or ask your facilitator for the DSL of the music service.',
    childSayWho: 'Speak to the DSL of the setting where it happened: ask at the front desk. The music service has named these people.',
    ring: (number) => `Ring ${number}`,
    adult: 'The behaviour of an adult who works with children',
    adultSay: 'Speak to the headteacher or senior lead of the setting, or your service\u2019s lead. If it is about the person you would tell, go past them to the LADO of the local authority.',
    never: 'Works offline. Never counted.',
    pauseTitle: 'Is it happening in this group?',
    pauseSay: 'Anybody may stop the session. Every screen shows the pause card; it doesn\u2019t show who pressed.',
    pause: 'Stop the session now',
    back: 'Back',
  },

  leaving: {
    title: 'Leave the room?',
    say: 'Your words that you have not shared are cleared from this phone when you leave. Copy what you want to keep.',
    shared: 'What you have shared stays in the room. Take it back first if you want it gone.',
    waiting: 'Some of what you shared has not reached the room yet. If you leave now it is lost.',
    go: 'Leave and clear this phone',
    stay: 'Stay',
    done: 'You\u2019ve left',
    doneSay: 'Nothing of the room is left on this phone.',
    again: 'Come into a room',
  },

  over: {
    finished: 'The session has finished',
    finishedSay: 'Thank you for being here. What you wrote on this phone is yours: copy it before you clear it.',
    out: 'You are no longer in this room',
    outSay: 'The facilitator has closed the room to this phone. Your words are still on it.',
    gone: 'This room has closed',
    goneSay: 'The room is no longer on the hub. Your words are still on this phone.',
    yours: 'Yours to take with you',
    written: 'What you wrote',
    questions: 'Questions you were asked',
    tried: 'What you will try',
    nothing: 'There is nothing left on this phone.',
    copyAll: 'Copy it all',
    clear: 'Clear this phone',
  },

  wall: {
    name: 'Screen on the wall',
    come: 'Come in with your phone',
    at: (address) => `Open ${address} and type these four words:`,
    here: (n) => (n === 1 ? 'One person is here' : `${n} people are here`),
    writing: 'Everybody is writing. You see who is writing, never what.',
    hidden: 'Dots show when everyone has voted.',
    refused: 'This screen could not come in.',
  },
};

/// "2026-12-08" as "Tuesday 8 December"; what is no date, as it is.
export function dayText(iso) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? '');
  if (!match) return String(iso ?? '');
  const day = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Intl.DateTimeFormat('en-GB', {weekday: 'long', day: 'numeric', month: 'long'}).format(day).replace(',', '');
}

export function countWords(text) {
  return (text.match(/\S+/g) ?? []).length;
}
