import { type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitted } from '../../src/discord/fitted.ts';
import { beside, button, card, row, select, text } from '../../src/views/card.ts';

const cutCard = (...pieces: Parameters<typeof card>[1]) => fitted(card('plain', pieces).components);
/** The pieces inside the card. */
const inside = (components: readonly APIMessageTopLevelComponent[]) => {
  const [first] = components;
  return first?.type === ComponentType.Container ? first.components : components;
};

describe('rule 26: a message on its way to Discord', () => {
  test('is left untouched when it fits', () => {
    const message = card('plain', [text('Hello'), beside(button('Undo', 'a/b'), 'Done'), row(button('Next', 'a/c'))]);
    const { components, cut } = fitted(message.components);
    expect(cut).toBe(false);
    expect(components).toBe(message.components);
  });

  test('keeps its short texts whole and shortens the long ones', () => {
    const { components, cut } = cutCard(text('Title'), text('x'.repeat(5_000)), text('y'.repeat(100)));
    expect(cut).toBe(true);
    expect(inside(components)).toEqual([text('Title'), text(`${'x'.repeat(3_894)}…`), text('y'.repeat(100))]);
  });

  test('is not cut within a character', () => {
    const { components } = cutCard(text(`x${'🪨'.repeat(3_000)}`));
    expect(inside(components)).toEqual([text(`x${'🪨'.repeat(1_999)}…`)]);
  });

  test('gives up text rather than buttons when it has more than 40 components', () => {
    const texts = Array.from({ length: 45 }, (_, index) => text(`line ${index}`));
    const buttons = row(button('Next', 'a/next'));
    const { components } = cutCard(...texts, buttons);
    expect(inside(components)).toEqual([...texts.slice(0, 37), buttons]);
  });

  test('keeps the first of two buttons that do the same', () => {
    const { components } = cutCard(row(button('A', 'a/b'), button('B', 'a/b'), button('C', 'a/c')));
    expect(inside(components)).toEqual([row(button('A', 'a/b'), button('C', 'a/c'))]);
  });

  test('leaves away a button whose custom_id would have to be cut, and keeps the words beside it', () => {
    const { components } = cutCard(beside(button('A', 'x'.repeat(101)), 'Words'), row(button('B', 'y'.repeat(101))));
    expect(inside(components)).toEqual([text('Words')]);
  });

  test('shortens labels and lists', () => {
    const options = Array.from({ length: 30 }, (_, index) => ({ label: 'l'.repeat(120), value: `v${index % 28}` }));
    const long = {
      type: ComponentType.ActionRow,
      components: [{ type: 3, custom_id: 'a/s', options, max_values: 30 }],
    };
    const { components } = fitted([row(button('n'.repeat(90), 'a/b')), long] as APIMessageTopLevelComponent[]);
    const kept = options.slice(0, 25).map(({ value }) => ({ label: `${'l'.repeat(99)}…`, value }));
    expect(components).toEqual([
      row(button(`${'n'.repeat(79)}…`, 'a/b')),
      { type: 1, components: [{ type: 3, custom_id: 'a/s', options: kept, max_values: 25 }] },
    ]);
  });

  test('says at least something', () => {
    expect(fitted([]).components).toEqual([{ type: ComponentType.TextDisplay, content: '…' }]);
    expect(cutCard(text(' ')).components).toEqual([{ type: ComponentType.TextDisplay, content: '…' }]);
  });

  test('fits after it was cut, whatever it was', () => {
    const id = fc.string({ minLength: 1, maxLength: 110 });
    const words = fc.string({ maxLength: 2_000, unit: 'grapheme' });
    const aButton = fc.tuple(fc.string({ maxLength: 90 }), id).map(([label, customId]) => button(label, customId));
    const piece = fc.oneof(
      words.map(content => text(content)),
      fc.tuple(aButton, words).map(([press, content]) => beside(press, content)),
      fc.array(aButton, { maxLength: 7 }).map(buttons => row(...buttons)),
      fc
        .array(fc.record({ label: fc.string({ maxLength: 110 }), value: id }), { maxLength: 30 })
        .map(options => select('pick/one', 'Pick', options)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        expect(fitted(cutCard(...pieces).components).cut).toBe(false);
      }),
    );
  });
});
