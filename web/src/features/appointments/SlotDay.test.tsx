import { MantineProvider } from '@mantine/core';
import { render, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Slot } from '@/lib/api/types';
import { useTimes } from '@/lib/times';
import { rove } from './rove';
import { SlotDay } from './SlotDay';

const slot = (time: string): Slot => ({ start: `2026-11-24T${time}:00Z`, end: `2026-11-24T${time}:30Z`, doctorId: 'd' });

function show(onChoose = vi.fn()) {
  const times = { ...renderHook(() => useTimes('UTC')).result.current, zone: 'UTC', clinicZone: 'UTC', rtl: false };
  render(
    <MantineProvider>
      <SlotDay day="2026-11-24" slots={[slot('09:00'), slot('09:30'), slot('10:00')]} times={times} onChoose={onChoose} />
      <button type="button">after</button>
    </MantineProvider>,
  );
  return onChoose;
}

test('is one tab stop, and arrow keys go through its times', async () => {
  const user = userEvent.setup();
  const choose = show();
  await user.tab();
  expect(document.activeElement?.textContent).toMatch(/9:00/);
  await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
  expect(document.activeElement?.textContent).toMatch(/10:00/);
  await user.keyboard('{Home}{ArrowDown}{Enter}');
  expect(choose).toHaveBeenCalledWith(slot('09:30'));
  await user.tab();
  expect(document.activeElement).toBe(screen.getByText('after'));
  await user.tab({ shift: true });
  expect(document.activeElement?.textContent).toMatch(/9:30/);
});

test('turns left and right around where one reads from the right, and ends at the ends', () => {
  expect(rove('ArrowLeft', 1, 3, true)).toBe(2);
  expect(rove('ArrowRight', 0, 3, true)).toBe(0);
  expect(rove('ArrowUp', 0, 3)).toBe(0);
  expect(rove('End', 0, 3)).toBe(2);
  expect(rove('a', 0, 3)).toBeUndefined();
});
