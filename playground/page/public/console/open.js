/** Puts the playground's controls around the little Discord. */
import { byId } from '../dom.js';
import { createTour } from '../tour/tour.js';
import { createInspector } from './inspector.js';
import { createStrip } from './strip.js';

export function openControls(store, controls, { personas, chooseMember, focusComposer }) {
  const inspector = createInspector(controls);
  const tour = controls.tour && createTour(store, controls, focusComposer);
  createStrip(store, controls, personas, {
    chooseMember,
    toggleInspector: inspector.toggle,
    startTour: tour?.start,
  });
  byId('strip').hidden = false;
}
