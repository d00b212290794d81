import { readdirSync, readFileSync } from 'node:fs';
import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { dispatchAreas } from '../../../playground/discord/coverage/dispatches/index.ts';
import type { Area, LeftOut, Proof } from '../../../playground/discord/coverage/entry.ts';
import { leftOutDispatches } from '../../../playground/discord/coverage/left-out-dispatches.ts';
import { leftOutRoutes } from '../../../playground/discord/coverage/left-out-routes.ts';
import { limitProofs } from '../../../playground/discord/coverage/limit-proofs.ts';
import { renderCoverage } from '../../../playground/discord/coverage/render.ts';
import { routeAreas } from '../../../playground/discord/coverage/routes/index.ts';
import { limits } from '../../../playground/discord/limits.ts';
import { createRouter } from '../../../playground/discord/rest/router.ts';
import { routes } from '../../../playground/discord/rest/routes/index.ts';
import { dispatchSchemas } from '../../../playground/discord/validate/dispatches/index.ts';
import { published } from '../../../playground/discord/validate/published.ts';

const source = new URL('../../../playground/discord/', import.meta.url);

const namesIn = (areas: readonly Area[]) => areas.flatMap(({ entries }) => entries.map(({ what }) => what));
const leftOut = (areas: readonly LeftOut[]) => areas.flatMap(({ what }) => what);
const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);
const without = (names: readonly string[], others: readonly string[]) => {
  const known = new Set(others);
  return names.filter(name => !known.has(name));
};

/** Named by a variable, since its types are sources that our compiler refuses. */
const specification: string = 'discord-api-spec';
const { pathsList } = (await import(specification)) as { pathsList: Readonly<Record<string, readonly string[]>> };

const publishedRoutes = Object.entries(pathsList).flatMap(([method, paths]) =>
  paths.map(path => `${method.toUpperCase()} ${path}`),
);

const find = createRouter(routes);
const isModelled = (route: string) => {
  const [method = '', path = ''] = route.split(' ');
  return find(method, path.replaceAll(/\{[^}]+\}/g, '1')) !== undefined;
};

const schemas = await import('discord-api-spec/zod');
const describedEvents = Object.keys(dispatchSchemas(published(schemas)));

describe('the coverage table', () => {
  test('has one line for each route that is registered, and no other', () => {
    const registered = routes.map(({ method, path }) => `${method} ${path}`);
    const listed = namesIn(routeAreas);
    // Add what is missing to its area in playground/discord/coverage/routes.
    expect({ missing: without(registered, listed), gone: without(listed, registered), twice: twice(listed) }).toEqual({
      missing: [],
      gone: [],
      twice: [],
    });
  });

  test('says of every route Discord publishes whether it is modelled', () => {
    const listed = leftOut(leftOutRoutes);
    const modelled = publishedRoutes.filter(isModelled);
    // What is neither registered nor left out on purpose belongs in playground/discord/coverage/left-out-routes.ts.
    expect({
      neither: without(without(publishedRoutes, modelled), listed),
      both: listed.filter(isModelled),
      unknown: without(listed, publishedRoutes),
      twice: twice(listed),
    }).toEqual({ neither: [], both: [], unknown: [], twice: [] });
  });

  test('has one line for each event that can be sent, and no other', () => {
    const listed = namesIn(dispatchAreas);
    // An event without a schema in validate/dispatches is never sent without a violation.
    expect({
      missing: without(describedEvents, listed),
      gone: without(listed, describedEvents),
      twice: twice(listed),
    }).toEqual({ missing: [], gone: [], twice: [] });
  });

  test('says of every event Discord documents whether it is sent', () => {
    const sent = namesIn(dispatchAreas);
    const never = leftOut(leftOutDispatches);
    expect({
      neither: without(Object.values(GatewayDispatchEvents), [...sent, ...never]),
      both: without(never, without(never, sent)),
      unknown: without(never, Object.values(GatewayDispatchEvents)),
      twice: twice(never),
    }).toEqual({ neither: [], both: [], unknown: [], twice: [] });
  });

  test('names tests that exist', () => {
    const proofs: readonly Proof[] = [
      ...[...routeAreas, ...dispatchAreas].flatMap(({ entries }) => entries.map(({ proof }) => proof)),
      ...Object.values(limitProofs).map(({ proof }) => proof),
    ];
    const texts = new Map<string, string>();
    const textOf = (file: string) => {
      const known = texts.get(file) ?? readFileSync(new URL(file, import.meta.url), 'utf8');
      texts.set(file, known);
      return known;
    };
    expect(proofs.filter(({ file, title }) => !textOf(file).includes(`'${title}'`))).toEqual([]);
  });

  test('is what playground/COVERAGE.md shows', () => {
    const page = readFileSync(new URL('../COVERAGE.md', source), 'utf8');
    expect(page === renderCoverage(), 'run: node playground/discord/coverage/write.ts').toBe(true);
  });
});

test('no hard limit stands there unused', () => {
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && file !== 'limits.ts' && !file.startsWith('coverage'))
    .map(file => readFileSync(new URL(file, source), 'utf8'))
    .join('\n');
  expect(Object.keys(limits).filter(name => !new RegExp(`\\blimits\\.${name}\\b`).test(code))).toEqual([]);
});
