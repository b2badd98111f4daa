import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { Form } from '@/components/form';
import { Section } from '@/components/Section';
import { useConfirmAbsence } from '@/lib/api/absences/confirmAbsence';
import { usePreviewAbsence } from '@/lib/api/absences/previewAbsence';
import type { AbsenceRange } from '@/lib/api/absences/readAbsence';
import type { AbsenceDecision, AbsencePlan } from '@/lib/api/types';
import { AbsenceOutcomes } from './AbsenceOutcomes';
import { AbsencePreview } from './AbsencePreview';
import { AffectedVisits } from './AffectedVisits';
import { BulkChoices } from './BulkChoices';
import { CANCEL, choiceOf, type Choices, decisionOf } from './absenceChoices';

interface Props {
  clinicId: string;
  doctorId: string;
  range: AbsenceRange;
  plan: AbsencePlan;
}

/** Choose for each visit, read what goes out, confirm, see what happened. */
export function AbsenceForm({ clinicId, doctorId, range, plan }: Props) {
  const { t } = useTranslation('absences');
  const { visits, doctorLeft } = plan;
  const [choices, setChoices] = useState<Choices>({});
  const [reason, setReason] = useState('');
  const [cancelReason, setCancelReason] = useState('');
  const [seen, setSeen] = useState<{ decision: AbsenceDecision; visits: AbsencePlan['visits'] }>();
  const preview = usePreviewAbsence(clinicId, doctorId);
  const confirm = useConfirmAbsence(clinicId, doctorId);

  const decision = decisionOf(range, reason, visits, choices, cancelReason);
  const again = () => {
    setSeen(undefined);
    setChoices({});
    preview.reset();
    confirm.reset();
  };
  if (seen && confirm.data) {
    return <AbsenceOutcomes clinicId={clinicId} visits={seen.visits} outcomes={confirm.data.items} noted={!doctorLeft} onAgain={again} />;
  }
  if (seen && preview.data) {
    return (
      <AbsencePreview
        messages={preview.data.items}
        noted={!doctorLeft}
        pending={confirm.isPending}
        failure={confirm.error}
        onConfirm={() => confirm.mutate(seen.decision)}
        onBack={() => {
          setSeen(undefined);
          preview.reset();
          confirm.reset();
        }}
      />
    );
  }
  // Only where nothing is being decided: what became of the last visit stays to be read.
  if (doctorLeft && visits.length === 0) {
    return <Empty icon={<IconCalendarCheck size={40} stroke={1.4} aria-hidden />} title={t('noneLeft', { doctor: plan.doctorName })} />;
  }
  return (
    <Section title={t('visits.title', { count: visits.length })} lead={t(doctorLeft ? 'visits.leadLeft' : 'visits.lead', { doctor: plan.doctorName })}>
      <Form
        onSubmit={() => preview.mutate(decision, { onSuccess: () => setSeen({ decision, visits }) })}
        failure={preview.error}
        actions={
          <Group>
            {doctorLeft && decision.choices.length === 0 ? (
              <Text>{t('visits.chooseFirst')}</Text>
            ) : (
              <Button type="submit" loading={preview.isPending}>
                {t('preview.open')}
              </Button>
            )}
          </Group>
        }
      >
        <Stack>
          {visits.length > 0 && <BulkChoices visits={visits} choices={choices} onChoices={setChoices} />}
          {visits.length > 0 && <AffectedVisits clinicId={clinicId} visits={visits} choices={choices} onChoose={(id, chosen) => setChoices({ ...choices, [id]: chosen })} />}
          {plan.more && <Text>{t('visits.more')}</Text>}
          {visits.some((visit) => choiceOf(visit, choices) === CANCEL) && (
            <TextInput
              label={t('cancelReason')}
              description={t('cancelReasonHint')}
              maxLength={500}
              maw={560}
              value={cancelReason}
              onChange={({ currentTarget }) => setCancelReason(currentTarget.value)}
            />
          )}
          {!doctorLeft && (
            <TextInput label={t('reason')} description={t('reasonHint')} maxLength={200} maw={560} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
          )}
        </Stack>
      </Form>
    </Section>
  );
}
