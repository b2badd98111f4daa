const KEY = 'housecall.clinic';

/** The clinic a person with several worked in last. Storage may be switched off; then they choose anew. */
export const lastClinic = {
  read: (): string | null => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  },
  remember: (clinicId: string) => {
    try {
      localStorage.setItem(KEY, clinicId);
    } catch {
      // Not remembered: nothing else depends on it.
    }
  },
};
