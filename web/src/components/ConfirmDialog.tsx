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
  /** What is confirmed removes or ends something: the button is red. */
  destructive?: boolean;
  pending: boolean;
  failure?: FailureLike;
}

/** Asks once before something with a consequence, which its text names. */
export function ConfirmDialog({ opened, onClose, title, children, keep, confirm, onConfirm, destructive, pending, failure }: Props) {
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
          <Button color={destructive ? 'brick' : undefined} loading={pending} onClick={onConfirm}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
