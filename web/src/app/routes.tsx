import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { AbsenceActions } from '@/features/absences/AbsenceActions';
import { AbsencePage } from '@/features/absences/AbsencePage';
import { readAbsenceSearch } from '@/features/absences/absenceChoices';
import { AccountPage } from '@/features/account/AccountPage';
import { AppointmentPage } from '@/features/appointments/AppointmentPage';
import { AppointmentsPage } from '@/features/appointments/AppointmentsPage';
import { readBookSearch, readListSearch } from '@/features/appointments/appointmentSearch';
import { BookPage } from '@/features/appointments/BookPage';
import { HomePage } from '@/features/appointments/HomePage';
import { AuditPage } from '@/features/audit/AuditPage';
import { readAuditSearch } from '@/features/audit/auditSearch';
import { AvailabilityPage } from '@/features/availability/AvailabilityPage';
import { HolidaysSection } from '@/features/availability/HolidaysSection';
import { ClinicSettingsPage } from '@/features/clinics/ClinicSettingsPage';
import { ClinicsPage } from '@/features/clinics/ClinicsPage';
import { SignInRulesPage } from '@/features/clinics/SignInRulesPage';
import { KeysPage } from '@/features/keys/KeysPage';
import { MailsPage } from '@/features/mails/MailsPage';
import { DuplicatesPage } from '@/features/patients/DuplicatesPage';
import { ImportPage } from '@/features/patients/ImportPage';
import { PatientForm } from '@/features/patients/PatientForm';
import { PatientPage } from '@/features/patients/PatientPage';
import { PatientsPage } from '@/features/patients/PatientsPage';
import { GuidePage } from '@/features/publish/GuidePage';
import { readGuideSearch } from '@/features/publish/guideSearch';
import { PublishPagesPage } from '@/features/publish/PublishPagesPage';
import { PublisherPage } from '@/features/publish/PublisherPage';
import { ReviewerPage } from '@/features/publish/ReviewerPage';
import { TextsPage } from '@/features/publish/TextsPage';
import { ServicesPage } from '@/features/services/ServicesPage';
import { AcceptInvitationPage } from '@/features/session/AcceptInvitationPage';
import { ClaimPage } from '@/features/session/ClaimPage';
import { ConfirmAddressPage } from '@/features/session/ConfirmAddressPage';
import { ForgottenPasswordPage } from '@/features/session/ForgottenPasswordPage';
import { ResetPasswordPage } from '@/features/session/ResetPasswordPage';
import { SignInLinkPage } from '@/features/session/SignInLinkPage';
import { SignInPage } from '@/features/session/SignInPage';
import { StaffPage } from '@/features/staff/StaffPage';
import { AlarmBanner } from '@/features/trouble/AlarmBanner';
import { MeetingTroublePage } from '@/features/trouble/MeetingTroublePage';
import { VisitPage } from '@/features/visits/VisitPage';
import { WaitingListPage } from '@/features/waiting/WaitingListPage';
import { ConnectionPage } from '@/features/zoom/ConnectionPage';
import { ConnectZoomPage } from '@/features/zoom/ConnectZoomPage';
import { DriftPage } from '@/features/zoom/DriftPage';
import { readReturn } from '@/features/zoom/ReturnNote';
import { UnreadyTomorrow } from '@/features/zoom/UnreadyTomorrow';
import { ZoomAppPage } from '@/features/zoom/ZoomAppPage';
import { clinicsQuery } from '@/lib/api/clinics/listClinics';
import { clinicQuery, useClinic } from '@/lib/api/clinics/readClinic';
import { meQuery } from '@/lib/api/clinics/readMe';
import { installationQuery } from '@/lib/api/installation/readInstallation';
import { sessionQuery } from '@/lib/api/session/readSession';
import { safeReturnPath } from '@/lib/returnPath';
import { addDays, browserZone, dayIn } from '@/lib/times';
import { readSignOnReason } from '@/components/signOnReason';
import { Waiting } from '@/components/Waiting';
import { ClinicFrame } from './ClinicFrame';
import { ClinicTroublePage } from './ClinicTroublePage';
import { ClinicReadiness, InstallationReadiness } from './Readiness';
import { CrashPage } from './CrashPage';
import { lastClinic } from './lastClinic';
import { NotFoundPage } from './NotFoundPage';
import { RootFrame } from './RootFrame';
import { Shell } from './Shell';

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: RootFrame,
  notFoundComponent: NotFoundPage,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { token?: string; returnTo?: string; problem?: string; clinic?: string; signOn?: string } => ({
    token: text(search.token),
    returnTo: text(search.returnTo),
    problem: text(search.problem),
    clinic: text(search.clinic),
    signOn: text(search.signOn),
  }),
  beforeLoad: async ({ context: { queries } }) => {
    const installation = await queries.ensureQueryData(installationQuery).catch(() => undefined); // the form says it when sent
    if (installation?.claimed === false) throw redirect({ to: '/claim', replace: true });
  },
  component: function SignIn() {
    const { token, returnTo, problem, clinic, signOn } = signIn.useSearch();
    const navigate = signIn.useNavigate();
    const enter = () => void navigate({ href: safeReturnPath(returnTo), replace: true });
    if (token) return <SignInLinkPage token={token} onSignedIn={enter} />;
    return (
      <SignInPage
        fromZoom={problem !== undefined}
        clinic={clinic}
        returnTo={safeReturnPath(returnTo)}
        signOnFailed={readSignOnReason(signOn)}
        onSignedIn={enter}
      />
    );
  },
});

const claim = createRoute({
  getParentRoute: () => root,
  path: '/claim',
  beforeLoad: async ({ context: { queries } }) => {
    const { claimed } = await queries.ensureQueryData({ ...installationQuery, revalidateIfStale: true });
    if (claimed) throw redirect({ to: '/sign-in', replace: true });
  },
  component: function Claim() {
    const navigate = claim.useNavigate();
    return <ClaimPage onSignedIn={() => void navigate({ to: '/', replace: true })} />;
  },
});

const forgottenPassword = createRoute({ getParentRoute: () => root, path: '/forgotten-password', component: ForgottenPasswordPage });

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: (search: Record<string, unknown>) => ({ token: text(search.token) ?? '' }),
  component: function Reset() {
    return <ResetPasswordPage token={resetPassword.useSearch().token} />;
  },
});

const confirmAddress = createRoute({
  getParentRoute: () => root,
  path: '/confirm-address',
  validateSearch: (search: Record<string, unknown>) => ({ token: text(search.token) ?? '' }),
  component: function Confirm() {
    return <ConfirmAddressPage token={confirmAddress.useSearch().token} />;
  },
});

const acceptInvitation = createRoute({
  getParentRoute: () => root,
  path: '/accept-invitation',
  validateSearch: (search: Record<string, unknown>): { token: string; signOn?: string } => ({ token: text(search.token) ?? '', signOn: text(search.signOn) }),
  component: function Accept() {
    const { token, signOn } = acceptInvitation.useSearch();
    const navigate = acceptInvitation.useNavigate();
    return <AcceptInvitationPage token={token} signOnFailed={readSignOnReason(signOn)} onAccepted={() => void navigate({ to: '/', replace: true })} />;
  },
});

const visit = createRoute({
  getParentRoute: () => root,
  path: '/visit/$token',
  component: function Visit() {
    return <VisitPage token={visit.useParams().token} />;
  },
});

/** Everything behind sign-in. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context: { queries }, location }) => {
    const session = await queries.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { returnTo: location.href } });
    return { session };
  },
  component: Shell,
});

const start = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: async ({ context: { queries } }) => {
    const { items } = await queries.ensureQueryData(clinicsQuery);
    const clinic = items.find(({ id }) => id === lastClinic.read()) ?? (items.length === 1 ? items[0] : undefined);
    throw clinic ? redirect({ to: '/clinics/$clinicId', params: { clinicId: clinic.id }, replace: true }) : redirect({ to: '/clinics', replace: true });
  },
});

const clinics = createRoute({ getParentRoute: () => signedIn, path: '/clinics', component: ClinicsPage });
const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  validateSearch: (search: Record<string, unknown>): { signOn?: string } => ({ signOn: text(search.signOn) }),
  component: function Account() {
    return <AccountPage {...account.useSearch()} />;
  },
});
const connectZoom = createRoute({
  getParentRoute: () => signedIn,
  path: '/connect-zoom',
  validateSearch: (search: Record<string, unknown>): { add?: string } => ({ add: text(search.add) }),
  component: function ConnectZoom() {
    return <ConnectZoomPage {...connectZoom.useSearch()} />;
  },
});
const mails = createRoute({ getParentRoute: () => signedIn, path: '/mails', component: MailsPage });
const keys = createRoute({ getParentRoute: () => signedIn, path: '/settings/keys', component: KeysPage });
const installationReadiness = createRoute({ getParentRoute: () => signedIn, path: '/settings/integrations/zoom/publish/readiness', component: InstallationReadiness });
const installationZoomApp = createRoute({ getParentRoute: () => signedIn, path: '/settings/integrations/zoom', component: () => <ZoomAppPage key="installation" /> });

const installationPublish = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/integrations/zoom/publish',
  validateSearch: readGuideSearch,
  component: function InstallationPublish() {
    const navigate = installationPublish.useNavigate();
    return <GuidePage search={installationPublish.useSearch()} onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })} />;
  },
});
const installationPublisher = createRoute({ getParentRoute: () => signedIn, path: '/settings/integrations/zoom/publish/publisher', component: () => <PublisherPage key="installation" /> });
const installationTexts = createRoute({ getParentRoute: () => signedIn, path: '/settings/integrations/zoom/publish/texts', component: () => <TextsPage key="installation" /> });
const installationPublishPages = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/integrations/zoom/publish/pages',
  component: () => <PublishPagesPage key="installation" zone={browserZone()} />,
});
const installationReviewer = createRoute({ getParentRoute: () => signedIn, path: '/settings/integrations/zoom/publish/reviewer', component: () => <ReviewerPage key="installation" /> });

const installationAudit = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/audit',
  validateSearch: readAuditSearch,
  component: function InstallationAudit() {
    const navigate = installationAudit.useNavigate();
    return <AuditPage zone={browserZone()} search={installationAudit.useSearch()} onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })} />;
  },
});

const clinic = createRoute({
  getParentRoute: () => signedIn,
  path: '/clinics/$clinicId',
  loader: async ({ context: { queries }, params: { clinicId } }) => {
    await Promise.all([queries.ensureQueryData(clinicQuery(clinicId)), queries.ensureQueryData(meQuery(clinicId))]);
    lastClinic.remember(clinicId);
  },
  errorComponent: ClinicTroublePage,
  component: function Clinic() {
    const { clinicId } = clinic.useParams();
    return <ClinicFrame key={clinicId} clinicId={clinicId} />;
  },
});

const home = createRoute({
  getParentRoute: () => clinic,
  path: '/',
  component: function Home() {
    const { clinicId } = home.useParams();
    const navigate = home.useNavigate();
    return (
      <>
        <AlarmBanner clinicId={clinicId} />
        <HomePage
          clinicId={clinicId}
          onSeen={(id) => void navigate({ to: '/clinics/$clinicId/appointments/$id', params: { clinicId, id } })}
          newPatient={(onCreated, onCancel) => <PatientForm {...{ clinicId, onCreated, onCancel }} />}
          absence={<AbsenceActions clinicId={clinicId} />}
          tomorrow={<UnreadyTomorrow clinicId={clinicId} />}
        />
      </>
    );
  },
});

const appointments = createRoute({
  getParentRoute: () => clinic,
  path: '/appointments',
  validateSearch: readListSearch,
  component: function Appointments() {
    const navigate = appointments.useNavigate();
    const { clinicId } = appointments.useParams();
    return (
      <>
        <AlarmBanner clinicId={clinicId} />
        <AppointmentsPage clinicId={clinicId} search={appointments.useSearch()} onSearch={(search, typed) => void navigate({ search, replace: typed, resetScroll: false })} />
      </>
    );
  },
});

const appointment = createRoute({
  getParentRoute: () => clinic,
  path: '/appointments/$id',
  component: function Appointment() {
    const params = appointment.useParams();
    return <AppointmentPage key={params.id} {...params} />;
  },
});

const meetings = createRoute({
  getParentRoute: () => clinic,
  path: '/meetings',
  component: function Meetings() {
    const { clinicId } = meetings.useParams();
    const { timeZone } = useClinic(clinicId);
    return <MeetingTroublePage clinicId={clinicId} zone={timeZone} />;
  },
});

const waitingList = createRoute({
  getParentRoute: () => clinic,
  path: '/waiting-list',
  component: function WaitingList() {
    const { clinicId } = waitingList.useParams();
    const { timeZone } = useClinic(clinicId);
    return <WaitingListPage clinicId={clinicId} zone={timeZone} />;
  },
});

const book = createRoute({
  getParentRoute: () => clinic,
  path: '/book',
  validateSearch: readBookSearch,
  component: function Book() {
    const { clinicId } = book.useParams();
    const navigate = book.useNavigate();
    return (
      <BookPage
        clinicId={clinicId}
        search={book.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })}
        onBooked={(id) => void navigate({ to: '/clinics/$clinicId/appointments/$id', params: { clinicId, id } })}
        newPatient={(onCreated, onCancel) => <PatientForm {...{ clinicId, onCreated, onCancel }} />}
      />
    );
  },
});

const patients = createRoute({
  getParentRoute: () => clinic,
  path: '/patients',
  component: function Patients() {
    const { clinicId } = patients.useParams();
    const navigate = patients.useNavigate();
    return <PatientsPage clinicId={clinicId} onPatient={(id) => void navigate({ to: '/clinics/$clinicId/patients/$id', params: { clinicId, id } })} />;
  },
});

const patient = createRoute({
  getParentRoute: () => clinic,
  path: '/patients/$id',
  component: function Patient() {
    const params = patient.useParams();
    return <PatientPage key={params.id} {...params} />;
  },
});

const duplicates = createRoute({
  getParentRoute: () => clinic,
  path: '/patients/duplicates',
  component: function Duplicates() {
    return <DuplicatesPage {...duplicates.useParams()} />;
  },
});

const patientImport = createRoute({
  getParentRoute: () => clinic,
  path: '/patients/import',
  component: function PatientImport() {
    return <ImportPage {...patientImport.useParams()} />;
  },
});

const services = createRoute({
  getParentRoute: () => clinic,
  path: '/services',
  component: function Services() {
    return <ServicesPage {...services.useParams()} />;
  },
});

const staff = createRoute({
  getParentRoute: () => clinic,
  path: '/staff',
  component: function Staff() {
    const { clinicId } = staff.useParams();
    const { timeZone } = useClinic(clinicId);
    const navigate = staff.useNavigate();
    const today = dayIn(timeZone, Date.now());
    const onVisits = (doctorId: string) =>
      void navigate({ to: '/clinics/$clinicId/absences', params: { clinicId }, search: { doctorId, date: today, lastDate: addDays(today, 366) } });
    return <StaffPage clinicId={clinicId} onVisits={onVisits} />;
  },
});

const availability = createRoute({
  getParentRoute: () => clinic,
  path: '/availability',
  validateSearch: (search: Record<string, unknown>): { doctorId?: string } => ({ doctorId: text(search.doctorId) }),
  component: function Availability() {
    const navigate = availability.useNavigate();
    const { doctorId } = availability.useSearch();
    return <AvailabilityPage {...availability.useParams()} doctorId={doctorId} onDoctor={(chosen) => void navigate({ search: { doctorId: chosen } })} />;
  },
});

const absences = createRoute({
  getParentRoute: () => clinic,
  path: '/absences',
  validateSearch: readAbsenceSearch,
  component: function Absences() {
    const { clinicId } = absences.useParams();
    const navigate = absences.useNavigate();
    return <AbsencePage clinicId={clinicId} search={absences.useSearch()} onSearch={(search) => void navigate({ search, resetScroll: false })} />;
  },
});

const zoomApp = createRoute({
  getParentRoute: () => clinic,
  path: '/settings/integrations/zoom',
  component: function ZoomApp() {
    return <ZoomAppPage {...zoomApp.useParams()} />;
  },
});

const zoomDrift = createRoute({
  getParentRoute: () => clinic,
  path: '/settings/integrations/zoom/meetings',
  component: function ZoomDrift() {
    return <DriftPage {...zoomDrift.useParams()} />;
  },
});

const zoomReadiness = createRoute({
  getParentRoute: () => clinic,
  path: '/settings/integrations/zoom/publish/readiness',
  component: function ZoomReadiness() {
    return <ClinicReadiness {...zoomReadiness.useParams()} />;
  },
});

const publish = createRoute({
  getParentRoute: () => clinic,
  path: '/settings/integrations/zoom/publish',
  validateSearch: readGuideSearch,
  component: function Publish() {
    const navigate = publish.useNavigate();
    return <GuidePage {...publish.useParams()} search={publish.useSearch()} onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })} />;
  },
});

const publisher = createRoute({
  getParentRoute: () => clinic,
  path: '/settings/integrations/zoom/publish/publisher',
  component: function Publisher() {
    return <PublisherPage {...publisher.useParams()} />;
  },
});

const listingTexts = createRoute({
  getParentRoute: () => clinic,
  path: '/settings/integrations/zoom/publish/texts',
  component: function ListingTexts() {
    return <TextsPage {...listingTexts.useParams()} />;
  },
});

const publishPages = createRoute({
  getParentRoute: () => clinic,
  path: '/settings/integrations/zoom/publish/pages',
  component: function PublishPages() {
    const { clinicId } = publishPages.useParams();
    return <PublishPagesPage clinicId={clinicId} zone={useClinic(clinicId).timeZone} />;
  },
});

const reviewer = createRoute({
  getParentRoute: () => clinic,
  path: '/settings/integrations/zoom/publish/reviewer',
  component: function Reviewer() {
    return <ReviewerPage {...reviewer.useParams()} />;
  },
});

const clinicSettings = createRoute({
  getParentRoute: () => clinic,
  path: '/settings/clinic',
  component: function ClinicSettings() {
    const { clinicId } = clinicSettings.useParams();
    return <ClinicSettingsPage clinicId={clinicId} holidays={<HolidaysSection clinicId={clinicId} />} />;
  },
});

const signInRules = createRoute({
  getParentRoute: () => clinic,
  path: '/settings/sign-in',
  component: function SignInRules() {
    return <SignInRulesPage {...signInRules.useParams()} />;
  },
});

const connection = createRoute({
  getParentRoute: () => clinic,
  path: '/settings/zoom',
  validateSearch: readReturn,
  component: function Connection() {
    return <ConnectionPage {...connection.useParams()} returned={connection.useSearch()} />;
  },
});

const audit = createRoute({
  getParentRoute: () => clinic,
  path: '/settings/audit',
  validateSearch: readAuditSearch,
  component: function Audit() {
    const { clinicId } = audit.useParams();
    const { timeZone } = useClinic(clinicId);
    const navigate = audit.useNavigate();
    return (
      <AuditPage
        clinicId={clinicId}
        zone={timeZone}
        search={audit.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })}
      />
    );
  },
});

const tree = root.addChildren([
  signIn,
  claim,
  forgottenPassword,
  resetPassword,
  confirmAddress,
  acceptInvitation,
  visit,
  signedIn.addChildren([
    start,
    clinics,
    account,
    connectZoom,
    mails,
    installationZoomApp,
    installationPublish,
    installationPublisher,
    installationTexts,
    installationPublishPages,
    installationReadiness,
    installationReviewer,
    installationAudit,
    keys,
    clinic.addChildren([home, appointments, appointment, book, meetings, waitingList, patients, patient, duplicates, patientImport, services, staff, availability, absences, zoomApp, publish, publisher, listingTexts, publishPages, zoomReadiness, reviewer, zoomDrift, connection, clinicSettings, signInRules, audit]),
  ]),
]);

export const createAppRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    scrollRestoration: true,
    defaultErrorComponent: CrashPage,
    defaultPendingComponent: () => <Waiting />,
  });

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
