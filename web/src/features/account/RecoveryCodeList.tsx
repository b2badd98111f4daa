import { Alert, Button, Code, Group } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Shown this once: only their hashes are kept. */
export function RecoveryCodeList({ codes }: { codes: string[] }) {
  const { t } = useTranslation(['account', 'common']);
  const clipboard = useClipboard({ timeout: 3000 });
  return (
    <Alert role="status" color="marigold" icon={<IconKey aria-hidden />} title={t('factor.codesTitle')}>
      {t('factor.codesHint')}
      <Code block my="sm">
        {codes.join('\n')}
      </Code>
      <Group>
        <Button variant="default" onClick={() => clipboard.copy(codes.join('\n'))}>
          {clipboard.copied ? t('common:copied') : t('factor.copyCodes')}
        </Button>
      </Group>
    </Alert>
  );
}
