import { expect, test } from 'vitest';
import type { EncryptionKey } from '@/lib/api/types';
import { progressOf } from './progressOf';

const key = (role: EncryptionKey['role'], values: EncryptionKey['values']): EncryptionKey => ({ id: role, role, values, servers: 0, dispensable: false });

test('counts what is under the primary key against all there is', () => {
  expect(progressOf([key('OLD', { mail: 2, meeting: 5 }), key('PRIMARY', { mail: 1, visit_link: 4 })])).toEqual([
    { table: 'meeting', done: 0, total: 5 },
    { table: 'mail', done: 1, total: 3 },
    { table: 'visit_link', done: 4, total: 4 },
  ]);
});
