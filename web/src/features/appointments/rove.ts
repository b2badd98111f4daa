/** Which of so many an arrow key leads to, from the one that has the focus; nothing for any other key. */
export function rove(key: string, at: number, count: number, rtl = false): number | undefined {
  const step = (by: number) => Math.min(Math.max(at + by, 0), count - 1);
  switch (key) {
    case 'ArrowDown':
      return step(1);
    case 'ArrowUp':
      return step(-1);
    case 'ArrowRight':
      return step(rtl ? -1 : 1);
    case 'ArrowLeft':
      return step(rtl ? 1 : -1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
