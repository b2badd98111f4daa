import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const plans = ['FREE', 'PRO', 'BUSINESS'] as const;

/** What is paid for at Zoom, which decides how many calls it takes. */
export function PlanField(props: NativeSelectProps) {
  const { t } = useTranslation('zoom');
  return <NativeSelect {...props} label={t('plan.label')} description={t('plan.hint')} data={plans.map((value) => ({ value, label: t(`plan.${value}`) }))} />;
}
