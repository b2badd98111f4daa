import { DirectionProvider, MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { messages } from '@/lib/messages';
import { cspNonce } from './cspNonce';
import type { AppRouter } from './routes';
import { cssVariables, theme } from './theme';

export function App({ queries, router }: { queries: QueryClient; router: AppRouter }) {
  const direction = messages.dir(messages.language);
  useEffect(() => {
    document.documentElement.lang = messages.language;
    document.documentElement.dir = direction;
  }, [direction]);
  return (
    <DirectionProvider initialDirection={direction} detectDirection={false}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light" getStyleNonce={cspNonce}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
