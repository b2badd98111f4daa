/** Dark enough for white text in a calendar; the names are messages. */
export const colours = {
  teal: '#1d6b5b',
  blue: '#2f6fab',
  violet: '#6b4fa3',
  berry: '#a3386c',
  brick: '#a6352a',
  amber: '#8a5a00',
  olive: '#5b6b1d',
  slate: '#4e5f59',
} as const;

export const colourNames = Object.keys(colours) as (keyof typeof colours)[];
