import { Button, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { RowList } from '@/components/RowList';
import { useTextVersions } from '@/lib/api/marketplace/texts';
import type { ListingText } from '@/lib/api/types';
import { browserZone, useTimes } from '@/lib/times';
import classes from './publish.module.css';

/** Who wrote a text when, and what it said then. */
export function TextVersions({ clinicId, text }: { clinicId?: string; text: ListingText }) {
  const { t } = useTranslation(['publish', 'common']);
  const times = useTimes(browserZone());
  const [opened, { open, close }] = useDisclosure();
  const versions = useTextVersions(text.id, opened, clinicId);
  return (
    <>
      <Button variant="subtle" onClick={open} aria-label={t('text.versionsNamed', { what: text.title })}>
        {t('text.versions')}
      </Button>
      <Modal opened={opened} onClose={close} size="lg" title={t('text.versionsNamed', { what: text.title })} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <Loaded query={versions}>
          {({ items }) => (
            <RowList>
              {items.map((version) => (
                <li key={version.writtenAt}>
                  <Stack gap={4}>
                    <Text size="sm" fw={600}>
                      {t('text.version', { name: version.writtenBy ?? t('text.somebody'), time: times.dateTime(version.writtenAt) })}
                    </Text>
                    {version.text ? <div className={classes.value}>{version.text}</div> : <Text size="sm">{t('text.backToStandard')}</Text>}
                  </Stack>
                </li>
              ))}
            </RowList>
          )}
        </Loaded>
      </Modal>
    </>
  );
}
