/** Languages Cairn speaks. Every view takes one, so a translation adds words and moves no code. */
export const locales = ['en'] as const;
export type Locale = (typeof locales)[number];

/** The nearest language to one of Discord's locale codes ("en-GB", "pt-BR"); English where there is none. */
export function localeOf(code: string | undefined): Locale {
  return locales.find(locale => code?.startsWith(locale)) ?? 'en';
}
