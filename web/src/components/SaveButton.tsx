import { Alert, Button, Group } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  pending: boolean;
  saved: boolean;
}

/** The button that saves a form, and the word that it did. */
export function SaveButton({ label, pending, saved }: Props) {
  const { t } = useTranslation('common');
  return (
    <Group>
      <Button type="submit" loading={pending}>
        {label}
      </Button>
      {saved && (
        <Alert role="status" color="pine" icon={<IconCheck aria-hidden />} py={8}>
          {t('saved')}
        </Alert>
      )}
    </Group>
  );
}
