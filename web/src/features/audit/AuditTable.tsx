import { Anchor, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/lib/api/types';
import { useTimes } from '@/lib/times';
import block from '@/components/BlockTable.module.css';
import classes from './AuditTable.module.css';
import { type AuditSearch, isAuditAction } from './auditSearch';

interface Props {
  entries: AuditEntry[];
  zone: string;
  onNarrow: (change: AuditSearch) => void;
}

export function AuditTable({ entries, zone, onNarrow }: Props) {
  const { t } = useTranslation(['audit', 'common']);
  const times = useTimes(zone);
  return (
    <Table className={`${block.table} ${classes.table}`} captionSide="bottom">
      <caption>{t('common:timesIn', { zone: times.zoneName(new Date().toISOString()) })}</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('when')}</Table.Th>
          <Table.Th>{t('who')}</Table.Th>
          <Table.Th>{t('what')}</Table.Th>
          <Table.Th>{t('whom')}</Table.Th>
          <Table.Th>{t('where')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map(({ id, at, actor, actorName, action, subject, origin }) => (
          <Table.Tr key={id}>
            <Table.Td className={classes.when}>{times.exact(at)}</Table.Td>
            <Table.Td>
              {actor ? (
                <Narrow says={t('onlyBy', { who: actorName ?? actor })} onClick={() => onNarrow({ actor })}>
                  {actorName ?? <ShortId id={actor} />}
                </Narrow>
              ) : (
                <Text span c="dimmed">
                  {t('nobody')}
                </Text>
              )}
            </Table.Td>
            <Table.Td>{isAuditAction(action) ? t(`action.${action}`) : action}</Table.Td>
            <Table.Td>
              {subject && (
                <Narrow says={t('onlyAbout', { whom: subject })} onClick={() => onNarrow({ subject })}>
                  <ShortId id={subject} />
                </Narrow>
              )}
            </Table.Td>
            <Table.Td>{origin}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Pressed, only what has this in common is shown. */
function Narrow({ says, onClick, children }: { says: string; onClick: () => void; children: ReactNode }) {
  return (
    <Anchor component="button" type="button" className={classes.narrow} title={says} aria-label={says} onClick={onClick}>
      {children}
    </Anchor>
  );
}

/** Ids made at nearly the same time begin alike. */
const ShortId = ({ id }: { id: string }) => <span className={classes.id}>…{id.slice(-8)}</span>;
