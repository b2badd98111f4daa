import { addDays, dayIn, mondayOf } from '@/lib/times';
import type { ListSearch, View } from './appointmentSearch';

/** The days that a view shows, of the clinic's zone. */
export function rangeOf(view: View, search: ListSearch, clinicZone: string) {
  const today = dayIn(clinicZone, Date.now());
  const day = search.day ?? today;
  switch (view) {
    case 'day':
      return { day, from: day, to: day, days: [day] };
    case 'week': {
      const from = mondayOf(day);
      return { day, from, to: addDays(from, 6), days: Array.from({ length: 7 }, (_, i) => addDays(from, i)) };
    }
    case 'list': {
      const from = search.from ?? day;
      return { day, from, to: search.to ?? addDays(from, 6), days: [] };
    }
  }
}

/** Between which days a list looks: words without days are looked for in all the server looks through. */
export function listDays(search: ListSearch, clinicZone: string): { from?: string; to?: string } {
  const { from, to } = rangeOf('list', search, clinicZone);
  return search.query && !search.from && !search.to ? {} : { from, to };
}
