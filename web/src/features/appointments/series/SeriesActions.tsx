import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/clinics/readMe';
import type { Appointment } from '@/lib/api/types';
import { CancelFollowingDialog, MoveFollowingDialog } from './FollowingDialogs';
import { RepeatDialog } from './RepeatDialog';

/** What can be done with a visit as one of several. */
export function SeriesActions({ clinicId, appointment }: { clinicId: string; appointment: Appointment }) {
  const { t } = useTranslation('series');
  const me = useMe(clinicId);
  const [repeating, repeat] = useDisclosure();
  const [moving, move] = useDisclosure();
  const [cancelling, cancel] = useDisclosure();
  if (!me.may('BOOK_SERIES')) return null;
  const props = { clinicId, appointment };
  const { version } = appointment; // of another one, nothing that was typed holds
  return (
    <>
      <Button variant="default" onClick={repeat.open}>
        {t('open')}
      </Button>
      <RepeatDialog key={`repeat ${version}`} {...props} opened={repeating} onClose={repeat.close} />
      {appointment.seriesId && (
        <>
          <Button variant="default" onClick={move.open}>
            {t('moveOpen')}
          </Button>
          <MoveFollowingDialog key={`move ${version}`} {...props} opened={moving} onClose={move.close} />
          <Button variant="subtle" color="brick" onClick={cancel.open}>
            {t('cancelOpen')}
          </Button>
          <CancelFollowingDialog {...props} opened={cancelling} onClose={cancel.close} />
        </>
      )}
    </>
  );
}
