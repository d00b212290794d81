/** Titles inside narratives, which Open Badges reads as Markdown. */

export function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, '\\$&');
}

export function listed(items: readonly { readonly title: string; readonly url?: string }[]): string {
  return items.map(({ title, url }) => (url ? `- [${plain(title)}](<${url}>)` : `- ${plain(title)}`)).join('\n');
}

export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
