let ask: (() => Promise<boolean>) | undefined;

/** The one place on the screen where somebody proves that it is still them; false: they would rather not. */
export function confirmSignInBy(dialog: () => Promise<boolean>): () => void {
  ask = dialog;
  return () => {
    if (ask === dialog) ask = undefined;
  };
}

export const askToConfirmSignIn = (): Promise<boolean> => ask?.() ?? Promise.resolve(false);
