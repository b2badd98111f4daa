import { useQuery } from '@tanstack/react-query';
import { href, path, request } from '../client';
import type { Items, PackDocument, PackPicture } from '../types';
import { marketplaceKey, marketplacePath } from './marketplacePath';

const useFiles = <T>(kind: 'documents' | 'pictures', clinicId?: string) =>
  useQuery({ queryKey: [...marketplaceKey(clinicId), kind], queryFn: () => request<Items<T>>('GET', `${marketplacePath(clinicId)}/${kind}`) });

export const usePackDocuments = (clinicId?: string) => useFiles<PackDocument>('documents', clinicId);
export const usePackPictures = (clinicId?: string) => useFiles<PackPicture>('pictures', clinicId);

export const packFile = (kind: 'documents' | 'pictures', file: string, clinicId?: string) => href(`${marketplacePath(clinicId)}/${kind}${path`/${file}`}`);
export const wholePack = (clinicId?: string) => href(`${marketplacePath(clinicId)}/pack`);
