import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

let arrived = false;

interface Props {
  title: string;
  /** What the browser's tab says, where it differs from the heading. */
  tabTitle?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  narrow?: boolean;
  /** For what lies side by side. */
  wide?: boolean;
}

/** A screen: its one heading receives focus after navigation, so that keyboard and screen reader start there. */
export function Page({ title, tabTitle, lead, actions, children, narrow, wide }: Props) {
  const { t } = useTranslation('common');
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (arrived) heading.current?.focus();
    // The first page keeps the browser's own start.
    const timer = setTimeout(() => (arrived = true));
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    document.title = t('documentTitle', { title: tabTitle ?? title });
  }, [t, tabTitle, title]);

  return (
    <Stack gap="lg" maw={narrow ? 560 : wide ? 1600 : 1080} mx="auto" w="100%">
      <Group justify="space-between" align="flex-start" gap="md">
        <Box>
          <Title order={1} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {lead && (
            <Text c="dimmed" mt={4} component="div">
              {lead}
            </Text>
          )}
        </Box>
        {actions}
      </Group>
      {children}
    </Stack>
  );
}
