import 'react';

declare module 'react' {
  /** Style sheets calculate with what is set here. */
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined;
  }
}
