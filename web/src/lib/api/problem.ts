import type { FieldError, Slot } from './types';

/** What the server answered instead of what was asked for (RFC 9457), or `network` when it did not answer at all. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors: FieldError[];
  readonly nextFree: Slot[];

  constructor(body: { code?: string; type?: string; title?: string; detail?: string; errors?: FieldError[]; nextFree?: Slot[] }, status: number) {
    super(body.title ?? `HTTP ${status}`);
    this.code = body.code ?? body.type?.split(':').pop() ?? 'unknown';
    this.status = status;
    this.detail = body.detail;
    this.errors = body.errors ?? [];
    this.nextFree = body.nextFree ?? [];
  }

  static network() {
    return new Problem({ code: 'network' }, 0);
  }
}

export const isProblem = (error: unknown, code: string): error is Problem => error instanceof Problem && error.code === code;

/** Somebody else was quicker, for the doctor or for the Zoom user who hosts; other times are offered. */
export const takenCodes: readonly string[] = ['slot-taken', 'host-taken'];
export const isTaken = (error: unknown): error is Problem => error instanceof Problem && takenCodes.includes(error.code);

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem;
  }
}
