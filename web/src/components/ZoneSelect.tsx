import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { allZones } from '@/lib/times';

interface Props {
  label: string;
  description?: string;
  value: string;
  onChange: (zone: string) => void;
  error?: string;
  required?: boolean;
  clearable?: boolean;
}

/** Every time zone the browser knows, found by typing. */
export function ZoneSelect({ onChange, value, ...rest }: Props) {
  // What is stored is one, whether or not this browser lists it.
  const zones = useMemo(() => [...new Set([...(value ? [value] : []), ...allZones()])], [value]);
  return <Select {...rest} data={zones} value={value || null} onChange={(zone) => onChange(zone ?? '')} searchable limit={60} />;
}
