import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { href, path, request } from '../client';
import type { Items, Scan, ScanFile, ScanRun } from '../types';
import { marketplaceKey, marketplacePath } from './marketplacePath';

const scanUrl = (id: string, clinicId?: string) => marketplacePath(clinicId) + path`/scans/${id}`;

export const useScans = (clinicId?: string) =>
  useQuery({ queryKey: [...marketplaceKey(clinicId), 'scans'], queryFn: () => request<Items<Scan>>('GET', `${marketplacePath(clinicId)}/scans`) });

export const scanFile = (id: string, clinicId?: string) => href(`${scanUrl(id, clinicId)}/file`);

async function recordScan(run: ScanRun, file: ScanFile | undefined, clinicId?: string) {
  const scan = await request<Scan>('POST', `${marketplacePath(clinicId)}/scans`, { body: run });
  if (file) await request('PUT', `${scanUrl(scan.id, clinicId)}/file`, { body: file });
}

/** The report of scans, and with it the documents, change with them. */
function useAfterwards(clinicId?: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: marketplaceKey(clinicId) });
}

export const useRecordScan = (clinicId?: string) =>
  useMutation({
    mutationFn: ({ run, file }: { run: ScanRun; file?: ScanFile }) => recordScan(run, file, clinicId),
    onSettled: useAfterwards(clinicId),
  });

export const useRemoveScan = (clinicId?: string) =>
  useMutation({ mutationFn: (id: string) => request('DELETE', scanUrl(id, clinicId)), onSuccess: useAfterwards(clinicId) });
