import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Loaded } from '@/components/Loaded';
import { ProblemAlert } from '@/components/ProblemAlert';
import { StateBadge } from '@/components/StateBadge';
import {
  useBeginSecondFactor,
  useConfirmSecondFactor,
  useRenewRecoveryCodes,
  useSecondFactor,
  useTurnOffSecondFactor,
} from '@/lib/api/account/secondFactor';
import { Enrol } from './Enrol';
import { RecoveryCodeList } from './RecoveryCodeList';
import { Section } from '@/components/Section';

export function SecondFactorSection() {
  const { t } = useTranslation('account');
  const state = useSecondFactor();
  const begin = useBeginSecondFactor();
  const confirm = useConfirmSecondFactor();
  const renew = useRenewRecoveryCodes();
  const codes = renew.data?.codes ?? confirm.data?.codes;
  return (
    <Section title={t('factor.title')} lead={t('factor.lead')}>
      <Loaded query={state}>
        {({ on, recoveryCodesLeft }) =>
          on ? (
            <>
              <Group>
                <StateBadge tone="good" icon={IconShieldCheck}>
                  {t('factor.on')}
                </StateBadge>
                <Text size="sm">{t('factor.codesLeft', { count: recoveryCodesLeft })}</Text>
              </Group>
              {codes && <RecoveryCodeList codes={codes} />}
              <ProblemAlert failure={renew.error} />
              <Group>
                <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
                  {t('factor.renew')}
                </Button>
                <TurnOff
                  onOff={() => {
                    begin.reset();
                    confirm.reset();
                    renew.reset();
                  }}
                />
              </Group>
            </>
          ) : begin.data ? (
            <Enrol enrolment={begin.data} confirm={confirm} />
          ) : (
            <>
              <StateBadge tone="plain" icon={IconShieldOff}>
                {t('factor.off')}
              </StateBadge>
              <ProblemAlert failure={begin.error} />
              <Button w="fit-content" loading={begin.isPending} onClick={() => begin.mutate()}>
                {t('factor.begin')}
              </Button>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function TurnOff({ onOff }: { onOff: () => void }) {
  const { t } = useTranslation('account');
  const [asking, ask] = useDisclosure();
  const turnOff = useTurnOffSecondFactor();
  const done = () => {
    ask.close();
    onOff();
  };
  return (
    <>
      <Button variant="subtle" color="brick" onClick={ask.open}>
        {t('factor.turnOff')}
      </Button>
      <ConfirmDialog
        destructive
        opened={asking}
        onClose={ask.close}
        title={t('factor.offTitle')}
        keep={t('factor.keep')}
        confirm={t('factor.turnOff')}
        onConfirm={() => turnOff.mutate(undefined, { onSuccess: done })}
        pending={turnOff.isPending}
        failure={turnOff.error}
      >
        <Text>{t('factor.offWords')}</Text>
      </ConfirmDialog>
    </>
  );
}
