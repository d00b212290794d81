import { describe, expect, test } from 'vitest';
import type { ClaimOutcome, IssueOutcome } from '../../src/domain/issuing.ts';
import type { Form } from '../../src/views/form.ts';
import { claimReply, issueMessage } from '../../src/views/issuing.ts';
import type { Message } from '../../src/views/message.ts';
import { buttonsOf, textOf } from '../support/read-message.ts';
import { anOwnCertificate, aPublished } from './a-certificate.ts';

const formOf = (reply: Message | Form): Form => {
  if ('fields' in reply) return reply;
  throw new Error(`No form: ${textOf(reply)}`);
};
const asks: ClaimOutcome = {
  kind: 'asks',
  certificateId: 'leader',
  title: 'T'.repeat(100),
  isIssued: false,
  announce: false,
};

describe('the form', () => {
  test('begins with the name the member goes by, and asks for a yes before anything is announced', () => {
    const { title, customId, fields } = formOf(claimReply(asks, 'Ada'));
    expect(title).toHaveLength(45);
    expect(customId).toBe('certificate/issue/leader');
    expect(fields).toMatchObject([
      { label: 'Name to print', component: { custom_id: 'name', value: 'Ada', max_length: 160 } },
      {
        component: {
          custom_id: 'announce',
          options: [
            { value: 'no', default: true },
            { value: 'yes', default: false },
          ],
        },
      },
    ]);
  });

  test('has what was typed or printed before, and does not ask again what was decided', () => {
    const again: ClaimOutcome = {
      kind: 'asks',
      certificateId: 'leader',
      title: 'T',
      isIssued: true,
      name: 'Ada Byron',
    };
    const { fields } = formOf(claimReply(again, 'Ada'));
    expect(fields).toMatchObject([{ component: { value: 'Ada Byron' } }]);
  });

  test('keeps to what Discord takes of a field', () => {
    const long: ClaimOutcome = { ...asks, name: '𝔸'.repeat(300) };
    const texts = formOf(claimReply(long, 'Ada')).fields.flatMap(field =>
      field.type === 18 ? [[field.label.length, field.description?.length ?? 0]] : [],
    );
    expect(texts.every(([label = 0, description = 0]) => label <= 45 && description <= 100)).toBe(true);
    const [name] = formOf(claimReply(long, 'Ada')).fields;
    expect(JSON.stringify(name).match(/"value":"([^"]*)"/)?.[1]?.length).toBeLessThanOrEqual(160);
  });
});

describe('what became of it', () => {
  const first = { certificateId: 'leader', isIssued: false } as const;

  test.each<[IssueOutcome, RegExp]>([
    [{ kind: 'issued', own: anOwnCertificate() }, /It is made/],
    [{ kind: 'corrected', own: anOwnCertificate() }, /Number and date are the same/],
    [
      { kind: 'corrected', own: { ...anOwnCertificate(), announcement: 'delivered' } },
      /keeps the picture it was posted with/,
    ],
    [{ kind: 'unchanged', own: anOwnCertificate() }, /nothing has changed/],
    [{ kind: 'name-empty', ...first }, /no name yet.*Nothing is issued/s],
    [{ kind: 'name-too-long', ...first, length: 93, atMost: 80 }, /93 characters.*room for 80/],
    [{ kind: 'name-empty', ...first, isIssued: true }, /no name yet.*Your certificate stays as it is/s],
    [{ kind: 'stacked-marks', ...first }, /marks piled upon marks/],
    [{ kind: 'busy', certificateId: 'leader' }, /What you typed is kept/],
    [
      { kind: 'revoked', published: aPublished({}, { revoked: { at: aPublished().issued.issuedAt, why: 'other' } }) },
      /Revoked/,
    ],
    [{ kind: 'not-earned' }, /do not have this certificate/],
  ])('%j is told in plain words', (outcome, words) => {
    expect(textOf(issueMessage(outcome))).toMatch(words);
  });

  test('characters that cannot be drawn are named by their code points, and the choice is the member’s', () => {
    const asked = { kind: 'undrawable', ...first, name: 'A𒀀', characters: ['𒀀'], isAll: false } as const;
    expect(textOf(issueMessage(asked))).toContain('No font of ours has: 𒀀 (U+12000).');
    expect(textOf(issueMessage(asked))).toContain('Nothing is issued yet.');
    const corrected = textOf(issueMessage({ ...asked, isIssued: true }));
    expect(corrected).toContain('Your certificate stays as it is.');
    expect(corrected).not.toContain('Nothing is issued');
    expect(buttonsOf(issueMessage(asked))).toEqual({
      'certificate/claim/leader': 'Give another name',
      'certificate/anyway/leader': 'Print it without them',
    });
    expect(buttonsOf(issueMessage({ ...asked, isAll: true }))).toEqual({
      'certificate/claim/leader': 'Give another name',
    });
  });
});
