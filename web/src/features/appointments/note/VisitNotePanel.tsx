import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { ProblemAlert } from '@/components/ProblemAlert';
import { Section } from '@/components/Section';
import { useVisitNote, useWriteVisitNote } from '@/lib/api/appointments/visitNote';
import type { Appointment, VisitNote } from '@/lib/api/types';
import { useReaderTimes } from '../useReaderTimes';
import { FollowUp } from './FollowUp';

interface Props {
  clinicId: string;
  appointment: Appointment;
}

/** At the end of a visit: what the doctor wants to remember, and when to meet again. */
export function VisitNotePanel({ clinicId, appointment }: Props) {
  const { t } = useTranslation('appointments');
  const note = useVisitNote(clinicId, appointment.id);
  return (
    <Section title={t('note.title')} lead={t('note.lead')}>
      <Loaded query={note}>{(data) => <NoteForm {...{ clinicId, appointment }} note={data} />}</Loaded>
      <FollowUp {...{ clinicId, appointment }} />
    </Section>
  );
}

function NoteForm({ clinicId, appointment, note }: Props & { note: VisitNote }) {
  const { t } = useTranslation('appointments');
  const times = useReaderTimes(clinicId);
  const [text, setText] = useState(note.text ?? '');
  const write = useWriteVisitNote(clinicId, appointment.id);
  const changed = text.trim() !== (note.text ?? '');
  return (
    <Stack gap="sm">
      <Textarea label={t('note.text')} autosize minRows={3} maxRows={12} maxLength={4000} value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} />
      <ProblemAlert failure={write.error} />
      <Group>
        <Button disabled={!changed || text.trim() === ''} loading={write.isPending} onClick={() => write.mutate({ text: text.trim(), version: note.version })}>
          {t('note.save')}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {note.writtenAt && !changed ? t('note.written', { when: times.dateTime(note.writtenAt) }) : ''}
        </Text>
      </Group>
    </Stack>
  );
}
