import { expect, test } from 'vitest';
import { aboutPath, besidePath, documentPath, readRoute, sourcePath } from './route.ts';

test('an address that the desk makes leads back to its document', () => {
  const path = documentPath('d_ü/1', 'c_1');
  expect(readRoute(new URL(path, 'http://desk').pathname)).toEqual({ page: 'document', id: 'd_ü/1' });
  expect(readRoute(besidePath('d_ü/1', 'd_2/3'))).toEqual({ page: 'beside', id: 'd_ü/1', other: 'd_2/3' });
  expect(readRoute(aboutPath('d_ü/1'))).toEqual({ page: 'about', id: 'd_ü/1' });
  expect(readRoute(sourcePath('Le Courrier / du Port'))).toEqual({ page: 'source', id: 'Le Courrier / du Port' });
});

test('what is no page is nowhere, and breaks nothing', () => {
  expect(readRoute('/documents/%E0%A4%A')).toEqual({ page: 'nowhere' });
  expect(readRoute('/elsewhere')).toEqual({ page: 'nowhere' });
  expect(readRoute('/timeline/1987')).toEqual({ page: 'nowhere' });
});
