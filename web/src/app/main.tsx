import '@mantine/core/styles.css';
import '@fontsource-variable/atkinson-hyperlegible-next';
import './global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { cspNonce } from './cspNonce';
import { createQueries } from './queries';
import { createAppRouter } from './routes';

// Read by the library that keeps pages from scrolling behind dialogs, for the style element it makes.
Object.assign(globalThis, { __webpack_nonce__: cspNonce() });

const queries = createQueries();
const router = createAppRouter(queries);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <App queries={queries} router={router} />
  </StrictMode>,
);
