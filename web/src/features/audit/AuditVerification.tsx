import { Alert, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/components/CopyField';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useVerifyAudit } from '@/lib/api/audit/verifyAudit';
import type { AuditVerification as Found } from '@/lib/api/types';

/** Has the server check the whole chain and says in words what came of it. */
export function AuditVerification({ clinicId }: { clinicId?: string }) {
  const { t } = useTranslation('audit');
  const verify = useVerifyAudit(clinicId);
  return (
    <Paper component="section" aria-labelledby="verify">
      <Stack align="flex-start">
        <div>
          <Title order={2} id="verify">
            {t('verify.title')}
          </Title>
          <Text c="dimmed">{t('verify.lead')}</Text>
        </div>
        <ProblemAlert failure={verify.error} />
        {verify.data && <Result {...verify.data} />}
        <Button variant="outline" leftSection={<IconShieldCheck size={18} aria-hidden />} loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('verify.button')}
        </Button>
      </Stack>
    </Paper>
  );
}

function Result({ sealed, waiting, head, broken }: Found) {
  const { t } = useTranslation('audit');
  return (
    <>
      <Alert
        role="status"
        color={broken ? 'brick' : 'pine'}
        icon={broken ? <IconAlertTriangle aria-hidden /> : <IconCircleCheck aria-hidden />}
        title={t(broken ? 'verify.broken' : 'verify.unbroken')}
      >
        {broken && <Text>{t(`broken.${broken.kind}`, { place: broken.number, entry: broken.entryId })}</Text>}
        <Text>
          {t('verify.sealed', { count: sealed })} {t('verify.waiting', { count: waiting })}
        </Text>
      </Alert>
      {head && (
        <Stack w="100%" gap="xs">
          <Text>{t('verify.headHint')}</Text>
          <CopyField label={t('verify.head')} value={`${head.number} ${head.hash}`} />
        </Stack>
      )}
    </>
  );
}
