// The one clock: what the hub said was left, less what has passed here since. The phone's own idea of the time is never
// asked, so a phone whose clock is an hour out shows the same as all others.

/// `clock`: {leftMs, lengthMs, stands} as heard at `heardAt` (performance.now()).
export function leftNow(clock, heardAt, now = performance.now()) {
  return clock.stands ? clock.leftMs : clock.leftMs - (now - heardAt);
}

export function minutesText(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}

/// Which of the three things the clock ever says aloud has just come due: 'half', 'minute', 'end' or null.
export function toSay(lengthMs, beforeMs, nowMs) {
  const passed = (markMs) => beforeMs > markMs && nowMs <= markMs;
  if (passed(0)) return 'end';
  if (lengthMs > 60000 && passed(60000)) return 'minute';
  if (lengthMs > 120000 && passed(lengthMs / 2)) return 'half';
  return null;
}
