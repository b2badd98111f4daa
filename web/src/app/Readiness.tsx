import { ScreenLinks } from '@/features/publish/PublishFrame';
import { ReadinessPage } from '@/features/publish/ReadinessPage';

export function ClinicReadiness({ clinicId }: { clinicId: string }) {
  return <ReadinessPage key={clinicId} clinicId={clinicId} ways={<ScreenLinks clinicId={clinicId} screen="readiness" />} />;
}

export function InstallationReadiness() {
  return <ReadinessPage key="installation" ways={<ScreenLinks screen="readiness" />} />;
}
