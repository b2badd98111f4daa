import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contact, Fallback } from '@/lib/api/types';

const dialled = (phone: string) => `tel:${phone.replaceAll(/[^+\d]/g, '')}`;

/** How the clinic is reached; nothing where it does not say. */
export function ClinicContact({ contact: { phone, email, address } }: { contact: Contact }) {
  const { t } = useTranslation('visits');
  if (!phone && !email && !address) return null;
  return (
    <List listStyleType="none" aria-label={t('contact')}>
      {phone && (
        <List.Item>
          <Anchor href={dialled(phone)}>{phone}</Anchor>
        </List.Item>
      )}
      {email && (
        <List.Item>
          <Anchor href={`mailto:${email}`}>{email}</Anchor>
        </List.Item>
      )}
      {address && (
        <List.Item>
          <Text span style={{ whiteSpace: 'pre-line' }}>
            {address}
          </Text>
        </List.Item>
      )}
    </List>
  );
}

/** What the clinic says to do where there is no way into the meeting. */
export function FallbackNote({ fallback: { phone, link, words } }: { fallback: Fallback }) {
  const { t } = useTranslation('visits');
  return (
    <div role="status">
      <Text fw={650}>{t('fallback.title')}</Text>
      {words && <Text>{words}</Text>}
      <List listStyleType="none">
        {phone && (
          <List.Item>
            <Anchor href={dialled(phone)}>{t('fallback.call', { phone })}</Anchor>
          </List.Item>
        )}
        {link && (
          <List.Item>
            <Anchor href={link} rel="noreferrer">
              {t('fallback.meet')}
            </Anchor>
          </List.Item>
        )}
      </List>
    </div>
  );
}
