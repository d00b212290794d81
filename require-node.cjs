// Stops `npm start` and `npm test` on any Node but the pinned one, in one line that says what to run.
// Written for Node 12: it has to run where nothing else here does.
'use strict';

const { existsSync, readFileSync } = require('fs');
const { join } = require('path');

const pinned = JSON.parse(readFileSync(join(__dirname, 'package.json'), 'utf8')).devDependencies.node;
const needed = pinned.split('.')[0];
const found = process.versions.node;

if (found.split('.')[0] !== needed) {
  // The package `node` fetches its binary in an install script, which `--ignore-scripts` skips.
  const installed = existsSync(join(__dirname, 'node_modules', 'node'));
  const remedy = installed ? 'npm rebuild node --ignore-scripts=false' : 'npm ci';
  console.error(`Cairn needs Node ${needed} and was started on Node ${found}. Run: ${remedy}`);
  process.exit(1);
}
