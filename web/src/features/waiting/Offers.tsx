import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useClinic } from '@/lib/api/clinics/readClinic';
import { useMe } from '@/lib/api/clinics/readMe';
import type { WaitingEntry } from '@/lib/api/types';
import { useAnswerOffer } from '@/lib/api/waiting/waitingList';
import { browserZone, useTimes } from '@/lib/times';

/** What is free for whoever waits, to be booked or refused; staff answer for a patient on the phone. */
export function Offers({ clinicId, entry }: { clinicId: string; entry: WaitingEntry }) {
  const { t } = useTranslation('waiting');
  const clinic = useClinic(clinicId);
  const { staff } = useMe(clinicId);
  const times = useTimes(staff ? clinic.timeZone : browserZone());
  const answer = useAnswerOffer(clinicId);
  const open = entry.offers.filter(({ reply, start }) => reply === 'OPEN' && Date.parse(start) > Date.now());
  return (
    <Stack gap="xs">
      {open.map(({ id, doctorName, start }) => {
        const words = { when: times.dateTime(start), doctor: doctorName, name: entry.patientName };
        const say = (accept: boolean) => answer.mutate({ entryId: entry.id, offerId: id, accept });
        return (
          <Group key={id} justify="space-between">
            <Text fw={600}>{t('offer', words)}</Text>
            <Group gap="xs">
              <Button size="sm" loading={answer.isPending} onClick={() => say(true)} aria-label={t('acceptFor', words)}>
                {t('accept')}
              </Button>
              <Button size="sm" variant="default" disabled={answer.isPending} onClick={() => say(false)} aria-label={t('declineFor', words)}>
                {t('decline')}
              </Button>
            </Group>
          </Group>
        );
      })}
      <ProblemAlert failure={answer.error} />
    </Stack>
  );
}
