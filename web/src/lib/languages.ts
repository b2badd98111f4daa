/** Those most asked for; a clinic may name any other. */
const COMMON = ['ar', 'bg', 'bn', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fa', 'fi', 'fr', 'he', 'hi', 'hr', 'hu', 'id', 'it', 'ja', 'ko', 'lt', 'lv', 'nl', 'no', 'pl', 'ps', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'so', 'sq', 'sr', 'sv', 'ta', 'th', 'ti', 'tr', 'uk', 'ur', 'vi', 'zh'];

/** A language's name as the reader calls it. */
export function languageName(tag: string, reader: string): string {
  try {
    return new Intl.DisplayNames(reader, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** To choose from, by name; what is held already is among them. */
export const languageChoices = (held: string[], reader: string) =>
  [...new Set([...held, ...COMMON])]
    .map((tag) => ({ value: tag, label: languageName(tag, reader) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, reader));
