import '@/lib/messages';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

// happy-dom has none, and a text field that grows with its text waits for them.
if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() });
