/** Databases on the PostgreSQL server that CAIRN_TEST_POSTGRES names; `.ci/with-postgres` starts one. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll } from 'vitest';

const server = process.env.CAIRN_TEST_POSTGRES;

export const isServerThere = Boolean(server);

/** Milliseconds. Who waits on a busy machine is not to hear that the database is busy. */
export const patience = 60_000;

const made: string[] = [];

/** @returns the address of a new, empty one, which is there until the tests of the file are over. */
export async function aDatabase(): Promise<string> {
  const name = `cairn_${randomUUID().replaceAll('-', '')}`;
  await onTheServer(`create database ${name}`);
  made.push(name);
  return addressOf(name);
}

if (isServerThere) {
  afterAll(async () => {
    for (const name of made.splice(0)) await onTheServer(`drop database ${name} with (force)`);
  });
}

async function onTheServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function addressOf(name: string): string {
  const address = new URL(server ?? '');
  address.pathname = `/${name}`;
  return address.href;
}
