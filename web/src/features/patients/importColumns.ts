import type { ImportColumn } from '@/lib/api/types';

const known: Record<ImportColumn, true> = {
  IGNORED: true,
  NAME: true,
  FIRST_NAME: true,
  LAST_NAME: true,
  BIRTH_DATE: true,
  EMAIL: true,
  PHONE: true,
  LANGUAGE: true,
  TIME_ZONE: true,
  GUARDIAN_NAME: true,
  GUARDIAN_RELATIONSHIP: true,
  GUARDIAN_PHONE: true,
  GUARDIAN_EMAIL: true,
};

export const importColumns = Object.keys(known) as ImportColumn[];

export const isImportColumn = (text: string): text is ImportColumn => text in known;

/** One column holds something else now; what held that before holds nothing, because nothing can be held twice. */
export const remapped = (columns: ImportColumn[], place: number, column: ImportColumn): ImportColumn[] =>
  columns.map((held, i) => (i === place ? column : held === column ? 'IGNORED' : held));

/** How many rows an import would make records of. */
export const willBeAdded = (rows: number, bad: number, suspected: number, withDuplicates: boolean) => rows - bad - (withDuplicates ? 0 : suspected);
