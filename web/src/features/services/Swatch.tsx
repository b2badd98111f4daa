import { ColorSwatch } from '@mantine/core';

/** Decoration: the words beside it say as much. */
export const Swatch = ({ colour }: { colour?: string }) => (colour ? <ColorSwatch color={colour} size={16} component="span" aria-hidden /> : null);
