/** Notices that the playground's clock shows another day than before. */
import { now } from '../clock.js';

export function onNewDay(controls, run) {
  let day = today();
  controls.on('clock', () => {
    if (controls.clock.isMoving || today() === day) return;
    day = today();
    run();
  });
}

const today = () => new Date(now()).toDateString();
