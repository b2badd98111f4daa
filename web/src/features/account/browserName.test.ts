import { expect, test } from 'vitest';
import { browserName } from './browserName';

test('calls browsers by the name people know', () => {
  expect(browserName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0')).toBe('Edge, Windows');
  expect(browserName('Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0')).toBe('Firefox, macOS');
  expect(browserName('Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1')).toBe('Safari, iPhone');
  expect(browserName('curl/8.5.0')).toBeUndefined();
  expect(browserName(undefined)).toBeUndefined();
});
