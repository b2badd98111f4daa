import { Button, Group, Modal, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useMergePatients } from '@/lib/api/patients/mergePatients';
import type { MergeSide, Patient } from '@/lib/api/types';
import { useTimes } from '@/lib/times';
import { languageName } from '@/lib/languages';
import { losesSignIn, type MergeField, mergeChoices, mergeFields } from './mergeChoices';

interface Props {
  clinicId: string;
  kept: Patient;
  other: Patient;
  opened: boolean;
  onClose: () => void;
  onMerged: (patient: Patient) => void;
}

/** Two records side by side; of what differs, one value is chosen. */
export function MergeDialog({ clinicId, kept, other, opened, onClose, onMerged }: Props) {
  const { t } = useTranslation(['patients', 'common']);
  const merge = useMergePatients(clinicId, kept.id, other.id);
  const [choices, setChoices] = useState(() => mergeChoices(kept, other));
  const word = useFieldWords();
  const choose = (field: MergeField) => (side: string) => setChoices({ ...choices, [field]: side as MergeSide });
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={t('merge.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Stack>
        <Text>{t('merge.lead')}</Text>
        {mergeFields.map((field) => {
          const chosen = choices[field];
          if (!chosen) {
            return kept[field] ? (
              <div key={field}>
                <Text size="sm" fw={650}>
                  {t(field)}
                </Text>
                <Text>{t('merge.both', { value: word(field, kept) })}</Text>
              </div>
            ) : null;
          }
          return (
            <Radio.Group key={field} label={t(field)} value={chosen} onChange={choose(field)}>
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt={4}>
                <Radio value="THIS" label={word(field, kept)} description={t('merge.first')} />
                <Radio value="OTHER" label={word(field, other)} description={t('merge.second')} />
              </SimpleGrid>
            </Radio.Group>
          );
        })}
        {choices.email && <Text size="sm">{t(losesSignIn(kept, choices) ? 'merge.signInMoves' : 'merge.signIn')}</Text>}
        <Text size="sm">{t('merge.final')}</Text>
        <ProblemAlert failure={merge.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('merge.keep')}
          </Button>
          <Button color="brick" loading={merge.isPending} onClick={() => merge.mutate(choices, { onSuccess: onMerged })}>
            {t('merge.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function useFieldWords() {
  const { t, i18n } = useTranslation('patients');
  const { fullDay } = useTimes('UTC');
  return (field: MergeField, patient: Patient): string => {
    const value = patient[field];
    if (!value) return t('nothing');
    if (field === 'birthDate') return fullDay(value);
    return field === 'language' ? languageName(value, i18n.language) : value;
  };
}
