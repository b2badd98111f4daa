import { Notification } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './RootFrame.module.css';

export function RootFrame() {
  const { t } = useTranslation('common');
  const { online } = useNetwork();
  return (
    <>
      <Outlet />
      <div role="status" className={classes.corner}>
        {!online && (
          <Notification color="marigold" withCloseButton={false}>
            {t('offline')}
          </Notification>
        )}
      </div>
    </>
  );
}
