import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconKey, IconKeyOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { ProblemAlert } from '@/components/ProblemAlert';
import { RowList } from '@/components/RowList';
import { Section } from '@/components/Section';
import { SignOnNote } from '@/components/SignOnNote';
import { readSignOnReason } from '@/components/signOnReason';
import { StateBadge } from '@/components/StateBadge';
import { useLinkSignOn, useSignOnLinks, useUnlinkSignOn } from '@/lib/api/account/signOnLinks';
import type { SignOnLink } from '@/lib/api/types';
import { leaveFor } from '@/lib/outside';

/** @param returned what the way through a clinic's sign-on brought back */
export function SignOnLinksSection({ returned }: { returned?: string }) {
  const { t } = useTranslation('account');
  const links = useSignOnLinks();
  return (
    <Section title={t('signOn.title')} lead={t('signOn.lead')}>
      <SignOnNote reason={readSignOnReason(returned)} title={t('signOn.failed')} />
      {returned === 'linked' && (
        <Alert role="status" color="pine" icon={<IconCircleCheck aria-hidden />} title={t('signOn.linkedTitle')}>
          {t('signOn.linkedWords')}
        </Alert>
      )}
      <Loaded query={links}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('signOn.empty')}</Text>
          ) : (
            <RowList>
              {items.map((link) => (
                <LinkRow key={link.clinicId} {...link} />
              ))}
            </RowList>
          )
        }
      </Loaded>
    </Section>
  );
}

function LinkRow({ clinicId, clinicName, linked }: SignOnLink) {
  const { t } = useTranslation('account');
  const link = useLinkSignOn();
  const unlink = useUnlinkSignOn();
  return (
    <Stack component="li" gap="xs">
      <Group justify="space-between">
        <Group>
          <Text fw={650}>{clinicName}</Text>
          <StateBadge tone={linked ? 'good' : 'plain'} icon={linked ? IconKey : IconKeyOff}>
            {t(linked ? 'signOn.linked' : 'signOn.notLinked')}
          </StateBadge>
        </Group>
        {linked ? (
          <Button variant="default" loading={unlink.isPending} onClick={() => unlink.mutate(clinicId)} aria-label={t('signOn.unlinkNamed', { clinic: clinicName })}>
            {t('signOn.unlink')}
          </Button>
        ) : (
          <Button
            loading={link.isPending}
            onClick={() => link.mutate(clinicId, { onSuccess: ({ authorizeUrl }) => leaveFor(authorizeUrl) })}
            aria-label={t('signOn.linkNamed', { clinic: clinicName })}
          >
            {t('signOn.link')}
          </Button>
        )}
      </Group>
      <ProblemAlert failure={link.error ?? unlink.error} />
    </Stack>
  );
}
