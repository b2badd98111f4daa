import { useTranslation } from 'react-i18next';

/** What a failed call looks like from here: components know no API. */
export type FailureLike = (Error & { code?: string; detail?: string; errors?: { field: string; message: string }[] }) | null | undefined;

/** The server's own sentence where it gave one. */
export function useProblemWords() {
  const { t } = useTranslation('common');
  return (failure: FailureLike): string => {
    if (failure?.detail) return failure.detail;
    switch (failure?.code) {
      case 'network':
        return t('problem.network');
      case 'forbidden':
        return t('problem.forbidden');
      case 'not-found':
        return t('problem.notFound');
      case 'passkey-not-used':
        return t('problem.passkeyNotUsed');
      case 'passkey-there':
        return t('problem.passkeyThere');
      case 'passkey-failed':
        return t('problem.passkeyFailed');
      default:
        return t('problem.unknown');
    }
  };
}
