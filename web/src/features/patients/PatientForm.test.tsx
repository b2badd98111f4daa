import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { PatientForm } from './PatientForm';

const sent: string[] = [];
const created = vi.fn();
const known = { id: '7', version: 1, name: 'Ida Berg', phone: '1', guardians: [] };

afterEach(() => {
  vi.unstubAllGlobals();
});

async function submit(similar: object[]) {
  sent.length = 0;
  created.mockClear();
  document.cookie = 'XSRF-TOKEN=known';
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push(`${init.method} ${url} ${String(init.body ?? '')}`);
    return Response.json(url.endsWith('/similar') ? { items: similar } : { ...known, id: '8', name: 'Ida Bergh' });
  });
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <PatientForm clinicId="1" onCreated={created} onCancel={() => undefined} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  fireEvent.change(screen.getByLabelText(/^Name/), { target: { value: 'Ida Bergh' } });
  fireEvent.change(screen.getByLabelText('Phone'), { target: { value: '1' } });
  await userEvent.click(screen.getByRole('button', { name: 'Add patient' }));
}

test('adds somebody whom nobody is like', async () => {
  await submit([]);
  await vi.waitFor(() => expect(created).toHaveBeenCalledOnce());
  expect(sent[1]).toBe('POST /api/v1/clinics/1/patients {"name":"Ida Bergh","phone":"1"}');
});

test('asks before it adds somebody who is likely to be known', async () => {
  await submit([{ patient: known, likeness: 'PHONE' }]);
  await userEvent.click(await screen.findByRole('button', { name: 'Use the record of Ida Berg' }));
  expect(created.mock.calls[0]?.[0]).toEqual(known);
  expect(sent).toHaveLength(1);
});

test('adds somebody all the same where staff say so', async () => {
  await submit([{ patient: known, likeness: 'PHONE' }]);
  await userEvent.click(await screen.findByRole('button', { name: 'No, add a new patient' }));
  await vi.waitFor(() => expect(created).toHaveBeenCalledOnce());
  expect(sent).toHaveLength(2);
});
