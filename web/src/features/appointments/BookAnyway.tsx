import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/clinics/readMe';
import type { Problem } from '@/lib/api/problem';
import { isOverridable } from './override';

interface Props {
  clinicId: string;
  failure: Problem | null;
  /** The time that was refused. */
  start: string;
  pending: boolean;
  onOverride: (reason: string) => void;
}

/** For staff who know better than the rules: they say why, and it is kept. */
export function BookAnyway({ clinicId, failure, start, pending, onOverride }: Props) {
  const { t } = useTranslation('appointments');
  const me = useMe(clinicId);
  const [asking, ask] = useDisclosure();
  const [reason, setReason] = useState('');
  if (!me.may('OVERRIDE_BOOKING_RULES') || !isOverridable(failure, start, Date.now())) return null;
  if (!asking) {
    return (
      <Button variant="subtle" onClick={ask.open} style={{ alignSelf: 'flex-start' }}>
        {t('override.open')}
      </Button>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (reason.trim()) onOverride(reason.trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{t('override.words')}</Text>
        <Textarea label={t('override.reason')} value={reason} maxLength={500} required data-autofocus onChange={({ currentTarget }) => setReason(currentTarget.value)} />
        <Group>
          <Button type="submit" color="brick" loading={pending}>
            {t('override.confirm')}
          </Button>
          <Button variant="default" onClick={ask.close}>
            {t('override.keep')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
