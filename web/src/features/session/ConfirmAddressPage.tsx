import { Alert, Button, Stack } from '@mantine/core';
import { IconCheck, IconMailForward } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/components/links';
import { Page } from '@/components/Page';
import { ProblemAlert } from '@/components/ProblemAlert';
import { QuietFrame } from '@/components/QuietFrame';
import { useConfirmAddress } from '@/lib/api/account/addressChange';

/** Mail scanners open links too, so only the button confirms. */
export function ConfirmAddressPage({ token }: { token: string }) {
  const { t } = useTranslation('session');
  const confirm = useConfirmAddress();
  return (
    <QuietFrame>
      <Page title={t('address.title')} lead={t('address.lead')}>
        <Stack>
          {confirm.data ? (
            <>
              <Alert role="status" color={confirm.data.changed ? 'pine' : 'marigold'} icon={confirm.data.changed ? <IconCheck aria-hidden /> : <IconMailForward aria-hidden />}>
                {t(confirm.data.changed ? 'address.changed' : 'address.other')}
              </Alert>
              {confirm.data.changed && <ButtonLink to="/sign-in">{t('signIn.submit')}</ButtonLink>}
            </>
          ) : (
            <>
              <ProblemAlert failure={confirm.error} />
              <Button loading={confirm.isPending} onClick={() => confirm.mutate(token)}>
                {t('address.submit')}
              </Button>
            </>
          )}
        </Stack>
      </Page>
    </QuietFrame>
  );
}
