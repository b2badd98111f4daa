import { path } from '../client';

/** What a clinic publishes, or the installation when no clinic is given. */
export const marketplacePath = (clinicId?: string) => (clinicId ? path`/clinics/${clinicId}/marketplace` : '/marketplace');
export const marketplaceKey = (clinicId?: string) => (clinicId ? ['clinics', clinicId, 'marketplace'] : ['marketplace']);
