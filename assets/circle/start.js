// Loads the page's modules, and when the network breaks off in the middle of them, loads the page again by itself: a
// module that did not come is not asked for twice by browsers.
(() => {
  const TRIES = 'afternote.circle.tries';
  const MOST_TRIES = 6;
  const kept = () => {
    try {
      return sessionStorage;
    } catch {
      return null;
    }
  };
  import('/circle/main.js').then(
    () => kept()?.removeItem(TRIES),
    (reason) => {
      const store = kept();
      const tries = Number(store?.getItem(TRIES) ?? 0);
      if (!store || tries >= MOST_TRIES || reason instanceof SyntaxError) {
        document.getElementById('waking').hidden = true;
        document.getElementById('not-loaded').hidden = false;
        return;
      }
      store.setItem(TRIES, String(tries + 1));
      setTimeout(() => location.reload(), 500 * 2 ** tries * (0.75 + Math.random() / 2));
    },
  );
})();
