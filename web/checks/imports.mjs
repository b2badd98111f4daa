// Imports go one way: app → features → components → lib. A feature knows no other; what two need lives below them.
import { dirname, join } from 'node:path';
import { report, sources } from './sources.mjs';

const LAYERS = ['lib', 'components', 'features', 'app'];
const layer = (file) => LAYERS.indexOf(file.split('/')[1]);
const feature = (file) => (file.startsWith('src/features/') ? file.split('/')[2] : undefined);

const complaints = [];
for (const { file, text } of sources) {
  for (const [, from] of text.matchAll(/(?:from|import)\s+'([^']+)'/g)) {
    const target = from.startsWith('@/') ? `src/${from.slice(2)}` : from.startsWith('.') ? join(dirname(file), from) : undefined;
    if (!target || layer(target) < 0 || layer(file) < 0) continue;
    if (layer(target) > layer(file)) complaints.push(`${file} is below ${target} and must not import it`);
    if (feature(file) && feature(target) && feature(file) !== feature(target)) complaints.push(`${file} must not import another feature: ${target}`);
  }
}
report(complaints);
