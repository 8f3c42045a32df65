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

export function handset() {
  return drawing(svg('path', {d: 'M4.2 2.2 6 5.4 4.9 6.8a8 8 0 0 0 4.3 4.3L10.6 10l3.2 1.8-.5 2.1c-5.5.4-11.6-5.7-11.2-11.2Z'}));
}
