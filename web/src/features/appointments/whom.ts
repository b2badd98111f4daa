import { useState } from 'react';
import { useMe } from '@/lib/api/clinics/readMe';

/** All patients that share the address. */
export const EVERYBODY = 'everybody';

const key = (clinicId: string) => `housecall.whom.${clinicId}`;

function remembered(clinicId: string): string | null {
  try {
    return sessionStorage.getItem(key(clinicId));
  } catch {
    return null;
  }
}

function remember(clinicId: string, whom: string) {
  try {
    sessionStorage.setItem(key(clinicId), whom);
  } catch {
    // Asked again on the next page: nothing else depends on it.
  }
}

/**
 * For whom somebody is here whose address several patients share: asked once, and kept while the tab is open.
 * It narrows what is shown; what may be seen is the account's, whoever sits before it.
 */
export function useWhom(clinicId: string) {
  const { patients } = useMe(clinicId);
  const [chosen, setChosen] = useState(() => remembered(clinicId));
  const patient = patients.find(({ id }) => id === chosen);
  const choose = (whom: string) => {
    remember(clinicId, whom);
    setChosen(whom);
  };
  return {
    patients,
    patient,
    /** Somebody has to be asked before anything is shown. */
    open: patients.length > 1 && !patient && chosen !== EVERYBODY,
    choose,
    askAgain: () => choose(''),
  };
}
