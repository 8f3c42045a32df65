// Two tabs of one room would each think that what the other keeps is theirs alone: one at a time.

const held = new Set();

/// True when this tab is the one. `take`: from whichever tab has it. `onTaken`: another tab has taken it from this one.
export function claim(roomId, {take = false, onTaken}) {
  if (!navigator.locks || held.has(roomId)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const keep = (lock) => {
      resolve(lock !== null);
      if (lock === null) return undefined;
      held.add(roomId);
      return new Promise(() => {});
    };
    navigator.locks.request(`afternote.circle.${roomId}`, take ? {steal: true} : {ifAvailable: true}, keep).catch(() => {
      held.delete(roomId);
      onTaken();
    });
  });
}
