import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { SignOn } from './SignOn';

afterEach(() => {
  vi.unstubAllGlobals();
});

function show(clinic?: string) {
  vi.stubGlobal('fetch', async (url: string) =>
    Response.json(url.includes('clinic=harbour') ? { offered: true, clinicName: 'Harbour Clinic' } : { offered: false }),
  );
  return render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <SignOn clinic={clinic} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

test('offers the sign-on of the clinic in the address at once', async () => {
  show('harbour');
  expect(await screen.findByRole('button', { name: "Sign in with Harbour Clinic's sign-on" })).toBeTruthy();
  expect(screen.queryByLabelText(/short name/)).toBeNull();
});

test('finds a clinic by its short name, by keyboard alone', async () => {
  const user = userEvent.setup();
  show();
  await user.tab();
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByLabelText(/short name/));
  await user.keyboard(' Harbour {Enter}');
  expect(await screen.findByRole('button', { name: "Sign in with Harbour Clinic's sign-on" })).toBeTruthy();
});

test('says that there is none, and lets the short name be corrected', async () => {
  show('harbor');
  expect((await screen.findByRole('alert')).textContent).toContain('Check the spelling');
  expect(screen.getByLabelText<HTMLInputElement>(/short name/).value).toBe('harbor');
});
