import { createContext, useContext } from 'react';
import { appointmentsKey } from './appointments/listAppointments';
import { path } from './client';
import { useLiveUpdates } from './live';
import { linkAlarmsKey } from './meetings/linkAlarms';
import { waitingKey } from './waiting/waitingList';

const Live = createContext(false);

/** Says to the screens below whether the clinic's stream is up. */
export const LiveProvider = Live.Provider;
export const useLive = () => useContext(Live);

export const useClinicEvents = (clinicId: string) =>
  useLiveUpdates(`/api/v1${path`/clinics/${clinicId}/events`}`, {
    appointment: appointmentsKey(clinicId),
    'link-alarm': linkAlarmsKey(clinicId),
    'waiting-list': waitingKey(clinicId),
    connection: ['clinics', clinicId, 'connections'],
  });
