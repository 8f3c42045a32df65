// Making and keeping elements. Everything that anybody wrote becomes text and never markup: there is no way to set HTML
// here, and none elsewhere.

const SVG = 'http://www.w3.org/2000/svg';

/// h('button', {class: 'main', onclick: go}, 'Come in'). Properties: on... are listeners, booleans set or leave out the
/// attribute, null leaves it out.
export function h(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

export function svg(tag, properties = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

function fill(node, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/// Changes the text only when it differs, so that nothing is read out or redrawn twice.
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function show(node, shown) {
  if (node.hidden === shown) node.hidden = !shown;
}

/// Whether it can be pressed; what cannot stays in reach of the keyboard, and says so.
export function allow(button, allowed) {
  button.setAttribute('aria-disabled', String(!allowed));
}

export function allowed(button) {
  return button.getAttribute('aria-disabled') !== 'true';
}

/// A list whose rows are kept by key, so that what has the focus keeps it while others come and go.
/// `make(item)` gives {node, update(item)}.
export function keyed(parent, keyOf, make) {
  const rows = new Map();
  return (items) => {
    const kept = new Set();
    let before = null;
    for (const item of items) {
      const key = keyOf(item);
      if (kept.has(key)) continue;
      kept.add(key);
      if (!rows.has(key)) rows.set(key, make(item));
      const row = rows.get(key);
      row.update?.(item);
      const wanted = before ? before.nextSibling : parent.firstChild;
      if (row.node !== wanted) parent.insertBefore(row.node, wanted);
      before = row.node;
    }
    for (const [key, row] of rows) {
      if (kept.has(key)) continue;
      handFocusOn(row.node, parent);
      row.node.remove();
      rows.delete(key);
    }
  };
}

// What goes away under somebody's focus must not throw them to the top of the page.
function handFocusOn(node, parent) {
  if (!node.contains(document.activeElement)) return;
  const heir = parent.closest('section, dialog, main')?.querySelector('h1, h2, h3');
  heir?.setAttribute('tabindex', '-1');
  heir?.focus();
}

let counted = 0;
export function newId(stem) {
  counted += 1;
  return `${stem}-${counted}`;
}

/// A label, its control, a hint and a place for what needs a look, tied together.
export function field(label, control, hint = '') {
  control.id = newId('field');
  const hintNode = h('p', {class: 'small', id: `${control.id}-hint`, hidden: hint === ''}, hint);
  const fault = h('p', {class: 'fault', id: `${control.id}-fault`, hidden: true});
  control.setAttribute('aria-describedby', `${hintNode.id} ${fault.id}`);
  const node = h('div', {class: 'field'}, h('label', {for: control.id}, label), hintNode, control, fault);
  return {
    node,
    control,
    complain(text) {
      setText(fault, text);
      show(fault, text !== '');
      control.setAttribute('aria-invalid', String(text !== ''));
      if (text !== '') control.focus();
    },
  };
}

export function button(label, onclick, kind = 'second') {
  const node = h('button', {type: 'button', class: kind, onclick: () => allowed(node) && onclick(node)}, label);
  return node;
}

/// An oval note-head: the mark of everything that counts here.
export function noteHead(kind, width = 26) {
  return svg('svg', {class: `note ${kind}`, width, height: Math.round(width * 0.77), viewBox: '0 0 26 20', 'aria-hidden': 'true', focusable: 'false'},
    svg('ellipse', {cx: 13, cy: 10, rx: 10.4, ry: 7.2, transform: 'rotate(-22 13 10)'}));
}

/// Says something to those who cannot see it. `now`: in the middle of a sentence, for what cannot wait.
export function say(text, {now = false} = {}) {
  const node = document.getElementById(now ? 'say-now' : 'say');
  if (!node || text === '') return;
  // The same sentence twice is heard twice only when the element changes.
  node.textContent = node.textContent === text ? `${text}\u00A0` : text;
}
