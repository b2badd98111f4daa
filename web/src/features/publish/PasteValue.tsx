import { Box, Button, Text, VisuallyHidden } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuideValue } from '@/lib/api/types';
import classes from './publish.module.css';

/** A value for Zoom with its label, whole to be read and copied by one press; where there is none, what to do about it. */
export function PasteValue({ value: { label, value, note } }: { value: GuideValue }) {
  const { t } = useTranslation('common');
  const id = useId();
  const clipboard = useClipboard({ timeout: 3000 });
  return (
    <Box component="li">
      <Text fw={600} size="sm" id={id}>
        {label}
      </Text>
      {note && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
      {value && (
        <div className={classes.pasted}>
          <div className={classes.value}>{value}</div>
          <Button
            data-screen-only
            variant="default"
            leftSection={clipboard.copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
            onClick={() => clipboard.copy(value)}
            aria-label={t('copyNamed', { what: label })}
          >
            {clipboard.copied ? t('copied') : t('copy')}
          </Button>
          <VisuallyHidden role="status">{clipboard.copied ? t('copied') : ''}</VisuallyHidden>
        </div>
      )}
    </Box>
  );
}
