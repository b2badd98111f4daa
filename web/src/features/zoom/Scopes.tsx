import { Alert, Code, List, Paper, Text, ThemeIcon, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const known = ['meeting:write:meeting', 'meeting:delete:meeting', 'meeting:update:meeting', 'meeting:read:meeting', 'user:read:user'] as const;

/** What Zoom lets Housecall do in the doctor's account, in words. */
export function Scopes({ granted, missing }: { granted: string[]; missing: string[] }) {
  const { t } = useTranslation('zoom');
  const words = (scope: string) => {
    if (!known.some((name) => name === scope)) return t('scopes.other');
    // A colon in a key would name a catalogue.
    const key = scope.replaceAll(':', '_') as 'user_read_user';
    return t(`scopes.words.${key}`);
  };
  return (
    <Paper component="section" aria-labelledby="scopes">
      <Title order={2} id="scopes" mb="md">
        {t('scopes.title')}
      </Title>
      {missing.length > 0 && (
        <Alert color="marigold" icon={<IconAlertTriangle aria-hidden />} title={t('scopes.missingTitle')} mb="md">
          <Text>{t('scopes.missing')}</Text>
          <List mt="xs">
            {missing.map((scope) => (
              <List.Item key={scope}>
                {words(scope)} <Code>{scope}</Code>
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <List spacing="sm" center icon={<ThemeIcon size={24} radius="xl" children={<IconCheck size={16} aria-hidden />} />}>
        {granted.map((scope) => (
          <List.Item key={scope}>
            {words(scope)} <Code>{scope}</Code>
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}
