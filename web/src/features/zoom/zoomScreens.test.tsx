import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Connection, StaffMember } from '@/lib/api/types';
import { useConnection } from '@/lib/api/zoom/readConnection';
import { AccountCheck } from './AccountCheck';
import { ConnectionPanel } from './ConnectionPanel';
import { ConnectZoomPage } from './ConnectZoomPage';
import { MappedUserCheck } from './MappedUserCheck';
import { MappedUserForm } from './MappedUsers';
import { MeetingListSwitch } from './MeetingListSwitch';
import { RelinkDecision } from './RelinkDecision';
import { UnreadyTomorrow } from './UnreadyTomorrow';

let sent: string[];

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Shows a screen to a server that gives these answers, by the end of the address. */
function show(screenShown: ReactNode, answers: Record<string, unknown> = {}) {
  sent = [];
  document.cookie = 'XSRF-TOKEN=x';
  vi.stubGlobal('fetch', async (url: string, { method }: { method: string }) => {
    sent.push(`${method} ${url}`);
    const answer = Object.entries(answers).find(([end]) => url.endsWith(end))?.[1];
    if (answer instanceof Response) return answer;
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>{screenShown}</QueryClientProvider>
    </MantineProvider>,
  );
}

const connected: Connection = { status: 'CONNECTED', appConfigured: true, upcomingMeetings: 0, findings: [], checked: true, scopes: [], missingScopes: [] };
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const relink = { zoomEmail: 'team@example.com', heldBy: 'Dr. Ines', expiresAt: '2027-03-01T09:00:00Z' };

test('moves a Zoom account only when told to', async () => {
  show(<RelinkDecision clinicId="c" doctorId="d" relink={relink} />);
  expect(screen.getByText('team@example.com is connected to Dr. Ines.')).toBeTruthy();
  expect(sent).toEqual([]);
  await press('Move it to me');
  expect(sent).toEqual(['POST /api/v1/clinics/c/doctors/d/zoom/relink']);
});

test('leaves a Zoom account where it was', async () => {
  show(<RelinkDecision clinicId="c" doctorId="d" relink={{ expiresAt: relink.expiresAt }} />);
  expect(screen.getByText('This Zoom account is connected to somebody else here.')).toBeTruthy();
  await press('Leave it where it was');
  expect(sent).toEqual(['DELETE /api/v1/clinics/c/doctors/d/zoom/relink']);
});

test('offers to allow again what Zoom says is missing', () => {
  show(<ConnectionPanel clinicId="c" doctorId="d" connection={{ ...connected, problem: { code: 'MISSING_SCOPES', title: 'Lacks', remedy: 'Allow' } }} />);
  expect(screen.getByRole('button', { name: 'Allow again in Zoom' })).toBeTruthy();
});

test('offers nothing to connect where all is well', () => {
  show(<ConnectionPanel clinicId="c" doctorId="d" connection={connected} />);
  expect(screen.queryByRole('button', { name: /Allow|Connect/ })).toBeNull();
  expect(screen.getByText('Meetings can be made here as they should be.')).toBeTruthy();
});

test('says what to do about an attempt that led nowhere', () => {
  show(<ConnectionPanel clinicId="c" doctorId="d" connection={{ ...connected, status: 'DISCONNECTED', unfinishedSince: '2027-03-01T09:00:00Z' }} />);
  expect(screen.getByText('You went to Zoom and did not come back')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Connect to Zoom' })).toBeTruthy();
});

test('shows what was found out, looks again when asked, and shows what is found then', async () => {
  const finding = { code: 'BASIC', title: 'A Basic Zoom account', remedy: 'After 40 minutes' };
  const answers: Record<string, unknown> = { '/doctors/d/zoom': { ...connected, findings: [finding] } };
  function Followed() {
    const { data } = useConnection('c', 'd');
    return data && <AccountCheck clinicId="c" doctorId="d" connection={data} />;
  }
  vi.useFakeTimers({ shouldAdvanceTime: true });
  show(<Followed />, answers);
  expect(await screen.findByText('After 40 minutes')).toBeTruthy();

  answers['/doctors/d/zoom'] = { ...connected, checked: false };
  await press('Check again');
  expect(sent).toContain('POST /api/v1/clinics/c/doctors/d/zoom/check');
  expect(await screen.findByText(/is being looked at/)).toBeTruthy();

  answers['/doctors/d/zoom'] = connected;
  await act(() => vi.advanceTimersByTimeAsync(15_000));
  expect(await screen.findByText('Meetings can be made here as they should be.')).toBeTruthy();
});

test('lists whom tomorrow finds unready', async () => {
  show(<UnreadyTomorrow clinicId="c" />, {
    '/zoom/tomorrow': { date: '2027-03-02', items: [{ doctorId: 'd', doctorName: 'Dr. Ines', visits: 2, problem: { code: 'X', title: 'Not connected', remedy: 'Connect it.' } }] },
  });
  expect(await screen.findByText('Dr. Ines, 2 video visits')).toBeTruthy();
  expect(screen.getByText('Not connected. Connect it.')).toBeTruthy();
});

test('begins an authorization of ours in the one clinic where somebody is a doctor', async () => {
  show(<ConnectZoomPage />, {
    '/clinics': { items: [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }] },
    '/clinics/a/me': { permissions: [], patients: [] },
    '/clinics/b/me': { permissions: [], patients: [], doctorId: 'd' },
    '/authorize': Response.json({ code: 'zoom-app-missing', title: 'No Zoom app is set up' }, { status: 409 }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Connect to Zoom' }));
  expect(sent).toContain('POST /api/v1/clinics/b/doctors/d/zoom/authorize');
  expect(await screen.findByRole('alert')).toBeTruthy();
});

test('tells the authorization that Zoom’s own Add button led there', async () => {
  show(<ConnectZoomPage add="mark" />, {
    '/clinics': { items: [{ id: 'b', name: 'B' }] },
    '/clinics/b/me': { permissions: [], patients: [], doctorId: 'd' },
    '/authorize?add=mark': Response.json({ code: 'zoom-app-missing', title: 'No Zoom app is set up' }, { status: 409 }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Connect to Zoom' }));
  expect(sent).toContain('POST /api/v1/clinics/b/doctors/d/zoom/authorize?add=mark');
});

test('switches on that a lost meeting is looked for', async () => {
  show(<MeetingListSwitch clinicId="c" kind="GENERAL" app={{ listsMeetings: false } as never} />);
  await userEvent.click(screen.getByRole('switch', { name: /^Find meetings again/ }));
  expect(sent).toContain('PUT /api/v1/clinics/c/zoom/app/meeting-list');
});

test('says whom a name means before it is saved, and saves what the user can run', async () => {
  show(<MappedUserForm clinicId="c" doctor={{ id: 'd', name: 'Dr. Ines', email: 'ines@example.com' } as StaffMember} stored="room@example.com" meetingsAtOnce={1} />, {
    '/zoom/users/look-up': { id: 'u', email: 'room@example.com', name: 'Video Room', licence: 'BASIC', warnings: ['Ends after 40 minutes.'] },
  });
  await press('Look up the Zoom user of Dr. Ines');
  expect(await screen.findByText('Video Room, room@example.com')).toBeTruthy();
  expect(screen.getByText('Ends after 40 minutes.')).toBeTruthy();
  expect(sent).toEqual(['POST /api/v1/clinics/c/zoom/users/look-up']);
  await press('Save the Zoom user of Dr. Ines');
  expect(sent).toContain('PUT /api/v1/clinics/c/doctors/d/zoom/user');
});

test('shows what was found out about a mapped user, and looks again when asked', async () => {
  const check = { checked: true, findings: [{ code: 'SETTINGS_LOCKED', title: 'Locked', remedy: 'Unlock the waiting room' }] };
  show(<MappedUserCheck clinicId="c" doctor={{ id: 'd', name: 'Dr. Ines' } as StaffMember} check={check} />);
  expect(screen.getByText('Unlock the waiting room')).toBeTruthy();
  await press('Check the Zoom user of Dr. Ines again');
  expect(sent).toEqual(['POST /api/v1/clinics/c/doctors/d/zoom/user/check']);
});

test('says that a mapped user is being tried out, and then that all is well', () => {
  const doctor = { id: 'd', name: 'Dr. Ines' } as StaffMember;
  show(<MappedUserCheck clinicId="c" doctor={doctor} check={{ checked: false, findings: [] }} />);
  expect(screen.getByText(/is being tried out/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  show(<MappedUserCheck clinicId="c" doctor={doctor} check={{ checked: true, findings: [] }} />);
  expect(screen.getByText('Meetings can be made here as they should be.')).toBeTruthy();
});
