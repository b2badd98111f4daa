import type { EncryptionKey } from '@/lib/api/types';

const known = {
  idempotency_key: true,
  mail: true,
  meeting: true,
  second_factor: true,
  single_sign_on: true,
  single_sign_on_attempt: true,
  visit_link: true,
  zoom_account_token: true,
  zoom_app: true,
  zoom_connection: true,
  zoom_oauth_attempt: true,
};

/** A newer server may name others. */
export const isSealedTable = (text: string): text is keyof typeof known => text in known;

/** How much of each table is under the primary key; first what has most left. */
export function progressOf(keys: EncryptionKey[]) {
  const tables = [...new Set(keys.flatMap(({ values }) => Object.keys(values)))];
  return tables
    .map((table) => {
      const count = (of: EncryptionKey[]) => of.reduce((sum, { values }) => sum + (values[table] ?? 0), 0);
      return { table, done: count(keys.filter(({ role }) => role === 'PRIMARY')), total: count(keys) };
    })
    .sort((one, other) => other.total - other.done - (one.total - one.done) || one.table.localeCompare(other.table));
}
