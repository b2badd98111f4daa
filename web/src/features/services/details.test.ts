import { expect, test } from 'vitest';
import type { Service } from '@/lib/api/types';
import { detailsOf, fieldsOf } from './details';

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
