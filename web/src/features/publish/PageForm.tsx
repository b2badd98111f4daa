import { Button, Fieldset, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '@/components/form';
import { SaveButton } from '@/components/SaveButton';
import { useChangePage } from '@/lib/api/marketplace/publicPages';
import type { PageSection, PublicPage } from '@/lib/api/types';
import { ResetPage } from './ResetPage';

interface Props {
  page: string;
  details: PublicPage;
  clinicId?: string;
}

/** Each part has a key of its own while it is edited, so that none takes over another's input. */
type Part = PageSection & { key: number };

/** Title, introduction and parts of a page. What is saved is public at once. */
export function PageForm({ page, details: { summary, words }, clinicId }: Props) {
  const { t } = useTranslation('papers');
  const save = useChangePage(page, clinicId);
  const next = useRef(words.sections.length);
  const [title, setTitle] = useState(words.title);
  const [lead, setLead] = useState(words.lead);
  const [parts, setParts] = useState<Part[]>(() => words.sections.map((section, key) => ({ ...section, key })));
  const change = (key: number, changed: Partial<PageSection>) => setParts(parts.map((part) => (part.key === key ? { ...part, ...changed } : part)));
  const submit = () =>
    save.mutate({ version: summary.version, words: { title, lead, sections: parts.map(({ id, heading, text }) => ({ id, heading, text })) } });
  return (
    <Form
      onSubmit={submit}
      failure={save.error}
      actions={
        <Group justify="space-between">
          <SaveButton label={t('edit.publish')} pending={save.isPending} saved={false} />
          {summary.edited && <ResetPage page={page} version={summary.version} clinicId={clinicId} />}
        </Group>
      }
    >
      <TextInput label={t('edit.title')} required maxLength={120} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <Textarea label={t('edit.lead')} required maxLength={500} autosize minRows={2} value={lead} onChange={(event) => setLead(event.currentTarget.value)} />
      {parts.map((part, at) => (
        <Fieldset key={part.key} legend={t('edit.part', { number: at + 1 })}>
          <Stack gap="sm">
            <TextInput
              label={t('edit.heading')}
              required
              maxLength={120}
              value={part.heading}
              onChange={(event) => change(part.key, { heading: event.currentTarget.value })}
            />
            <Textarea
              label={t('edit.text')}
              required
              maxLength={8000}
              autosize
              minRows={3}
              maxRows={16}
              value={part.text}
              onChange={(event) => change(part.key, { text: event.currentTarget.value })}
            />
            <Button
              variant="subtle"
              color="brick"
              size="sm"
              w="fit-content"
              aria-label={t('edit.removeNamed', { heading: part.heading })}
              onClick={() => setParts(parts.filter(({ key }) => key !== part.key))}
            >
              {t('edit.remove')}
            </Button>
          </Stack>
        </Fieldset>
      ))}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => setParts([...parts, { key: next.current++, heading: '', text: '' }])}
      >
        {t('edit.add')}
      </Button>
    </Form>
  );
}
