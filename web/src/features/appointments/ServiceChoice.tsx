import { Radio, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Service } from '@/lib/api/types';
import classes from './Choice.module.css';

interface Props {
  services: Service[];
  chosen?: string;
  onChoose: (id: string) => void;
}

export function ServiceChoice({ services, chosen, onChoose }: Props) {
  const { t } = useTranslation(['appointments', 'common']);
  return (
    <Radio.Group value={chosen ?? null} onChange={onChoose} aria-label={t('book.service')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {services.map(({ id, name, mode, durationMinutes }) => (
          <Radio.Card key={id} value={id} className={classes.card}>
            <Radio.Indicator aria-hidden />
            <span>
              <Text component="span" fw={650} display="block">
                {name}
              </Text>
              <Text component="span" size="sm" c="dimmed">
                {t('book.serviceLine', { mode: t(`common:mode.${mode}`), minutes: durationMinutes })}
              </Text>
            </span>
          </Radio.Card>
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}
