import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { Loaded } from '@/components/Loaded';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useBeginSignOn, useSignOnOffer } from '@/lib/api/session/signOn';
import { leaveFor } from '@/lib/outside';

interface Props {
  /** The clinic's short name, where the address had one. */
  clinic?: string;
  returnTo?: string;
}

/** The way over the clinic's own sign-on: at once where the clinic is known, else by its short name. */
export function SignOn({ clinic = '', returnTo }: Props) {
  const [found, find] = useState(clinic);
  const offer = useSignOnOffer(found);
  return (
    <Stack gap="md">
      {found !== '' && (
        <Loaded query={offer}>{({ offered, clinicName }) => (offered ? <Start clinic={found} name={clinicName ?? found} returnTo={returnTo} /> : <NoSignOn />)}</Loaded>
      )}
      {!offer.data?.offered && <FindClinic asked={found} onAsk={find} />}
    </Stack>
  );
}

function Start({ clinic, name, returnTo }: { clinic: string; name: string; returnTo?: string }) {
  const { t } = useTranslation('session');
  const begin = useBeginSignOn();
  return (
    <>
      <ProblemAlert failure={begin.error} />
      <Button
        fullWidth
        leftSection={<IconKey size={20} aria-hidden />}
        loading={begin.isPending}
        onClick={() => begin.mutate({ clinic, returnTo }, { onSuccess: ({ authorizeUrl }) => leaveFor(authorizeUrl) })}
      >
        {t('signOn.start', { clinic: name })}
      </Button>
    </>
  );
}

function NoSignOn() {
  const { t } = useTranslation('session');
  return (
    <Text role="alert" size="sm">
      {t('signOn.none')}
    </Text>
  );
}

function FindClinic({ asked, onAsk }: { asked: string; onAsk: (slug: string) => void }) {
  const { t } = useTranslation('session');
  const [open, { open: show }] = useDisclosure(asked !== '');
  const form = useFields({ slug: asked });
  if (!open) {
    return (
      <Button variant="subtle" fullWidth onClick={show}>
        {t('signOn.open')}
      </Button>
    );
  }
  return (
    <Form
      onSubmit={() => onAsk(form.values.slug.trim().toLowerCase())}
      actions={
        <Button type="submit" variant="outline" fullWidth>
          {t('signOn.find')}
        </Button>
      }
    >
      <TextInput {...form.field('slug')} label={t('signOn.slug')} description={t('signOn.slugHint')} autoComplete="organization" autoCapitalize="none" spellCheck={false} required autoFocus={asked === ''} />
    </Form>
  );
}
