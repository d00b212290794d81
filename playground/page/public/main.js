/** Starts the page: as the member named in the address, or by asking who the visitor wants to be. */
import { showPersonas } from './dialogs/personas.js';
import { byId } from './dom.js';
import { refreshRelativeTimes } from './markdown/render.js';
import { loadStart } from './server.js';
import { openSession } from './session.js';

const relativeTimesAge = 15_000;

async function start() {
  const memberId = new URL(location.href).searchParams.get('as');
  try {
    if (memberId) await openSession(memberId);
    else showPersonas(await loadStart());
  } catch (problem) {
    // A link to a member of an older playground.
    if (memberId && problem.isGone) location.assign('/');
    else showProblem(problem);
  }
}

function showProblem({ message }) {
  byId('app').hidden = false;
  byId('connection').hidden = false;
  byId('connection').textContent = message;
}

setInterval(refreshRelativeTimes, relativeTimesAge);
await start();
