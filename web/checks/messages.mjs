// Every text a person reads comes from the catalogue, and everything in the catalogue is read. That used keys exist is checked by their types.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { files, report, sources } from './sources.mjs';

const PLURAL = /_(zero|one|two|few|many|other)$/;

function keys(value, path = []) {
  return typeof value === 'string' ? [path.join('.').replace(PLURAL, '')] : Object.entries(value).flatMap(([name, inner]) => keys(inner, [...path, name]));
}

/** A key as it stands in the code; what is put together there at run time may be anything. */
const KEY = /['`]((?:[\w.:-]|\$\{[\w.?]+\})+)['`]/g;
const pattern = (key) => new RegExp(`^${key.replace(/^[a-z]+:/, '').replaceAll(/\.(?![\w?]*\})/g, '\\.').replaceAll(/\$\{[\w.?]+\}/g, '[^.]+')}$`);
const patterns = [...new Set(sources.flatMap(({ text }) => [...text.matchAll(KEY)].map(([, key]) => key)))].map(pattern);

const complaints = [];
for (const file of files('src/locales/en')) {
  const namespace = basename(file, '.json');
  for (const key of new Set(keys(JSON.parse(readFileSync(file, 'utf8'))))) {
    if (!patterns.some((known) => known.test(key))) complaints.push(`${namespace}:${key} is in the catalogue and nowhere used`);
  }
}

const ATTRIBUTES = /\b(?:label|title|placeholder|description|alt|aria-label)="([^"]*[A-Za-z]{2}[^"]*)"/g;
const BETWEEN_TAGS = />([^<>{}()=;]*[A-Za-z]{2}[^<>{}()=;]*)<\//g;
for (const { file, text } of sources) {
  if (!file.endsWith('.tsx') || file.includes('.test.')) continue;
  for (const [, words] of [...text.matchAll(ATTRIBUTES), ...text.matchAll(BETWEEN_TAGS)]) complaints.push(`${file} says "${words.trim()}", which is not in the catalogue`);
}
report(complaints);
