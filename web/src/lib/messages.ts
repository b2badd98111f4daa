import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import absences from '@/locales/en/absences.json';
import account from '@/locales/en/account.json';
import appointments from '@/locales/en/appointments.json';
import audit from '@/locales/en/audit.json';
import availability from '@/locales/en/availability.json';
import clinics from '@/locales/en/clinics.json';
import common from '@/locales/en/common.json';
import keys from '@/locales/en/keys.json';
import mails from '@/locales/en/mails.json';
import papers from '@/locales/en/papers.json';
import patients from '@/locales/en/patients.json';
import publish from '@/locales/en/publish.json';
import readiness from '@/locales/en/readiness.json';
import reviewer from '@/locales/en/reviewer.json';
import series from '@/locales/en/series.json';
import services from '@/locales/en/services.json';
import session from '@/locales/en/session.json';
import staff from '@/locales/en/staff.json';
import trouble from '@/locales/en/trouble.json';
import visits from '@/locales/en/visits.json';
import waiting from '@/locales/en/waiting.json';
import zoom from '@/locales/en/zoom.json';

const en = { absences, account, appointments, audit, availability, clinics, common, keys, mails, papers, patients, publish, readiness, reviewer, series, services, session, staff, trouble, visits, waiting, zoom };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
  }
}

/** The message catalogue. Another language is a folder beside `en` and an entry here. */
export const messages = i18next;

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'common',
  resources: { en },
  interpolation: { escapeValue: false },
  showSupportNotice: false,
});
