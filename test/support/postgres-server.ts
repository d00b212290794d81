/** Databases on the PostgreSQL server that CAIRN_TEST_POSTGRES names; `.ci/with-postgres` starts one. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

const server = process.env.CAIRN_TEST_POSTGRES;

export const isServerThere = Boolean(server);

/** Milliseconds. Who waits on a busy machine is not to hear that the database is busy. */
export const patience = 60_000;

/** Of the databases of one run of the tests, which go at its end. */
const prefix = `cairn_${process.env.CAIRN_TEST_RUN}_`;

/** @returns the address of a new, empty one, which is there until the tests are over. */
export async function aDatabase(): Promise<string> {
  const name = `${prefix}${randomUUID().replaceAll('-', '')}`;
  await onTheServer(`create database ${name}`);
  const address = new URL(server ?? '');
  address.pathname = `/${name}`;
  return address.href;
}

/** All that the tests of this run have made. */
export async function dropDatabases(): Promise<void> {
  if (!isServerThere) return;
  const names = await onTheServer(`select datname as name from pg_database where starts_with(datname, '${prefix}')`);
  for (const { name } of names) await onTheServer(`drop database ${name} with (force)`);
}

async function onTheServer(statement: string): Promise<readonly { readonly name: string }[]> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
