/** The frame of every page. All that comes from people goes through `html`, which escapes it. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { inlineCairn } from './icon.ts';
import { css } from './style.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Framed {
  readonly title: string;
  /** Whose page it is: stands beside the cairn. */
  readonly owner: string;
  /** Of the address bar on a phone, and of the line beside an unfolded link in Discord. */
  readonly themeColour?: string;
  readonly head?: Html;
  readonly main: Html;
  readonly publicUrl?: string | undefined;
}

export function framed({ title, owner, themeColour = '#17615d', head, main, publicUrl }: Framed): Html {
  const icon = publicUrl && html`<link rel="icon" type="image/svg+xml" href="${pathOf(publicUrl)}/icon.svg">`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="${themeColour}">
${head}${icon}
<style>${raw(css)}</style>
</head>
<body>
<header>${raw(inlineCairn)}<p dir="auto">${owner}</p></header>
${main}
</body>
</html>
`;
}

/** Links on a page start with this, so that they stay on the server that showed it. */
export function pathOf(publicUrl: string): string {
  return new URL(publicUrl).pathname.replace(/\/$/, '');
}
