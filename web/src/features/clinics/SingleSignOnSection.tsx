import { Button, Group, PasswordInput, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconKeyOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { CopyField } from '@/components/CopyField';
import { Form, useFields } from '@/components/form';
import { Loaded } from '@/components/Loaded';
import { Section } from '@/components/Section';
import { StateBadge } from '@/components/StateBadge';
import { Trial } from '@/components/Trial';
import { useChangeSingleSignOn, useRemoveSingleSignOn, useSingleSignOn, useTestSingleSignOn } from '@/lib/api/clinics/singleSignOn';
import type { SingleSignOn } from '@/lib/api/types';

/** The provider at which the clinic's staff sign in. */
export function SingleSignOnSection({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('clinics');
  const stored = useSingleSignOn(clinicId);
  return (
    <Section title={t('signIn.signOn.title')} lead={t('signIn.signOn.lead')}>
      <Loaded query={stored}>
        {(data) => (
          <>
            <StateBadge tone={data.issuer ? 'good' : 'plain'} icon={data.issuer ? IconKey : IconKeyOff}>
              {t(data.issuer ? 'signIn.signOn.on' : 'signIn.signOn.off')}
            </StateBadge>
            <Text size="sm">{t('signIn.signOn.toProvider')}</Text>
            <CopyField label={t('signIn.signOn.redirectUri')} description={t('signIn.signOn.redirectUriHint')} value={data.redirectUri} />
            <ProviderForm key={data.issuer ?? ''} clinicId={clinicId} stored={data} />
            {data.issuer && (
              <>
                <TestProvider clinicId={clinicId} />
                <CopyField label={t('signIn.signOn.signInUrl')} description={t('signIn.signOn.signInUrlHint')} value={data.signInUrl} />
                <Text size="sm">{t('signIn.signOn.linking')}</Text>
              </>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function ProviderForm({ clinicId, stored }: { clinicId: string; stored: SingleSignOn }) {
  const { t } = useTranslation(['clinics', 'common']);
  const change = useChangeSingleSignOn(clinicId);
  const form = useFields({ issuer: stored.issuer ?? '', clientId: stored.clientId ?? '', clientSecret: '' }, change.error);
  const { issuer, clientId, clientSecret } = form.values;
  const submit = () =>
    change.mutate(
      { issuer: issuer.trim(), clientId: clientId.trim(), ...(clientSecret && { clientSecret: clientSecret.trim() }) },
      { onSuccess: () => form.clear('clientSecret') },
    );
  return (
    <Form
      onSubmit={submit}
      failure={change.error}
      fields={form.names}
      actions={
        <Group>
          <Button type="submit" loading={change.isPending}>
            {t('common:save')}
          </Button>
          {stored.issuer && <RemoveProvider clinicId={clinicId} />}
          <Text role="status" c="pine.8" fw={600}>
            {change.isSuccess ? t('common:saved') : ''}
          </Text>
        </Group>
      }
    >
      <TextInput {...form.field('issuer')} label={t('signIn.signOn.issuer')} description={t('signIn.signOn.issuerHint')} type="url" autoComplete="off" spellCheck={false} required />
      <TextInput {...form.field('clientId')} label={t('signIn.signOn.clientId')} autoComplete="off" spellCheck={false} required />
      <PasswordInput
        {...form.field('clientSecret')}
        label={t('signIn.signOn.clientSecret')}
        description={stored.issuer && t('signIn.signOn.secretHint')}
        placeholder={stored.issuer && t('signIn.signOn.secretStored')}
        autoComplete="new-password"
        spellCheck={false}
        required={!stored.issuer}
      />
    </Form>
  );
}

function TestProvider({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('clinics');
  const test = useTestSingleSignOn(clinicId);
  return <Trial trial={test} works={t('signIn.signOn.works')} fails={t('signIn.signOn.fails')} button={t('signIn.signOn.test')} />;
}

function RemoveProvider({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('clinics');
  const [asking, ask] = useDisclosure();
  const remove = useRemoveSingleSignOn(clinicId);
  return (
    <>
      <Button variant="subtle" color="brick" onClick={ask.open}>
        {t('signIn.signOn.remove')}
      </Button>
      <ConfirmDialog
        destructive
        opened={asking}
        onClose={ask.close}
        title={t('signIn.signOn.removeTitle')}
        keep={t('signIn.signOn.keep')}
        confirm={t('signIn.signOn.remove')}
        onConfirm={() => remove.mutate(undefined, { onSuccess: ask.close })}
        pending={remove.isPending}
        failure={remove.error}
      >
        <Text>{t('signIn.signOn.removeWords')}</Text>
      </ConfirmDialog>
    </>
  );
}
