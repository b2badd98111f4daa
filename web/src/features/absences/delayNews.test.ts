import { expect, test } from 'vitest';
import type { DelayedVisit } from '@/lib/api/types';
import { newsFor } from './delayNews';

const visit = (appointmentId: string, told?: number): DelayedVisit => ({
  start: '2026-12-01T12:00:00Z',
  told,
  message: { appointmentId, patientName: 'Patient', subject: '', text: '' },
});

test('is news for whoever was told another figure or none', () => {
  const visits = [visit('none'), visit('ten', 10), visit('twenty', 20)];
  expect(newsFor(visits, 20).map(({ message }) => message.appointmentId)).toEqual(['none', 'ten']);
});
