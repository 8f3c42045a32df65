// The few small drawings beside words; never instead of them.

import {svg} from './dom.js';

function drawing(...shapes) {
  return svg('svg', {class: 'icon', width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false'}, shapes);
}

export function lock() {
  return drawing(svg('rect', {x: 3, y: 7, width: 10, height: 7.5, rx: 1.5}), svg('path', {d: 'M5.2 7V4.6a2.8 2.8 0 0 1 5.6 0V7'}), svg('path', {d: 'M8 10v1.6'}));
}

export function hiddenEye() {
  return drawing(svg('path', {d: 'M1.2 8S3.7 3.6 8 3.6 14.8 8 14.8 8 12.3 12.4 8 12.4 1.2 8 1.2 8Z'}), svg('circle', {cx: 8, cy: 8, r: 2}), svg('path', {d: 'M2.5 13.5 13.5 2.5'}));
}

const SHAPES = {
  musical: () => svg('ellipse', {cx: 8, cy: 8, rx: 6.4, ry: 4.5, transform: 'rotate(-22 8 8)'}),
  personal: () => svg('path', {d: 'M8 1.6 14.4 8 8 14.4 1.6 8Z'}),
  social: () => svg('path', {d: 'M8 2 14.5 13.2H1.5Z'}),
};

/// The note-head of a domain, after the shape-note tradition; null for a domain that has none.
export function shapeOf(domain) {
  const kind = domain.toLowerCase();
  if (!(kind in SHAPES)) return null;
  return svg('svg', {class: `shape ${kind}`, width: 14, height: 14, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false'}, SHAPES[kind]());
}

export function handset() {
  return drawing(svg('path', {d: 'M4.2 2.2 6 5.4 4.9 6.8a8 8 0 0 0 4.3 4.3L10.6 10l3.2 1.8-.5 2.1c-5.5.4-11.6-5.7-11.2-11.2Z'}));
}
