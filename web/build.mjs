// Builds the client into dist/, unless nothing it is made of has changed since the last time.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NODE = [20, 19];
const PACKAGES = ['package.json', 'package-lock.json'];
const SBOM = join('target', 'housecall-web.cdx.json');
const SOURCES = ['index.html', 'vite.config.ts', 'tsconfig.json', 'public', 'src'];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < NODE[0] || (major === NODE[0] && minor < NODE[1])) {
  console.error(`Node ${NODE.join('.')} or newer is needed to build the web client; this is ${process.versions.node}.`);
  process.exit(1);
}

const files = (path) => (statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => files(join(path, name))) : [path]);

function fingerprint(paths) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of paths.flatMap(files)) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Does the work where its result is missing or was made from something else. */
function upToDate(name, result, made, work) {
  const stamp = join('target', `${name}.sha256`);
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return;
  work();
  mkdirSync('target', { recursive: true });
  writeFileSync(stamp, made);
}

const run = (command) => execSync(command, { stdio: 'inherit' });

/** Says what the client ships with; npm can since version 10, and the build needs no such new one. */
function writeSbom() {
  try {
    const sbom = execSync('npm sbom --package-lock-only --omit dev --sbom-format cyclonedx', { stdio: ['ignore', 'pipe', 'inherit'] });
    writeFileSync(SBOM, sbom);
  } catch {
    console.warn(`${SBOM} was not written; npm 10 or newer does it.`);
  }
}

const packages = fingerprint(PACKAGES);
upToDate('packages', 'node_modules', packages, () => run('npm ci --no-progress'));
upToDate('sbom', SBOM, packages, writeSbom);
upToDate('client', join('dist', 'index.html'), packages + fingerprint(SOURCES), () => run('npm run --silent build'));
