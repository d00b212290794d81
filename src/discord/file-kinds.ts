/** What a file is by its bytes, whatever its name says, and a name that agrees with it. */

export interface FileKind {
  /** As members read it. */
  readonly name: string;
  readonly contentType: string;
  /** The first is put where a name has none of them. */
  readonly endings: readonly string[];
  readonly isPicture: boolean;
}

interface Signed extends FileKind {
  readonly isIn: (bytes: Uint8Array) => boolean;
}

const begins = (bytes: Uint8Array, signature: string, at = 0) =>
  Buffer.from(signature, 'latin1').equals(bytes.subarray(at, at + signature.length));

function signed(name: string, contentType: string, endings: readonly string[], isIn: Signed['isIn']): Signed {
  return { name, contentType, endings, isPicture: contentType.startsWith('image/'), isIn };
}

const signedKinds: readonly Signed[] = [
  signed('PNG', 'image/png', ['png'], bytes => begins(bytes, '\x89PNG\r\n\x1a\n')),
  signed('JPEG', 'image/jpeg', ['jpg', 'jpeg'], bytes => begins(bytes, '\xff\xd8\xff')),
  signed('GIF', 'image/gif', ['gif'], bytes => begins(bytes, 'GIF87a') || begins(bytes, 'GIF89a')),
  signed('WebP', 'image/webp', ['webp'], bytes => begins(bytes, 'RIFF') && begins(bytes, 'WEBP', 8)),
  signed('PDF', 'application/pdf', ['pdf'], bytes => begins(bytes, '%PDF-')),
  // Office documents and programs are ZIP archives too: under the ending .zip nothing opens or runs them.
  signed('ZIP', 'application/zip', ['zip'], bytes => begins(bytes, 'PK\x03\x04')),
];

const text: FileKind = {
  name: 'text or source code',
  contentType: 'text/plain; charset=utf-8',
  endings: [
    'txt md csv tsv json yaml yml toml xml log diff patch sql tex ipynb',
    'c cc cpp h hpp cs go java kt scala rs py rb php pl lua r jl ts tsx jsx ex exs erl hs ml clj swift dart proto tla tf',
  ].flatMap(endings => endings.split(' ')),
  isPicture: false,
};

export const takenKinds: readonly string[] = [...signedKinds, text].map(({ name }) => name);

/** Undefined for what is not taken, or is something else than its name says. */
export function kindOf(bytes: Uint8Array, name: string): FileKind | undefined {
  const kind = signedKinds.find(({ isIn }) => isIn(bytes)) ?? (isText(bytes) ? text : undefined);
  const said = signedKinds.find(({ endings }) => endings.includes(endingOf(name)));
  if (!kind || !said || said === kind) return kind;
  // Pictures are often misnamed by the programs that make them; anything else is misnamed on purpose.
  return said.isPicture && kind.isPicture ? kind : undefined;
}

/** Plain letters, short, and with an ending of its kind. */
export function safeName(name: string, { endings }: FileKind): string {
  const ending = endingOf(name);
  const plain = (part: string) => part.replaceAll(/[^A-Za-z0-9-]+/g, '_').replaceAll(/^_+|_+$/g, '');
  const isRight = endings.includes(ending);
  // Another picture's: it goes. What stands after the dot of any other name is part of the name.
  const goes = isRight || signedKinds.some(kind => kind.endings.includes(ending));
  const stem = plain(goes ? name.slice(0, -ending.length - 1) : name).slice(0, 60);
  return `${stem || 'file'}.${isRight ? ending : endings[0]}`;
}

function endingOf(name: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function isText(bytes: Uint8Array): boolean {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells text from other bytes.
    return !/[\x00-\x08\x0e-\x1f]/.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
