import { Problem } from './api/problem';

/** Browsers that do not know this form of the options are as good as without passkeys. */
export const browserKnowsPasskeys = () => typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** Has the browser make a passkey, wherever its owner chooses to keep it; the answer is as the server wants it. */
export const makePasskey = (options: PublicKeyCredentialCreationOptionsJSON) =>
  answer(() => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }));

/** Has the browser use one. */
export const askPasskey = (options: PublicKeyCredentialRequestOptionsJSON) =>
  answer(() => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }));

async function answer(asking: () => Promise<Credential | null>): Promise<PublicKeyCredentialJSON> {
  try {
    const credential = (await asking()) as PublicKeyCredential;
    return credential.toJSON();
  } catch (error) {
    throw new Problem({ code: codeOf(error) }, 0);
  }
}

function codeOf(error: unknown): string {
  switch (error instanceof DOMException && error.name) {
    case 'NotAllowedError': // refused, too late, or nothing there: browsers do not say which
      return 'passkey-not-used';
    case 'InvalidStateError':
      return 'passkey-there';
    default:
      return 'passkey-failed';
  }
}
