import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function SavedNote({ shown }: { shown: boolean }) {
  const { t } = useTranslation('common');
  return (
    <Text role="status" c="pine.8" fw={600}>
      {shown ? t('saved') : ''}
    </Text>
  );
}
