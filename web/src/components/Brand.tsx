import classes from './Brand.module.css';
import { useTranslation } from 'react-i18next';

/** The mark and the name. */
export function Brand() {
  const { t } = useTranslation('common');
  return (
    <span className={classes.brand}>
      <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
        <path className={classes.house} d="M5 15.5 16 6l11 9.5V25a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2Z" />
        <path className={classes.light} d="M12.8 14.8v7l6.2-3.5z" />
      </svg>
      {t('product')}
    </span>
  );
}
