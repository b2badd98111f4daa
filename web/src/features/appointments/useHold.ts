import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { giveBackHold, type HoldWish, placeHold } from '@/lib/api/availability/holds';
import type { Hold, Slot } from '@/lib/api/types';

const nameOf = ({ start, doctorId }: { start: string; doctorId: string }) => `${start} ${doctorId}`;

/**
 * Keeps the time that somebody has chosen from others while they fill in the form. The next choice takes its place, and
 * leaving the form gives it back.
 */
export function useHold(clinicId: string) {
  const [hold, setHold] = useState<Hold>();
  /** What is wanted now, and what the server keeps, which is behind while an answer is on its way. */
  const now = useRef<{ wanted?: string; kept?: string; left: boolean }>({ left: false });

  const giveBackKept = useCallback(() => {
    const { kept } = now.current;
    now.current.kept = undefined;
    if (kept) void giveBackHold(clinicId, kept);
  }, [clinicId]);

  const place = useMutation({
    // One after the other, so that a choice is never in the way of the next.
    scope: { id: `hold ${clinicId}` },
    mutationFn: (wish: HoldWish) => placeHold(clinicId, { ...wish, ...(now.current.kept && { replaces: now.current.kept }) }),
    onSuccess: (placed, wish) => {
      now.current.kept = placed.id;
      if (now.current.left || !now.current.wanted) giveBackKept();
      else if (now.current.wanted === nameOf(wish)) setHold(placed);
    },
  });
  const { mutate, reset } = place;

  const take = useCallback(
    (serviceId: string, { start, doctorId }: Slot) => {
      now.current.wanted = nameOf({ start, doctorId });
      setHold(undefined);
      mutate({ doctorId, serviceId, start });
    },
    [mutate],
  );
  const forget = useCallback(() => {
    now.current.wanted = undefined;
    setHold(undefined);
    reset();
  }, [reset]);
  const giveBack = useCallback(() => {
    forget();
    giveBackKept();
  }, [forget, giveBackKept]);
  const used = useCallback(() => {
    now.current.kept = undefined;
    forget();
  }, [forget]);

  useEffect(() => {
    const state = now.current;
    state.left = false;
    window.addEventListener('pagehide', giveBackKept);
    return () => {
      window.removeEventListener('pagehide', giveBackKept);
      state.left = true;
      giveBackKept();
    };
  }, [giveBackKept]);

  return {
    hold,
    /** Until then a booking would meet its own hold. */
    pending: place.isPending,
    /** Why the time could not be held. */
    failure: place.error,
    take,
    giveBack,
    /** The appointment has taken its place. */
    used,
  };
}
