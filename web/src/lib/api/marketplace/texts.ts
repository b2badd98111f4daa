import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Items, ListingText, TextVersion } from '../types';
import { marketplaceKey, marketplacePath } from './marketplacePath';

const textsKey = (clinicId?: string) => [...marketplaceKey(clinicId), 'texts'];
const textPath = (id: string, clinicId?: string) => `${marketplacePath(clinicId)}/texts/${path`${id}`}`;

export const useListingTexts = (clinicId?: string) =>
  useQuery({ queryKey: textsKey(clinicId), queryFn: () => request<Items<ListingText>>('GET', `${marketplacePath(clinicId)}/texts`), refetchOnWindowFocus: false });

/** Writes a text; none: back to the product's own words. */
export function useWriteListingText(id: string, clinicId?: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (text?: string) => request<ListingText>(text === undefined ? 'DELETE' : 'PUT', textPath(id, clinicId), text === undefined ? {} : { body: { text } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: marketplaceKey(clinicId) }),
  });
}

export const useTextVersions = (id: string, shown: boolean, clinicId?: string) =>
  useQuery({ queryKey: [...textsKey(clinicId), id], queryFn: () => request<Items<TextVersion>>('GET', `${textPath(id, clinicId)}/versions`), enabled: shown });
