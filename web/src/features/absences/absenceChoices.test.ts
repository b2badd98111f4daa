import { expect, test } from 'vitest';
import type { AffectedVisit } from '@/lib/api/types';
import { CANCEL, choiceOf, colleaguesOf, decisionOf, LEAVE, readAbsenceSearch, restCancelled, restToDoctor, restToNextFree, toDoctor, toSlot } from './absenceChoices';

const slot = (start: string, doctorId: string) => ({ start, end: start, doctorId });

const visit = (id: string, free: boolean, more: Partial<AffectedVisit> = {}): AffectedVisit => ({
  id,
  version: 3,
  status: 'BOOKED',
  start: '2026-12-01T12:00:00Z',
  end: '2026-12-01T12:30:00Z',
  mode: 'VIDEO',
  patientId: 'p',
  patientName: 'Patient',
  serviceName: 'Consultation',
  colleagues: [{ doctorId: 'b', name: 'Dr B', free }],
  later: [slot('2026-12-02T12:00:00Z', 'a')],
  withOthers: [slot('2026-12-01T13:00:00Z', 'b')],
  ...more,
});

const range = { date: '2026-12-01', lastDate: '2026-12-01' };

test('gives to a colleague what is free there and leaves what is decided', () => {
  const visits = [visit('one', true), visit('two', false), visit('three', true)];
  const choices = restToDoctor(visits, { three: CANCEL }, 'b');
  expect(visits.map((each) => choiceOf(each, choices))).toEqual([toDoctor('b'), LEAVE, CANCEL]);
});

test('cancels only the rest', () => {
  const visits = [visit('one', true), visit('two', false)];
  expect(restCancelled(visits, { one: toDoctor('b') })).toEqual({ one: toDoctor('b'), two: CANCEL });
});

test('moves to the same doctor first, else to anyone, else leaves', () => {
  const visits = [visit('one', true), visit('two', true, { later: [] }), visit('three', true, { later: [], withOthers: [] })];
  expect(restToNextFree(visits, {})).toEqual({ one: toSlot(slot('2026-12-02T12:00:00Z', 'a')), two: toSlot(slot('2026-12-01T13:00:00Z', 'b')) });
});

test('leaves a visit whose chosen way was taken meanwhile', () => {
  expect(choiceOf(visit('one', false), { one: toDoctor('b') })).toBe(LEAVE);
  expect(choiceOf(visit('one', true, { later: [] }), { one: toSlot(slot('2026-12-02T12:00:00Z', 'a')) })).toBe(LEAVE);
});

test('sends what is decided, in the version that was seen', () => {
  const visits = ['one', 'two', 'three', 'four', 'five'].map((id) => visit(id, true));
  const choices = { one: toDoctor('b'), two: toSlot(slot('2026-12-02T12:00:00Z', 'a')), three: toSlot(slot('2026-12-01T13:00:00Z', 'b')), four: CANCEL };
  expect(decisionOf(range, ' ', visits, choices, 'ill ')).toEqual({
    timeOff: range,
    choices: [
      { appointmentId: 'one', version: 3, action: 'MOVE', doctorId: 'b' },
      { appointmentId: 'two', version: 3, action: 'MOVE', start: '2026-12-02T12:00:00Z' },
      { appointmentId: 'three', version: 3, action: 'MOVE', start: '2026-12-01T13:00:00Z', doctorId: 'b' },
      { appointmentId: 'four', version: 3, action: 'CANCEL', reason: 'ill' },
    ],
  });
});

test('names each colleague once', () => {
  expect(colleaguesOf([visit('one', true), visit('two', false)])).toEqual([{ id: 'b', name: 'Dr B' }]);
});

test('reads an absence from the address', () => {
  expect(readAbsenceSearch({ doctorId: 'a', date: '2026-12-01', lastDate: '2026-11-01', from: '09:00' })).toEqual({ doctorId: 'a', ...range });
  expect(readAbsenceSearch({ date: 'soon', from: '09:00', to: '10:00' })).toEqual({ from: '09:00', to: '10:00' });
});
