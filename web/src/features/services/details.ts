import type { DoctorHost, NewService, Service } from '@/lib/api/types';

/** A service's texts as its form holds them. */
export const fieldsOf = (service?: Service) => ({
  name: service?.name ?? '',
  publicName: service?.publicName ?? '',
  description: service?.description ?? '',
  mode: service?.mode ?? 'VIDEO',
  durationMinutes: String(service?.durationMinutes ?? 20),
  bufferBeforeMinutes: String(service?.bufferBeforeMinutes ?? 0),
  bufferAfterMinutes: String(service?.bufferAfterMinutes ?? 0),
  price: service?.price === undefined ? '' : String(service.price),
  currency: service?.currency ?? '',
  colour: service?.colour ?? '',
  bookableBy: service?.bookableBy ?? 'EVERYONE',
});

export type Fields = Record<keyof ReturnType<typeof fieldsOf>, string>;

export const audiences = ['EVERYONE', 'PATIENTS', 'STAFF'] as const;

/** What is sent of it. A price has a currency, and a currency stands for nothing alone. */
export function detailsOf(fields: Fields, doctorIds: string[], active?: boolean): NewService {
  const { name, publicName, description, mode, price, currency, colour, bookableBy } = fields;
  return {
    name: name.trim(),
    publicName: publicName.trim() || undefined,
    description: description.trim() || undefined,
    mode: mode === 'VIDEO' ? 'VIDEO' : 'IN_PERSON',
    durationMinutes: Number(fields.durationMinutes),
    bufferBeforeMinutes: Number(fields.bufferBeforeMinutes),
    bufferAfterMinutes: Number(fields.bufferAfterMinutes),
    ...(price.trim() && { price: Number(price), currency }),
    colour: colour || undefined,
    bookableBy: audiences.find((known) => known === bookableBy) ?? 'EVERYONE',
    doctorIds,
    ...(active !== undefined && { active }),
  };
}

const BASIC_MINUTES = 40;

/** The names of those chosen whose Zoom accounts are Basic, where Zoom would end the visit before its time. */
export const endedByZoom = (hosts: DoctorHost[], mode: string, minutes: number, doctorIds: string[]): string[] =>
  mode === 'VIDEO' && minutes > BASIC_MINUTES ? hosts.filter(({ basic, doctorId }) => basic && doctorIds.includes(doctorId)).map(({ doctorName }) => doctorName) : [];
