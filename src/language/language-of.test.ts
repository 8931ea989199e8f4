import { expect, test } from 'vitest';
import { suggest } from './suggest.ts';

test('a text in a language without rules gives no claims, not wrong ones', () => {
  const text = 'Die Polizei nahm den Mann fest. Die Frau und die Kinder kamen an. Die Regierung die das angeordnet hatte trat zurück.';
  expect(suggest({ text, published: '2022-08-10', language: 'de' })).toEqual([]);
});

test('Persian is told by its script, French and Spanish by their small words', () => {
  expect(suggest({ text: 'امید فرخ در تابین بازداشت شد و پلیس گزارش را پس گرفت.', published: null, language: null }).map((each) => each.kind)).toContain(
    'arrest',
  );
  expect(
    suggest({ text: 'Omid Farrokh a été arrêté dans la ville de Tabin par les agents.', published: null, language: null }).map((each) => each.kind),
  ).toContain('arrest');
  expect(
    suggest({ text: 'Omid Farrokh fue detenido en la ciudad de Tabin por los agentes del estado.', published: null, language: null }).map((each) => each.kind),
  ).toContain('arrest');
});
