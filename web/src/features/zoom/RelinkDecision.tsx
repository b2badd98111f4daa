import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { Connection } from '@/lib/api/types';
import { useDecideRelink } from '@/lib/api/zoom/decideRelink';

interface Props {
  clinicId: string;
  doctorId: string;
  relink: NonNullable<Connection['relink']>;
}

/** The doctor signed in to a Zoom account that somebody else has connected: it moves on purpose or not at all. */
export function RelinkDecision({ clinicId, doctorId, relink }: Props) {
  const { t } = useTranslation('zoom');
  const decide = useDecideRelink(clinicId, doctorId);
  const account = relink.zoomEmail ?? t('relink.thisAccount');
  return (
    <Alert role="alert" color="marigold" icon={<IconArrowsExchange aria-hidden />} title={t('relink.title')}>
      <Stack align="flex-start">
        <Text>{relink.heldBy ? t('relink.heldBy', { account, doctor: relink.heldBy }) : t('relink.heldBySomebody', { account })}</Text>
        <Text>{t('relink.words')}</Text>
        <ProblemAlert failure={decide.error} />
        <Group>
          <Button loading={decide.isPending && decide.variables} onClick={() => decide.mutate(true)}>
            {t('relink.move')}
          </Button>
          <Button variant="default" loading={decide.isPending && !decide.variables} onClick={() => decide.mutate(false)}>
            {t('relink.leave')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
