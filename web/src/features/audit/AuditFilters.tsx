import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AuditSearch, auditActions, isAuditAction, isId } from './auditSearch';

interface Props {
  search: AuditSearch;
  onSearch: (search: AuditSearch) => void;
}

export function AuditFilters({ search, onSearch }: Props) {
  const { t } = useTranslation('audit');
  const set = (change: AuditSearch) => onSearch({ ...search, ...change });
  const actions = auditActions.map((value) => ({ value, label: t(`action.${value}`) })).sort((one, other) => one.label.localeCompare(other.label));
  return (
    <Group align="flex-start" gap="sm" role="search" aria-label={t('filters')}>
      <TextInput type="date" label={t('from')} value={search.from ?? ''} onChange={({ currentTarget }) => set({ from: currentTarget.value || undefined })} />
      <TextInput
        type="date"
        label={t('to')}
        value={search.to ?? ''}
        min={search.from}
        onChange={({ currentTarget }) => set({ to: currentTarget.value || undefined })}
      />
      <NativeSelect
        label={t('what')}
        value={search.action ?? ''}
        onChange={({ currentTarget }) => set({ action: isAuditAction(currentTarget.value) ? currentTarget.value : undefined })}
        data={[{ value: '', label: t('everything') }, ...actions]}
      />
      <IdField key={`actor ${search.actor}`} label={t('whoId')} value={search.actor} onChange={(actor) => set({ actor })} />
      <IdField key={`subject ${search.subject}`} label={t('whomId')} value={search.subject} onChange={(subject) => set({ subject })} />
      {Object.keys(search).length > 0 && (
        <Button variant="subtle" mt={28} onClick={() => onSearch({})}>
          {t('showAll')}
        </Button>
      )}
    </Group>
  );
}

/** Searches once a whole id stands in it. */
function IdField({ label, value, onChange }: { label: string; value?: string; onChange: (id?: string) => void }) {
  const { t } = useTranslation('audit');
  const [typed, setTyped] = useState(value ?? '');
  const change = (text: string) => {
    setTyped(text);
    const id = text.trim();
    if (id === '' || isId(id)) onChange(id || undefined);
  };
  const wrong = typed.trim() !== '' && !isId(typed.trim());
  return (
    <TextInput
      type="search"
      label={label}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      error={wrong && t('noId')}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
}
