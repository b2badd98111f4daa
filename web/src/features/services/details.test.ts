import { expect, test } from 'vitest';
import type { Service } from '@/lib/api/types';
import { detailsOf, endedByZoom, fieldsOf } from './details';

const service: Service = {
  id: '1',
  name: 'Internal',
  publicName: 'First talk',
  mode: 'IN_PERSON',
  durationMinutes: 25,
  bufferBeforeMinutes: 5,
  bufferAfterMinutes: 10,
  price: 45.5,
  currency: 'EUR',
  colour: '#2f6fab',
  bookableBy: 'PATIENTS',
  active: true,
  doctorIds: ['7'],
};

test('sends all of a service back as it was', () => {
  const { id, active, ...kept } = service;
  expect([id, active]).toEqual(['1', true]);
  expect(detailsOf(fieldsOf(service), ['7'])).toEqual({ ...kept, description: undefined });
});

test('leaves out what is empty, and the currency of no price', () => {
  const sent = detailsOf({ ...fieldsOf(service), publicName: ' ', price: '' }, [], false);
  expect(sent.publicName).toBeUndefined();
  expect(sent).not.toHaveProperty('price');
  expect(sent).not.toHaveProperty('currency');
  expect(sent.active).toBe(false);
});

test('names whose visits Zoom would cut short', () => {
  const host = { doctorId: 'a', doctorName: 'Dr. Ines', hosting: 'OWN', basic: true, findings: [] } as const;
  const hosts = [
    { ...host, findings: [] },
    { ...host, doctorId: 'b', doctorName: 'Dr. Ben', basic: false, findings: [] },
  ];
  expect(endedByZoom(hosts, 'VIDEO', 45, ['a', 'b'])).toEqual(['Dr. Ines']);
  expect(endedByZoom(hosts, 'VIDEO', 40, ['a', 'b'])).toEqual([]);
  expect(endedByZoom(hosts, 'VIDEO', 45, ['b'])).toEqual([]);
  expect(endedByZoom(hosts, 'IN_PERSON', 45, ['a'])).toEqual([]);
});
