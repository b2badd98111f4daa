import { Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/components/CopyField';
import { Form, useFields } from '@/components/form';
import { Loaded } from '@/components/Loaded';
import { SaveButton } from '@/components/SaveButton';
import { Section } from '@/components/Section';
import { Trial } from '@/components/Trial';
import { useDomainProof, useLookUpRecord, useWriteDomainProof } from '@/lib/api/marketplace/domainProof';
import type { DomainProof } from '@/lib/api/types';

/** Showing Zoom that the domain is the publisher's: a file, a tag or a record. */
export function DomainSection({ clinicId }: { clinicId?: string }) {
  const { t } = useTranslation('papers');
  const proof = useDomainProof(clinicId);
  const lookUp = useLookUpRecord(clinicId);
  return (
    <Section title={t('domain.title')} lead={t('domain.lead')}>
      <Loaded query={proof}>
        {(entered) => (
          <Stack>
            <CopyField label={t('domain.domain')} value={entered.domain} />
            <DomainForm proof={entered} clinicId={clinicId} />
            {entered.txtRecord && <CopyField label={t('domain.record')} description={t('domain.recordHint', { domain: entered.domain })} value={entered.txtRecord} />}
            {entered.txtRecord && <Trial trial={lookUp} works={t('domain.found')} fails={t('domain.notFound')} button={t('domain.lookUp')} />}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function DomainForm({ proof, clinicId }: { proof: DomainProof; clinicId?: string }) {
  const { t } = useTranslation('papers');
  const save = useWriteDomainProof(clinicId);
  const { values, field, names } = useFields(
    { file: proof.file ?? '', metaName: proof.metaName ?? '', metaContent: proof.metaContent ?? '', txtRecord: proof.txtRecord ?? '' },
    save.error,
  );
  return (
    <Form
      onSubmit={() => save.mutate(values)}
      failure={save.error}
      fields={names}
      actions={<SaveButton label={t('domain.save')} pending={save.isPending} saved={save.isSuccess} />}
    >
      {!clinicId && <TextInput label={t('domain.file')} description={t('domain.fileHint', { url: proof.fileUrl })} maxLength={200} {...field('file')} />}
      <TextInput label={t('domain.metaName')} description={t('domain.metaHint')} maxLength={200} {...field('metaName')} />
      <TextInput label={t('domain.metaContent')} maxLength={200} {...field('metaContent')} />
      <TextInput label={t('domain.txt')} description={t('domain.txtHint')} maxLength={200} {...field('txtRecord')} />
    </Form>
  );
}
