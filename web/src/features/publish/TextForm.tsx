import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { useWriteListingText } from '@/lib/api/marketplace/texts';
import type { ListingText } from '@/lib/api/types';
import { browserZone, useTimes } from '@/lib/times';
import { PasteValue } from './PasteValue';
import { TextVersions } from './TextVersions';
import classes from './publish.module.css';

/** One text: how it is pasted, what is missing in it, and on demand its words to be changed. */
export function TextForm({ clinicId, text }: { clinicId?: string; text: ListingText }) {
  const { t } = useTranslation(['publish', 'common']);
  const times = useTimes(browserZone());
  const write = useWriteListingText(text.id, clinicId);
  const form = useFields({ text: text.source }, write.error);
  const [editing, setEditing] = useState(false);
  const written = text.writtenAt && { name: text.writtenBy ?? t('text.somebody'), time: times.dateTime(text.writtenAt) };
  return (
    <Stack gap="xs" component="article" aria-label={text.title}>
      <ul className={classes.list}>
        <PasteValue value={{ id: text.id, label: text.title, value: text.text, secret: false }} />
      </ul>
      <Text size="sm" c="dimmed">
        {[
          t('text.length', { length: [...text.text].length, longest: text.longest }),
          written ? t(text.edited ? 'text.written' : 'text.wentBack', written) : t('text.standard'),
        ].join(' ')}
      </Text>
      {text.placeholders.length > 0 && (
        <Alert color="marigold" icon={<IconAlertTriangle aria-hidden />}>
          {t('text.left', { what: text.placeholders.join(', ') })}
        </Alert>
      )}
      {editing ? (
        <Form
          onSubmit={() => write.mutate(form.values.text)}
          failure={write.error}
          fields={form.names}
          actions={
            <Group>
              <Button type="submit" loading={write.isPending} aria-label={t('text.saveNamed', { what: text.title })}>
                {t('common:save')}
              </Button>
              <Button variant="default" onClick={() => setEditing(false)}>
                {t('common:cancel')}
              </Button>
            </Group>
          }
        >
          <Textarea {...form.field('text')} label={t('text.words')} description={text.id === 'name' ? t('text.nameHint') : undefined} autosize minRows={2} maxRows={20} required data-autofocus />
        </Form>
      ) : (
        <Group>
          <Button variant="default" onClick={() => setEditing(true)} aria-label={t('text.changeNamed', { what: text.title })}>
            {t('text.change')}
          </Button>
          {text.edited && (
            <Button variant="default" loading={write.isPending} onClick={() => write.mutate(undefined)} aria-label={t('text.resetNamed', { what: text.title })}>
              {t('text.reset')}
            </Button>
          )}
          {text.writtenAt && <TextVersions clinicId={clinicId} text={text} />}
        </Group>
      )}
    </Stack>
  );
}
