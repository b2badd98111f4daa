import { Button, Stack } from '@mantine/core';
import { IconUser, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { EVERYBODY, type useWhom } from './whom';

/** Several patients share the address that signed in: who is it today? */
export function WhomPage({ whom: { patients, choose } }: { whom: ReturnType<typeof useWhom> }) {
  const { t } = useTranslation('appointments');
  return (
    <Page title={t('whom.title')} lead={t('whom.lead')} narrow>
      <Stack>
        {patients.map(({ id, name }) => (
          <Button key={id} size="lg" variant="default" justify="flex-start" leftSection={<IconUser aria-hidden />} onClick={() => choose(id)}>
            {name}
          </Button>
        ))}
        <Button size="lg" variant="subtle" justify="flex-start" leftSection={<IconUsers aria-hidden />} onClick={() => choose(EVERYBODY)}>
          {t('whom.everybody')}
        </Button>
      </Stack>
    </Page>
  );
}
