import { Outlet } from '@tanstack/react-router';
import { LiveProvider, useClinicEvents } from '@/lib/api/clinicEvents';

/** Listens to the clinic's changes for all screens below. */
export function ClinicFrame({ clinicId }: { clinicId: string }) {
  const live = useClinicEvents(clinicId);
  return (
    <LiveProvider value={live}>
      <Outlet />
    </LiveProvider>
  );
}
