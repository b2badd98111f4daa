// The client's own sources, for the checks beside this file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

export const sources = files('src')
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

export function report(complaints) {
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exit(1);
}
