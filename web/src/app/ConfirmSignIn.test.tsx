import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { askToConfirmSignIn } from '@/lib/api/confirmation';
import { ConfirmSignIn } from './ConfirmSignIn';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What was sent; the answer to the question comes with it. */
async function ask(session: { hasPassword: boolean }) {
  const sent: { url: string; body: string }[] = [];
  vi.stubGlobal('fetch', async (url: string, { method, body }: { method?: string; body?: string } = {}) => {
    if (method === 'POST') sent.push({ url, body: body ?? '' });
    if (url.endsWith('/account/passkeys')) return Response.json({ items: [] });
    return Response.json(url.endsWith('/session') ? { email: 'alex@example.com', ...session } : {});
  });
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <ConfirmSignIn />
      </QueryClientProvider>
    </MantineProvider>,
  );
  const answer = askToConfirmSignIn();
  await screen.findByRole('dialog');
  return { sent, answer };
}

test('mails who has no password a new link, and goes on once they have signed in', async () => {
  const user = userEvent.setup();
  const { sent, answer } = await ask({ hasPassword: false });
  expect(await screen.findByText(/We mail a new sign-in link to alex@example.com/)).toBeTruthy();
  expect(screen.queryByLabelText(/Password/)).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Mail me a sign-in link' }));
  expect((await screen.findByRole('status')).textContent).toContain('Open it in this browser');
  expect(sent).toEqual([{ url: '/api/v1/sign-in-links', body: '{"email":"alex@example.com"}' }]);

  await user.click(screen.getByRole('button', { name: 'I have signed in' }));
  expect(await answer).toBe(true);
});

test('takes no for an answer', async () => {
  const { answer } = await ask({ hasPassword: false });
  await userEvent.click(await screen.findByText('Not now'));
  expect(await answer).toBe(false);
});

test('asks for the password where there is one', async () => {
  await ask({ hasPassword: true });
  expect(await screen.findByLabelText(/Password/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Mail me a sign-in link' })).toBeNull();
});
