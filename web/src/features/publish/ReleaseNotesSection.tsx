import { Button, Group, Textarea, VisuallyHidden } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { Section } from '@/components/Section';
import { useReadReleaseNotes } from '@/lib/api/reviewer/readReleaseNotes';

/** The text for the submission, shown when asked for: it is the one place with the passwords. */
export function ReleaseNotesSection({ clinicId }: { clinicId?: string }) {
  const { t } = useTranslation(['reviewer', 'common']);
  const notes = useReadReleaseNotes(clinicId);
  const clipboard = useClipboard({ timeout: 3000 });
  const text = notes.data?.text;
  return (
    <Section title={t('notes.title')} lead={t('notes.lead')}>
      <ProblemAlert failure={notes.error} />
      {text === undefined ? (
        <Group>
          <Button loading={notes.isPending} onClick={() => notes.mutate()}>
            {t('notes.show')}
          </Button>
        </Group>
      ) : (
        <>
          <Textarea label={t('notes.text')} value={text} readOnly rows={16} />
          <Group>
            <Button
              leftSection={clipboard.copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
              onClick={() => clipboard.copy(text)}
            >
              {clipboard.copied ? t('common:copied') : t('notes.copy')}
            </Button>
            <VisuallyHidden role="status">{clipboard.copied ? t('common:copied') : ''}</VisuallyHidden>
          </Group>
        </>
      )}
    </Section>
  );
}
