import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateBadge, type Tone } from '@/components/StateBadge';
import type { StepState } from '@/lib/api/types';

const LOOKS = {
  GREEN: { tone: 'good', icon: IconCheck },
  AMBER: { tone: 'attention', icon: IconAlertTriangle },
  RED: { tone: 'trouble', icon: IconX },
} satisfies Record<StepState['state'], { tone: Tone; icon: typeof IconX }>;

export function StepStateBadge({ state }: { state: StepState['state'] }) {
  const { t } = useTranslation('publish');
  return <StateBadge {...LOOKS[state]}>{t(`state.${state}`)}</StateBadge>;
}
