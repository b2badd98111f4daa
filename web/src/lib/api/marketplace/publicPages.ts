import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Items, PageSummary, PageWords, PublicPage } from '../types';
import { marketplaceKey, marketplacePath } from './marketplacePath';

const listKey = (clinicId?: string) => [...marketplaceKey(clinicId), 'pages'];

export const usePublicPages = (clinicId?: string) =>
  useQuery({ queryKey: listKey(clinicId), queryFn: () => request<Items<PageSummary>>('GET', `${marketplacePath(clinicId)}/pages`) });

const pageUrl = (page: string, clinicId?: string) => marketplacePath(clinicId) + path`/pages/${page}`;

/** What a page says, and how it came to. Not read again behind the back of whoever edits it. */
export const usePublicPage = (page: string, clinicId?: string) =>
  useQuery({
    queryKey: [...listKey(clinicId), page],
    queryFn: () => request<PublicPage>('GET', pageUrl(page, clinicId)),
    refetchOnWindowFocus: false,
  });

export const usePageVersion = (page: string, number: number, clinicId?: string) =>
  useQuery({
    queryKey: [...listKey(clinicId), page, 'versions', number],
    queryFn: () => request<PageWords>('GET', pageUrl(page, clinicId) + path`/versions/${String(number)}`),
    staleTime: Infinity,
  });

/** Each begins from the version that was seen. */
type Change = { version: number } & ({ words: PageWords } | { restored: number } | { reset: true });

function changePage(page: string, change: Change, clinicId?: string) {
  const url = pageUrl(page, clinicId);
  const query = { version: change.version };
  if ('words' in change) return request<PublicPage>('PUT', url, { body: change });
  if ('restored' in change) return request<PublicPage>('POST', url + path`/versions/${String(change.restored)}/restore`, { query });
  return request<PublicPage>('DELETE', url, { query });
}

export function useChangePage(page: string, clinicId?: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) => changePage(page, change, clinicId),
    onSuccess: (changed) => {
      queries.setQueryData([...listKey(clinicId), page], changed);
      return queries.invalidateQueries({ queryKey: listKey(clinicId), exact: true });
    },
  });
}
