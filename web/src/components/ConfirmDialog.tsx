import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './ProblemAlert';
import type { FailureLike } from './problemWords';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  keep: string;
  confirm: string;
  onConfirm: () => void;
  pending: boolean;
  failure?: FailureLike;
}

/** Asks once before something that cannot be taken back; its text names the consequence. */
export function ConfirmDialog({ opened, onClose, title, children, keep, confirm, onConfirm, pending, failure }: Props) {
  const { t } = useTranslation('common');
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        {children}
        <ProblemAlert failure={failure} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {keep}
          </Button>
          <Button color="brick" loading={pending} onClick={onConfirm}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
