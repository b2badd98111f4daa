import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { FailureLike } from '@/components/problemWords';
import { Section } from '@/components/Section';
import type { PatientMessage } from '@/lib/api/types';
import { Arrival } from './Arrival';
import { PatientMessages } from './PatientMessages';

interface Props {
  messages: PatientMessage[];
  /** The time off is noted along with it. */
  noted: boolean;
  pending: boolean;
  failure: FailureLike;
  onConfirm: () => void;
  onBack: () => void;
}

/** What will happen; nothing has yet. */
export function AbsencePreview({ messages, noted, pending, failure, onConfirm, onBack }: Props) {
  const { t } = useTranslation('absences');
  return (
    <Arrival>
      <Section title={t('preview.title')} lead={t('preview.lead')}>
        <Text role="status">{t('preview.count', { count: messages.length })}</Text>
        {noted && <Text>{t('preview.noted')}</Text>}
        <PatientMessages messages={messages} />
        <ProblemAlert failure={failure} />
        <Group>
          <Button loading={pending} onClick={onConfirm}>
            {t(messages.length > 0 ? 'preview.confirm' : 'preview.confirmNone')}
          </Button>
          <Button variant="subtle" onClick={onBack}>
            {t('preview.back')}
          </Button>
        </Group>
      </Section>
    </Arrival>
  );
}
