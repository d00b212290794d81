/** Writes playground/COVERAGE.md: `node playground/discord/coverage/write.ts`. */
import { writeFileSync } from 'node:fs';
import { renderCoverage } from './render.ts';

writeFileSync(new URL('../../COVERAGE.md', import.meta.url), renderCoverage());
