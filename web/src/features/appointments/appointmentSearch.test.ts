import { expect, test } from 'vitest';
import { readBookSearch, readListSearch } from './appointmentSearch';

test('reads the filters of an address and drops what is none', () => {
  expect(readListSearch({ from: '2026-11-24', to: 'tomorrow', status: 'BOOKED', doctorId: 'd', page: 2 })).toEqual({
    from: '2026-11-24',
    status: 'BOOKED',
    doctorId: 'd',
  });
  expect(readListSearch({ status: 'GONE', doctorId: 7 })).toEqual({});
});

test('keeps what was chosen on the way to a booking', () => {
  expect(readBookSearch({ serviceId: 's', patientId: 1, other: 'x' })).toEqual({ serviceId: 's' });
});
