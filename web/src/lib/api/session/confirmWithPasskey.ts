import { useMutation } from '@tanstack/react-query';
import { askPasskey } from '../../passkeys';
import { request } from '../client';

async function confirmWithPasskey() {
  const body = await askPasskey(await request<PublicKeyCredentialRequestOptionsJSON>('POST', '/session/confirmation/passkey/challenge'));
  await request<void>('POST', '/session/confirmation/passkey', { body });
}

export const useConfirmWithPasskey = () => useMutation({ mutationFn: confirmWithPasskey });
