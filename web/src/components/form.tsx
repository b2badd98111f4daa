import { Stack } from '@mantine/core';
import { type ChangeEvent, type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { ProblemAlert } from './ProblemAlert';
import type { FailureLike } from './problemWords';

/**
 * Text fields and what the server said about them. A message goes as soon as its field is changed.
 * Empty and malformed input is pointed out by the browser before anything is sent.
 */
export function useFields<T extends Record<string, string>>(initial: T, failure?: FailureLike) {
  const [values, setValues] = useState(initial);
  const [changed, setChanged] = useState<{ since: FailureLike; names: string[] }>({ since: failure, names: [] });
  const changedSince = changed.since === failure ? changed.names : [];

  const set = (name: keyof T & string, value: string) => {
    setValues((before) => ({ ...before, [name]: value }));
    setChanged({ since: failure, names: [...changedSince, name] });
  };
  const errorOf = (name: keyof T & string) =>
    changedSince.includes(name) ? undefined : failure?.errors?.find(({ field }) => field === name || field.endsWith(`.${name}`))?.message;

  return {
    values,
    set,
    errorOf,
    clear: (...cleared: (keyof T & string)[]) => setValues((before) => ({ ...before, ...Object.fromEntries(cleared.map((name) => [name, ''])) })),
    names: Object.keys(initial),
    field: (name: keyof T & string) => ({
      name,
      value: values[name],
      error: errorOf(name),
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) => set(name, event.currentTarget.value),
    }),
  };
}

interface Props {
  onSubmit: () => void;
  failure?: FailureLike;
  /** Fields that show their own message. */
  fields?: string[];
  children: ReactNode;
  actions: ReactNode;
}

/** Fields, then what went wrong, then the button. A refused field receives focus. */
export function Form({ onSubmit, failure, fields, children, actions }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [failure]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit();
  };
  return (
    <form ref={form} onSubmit={submit}>
      <Stack gap="md">
        {children}
        <ProblemAlert failure={failure} shownOnFields={fields} />
        {actions}
      </Stack>
    </form>
  );
}
