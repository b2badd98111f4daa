import type { ReactNode } from 'react';
import classes from './RowList.module.css';

/** `li` elements under each other, with a line between. */
export const RowList = ({ children }: { children: ReactNode }) => <ul className={classes.list}>{children}</ul>;
