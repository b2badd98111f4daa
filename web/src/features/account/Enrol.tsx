import { Box, Button, Text, TextInput } from '@mantine/core';
import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/components/CopyField';
import { Form, useFields } from '@/components/form';
import type { useConfirmSecondFactor } from '@/lib/api/account/secondFactor';
import type { SecondFactorEnrolment } from '@/lib/api/types';

interface Props {
  enrolment: SecondFactorEnrolment;
  confirm: ReturnType<typeof useConfirmSecondFactor>;
}

/** Teaches an authenticator app the secret, and has it prove that it learned it. */
export function Enrol({ enrolment, confirm }: Props) {
  const { t } = useTranslation('account');
  const form = useFields({ code: '' }, confirm.error);
  return (
    <Form
      onSubmit={() => confirm.mutate(form.values.code)}
      failure={confirm.error}
      fields={form.names}
      actions={
        <Button type="submit" loading={confirm.isPending} w="fit-content">
          {t('factor.confirm')}
        </Button>
      }
    >
      <Text>{t('factor.scan')}</Text>
      <Box bg="#fff" p="xs" w="fit-content">
        <QRCodeSVG value={enrolment.uri} size={192} title={t('factor.qr')} marginSize={2} />
      </Box>
      <CopyField label={t('factor.secret')} description={t('factor.secretHint')} value={enrolment.secret} />
      <TextInput {...form.field('code')} label={t('factor.code')} inputMode="numeric" autoComplete="one-time-code" required />
    </Form>
  );
}
